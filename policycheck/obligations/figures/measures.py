"""Measures with their units, in one unit for each kind: "8°C", "two kilometres", "minus 18 degrees"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, PARTS, read_number
from policycheck.obligations.figures.provisions import provisions_in
from policycheck.obligations.spans import Span


@dataclass(frozen=True, slots=True)
class Measure:
    """A value in the first unit of its table, whose name is `unit`: 2 km is 2,000 "metres"."""

    value: float
    unit: str


def _units() -> dict[str, tuple[float, str]]:
    tables: dict[str, dict[str, float]] = load("measures")
    return {
        name.lower(): (many, next(iter(table))) for table in tables.values() for name, many in table.items()
    }


_UNITS = _units()
UNIT_NAMES = "|".join(re.escape(name) for name in sorted(_UNITS, key=len, reverse=True))
"""Alternatives of a pattern: the names of units of measure."""
# "A metre", "half a mile", but not "a metre rule" or "45p a mile".
_ONE = re.compile(
    r"(?P<half>\bhalf\s)?\ban?\s(?P<unit>metre|mile|kilometre|litre|pint|gallon|tonne|acre|hectare|foot|yard|inch|fathom|kilo)\b(?!-)(?P<more>\sand\sa\shalf)?"
    r"(?=\s?(?:[.,;:)|]|$)|\s(?:of(?!\sthe\s(?:bed|page|stairs|list|table|ladder|hill)\b)|from|away|off|apart|wide|deep|high|long|thick|down|up|or|and|between|beside|behind|above|"
    r"below|beneath|past|clear|round|around|inside|outside|over|under|say|square|vessel|glass|mug|bottle|jug|carton|measure)\b|\s(?:for|to)\b(?!\s(?:foot|door))|"
    # "Half a litre in the bag", "a litre per person"; a foot in the door and a yard at the back are none.
    r"(?<!foot)(?<!yard)(?<!mile)\s(?:in(?!\sfront\b)|on|at|with|each|before|when|if|unless|per(?!\s(?:second|minute|hour|day|week|month|year)\b))\b|"
    r"(?<=half\sa\smile)\s(?:in|on|at|with|before|when|if)\b)",
    re.IGNORECASE,
)
_BODY_OR_PLACE = re.compile(
    r"\b(?:set|put|puts|setting|break|lift|on|yard|back|front|school|church|station|builder['’]s)\s(?:half\s)?$",
    re.IGNORECASE,
)
# "A third of a square metre", "three quarters of a mile"
_PART = re.compile(
    rf"\b(?P<many>an?|one|two|three|four|five|seven|nine)[\s-](?P<part>{'|'.join(PARTS)})s?\sof\san?\s(?P<unit>{UNIT_NAMES})(?!\w)",
    re.IGNORECASE,
)
# "50 milligrams of nitrate in a litre", "65 mg/l", "4 litres per minute", "45 mg a litre"; "per day" is how often.
_TIMES = {
    "second": 1.0, "sec": 1.0, "s": 1.0, "minute": 60.0, "min": 60.0, "hour": 3600.0, "hr": 3600.0, "h": 3600.0,
}  # fmt: skip
_PARTS_OF = {**_UNITS, "l": _UNITS["litre"]} | {name: (many, "second") for name, many in _TIMES.items()}
_PART_NAMES = "|".join(re.escape(name) for name in sorted(_PARTS_OF, key=len, reverse=True))
# A rate is another measure than its parts: "45p a mile", "5 mg per litre"; so much "per person" is not.
_MEASURE = re.compile(
    rf"(?:(?P<minus>\bminus\s|(?<![\w.)])[-\u2212](?=\d))|(?<![\w.,£$€-])|(?<=\d-))(?P<number>{NUMBER})"
    rf"[\s-]?(?P<unit>{UNIT_NAMES})(?![\w²])(?!\s?(?:per\s(?:{_PART_NAMES})(?!\w)|/))",
    re.IGNORECASE,
)
_RATE_OF = re.compile(
    rf"(?<![\w.,£$€-])(?P<number>{NUMBER})\s?(?P<unit>{UNIT_NAMES})(?:\sof\s[a-z]+(?:\s[a-z]+)?)?"
    rf"(?:\s(?:(?:in|to)\s)?(?:an?|each|every|the)\s(?P<in>{UNIT_NAMES})|\s?(?:/\s?|\bper\s)(?P<per>{_PART_NAMES}))(?![\w²])",
    re.IGNORECASE,
)
_TWO = re.compile(rf"\ba\scouple\sof\s(?P<unit>{UNIT_NAMES})(?!\w)", re.IGNORECASE)
# "Set hot water at | 50C": only where something is hot or cold, for "section 50C" is none.
_DEGREES = re.compile(
    rf"(?<![\w.,£$€-])(?P<minus>[-\u2212]|minus\s)?(?P<number>{NUMBER})\s?(?:(?P<c>C)|(?P<f>F))\b(?![.’'-])"
)
_HEAT = re.compile(
    r"\b(?:hot\w*|cold\w*|cool\w*|chill\w*|warm\w*|heat\w*|temp\w*|fridges?|freez\w+|frozen|ovens?|boil\w*|water|cook\w*|core|thermostat|air|probe\w*|"
    r"steam\w*|degrees|wash\w*|rooms?)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?:\d\w*|%|\b(?:pence|pounds|cent|per|hour|minutes?))\s$", re.IGNORECASE)
_SIGNS = ("°", "º")
_CUES = frozenset([*(run for name in _UNITS for run in words_in(name)), "c", "f"])


def find_measures(text: str) -> Iterator[Span[Measure]]:
    """Yield the measures of a text with their places."""
    if _CUES.isdisjoint(words_in(text)) and not any(sign in text for sign in _SIGNS):
        return
    yield from _degrees(text)
    for found in _TWO.finditer(text):
        many, unit = _UNITS[found["unit"].lower()]
        yield Span(found.start(), found.end(), Measure(2 * many, unit))
    yield from _rates(text)
    for found in _PART.finditer(text):
        many, unit = _UNITS[found["unit"].lower()]
        share = (read_number(found["many"]) or 1.0) / PARTS[found["part"].lower()]
        yield Span(found.start(), found.end(), Measure(many * share, unit))
    for found in _ONE.finditer(text):
        before = text[: found.start()][-16:]
        if not _RATE.search(before) and not _BODY_OR_PLACE.search(before):
            times = 0.5 if found["half"] else 1.5 if found["more"] else 1
            many, unit = _UNITS[found["unit"].lower()]
            yield Span(found.start(), found.end(), Measure(many * times, unit))
    provisions = provisions_in(text)
    for found in _MEASURE.finditer(text):
        value = read_number(found["number"])
        if value is None or any(start <= found.start("number") < end for start, end in provisions):
            continue
        many, unit = _UNITS[found["unit"].lower()]
        yield Span(found.start(), found.end(), Measure((-value if found["minus"] else value) * many, unit))


def _rates(text: str) -> Iterator[Span[Measure]]:
    for found in _RATE_OF.finditer(text):
        if text[found.start("unit") : found.end()].lower() in _UNITS:
            continue  # "metres per second" is a unit of its own
        value, (many, unit) = read_number(found["number"]), _UNITS[found["unit"].lower()]
        parts, of = _PARTS_OF[(found["in"] or found["per"]).lower()]
        if value is not None and unit != of:
            yield Span(found.start(), found.end(), Measure(value * many / parts, f"{unit}/{of}"))


def _degrees(text: str) -> Iterator[Span[Measure]]:
    """Yield degrees told by a bare letter, "50C", where the text speaks of heat or cold."""
    if _HEAT.search(text) is None:
        return
    for found in _DEGREES.finditer(text):
        value = read_number(found["number"])
        if value is not None and not _LABEL.search(text[: found.start()]):
            value = -value if found["minus"] else value
            celsius = (value - 32) / 1.8 if found["f"] else value
            yield Span(found.start(), found.end(), Measure(celsius, _CELSIUS))


_LABEL = re.compile(
    r"\b(?:sections?|regulations?|paragraphs?|schedules?|parts?|articles?|rules?|rooms?|forms?|tables?|annex|appendix|block|flat|class|no)\s$",
    re.IGNORECASE,
)
_CELSIUS = "°C"
