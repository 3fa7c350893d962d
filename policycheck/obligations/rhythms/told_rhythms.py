"""How often, told in other words: "every seventh day", "week by week", "two years between tests"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policycheck.domain.obligations import Comparator, Unit
from policycheck.lexicon.data import load
from policycheck.lexicon.verbs import third_persons
from policycheck.obligations.cues import telling_words
from policycheck.obligations.figures.durations import DAY_KIND, QUALIFIERS, UNIT_WORDS, divide, measure
from policycheck.obligations.figures.measures import UNIT_NAMES
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.readers import Reader, read_by
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_SEASON = "spring|summer|autumn|winter"
_MONTH_NAMES = "|".join(load("rhythms")["calendar"]["month_names"])
_ACTS = "|".join(sorted(load("rhythms")["words"]["acts"], key=len, reverse=True))

# "Inspecting" and "treated" are told by the beginnings of "inspection" and "treatment".
_DOING = "|".join(
    stem
    for act in _ACTS.split("|")
    if (stem := re.sub(r"(?:ation|ion|ing|ment|al|e)$", "", act)) != act and len(stem) > 3
)


@dataclass(frozen=True, slots=True)
class Often:
    """How long it is from one time to the next; `bound` is at least where it may be no oftener."""

    value: float
    unit: Unit
    working: bool = False
    bound: Comparator = Comparator.AT_MOST


def find_told_rhythms(text: str) -> Iterator[Span[Often]]:
    """Yield how often with the places."""
    yield from read_by(_READERS, text)


def _of(
    value: float,
    unit_word: str,
    *,
    kind: str = "",
    parts: float = 1.0,
    bound: Comparator = Comparator.AT_MOST,
) -> Often:
    low = unit_word.lower()
    long, unit, working = measure(value, "year" if low in _SEASON.split("|") else low, kind)
    return Often(*divide(long, unit, parts), working=working, bound=bound)


# "Every seventh day", "each third summer"
_EVERY_NTH = re.compile(
    rf"\b(?:every|each)\s(?P<nth>{ORDINAL})\s{DAY_KIND}(?P<unit>{UNIT_WORDS}|{_SEASON})\b(?!\sof\b)", _I
)


def _every_nth(found: re.Match[str]) -> Often | None:
    place = read_ordinal(found["nth"])
    return _of(place, found["unit"], kind=found["kind"] or "") if place > 1 else None


# "One year in three", "one week out of four"
_ONE_IN = re.compile(
    rf"\bone\s(?P<unit>{UNIT_WORDS})\s(?:in|out\sof)\s(?:every\s)?(?P<number>{NUMBER})\b(?!\s(?:{UNIT_WORDS})s?\b)",
    _I,
)
# "Alternate years", "in even-numbered months", "every other birthday"
_ALTERNATE = re.compile(
    rf"\b(?:alternate|alternating|alt\.|(?:even|odd)(?:[\s-]numbered)?)\s(?P<unit>{UNIT_WORDS})s?\b|"
    r"\b(?:every|each)\s(?P<other>other\s|second\s)?(?:birthday|anniversary|christmas|easter|whitsun|michaelmas|bank\sholiday\sweekend)\b|"
    r"\bof\san?\s(?P<part>morning|evening|night)\b",
    _I,
)


def _alternate(found: re.Match[str]) -> Often:
    if found["part"]:
        return _of(1.0, "day")
    return _of(2.0, found["unit"]) if found["unit"] else _of(2.0 if found["other"] else 1.0, "year")


# "Week by week", "month in, month out", "from year to year"
_BY = re.compile(
    r"\b(?P<unit>hour|day|week|fortnight|month|quarter|term|year)(?:\sby\s|\sin,?\s)(?P=unit)(?P<out>\sout)?\b",
    _I,
)


def _one_in(found: re.Match[str]) -> Often | None:
    number = read_number(found["number"])
    return _of(number, found["unit"]) if number else None


def _by(found: re.Match[str]) -> Often | None:
    if found["unit"].lower() == "day" and not found["out"]:
        return None  # "cares for the child day by day"
    return _of(1.0, found["unit"]) if " by " in found[0].lower() or found["out"] else None


# "Six times in the course of a year", "twice over the year"
_IN_THE_COURSE = re.compile(
    rf"\b(?P<times>once|twice|thrice|(?:{NUMBER})\s(?:or\smore\s)?(?:separate\s)?(?:times|occasions)),?\s(?:in|over|during|within|through|throughout|across)\s"
    rf"(?:the\s(?:course|space|length)\sof\s)?(?:an?|the|each|every|one|any)\s(?:(?P<number>{NUMBER})[\s-])?{QUALIFIERS}{DAY_KIND}"
    rf"(?P<unit>{UNIT_WORDS}|{_SEASON}|season)s?\b(?!\s(?:after|before|following|in\swhich|of\s))",
    _I,
)
# "Once per annum", "four p.a.", but of people "one PA checks"
_PER_ANNUM = re.compile(
    rf"\b(?P<times>once|twice|thrice|(?:{NUMBER})(?:\s(?:times|(?:{_ACTS})s?))?),?\s(?:per\sannum|p\.a\.?|(?-i:pa|PA)\b)",
    _I,
)
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}


def _times(found: re.Match[str]) -> Often | None:
    word = found["times"].lower()
    count = _TIMES.get(word) or read_number(word)
    if not count:
        return None
    if found.re is _PER_ANNUM:
        after = found.string[found.end() :].split(maxsplit=1)
        if word not in _TIMES and after and after[0] in third_persons():
            return None
        return _of(1.0, "year", parts=count)
    unit = "year" if found["unit"].lower() == "season" else found["unit"]
    return _of(read_number(found["number"] or "one") or 1.0, unit, kind=found["kind"] or "", parts=count)


# "One reading to a term", "one good count a month"; "told of a visit a fortnight in advance" is no rhythm.
_ASIDE = r"(?!\s(?:before|beforehand|after|afterwards|ago|later|earlier|ahead|in\sadvance|prior|hence)\b)"
_ONE_TO = re.compile(
    rf"(?<![£\d.,])\b(?P<number>{NUMBER}|an?)\s(?:(?!(?:{UNIT_WORDS})s?\b)[a-z-]+\s){{0,2}}?(?:{_ACTS})s?,?\s(?:(?:to\s)?(?:an?|the|each|every)|per)\s"
    rf"(?P<unit>{UNIT_WORDS})\b(?!-){_ASIDE}",
    _I,
)


def _one_to(found: re.Match[str]) -> Often | None:
    number = read_number(found["number"])
    return _of(1.0, found["unit"], parts=number) if number else None


# "Two years between calibrations", "no more than six weeks between visits"; but a rest between shifts is a length.
_BETWEEN = re.compile(
    rf"(?:(?P<least>(?:at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:less|fewer)\sthan|a\sminimum\sof)\s)|\b(?:not|no|never)\s(?:more|longer)\sthan\s)?"
    rf"(?P<number>{NUMBER}|\ban?)\s{QUALIFIERS}{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\s"
    rf"(?:(?:(?:goes|go)(?:\sby)?|passes|pass|elapses|elapse|(?:is|are)\sleft)\s)?(?:in\s)?between\s(?:(?:one|each|every|the|its|their|our|two|such|successive|"
    rf"consecutive)\s)*(?:[a-z’'-]+\s){{0,2}}?(?:{_ACTS})(?:s|es)?\b",
    _I,
)
# "No more than six months may pass between tests", "between one inspection and the next"
_PASS_BETWEEN = re.compile(
    rf"(?P<least>(?:at\s(?:the\s)?least|(?:not|no)\s(?:less|fewer)\sthan)\s)?(?P<number>{NUMBER}|\ban?)\s{QUALIFIERS}{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\s"
    rf"(?:may|must|shall|should|can|will|to|is|are)\s(?:be\s)?(?:pass|elapse|go|go\sby|lie|left|allowed)\sbetween\s[^.;]{{0,40}}?\b(?:{_ACTS})(?:s|es)?\b(?:\sand\sthe\snext)?",
    _I,
)
# "The interval between inspections shall not exceed 12 months", "the test frequency is six months"
_INTERVAL_IS = re.compile(
    rf"\b(?:(?P<apart>interval|gap|time|period)s?\sbetween\s(?:[\w’'-]+\s){{0,3}}?(?:{_ACTS})(?:s|es)?(?:\sand\sthe\snext)?|frequency(?:\sof\s(?:[\w’'-]+\s){{0,3}}?(?:{_ACTS})(?:s|es)?)?)"
    rf"(?:\s(?!at\sleast|less)[a-z]+){{0,7}}?(?:\sof|\sis|\sare|\sexceed|\sthan|:)?\s"
    r"(?P<least>at\sleast\s|(?(apart)(?:not|never)\s(?:(?:be|fall|drop)\s)?(?:(?:less|fewer|shorter)\sthan|under|below)\s|(?!)))?"
    rf"(?P<number>{NUMBER}|an?)\s{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\b",
    _I,
)
# "Every two to three years": the longer is still kept to.
_EVERY_RANGE = re.compile(
    rf"\b(?:every|each)\s(?P<least>)(?:{NUMBER})\s?(?:to|or|-|–)\s?(?P<number>{NUMBER})\s{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\b",
    _I,
)
# "A couple of times a year"
_COUPLE = re.compile(
    rf"\b(?:a\s)?(?P<many>couple\sof|dozen)\s(?:times|occasions|{_ACTS})s?\s(?:in\s)?(?:an?|per|each|every)\s(?P<unit>{UNIT_WORDS})\b",
    _I,
)
# "At the start of each season", "when the clocks change", "on the hour"
_NATURE = re.compile(
    r"\b(?P<months>(?:each|every)\sseason)\b(?!['’])|\bclocks?\s(?P<half>changes?)\b|\bclocks?\s(?:goes?|go|are\sput)\s(?P<year>back|forward)\b|\bon\sthe\s(?P<hour>hour)\b",
    _I,
)


def _couple(found: re.Match[str]) -> Often:
    return _of(1.0, found["unit"], parts=12 if found["many"].lower() == "dozen" else 2)


def _nature(found: re.Match[str]) -> Often:
    if found["hour"]:
        return Often(1.0, Unit.HOUR)
    if found["year"]:
        return Often(1.0, Unit.YEAR)
    return Often(3.0 if found["months"] else 6.0, Unit.MONTH)


# "Goes no more than three months without a visit"
_WITHOUT = re.compile(
    rf"\b(?:no|not|never|nothing|nobody)\s(?:[\w’'-]+\s){{0,4}}?(?:longer|more)\sthan\s(?P<least>)(?P<number>{NUMBER}|an?)\s"
    rf"{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\swithout\s(?:[a-z’'-]+\s){{0,3}}?(?:{_ACTS}|{_DOING})\w*\b",
    _I,
)
# "Comes round again after three years", "due again in six months"
_AGAIN_AFTER = re.compile(
    rf"(?<!apply\s)(?<!ask\s)(?<!try\s)(?<!applies\s)(?<!asks\s)\b(?:again|anew|afresh|renewed|refreshed|redone)\s(?:in|after|at|once)\s(?:another\s|a\sfurther\s)?(?P<least>)"
    rf"(?P<number>{NUMBER})\s{DAY_KIND}(?P<unit>week|month|mth|year|yr)s?\b(?!['’])",
    _I,
)
# "And then not till the boiler man is back a year later", "then nothing for six weeks"
_NOT_TILL = re.compile(
    rf"\b(?:(?P<none>then\s(?:nothing|none|not|no\smore))|not|nothing|none)\s(?:again\s|more\s)?(?:(?:un)?til+\b[^.;:]{{0,50}}?|for\s)\b(?P<least>)(?P<number>{NUMBER}|an?)\s"
    rf"{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\b(?(none)|\s(?:later|after(?:wards)?|on|hence)\b)",
    _I,
)
# "Another when you have done five years", "when the fifth year comes round", "sees you through the four-year term"
_ANOTHER_AFTER = re.compile(
    rf"\banother\s(?:one\s)?(?:when|after|once|at|in|on)\b[^.;:]{{0,30}}?\s(?P<least>)(?P<number>{NUMBER})\s{DAY_KIND}(?P<unit>week|month|mth|year|yr|term)s?\b|"
    rf"\b(?:sees?|carr(?:y|ies)|lasts?|does|keeps?|covers?)\s(?:you|us|them|it|him|her)\s(?:through|for|over|up\sto)\s(?:the\s|an?\s|another\s)?(?P<many>{NUMBER})[-\s](?P<long>week|month|term|year)s?\b|"
    rf"\b(?:when|as|once|till|until)\s(?:the|a|its|their|each|every)\s(?P<place>{ORDINAL})\s(?P<round>week|month|term|year|season|summer|winter|spring|autumn)\scomes\b",
    _I,
)
# "Twice between one May and the next", "once from one stocktake to the next"
_BETWEEN_ONE = re.compile(
    rf"\b(?P<times>once|twice|thrice|(?:{NUMBER})\s(?:times|occasions))\s(?:between|from)\sone\s(?P<unit>[a-z]+(?:\s(?:day|end|year))?)\s(?:and|to)\sthe\s(?:next|following)\b",
    _I,
)


def _another_after(found: re.Match[str]) -> Often | None:
    if found["place"]:
        return _of(
            read_ordinal(found["place"]), "year" if found["round"].lower() == "season" else found["round"]
        )
    number = read_number(found["number"] or found["many"])
    return _of(number, found["unit"] or found["long"]) if number else None


def _between_one(found: re.Match[str]) -> Often | None:
    unit, times = found["unit"].lower(), found["times"].lower()
    count = _TIMES.get(times) or read_number(times)
    mark = _LANDMARKS.get(unit)
    if count and mark is not None:
        return Often(*divide(float(mark[0]), Unit(mark[1]), count))
    named = unit in _MONTH_NAMES.split("|") or unit in _SEASON.split("|")
    return _of(1.0, "year", parts=count) if count and named else None


_LANDMARKS: dict[str, tuple[float, str]] = load("times")["landmarks"]
# "Six weeks apart"
_APART = re.compile(
    rf"\b(?:{_ACTS})s?\s(?:[a-z]+\s){{0,4}}?(?P<least>(?:at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:less|fewer)\sthan)\s)?"
    rf"(?P<number>{NUMBER}|an?)\s{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\sapart\b",
    _I,
)


def _between(found: re.Match[str]) -> Often | None:
    number = read_number(found["number"])
    bound = Comparator.AT_LEAST if found["least"] else Comparator.AT_MOST
    return _of(number, found["unit"], kind=found["kind"] or "", bound=bound) if number else None


# "That is our test for the year", "that does us until next spring": nothing more comes before it ends.
_DONE_FOR = re.compile(
    r"(?:(?:^|[.;:,–-]\s|\b(?:and|so|but)\s)that(?:['’]s|\s(?:is|does|covers|sees|will\s(?:do|be|have\sto\sdo)|has\sto\sdo|keeps)\b)[^.;:]{0,40}?|\bdone)\s"
    r"(?:for\s(?:the|that|this|another)\s(?:whole\s)?(?P<unit>day|night|week|month|quarter|term|year|season)(?=\s?(?:$|[.,;!)]))|"
    rf"until\s(?:the\s)?(?:(?:next|following)\s(?P<next>day|night|week|month|quarter|term|year|season|{_SEASON})|next\s(?P<feast>christmas|easter|birthday|new\syear|{_MONTH_NAMES})|(?P<tomorrow>tomorrow)))",
    _I,
)


def _done_for(found: re.Match[str]) -> Often:
    unit = "year" if found["feast"] else (found["unit"] or found["next"] or "day").lower()
    return _of(1.0, {"night": "day", "season": "year"}.get(unit, unit))


# "On joining, not again", "a one-off", "need not be repeated"
_LATER = r"(?!\s(?:until|till|before|for|within|unless|by|in|if|than|without)\b)"
_ONCE_FOR_ALL = re.compile(
    rf"(?:(?:[,;–-]\s?|\b(?:and|but|then|once)\s)(?:not|never)\s(?:\w+\s)?(?:again|thereafter|after\sthat|afterwards|repeated)\b{_LATER}|"
    r"\b(?:is|are|need|does|do)\s(?:not|never)\s(?:be\s|to\sbe\s|need\s|have\sto\sbe\s|need\sto\sbe\s)?"
    rf"(?:repeat(?:ed|ing)|renew(?:ed|ing)|refresh(?:ed|ing)|redone|retaken|retested|re-tested|rechecked|re-?inspected|re-?assessed)\b{_LATER}|"
    rf"\bno\s(?:refresher|renewal|repeat|retest|re-test|recheck)s?\s(?:is|are|follows?|needed|required|after\sthat)\b{_LATER}|"
    r"\bonce\sis\s(?:enough|plenty|all)\b(?!\s(?:an?|each|every|per)\b)|\bjust\sthe\sonce\b|\bthat(?:['’]s|\sis)\s(?:you|me|us|them|it|him|her|everyone|everybody)\sdone\b|\b(?:and|after\sthat|afterwards|thereafter|from\sthen\son),?\s(?:they|you|he|she|it|we)\s(?:are|is)\sleft\sto\b|"
    r"\band\sthat(?:['’]s|\sis|\swas)\s(?:it|that|the\slast\sof\sit|all)(?=\s?(?:$|[.,;:)]))|\bno\sneed\sto\s(?:repeat|redo|renew)\b|\b(?:on\s(?:joining|starting|arrival|appointment|day\sone)|first\sday)\sonly\b|"
    r"\bonce\sand\sfor\sall\b|\bonce\sin\sa\s(?:career|lifetime)\b|\ba\sone-off\b(?=\s?(?:$|[.,;:|)]))|\bone-off(?=\s?(?:$|[.;|]))|"
    r"\b(?:lasts?|good|valid|does\syou)\s(?:for\s)?(?:a\slifetime|(?:for\s)?life|for\sever|forever)\b)",
    _I,
)
_BANNED = re.compile(r"\b(?:must|shall|may|can|should|will)\s\S*$", _I)
_FOR_EVER = 100.0  # years


def _once_for_all(found: re.Match[str]) -> Often | None:
    if _BANNED.search(found.string[: found.start()][-20:]):
        return None
    return Often(_FOR_EVER, Unit.YEAR)


# "Twelve litres a day", "2 kg of hay per horse a week", but "two miles a day before the race"
_A_DAY = re.compile(
    rf"\b(?:an?|per)\s(?P<unit>day|night|week|fortnight|month|year)\b(?!\s(?:from|or)\b){_ASIDE}",
    _I,
)
_MEASURED = re.compile(
    rf"\b(?:{NUMBER})[\s-]?(?:{UNIT_NAMES})(?:\sof(?:\s[a-z-]+){{1,2}})?"
    r"(?:\s(?:(?:(?:per|an?|(?:for|to)\s(?:an?|each|every))\s[a-z-]+)|each|apiece))?,?\s$",
    _I,
)


def _measured(found: re.Match[str]) -> Often | None:
    if not _MEASURED.search(found.string[: found.start()][-80:]):
        return None
    return _of(1.0, "day" if found["unit"].lower() == "night" else found["unit"])


_ACT_WORDS = telling_words(form for act in load("rhythms")["words"]["acts"] for form in (act, f"{act}s"))
# Each pattern with what reads it, and words of which a text must hold one for it to be tried.
_READERS: tuple[Reader[Often], ...] = (
    (_EVERY_NTH, _every_nth, frozenset(["every", "each"])),
    (
        _ALTERNATE,
        _alternate,
        frozenset(["alternate", "alternating", "alt", "even", "odd", "every", "each", "of"]),
    ),
    (_ONE_IN, _one_in, frozenset(["one"])),
    (_BY, _by, frozenset(["by", "out"])),
    (_IN_THE_COURSE, _times, frozenset(["once", "twice", "thrice", "times", "occasions"])),
    (_PER_ANNUM, _times, frozenset(["annum", "pa", "p"])),
    (_ONE_TO, _one_to, _ACT_WORDS),
    (_BETWEEN, _between, frozenset(["between"])),
    (_PASS_BETWEEN, _between, frozenset(["between"])),
    (_INTERVAL_IS, _between, frozenset(["between", "frequency"])),
    (_EVERY_RANGE, _between, frozenset(["every", "each"])),
    (_COUPLE, _couple, frozenset(["couple", "dozen"])),
    (_NATURE, _nature, frozenset(["season", "clock", "clocks", "hour"])),
    (_WITHOUT, _between, frozenset(["without"])),
    (_AGAIN_AFTER, _between, frozenset(["again", "anew", "afresh", "renewed", "refreshed", "redone"])),
    (_APART, _between, frozenset(["apart"])),
    (_ANOTHER_AFTER, _another_after, frozenset(["another", "through", "for", "over", "up", "comes"])),
    (_BETWEEN_ONE, _between_one, frozenset(["next", "following"])),
    (_NOT_TILL, _between, frozenset(["till", "until", "then"])),
    (
        _ONCE_FOR_ALL,
        _once_for_all,
        frozenset(
            [
                "not",
                "never",
                "no",
                "once",
                "off",
                "life",
                "lifetime",
                "ever",
                "forever",
                "left",
                "that",
                "only",
            ]
        ),
    ),
    (_A_DAY, _measured, frozenset(["day", "night", "week", "fortnight", "month", "year"])),
    (_DONE_FOR, _done_for, frozenset(["that", "done", "and", "then"])),
)
