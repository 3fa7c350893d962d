"""Who the sentence is about: the subject before the verb, and the "by ..." of a passive."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.lexicon.roles import find_roles
from policycheck.obligations.finite import NUMBER_WORDS, is_part_of, looks_plural
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

_ADVERBS = word_set("adverbs")
_DETERMINERS = word_set("determiners")
_PREPOSITIONS = word_set("prepositions")
_PRONOUNS = word_set("pronouns")

_BEGINNING = _DETERMINERS | _PRONOUNS
_BEFORE_RELATIVE = _PREPOSITIONS | {","}
_ADVERBIAL = word_set("adverbial", "grammar")
_CUT = word_set("cut", "grammar")
_OPENING = word_set("opening", "grammar")
_TIMES = word_set("times", "grammar")
_TURNS = NUMBER_WORDS | word_set("turns", "grammar")
_NEGATIVE = frozenset(["no", "nobody", "neither", "none", "nothing", "no-one"])
# "No later than Friday the clerk must report", "no fewer than six doors will be tested": nobody is forbidden anything.
_LATEST = frozenset(["later", "sooner", "earlier"])
_FEWEST = frozenset(["fewer", "less"])
# "No later than Friday, ..." and "No, ..." are not subjects.
_NO_SUBJECT = frozenset([",", "longer", "matter", "doubt", "more", *_LATEST, *_FEWEST])


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject as written; `start` and `end` are places of words, empty where nothing stands before the verb."""

    text: str
    start: int
    end: int
    full: str = ""  # with the clause "which ..." that the text leaves out
    receives: bool = False  # the subject of "gets": somebody else must act
    denied: bool = False  # the "No" stands before an earlier part of it: "No lamp, rope or hook"

    @property
    def negative(self) -> bool:
        """Whether it says that nobody or nothing does it."""
        words = self.text.lower().split()
        denied = self.denied or (words[:1] and (words[0] in _NEGATIVE or words[:2] == ["not", "one"]))
        return bool(denied) and not self.at_least

    @property
    def at_least(self) -> bool:
        """Whether it says how many there are at least: "no fewer than two trustees"."""
        words = self.text.lower().split()
        return words[:1] == ["no"] and words[2:3] == ["than"] and words[1] in _FEWEST


def subject_of(text: str, tokens: Sequence[Token], clause: MainClause, verb: int) -> Subject:
    """Return the subject of the verb at a place: the words between the last complete clause and the verb."""
    floor = _floor(tokens, clause, verb)
    end = verb
    while end > floor and tokens[end - 1].low in _ADVERBS and tokens[end - 1].low != "all":
        end -= 1
    start = _chunk_start(tokens, floor, end)
    start, end = _main_chunk(tokens, floor, start, end)
    start = _skip_opening(tokens, start, end)
    start = _after_day(tokens, start, end)
    start = _after_preposition(text, tokens, start, end)
    if start >= end:
        return Subject("", start, start)
    full = text[tokens[start].start : tokens[end - 1].end]
    end = _without_relative(tokens, start, end)
    words = text[tokens[start].start : tokens[end - 1].end]
    return Subject(words, start, end, full, denied=_opens_with_no(tokens, clause, words, start))


def _opens_with_no(tokens: Sequence[Token], clause: MainClause, words: str, start: int) -> bool:
    """Tell whether the words of a subject are the end of "No new job, tool or substance ..."."""
    if start < 3 or tokens[0].low != "no" or tokens[1].low in _NO_SUBJECT:
        return False
    if any(place < start for place in (*clause.verbs, *clause.openers)):
        return False
    listed = tokens[start - 1].low == "," and " or " in words
    return listed and tokens[start].low not in _BEGINNING


def _floor(tokens: Sequence[Token], clause: MainClause, verb: int) -> int:
    """A subject never reaches back over another main verb or a semicolon."""
    floor = 0
    for other in clause.verbs:
        if other < verb:
            floor = other + 1
    for place in clause.breaks:
        if floor <= place < verb and tokens[place].low in (";", ":"):
            floor = place + 1
    return _after_conjunction(tokens, floor, verb) if floor and tokens[floor - 1].low not in ";:" else floor


def _after_conjunction(tokens: Sequence[Token], floor: int, verb: int) -> int:
    """After an earlier main verb the new subject follows the last "and", "but" or comma."""
    for place in range(verb - 1, floor - 1, -1):
        if tokens[place].low in ("and", "but", ",", "or", "then", "so"):
            return place + 1
    return verb


def _chunk_start(tokens: Sequence[Token], floor: int, end: int) -> int:
    depth = 0
    for place in range(end - 1, floor - 1, -1):
        low = tokens[place].low
        if low in (")", "]"):
            depth += 1
        elif low in ("(", "["):
            depth = max(0, depth - 1)
        elif low in (",", "—", "–") and not depth and not _lists_numbers(tokens, place):
            return place + 1
    return floor


