"""The registry reads a file by its content, and says plainly what it cannot read."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from policycheck.domain.documents import ImportedDocument
from policycheck.errors import (
    DamagedFile,
    EmptyFile,
    FileError,
    HostileFile,
    PasswordProtected,
    UnreadableFile,
    UnsupportedFormat,
)
from policycheck.importers import SUPPORTED, import_file


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def load(folder: Path, name: str, data: bytes | str) -> ImportedDocument:
    return import_file(write(folder, name, data))


def test_supported_suffixes() -> None:
    assert {".pdf", ".docx", ".html", ".htm", ".md", ".mdx", ".xml", ".akn", ".txt"} <= set(SUPPORTED)


def test_content_wins_over_the_name_and_says_so(tmp_path: Path) -> None:
    document = load(tmp_path, "policy.docx", "<!doctype html><h1>Care</h1><p>We must care.</p>")
    assert [block.text for block in document.blocks] == ["Care", "We must care."]
    assert document.warnings == (
        "The name promises Word (.docx), but the content is HTML; it was read by its content.",
    )


def test_plain_text_under_the_wrong_name_is_read(tmp_path: Path) -> None:
    document = load(tmp_path, "policy.pdf", "The carer must ring.\n")
    assert document.blocks[0].text == "The carer must ring."
    assert "plain text" in document.warnings[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", "# Care\n\nWe care.\n"),
        ("a.txt", "We care.\n"),
        ("README", "We care.\n"),
        (
            "a.xml",
            "<P1group><Title>Care</Title><P1><Pnumber>1</Pnumber><P1para><Text>Care.</Text></P1para></P1></P1group>",
        ),
        (
            "a.xml",
            "<akomaNtoso><act><body><section><num>1</num><content><p>Care.</p></content></section></body></act></akomaNtoso>",
        ),
        ("a.md", "<p>We care.</p>\n"),
    ],
)
def test_right_names_raise_no_warning(tmp_path: Path, name: str, data: str) -> None:
    assert load(tmp_path, name, data).warnings == ()


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptyFile, match=r"a\.pdf: the file is empty"):
        load(tmp_path, "a.pdf", data)


def test_a_page_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match="no words"):
        load(tmp_path, "a.html", "<html><body><nav>Home</nav></body></html>")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        import_file(tmp_path / "gone.md")
    with pytest.raises(UnreadableFile, match="folder"):
        import_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read any file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "We care.")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="you may open it"):
        import_file(path)


def test_an_enormous_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(HostileFile, match="200 MB"):
        import_file(path)


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("a.bin", b"\x00\x01\x02\x03", "PDF, Word"),
        ("a.xml", b"<?xml version='1.0'?><invoice><total>5</total></invoice>", "PDF, Word"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "save it as .docx|Save it as .docx"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00", "OCR"),
    ],
)
def test_other_formats_are_refused_with_advice(tmp_path: Path, name: str, data: bytes, advice: str) -> None:
    with pytest.raises(UnsupportedFormat, match=advice):
        load(tmp_path, name, data)


def test_a_hollow_workbook_is_refused_by_name(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(FileError, match=r"a\.xlsx"):
        load(tmp_path, "a.xlsx", buffer.getvalue())


def test_a_document_with_a_password(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(PasswordProtected, match="without the password"):
        load(tmp_path, "a.docx", data)


@pytest.mark.parametrize("name", ["law.xml", "law.akn"])
def test_xml_with_entities_of_its_own_is_refused(tmp_path: Path, name: str) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    bomb = f'<?xml version="1.0"?>{entities}<Legislation><Text>&b;</Text></Legislation>'
    with pytest.raises(HostileFile, match="entities"):
        load(tmp_path, name, bomb)
    outside = (
        '<!DOCTYPE akomaNtoso [<!ENTITY f SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&f;</p></akomaNtoso>'
    )
    with pytest.raises(HostileFile):
        load(tmp_path, name, outside)


def test_xml_cut_short_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="cut short"):
        load(tmp_path, "law.xml", "<Legislation><Body><P1><Pnumber>1</Pnumber>")


def test_importing_the_package_loads_no_reader() -> None:
    code = (
        "import sys, policycheck.importers; heavy = {'lxml', 'docx', 'pdfplumber', 'pypdfium2', 'markdown_it'}; "
        "print([name for name in sys.modules if name.split('.')[0] in heavy])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
