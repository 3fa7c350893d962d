"""CLML: provisions with the references a lawyer writes, whole instruments and fragments."""

from pathlib import Path

import pytest
from lxml import etree

from policycheck.domain.documents import BlockKind, ClauseKind, Document, DocumentKind, ProvisionStatus
from policycheck.importers import from_clml, import_file
from policycheck.segmentation import segment

SAMPLES = Path(__file__).parents[3] / "shared/data/law/clml"

ACT = """<?xml version="1.0" encoding="utf-8"?>
<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
  xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/">
<ukm:Metadata><dc:title>Safe Homes Act 2030</dc:title></ukm:Metadata>
<Primary><PrimaryPrelims><Title>Safe Homes Act 2030</Title><LongTitle>An Act</LongTitle></PrimaryPrelims>
<Body><Part><Number>PART 1</Number><Title>Homes</Title>
<Pblock><Title>Fire</Title>
<P1group><Title>Alarms</Title><P1 id="section-1"><Pnumber><CommentaryRef Ref="c1"/>1</Pnumber><P1para>
<P2><Pnumber>1</Pnumber><P2para><Text>A landlord must—</Text>
<P3><Pnumber>a</Pnumber><P3para><Text>fit an alarm<FootnoteRef Ref="f1"/> , and</Text></P3para></P3>
<P3><Pnumber>b</Pnumber><P3para><Text>test it each—</Text>
<P4><Pnumber>i</Pnumber><P4para><Text>month, or</Text></P4para></P4></P3para></P3>
<Text>and keep a record.</Text></P2para></P2>
<P2><Pnumber>2</Pnumber><P2para><Text>. . . . . .</Text></P2para></P2>
<P2><Pnumber>3</Pnumber><P2para><Text>In this section—</Text><UnorderedList Class="Definition">
<ListItem><Para><Text>“<Term>home</Term>” means a house;</Text></Para></ListItem>
<ListItem><Para><Text>“<Term>landlord</Term>” means—</Text>
<OrderedList Type="alpha"><ListItem><Para><Text>an owner;</Text></Para></ListItem>
<ListItem><Para><Text>an agent.</Text></Para></ListItem></OrderedList></Para></ListItem></UnorderedList></P2para></P2>
</P1para></P1></P1group></Pblock></Part>
<P1group><Title>Amendment</Title><P1><Pnumber>2</Pnumber><P1para><Text>After section 5 of the Old Act insert—</Text>
<BlockAmendment><P1group><Title>Ladders</Title><P1><Pnumber>5A</Pnumber><P1para>
<P2><Pnumber>1</Pnumber><P2para><Text>Ladders must be sound.</Text></P2para></P2></P1para></P1></P1group>
</BlockAmendment>
<AppendText>.</AppendText></P1para></P1></P1group>
</Body>
<Schedules><Title>SCHEDULES</Title>
<Schedule><Number>SCHEDULE 1</Number><TitleBlock><Title>Tests</Title></TitleBlock>
<Reference>Section 1</Reference>
<ScheduleBody><P1><Pnumber>4</Pnumber><P1para><P2><Pnumber>2</Pnumber><P2para><Text>Use the table.</Text>
<Tabular><table xmlns="http://www.w3.org/1999/xhtml"><thead><tr><th>Test</th><th>When</th></tr></thead>
<tbody><tr><td>Battery</td><td>Monthly</td></tr></tbody></table></Tabular></P2para></P2></P1para></P1></ScheduleBody></Schedule></Schedules>
</Primary></Legislation>"""


def act() -> Document:
    imported = from_clml.read(Path("act.xml"), ACT.encode())
    assert imported.is_legislation
    return segment(imported, path="act.xml", kind=DocumentKind.LEGISLATION, sha256="")


def test_every_provision_with_its_reference() -> None:
    found = act()
    assert found.title == "Safe Homes Act 2030"
    assert [clause.ref for clause in found.clauses] == [
        "1(1)",
        "1(1)(a)",
        "1(1)(b)",
        "1(1)(b)(i)",
        "1(2)",
        "1(3)",
        '1(3) "home"',
        '1(3) "landlord"',
        '1(3) "landlord" (a)',
        '1(3) "landlord" (b)',
        "2",
        "2 inserted heading",
        "2 inserted 5A(1)",
        "Sch 1 para 4(2)",
        "Table after Sch 1 para 4(2) row 1",
    ]


def test_words_headings_and_parents() -> None:
    found = act()
    clauses = {clause.ref: clause for clause in found.clauses}
    assert clauses["1(1)(a)"].text == "fit an alarm, and"
    assert clauses["1(1)"].closing == "and keep a record."
    assert clauses["1(1)(b)(i)"].heading_path == ("Part 1 Homes", "Fire", "1 Alarms")
    assert clauses["1(1)(b)(i)"].parent == clauses["1(1)(b)"].id
    assert clauses['1(3) "home"'].kind is ClauseKind.DEFINITION
    assert clauses['1(3) "home"'].text == "“home” means a house;"
    assert clauses["2 inserted 5A(1)"].quoted and not clauses["2"].quoted
    assert clauses["Sch 1 para 4(2)"].heading_path == ("Schedule 1 Tests",)
    assert clauses["Table after Sch 1 para 4(2) row 1"].columns == ("Test", "When")