def _lists_numbers(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a comma parts numbers: "section 50(2)(a), (b) or (d)", "Part 3, 4 or 5"."""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if tokens[place].low != "," or not place:
        return False
    number = after.isdigit() and tokens[place - 1].low.isdigit()
    return number or (after == "(" and tokens[place - 1].low == ")")


def _main_chunk(tokens: Sequence[Token], floor: int, start: int, end: int) -> tuple[int, int]:
    """Step back over "..., after consulting staff," and join "the plan, the notice, or the report"."""
    while start > floor:
        first = tokens[start].low if start < end else ""
        aside = first in _ADVERBIAL or _tells_of_part(tokens, start, end)
        if start == end or (aside and _has_plain_start(tokens, floor, start - 1)):
            end = start - 1
            start = _chunk_start(tokens, floor, end)
        elif (
            first in ("and", "or", "nor")
            and tokens[_chunk_start(tokens, floor, start - 1)].low not in _ADVERBIAL
        ):
            start = _chunk_start(tokens, floor, start - 1)
        else:
            break
    return start, end


def _tells_of_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a chunk is "none of whom is an employee" or "the members of which are chosen by lot"."""
    return any(
        tokens[place].low in ("whom", "which") and is_part_of(tokens, place)
        for place in range(start + 2, min(start + 5, end))
    )


def _has_plain_start(tokens: Sequence[Token], floor: int, end: int) -> bool:
    """Tell whether some chunk further left can be a subject."""
    while end > floor:
        start = _chunk_start(tokens, floor, end)
        if start < end and tokens[start].low not in _ADVERBIAL:
            return True
        end = start - 1
    return False


def _skip_opening(tokens: Sequence[Token], start: int, end: int) -> int:
    while start < end and (
        tokens[start].low in _OPENING
        or tokens[start].low in ".,;:•*()-—–\"“”'‘’"
        or tokens[start].low.isdigit()
    ):
        if tokens[start].low == "in" and tokens[start + 1].low != "addition":
            break
        start += 1
    return start


def _after_day(tokens: Sequence[Token], start: int, end: int) -> int:
    """Step over "Each Friday", "Every third winter" and "Every other week" before the subject."""
    if end - start < 3 or tokens[start].low not in ("each", "every"):
        return start
    numbered = tokens[start + 1].low in _TURNS or tokens[start + 1].low.isdigit()
    after = start + (3 if numbered else 2)
    if after >= end or (numbered and tokens[after - 1].low.removesuffix("s") not in _TIMES):
        return start
    if tokens[after].low in _BEGINNING:
        return after
    # "Each spring volunteers clear the ditch": what each or every is said of is no plural
    ends = next((place for place in range(after, end) if tokens[place].low in _PREPOSITIONS | _CUT), end)
    many = ends > after and looks_plural(tokens[ends - 1].low)
    return after if many and tokens[after - 1].low.removesuffix("s") in _TIMES else start


def _after_preposition(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """In "For each use the inventory" the subject begins at the last "the" that no preposition governs."""
    if start >= end or tokens[start].low not in _ADVERBIAL:
        return start
    if tokens[start].low in _NEGATIVE and not _tells_when(tokens, start, end):
        return start
    if _bounds_a_number(tokens, start, end):
        return start
    prepositions, determiners = _PREPOSITIONS, _BEGINNING
    for place in range(end - 1, start, -1):
        if tokens[place].low in determiners and tokens[place - 1].low not in prepositions:
            return place
    for place in range(end - 1, start, -1):
        if (
            find_roles(text[tokens[place].start : tokens[end - 1].end])
            and tokens[place - 1].low not in prepositions | determiners
        ):
            return place
    return end


def _bounds_a_number(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell "at least four stewards" and "between two and four stewards" from "between two and four the stewards"."""
    first, second = tokens[start].low, tokens[min(start + 1, end - 1)].low
    if first == "at":
        return end - start > 2 and second in ("least", "most")
    counted = first == "between" and (second[0].isdigit() or second in NUMBER_WORDS)
    return counted and all(token.low not in _BEGINNING - NUMBER_WORDS for token in tokens[start:end])


def _tells_when(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell "no later than Friday the clerk" and "no less than a week before it the clerk" from "no fewer than six"."""
    low = [token.low for token in tokens[start:end]]
    if low[2:3] != ["than"]:
        return False
    return low[1] in _LATEST or (low[1] in _FEWEST and not {"before", "after"}.isdisjoint(low))


def _without_relative(tokens: Sequence[Token], start: int, end: int) -> int:
    for place in range(start + 1, end):
        if tokens[place].low in _CUT:
            return place - 1 if tokens[place - 1].low in _BEFORE_RELATIVE else place
    return end
