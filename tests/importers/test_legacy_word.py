"""Older Word and Rich Text files: converted by LibreOffice where it is installed, explained where it is not."""

import shutil
import socketserver
import stat
import struct
import sys
import threading
from pathlib import Path

import pytest
from builders import WordFile, ole_file
from odt_files import odt_file, office

from policycheck.domain.documents import ReadStatus
from policycheck.errors import DamagedFile, HostileFile, PasswordProtected, UnsupportedFormat
from policycheck.importers import import_file
from policycheck.importers.office_conversion import convert_to_docx

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi {\b Visits}\par The carer must visit within 10 days.\par}"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def sample() -> bytes:
    word = WordFile()
    word.paragraph("Visits", "Heading 1")
    word.item("The carer must:", 0)
    word.item("see the child;", 2)
    word.item("see the room.", 2)
    word.item("The carer must write it down.", 0)
    return word.data()


@needs_office
@pytest.mark.parametrize("suffix", [".doc", ".rtf"])
def test_words_and_numbers_come_through(tmp_path: Path, suffix: str) -> None:
    data = office(sample(), tmp_path, suffix=".docx", to=suffix[1:])
    assert data is not None

    document = import_file(written(tmp_path, f"visits{suffix}", data))

    assert [(block.label, block.text) for block in document.blocks] == [
        ("", "Visits"),
        ("1.", "The carer must:"),
        ("(a)", "see the child;"),
        ("(b)", "see the room."),
        ("2.", "The carer must write it down."),
    ]
    assert document.status is ReadStatus.READ
    assert ["converted with LibreOffice" in warning for warning in document.warnings] == [True]


@pytest.mark.parametrize(("name", "data"), [("a.rtf", RTF), ("a.doc", ole_file("WordDocument"))])
def test_without_libreoffice_the_message_says_how_to_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnsupportedFormat, match=r"Save As and the type Word Document \(\.docx\)") as caught:
        import_file(written(tmp_path, name, data))

    assert name in str(caught.value)


def test_a_protected_file_is_told_apart_without_opening_it(tmp_path: Path) -> None:
    data = bytearray(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504))
    struct.pack_into("<H", data, 0x1E, 9)  # sectors of 512 bytes
    data += struct.pack("<H8xH", 0xA5EC, 0x0100).ljust(512, b"\0")  # the text stream says it is encrypted
    data += "WordDocument".encode("utf-16-le").ljust(64, b"\0") + bytes(64)

    with pytest.raises(PasswordProtected, match="without a password"):
        import_file(written(tmp_path, "a.doc", bytes(data)))


@needs_office
def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match=r"a\.doc"):
        import_file(written(tmp_path, "a.doc", ole_file("WordDocument")))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for the program")
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    program = written(folder, "soffice", b"#!/bin/sh\nsleep 60 &\nwait\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    with pytest.raises(HostileFile, match="within 0 seconds"):
        convert_to_docx(Path("a.rtf"), RTF, suffix=".rtf", seconds=0.3)


@needs_office
def test_nothing_is_fetched_for_a_link_in_the_file(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listener(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append("somebody called")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/picture.png"
        linked = odt_file(
            '<text:p>The carer must visit.<draw:frame text:anchor-type="as-char" svg:width="2cm" '
            f'svg:height="2cm"><draw:image xlink:href="{address}" xlink:type="simple"/></draw:frame></text:p>'
        )
        data = office(linked, tmp_path, suffix=".odt", to="doc")
        assert data is not None and asked, "LibreOffice left to itself follows the link"
        asked.clear()
        document = import_file(written(tmp_path, "a.doc", data))
        server.shutdown()

    assert asked == []
    assert document.blocks[-1].text == "The carer must visit."
