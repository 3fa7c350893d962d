"""Akoma Ntoso: provisions, definitions, inserted text and tables with their references."""

import re
from pathlib import Path

import pytest
from lxml import etree

from policycheck.domain.documents import ClauseKind, Document, DocumentKind, ProvisionStatus
from policycheck.importers import from_akn, import_file
from policycheck.obligations import read_clauses
from policycheck.segmentation import segment

SAMPLES = Path(__file__).parents[3] / "shared/data/law/akn"

ACT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><proprietary>
<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Safe Homes Act 2030</dc:title></proprietary></meta>
<preface><longTitle><p>An Act</p></longTitle></preface><body>
<part><num>Part 1</num><heading>Homes</heading><hcontainer name="crossheading"><heading>Fire</heading>
<section><num><noteRef marker="F1"/>1</num><heading>Alarms</heading>
<subsection><num>1</num><intro><p>A landlord must<authorialNote marker="1"><p>Note.</p></authorialNote>—</p></intro>
<paragraph><num>a</num><content><p>fit an
  <term>alarm</term>
  , and</p></content></paragraph>
<paragraph><num>(b)</num><content><p>test it,</p></content></paragraph>
<wrapUp><p>and keep a record.</p></wrapUp></subsection>
<subsection><num>2</num><content><p>The marks are—</p>
<blockList class="unordered"><item><p>red;</p></item><item><p>blue.</p></item></blockList>
</content></subsection>
<subsection><num>3</num><content><p><del>Deleted words.</del></p></content></subsection>
<subsection><num>4</num><content><p>In this section—</p><blockList><item><p>“
  <term>home</term>
  ” means—</p><blockList><item><num>a</num><p>a house;</p></item>
<item><num>b</num><p>a flat.</p></item></blockList></item></blockList></content>
</subsection></section></hcontainer></part>
<section><num>2</num><heading>Amendment</heading><content><p>After section 5 insert—</p><p><mod><quotedStructure>
<section><num>5A</num><heading>Ladders</heading>
<subsection><num>1</num><content><p>Ladders must be sound.</p></content></subsection></section>
</quotedStructure></mod><inline>, and</inline></p></content></section>
<hcontainer name="schedules"><heading>SCHEDULES</heading>
<hcontainer name="schedule"><num>SCHEDULE 1<authorialNote><p>Section 1</p></authorialNote></num>
<heading>Tests</heading>
<paragraph><num>4</num><subparagraph><num>2</num><content><p>Use the table.</p>
<tblock><table><tr><th><p>Test</p></th><th><p>When</p></th></tr>
<tr><td><p>Battery</p></td><td><p>Monthly</p></td></tr></table></tblock></content></subparagraph></paragraph></hcontainer></hcontainer>
</body></act></akomaNtoso>"""


def act() -> Document:
    imported = from_akn.read(Path("act.akn"), ACT.encode())
    return segment(imported, path="act.akn", kind=DocumentKind.LEGISLATION, sha256="")


def test_every_provision_with_its_reference() -> None:
    found = act()
    assert found.title == "Safe Homes Act 2030"
    assert [clause.ref for clause in found.clauses] == [
        "1(1)",
        "1(1)(a)",
        "1(1)(b)",
        "1(2)",
        "1(3)",
        "1(4)",
        '1(4) "home"',
        '1(4) "home" (a)',
        '1(4) "home" (b)',
        "2",
        "2 inserted 5A heading",
        "2 inserted 5A(1)",
        "Sch 1 para 4(2)",
        "Table after Sch 1 para 4(2) row 1",
    ]


def test_words_headings_and_parents() -> None:
    clauses = {clause.ref: clause for clause in act().clauses}
    assert clauses["1(1)"].text == "A landlord must—"
    assert clauses["1(1)"].closing == "and keep a record."
    assert clauses["1(1)(a)"].text == "fit an alarm, and"
    assert clauses["1(1)(b)"].parent == clauses["1(1)"].id
    assert clauses["1(2)"].text == "The marks are—\n• red;\n• blue."
    assert clauses["1(2)"].kind is ClauseKind.PARAGRAPH
    assert clauses['1(4) "home"'].text == "“home” means—"
    assert clauses["2"].closing == ", and"
    assert clauses["2 inserted 5A(1)"].quoted
    assert clauses["1(2)"].heading_path == ("Part 1 Homes", "Fire", "1 Alarms")
    assert clauses["2"].heading_path == ("2 Amendment",)
    assert clauses["Sch 1 para 4(2)"].heading_path == ("Schedule 1 Tests",)


def test_words_taken_out_of_the_law_stay_marked_as_repealed() -> None:
    clause = {clause.ref: clause for clause in act().clauses}["1(3)"]
    assert (clause.text, clause.status) == ("Deleted words.", ProvisionStatus.REPEALED)


FORCE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta>
<identification><FRBRExpression><FRBRdate date="{date}" name="{name}"/></FRBRExpression></identification>
<analysis><restrictions><restriction refersTo="#e+w+s+ni" type="jurisdiction"/>
<restriction href="#section-2" refersTo="#e+w" type="jurisdiction"/></restrictions></analysis>
<proprietary>{status}</proprietary></meta><body>
<section eId="section-1"><num>1</num><heading>. . . .</heading><content><p>. . . . . .</p></content></section>
<section eId="section-2" class="prospective"><num>2</num><heading>Visits</heading>
<subsection eId="section-2-1"><num>1</num><content><p>The authority must visit.</p></content></subsection></section>
<section eId="section-3"><num>3</num><heading>Records</heading>
<subsection><num><del>1</del></num><content><p><del>The authority must burn them.</del></p></content></subsection>
<subsection><num>2</num><content><p>The authority must keep <del>all</del> records.</p></content></subsection>
</section></body></act></akomaNtoso>"""
REVISED = '<m:DocumentStatus xmlns:m="http://www.legislation.gov.uk/namespaces/metadata" Value="revised"/>'


