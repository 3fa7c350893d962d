"""What a document says, one statement at a time, in the form that comparisons need."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.figures import Figure
from policycheck.domain.obligations import Obligation
from policycheck.lexicon.headings import is_of_terms
from policycheck.lexicon.roles import find_roles
from policycheck.lexicon.words import content_words


def _no_figures(_text: str) -> tuple[Figure, ...]:
    return ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Statement:
    """One thing a document says; equal to itself alone, so that what is read off it can be kept by it at little cost.

    `clause` is the clause's index in the list given. `reading` is None where the clause neither binds nor
    permits (narrative, a definition); `stated` is then what it says as plain fact, if that was read. `in_context` is
    the text under its heading, beside its neighbours in the clause and with the document's own initials written out,
    which vectors are made of (masking figures and modals was tried and found the right clause less often); `led_in`
    the text after its headings and the sentence before, initials written out: what is read together with another
    statement's; `words` are the canonical content words of the text, `verbs` those that open the act. `term` and
    `meaning`, as written, are set for a definition. `section` is the path of headings above. `figures_of` reads the
    figures of a text: most statements are never asked for theirs. `opened_by` is the question before, which says whom
    the text is for:
    "Look under 19? Bring proof of it."
    """

    clause: int
    ref: str
    text: str
    in_context: str
    led_in: str
    words: frozenset[str]
    verbs: frozenset[str]
    roles: tuple[str, ...]
    reading: Obligation | None
    stated: Obligation | None = None
    is_row: bool = False
    term: str = ""
    meaning: str = ""
    section: str = ""
    figures_of: Callable[[str], tuple[Figure, ...]] = field(default=_no_figures, repr=False)
    opened_by: str = ""

    @property
    def said(self) -> Obligation | None:
        """The parts to compare: of the duty or permission, else of the plain fact."""
        return self.reading or self.stated

    @cached_property
    def first_cell(self) -> frozenset[str]:
        """The content words of a row's first cell, without the name of its column: what the row is about."""
        cell = self.text.partition(";")[0]
        return frozenset(content_words(cell.partition(":")[2] or cell))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the text, and of the question that it answers."""
        figures = self.figures_of(self.text)
        return (*self.figures_of(self.opened_by), *figures) if self.opened_by else figures

    @cached_property
    def meaning_figures(self) -> tuple[Figure, ...]:
        """The figures of what a term is said to mean."""
        return self.figures_of(self.meaning) if self.meaning else ()


def statements_of(
    clauses: Sequence[Clause],
    obligations: Sequence[Obligation],
    definitions: Mapping[str, tuple[str, str]] | None = None,
    *,
    stated: Sequence[Obligation] = (),
    figures: Callable[[str], tuple[Figure, ...]] | None = None,
    spelled_out: Callable[[str], str] = str,
) -> list[Statement]:
    """Return the statements of some clauses, in clause order.

    `obligations` are those read from the clauses; `definitions` maps a clause's id to the (term, meaning) that
    it defines; `stated` are readings of what holds none of the obligations; `figures` reads those of a text;
    `spelled_out` writes out the document's own initials, for what statements are found by.
    """
    facts: dict[str, list[Obligation]] = {}
    for fact in stated:
        facts.setdefault(fact.clause, []).append(fact)
    readings: dict[str, list[Obligation]] = {}
    for obligation in obligations:
        readings.setdefault(obligation.clause, []).append(obligation)
    by_id = {clause.id: clause for clause in clauses}
    inside = _clauses_inside(clauses, readings)
    statements: list[Statement] = []
    for index, clause in enumerate(clauses):
        found = readings.get(clause.id, [])
        lead = _words_above(clause, by_id)
        read = [
            _statement(index, clause, _in_context(clause, r.text), r, spelled_out, own=_own_words(r, lead))
            for r in found
        ]
        defining = _defines(clause, definitions, read)
        if defining is not None:
            # "By “crew” we mean members. Guests do not count": the second sentence was read as a rule.
            read[defining] = _defining(read[defining], definitions, clause.id)
        if read:
            # What the clause states beside what binds or permits, in the order of its text.
            read += [
                replace(_statement(index, clause, fact.text, None, spelled_out, own=fact.text), stated=fact)
                for fact in facts.get(clause.id, [])
            ]
            read.sort(key=lambda one: clause.text.find(one.text))
        statements.extend(read)
        if not found and clause.id not in inside and not clause.quoted:
            text = _with_columns(clause)
            if clause.parent in by_id:
                text = f"{by_id[clause.parent].text} {text}"
            statement = replace(
                _statement(index, clause, text, None, spelled_out),
                stated=next(iter(facts.get(clause.id, [])), None),
            )
            statements.append(_defining(statement, definitions, clause.id))
    if figures is None:
        return statements
    return with_figures(statements, figures)


def with_figures(
    statements: Sequence[Statement], figures: Callable[[str], tuple[Figure, ...]]
) -> list[Statement]:
    """Return statements that read the figures of their text and of what it says a term means."""
    return [replace(statement, figures_of=figures) for statement in statements]


def _defines(
    clause: Clause, definitions: Mapping[str, tuple[str, str]] | None, read: Sequence[Statement]
) -> int | None:
    """Return which of the statements that were read as rules of a clause says what its term means, None for none."""
    if not definitions or clause.id not in definitions or not read:
        return None
    term, meaning = definitions[clause.id]
    if clause.kind is ClauseKind.ROW or _opens_with(term, clause, read[0]):
        return 0
    return next(
        (
            place
            for place, one in enumerate(read)
            if f"{term} (" in one.text or (_THAT_IS.match(one.text) and meaning[:_OPENING] in one.text)
        ),
        None,
    )


def _opens_with(term: str, clause: Clause, read: Statement) -> bool:
    """Tell whether a clause says first what a term means, and then something that was read as a rule."""
    first = clause.text.find(read.text[:_OPENING])
    if first:
        return first > 0 and term in clause.text[:first]
    heading = clause.heading_path[-1] if clause.heading_path else ""
    if is_of_terms(heading) or term in heading or clause.text.startswith(f"{term}:"):
        return True
    told = _READ_AS.match(clause.text)
    return told is not None and term in told[0]


_THAT_IS = re.compile(
    r"(?:that['’]s|that\sis|that\smeans|we\smean|by\s(?:that|this)\swe\smean)\b", re.IGNORECASE
)
_OPENING = 30
# "When this leaflet says child, think of anybody at school": told as an order, and what a term means all the same.
_READ_AS = re.compile(
    r"(?:by|when(?:ever)?|where(?:ver)?|if)\b[^.;:]{3,80}?,?\s(?:think\sof|read|understand|take\sit)\b|"
    # "We treat a house as empty once", "A friend does not count as a visitor", "To count as a regular you must"
    r"[^.;:?]{0,140}?\b(?:count|treat|regard|class|consider|rank|qualif|reckon|log|record|book|enter|mark|becomes?|means?|mean|i\.e\.)[a-z]*\b[^.;:?]{1,80}",
    re.IGNORECASE,
)


def _defining(
    statement: Statement, definitions: Mapping[str, tuple[str, str]] | None, clause: str
) -> Statement:
    if not definitions or clause not in definitions:
        return statement
    term, meaning = definitions[clause]
    return replace(
        statement,
        term=term,
        meaning=meaning,
    )


_BULLET = "\n•"


def _words_above(clause: Clause, by_id: Mapping[str, Clause]) -> str:
    """Return the words above the list that a clause is an item of, or that it holds."""
    if clause.parent is not None and clause.parent in by_id:
        return by_id[clause.parent].text.partition(_BULLET)[0]
    lead, bullet, _ = clause.text.partition(_BULLET)
    return lead if bullet else ""


def _own_words(reading: Obligation, lead: str) -> str:
    """Return the words by which an item is recognised: its own, with who must act.

    The words above a list are shared by all its items, and often by the lists of many documents ("Under the
    regulations, carers must:"): they would make every item look like every other.
    """
    lead = " ".join(lead.split()).rstrip(":—- ")
    text = " ".join(reading.text.split())
    if not lead or reading.items or not text.startswith(lead):
        return reading.text
    own = text[len(lead) :].strip(" :—-")
    if not own:
        return reading.text
    holder = reading.duty_holder
    return own if not holder or holder in own else f"{holder}: {own}"


def _clauses_inside(clauses: Sequence[Clause], readings: dict[str, list[Obligation]]) -> set[str]:
    """Items whose words are already part of the obligation read from the words above their list."""
    inside: set[str] = set()
    for clause in clauses:
        if clause.parent is not None and (clause.parent in readings or clause.parent in inside):
            inside.add(clause.id)
    return inside


def _in_context(clause: Clause, text: str) -> str:
    return _with_columns(clause) if clause.kind is ClauseKind.ROW else text


def _with_columns(clause: Clause) -> str:
    if clause.kind is not ClauseKind.ROW or not clause.columns:
        return f"{clause.text} {clause.closing}".strip()
    cells = clause.text.split(" | ")
    pairs = [*zip(clause.columns, cells, strict=False)]
    if len(pairs) > 1 and _COUNTS_ROWS.fullmatch(pairs[0][0].strip()) and cells[0].strip(" .)").isdigit():
        pairs = pairs[1:]  # the number of the row is no figure of it
    return "; ".join(f"{column}: {cell}" if column else cell for column, cell in pairs)


_COUNTS_ROWS = re.compile(
    r"(?:nos?\.?|#|ref\.?|reference|steps?(?:\sno\.?)?|row|line)|(?:item|row|step)\snumber", re.IGNORECASE
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def _beside(clause: Clause, own: str) -> tuple[str, str]:
    """Return the sentence before some words of a clause and the one after: they say of what these speak.

    "Busy Friday? One or two over the number is fine."
    """
    start = clause.text.find(own)
    if start < 0 or clause.kind is ClauseKind.ROW:
        return "", ""
    before = SENTENCE_END.split(clause.text[:start].strip())[-1]
    after = SENTENCE_END.split(clause.text[start + len(own) :].strip())[0]
    return before, after


def _around(own: str, before: str, after: str) -> str:
    """Return some words with the sentences beside them; they stand twice, so that sentences side by side differ."""
    if not before and not after:
        return own
    return " ".join(part for part in (own, before, own, after) if part)


_THEN = re.compile(r"(?:then|if\sso|that['’]s|in\sthat\scase)\b", re.IGNORECASE)


def _opened_by(clause: Clause, own: str) -> str:
    """Return the question before some words of a clause, or what they go on from: "Done three seasons? Then"."""
    start = clause.text.find(own)
    if start <= 0 or clause.kind is ClauseKind.ROW:
        return ""
    before = SENTENCE_END.split(clause.text[:start].strip())[-1]
    return before if before.endswith("?") or _THEN.match(own) else ""


def _statement(
    index: int,
    clause: Clause,
    text: str,
    reading: Obligation | None,
    spelled_out: Callable[[str], str],
    *,
    own: str = "",
) -> Statement:
    own = text if clause.kind is ClauseKind.ROW or not own else own
    before, after = _beside(clause, own)
    around = _around(own, before, after)
    own = spelled_out(own)
    heading = clause.heading_path[-1] if clause.heading_path else ""
    above = " / ".join((*clause.heading_path, before) if before else clause.heading_path)
    lead = spelled_out(reading.act if reading is not None and reading.act else text)
    return Statement(
        clause=index,
        ref=clause.ref,
        text=text,
        in_context=spelled_out(f"{heading}: {around}" if heading else around),
        led_in=spelled_out(f"{above}: {text}" if above else text),
        words=frozenset(content_words(own)),
        verbs=frozenset(content_words(lead)[:2]),
        roles=find_roles(spelled_out(reading.duty_holder) if reading is not None else ""),
        reading=reading,
        is_row=clause.kind is ClauseKind.ROW,
        section=" / ".join(clause.heading_path),
        opened_by=_opened_by(clause, text),
    )
