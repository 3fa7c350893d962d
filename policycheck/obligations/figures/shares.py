"""Shares and ratios told in words: "one in ten", "two thirds of the fee", "half pay", "one adult for every six"."""

import re
from collections.abc import Iterator

from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.data import load
from policycheck.lexicon.roles import ends_like_a_person, names_person
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.measures import UNIT_NAMES
from policycheck.obligations.figures.multiples import find_multiples
from policycheck.obligations.figures.numbers import NUMBER, PARTS, read_number
from policycheck.obligations.figures.ratios import find_told_ratios
from policycheck.obligations.spans import Places, Span

_I = re.IGNORECASE
_TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|terms?|years?)"
_CALENDAR = r"(?:(?:clear|consecutive|calendar|full|working|business|school)[\s-]){0,2}"
# A part of a length is a length: "half an hour", "a quarter of the year", "a third of a metre".
_NO_TIME = (
    rf"(?!\s(?:of\s)?(?:an?\s|the\s|that\s|each\s|every\s)?{_CALENDAR}(?:{_TIME}|day)\b)"
    r"(?![-\s]?(?:yearly|hourly|termly|annual))"
    rf"(?!\sof\san?\s(?:{UNIT_NAMES})\b)"
)
_PART = re.compile(
    rf"\b(?P<many>an?|one|two|three|four|five|seven|nine)[\s-](?P<part>{'|'.join(PARTS)})s?\b"
    rf"(?=\s(?:full|empty|gone|used|charged|complete|completed|done|spent|on|of|off|majority|or\s(?:more|less)|more|less|to|in|from|above|below|for|per|each|every|upwards?)\b|[\s]?[.,;:)|]|$){_NO_TIME}",
    _I,
)
_AND_A_PART = re.compile(rf"(?:{NUMBER})\sand\s$", _I)
_UNIT_AND = re.compile(rf"\b(?:an?|{NUMBER})\s{_CALENDAR}(?:{_TIME}|{UNIT_NAMES})\sand\s(?:a\s)?$", _I)
_HALF = re.compile(
    r"\b(?P<whole>half|full)(?:\s(?:of\s)?(?P<what>(?:the|their|your|his|her|its|our|each)\s(?:[a-z]+\s)?[a-z]+|what\s(?:it|they|he|she|we|you|the|is|was)\b|(?<=of\s)(?:you|us|them|those)\b|"
    r"pay|price|rate|fee|cost|wages?|salary|rent|sum|amount|members?|membership))\b(?<!\shour)(?<!\sday)"
    r"(?<!\sweek)(?<!\smonth)(?<!\syear)(?<!\sterm)",
    _I,
)
# "A majority of tenants", "most of you": more than half; of people and votes, for most of the time is no share.
_MOST = re.compile(
    r"\b(?:(?:a|the|an)\s(?:(?:simple|bare|clear|absolute|overall)\s)?majority|(?P<most>most))\sof\s"
    # "Hundreds of bells, most of them cracked" tells of things.
    r"(?:(?P<all>you|us|those(?=\s(?:who|present|voting|attending|entitled|eligible)\b)|(?(most)(?!)|(?:them|those)))\b|"
    r"(?:(?:the|all|our|your|its|their|these|such)\s)?(?!(?:them|these|those|it|which|whom)\b)(?P<who>(?:[a-z’'-]+\s)?[a-z’'-]+))",
    _I,
)
# "1/3 of those in post", "½ of the fee", "a 2/3 majority"
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
_FRACTION = re.compile(
    r"(?<![\w/.,£$€½¼¾-])(?:(?P<some>[1-9])/(?P<all>[2-9]|10|12|20)|(?P<sign>[½⅓⅔¼¾⅕⅛]))(?![\w/])(?=\s(?:of|off|full|empty|majority|vote|gone|used|done)\b)"
    rf"{_NO_TIME}",
    _I,
)
# "10p in the £"
_IN_THE_POUND = re.compile(r"(?<![\w.])(?P<pence>\d{1,2})(?:p|\spence)\sin\sthe\s(?:£|pound\b)", _I)
# How far a vessel is filled: "half full", "full to the brim", "filled to the top".
_FULL = re.compile(
    r"\b(?:(?P<half>half)[-\s](?:full|empty)|(?:full|filled)\s(?:up\s)?(?:right\s)?to\s(?:the|its)\s(?:lid|brim|top|rim|neck)|"
    r"(?:brim|completely|quite|absolutely|entirely)[-\s]?full)\b",
    _I,
)
_IN = re.compile(
    rf"\b(?P<some>{NUMBER})(?:\s(?!in\b|and\b|or\b|to\b)[a-z][a-z’'-]*){{0,3}}?\s(?:in|out\sof)\s(?:every\s|each\s|any\s|(?:the|a)\s(?=hundred\b))?"
    rf"(?P<all>{NUMBER})(?!\s?[-.:/%£]\d|\s?%)(?!\s{_CALENDAR}{_TIME}\b)(?!\s(?:of\sthe\s)?{_TIME}\b)",
    _I,
)
# "To a scale of 1:500", "Ramp: 1:12"
_SLOPE = re.compile(r"(?<![\w.:])1\s?:\s?(?P<all>\d{1,3}(?:,\d{3})+|\d+)(?![\w:]|\.\d)")
_SLOPES = frozenset(
    ["scale", "scales", "gradient", "gradients", "slope", "slopes", "ramp", "ramps", "incline", "steep"]
)
# "Two of the five members"
_OF_THE = re.compile(
    rf"\b(?P<some>{NUMBER})\sof\s(?:the|its|their|our|these|those)\s(?P<all>{NUMBER})(?=\s[a-z])(?!\s{_CALENDAR}{_TIME}\b)",
    _I,
)
# What parts the cells of a row, its column named or not.
_NEXT_CELL = r"(?:\s?\|\s|;\s[^:;|]{1,30}:\s|\s)"
# "One of us" serves nobody yet, "one member of staff" does.
_RATIO = re.compile(
    rf"\b(?P<some>{NUMBER})\s(?!of\b)(?P<noun>(?:(?!for\b|to\b|per\b|and\b|or\b)[a-z][a-z’'-]*\s){{1,4}}?)"
    rf"(?:(?:for|to){_NEXT_CELL}(?:every|each)\s|per\s)(?P<all>{NUMBER})(?!\s{_CALENDAR}{_TIME}\b)",
    _I,
)
# "A bath or shower for each five residents"
_ONE_FOR_EACH = re.compile(
    rf"\b(?:an?|one)\s(?:[a-z][a-z’'-]*\s){{1,4}}?(?:for|to)\s(?:each|every)\s(?P<all>{NUMBER})(?!\s{_CALENDAR}{_TIME}\b)",
    _I,
)
_SERVES = "|".join(load("ratios")["serves"])
# "One adult to three of them", "six pupils to an instructor".
_TO_MANY = re.compile(
    rf"\b(?P<some>{NUMBER})\s(?:(?!for\b|to\b|of\b)[a-z][a-z’'-]*\s){{0,2}}?(?:{_SERVES})s?\sto\s(?P<all>{NUMBER})\b"
    rf"(?!\s{_CALENDAR}{_TIME}\b)|"
    rf"\b(?P<these>{NUMBER})\s(?:(?!for\b|to\b|of\b)[a-z][a-z’'-]*\s){{1,3}}?to\s(?:an?|one|each|every)\s(?:{_SERVES})\b",
    _I,
)
# "A ratio of one to six", "1:8": only where the text says that it is one.
_TOLD_RATIO = re.compile(
    rf"\b(?P<some>{NUMBER})(?:\s[a-z][a-z’'-]*){{0,2}}?\s?(?:\sto\s|:\s?)(?P<all>{NUMBER})(?!\s{_CALENDAR}{_TIME}\b)",
    _I,
)
_MOST_OF_ALL = 1000


