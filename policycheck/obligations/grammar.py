"""Which verbs stand in the main clause: every "where", "if" or "who" opens a clause that wants a verb first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from policycheck.lexicon.verbs import bases, noun_like, pasts, state_verbs, third_persons
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

MODALS = frozenset("must shall should may might can could will would cannot ought can't won't mustn't shouldn't".split())
AUXILIARIES = frozenset("is are was were has have had does do did isn't aren't don't doesn't hasn't haven't".split())
_SUBJECT_PRONOUNS = frozenset("we you they i it he she".split())
_PLURALS = frozenset("people children staff persons personnel parties police".split())
_CLOSING = frozenset(";")


@dataclass(slots=True)
class MainClause:
    """For each word of a sentence whether a verb there is the main clause's.

    `verbs` are the places of finite verbs of the main clause; `openers` the places of the words that open
    another clause; `breaks` the places of commas, semicolons and dashes.
    """

    verbs: list[int] = field(default_factory=list)
    openers: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A clause that waits for its verb."""

    place: int
    relative: bool
    weak: bool


def main_clause(tokens: Sequence[Token]) -> MainClause:
    """Find the main clause of a sentence. One pass, no backtracking."""
    found = MainClause()
    waiting: list[_Open] = []
    depth = 0
    for place, token in enumerate(tokens):
        low = token.low
        if low in "()[]" and len(low) == 1:
            depth = max(0, depth + (1 if low in "([" else -1))
        elif depth:
            continue
        elif low in ",;:—–":
            found.breaks.append(place)
            waiting = _after_break(waiting, place, low)
        elif _opens(tokens, place):
            found.openers.append(place)
            waiting.append(_Open(place, _is_relative(tokens, place), low in word_set("weak_openers")))
        elif _is_finite(tokens, place, waiting):
            _take(place, low, waiting, found)
    _drop_lead(tokens, found)
    return found


def _take(place: int, low: str, waiting: list[_Open], found: MainClause) -> None:
    """Give a finite verb to the clause that waits for one, else to the main clause."""
    if low in MODALS or low in ("is", "are"):
        while low in MODALS and waiting and waiting[-1].weak:
            waiting.pop()
    if waiting:
        waiting.pop()
    elif not _in_trailing_clause(place, found):
        found.verbs.append(place)


def _in_trailing_clause(place: int, found: MainClause) -> bool:
    """After "must report where X is late and Y may ..." the second verb belongs to the condition."""
    if not found.verbs or not found.openers:
        return False
    opener = found.openers[-1]
    return opener > found.verbs[-1] and not any(opener < one < place for one in found.breaks)


def _after_break(waiting: list[_Open], place: int, mark: str) -> list[_Open]:
    """A comma closes "Where possible," and "After the visit,"; a semicolon closes everything."""
    if mark in _CLOSING:
        return []
    return [one for one in waiting if one.relative or one.place == place - 1]


def _opens(tokens: Sequence[Token], place: int) -> bool:
    low = tokens[place].low
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    before = tokens[place - 1].low if place else ""
    if low in word_set("openers"):
        return not (_wants_no_verb(after) or (low == "until" and after in ("the", "a", "an", "such")))
    if low in word_set("relatives"):
        return True
    if low == "that":
        return _that_opens(before, after)
    nominative = after in _SUBJECT_PRONOUNS
    if low == "as":
        return nominative or after in ("may", "is", "are", "the") and before not in ("such", "soon", "well", "same")
    if low == "than":
        return nominative
    if low == "once" and after in ("a", "an", "every", "each", "per", "in", "the") and after != "the":
        return False
    if low in word_set("weak_openers"):
        return after in word_set("pronouns") or after in word_set("determiners")
    return False


def _wants_no_verb(after: str) -> bool:
    """Tell "how to", "when adopting", "if requested" from clauses with a verb of their own."""
    if after in ("thing", "things", "anything", "something", "everything", "nothing", "king", "spring", "building"):
        return False
    return after == "to" or after.endswith("ing") or after in pasts() or after in word_set("complements")


def _that_opens(before: str, after: str) -> bool:
    """Tell the conjunction from "that" in "of that authority" and "in that case"."""
    if before in word_set("prepositions") or before in (",", "", "than") or after in (",", ".", ""):
        return before == "so" or (before == "," and after in word_set("determiners") | _SUBJECT_PRONOUNS)
    if before in ("and", "or", "but"):
        return after in word_set("determiners") | word_set("pronouns")
    return True


def _is_relative(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].low in word_set("relatives") or tokens[place].low == "that"


@cache
def _modal_followers() -> frozenset[str]:
    return MODALS | AUXILIARIES


def _is_finite(tokens: Sequence[Token], place: int, waiting: list[_Open]) -> bool:
    low = tokens[place].low
    before = _word_before(tokens, place)
    if low in MODALS:
        return not (low in ("can", "will", "may") and before in ("the", "a", "last", "in", "of", "own", "living", "free"))
    if low in AUXILIARIES:
        return not (low in ("have", "do") and (before in MODALS or before in ("to", "not")))
    return bool(waiting) and _completes(tokens, place, waiting[-1])


def _word_before(tokens: Sequence[Token], place: int) -> str:
    place -= 1
    while place >= 0 and tokens[place].low in word_set("adverbs"):
        place -= 1
    return tokens[place].low if place >= 0 else ""


def _completes(tokens: Sequence[Token], place: int, clause: _Open) -> bool:
    """Tell whether a word can be the verb that an open clause waits for."""
    low = tokens[place].low
    before = tokens[place - 1].low
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if follower in _modal_followers() and third_persons().get(low, low) in noun_like():
        return False
    directly = place == clause.place + 1
    if directly:
        return clause.relative and _verb_shaped(low)
    if low in third_persons():
        return not (before in word_set("determiners") or before in word_set("prepositions"))
    if low in pasts():
        return before not in word_set("determiners") and before not in word_set("prepositions")
    if low in bases() or low in state_verbs():
        return before in _SUBJECT_PRONOUNS or _looks_plural(before)
    return False


def _verb_shaped(word: str) -> bool:
    """Tell whether a word right after "who" or "which" can be its verb, known or not."""
    if word in word_set("determiners") or word in word_set("pronouns") or word in word_set("prepositions"):
        return False
    return word.endswith(("s", "ed")) or word in bases() or word in pasts() or word in state_verbs()


def _looks_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")))


def _drop_lead(tokens: Sequence[Token], found: MainClause) -> None:
    """In "If X is late and must be repaired, the landlord must ..." the verbs before the comma are not the main ones."""
    if not found.openers or found.openers[0] > 0 or not found.breaks or tokens[0].low in ("who", "what", "whoever"):
        return
    first_break = found.breaks[0]
    if any(verb > first_break for verb in found.verbs):
        found.verbs = [verb for verb in found.verbs if verb > first_break]
