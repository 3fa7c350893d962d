"""Akoma Ntoso: provisions, definitions, inserted text and tables with their references."""

from pathlib import Path

import pytest
from lxml import etree

from policycheck.domain.documents import ClauseKind, Document, DocumentKind
from policycheck.importers import from_akn, import_file
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


def _number(element: etree._Element) -> str:
    words = element.xpath("*[local-name()='num']//text()[not(ancestor::*[local-name()='authorialNote'])]")
    return "".join(words).strip()
