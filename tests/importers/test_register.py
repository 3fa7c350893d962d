"""Registers of requirements: columns guessed and shown, odd tables read or refused with a clear message."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from policycheck.domain.documents import ClauseKind, Document, DocumentKind, ReadStatus
from policycheck.errors import DamagedFile, FileError, HostileFile, UnsupportedFormat
from policycheck.importers import import_file
from policycheck.reading import choose_kind, read_duties, read_file

NOTE = (
    "Read column 'Requirement' as the text, 'Ref' as the reference, 'Topic' as the heading, "
    "'Responsible' as the duty holder, 'Link' as the source link."
)
HEAD = ["Ref", "Topic", "Requirement", "Responsible", "Link"]
ROWS = [
    ["S1", "Visits", "The social worker must visit the child within 10 working days.", "", "https://example.org/1"],
    ["S2", "Visits", "Keep a record of every visit.", "Registered manager", ""],
    ["S3.1", "Complaints", "The manager must answer every complaint.", "Manager", ""],
]  # fmt: skip


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def load(folder: Path, name: str, data: bytes | str) -> Document:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_file(path, kind=choose_kind(path), name=name)


def as_csv(delimiter: str = ",") -> str:
    return "\n".join(delimiter.join(row) for row in [HEAD, *ROWS])


def test_every_requirement_with_its_reference_heading_and_holder(tmp_path: Path) -> None:
    found = load(tmp_path, "our standards.xlsx", saved(workbook(("Register", [HEAD, *ROWS]))))
    assert found.kind is DocumentKind.STANDARD
    assert found.status is ReadStatus.READ
    assert found.warnings == (NOTE,)
    assert [(clause.ref, clause.heading_path, clause.kind) for clause in found.clauses] == [
        ("S1", ("Visits",), ClauseKind.PARAGRAPH),
        ("S2", ("Visits",), ClauseKind.ROW),
        ("S3.1", ("Complaints",), ClauseKind.PARAGRAPH),
    ]
    assert found.clauses[0].text == ROWS[0][2]
    assert [found.text[clause.start : clause.end] for clause in found.clauses] == [row[2] for row in ROWS]
    assert "Source: https://example.org/1" in found.text
    assert [(duty.ref, duty.duty_holder) for duty in read_duties(found)] == [
        ("S1", "The social worker"),
        ("S2", "Registered manager"),
        ("S3.1", "The manager"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = as_csv(delimiter).replace("every visit", "every visit – “promptly”")
    found = load(tmp_path, "standards.csv", text.encode(encoding))
    assert found.warnings == (NOTE,)
    assert [clause.ref for clause in found.clauses] == ["S1", "S2", "S3.1"]
    assert "every visit – “promptly”." in found.clauses[1].text


def test_cells_with_line_breaks_and_delimiters(tmp_path: Path) -> None:
    text = 'Ref,Requirement\r\n1,"Visit, see and\r\nhear the child."\r\n2,"Say ""yes"" in writing."\r\n'
    found = load(tmp_path, "a.csv", text)
    assert [clause.text for clause in found.clauses] == [
        "Visit, see and hear the child.",
        'Say "yes" in writing.',
    ]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (["Standard number", "Standard"], "'Standard' as the text, 'Standard number' as the reference"),
        (["ID", "What we must do"], "'What we must do' as the text, 'ID' as the reference"),
        (
            ["Requirement ID", "Requirement description"],
            "'Requirement description' as the text, 'Requirement ID'",
        ),
        (
            ["Requirement", "Requirement owner"],
            "'Requirement' as the text, 'Requirement owner' as the duty holder",
        ),
    ],
)
def test_names_of_columns(tmp_path: Path, head: list[str], said: str) -> None:
    found = load(tmp_path, "a.xlsx", saved(workbook(("A", [head, ["Visit them", "Keep them"]]))))
    assert said in found.warnings[0]


def test_without_references_the_row_of_the_sheet_is_cited(tmp_path: Path) -> None:
    rows = [["Our own standards"], [], ["Requirement"], ["Visit the child."], [], ["Hear the child."]]
    found = load(tmp_path, "a.xlsx", saved(workbook(("A", rows))))
    assert found.title == "Our own standards"
    assert [clause.ref for clause in found.clauses] == ["row 4", "row 6"]


def test_lines_across_the_table_are_headings_and_merged_cells_repeat(tmp_path: Path) -> None:
    book = workbook(
        ("A", [["Ref", "Topic", "Requirement"], ["Part A"], ["1", "Visits", "Visit."], ["2", None, "Look."]])
    )
    book.active.merge_cells("A2:C2")
    book.active.merge_cells("B3:B4")
    found = load(tmp_path, "a.xlsx", saved(book))
    assert [(clause.ref, clause.heading_path) for clause in found.clauses] == [
        ("1", ("Visits",)),
        ("2", ("Visits",)),
    ]
    assert "Part A" in found.text


def test_numbers_and_dates_read_as_a_person_would_write_them(tmp_path: Path) -> None:
    rows = [
        ["No", "Requirement", "Topic"],
        [4.0, "Visit by the date.", date(2030, 4, 1)],
        [4.1, "Look.", None],
    ]
    found = load(tmp_path, "a.xlsx", saved(workbook(("A", rows))))
    assert [clause.ref for clause in found.clauses] == ["4", "4.1"]
    assert found.clauses[0].heading_path == ("2030-04-01",)


def test_a_formula_without_a_stored_result_is_said(tmp_path: Path) -> None:
    rows = [["Ref", "Requirement"], ["1", "Visit the child."], ["2", '="Hear "&"the child."']]
    found = load(tmp_path, "a.xlsx", saved(workbook(("A", rows))))
    assert found.status is ReadStatus.PARTIAL
    assert "1 formulas have no stored result" in found.warnings[0]
    assert [clause.ref for clause in found.clauses] == ["1"]


def test_every_sheet_with_requirements_is_read_and_the_others_named(tmp_path: Path) -> None:
    book = workbook(
        ("Notes", [["Read this first"]]),
        ("Care", [["Ref", "Requirement"], ["1", "Visit."]]),
        ("Staff", [["Ref", "Requirement"], ["1", "Train."]]),
        ("Old", [["Ref", "Requirement"], ["9", "Obey."]]),
    )
    book["Old"].sheet_state = "hidden"
    found = load(tmp_path, "a.xlsx", saved(book))
    assert [clause.text for clause in found.clauses] == ["Visit.", "Train."]
    assert [clause.heading_path for clause in found.clauses] == [("Care",), ("Staff",)]
    assert len({clause.ref for clause in found.clauses}) == 2
    assert found.warnings[-1] == "Not read, because no column of requirements was found: sheet 'Notes'."


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.csv", b"a,b\n1,2\n", UnsupportedFormat, "Its first row reads 'a', 'b'"),
        ("a.xlsx", saved(workbook(("A", []))), UnsupportedFormat, "Name the column"),
        ("a.xlsx", saved(workbook(("A", [["Ref", "Requirement"]]))), FileError, "no words in it"),
        ("a.xlsx", saved(workbook(("A", [["Ref", "Requirement"]])))[:700], DamagedFile, "damaged"),
    ],
)
def test_tables_that_hold_no_requirements(
    tmp_path: Path, name: str, data: bytes, error: type[FileError], says: str
) -> None:
    with pytest.raises(error, match=says):
        load(tmp_path, name, data)


def test_a_table_of_five_thousand_columns(tmp_path: Path) -> None:
    head = [f"Week {number}" for number in range(4998)]
    rows = [
        [*head, "Ref", "Requirement"],
        *[[*([None] * 4998), f"{n}", "Visit the child."] for n in range(20)],
    ]
    found = load(tmp_path, "a.xlsx", saved(workbook(("A", rows))))
    assert len(found.clauses) == 20
    wide = ",".join(map(str, rows[0])) + "\n" + "," * 4998 + "S1,Visit the child.\n"
    assert [clause.ref for clause in load(tmp_path, "a.csv", wide).clauses] == ["S1"]


def test_a_sheet_far_too_large_is_refused(tmp_path: Path) -> None:
    from zipfile import ZIP_DEFLATED, ZipFile  # noqa: PLC0415

    path = tmp_path / "a.xlsx"
    path.write_bytes(saved(workbook(("A", [["Ref", "Requirement"], ["1", "Visit."]]))))
    noise = "".join(f"<c>{number}</c>" for number in range(4_000_000))
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", noise)
    with pytest.raises(HostileFile, match="far too large"):
        import_file(path)
