"""A PDF reads the same with and without tags: the clauses come from the print, not from the structure tree."""

from pathlib import Path

import pytest
import typst
from fixtures_reading.contents import COMPLAINTS, VISITS
from fixtures_reading.model import Policy, flatten
from fixtures_reading.office_files import convert, office_program
from fixtures_reading.styles import AUTOMATIC, COLUMNS, Style
from fixtures_reading.typst_pages import typst_source
from fixtures_reading.word_files import word_file

from policycheck.domain.documents import DocumentKind
from policycheck.reading import read_file

POLICIES = (COMPLAINTS, VISITS)
TAGS = b"/StructTreeRoot"


def clauses(path: Path) -> list[tuple[str, str, str, tuple[str, ...]]]:
    document = read_file(path, kind=DocumentKind.POLICY)
    return [(clause.ref, clause.text, clause.closing, clause.heading_path) for clause in document.clauses]


def refs(policy: Policy, style: Style) -> list[str]:
    return [clause.ref for clause in flatten(policy, style.scheme)[1]]


@pytest.mark.parametrize("style", [AUTOMATIC, COLUMNS], ids=lambda style: style.name)
def test_libreoffice_writes_the_same_clauses_with_and_without_tags(tmp_path: Path, style: Style) -> None:
    program = office_program()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    sources = tmp_path / "sources"
    sources.mkdir()
    for policy in POLICIES:
        (sources / f"{policy.name}.docx").write_bytes(word_file(flatten(policy, style.scheme)[0], style))
    printed = {}
    for tagged in (True, False):
        folder = tmp_path / f"tagged-{tagged}"
        folder.mkdir()
        choice = f'{{"UseTaggedPDF":{{"type":"boolean","value":"{str(tagged).lower()}"}}}}'
        convert(program, sorted(sources.iterdir()), f"pdf:writer_pdf_Export:{choice}", folder)
        printed[tagged] = [folder / f"{policy.name}.pdf" for policy in POLICIES]

    for policy, with_tags, without in zip(POLICIES, printed[True], printed[False], strict=True):
        assert TAGS in with_tags.read_bytes()
        assert TAGS not in without.read_bytes()
        assert clauses(with_tags) == clauses(without)
        assert [ref for ref, *_ in clauses(without)] == refs(policy, style)


@pytest.mark.parametrize("style", [AUTOMATIC, COLUMNS], ids=lambda style: style.name)
@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_typst_writes_the_same_clauses_with_and_without_tags(
    tmp_path: Path, policy: Policy, style: Style
) -> None:
    source = typst_source(flatten(policy, style.scheme)[0], style).encode()
    with_tags, without = tmp_path / "with" / "policy.pdf", tmp_path / "without" / "policy.pdf"
    for path, tagged in ((with_tags, True), (without, False)):
        path.parent.mkdir()
        path.write_bytes(typst.compile(source, pdf_tags=tagged))

    assert TAGS in with_tags.read_bytes()
    assert TAGS not in without.read_bytes()
    assert clauses(with_tags) == clauses(without)
    assert [ref for ref, *_ in clauses(without)] == refs(policy, style)