def test_force_and_extent_of_each_provision() -> None:
    text = FORCE.format(date="2024-01-01", name="validFrom", status=REVISED)
    imported = from_akn.read(Path("act.akn"), text.encode())
    found = segment(imported, path="act.akn", kind=DocumentKind.LEGISLATION, sha256="")
    assert found.version == "revised, valid from 2024-01-01"
    assert [(clause.ref, clause.status, clause.extent) for clause in found.clauses] == [
        ("1", ProvisionStatus.REPEALED, "E+W+S+N.I."),
        ("2(1)", ProvisionStatus.PROSPECTIVE, "E+W"),
        ("3(1)", ProvisionStatus.REPEALED, "E+W+S+N.I."),
        ("3(2)", ProvisionStatus.IN_FORCE, "E+W+S+N.I."),
    ]
    assert found.clauses[3].text == "The authority must keep records."
    assert found.clauses[3].heading_path == ("3 Records",)
    assert [duty.ref for duty in read_clauses(found.clauses, kind=DocumentKind.LEGISLATION)] == ["3(2)"]
    assert found.warnings == (
        "Of its provisions 2 repealed and 1 not yet in force; no obligation is read from these.",
    )


def test_the_text_as_enacted_says_so() -> None:
    text = FORCE.format(date="2010-04-08", name="enacted", status="")
    assert from_akn.read(Path("act.akn"), text.encode()).version == "as enacted"


@pytest.fixture(scope="module")
def equality_act() -> Document:
    return _published("ukpga-2010-15.akn")


def _published(name: str) -> Document:
    if not SAMPLES.is_dir():
        pytest.skip("the legislation samples are not on this computer")
    return segment(import_file(SAMPLES / name), path=name, kind=DocumentKind.LEGISLATION, sha256="")


def test_the_public_sector_equality_duty(equality_act: Document) -> None:
    clauses = {clause.ref: clause for clause in equality_act.clauses}
    assert clauses["149(1)(a)"].text.startswith("eliminate discrimination, harassment, victimisation")
    assert clauses["149(1)(a)"].parent == clauses["149(1)"].id
    assert clauses["149(7)"].text.count("\n• ") == 8  # the eight protected characteristics that count
    assert clauses["149(1)"].heading_path[-1] == "149 Public sector equality duty"
    assert clauses["Sch 7 para 1(a)"].text == "the employment of women;"


@pytest.mark.parametrize("name", ["ukpga-2010-15.akn", "ukpga-2022-32.akn"])
def test_no_subsection_of_a_published_act_is_lost(name: str) -> None:
    found = _published(name)
    root = etree.parse(SAMPLES / name, etree.XMLParser(recover=True)).getroot()
    ours = {clause.ref for clause in found.clauses if not clause.quoted}
    query = (
        "//*[local-name()='section' or local-name()='article'][not(ancestor::*[local-name()='quotedStructure'])]"
        "[not(ancestor::*[@name='schedule'])]/*[local-name()='subsection']"
        "[*[local-name()='intro' or local-name()='content']]"
    )
    expected = set()
    for subsection in root.xpath(query):
        words = "".join(
            subsection.xpath(
                "(*[local-name()='intro' or local-name()='content'])[1]//text()[not(ancestor::*[local-name()='del'])]"
            )
        )
        if any(character.isalnum() for character in words):
            expected.add(_number(subsection.getparent()) + f"({_number(subsection)})")
    assert len(expected) > 900
    assert expected <= ours


# Counted by searching the files' text for opening tags of sections and Schedules outside quotedStructure.
@pytest.mark.parametrize(
    ("name", "sections", "schedules", "version"),
    [
        ("ukpga-2010-15.akn", 231, 26, "revised, valid from 2024-01-01"),
        ("ukpga-2022-32.akn", 209, 21, "revised, valid from 2023-10-28"),
    ],
)
def test_section_counts_of_a_published_act(name: str, sections: int, schedules: int, version: str) -> None:
    found = _published(name)
    own = [clause for clause in found.clauses if not clause.quoted]
    numbers = {re.match(r"\d+[A-Z]*", clause.ref).group() for clause in own if clause.ref[0].isdecimal()}  # type: ignore[union-attr]
    assert len(numbers) == sections
    # Schedules 20 and 24 of the Equality Act are repealed whole: dots without a number, so no clause
    heads = {head for clause in own for head in clause.heading_path if head.startswith("Schedule ")}
    assert len(heads) == schedules
    assert found.version == version
    assert {clause.extent for clause in own} >= {"E+W+S", "E+W"}


def test_sections_not_brought_into_force(equality_act: Document) -> None:
    clauses = {clause.ref: clause for clause in equality_act.clauses}
    assert (
        clauses["14(1)"].status is ProvisionStatus.PROSPECTIVE
    )  # combined discrimination was never commenced
    assert clauses["149(1)"].status is ProvisionStatus.IN_FORCE
    assert clauses["1(4)"].status is ProvisionStatus.REPEALED


def _number(element: etree._Element) -> str:
    words = element.xpath("*[local-name()='num']//text()[not(ancestor::*[local-name()='authorialNote'])]")
    return "".join(words).strip()
