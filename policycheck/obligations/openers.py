"""Words that open a clause inside the sentence: "where", "if", "who", "that"."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.lexicon.verbs import pasts
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

_COMPLEMENTS = word_set("complements")
_DETERMINERS = word_set("determiners")
_OPENERS = word_set("openers")
_PREPOSITIONS = word_set("prepositions")
_PRONOUNS = word_set("pronouns")
_RELATIVES = word_set("relatives")
_WEAK_OPENERS = word_set("weak_openers")

SUBJECT_PRONOUNS = word_set("subject_pronouns", "grammar")
_BEFORE_SUBJECT = _DETERMINERS | SUBJECT_PRONOUNS
_ASKING = frozenset(["who", "what", "when", "where"])
_NUMBERS = word_set("number_words", "grammar")
_ENDS = frozenset([",", ".", ";", ""])
_MODALS = word_set("modals", "grammar")
_TOLD = word_set("told", "grammar")
_BEFORE_ANYBODY = _DETERMINERS | _PRONOUNS


# "the way each of them will be handled" tells nobody to handle them
_MANNERS = ("way", "manner", "reason")
_ANYTHING = ("anything", "everything", "something", "nothing")
_AFTER_MANNER = SUBJECT_PRONOUNS | {
    "each",
    "the",
    "every",
    "their",
    "his",
    "her",
    "our",
    "your",
    "this",
    "these",
}


@dataclass(slots=True)
class Opened:
    """A clause that waits for its verb."""

    place: int
    relative: bool
    weak: bool
    that: bool


def opens_clause(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word opens a clause that wants a verb of its own."""
    low = tokens[place].low
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    before = tokens[place - 1].low if place else ""
    if low in _OPENERS:
        return not (
            _stands_alone(low, before, after)
            or _wants_no_verb(after)
            or (low in ("until", "till") and _names_time(after))
        )
    if low in _RELATIVES or (low == "moment" and before == "the"):
        return not _stands_alone(low, before, after)
    if low in _MANNERS or low in _ANYTHING:
        return _opens_contact_clause(low, before, after)
    if low == "that":
        return _that_opens(before, after)
    if low in ("as", "than"):
        plain = low == "as" and after in ("may", "is", "are", "the")
        return after in SUBJECT_PRONOUNS or (plain and before not in ("such", "soon", "well", "same"))
    return low in _WEAK_OPENERS and _weakly_opens(low, before, after)


def _names_time(after: str) -> bool:
    """Tell "until the end of May", "until then" and "until nine at night" from "until it ends"."""
    return (
        after in ("the", "a", "an", "such", "noon", "midnight", "then", "now")
        or after[:1].isdigit()
        or after in _NUMBERS
    )


def _stands_alone(low: str, before: str, after: str) -> bool:
    """Tell "has not been told why, the school must" and "what was said and why must be kept" from "why it closed"."""
    if low in ("why", "how"):
        return after in _ENDS or after in _MODALS or after in ("is", "are")
    return low in _ASKING and after in _ENDS and before in _TOLD


def _opens_contact_clause(low: str, before: str, after: str) -> bool:
    """Tell "the way each of them will be handled" and "anything P is required to do", which ask nothing of P."""
    if low in _MANNERS:
        return before == "the" and after in _AFTER_MANNER
    somebody = after in SUBJECT_PRONOUNS or (after in _DETERMINERS and after != "that")
    return somebody or (len(after) == 1 and after.isalpha())


def _weakly_opens(low: str, before: str, after: str) -> bool:
    """Tell "after the child returns" from "once a week" and "look after the child"."""
    if before in ("look", "looks", "looked", "looking", "go", "goes"):
        return False
    if low == "once" and after in ("a", "an", "every", "each"):
        return False
    return after in _PRONOUNS or after in _DETERMINERS


def _wants_no_verb(after: str) -> bool:
    """Tell "how to", "when adopting", "if requested" from clauses with a verb of their own."""
    if after.endswith("thing") or after in (
        "things",
        "king",
        "spring",
        "building",
        "was",
        "were",
        "had",
        "did",
    ):
        return False
    return after == "to" or after.endswith("ing") or after in pasts() or after in _COMPLEMENTS


def _that_opens(before: str, after: str) -> bool:
    """Tell the conjunction from "that" in "of that authority" and "in that case"."""
    if before == "":
        return after in _BEFORE_SUBJECT
    if before == "should":
        return False  # "should that be so, ..."
    if before in _PREPOSITIONS or before in (",", "than") or after in (",", ".", ""):
        return before == "so" or (before == "," and after in _BEFORE_SUBJECT)
    if before in ("and", "or", "but"):
        return after in _BEFORE_ANYBODY
    return True


def is_relative(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the opener can itself be the subject of its clause: "who", "that", not "on whichever side"."""
    low = tokens[place].low
    if low in ("whichever", "whatever") and place and tokens[place - 1].low in _PREPOSITIONS:
        return False
    return low in _RELATIVES or low == "that"
