"""The one table of what was read in a sentence: each part with its words, where they stand, and a remark.

The command line and the window show the same table; neither decides what is in it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from policycheck.domain.documents import Clause, ClauseKind, ProvisionStatus
from policycheck.domain.limit_words import figure_words, limit_words
from policycheck.domain.obligations import (
    CrossReference,
    HolderSource,
    Modality,
    Obligation,
    Threshold,
    TimeLimit,
)

Place = tuple[int, int]
"""From where to where in `Obligation.text`, as in text[start:end]."""


class PartKind(StrEnum):
    """What a part of a sentence tells; the value is the label to show."""

    HOLDER = "who"
    SUBJECT = "about"
    ACT = "what"
    RECIPIENT = "to whom"
    ITEM = "list"
    TIME_LIMIT = "when"
    THRESHOLD = "how much"
    CONDITION = "if"
    EXCEPTION = "unless"
    PURPOSE = "what for"
    REFERENCE = "refers to"
    UNREAD = "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of the table.

    `text` is the words to show, "" where a part is missing and `note` says why. `places` are where the words
    stand in the obligation's text, in order; empty where they stand elsewhere or were put together.
    """

    kind: PartKind
    text: str
    places: tuple[Place, ...] = ()
    note: str = ""


_HOLDER_NOTES = {
    HolderSource.SUBJECT: "the subject of the sentence",
    HolderSource.AGENT: "named after “by”",
    HolderSource.PHRASE: "named in the phrase that lays the duty",
    HolderSource.LIST: "named above the list",
    HolderSource.COLUMN: "named in the table",
    HolderSource.HEADING: "named in the heading above",
    HolderSource.ANTECEDENT: "named before; the sentence has a pronoun",
    HolderSource.PASSIVE: "not said: it must be done, and “by” names nobody",
    HolderSource.THING: "not said: the sentence is about a thing, not about who acts",
    HolderSource.RECEIVER: "not said: the sentence names who receives, not who gives",
    HolderSource.ORDER: "not said: it is told to whoever reads it",
    HolderSource.PRONOUN: "not said: nothing before it shows whom the word stands for",
    HolderSource.UNSAID: "not said",
}
_LONGEST_SUBJECT = 60  # words of a passive's subject
_WORD = re.compile(r"\w[\w’'-]*")
_CLAUSE_FOLLOWS = re.compile(
    r"(?:\s*\([A-Z]\d?\))?,?\s*(?=(?:of\s|in\s|to\s)?(?:who|whose|whom|which|that)\b)"
)
_NEGATIVE = re.compile(
    r"\b(?:no(?:\s?one|-one|body|thing)?|none|neither|never|not|under\sno\scircumstances)\b", re.I
)
_DENIES = re.compile(r"\b(?:not|never|no|only|cannot|offence|prohibited|forbidden)\b|n['’]t\b", re.IGNORECASE)
# Words that carry nothing by themselves: left over between two parts, they were not overlooked.
_LINKING_WORDS = (
    "the a an and or of to in on at by for with from as is are be been it that this which also but so any such "
    "each their its his her them they then there please note accordingly therefore"
)
_LINKING = frozenset(_LINKING_WORDS.split())


def signal_places(obligation: Obligation) -> tuple[Place, ...]:
    """Return where the words stand that decided the modality; the "No" of "No person may" is one of them."""
    text, signal, start = obligation.text, obligation.signal, obligation.signal_start
    if start < 0 or not signal:
        return ()
    if text.startswith(signal, start):
        places = [(start, start + len(signal))]
    else:  # "may ... only": the words do not stand together
        places = _in_order(text, _WORD.findall(signal), start, ())
    if obligation.modality is Modality.PROHIBITION and not _DENIES.search(signal):
        before = list(_NEGATIVE.finditer(text, 0, start))
        places = [before[-1].span(), *places] if before else places
    return tuple(places)


