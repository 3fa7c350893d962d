"""Files that cannot be read: one clear line each, and nothing else comes to harm."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdf
import pytest
from command import run
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policycheck import errors, read_document
from policycheck.domain.documents import ReadStatus
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Workspace

SENTENCE = "The social worker must visit the child within ten working days of the placement."
GOOD = (
    f"# Visits Policy\n\n## 1 Visits\n\n1.1 {SENTENCE}\n\n1.2 The manager must record every visit.\n".encode()
)


def good_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 760, "Visits Policy")
    canvas.drawString(72, 730, f"1.1 {SENTENCE}")
    canvas.save()
    return file.getvalue()


def good_docx() -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.add_heading("Visits Policy", 0)
    document.add_paragraph(SENTENCE)
    document.save(file)
    return file.getvalue()


def cut_short_pdf() -> bytes:
    return b"%PDF-1.7\n" + b"\x00\xff not a body " * 40


def locked_pdf() -> bytes:
    writer, file = pypdf.PdfWriter(io.BytesIO(good_pdf())), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def locked_docx() -> bytes:
    """The start of the container that Word wraps a protected document in, with the name of its stream."""
    header = bytes.fromhex("D0CF11E0A1B11AE1").ljust(512, b"\x00")
    return header + "EncryptedPackage".encode("utf-16-le").ljust(1024, b"\x00")


def old_word_file() -> bytes:
    return bytes.fromhex("D0CF11E0A1B11AE1").ljust(4096, b"\x00")


def scan() -> bytes:
    """A page that is one grey picture."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawImage(ImageReader(Image.new("L", (200, 280), 128)), 0, 0, 595, 842)
    canvas.save()
    return file.getvalue()


def only_a_title() -> bytes:
    return b"# Visits Policy\n"


def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


@dataclass(frozen=True)
class Trouble:
    """A bad file: its name, a good version of it, its bad bytes, the error, and a word of the next step."""

    name: str
    good: Callable[[], bytes]
    bad: Callable[[], bytes]
    error: type[errors.FileError]
    says: str
    next_step: str


TROUBLES = {
    "empty": Trouble("visits.md", lambda: GOOD, bytes, errors.EmptyFile, "empty", "Check that it was saved"),
    "corrupt PDF": Trouble(
        "visits.pdf", good_pdf, cut_short_pdf, errors.DamagedFile, "damaged", "save it as PDF"
    ),
    "PDF with password": Trouble(
        "visits.pdf", good_pdf, locked_pdf, errors.PasswordProtected, "password", "without a password"
    ),
    "DOCX with password": Trouble(
        "visits.docx", good_docx, locked_docx, errors.PasswordProtected, "password", "without the password"
    ),
    "corrupt DOCX": Trouble(
        "visits.docx", good_docx, lambda: good_docx()[:900], errors.DamagedFile, "damaged", "fresh copy"
    ),
    "old Word file": Trouble(
        "visits.doc", good_docx, old_word_file, errors.UnsupportedFormat, "before 2007", ".docx"
    ),
    "scan": Trouble("visits.pdf", good_pdf, scan, errors.ScanWithoutText, "picture", "text recognition"),
    "picture": Trouble(
        "visits.md", lambda: GOOD, picture, errors.UnsupportedFormat, "picture", "recognition"
    ),
    "no clause": Trouble("visits.md", lambda: GOOD, only_a_title, errors.EmptyFile, "", "heck that"),
}
each_trouble = pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    # Nothing here depends on meaning, so words hashed into buckets do.
    return Workspace.create(tmp_path / "w.policycheck", embedder=HashingEmbedder())


