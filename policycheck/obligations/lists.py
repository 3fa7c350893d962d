"""Lists: which items belong to the words above them, and which are duties of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import HolderSource, LimitKind, Modality, TimeLimit
from policycheck.lexicon.verbs import bases, noun_like, third_persons
from policycheck.obligations.actors import (
    is_person,
)
from policycheck.obligations.finite import AUXILIARIES, MODALS
from policycheck.obligations.found import Found
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.limits import find_time_limits, read_time_limits
from policycheck.obligations.reading import ADJECTIVES, asks_something, read_sentence
from policycheck.obligations.sentences import tokens_of
from policycheck.obligations.vocabulary import word_set

_LIMB_LIMITS = (LimitKind.WITHIN, LimitKind.EVERY, LimitKind.BEFORE)


_LEAD_MARKS = " :—–-"


_CASE_OPENERS = ("where", "when", "if", "unless", "while", "until", "whenever", "wherever")
_OPENS_CASE = word_set("weak_openers") | {
    *_CASE_OPENERS,
    "in",
    "on",
    "at",
    "during",
    "following",
    "upon",
    "for",
    "as",
}
_LONGEST_NAME = 60
_NOT_ACTS = (
    word_set("prepositions") | word_set("determiners") | {"not", "never", "more", "less", "later", "only"}
)
_BEING = frozenset(["be", "have", "do"])
_NEVER_VERBS = (
    _NOT_ACTS | AUXILIARIES | MODALS | word_set("openers") | word_set("relatives") | word_set("weak_openers")
    | word_set("pronouns") | word_set("adverbs") | {"be", "have", "and", "or", "but", "nor", "so"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list: its own words, the words of its own list, and the clause to cite."""

    own: str
    below: tuple["Item", ...]
    clause: Clause

    @property
    def text(self) -> str:
        return joined_words(
            self.own, *(item.text for item in self.below), self.clause.closing if self.below else ""
        )


Reading = tuple[Found, Clause, tuple[str, ...]]


def read_list(
    clause: Clause, lead: str, items: Sequence[Item], closing: str, kind: DocumentKind
) -> Iterator[Reading]:
    """Read the words above a list, the list and the words below it."""
    if lead and asks_something(lead, kind):
        banned = _banned_acts(lead, items, closing, kind)
        yield from banned or _read_bound_list(clause, lead, items, closing, kind)
        return
    if closing:
        text = joined_words(lead, *(item.text for item in items), closing)
        tail = _read_closing(lead, closing, text, kind)
        if tail is not None:
            conditions = (
                tail.conditions
                if not lead or _bare(lead) in " ".join(tail.conditions)
                else (_bare(lead), *tail.conditions)
            )
            yield replace(tail, conditions=conditions), clause, tuple(item.text for item in items)
            return
    for item in items:
        yield from _read_loose_item(lead, item, closing, kind)


def _read_closing(lead: str, closing: str, text: str, kind: DocumentKind) -> Found | None:
    """Read the words above a list and those below it as one sentence, else those below it alone."""
    start = _bare(lead)
    found = read_sentence(joined_words(start, closing), kind)
    if found is not None:
        return found.inside(text, len(text) - len(found.text), beyond=len(start))
    found = read_sentence(closing.lstrip(", "), kind)
    return None if found is None else found.inside(text, len(text) - len(found.text))


def _banned_acts(lead: str, items: Sequence[Item], closing: str, kind: DocumentKind) -> list[Reading]:
    """Read each act below a policy's "We will not:" as a ban of its own, [] where not all items are acts.

    Below "Visitors may only:" stand ways to do one thing, and in law a list is one duty.
    """
    start = _ANY_OF_THESE.sub("", _bare(lead))
    ban = read_sentence(f"{start}:", kind) if kind is DocumentKind.POLICY and items else None
    if ban is None or ban.act not in ("", "to") or not _bans(ban):
        return []
    if not all(_begins_with_act(item.own) for item in items):
        return []
    limbs = [(item, _completed(lead, start, item, closing, kind)) for item in items]
    return [
        (limb, item.clause, tuple(one.text for one in item.below)) for item, limb in limbs if limb is not None
    ]