def parts_of(obligation: Obligation) -> tuple[Part, ...]:
    """Return the parts of an obligation in the order to show them; the last is what no part took."""
    text = obligation.text
    signals = signal_places(obligation)
    cases = [
        *(_found(PartKind.CONDITION, text, words) for words in obligation.conditions),
        *(_found(PartKind.EXCEPTION, text, words) for words in obligation.exceptions),
    ]
    figures = [
        *(_figure(PartKind.TIME_LIMIT, text, one, limit_words(one)) for one in obligation.time_limits),
        *(_figure(PartKind.THRESHOLD, text, one, figure_words(one)) for one in obligation.thresholds),
    ]  # fmt: skip
    purpose = [_found(PartKind.PURPOSE, text, obligation.purpose)] if obligation.purpose else []
    taken = [place for part in (*cases, *figures, *purpose) for place in part.places]
    act = Part(
        kind=PartKind.ACT, text=obligation.act,
        places=_act_places(obligation, signals, taken),
        note="" if obligation.act else "told in the list" if obligation.items else "not said in this sentence",
    )  # fmt: skip
    recipient = (
        [_found(PartKind.RECIPIENT, text, obligation.recipient, after=_end(signals))]
        if obligation.recipient
        else []
    )
    references = [
        _found(PartKind.REFERENCE, text, one.text, note=reference_words(one)) for one in obligation.references
    ]
    holder = _holder(obligation)
    others = [act, *recipient, *_items(obligation), *figures, *cases, *purpose, *references]
    left = _left_over(text, [*signals, *(place for part in (holder, *others) for place in part.places)])
    holder, left = _with_clause(obligation, holder, left)
    subject = _subject(obligation, left)
    unread = [place for place in left if place not in [at for part in subject for at in part.places]]
    return (holder, *subject, *others, *_unread(text, unread))


def holder_words(obligation: Obligation) -> str:
    """Say how the duty holder is known, or why nobody is named."""
    note = _HOLDER_NOTES[obligation.holder_source]
    means = f"stands for {obligation.holder_means}" if obligation.holder_means else ""
    return "; ".join(words for words in (note, means) if words)


def reference_words(reference: CrossReference) -> str:
    """Say where a cross-reference leads."""
    if reference.instrument:
        return citation(reference)
    if reference.clause:
        return f"{reference.ref}, in this document"
    return f"{reference.ref}, not found in this document" if reference.ref else "not found in this document"


def citation(reference: CrossReference) -> str:
    """Return a reference to another instrument as lawyers write it: "Equality Act 2010, s 149(1)(a)"."""
    return ", ".join(words for words in (reference.instrument, reference.ref) if words)


def why_unread(clause: Clause, by_id: dict[str, Clause], read: Iterable[str]) -> str:
    """Say why nothing was read from a clause, "" where it or the clause whose list it belongs to was read.

    `by_id` are the clauses of its document, `read` the ids of the clauses that obligations were read from.
    """
    ids = read if isinstance(read, (set, frozenset, dict)) else set(read)
    one: Clause | None = clause
    seen: set[str] = set()
    while one is not None and one.id not in seen:
        if one.id in ids:
            return ""
        seen.add(one.id)
        one = by_id.get(one.parent) if one.parent else None
    if clause.status is not ProvisionStatus.IN_FORCE:
        return f"{clause.status.value}: it asks nothing of anybody"
    if clause.quoted:
        return "inserted into another law, and read there"
    if clause.kind is ClauseKind.DEFINITION:
        return "a definition"
    return "nothing in it binds, recommends or allows"


def _holder(obligation: Obligation) -> Part:
    if not obligation.duty_holder:
        return Part(kind=PartKind.HOLDER, text="", note=holder_words(obligation))
    holder, text, start = obligation.duty_holder, obligation.text, obligation.signal_start
    before = text.rfind(holder, 0, start) if start > 0 else -1
    at = before if before >= 0 else text.find(holder, max(start, 0))
    places = ((at, at + len(holder)),) if at >= 0 else ()
    return Part(kind=PartKind.HOLDER, text=holder, places=places, note=holder_words(obligation))


def _with_clause(obligation: Obligation, holder: Part, left: list[Place]) -> tuple[Part, list[Place]]:
    """Give the holder the "who ..." that follows: "a person (A) who manages the premises"."""
    if not holder.places or holder.places[0][0] > obligation.signal_start:
        return holder, left
    text, (start, end) = obligation.text, holder.places[0]
    follows = _CLAUSE_FOLLOWS.match(text, end)
    at = follows.end() if follows else -1
    clause = next((place for place in left if place[0] <= at < place[1]), None)
    if clause is None:
        return holder, left
    whole = (start, clause[1])
    rest = [place for place in left if place is not clause]
    return replace(holder, text=text[slice(*whole)], places=(whole,)), rest