@each_trouble
def test_one_line_names_the_file_and_the_next_step(
    trouble: Trouble, workspace: Workspace, tmp_path: Path
) -> None:
    bad, good = tmp_path / trouble.name, tmp_path / "good.md"
    bad.write_bytes(trouble.bad())
    good.write_bytes(GOOD)
    results = {Path(r.path).name: r for r in workspace.add([bad, good])}
    failed = results[trouble.name]
    assert failed.status is ReadStatus.FAILED
    assert trouble.name in failed.message
    assert trouble.says in failed.message
    assert trouble.next_step in failed.message
    assert "\n" not in failed.message
    assert failed.message.endswith(".")
    assert results["good.md"].status is ReadStatus.READ
    assert results["good.md"].clauses == 2
    with pytest.raises(trouble.error):
        read_document(bad)


@each_trouble
def test_a_document_is_kept_when_its_new_version_cannot_be_read(
    trouble: Trouble, workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / trouble.name
    file.write_bytes(trouble.good())
    [first] = workspace.add([file])
    assert first.status is not ReadStatus.FAILED
    before = workspace.document(first.path)
    file.write_bytes(trouble.bad())
    [second] = workspace.add([file])
    assert second.status is ReadStatus.FAILED
    assert workspace.document(first.path) == before


def test_a_wrong_extension_is_read_by_content_and_said(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "visits.pdf"
    file.write_bytes(good_docx())
    [result] = workspace.add([file])
    assert result.status is ReadStatus.READ
    assert result.clauses == 1
    assert "PDF" in result.message
    assert "Word" in result.message


def test_a_kind_of_file_that_nothing_reads(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "visits.bin"
    file.write_bytes(bytes(range(256)) * 8)
    [result] = workspace.add([file])
    assert result.status is ReadStatus.FAILED
    assert "visits.bin" in result.message
    assert "Supported formats" in result.message


def test_a_file_that_is_not_there(workspace: Workspace, tmp_path: Path) -> None:
    [result] = workspace.add([tmp_path / "gone.docx"])
    assert result.status is ReadStatus.FAILED
    assert "gone.docx" in result.message
    assert "Check the name" in result.message


ADD = """
import sys
from pathlib import Path
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Workspace
with Workspace.create(Path(sys.argv[1]), embedder=HashingEmbedder()) as workspace:
    for result in workspace.add([Path(name) for name in sys.argv[2:]]):
        print(result.status.value, result.message)
"""


def without_special_rights() -> list[str]:
    """Return what to put before a command so that file permissions bind it, even when tests run as root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("file permissions work differently on this system")
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("tests run as root, whom permissions do not bind, and there is no setpriv")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search"]


def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    bound = without_special_rights()
    bad, good = tmp_path / "closed.md", tmp_path / "good.md"
    for file in (bad, good):
        file.write_bytes(GOOD)
    bad.chmod(0)
    if subprocess.run([*bound, "cat", str(bad)], capture_output=True, check=False).returncode == 0:
        pytest.skip("permissions cannot be made to bind here")
    done = subprocess.run(
        [*bound, sys.executable, "-c", ADD, str(tmp_path / "w.policycheck"), str(bad), str(good)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("failed")
    assert "closed.md" in first
    assert "Check that you may" in first
    assert second.strip() == "read"


def test_a_folder_with_nothing_readable_ends_with_2(tmp_path: Path) -> None:
    folder, workspace = tmp_path / "papers", tmp_path / "w.policycheck"
    folder.mkdir()
    (folder / "empty.docx").touch()
    assert run("init", workspace).code == 0
    added = run("add", workspace, folder)
    assert added.code == 2
    assert "empty.docx" in added.err
    assert "None of the files could be read" in added.err
    assert "Traceback" not in added.err
    checked = run("check", "--sources", folder, "--policies", folder, "--json", tmp_path / "report.json")
    assert checked.code == 2
    assert "papers" in checked.err
    assert not (tmp_path / "report.json").exists()


def test_a_workspace_that_is_none_ends_with_2(tmp_path: Path) -> None:
    file = tmp_path / "notes.policycheck"
    file.write_text("Dear diary")
    for name, path in (("check", file), ("findings", tmp_path / "gone.policycheck")):
        ran = run(name, path)
        assert ran.code == 2
        assert path.name in ran.err
        assert "Traceback" not in ran.err
