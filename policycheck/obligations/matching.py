"""Signal phrases at a place in a sentence, and the adverbs, negations and asides around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.lexicon.verbs import bases, third_persons
from policycheck.obligations.finite import AUXILIARIES, MODALS
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import signal_phrases, word_set

_ADVERBS = word_set("adverbs")

_NEGATIVE_PHRASES = (
    ("under", "no", "circumstances"), ("in", "no", "circumstances"), ("on", "no", "account"), ("at", "no", "time"),
    ("in", "no", "case"), ("on", "no", "occasion"), ("under", "no", "circumstance"), ("in", "no", "event"),
)  # fmt: skip
# "Do not under any circumstances leave": they press what is denied anyhow.
_PRESSING = tuple((first, "any", last) for first, _, last in _NEGATIVE_PHRASES)

# No adverbs: "must fly the flag", "may multiply".
_VERBS_IN_LY = bases() | {"multiply", "tally", "rally", "imply", "bully", "ally", "sully", "ply"}
_LONGEST_ASIDE = 40
_LONGEST_SOURCE = 16  # words of "under section 17 of the Children Act 1989"
_OWED = frozenset(["duty", "obligation", "responsibility"])


@dataclass(frozen=True, slots=True)
class Match:
    """A signal phrase at tokens[start:after]; `name` is the list of the vocabulary it stands in."""

    name: str
    words: tuple[str, ...]
    start: int
    after: int


def match_phrase(tokens: Sequence[Token], place: int) -> Match | None:
    """Return the longest signal phrase that begins at a place, adverbs between its words skipped."""
    phrases = signal_phrases().get(tokens[place].low)
    if phrases is None:
        return None
    reach = _reach(tokens, place + 1)
    for phrase, name in phrases:
        if len(phrase) > 1 and phrase[1] not in reach:
            continue
        at = place + 1
        for word in phrase[1:]:
            while (
                at < len(tokens)
                and tokens[at].low != word
                and tokens[at].low in _ADVERBS
                and tokens[at].low not in ("not", "never")
            ):
                at += 1
            if word == "to" and at - place > 1:
                at = _past_source(tokens, at)
            if at >= len(tokens) or tokens[at].low != word:
                break
            at += 1
        else:
            return Match(name, phrase, place, at)
    return None


def _past_source(tokens: Sequence[Token], place: int) -> int:
    """Step over what stands before the "to" of "is obliged, where asked, to" and "has a duty under section 4 to"."""
    low = tokens[place].low if place < len(tokens) else ""
    if low in (",", "("):
        return _end_of_aside(tokens, place) + 1 or place
    if low not in ("under", "in") or tokens[place - 1].low not in _OWED:
        return place
    for at in range(place + 1, min(place + _LONGEST_SOURCE, len(tokens))):
        if tokens[at].low == "to":
            return at
        if tokens[at].low in ",;:":
            break
    return place


def _reach(tokens: Sequence[Token], place: int) -> set[str]:
    """Return the words that can come next in a phrase: the adverbs from a place, and the word after them."""
    adverbs, reach = _ADVERBS, set()
    for token in tokens[place:]:
        reach.add(token.low)
        if token.low not in adverbs:
            break
    return reach


def denied_before(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "never" stands right before the signal: "you never have to"."""
    while place > 0 and tokens[place - 1].low in _ADVERBS:
        place -= 1
        if tokens[place].low in ("never", "not"):
            return True
    return False


def negative_opening(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence opens with "Under no circumstances", "Nor may" or "Not until noon may"."""
    words = tuple(token.low for token in tokens[:3])
    if words[:1] in (("nor",), ("neither",)):
        return words[0] == "nor" or words[1:2] == () or words[1] in MODALS | AUXILIARIES
    return words in _NEGATIVE_PHRASES or words[:2] in (("not", "until"), ("not", "till"), ("not", "before"))


def opens_turned(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether only a denial stands before a verb, whose subject follows it: "In no case is a clerk to"."""
    words = tuple(token.low for token in tokens[:verb])
    return words in _NEGATIVE_PHRASES or words in (("never",), ("nor",), ("neither",))


def match_turned(tokens: Sequence[Token], verb: int) -> Match | None:
    """Return the signal of "is an operator to accept" and "are staff allowed to leave", None where nothing binds."""
    for at in range(verb + 2, min(verb + _LONGEST_ASIDE, len(tokens) - 1)):
        low = tokens[at].low
        if (
            low in MODALS | AUXILIARIES
            or low in word_set("relatives") | word_set("openers")
            or low in (";", ".")
        ):
            return None
        if low == "to":
            words = (tokens[verb].low, tokens[at - 1].low, low)
            names = dict(signal_phrases()[words[0]])
            if words in names:
                return Match(names[words], words, verb, at + 1)
            return Match("obligation", (words[0], low), verb, at + 1)
    return None


def presses(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "under any circumstances" or the like stands at a place."""
    return tuple(token.low for token in tokens[place : place + 3]) in _PRESSING


def keeps_out(tokens: Sequence[Token], after: int) -> int:
    """Return the place of the "no" of "take no part in", "have no further say", "have nothing to do with", else -1."""
    verb, denial, *rest = (*(token.low for token in tokens[after : after + 6]), "", "")
    if third_persons().get(verb, verb) not in ("have", "take", "play"):
        return -1
    if denial == "no":
        out = not word_set("parts_taken", "grammar").isdisjoint(rest[:2])
    else:
        out = denial == "nothing" and ["to", "do", "with"] in (rest[:3], rest[1:4])
    return after + 1 if out else -1


def predicate_words(tokens: Sequence[Token], after: int) -> tuple[str, ...]:
    """Return the first words of the predicate, in lower case."""
    return tuple(token.low for token in tokens[after : after + 5])


def skip_asides(tokens: Sequence[Token], place: int) -> tuple[int, bool, bool]:
    """Step over adverbs and "..., within 10 days, ..." after a modal; tell of "not" and "only" among them."""
    negated = only = False
    while place < len(tokens):
        low = tokens[place].low
        triple = tuple(token.low for token in tokens[place : place + 3])
        if triple in _NEGATIVE_PHRASES:
            negated, place = True, place + 3
        elif triple in _PRESSING:
            place += 3
        elif low in ("not", "never", "neither"):
            follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
            negated = negated or follower not in ("only", "merely", "just")
            place += 1
        elif low in _ADVERBS or (low.endswith("ly") and low not in _VERBS_IN_LY):
            only = only or low in ("only", "solely", "exclusively")
            place += 1
        elif low in (",", "(", "—", "–"):
            closing = _end_of_aside(tokens, place)
            if closing < 0:
                break
            place = closing + 1
        else:
            break
    return place, negated, only


def _end_of_aside(tokens: Sequence[Token], place: int) -> int:
    mark = ")" if tokens[place].low == "(" else tokens[place].low
    for at in range(place + 1, min(place + _LONGEST_ASIDE, len(tokens))):
        if tokens[at].low == mark:
            return at
    return -1
