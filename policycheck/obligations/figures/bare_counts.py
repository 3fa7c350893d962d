"""Counts whose noun does not follow them: "must not exceed three", "the cradle takes three", "a team of four"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator
from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of
from policycheck.lexicon.verbs import third_persons
from policycheck.obligations.figures.durations import UNIT_WORDS
from policycheck.obligations.figures.few import Few
from policycheck.obligations.figures.numbers import NUMBER, has_number, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_MORE, _FEWER = ("|".join(load("bounds")[way]) for way in ("more", "fewer"))
_END = (
    r"(?=\s?(?:$|[.;:)|!?](?!\d)|,(?!\d))|\s(?:at\sa\stime|at\sonce|each|apiece|in\sall|altogether|in\stotal|and|or|but|if|when|unless|while|where|"
    r"with|without|because|so|plus|besides|on\s(?:duty|board|the|a|any)|in\s(?:the|a|any)|at\s(?:the|a|any)|for\s(?:the|a|any))\b)"
)
_DENIED = r"(?:not|n[’']t|never|cannot)\s(?:be\s|to\s)?"
# What a number before it does not count: "three-way", "two-thirds", "six-month", "two-metre".
_MEASURES = "|".join(
    re.escape(unit) for table in load("measures").values() for unit in table if unit.isalpha()
)
_NO_PART = (
    rf"(?:way|off|fold|times?|half|halves|thirds?|quarters?|fifths?|tenths?|dozen|hundred|thousand|million|pounds?|pence|penny|per|point|year|yearly|"
    rf"year|month|monthly|week|weekly|day|daily|hour|hourly|minute|second|term|termly|fortnight|nightly?|night|session|sided|to|and|in|by|or|on|odd|ish|plus|star|"
    rf"wheel|wheeled|wheeler|ply|pin|inch|foot|mile|olds?|{UNIT_WORDS}|{_MEASURES}|one|two|three|four|five|six|seven|eight|nine)\b"
)
# "The number of rowers in a boat must not be greater than eight"
_NUMBER_OF = re.compile(
    r"\b(?:number|total|count)\sof\s(?:the\s)?(?P<noun>[a-z][a-z’'-]*(?:\s[a-z][a-z’'-]*)?)\b", _I
)
_CAPPED = re.compile(
    rf"(?:{_DENIED}(?:exceed(?:ing)?|go\sabove|go\sover|pass)|\b(?:(?:no|not|nothing|never)\s)(?:be\s)?(?:{_MORE})\sthan|\bat\smost|\bup\sto|"
    rf"\b(?:capped|limited|kept|held|restricted)\s(?:at|to)|\b(?:cap|limit|maximum|ceiling)\s(?:of|is)|\bthe\smost\s(?:is|are))\s(?P<number>{NUMBER}){_END}",
    _I,
)
_FLOORED = re.compile(
    rf"(?:\b(?:no|not|never)\s(?:be\s)?(?:{_FEWER})\sthan|{_DENIED}(?:fall|drop|go)\sbelow|\bat\sleast|\b(?:floor|minimum)\s(?:of|is))\s"
    rf"(?P<number>{NUMBER}){_END}",
    _I,
)
# "The cradle will take three", "sleeps six", "the hut has room for ten"
_HOLDS = re.compile(
    rf"\b(?:takes?|holds?|seats?|sleeps?|carr(?:y|ies)|fits?|admits?|accommodates?|(?:room|space|places|seats|beds)\sfor|copes?\swith|manages?)\s"
    rf"(?:up\sto\s|only\s|just\s|about\s)?(?P<number>{NUMBER}){_END}",
    _I,
)
_TEAM = re.compile(
    rf"\b(?:parties|class|classes|queue|line|file)s?\sof\s(?:at\sleast\s|up\sto\s|about\s)?(?P<number>{NUMBER})"
    rf"(?:\sor\s(?:(?P<up>{_MORE})|{_FEWER})\b)?{_END}",
    _I,
)
_BODIES = load("few")["bodies"]
# "A panel of five", "a committee of at least four decides", "the quorum is six"
_BODY = re.compile(
    rf"\b(?:(?:{any_of(_BODIES['names'])})s?\sof|(?P<quorum>quorum)\s(?:of|is|(?:shall|must|will)\sbe))\s"
    rf"(?:(?:at\sleast|at\smost|up\sto|about|just|only|(?:not|no)\s(?:{_MORE}|{_FEWER})\sthan|(?:{_MORE}|{_FEWER})\sthan)\s)?(?P<number>{NUMBER})"
    rf"(?:\sor\s(?:(?P<up>{_MORE})|{_FEWER})\b)?(?!\sor\s(?:{_MORE}|{_FEWER}|{NUMBER})\b)"
    rf"(?:{_END}|(?=\s(?:must|shall|should|will|may|can|is|are|was|has|have|who|that|which|to|{any_of(_BODIES['does'])})\b)|"
    r"(?=\s(?P<does>[a-z]+s)\s(?:the|an?|each|every|any|all|it|them|him|her|their|its|his|whether)\b))",
    _I,
)
# "Sixteen is where we stop", "seven deep is as high as we load them"
_TOLD_MOST = re.compile(
    rf"(?<![\w.,£$€-])(?P<number>{NUMBER})(?:\s[a-z]+)?\s(?:is|are)\s(?:as\s(?:many|high|much|deep)\sas\b|where\s(?:we|it|they)\s(?:stops?|draws?\b)|"
    r"(?:our|the|its)\s(?:very\s|absolute\s|usual\s)?(?:limit|ceiling|maximum|cap|most)\b|tops\b|the\sright\snumber\b)",
    _I,
)
# "A two-compartment airlock", "a six-seater"
_COMPOUND = re.compile(
    rf"(?<![\w.,£$€/–-])(?P<number>{NUMBER})-(?P<noun>(?!{_NO_PART})[a-z]{{3,}})\b(?!-)", _I
)
_PEOPLE_IN = frozenset(["man", "men", "woman", "strong", "handed", "person", "people"])
_LARGEST = 2000
_OF_TIME = re.compile(
    r"\b(?:age|aged|years?|hours?|minutes?|time|until|till|speed|score|temperature|mph|weight|price|o[’']clock)\b",
    _I,
)


def find_bare_counts(text: str) -> Iterator[Span[Few]]:
    """Yield counts without a noun after them, with their places; the noun is "" where the text names none."""
    if not has_number(text):
        return
    for form, bound in ((_CAPPED, Comparator.AT_MOST), (_FLOORED, Comparator.AT_LEAST), (_HOLDS, None)):
        for found in form.finditer(text):
            yield from _read(found, _noun(text, found.start()), bound)
    for found in _TOLD_MOST.finditer(text):
        yield from _read(found, "", Comparator.AT_MOST)
    for found in _COMPOUND.finditer(text) if "-" in text else ():
        noun = (
            found["noun"].lower().removesuffix("er")
            if found["noun"].lower().endswith("eater")
            else found["noun"]
        )
        counted = "person" if noun.lower() in _PEOPLE_IN else counted_thing(noun)
        if counted and found["number"].lower() not in ("1", "one"):
            yield from _read(found, counted, None)
    for found in _TEAM.finditer(text):
        yield from _read(found, "person", Comparator.AT_LEAST if found["up"] else None)


def find_teams(text: str) -> Iterator[Span[Few]]:
    """Yield how many people are of a panel, a team or another body, with the places."""
    if not has_number(text):
        return
    for found in _BODY.finditer(text):
        value = read_number(found["number"])
        if (
            value
            and value <= _LARGEST
            and (found["does"] is None or found["does"].lower() in third_persons())
        ):
            least = Comparator.AT_LEAST if found["up"] or found["quorum"] else None
            yield Span(found.start("number"), found.end("number"), Few(value, "person", least))


def _read(found: re.Match[str], noun: str, bound: Comparator | None) -> Iterator[Span[Few]]:
    value = read_number(found["number"])
    sentence = found.string[max(0, found.start() - 80) : found.end()]
    if value is not None and 0 < value <= _LARGEST and not _OF_TIME.search(sentence):
        yield Span(found.start("number"), found.end("number"), Few(value, noun, bound))


def _noun(text: str, place: int) -> str:
    """Return what the words before say is counted: "rower" of "the number of rowers in a boat must not exceed"."""
    opening = max(text.rfind(stop, 0, place) for stop in ".;")
    named = None
    for found in _NUMBER_OF.finditer(text, opening + 1, place):
        named = found
    return counted_thing(named["noun"].split()[0]) if named else ""