def find_shares(text: str) -> Iterator[Span[float]]:
    """Yield shares of a whole as percentages, with their places: "one in ten" is 10."""
    yield from find_multiples(text)
    yield from _fractions(text)
    for found in _IN_THE_POUND.finditer(text) if "in the" in text else ():
        yield Span(found.start(), found.end(), float(found["pence"]))
    words = words_in(text)
    for found in () if words.isdisjoint(_SLOPES) else _SLOPE.finditer(text):
        yield Span(found.start(), found.end(), 100.0 / float(found["all"].replace(",", "")))
    if words.isdisjoint(_CUES):
        return
    for found in _PART.finditer(text):
        before = text[: found.start()][-24:]
        if (
            _AND_A_PART.search(before)
            or _is_of_length(text, found.start(), found.end())
            or (found["part"].lower() == "half" and before.endswith("and "))
        ):
            continue  # "two and a third", "an hour and a half"
        many = read_number(found["many"]) or 1.0
        if many < (parts := PARTS[found["part"].lower()]):
            yield Span(found.start(), found.end(), 100.0 * many / parts)
    for found in _HALF.finditer(text):
        whole_word = found["whole"].lower() == "full"
        before = text[: found.start()][-40:]
        if before.endswith(" a ") and _UNIT_AND.search(before):
            continue  # "an hour and a half of the call"
        if not whole_word or found["what"].lower() in ("pay", "price", "cost", "rent"):
            yield Span(found.start(), found.end(), 100.0 if whole_word else 50.0)
    yield from _majorities(text)
    for found in _FULL.finditer(text):
        yield Span(found.start(), found.end(), 50.0 if found["half"] else 100.0)
    for found in (*_IN.finditer(text), *_OF_THE.finditer(text)):
        these, of_all = read_number(found["some"]), read_number(found["all"])
        if these is not None and of_all is not None and 0 < these < of_all <= _MOST_OF_ALL:
            yield Span(found.start(), found.end(), 100.0 * these / of_all)


