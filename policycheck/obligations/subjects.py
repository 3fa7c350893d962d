"""Who the sentence is about: the subject before the verb, and the "by ..." of a passive."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from policycheck.lexicon.data import load
from policycheck.lexicon.roles import ends_in_role, find_roles
from policycheck.lexicon.verbs import pasts
from policycheck.obligations.grammar import AUXILIARIES, MODALS, MainClause
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

_JOINERS = ("and", "or", "nor", "but", "so", "then")
_ADVERBIAL = word_set("adverbial", "grammar")
_CUT = word_set("cut", "grammar")
_OPENING = word_set("opening", "grammar")
_NEGATIVE = frozenset(["no", "nobody", "neither", "none", "nothing", "no-one"])
_AGENT_ENDS = word_set("agent_ends", "grammar")
_LONGEST_AGENT = 9


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject as written; `start` and `end` are places of words, empty where nothing stands before the verb."""

    text: str
    start: int
    end: int
    full: str = ""  # with the clause "which ..." that the text leaves out
    receives: bool = False  # the subject of "gets": somebody else must act

    @property
    def negative(self) -> bool:
        """Whether it says that nobody or nothing does it."""
        words = self.text.lower().split()
        return bool(words) and (words[0] in _NEGATIVE or words[:2] in (["not", "one"],))


def subject_of(text: str, tokens: Sequence[Token], clause: MainClause, verb: int) -> Subject:
    """Return the subject of the verb at a place: the words between the last complete clause and the verb."""
    floor = _floor(tokens, clause, verb)
    end = verb
    while end > floor and tokens[end - 1].low in word_set("adverbs") and tokens[end - 1].low != "all":
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
    return Subject(text[tokens[start].start : tokens[end - 1].end], start, end, full)


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
        elif low in (",", "—", "–") and not depth:
            return place + 1
    return floor


def _main_chunk(tokens: Sequence[Token], floor: int, start: int, end: int) -> tuple[int, int]:
    """Step back over "..., after consulting staff," and join "the plan, the notice, or the report"."""
    while start > floor:
        first = tokens[start].low if start < end else ""
        if start == end or (first in _ADVERBIAL and _has_plain_start(tokens, floor, start - 1)):
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
    """Step over "Each Friday" and "Every month" before the subject."""
    if (
        end - start > 2
        and tokens[start].low in ("each", "every")
        and tokens[start + 2].low in word_set("determiners") | word_set("pronouns")
    ):
        return start + 2
    return start


