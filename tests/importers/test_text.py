"""Plain text: encodings, paragraphs, bullets and headings by how the lines are set."""

from pathlib import Path

import pytest

from policycheck.domain.documents import BlockKind, DocumentKind, ImportedDocument
from policycheck.errors import UnsupportedFormat
from policycheck.importers import from_text
from policycheck.segmentation import segment

POLICY = """MISSING FROM CARE POLICY

1. Introduction

This policy applies to all carers. It was written in
2019 and is reviewed yearly.

2. Reporting

2.1 The carer must telephone the duty team within one
hour of the child being missing, and must:

   (a) give the child's name; and
   (b) agree:

       - who calls the police
       - who calls the parents

2.2 The team must visit.

Return interviews
-----------------

* The interviewer is independent.
* The interview is recorded.

Schedule 1

1. The form is kept.
2. The register must show dates.
"""


def read(text: str | bytes) -> ImportedDocument:
    return from_text.read(Path("policy.txt"), text if isinstance(text, bytes) else text.encode())


def test_a_policy_set_in_plain_text() -> None:
    document = read(POLICY)
    found = segment(document, path="policy.txt", kind=DocumentKind.POLICY, sha256="")
    assert document.title == "MISSING FROM CARE POLICY"
    assert [clause.ref for clause in found.clauses] == [
        "1",
        "2.1",
        "2.1(a)",
        "2.1(b)",
        "2.2",
        "Return interviews ¶1",
        "Return interviews ¶2",
        "Sch 1 para 1",
        "Sch 1 para 2",
    ]
    assert found.clauses[3].text == "agree:\n• who calls the police\n• who calls the parents"
    assert found.clauses[0].text.endswith("written in 2019 and is reviewed yearly.")


def test_offsets_point_into_the_file() -> None:
    document = read(POLICY)
    clause = next(block for block in document.blocks if block.text.startswith("2.1"))
    assert document.text[clause.start : clause.end].split() == clause.text.split()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "cp1252"])
def test_encodings(encoding: str) -> None:
    words = "The carer’s fee – £5 – is paid."
    data = b"\xff\xfe" + words.encode("utf-16-le") if encoding == "utf-16-le-bom" else words.encode(encoding)
    assert read(data).blocks[0].text == words


def test_windows_and_old_mac_line_ends() -> None:
    for end in ("\r\n", "\r"):
        assert [block.text for block in read(f"One two.{end}{end}Three four.{end}").blocks] == [
            "One two.",
            "Three four.",
        ]


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match=r"policy\.txt.*not text"):
        read(b"MZ\x00\x01\x02")


def test_lines_that_are_whole_paragraphs_do_not_join() -> None:
    long = "The carer must do this. " * 12
    assert len(read(f"{long}\n{long}\n{long}").blocks) == 3


def test_short_list_items_are_not_headings() -> None:
    kinds = {block.kind for block in read("Bring:\n\n1. The file\n\n2. The form\n\n3. The fee\n").blocks}
    assert kinds == {BlockKind.PARAGRAPH}
