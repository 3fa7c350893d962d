from pathlib import Path

import pytest
from builders import ole_file, zip_file

from policycheck.errors import DamagedFile, HostileFile, PasswordProtected, UnsupportedFormat
from policycheck.importers.archives import open_archive, read_member

PATH = Path("a.docx")


def test_an_ordinary_archive_is_opened_and_read() -> None:
    with open_archive(PATH, zip_file({"a.xml": b"words"})) as archive:
        assert read_member(PATH, archive, "a.xml") == b"words"
        assert read_member(PATH, archive, "b.xml") is None


def test_much_repetition_in_a_small_part_is_allowed() -> None:
    with open_archive(PATH, zip_file({"a.xml": b"0" * 1_000_000})) as archive:
        assert read_member(PATH, archive, "a.xml") == b"0" * 1_000_000


@pytest.mark.parametrize("members", [{"a": b"0" * 5_000_000}, {str(n): b"" for n in range(20_001)}])
def test_archives_that_swell_are_refused(members: dict[str, bytes]) -> None:
    with pytest.raises(HostileFile):
        open_archive(PATH, zip_file(members))


def test_a_member_with_damaged_bytes_is_reported() -> None:
    data = bytearray(zip_file({"a.xml": bytes(range(256)) * 8}))
    data[60:90] = bytes(30)

    with open_archive(PATH, bytes(data)) as archive, pytest.raises(DamagedFile):
        read_member(PATH, archive, "a.xml")


def test_a_member_under_a_password_is_reported() -> None:
    data = bytearray(zip_file({"a.xml": b"words"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with open_archive(PATH, bytes(data)) as archive, pytest.raises(PasswordProtected):
        read_member(PATH, archive, "a.xml")


def test_binary_office_files_are_told_apart() -> None:
    with pytest.raises(PasswordProtected):
        open_archive(PATH, ole_file("EncryptedPackage"))
    with pytest.raises(UnsupportedFormat):
        open_archive(PATH, ole_file("WordDocument"))
