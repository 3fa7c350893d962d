"""Markdown and MDX: structure without marks, front matter as title, components as their words."""

from pathlib import Path

import pytest

from policycheck.domain.documents import BlockKind, DocumentKind, ImportedDocument
from policycheck.importers import from_markdown, import_file
from policycheck.segmentation import segment

LAW = Path(__file__).parents[3] / "shared/data/law/markdown/legislation"
HANDBOOK = Path(__file__).parents[3] / "shared/data/policies/foster_carer_handbook"


def read(source: str, name: str = "policy.md") -> ImportedDocument:
    return from_markdown.read(Path(name), source.encode())


def printed(document: ImportedDocument) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in document.blocks]


def test_front_matter_gives_the_title_and_no_blocks() -> None:
    document = read("---\ntitle: 'Our: policy'\nlastUpdated: 2025-07-08\n---\n\nWe care.\n")
    assert (document.title, printed(document)) == ("Our: policy", ["We care."])
    assert read("# Care\n\nWe care.").title == "Care"
    assert read("We care.", "foster_care.md").title == "Foster care"


def test_a_rule_at_the_top_is_not_front_matter() -> None:
    assert printed(read("---\n\nWe care.\n\n---\n\nWe do.\n")) == ["We care.", "We do."]


def test_headings_lists_and_inline_marks() -> None:
    document = read(
        "## 4 Reviews {#reviews}\n\n**(1)** The *worker* [must](x.md) act—\n"
        "- **(a)** now; and\n  - **(i)** well;\n\n![logo](a.png)\n"
    )
    assert [(b.kind, b.text, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, "4 Reviews", 2),
        (BlockKind.PARAGRAPH, "(1) The worker must act—", 0),
        (BlockKind.BULLET, "(a) now; and", 0),
        (BlockKind.BULLET, "(i) well;", 1),
    ]


def test_ordered_lists_keep_the_number_as_printed() -> None:
    document = read("3. Third\n4. Fourth\n   - inner\n\n   More of it.\n")
    assert [(b.label, b.text, b.level) for b in document.blocks] == [
        ("3.", "Third", 0),
        ("4.", "Fourth", 0),
        ("", "inner", 1),
        ("", "More of it.", 1),
    ]


def test_wrapped_lines_join_and_numbered_lines_split() -> None:
    assert printed(read("4.1 Ring the\npolice.\n4.2 Write to\nthe parents.\n")) == [
        "4.1 Ring the police.",
        "4.2 Write to the parents.",
    ]
    assert printed(read("2.1 Ring us\n2.2 Write to us\n  a) by post\n  b) by mail\n")) == [
        "2.1 Ring us",
        "2.2 Write to us",
        "a) by post",
        "b) by mail",
    ]
    assert printed(read("as required by section\n4.2 of the Act.\n")) == [
        "as required by section 4.2 of the Act."
    ]


def test_tables_with_a_caption_above() -> None:
    document = read(
        "Table 1: Limits\n\n| Event | Limit |\n|---|---|\n| Fire | **1** day |\n| Flood | a \\| b |\n"
    )
    caption, first, second = document.blocks
    assert (caption.kind, caption.text) == (BlockKind.CAPTION, "Table 1: Limits")
    assert (first.columns, first.cells) == (("Event", "Limit"), ("Fire", "1 day"))
    assert second.cells == ("Flood", "a | b")


def test_tables_drawn_with_dashes() -> None:
    document = read(
        "Limits are below.\n\n  ------- -------\n  Event   Limit\n  ------- -------\n"
        "  Fire    1 day\n  Flood   2 days\n  ------- -------\n\nEnd.\n"
    )
    assert [block.cells for block in document.blocks if block.kind is BlockKind.ROW] == [
        ("Fire", "1 day"),
        ("Flood", "2 days"),
    ]
    assert document.blocks[1].columns == ("Event", "Limit")


def test_quotations_code_and_html_are_read() -> None:
    document = read(
        "> [!NOTE]\n> Ring first.\n\n```\nWrite it.\n```\n\n"
        "<details><summary>More</summary>\n<p>Act <b>now</b>.</p></details>\n"
    )
    assert printed(document) == ["Ring first.", "Write it.", "More", "Act now."]


def test_mdx_loses_its_program_and_keeps_its_words() -> None:
    source = """---
title: Guide
---
import { Card } from '@x/y';
import Other from "./other.mdx"
export const year = 2024;

{/* a comment */}
<Card title="Emergency" icon="rocket">
\t**Ring 999**: at once.
\t- Then ring us
</Card>

<LinkCard
  title="Forms"
  href="/forms"
/>

Imports of medicine must be logged.
"""
    document = read(source, "guide.mdx")
    assert printed(document) == [
        "Emergency",
        "Ring 999: at once.",
        "Then ring us",
        "Forms",
        "Imports of medicine must be logged.",
    ]


