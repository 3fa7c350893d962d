"""Who has a duty where its own sentence does not name them: whom a pronoun stands for, terms, headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policycheck.domain.documents import Clause, DocumentKind, Term
from policycheck.domain.obligations import HolderSource
from policycheck.lexicon.roles import ends_in_role, is_body, names_person
from policycheck.lexicon.verbs import bases, third_persons
from policycheck.obligations.actors import is_actor, is_person
from policycheck.obligations.finite import AUXILIARIES, MODALS
from policycheck.obligations.found import Found
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.sentences import Token, tokens_of
from policycheck.obligations.vocabulary import word_set

_THINGS = frozenset(("it",))
_PEOPLE = frozenset(("he", "she", "he or she", "she or he", "they"))
_OURSELVES = "we"
_OUR_ORGANISATION = "the organisation whose text this is"
_CASES = frozenset(("where", "if", "when", "whenever", "once", "unless", "before", "after"))
_LONGEST_SUBJECT = 12  # words of the subject of a condition
_LONGEST_HEADING = 80
_ARTICLE = re.compile(r"^(?:the|an?|each|every|any|our)\s+", re.IGNORECASE)
_I = re.IGNORECASE
_WORK = r"(?:roles?|duties|responsibilit(?:y|ies)|tasks|obligations|functions)"
_DUTIES_OF = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"^[\d.\s]*(?:the\s)?(?:\w+\s)?{_WORK}(?:\sand\s{_WORK})?\s(?:of|for)\s(?P<holder>[^,:;]+)$",
        rf"^[\d.\s]*(?P<holder>[^,:;]+?)(?:['’]s|['’])?\s{_WORK}(?:\sand\s{_WORK})?$",
        r"^[\d.\s]*what\s(?P<holder>[^,:;]+?)\s(?:must|should|will|has\sto|have\sto|needs?\sto)\sdo$",
    )
)
_UNDER_DUTIES = re.compile(rf"\b{_WORK}\b", _I)
_OPEN = re.compile(
    r"^(?P<holder>[^,:;.?]+?)\s(?:must|shall|should|will|may|can|do|are\sto|is\sto)(?:\s(?:not|never|always|also|only))*$",
    _I,
)
_NO_VERBS = word_set("determiners") | word_set("pronouns") | word_set("prepositions") | word_set("openers")
_CONTINUING = frozenset(("not", "never", "always", "be", "have"))
_NUMBER = re.compile(r"^[\d.]+\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says beside a sentence: its own terms, by name in lower case, and what kind it is."""

    terms: Mapping[str, str]
    kind: DocumentKind


def context_of(terms: Sequence[Term], kind: DocumentKind) -> Context:
    """Return the context of a document's sentences; of a term explained twice the first meaning counts."""
    known: dict[str, str] = {}
    for term in terms:
        known.setdefault(term.short.lower(), term.long)
    return Context(known, kind)


def settled(found: Found, clause: Clause, before: Found | None, context: Context) -> Found:
    """Return a reading with its duty holder settled as far as the text around the sentence tells.

    `before` is the reading of the statement right before this one in the same clause or under the same heading.
    """
    subject = found.subject.lower()
    if subject in _THINGS or subject in _PEOPLE:
        return _with_antecedent(found, before, things=subject in _THINGS)
    if found.holder_source is HolderSource.ORDER:
        return _under_heading(found, clause)
    if subject == _OURSELVES and found.duty_holder:
        return replace(found, holder_means=context.terms.get(_OURSELVES, _OUR_ORGANISATION))
    return _by_term(found, context) if context.terms else found


def _with_antecedent(found: Found, before: Found | None, *, things: bool) -> Found:
    if found.holder_source not in (HolderSource.SUBJECT, HolderSource.PRONOUN):
        return found  # a passive: who is told or looked after, not who acts
    named = _subject_of_case(found.text, found.start)
    if not _can_be(named, things=things):
        named = before.duty_holder if before is not None and not _is_pronoun(before.duty_holder) else ""
        if named and before is not None and before.recipient and not things:
            named = ""  # "the manager tells the parent. They must": it may be either
    if not _can_be(named, things=things):
        return found
    return replace(found, duty_holder=named, holder_source=HolderSource.ANTECEDENT)


def _is_pronoun(words: str) -> bool:
    return words.lower() in _PEOPLE | _THINGS | {_OURSELVES, "you", "i"}


def _can_be(named: str, *, things: bool) -> bool:
    if not named or not is_actor(named):
        return False
    return is_body(named) if things else names_person(named) or not is_body(named)


