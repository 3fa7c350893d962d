"""Every figure of a sentence, wherever it stands: what it measures, and the bound that the words beside it give."""

import re

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Unit
from policycheck.lexicon.words import content_words
from policycheck.obligations.numbers import NUMBER, ORDINAL, has_number, read_number, read_ordinal
from policycheck.obligations.shares import find_shares

_UNIT = {
    "minute": (1, Unit.MINUTE),
    "hour": (1, Unit.HOUR),
    "day": (1, Unit.DAY),
    "week": (1, Unit.WEEK),
    "fortnight": (2, Unit.WEEK),
    "month": (1, Unit.MONTH),
    "term": (1, Unit.TERM),
    "year": (1, Unit.YEAR),
}
_TIME = (
    r"(?P<calendar>(?:clear|consecutive|calendar|full|further|whole|working|business|school)[\s-]){0,2}"
    r"(?P<unit>minute|hour|day|week|fortnight|month|term|year)s?\b"
)
_FIGURE = re.compile(
    rf"(?P<pound>£\s?)?(?P<number>{NUMBER})(?P<half>\sand\sa\shalf)?(?P<percent>\s?(?:%|per\scent))?(?:[\s-]{_TIME})?",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(
    r"\b(?:(?P<half>half\san?)|an?|the\s(?:first|next))\s(?P<unit>hour|day|week|fortnight|month|year)\b", re.I
)
_BIRTHDAY = re.compile(
    rf"(?P<place>{ORDINAL})\s(?:birthday|anniversary\sof\s\w+\s\w*\s?birth)", re.IGNORECASE
)
_AGED = re.compile(r"\b(?:aged?|age\sof|turns?|turned|under|over|under[- ]|over[- ])\s?$", re.IGNORECASE)
_UNDER = re.compile(r"\bunder(?:[- ]|\sthe\sage\sof\s)$", re.IGNORECASE)
_YEARS_OLD = re.compile(
    r"[\s-](?:years?[\s-](?:old|of\sage)|or\s(?:over|older|under|younger)|and\s(?:over|under|upwards))", re.I
)
# "Anyone who has reached 80"; not "has reached 80 complaints".
_REACHED = re.compile(r"\b(?:reach(?:ed|es)?|attain(?:ed|s)?)\s$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s*(?:$|[.,;)]|(?:and|or|by|is|are|in|on|who)\b)", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:section|regulation|reg\.?|standard|principle|act|volume|paragraph|rule|order|part|schedule|stage|step|clause|article|table|row|appendix|annex|"
    r"chapter|form|level|tier|note|standing\sorder|page|number|box|room|unit|version|edition|issue|volume)s?\s?$",
    re.IGNORECASE,
)
_AT_LEAST_BEFORE = re.compile(
    r"\b(?:at\sleast|not\sless\sthan|no\s(?:less|fewer|sooner)\sthan|minimum\sof|more\sthan|from)\s(?:the\s)?$",
    re.I,
)
_AT_MOST_BEFORE = re.compile(
    r"\b(?:not\smore\sthan|no\s(?:more|later|longer)\sthan|at\smost|up\sto|within|not\sexceed(?:ing)?|maximum\sof|"
    r"less\sthan|fewer\sthan|inside|under|by)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT_LEAST_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:or|and)\s(?:more|over|above|longer|older|upwards)\b|\sat\sleast\b", re.I
)
_AT_MOST_AFTER = re.compile(r"\s(?:\w+\s)?or\s(?:less|fewer|under|below|younger)\b|\sat\smost\b", re.I)
_EXCESS = re.compile(
    r"\b(?:more\sthan|longer\sthan|exceed(?:s|ing)?|beyond|above|over)\s(?:the\s)?$", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|none|nor|neither|cannot)\b", re.IGNORECASE)
_NOUN = re.compile(r"\s?([A-Za-z][\w’'-]*)(?:\s([A-Za-z][\w’'-]*))?")
_LONGEST = 4_000  # characters of a sentence that are searched


def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order; references ("section 4", "stage two") and years are none."""
    text = text[:_LONGEST]
    found: dict[int, Figure] = {}
    if has_number(text):
        for match in _FIGURE.finditer(text):
            figure = _figure(text, match)
            if figure is not None:
                found[match.start()] = figure
    for match in _ONE_UNIT.finditer(text):
        found.setdefault(match.start(), _one(text, match))
    for match in _BIRTHDAY.finditer(text):
        found[match.start()] = Figure(
            kind=FigureKind.AGE,
            value=read_ordinal(match["place"]),
            unit="year",
            text=match[0],
            bound=_bound(text, match),
        )
    for match, value in find_shares(text):
        for place in [place for place in found if match.start() <= place < match.end()]:
            del found[place]
        found[match.start()] = _made(text, match, FigureKind.PERCENT, value, "%")
    return tuple(figure for _, figure in sorted(found.items()))


def _figure(text: str, match: re.Match[str]) -> Figure | None:  # noqa: PLR0911 - one return for each kind
    value = read_number(match["number"])
    before = text[max(0, match.start() - 24) : match.start()]
    if value is None or _LABEL.search(before) or (match.start() and text[match.start() - 1] in ".("):
        return None
    value += 0.5 if match["half"] else 0
    if match["pound"]:
        return _made(text, match, FigureKind.MONEY, value, "£")
    if match["percent"]:
        return _made(text, match, FigureKind.PERCENT, value, "%")
    after = text[match.end() : match.end() + 24]
    if match["unit"]:
        old = match["unit"].lower() == "year" and re.match(r"s?[\s-](?:old|of\sage)", after)
        if old:
            return _made(text, match, FigureKind.AGE, value, "year")
        many, unit = _UNIT[match["unit"].lower()]
        calendar = match[0].lower()
        if "school" in calendar and unit in (Unit.DAY, Unit.WEEK):
            unit, many = Unit.SCHOOL_DAY, 5 if unit is Unit.WEEK else 1
        working = "working" in calendar or "business" in calendar
        return _made(text, match, FigureKind.TIME, value * many, unit.value, working=working)
    reached = _REACHED.search(before) is not None and _NO_NOUN.match(after) is not None
    if (_AGED.search(before) or _YEARS_OLD.match(after) or reached) and 0 < value < 100:
        if _UNDER.search(before):
            value -= 1  # "under 14" is "13 or younger"
        return _made(text, match, FigureKind.AGE, value, "year")
    if 1900 <= value <= 2100:
        return None
    if "." in match["number"]:
        return None  # a reference: "4.2"
    noun = _NOUN.match(after)
    words = content_words(" ".join(word for word in (noun.groups() if noun else ()) if word))
    # A number that counts nothing is one of a list of references, or a grade.
    return _made(text, match, FigureKind.COUNT, value, words[-1]) if words else None


def _one(text: str, match: re.Match[str]) -> Figure:
    many, unit = _UNIT[match["unit"].lower()]
    return _made(text, match, FigureKind.TIME, many * (0.5 if match["half"] else 1), unit.value)


def _made(
    text: str, match: re.Match[str], kind: FigureKind, value: float, unit: str, *, working: bool = False
) -> Figure:
    return Figure(
        kind=kind, value=value, unit=unit, text=match[0].strip(), working=working, bound=_bound(text, match)
    )


def _bound(text: str, match: re.Match[str]) -> Comparator | None:
    before = text[max(0, match.start() - 24) : match.start()]
    after = text[match.end() : match.end() + 24]
    if _EXCESS.search(before) and _NEGATION.search(text[max(0, match.start() - 120) : match.start()]):
        return Comparator.AT_MOST  # "must not suspend anybody for more than six months"
    if _AT_MOST_BEFORE.search(before) or _AT_MOST_AFTER.match(after):
        return Comparator.AT_MOST
    if _AT_LEAST_BEFORE.search(before) or _AT_LEAST_AFTER.match(after):
        return Comparator.AT_LEAST
    return None