def _bans(found: Found) -> bool:
    """Tell "must not" and "should never" from "may only"."""
    words = found.signal.lower().split()
    advised_against = found.modality is Modality.RECOMMENDATION and not {"not", "never"}.isdisjoint(words)
    return "only" not in words and (found.modality is Modality.PROHIBITION or advised_against)


def _begins_with_act(item: str) -> bool:
    words = (token.low for token in tokens_of(item[:80]) if token.low not in word_set("adverbs"))
    first = next(words, "")
    return first in _BEING or _is_act(first, after_modal=True)


def _read_bound_list(
    clause: Clause, lead: str, items: Sequence[Item], closing: str, kind: DocumentKind
) -> Iterator[Reading]:
    limbs = [_limb(lead, item, closing, kind) for item in items]
    plain = [item for item, limb in zip(items, limbs, strict=True) if limb is None]
    if plain or not items:
        found = read_sentence(lead, kind, rest=joined_words(*(item.text for item in plain), closing))
        if found is not None:
            text = joined_words(lead, *(item.text for item in items), closing)
            yield found.inside(text, 0), clause, tuple(item.text for item in plain)
    for item, limb in zip(items, limbs, strict=True):
        if limb is not None:
            yield limb, item.clause, tuple(one.text for one in item.below)


def _limb(lead: str, item: Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read an item below words that bind: a duty of its own where it has its own modal verb or time limit."""
    if _leaves_open(lead):
        return None
    own = read_sentence(item.own, kind, rest=joined_words(*(one.text for one in item.below)))
    if own is not None and own.has_subject and has_modal(own):
        return own.inside(joined_words(lead, item.text, closing), len(lead) + 1 if lead else 0)
    if _is_forbidden(lead, item.own):
        return _completed(lead, _bare(lead), item, closing, kind)
    return _timed_limb(lead, item, closing, kind)


def _completed(lead: str, start: str, item: Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read how the words above a list start, "We will not", and an item as one sentence."""
    found = read_sentence(joined_words(start, item.text), kind, rest=closing)
    text = joined_words(lead, item.text, closing)
    if found is None:
        return None
    whole = found.inside(text, len(lead) - len(start), beyond=len(start))
    return replace(whole, act=_without_mark(found.act))


def _timed_limb(lead: str, item: Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read an act with its own time limit, behind a case of its own or not: "if it leaks, mend it within a day"."""
    case = _leading_case(lead, item.own)
    asked = item.own[len(case) :].lstrip(" ,")
    if not _is_timed_act(asked, after_modal=_ends_in_modal(lead)):
        return None
    together = read_sentence(joined_words(lead, item.text[len(case) :].lstrip(" ,")), kind, rest=closing)
    if together is None:
        return None
    limb = replace(together, act=_without_mark(together.act or asked))
    if not case:
        return limb
    limb = limb.inside(joined_words(lead, item.text, closing), 0)
    if case.lower().startswith("unless"):
        return replace(limb, exceptions=(*limb.exceptions, case))
    return replace(limb, conditions=(*limb.conditions, case))


def _leading_case(lead: str, item: str) -> str:
    """Return the case that an item opens with, as in "if the lock fails, mend it within a day", else ""."""
    tokens = tokens_of(item)
    if not tokens or tokens[0].low not in _OPENS_CASE:
        return ""
    after_modal = _ends_in_modal(lead)
    acts = [
        one for one in pairwise(tokens) if one[0].low == "," and _is_act(one[1].low, after_modal=after_modal)
    ]
    known = [mark for mark, verb in acts if verb.low in bases()] or [mark for mark, _ in acts[-1:]]
    return item[: known[0].start] if known else ""


def _ends_in_modal(lead: str) -> bool:
    """Tell whether only verbs can follow: "The warden must—"."""
    return [token.low for token in tokens_of(lead[-40:]) if token.low[0].isalpha()][-1:] in (
        ["must"],
        ["shall"],
    )


def _is_act(word: str, *, after_modal: bool) -> bool:
    """Tell whether a word behind a case is the verb of what is asked; below "must—" one need not be known."""
    if after_modal:
        return word in bases() or (word.isalpha() and word not in _NEVER_VERBS)
    return word in bases() - noun_like()


def _read_loose_item(lead: str, item: Item, closing: str, kind: DocumentKind) -> Iterator[Reading]:
    """Read an item below words that bind nobody: "Where a child is missing— (a) the carer must call."""
    if _leaves_open(lead) or _is_fragment(lead):
        together = None
    elif _only_describes(lead):
        together = _by_itself(lead, item, closing, kind)
    else:
        together = _own_or_joined(lead, item, closing, kind)
    if item.below and (together is None or _is_open_item(item)):
        yield from read_list(item.clause, joined_words(lead, item.own), item.below, item.clause.closing, kind)
    elif together is not None:
        yield together, item.clause, tuple(one.text for one in item.below)


def _by_itself(lead: str, item: Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read an item that is a sentence with a subject and a modal verb of its own, whatever stands above it."""
    own = read_sentence(item.own, kind, rest=joined_words(*(one.text for one in item.below)))
    if own is None or not own.has_subject or not has_modal(own):
        return None
    return own.inside(joined_words(lead, item.text, closing), len(lead) + 1 if lead else 0)


def _only_describes(lead: str) -> bool:
    """Tell whether items only say where a text applies, or complete a clause that tells what a thing is.

    "This section does not apply to anything— (a) that is forbidden by", "a rule by which a person— (a) must".
    """
    last = lead.rpartition(";")[2]
    return any(said.search(last) for said in (_APPLIES, _MEANS)) or main_clause(tokens_of(lead)).unfinished


def _own_or_joined(lead: str, item: Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read an item by itself where it is a sentence, else as the end of the words above it."""
    start, text = _bare(lead), joined_words(lead, item.text, closing)
    if _DENIES.search(start):
        return _completed(lead, start, item, closing, kind)
    own = read_sentence(item.own, kind, rest=joined_words(*(one.text for one in item.below)))
    own = own and own.inside(text, len(lead) + 1 if lead else 0)
    if own is not None and own.has_subject:
        return replace(own, conditions=(start, *own.conditions)) if _is_case(start) else own
    if lead:
        rest = joined_words(*(one.text for one in item.below), closing)
        joined = read_sentence(joined_words(start, item.own), kind, rest=rest)
        earlier = own is not None and joined is not None and own.start - len(lead) < joined.start - len(start)
        if joined is not None and joined.start >= len(start) and not earlier:
            return joined.inside(text, len(lead) - len(start))
    if own is None or _TELLS.search(start):
        return None
    named = start.removeprefix("For ")
    holder = named if is_person(named) and len(named) < _LONGEST_NAME else own.duty_holder
    source = own.holder_source if holder == own.duty_holder else HolderSource.LIST
    conditions = (start, *own.conditions) if _is_case(start) else own.conditions
    limits = own.time_limits or _how_often(start)  # "Every day:" is said of all
    return replace(own, duty_holder=holder, holder_source=source, conditions=conditions, time_limits=limits)


def _how_often(lead: str) -> tuple[TimeLimit, ...]:
    return tuple(one for one in read_time_limits(lead) if one.kind is LimitKind.EVERY)


def _is_fragment(lead: str) -> bool:
    """Tell whether the items only complete words that bind nobody: "Mealtimes are a chance to:", "Examples:"."""
    words = [token.low for token in tokens_of(lead[-80:]) if token.low[0].isalpha()]
    return bool(words) and (words[-1] in word_set("fragments") or "ensuring" in words[-3:])


def gives_contents(lead: str) -> bool:
    """Tell whether a list says what is in what the sentence before names: "It sets out:", "They also cover:"."""
    words = [token.low for token in tokens_of(lead[:80]) if token.low not in ("also", "will")]
    if len(words) < 2 or words[0] not in ("it", "this", "these", "they"):
        return False
    return third_persons().get(words[1], words[1]) in word_set("content_verbs", "narrative")


def _is_case(lead: str) -> bool:
    words = [token.low for token in tokens_of(lead[:80])]
    return bool(words) and (
        words[0] in _CASE_OPENERS
        or words[0] in word_set("weak_openers")
        or words[0] in ("in", "on", "during", "following", "at", "for")
    )


def _is_open_item(item: Item) -> bool:
    return item.own.rstrip().endswith((":", "—", "–", "-"))


def joined_words(*parts: str) -> str:
    """Join the parts that are not empty."""
    return " ".join(part for part in parts if part)


def _bare(lead: str) -> str:
    return lead.rstrip(_LEAD_MARKS)


def _without_mark(text: str) -> str:
    return text.rstrip(" ;,.").removesuffix(" and").removesuffix(" or").rstrip(" ;,.—–")


def _leaves_open(lead: str) -> bool:
    """Tell whether the items are cases or contents: "... if—", "... stating that—"."""
    words = [token.low for token in tokens_of(lead[-80:]) if token.low[0].isalpha()]
    return bool(words) and (
        words[-1] in word_set("openers") or words[-1] in ("that", "who", "which", "when", "if", "where")
    )


def has_modal(found: Found) -> bool:
    """Tell whether a modal verb, not the plain present, decided."""
    return found.signal.lower().split()[0] in MODALS


def _is_forbidden(lead: str, item: str) -> bool:
    """Tell whether an item below "must:" takes the force of the words above it away: "not open the post"."""
    words = [token.low for token in tokens_of(item[:80]) if token.low[0].isalpha()][:2]
    above = [token.low for token in tokens_of(lead[-40:]) if token.low[0].isalpha()][-1:]
    return words[:1] in (["not"], ["never"]) and words[-1] not in _NOT_ACTS and above in (["must"], ["shall"])


def _is_timed_act(item: str, *, after_modal: bool) -> bool:
    """Tell "visit the child within 7 days" from "any person who lived there within the last 7 days"."""
    words = [token.low for token in tokens_of(item[:200])]
    first = next((word for word in words if word[0].isalpha() and word not in word_set("adverbs")), "")
    limits = [
        span
        for span in find_time_limits(item)
        if not span.value.is_vague
        and span.value.kind in _LIMB_LIMITS
        and span.value.text.lower() not in ADJECTIVES
    ]
    if not limits:
        return False
    return first in bases() or limits[0].start < 2 or (after_modal and _is_act(first, after_modal=True))


_APPLIES = re.compile(
    r"(?:^|,\s|\band\s)(?:(?:this|these|that|those|the)\s)?"
    r"(?:(?:sub-?)?(?:section|paragraph)s?|parts?|chapters?|schedules?|acts?|regulations?|rules?|orders?|articles?|"
    r"polic(?:y|ies)|procedures?|guidance|standards?|provisions?|duty|duties|requirements?|rights?|exceptions?)"
    r"(?:\s[\d(][\w().]{0,12})?(?:\s(?:and|or)\s[\d(][\w().]{0,12})?\s"
    r"(?:also\s)?(?:(?:do|does|will|shall)\s(?:not\s)?)?(?:only\s)?appl(?:y|ies)\b",
    re.IGNORECASE,
)
# Items that go on with what somebody does are no orders: "This means they: • understand the risks".
_TELLS = re.compile(r"\b(?:they|he|she|it)$", re.IGNORECASE)
# "We do not:", which no item takes leave of
_DENIES = re.compile(
    r"(?:\b(?:do|does)(?:\snot|n['’]t)|\bnever)(?:\s(?:also|ever|normally|usually))?$", re.IGNORECASE
)
# "You must not do any of the following:"
_ANY_OF_THESE = re.compile(
    r"\sdo\s(?:(?:any|either|all)\sof\s)?(?:the\sfollowing|these)(?:\sthings)?$", re.IGNORECASE
)
_MEANS = re.compile(r"[”\"’'],?\s(?:means?|includes?|has\sthe\smeaning|refers?\sto)\b")
_JOINER = re.compile(r"\b(and|or)(?:/or)?\s*$", re.IGNORECASE)
_ANY_OF = re.compile(
    r"\b(?:one\s(?:or\smore|of\sthe|of\sthese)|either|any\s(?:one\s)?of\s(?:the|these)|whichever)\b", re.IGNORECASE
)  # fmt: skip


def joiner_of(text: str, items: Sequence[str]) -> str:
    """Return the "and" or "or" between the items of a list: at the end of one of them, else as its lead says.

    A list of several items without either is joined by "and", as a reader takes it; "" where there is no list.
    """
    if len(items) < 2:
        return ""
    for item in reversed(items[:-1]):
        found = _JOINER.search(item[-12:].rstrip(" ,;:"))
        if found:
            return found[1].lower()
    lead = text[: text.find(items[0])] if items[0] in text else text
    return "or" if _ANY_OF.search(lead[-120:]) else "and"
