"""Which verbs stand in the main clause: every "where", "if" or "who" opens a clause that wants a verb first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from policycheck.lexicon.verbs import bases, pasts, state_verbs, third_persons
from policycheck.obligations.finite import (
    AUXILIARIES,
    MODALS,
    PEOPLE_PRONOUNS,
    is_finite,
    is_first,
    is_plain_verb,
    lexical_signals,
    resumes,
)
from policycheck.obligations.openers import Opened, is_relative, opens_clause
from policycheck.obligations.regained import follows_strange_verb, regained
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

_ADVERBS = word_set("adverbs")
_OPENERS = word_set("openers")
_RELATIVES = word_set("relatives")
_WEAK_OPENERS = word_set("weak_openers")

_MAY_BE_MAIN = MODALS | {"is", "are", "has", "have"}
_CLOSING = frozenset(";")
_ENSURING = ("ensure", "ensures", "ensuring")
_CONTACT = 8  # words after "ensure" in which the verb of its clause is looked for
_JOINS = frozenset(["and", "or", "but"])
_SHORT = 4  # words: "withdraws that agreement," opens nothing


@dataclass(slots=True)
class MainClause:
    """For each word of a sentence whether a verb there is the main clause's.

    `verbs` are the places of the main clause's modal and auxiliary verbs and of other words that signal, `others`
    the places of words there that look like plain verbs ("visits"); `loose` those modals of a clause after
    a comma that only adds ("the roof, which must be mended"); `openers` the places of the words that open
    another clause; `breaks` the places of commas, semicolons and dashes; `unfinished` says that a "which" or
    "who" still waits for its verb at the end.
    """

    verbs: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    openers: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    unfinished: bool = False


def main_clause(tokens: Sequence[Token]) -> MainClause:
    """Find the main clause of a sentence. One pass, no backtracking."""
    found = MainClause()
    waiting: list[Opened] = []
    taken: list[tuple[Opened, int]] = []
    depth = 0
    telling, adverbs = _telling_words(), _ADVERBS
    after_person = False  # whether any word here may be the verb of "we" or "somebody"
    for place, (low, _, _) in enumerate(tokens):
        may_be_verb, after_person = after_person, low in PEOPLE_PRONOUNS or (after_person and low in adverbs)
        begins = bool(waiting) and is_first(tokens, place, waiting[-1])
        if low not in telling and not may_be_verb and not begins:
            continue
        if low in "()[]" and len(low) == 1:
            depth = max(0, depth + (1 if low in "([" else -1))
        elif depth:
            continue
        elif low in ",;:—–":
            found.breaks.append(place)
            waiting = _after_break(waiting, place, low)
        elif waiting and waiting[-1].weak and low in PEOPLE_PRONOUNS and place > waiting[-1].place + 2:
            waiting.pop()  # "After a hospital stay we look ...": the main clause begins without a comma
        elif opens_clause(tokens, place):
            found.openers.append(place)
            waiting.append(Opened(place, is_relative(tokens, place), low in _WEAK_OPENERS, low == "that"))
        elif low in _ENSURING and _has_contact_clause(tokens, place):
            if not waiting:
                found.others.append(place)
            waiting.append(Opened(place, relative=False, weak=True, that=False))
        elif is_finite(tokens, place, waiting):
            _take(tokens, place, waiting, taken, found)
        elif not waiting and (
            is_plain_verb(tokens, place, found.breaks[-1] + 1 if found.breaks else 0)
            or resumes(tokens, place, found.breaks)
        ):
            found.others.append(place)
    _give_back(tokens, taken, found)
    _drop_lead(tokens, found)
    found.unfinished = any(one.relative for one in waiting)
    return found


@cache
def _telling_words() -> frozenset[str]:
    """Every other word is passed over, unless it follows a pronoun or a word that opens a clause."""
    openers = _OPENERS | _RELATIVES | _WEAK_OPENERS
    verbs = bases() | state_verbs() | frozenset(third_persons()) | frozenset(pasts()) | lexical_signals()
    marks = frozenset("()[],;:—–")
    return (
        openers | verbs | marks | MODALS | AUXILIARIES | PEOPLE_PRONOUNS
        | frozenset(["that", "as", "than", "moment", "way", "manner", "reason"])
        | frozenset(["anything", "everything", "something", "nothing", *_ENSURING])
    )  # fmt: skip


def _has_contact_clause(tokens: Sequence[Token], place: int) -> bool:
    """Tell "ensure staff are trained" from "ensure that ..." and "ensure the safety of staff"."""
    after = [token.low for token in tokens[place + 1 : place + _CONTACT]]
    return (
        bool(after)
        and after[0] not in ("that", "to")
        and any(low in ("is", "are", "has", "have") for low in after)
    )


def _take(
    tokens: Sequence[Token],
    place: int,
    waiting: list[Opened],
    taken: list[tuple[Opened, int]],
    found: MainClause,
) -> None:
    """Give a finite verb to the clause that waits for one, else to the main clause."""
    low = tokens[place].low
    binds = low in MODALS or (
        low in _MAY_BE_MAIN and tokens[place + 1 : place + 2] and tokens[place + 1].low == "to"
    )
    while binds and waiting and waiting[-1].weak:
        waiting.pop()  # "Before the last day the form must be handed in", "... has to be handed in"
    if waiting:
        opened = waiting.pop()
        if (
            opened.relative
            and not opened.that
            and opened.place == place - 1
            and opened.place - 1 in found.breaks
            and low in MODALS
        ):
            found.loose.append(place)
        elif not waiting and low in _MAY_BE_MAIN:
            taken.append((opened, place))
    elif not _in_trailing_clause(place, found):
        found.verbs.append(place)


def _give_back(tokens: Sequence[Token], taken: Sequence[tuple[Opened, int]], found: MainClause) -> None:
    """Where the main clause has no verb, look again at those that clauses inside it took."""
    for opened, place in taken:
        if any(verb < place for verb in (*found.verbs, *found.others)):
            return
        first = min(found.verbs, default=len(tokens))
        if first < len(tokens) and not any(
            place < mark < first and tokens[mark].low in _CLOSING for mark in found.breaks
        ):
            return
        if (
            regained(tokens, opened, place, found.openers)
            or _follows_lead(tokens, opened, place, found)
            or (not found.others and follows_strange_verb(tokens, opened, place))
        ):
            found.verbs.insert(0, place)
            return


def _follows_lead(tokens: Sequence[Token], opened: Opened, place: int, found: MainClause) -> bool:
    """Tell whether a case at the head ended before: "Where it is said that a tree zibbles a lamp, X must ..."."""
    return (
        bool(found.openers)
        and found.openers[0] == 0
        and opened.place > 0
        and any(opened.place < mark < place and tokens[mark].low == "," for mark in found.breaks)
    )


def _in_trailing_clause(place: int, found: MainClause) -> bool:
    """After "must report where X is late and Y may ..." the second verb belongs to the condition."""
    if not found.verbs or not found.openers:
        return False
    opener = found.openers[-1]
    return opener > found.verbs[-1] and not any(opener < one < place for one in found.breaks)


def _after_break(waiting: list[Opened], place: int, mark: str) -> list[Opened]:
    """A comma closes "Where possible," and "After the visit,"; a semicolon closes everything."""
    if mark in _CLOSING:
        return []
    return [
        one
        for one in waiting
        if one.place == place - 1 or (one.relative and not (one.that and place - one.place <= _SHORT))
    ]


def _goes_on_after(tokens: Sequence[Token], found: MainClause, mark: int) -> bool:
    """Tell "Once it is in the clerk must count it, and must lock it" from "If it is in and must be paid, ..."."""
    before = [verb for verb in found.verbs if verb < mark]
    return (
        bool(before)
        and mark + 2 < len(tokens)
        and tokens[mark + 1].low in ("and", "but", "or")
        and tokens[mark + 2].low in MODALS
        and tokens[before[0]].low in MODALS
        and tokens[before[0] - 1].low not in ("and", "or")
    )


def _drop_lead(tokens: Sequence[Token], found: MainClause) -> None:
    """Drop the verbs before the comma of "If X is late and must be repaired, the landlord must ...".

    "Should X be late, the landlord repairs it" opens with a case too.
    """
    if not found.breaks:
        return
    if tokens[0].low == "should":
        found.verbs = [verb for verb in found.verbs if verb > 0]
    if (tokens[0].low != "should" and (not found.openers or found.openers[0] > 0)) or tokens[0].low in (
        "who",
        "what",
        "whoever",
    ):
        return
    first_break = found.breaks[0]
    if _goes_on_after(tokens, found, first_break):
        return
    if any(verb > first_break for verb in (*found.verbs, *found.others)):
        found.verbs = [verb for verb in found.verbs if verb > first_break]
    elif found.others and _lead_ended_before(tokens, found, first_break):
        return
    found.others = [verb for verb in found.others if verb > first_break]


def _lead_ended_before(tokens: Sequence[Token], found: MainClause, mark: int) -> bool:
    """Tell "Before it sells a seat the club tells the buyer the price, ..." from "When the bell rings, go"."""
    joined = any(token.low in _JOINS for token in tokens[: found.others[0]])
    follower = tokens[mark + 1].low if mark + 1 < len(tokens) else ""
    return not joined and follower not in bases() and follower not in _ADVERBS and follower != "please"