def _subject(obligation: Obligation, left: Sequence[Place]) -> list[Part]:
    """Return what stands before the deciding words where that is not who has the duty."""
    start, text = obligation.signal_start, obligation.text
    if obligation.holder_source.is_known or start <= 0:
        return []
    places = tuple((a, b) for a, b in left if b <= start and not text[b:start].strip(" ,"))
    return [Part(kind=PartKind.SUBJECT, text=text[a:b], places=((a, b),)) for a, b in places]


def _items(obligation: Obligation) -> list[Part]:
    parts: list[Part] = []
    position = 0
    for number, item in enumerate(obligation.items):
        part = _found(PartKind.ITEM, obligation.text, item, after=position)
        position = part.places[-1][1] if part.places else position
        note = obligation.joined_by if number and obligation.joined_by else ""
        parts.append(Part(kind=part.kind, text=part.text, places=part.places, note=note))
    return parts


def _figure(kind: PartKind, text: str, figure: TimeLimit | Threshold, note: str) -> Part:
    """Find a figure, with the words that start its clock where they follow it."""
    part = _found(kind, text, figure.text, note=note)
    end = _end(part.places)
    begins = text.find(figure.trigger, end, end + len(figure.trigger) + 2) if figure.trigger else -1
    if not part.places or begins < 0:
        return part
    start, stop = part.places[0][0], begins + len(figure.trigger)
    return Part(kind=kind, text=text[start:stop], places=((start, stop),), note=note)


def _found(kind: PartKind, text: str, words: str, *, after: int = 0, note: str = "") -> Part:
    at = text.find(words, after) if words else -1
    at = text.find(words) if at < 0 and words else at
    places = ((at, at + len(words)),) if at >= 0 else ()
    return Part(kind=kind, text=words, places=places, note=note)


def _end(places: Sequence[Place]) -> int:
    return places[-1][1] if places else 0


def _act_places(
    obligation: Obligation, signals: Sequence[Place], taken: Sequence[Place]
) -> tuple[Place, ...]:
    """Find the act, whose words stand in order but not together; a passive's first words stand before "must"."""
    text, words = obligation.text, obligation.act.split()
    start = max(obligation.signal_start, 0)
    if not words:
        return ()
    places: list[Place] = []
    for length in range(min(len(words), _LONGEST_SUBJECT), 0, -1):
        subject = " ".join(words[:length])
        at = text.rfind(subject, 0, start)
        if at >= 0 and not text.startswith(words[0], _first_word(text, _end(signals))):
            places, words = [(at, at + len(subject))], words[length:]
            break
    places += _in_order(text, words, start, taken)
    return tuple(_joined(text, places))


def _first_word(text: str, position: int) -> int:
    found = _WORD.search(text, position)
    return found.start() if found else len(text)


def _in_order(text: str, words: Sequence[str], position: int, taken: Sequence[Place]) -> list[Place]:
    """Find each word after the one before, outside the places that other parts took."""
    places: list[Place] = []
    for word in words:
        at = text.find(word, position)
        while at >= 0 and (inside := next((end for begin, end in taken if begin <= at < end), 0)):
            at = text.find(word, inside)
        if at < 0:
            break
        places.append((at, at + len(word)))
        position = at + len(word)
    return places


def _joined(text: str, places: Sequence[Place]) -> list[Place]:
    """Join places that only spaces part."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _left_over(text: str, taken: Iterable[Place]) -> list[Place]:
    """Return the runs of words that no part took, without those whose words only link the parts."""
    marked = bytearray(len(text))
    for start, end in taken:
        marked[start:end] = b"\x01" * (end - start)
    runs: list[Place] = []
    for word in _WORD.finditer(text):
        if 1 in marked[word.start() : word.end()]:
            continue
        if runs and 1 not in marked[runs[-1][1] : word.start()]:
            runs[-1] = (runs[-1][0], word.end())
        else:
            runs.append(word.span())
    return [
        (start, end + text.startswith(")", end) * ("(" in text[start:end]))
        for start, end in runs
        if not _LINKING.issuperset(word.lower() for word in _WORD.findall(text[start:end]))
    ]


def _unread(text: str, places: Sequence[Place]) -> list[Part]:
    if not places:
        return []
    words = " … ".join(text[start:end] for start, end in places)
    return [Part(kind=PartKind.UNREAD, text=words, places=tuple(places))]
