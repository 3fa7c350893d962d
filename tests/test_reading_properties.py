"""Random nested numbered documents, set by Word's own numbers or by typed ones, come back as they were."""

from pathlib import Path

from fixtures_reading.model import Expected, Item, Para, Part, PartKind, Policy, Scheme, Section, flatten
from fixtures_reading.reportlab_pages import reportlab_file
from fixtures_reading.styles import Style
from fixtures_reading.typst_pages import typst_file
from fixtures_reading.word_files import word_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycheck.domain.documents import DocumentKind, ImportedDocument
from policycheck.importers import from_docx, from_markdown, from_pdf
from policycheck.segmentation import segment

NUMBERED = [Scheme.DECIMAL, Scheme.LEGAL, Scheme.PLAIN, Scheme.HALF]
_VOCABULARY = [
    "carer",
    "child",
    "manager",
    "panel",
    "school",
    "record",
    "visit",
    "letter",
    "council",
    "worker",
    "nurse",
    "plan",
    "review",
    "family",
    "health",
    "meeting",
    "must",
    "may",
    "writes",
    "keeps",
    "tells",
    "asks",
    "checks",
    "before",
    "after",
    "within",
    "without",
    "under",
    "about",
    "every",
    "each",
    "other",
    "urgent",
    "written",
    "careful",
    "independent",
    "5",
    "28",
    "2024",
    "self-harm",
    "day-to-day",
    "long-term",
]

words = st.lists(st.sampled_from(_VOCABULARY), min_size=3, max_size=60).map(" ".join)
sentences = words.map(lambda text: f"The {text}.")


def _item(children: tuple[Item, ...], text: str) -> Item:
    return Item(f"the {text}" + (":" if children else ";"), children)


sub_items = st.lists(words.map(lambda text: _item((), text)), min_size=2, max_size=6).map(tuple)
items = st.lists(
    st.builds(_item, st.one_of(st.just(()), st.just(()), sub_items), words), min_size=2, max_size=10
).map(tuple)
paragraphs = st.one_of(
    sentences.map(Para),
    st.lists(sentences, min_size=2, max_size=5).map(lambda found: Para(" ".join(found))),
    st.builds(lambda text, found: Para(f"The {text} must:", items=found), words, items),
)
titles = st.sampled_from(
    ["Purpose", "Visits and meetings", "Records", "Health", "Review of plans", "Complaints"]
)
policies = st.lists(
    st.builds(
        lambda title, found: Section(title, tuple(found)),
        titles,
        st.lists(paragraphs, min_size=1, max_size=5),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda section: section.title,
).map(lambda found: Policy("random", "Random Policy", tuple(found)))
styles = st.builds(
    Style,
    name=st.just("random"),
    scheme=st.sampled_from(NUMBERED),
    automatic=st.booleans(),
    hanging=st.booleans(),
    page=st.sampled_from(["a4", "letter", "a5"]),
    margin=st.sampled_from([1.5, 2.0, 3.0]),
    size=st.sampled_from([8.0, 10.0, 11.5]),
    columns=st.sampled_from([1, 1, 2]),
    justify=st.booleans(),
    header=st.booleans(),
    footer=st.booleans(),
    serif=st.booleans(),
    plain_headings=st.booleans(),
    indented=st.booleans(),
).filter(lambda style: style.columns == 1 or style.page != "a5")  # nobody prints columns of three words


def clauses_of(imported: ImportedDocument) -> list[tuple[str, str]]:
    document = segment(imported, path="policy", kind=DocumentKind.POLICY, sha256="")
    return [(clause.ref, clause.text) for clause in document.clauses]


def pairs(expected: tuple[Expected, ...]) -> list[tuple[str, str]]:
    return [(clause.ref, clause.text) for clause in expected]


def slowly(count: int) -> settings:
    return settings(
        max_examples=count, suppress_health_check=list(HealthCheck), derandomize=True, database=None
    )


@slowly(60)
@given(policies, st.sampled_from(NUMBERED))
def test_word_documents_with_automatic_numbers(policy: Policy, scheme: Scheme) -> None:
    parts, expected = flatten(policy, scheme)
    style = Style(name="random", scheme=scheme, automatic=True)

    imported = from_docx.read(Path("random.docx"), word_file(parts, style))

    assert clauses_of(imported) == pairs(expected)


@slowly(60)
@given(policies, st.sampled_from(NUMBERED))
def test_markdown_with_typed_numbers(policy: Policy, scheme: Scheme) -> None:
    parts, expected = flatten(policy, scheme)

    imported = from_markdown.read(Path("random.md"), _markdown(parts).encode())

    assert clauses_of(imported) == pairs(expected)


@slowly(40)
@given(policies, styles)
def test_pdfs_by_reportlab(policy: Policy, style: Style) -> None:
    parts, expected = flatten(policy, style.scheme)

    imported = from_pdf.read(Path("random.pdf"), reportlab_file(parts, style))

    assert clauses_of(imported) == pairs(expected)


@slowly(30)
@given(policies, styles)
def test_pdfs_by_typst(policy: Policy, style: Style) -> None:
    parts, expected = flatten(policy, style.scheme)

    imported = from_pdf.read(Path("random.pdf"), typst_file(parts, style))

    assert clauses_of(imported) == pairs(expected)


def _markdown(parts: tuple[Part, ...]) -> str:
    marks = {PartKind.TITLE: "# ", PartKind.HEADING: "## "}
    # A full stop after a number would make it a Markdown list, which starts its own numbers.
    return "\n\n".join(f"{marks.get(part.kind, '')}{part.label} {part.text}".strip() for part in parts)