FORCE = """<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
  xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dct="http://purl.org/dc/terms/"
  RestrictExtent="E+W+S+N.I." RestrictStartDate="2024-03-01">
<ukm:Metadata><dct:valid>2024-03-01</dct:valid><ukm:DocumentClassification>
<ukm:DocumentCategory Value="secondary"/><ukm:DocumentStatus Value="{status}"/></ukm:DocumentClassification>
</ukm:Metadata><Secondary><Body>
<P1group RestrictExtent="E+W"><Title>Visits</Title><P1><Pnumber>1</Pnumber><P1para>
<Text>The authority must visit.</Text></P1para></P1></P1group>
<P1group Status="Prospective"><Title>Plans</Title><P1><Pnumber>2</Pnumber><P1para>
<P2><Pnumber>1</Pnumber><P2para><Text>The authority must plan.</Text></P2para></P2></P1para></P1></P1group>
<P1group Match="false" RestrictEndDate="2020-01-01"><Title>Fees</Title><P1><Pnumber>3</Pnumber><P1para>
<Text>The authority must charge.</Text></P1para></P1></P1group>
<P1group Match="false" RestrictStartDate="2030-01-01"><Title>Aid</Title><P1><Pnumber>4</Pnumber><P1para>
<Text>The authority must pay.</Text></P1para></P1></P1group>
<P1group><Title>Records</Title><P1><Pnumber>5</Pnumber><P1para>
<P2><Pnumber><Repeal>1</Repeal></Pnumber><P2para><Text><Repeal>It must burn them.</Repeal></Text></P2para></P2>
<P2><Pnumber>2</Pnumber><P2para><Text>It must keep <Repeal>all </Repeal>records.</Text></P2para></P2>
</P1para></P1></P1group></Body></Secondary></Legislation>"""


def test_force_and_extent_of_each_provision() -> None:
    imported = from_clml.read(Path("si.xml"), FORCE.format(status="revised").encode())
    found = segment(imported, path="si.xml", kind=DocumentKind.LEGISLATION, sha256="")
    assert found.version == "revised, valid from 2024-03-01"
    assert [(clause.ref, clause.status, clause.extent) for clause in found.clauses] == [
        ("1", ProvisionStatus.IN_FORCE, "E+W"),
        ("2(1)", ProvisionStatus.PROSPECTIVE, "E+W+S+N.I."),
        ("3", ProvisionStatus.REPEALED, "E+W+S+N.I."),
        ("4", ProvisionStatus.PROSPECTIVE, "E+W+S+N.I."),
        ("5(1)", ProvisionStatus.REPEALED, "E+W+S+N.I."),
        ("5(2)", ProvisionStatus.IN_FORCE, "E+W+S+N.I."),
    ]
    assert found.clauses[-1].text == "It must keep records."
    assert "2 repealed and 2 not yet in force" in found.warnings[0]


def test_an_instrument_as_made_says_so() -> None:
    assert from_clml.read(Path("si.xml"), FORCE.format(status="final").encode()).version == "as made"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the legislation samples are not on this computer")
def test_a_published_fragment_tells_its_date_and_extent() -> None:
    imported = import_file(SAMPLES / "legislation_test_4.xml")
    assert imported.version == "valid from 2022-10-25"
    assert {block.extent for block in imported.blocks} == {"N.I."}


def test_a_fragment_below_a_section_takes_its_reference_from_its_id() -> None:
    fragment = b'<P3 id="section-18-2-a"><Pnumber>a</Pnumber><P3para><Text>insert</Text></P3para></P3>'
    assert [block.ref for block in from_clml.read(Path("p.xml"), fragment).blocks] == ["18(2)(a)"]


# Counted by hand in the published fragments: numbered provisions that have words of their own.
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the legislation samples are not on this computer")
@pytest.mark.parametrize("number", range(1, 9))
def test_published_fragments_lose_no_provision(number: int) -> None:
    path = SAMPLES / f"legislation_test_{number}.xml"
    document = import_file(path)
    texts = etree.parse(path).xpath("//*[local-name()='Text']")
    kinds = {BlockKind.PARAGRAPH, BlockKind.DEFINITION, BlockKind.BULLET, BlockKind.CLOSING}
    appended = etree.parse(path).xpath("//*[local-name()='AppendText'][normalize-space()!='.']")
    assert sum(block.kind in kinds for block in document.blocks) == len(texts) + len(appended)
    assert all(block.ref for block in document.blocks if block.kind is BlockKind.PARAGRAPH)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the legislation samples are not on this computer")
def test_references_read_in_a_published_fragment() -> None:
    blocks = {block.ref: block for block in import_file(SAMPLES / "legislation_test_5.xml").blocks}
    assert blocks["18(2)(a) inserted (1A)"].quoted
    assert blocks["18(5)(a)(ii) inserted (cb)"].text.startswith("for the Northern Ireland Authority")