def _subject_of_case(text: str, start: int) -> str:
    """Return the subject of a condition that opens the sentence: "a local authority" in "Where a local authority"."""
    tokens = tokens_of(text)
    opened = [
        place
        for place, token in enumerate(tokens)
        if token.start < start and token.low in _CASES and (not place or tokens[place - 1].low in ".;:,—")
    ]
    if not opened:
        return ""
    first = opened[-1] + 1
    end = first
    while end < len(tokens) and end - first < _LONGEST_SUBJECT and not _ends_subject(tokens, end, first):
        end += 1
    if end == first or tokens[end - 1].start >= start:
        return ""
    return text[tokens[first].start : tokens[end - 1].end]


def _ends_subject(tokens: Sequence[Token], place: int, first: int) -> bool:
    low = tokens[place].low
    if (
        low in MODALS
        or low in AUXILIARIES
        or low in ",;:.—–("
        or low in ("who", "which", "that", "has", "have")
    ):
        return True
    return place > first + 1 and low in third_persons()


def open_heading(clause: Clause) -> str:
    """Return the heading above a clause where it is the beginning of a sentence: "Carers must not"; "" otherwise."""
    heading = clause.heading_path[-1] if clause.heading_path else ""
    return _open_heading(heading) if len(heading) <= _LONGEST_HEADING else ""


@lru_cache(maxsize=1024)
def _open_heading(heading: str) -> str:
    name = _NUMBER.sub("", heading).rstrip(" :—–-.")
    found = _OPEN.match(name)
    return name if found and is_person(found["holder"].lower()) else ""


def _begins_with_verb(sentence: str) -> bool:
    """Tell "Keep a log", and "Shout at people" whose verb no vocabulary has, from "Visits matter"."""
    tokens = tokens_of(sentence)
    first = tokens[0].low if tokens else ""
    if first in bases() or first in _CONTINUING:
        return True
    clause = main_clause(tokens)
    alone = not clause.verbs and not clause.others and first.isalpha() and len(tokens) > 1
    return alone and first not in _NO_VERBS and not first.endswith(("s", "ing", "ed"))


def below_heading(sentence: str, heading: str) -> str:
    """Complete a heading with a sentence that begins with the verb it waits for, such as "Carers must not"."""
    if not heading or not _begins_with_verb(sentence):
        return sentence
    return f"{heading} {sentence[:1].lower()}{sentence[1:]}"


@lru_cache(maxsize=1024)
def _holder_of_heading(heading: str, above: str) -> str:
    """Return who a heading says the duties below it are of, as written; "" for none."""
    if len(heading) > _LONGEST_HEADING:
        return ""
    for pattern in _DUTIES_OF:
        found = pattern.match(heading.strip(" :"))
        if found and _is_somebody(found["holder"]):
            return found["holder"].strip()
    name = _NUMBER.sub("", heading).strip(" :")
    if len(above) <= _LONGEST_HEADING and _UNDER_DUTIES.search(above) and _is_somebody(name):
        return name
    return ""


def _is_somebody(phrase: str) -> bool:
    return is_person(phrase.lower()) and ends_in_role(phrase) and " and " not in phrase.lower()


def _under_heading(found: Found, clause: Clause) -> Found:
    path = clause.heading_path
    holder = _holder_of_heading(path[-1], path[-2] if len(path) > 1 else "") if path else ""
    return replace(found, duty_holder=holder, holder_source=HolderSource.HEADING) if holder else found


_THE_ONLY = re.compile(
    r"^(?:no|nobody|none|any)\b.{0,30}?\s(?:other\sthan|except|but|save)\s(?:(?:the|an?)\s)?(?P<who>.+)$",
    re.IGNORECASE,
)


def _of_the_only(subject: str, context: Context) -> str:
    """Return what the document means by those who alone may act: "no person other than a practitioner"."""
    found = _THE_ONLY.match(subject)
    return context.terms.get(found["who"].lower(), "") if found else ""


def _by_term(found: Found, context: Context) -> Found:
    """A term of the document can name who acts, though no vocabulary knows it: "the Trust", "Homes"."""
    name = _ARTICLE.sub("", found.duty_holder or found.subject)
    means = context.terms.get(name.lower(), "")
    if not means:
        return (
            replace(found, holder_means=_of_the_only(found.subject, context))
            if not found.duty_holder
            else found
        )
    if found.duty_holder:
        return replace(found, holder_means=means)
    if found.holder_source is HolderSource.THING and is_actor(means):
        return replace(
            found, duty_holder=found.subject, holder_source=HolderSource.SUBJECT, holder_means=means
        )
    return found