def _is_of_length(text: str, start: int, end: int) -> bool:
    """Tell "an hour and three quarters" from "for a week and three quarters of the members"."""
    return _UNIT_AND.search(text[:start][-40:]) is not None and not text.startswith(" of", end)


def _majorities(text: str) -> Iterator[Span[float]]:
    for found in _MOST.finditer(text):
        end = found.end() if found["all"] else _end_of_people(found)
        if end:
            yield Span(found.start(), end, 50.0)


def _end_of_people(found: re.Match[str]) -> int | None:
    """Return where those of whom most are meant end: "tenants" of "tenants present"; None where they are no people."""
    words = found["who"].split()
    for many in range(1, len(words) + 1):
        last = words[many - 1].lower()
        people = counted_thing(last) == "person" or ends_like_a_person(last)
        if people or last in _VOTES or names_person(" ".join(words[:many])):
            return found.start("who") + len(" ".join(words[:many]))
    return None


_VOTES = ("vote", "votes", "voters", "shares")


def is_of_most(words: str) -> bool:
    """Tell whether a share is told as the greater part, "a majority of", which is more than half."""
    return _MOST.match(words) is not None


def _fractions(text: str) -> Iterator[Span[float]]:
    if "/" not in text and not any(sign in text for sign in _SIGNS):
        return
    for found in _FRACTION.finditer(text):
        some, whole = _SIGNS[found["sign"]] if found["sign"] else (int(found["some"]), int(found["all"]))
        if some < whole:
            yield Span(found.start(), found.end(), 100.0 * some / whole)


def find_ratios(text: str) -> Iterator[Span[float]]:
    """Yield how many are served by one, with their places: "two adults for every twelve pupils" is 6."""
    taken = Places(len(text))
    for ratio in (*_ratios(text), *find_told_ratios(text)):
        if not taken.overlap(ratio.start, ratio.end):
            taken.add(ratio.start, ratio.end)
            yield ratio


def _ratios(text: str) -> Iterator[Span[float]]:
    told = _TOLD_RATIO.finditer(text) if "ratio" in words_in(text) else ()
    for found in (*_RATIO.finditer(text), *told):
        some, of_all = read_number(found["some"]), read_number(found["all"])
        if some and of_all:
            yield Span(found.start(), found.end(), of_all / some)
    for found in _ONE_FOR_EACH.finditer(text):
        of_all = read_number(found["all"])
        if of_all and of_all > 1:
            yield Span(found.start(), found.end(), of_all)
    for found in _TO_MANY.finditer(text):
        some = 1.0 if found["these"] else read_number(found["some"])
        of_all = read_number(found["these"] or found["all"])
        if some and of_all:
            yield Span(found.start(), found.end(), of_all / some)


_CUES = frozenset(
    [
        "half",
        "full",
        "filled",
        "brimful",
        "in",
        "out",
        "of",
        "majority",
        *PARTS,
        *(f"{part}s" for part in PARTS),
        "halves",
    ]
)