def test_ticks_open_lines_of_their_own() -> None:
    document = read("Carers must:\n✅ ring us\n✅ wait\n")
    assert [(b.kind, b.text) for b in document.blocks[1:]] == [
        (BlockKind.BULLET, "ring us"),
        (BlockKind.BULLET, "wait"),
    ]


def test_a_bold_term_below_definitions_is_a_definition() -> None:
    document = read(
        "## Definitions\n\n**Missing child**: one who is not where expected.\n\n- **Carer** means a foster carer.\n"
    )
    assert [(b.kind, b.cells) for b in document.blocks[1:]] == [
        (BlockKind.DEFINITION, ("Missing child",)),
        (BlockKind.DEFINITION, ("Carer",)),
    ]


def test_editors_notes_of_legislation_pages_are_dropped() -> None:
    document = read(
        "### Interpretation E+W\n\n12.1. —(1) In this Part—\n\n[ F5 “ order ” means one under the Act M1 ; ]\n\n"
        "Textual Amendments\n\nF5 Words in rule 12.1 inserted (1.4.2013) by S.I. 2012/3061\n\n"
        "Marginal Citations\n\nM1 1989 c. 41.\n\n### Next E+W\n\n12.2. Act.\n"
    )
    assert printed(document) == [
        "Interpretation",
        "12.1. —(1) In this Part—",
        "“order” means one under the Act;",
        "Next",
        "12.2. Act.",
    ]


def test_a_policy_that_only_mentions_marks_keeps_them() -> None:
    assert printed(read("Form F5 must be sent. [ F5 is blue ]\n")) == ["Form F5 must be sent. [ F5 is blue ]"]


@pytest.mark.skipif(not LAW.is_dir(), reason="the legislation samples are not on this computer")
def test_children_act_section_31_as_printed() -> None:
    path = LAW / "children_act_1989/s31.md"
    found = segment(import_file(path), path="s31.md", kind=DocumentKind.LEGISLATION, sha256="")
    clauses = {clause.ref: clause for clause in found.clauses}
    assert clauses["31(1)(a)"].text.startswith("placing the child with respect to whom")
    assert clauses["31(3B)(b)(iii)"].text.endswith("those current and future needs.")
    assert clauses["31(6)"].closing.startswith("consult the local authority")
    bold_numbers = path.read_text(encoding="utf-8").count("**(")  # every number is printed bold, once
    assert sum(clause.ref.startswith("31(") for clause in found.clauses) == bold_numbers


@pytest.mark.skipif(not LAW.is_dir(), reason="the legislation samples are not on this computer")
def test_family_procedure_rules_part_12() -> None:
    found = segment(
        import_file(LAW / "fpr_2010/FPR_Part_12.md"), path="12.md", kind=DocumentKind.LEGISLATION, sha256=""
    )
    clauses = {clause.ref: clause for clause in found.clauses}
    assert clauses["12.1(1)"].text == "The rules in this Part apply to—"
    assert clauses['12.2 "advocate"'].text.startswith(
        "“advocate” means a person exercising a right of audience"
    )
    assert not any(
        "Textual Amendments" in clause.text or "S.I. 2012/3061" in clause.text for clause in found.clauses
    )


@pytest.mark.skipif(not HANDBOOK.is_dir(), reason="the handbook is not on this computer")
def test_every_page_of_a_real_handbook_is_read_with_unique_references() -> None:
    pages = [path for path in sorted(HANDBOOK.rglob("*")) if path.suffix in {".md", ".mdx"}]
    assert len(pages) == 124
    for path in pages:
        found = segment(import_file(path), path=path.name, kind=DocumentKind.POLICY, sha256="")
        assert found.clauses or found.text.count("\n") == 0, path  # one page is only its heading
        assert len({clause.ref for clause in found.clauses}) == len(found.clauses), path


def test_boxes_to_tick_are_bullets_without_the_box() -> None:
    document = read(
        "Before you sail:\n\n- [ ] Sound the horn\n- [x] Close the ramp\n\n☐ Count heads\n☑ Wave\n"
    )
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "Before you sail:"),
        (BlockKind.BULLET, "Sound the horn"),
        (BlockKind.BULLET, "Close the ramp"),
        (BlockKind.BULLET, "Count heads"),
        (BlockKind.BULLET, "Wave"),
    ]
    assert printed(read("Member? Yes ☐ No ☐")) == ["Member? Yes ☐ No ☐"]