def _after_preposition(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """In "For each use the inventory" the subject begins at the last "the" that no preposition governs."""
    if start >= end or tokens[start].low not in _ADVERBIAL or tokens[start].low in _NEGATIVE:
        return start
    if tokens[start].low == "at" and end - start > 2 and tokens[start + 1].low in ("least", "most"):
        return start
    prepositions, determiners = word_set("prepositions"), word_set("determiners") | word_set("pronouns")
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


def _without_relative(tokens: Sequence[Token], start: int, end: int) -> int:
    for place in range(start + 1, end):
        if tokens[place].low in _CUT:
            return place - 1 if tokens[place - 1].low in word_set("prepositions") | {","} else place
    return end


@cache
def _job_words() -> frozenset[str]:
    return frozenset(load("roles")["job_words"])


def is_person(phrase: str) -> bool:
    """Tell whether a phrase names somebody who can act: a role, a job, "we", "nobody"."""
    words = [word.strip("'’,.()\"“”").lower() for word in phrase.split()]
    if not words:
        return False
    head = _head(words)
    if words[0] in (
        "we",
        "you",
        "they",
        "he",
        "she",
        "i",
        "nobody",
        "anyone",
        "everyone",
        "everybody",
        "no-one",
        "somebody",
        "those",
        "whoever",
        "anybody",
        "all",
        "each",
    ):
        return words[0] not in ("those", "all", "each") or bool(find_roles(" ".join(head))) or len(words) == 1
    if _is_job(head[-1]):
        return True
    return ends_in_role(" ".join(head))


def _is_job(word: str) -> bool:
    return word in _job_words() or word.removesuffix("s") in _job_words()


def _head(words: list[str]) -> list[str]:
    """Return the words up to the first "of", "in", "who" ...: what the phrase is, not what it belongs to."""
    for place, word in enumerate(words):
        if (
            place
            and (word in word_set("prepositions") or word in _CUT or word.endswith("ing"))
            and words[place - 1 : place + 2] != ["secretary", "of", "state"]
        ):
            if word == "of" and words[place - 1] in (
                "member",
                "members",
                "head",
                "director",
                "secretary",
                "board",
                "provider",
                "chair",
                "officer",
            ):
                continue
            return words[:place]
    return words


def is_passive(tokens: Sequence[Token], place: int) -> int:
    """Return the place of the participle where the words from `place` are "be" and a participle, else -1."""
    while place < len(tokens) and (
        tokens[place].low in word_set("adverbs")
        or tokens[place].low in ("have", "has", "been", "being", "get", "got")
    ):
        place += 1
    if place < len(tokens) and tokens[place].low in ("be", "is", "are", "been"):
        place += 1
        while place < len(tokens) and (
            tokens[place].low in word_set("adverbs")
            or tokens[place].low.endswith("ly")
            or tokens[place].low == "being"
        ):
            place += 1
        if place < len(tokens) and is_participle(tokens[place].low):
            return place
    return -1


def is_participle(word: str) -> bool:
    """Tell whether a word can be a past participle."""
    return word in pasts() or (
        word.endswith("ed") and len(word) > 4 and not word.endswith(("eed", "hundred", "sacred"))
    )


def _ends_agent(tokens: Sequence[Token], place: int) -> bool:
    low = tokens[place].low
    if low == "at" and place + 1 < len(tokens) and tokens[place + 1].low in ("least", "most"):
        return False
    return low in _AGENT_ENDS or low in ".,;:()—–"


def agent_of(text: str, tokens: Sequence[Token], place: int) -> str:
    """Return who does it in a passive, from its "by ..."; "" where nobody is named ("by post", "by Friday")."""
    for at in range(place, len(tokens)):
        if tokens[at].low == "by":
            end = at + 1
            while end < len(tokens) and end - at <= _LONGEST_AGENT and not _ends_agent(tokens, end):
                end += 1
            phrase = text[tokens[at + 1].start : tokens[end - 1].end] if end > at + 1 else ""
            if phrase and is_person(phrase):
                return phrase
        elif tokens[at].low in ";" or (
            tokens[at].low in MODALS | (AUXILIARIES - {"been"})
            and at > place + 1
            and tokens[at].low in MODALS
        ):
            return ""
    return ""


_SUFFIXES = ("er", "or", "ee", "ant", "ist", "ian", "man", "woman", "holder")
_STATES_OF_PEOPLE = word_set("states_of_people", "grammar")


def is_actor(phrase: str) -> bool:
    """Tell whether a phrase can name somebody who acts, known role or not: "Digital Services", "the transporter"."""
    if is_person(phrase):
        return True
    words = [word.strip("'’,.()\"“”") for word in phrase.split()]
    capitals = [word for word in words[1:] if word[:1].isupper()]
    head = _head([word.lower() for word in words])
    if not head:
        return False
    last = head[-1].removesuffix("s")
    if last in _things() or head[-1] in word_set("own_text", "narrative"):
        return False
    return last in _bodies() or last.endswith(_SUFFIXES) or bool(capitals)


@cache
def _things() -> frozenset[str]:
    return frozenset(load("roles")["things"]) | word_set("content_documents", "narrative")


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("roles")["bodies"])


def duty_holder_of(text: str, tokens: Sequence[Token], subject: Subject, after: int, signal: str) -> str:
    """Return who must do it, as written: the subject, in a passive the "by ..."; "" where the text does not say."""
    participle = is_passive(tokens, after)
    words = signal.lower().split()
    if (
        participle < 0
        and after
        and words[:1] in (["is"], ["are"])
        and len(words) > 1
        and is_participle(words[-1])
    ):
        participle = after
    if participle >= 0 and tokens[min(participle, len(tokens) - 1)].low not in _STATES_OF_PEOPLE:
        return agent_of(text, tokens, participle)
    if not subject.text or subject.receives or not is_actor(subject.text):
        return ""
    first, _, rest = subject.text.partition(" ")
    if first.lower() in ("no", "only") and rest:
        return rest
    return "" if subject.text.lower() in ("nobody", "no one", "it", "there", "this") else subject.text
