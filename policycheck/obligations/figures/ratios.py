"""How many are served by one, told otherwise than "one adult for every six": "1 per 75", "a loo between ten beds"."""

import re
from collections.abc import Iterator

from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_TIME = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|terms?|years?|a\.?m|p\.?m|"
    r"o[’']clock)"
)
_UNITS = "|".join(
    re.escape(unit) for table in load("measures").values() for unit in table if unit[0].isalpha()
)
# "Between 10 and 12", "for every three weeks", "for every 10 miles" count nobody who is served.
_NO_TIME = (
    rf"(?!\s(?:[a-z]+[\s-])?{_TIME}\b)(?!\s?(?:[-–:.,/%£]\d|%|(?:million|pounds|pence|per\scent)\b))"
    rf"(?!\s?(?:{_UNITS})\b)(?!\s?(?:and|to|or|[-–])\s?{NUMBER})"
)
_SOME = rf"(?<![\w£.,/-])(?P<some>{NUMBER}|an?)"
_ALL = rf"(?P<all>{NUMBER}){_NO_TIME}"
_NOUN = r"(?:(?!(?:for|to|per|and|or|of|in|at|by|on|with|from)\b)[a-z][a-z’'-]*\s){1,4}?"
_EVERY = r"(?:for|to)\s(?:every|each)"
_GROUP = r"(?:group|party|class|team|set|batch|table|block|row|squad|gang)"
_ATMOST = r"(?:up\sto\s|at\smost\s|(?:not|no)\smore\sthan\s|a\smaximum\sof\s|about\s|some\s)?"
# After these stands who serves: "there shall be on duty", "we want at least".
_GIVES = (
    "be|is|are|have|has|had|needs?|brings?|provides?|duty|hand|least|than|allow|employs?|wants?|gets?|keeps?|supply|supplies|carry|carries|"
    "present|hires?|takes?|comes?|goes|make|build|fit|fits|lay|set|place"
)
_FORMS = tuple(
    re.compile(form, _I)
    for form in (
        # "An invigilator for every 30 candidates", "a tap to each ten stalls"
        rf"{_SOME}\s(?!of\b){_NOUN}{_EVERY}\s{_ALL}",
        # "For every hundred admitted there shall be on duty one steward"
        rf"\b{_EVERY}\s{_ALL}\s[a-z][^.;:|]{{0,60}}?(?:,|\s(?:{_GIVES}))\s(?P<some>an?)\s(?!{_TIME}\b)(?=[a-z])",
        rf"\b{_EVERY}\s{_ALL}\s[a-z][^.;:|]{{0,60}}?[,\s]\s?(?P<some>{NUMBER})\s(?!(?:of|or|and)\b)(?!{_TIME}\b)(?=[a-z])",
        # "One loo shared between fifteen beds", "a locker among three"
        rf"(?<![\w£.,/-])(?P<some>{NUMBER})\s(?!of\b){_NOUN}(?:shared\s|split\s)?(?:between|among|amongst|across)\s(?:every\s|each\s|the\s)?{_ALL}",
        # "Two leaders to a group of twelve", "one adult per party of up to ten"
        rf"{_SOME}\s(?!of\b){_NOUN}(?:per|(?:to|for|with|in)\s(?:an?|each|every))\s{_GROUP}\sof\s{_ATMOST}{_ALL}",
        # "Each group of twelve has two leaders"
        rf"\b(?:an?|each|every)\s{_GROUP}\sof\s{_ATMOST}{_ALL}\s(?:[a-z]+\s){{0,2}}?"
        rf"(?:has|have|must\shave|needs?|takes?|gets?|brings?|with)\s(?:at\sleast\s|not\sfewer\sthan\s|no\sfewer\sthan\s)?{_SOME}\s(?=[a-z])",
        # "1 per 75", "one to every twenty", "1 between 10": the noun stands elsewhere
        rf"(?<![\w£.,/-])(?P<some>{NUMBER})\s(?:per|between|among|for\s(?:every|each)|to\s(?:every|each))\s{_ALL}",
        # "1 grown-up : 12 kids"
        rf"(?<![\w£.,/-])(?P<some>{NUMBER})\s(?:[a-z][a-z’'-]*\s){{1,2}}?[:/]\s(?P<all>{NUMBER})(?=\s[a-z])(?!\s{_TIME}\b)",
    )
)
# The whole of a cell: "How many: 1 to 8", "Staff: 1:6"
_CELL = re.compile(
    rf"(?::|\|)\s(?P<some>{NUMBER})\s?(?:to|:|for|/|in)\s?(?P<all>{NUMBER})(?=\s?(?:[;|,(]|$)){_NO_TIME}", _I
)
_NAMED = re.compile(r"\b(?:ratio|staffing|cover|how\smany|number|numbers|supervision)\b", _I)
_CUES = frozenset(
    ["every", "each", "per", "between", "among", "amongst", "across", "group", "party", "class", "team"]
)

_FEWEST = 3  # one gap between two posts serves neither


def find_told_ratios(text: str) -> Iterator[Span[float]]:
    """Yield how many are served by one, with their places."""
    if not _CUES.isdisjoint(words_in(text)) or " : " in text or " / " in text:
        for form in _FORMS:
            yield from _read(form, text)
    if ": " in text and _NAMED.search(text):
        yield from _read(_CELL, text)


def _read(form: re.Pattern[str], text: str) -> Iterator[Span[float]]:
    for found in form.finditer(text):
        some, of_all = read_number(found["some"]), read_number(found["all"])
        if some and of_all and some < of_all and of_all >= _FEWEST:
            start, end = (
                min(found.start("some"), found.start("all")),
                max(found.end("some"), found.end("all")),
            )
            yield Span(start, end, of_all / some)
