"""Times that come round by the calendar's counting, by the clock or by who is next at work, and how long one may wait.

"The first and third Wednesday", "the 1st or the 16th", "by six tonight", "the day shift", "as the month goes on".
"""

import re
from collections.abc import Iterator
from functools import cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of

_I = re.IGNORECASE
_DAY, _WEEK, _MONTH, _QUARTER, _YEAR = 24.0, 168.0, 30 * 24.0, 91 * 24.0, 365 * 24.0
_HOURS_OF_WORK = 11.0
_FULL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SHORT_DAY = r"(?-i:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)"
_PLACE = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
_AND = r"(?:,\s?|,?\s(?:and|or|then)\s|\s?[/&+]\s?)"
# "The first and third Wednesday", "the last Friday of the month", "the month's last Friday".
_PLACED = re.compile(
    rf"(?:\b(?:month|quarter)['’]s\s(?P<lone>{_PLACE})|\b(?P<places>{_PLACE}(?:{_AND}(?:the\s)?{_PLACE})*))\s(?:working\s|banking\s)?(?:{_FULL_DAY}|day|week|fortnight|{_SHORT_DAY})\b"
    r"(?P<of>\s(?:of|in)\s(?:(?:the|each|every|that|a|any)\s)?(?:(?:same|next|following|calendar|new)\s)?(?P<span>month|quarter|term|season|year)\b)?",
    _I,
)
_SPANS = {"month": _MONTH, "quarter": _QUARTER, "term": _QUARTER, "season": _QUARTER, "year": _YEAR}
# "The 1st or the 16th, whichever comes next", "batch on the 1st + 15th".
_SPELT = (
    r"(?:(?:twenty|thirty)[-\s](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_DAYS_OF_MONTH = re.compile(
    rf"(?:\b(?:on|by|for|until|till)\sthe\s|[:;|,]\s(?:on\s)?(?:the\s)?)(?P<days>{_NTH}(?:{_AND}(?:the\s)?{_NTH})+)(?!\s(?:day|week|month|year|time|one|floor|visit|attempt|stage|of\s[A-Z]|century|floor|edition|january|february|march|april|may|june|july|august|september|october|november|december))\b",
    _I,
)
_SPELT_DAYS = re.compile(
    rf"\b(?:on|by|until|till)\sthe\s(?P<days>{_SPELT}(?:{_AND}(?:on\s)?(?:the\s)?{_SPELT})+)(?=\s?(?:$|[.,;:)|]|of\s(?:the|each|every)\smonth\b|each\smonth\b))",
    _I,
)
# "Mon / Thu" of a cell.
_SLASHED = re.compile(
    rf"(?:^|[:;|,]\s)(?:each\s|every\s)?(?:{_SHORT_DAY}|{_FULL_DAY})s?(?:\s?[/&+]\s?(?:{_SHORT_DAY}|{_FULL_DAY})s?)+(?=\s?(?:$|[;|(,]|only\b|list\b|run\b))",
    _I,
)
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half\spast\s\w+|\d{1,2}(?:[:.]\d\d)?)"
)
_BY_THE_CLOCK = re.compile(
    rf"(?:\b(?:by|before)\s(?:about\s|around\s)?|[:;|]\s(?:at\s)?)(?:{_NUMBER}\s?(?:[ap]\.?m\b|o['’]clock\b|(?:tonight|this\s(?:morning|afternoon|evening)|(?:in\sthe|that)\s(?:morning|afternoon|evening))\b)|noon\b|midday\b|midnight\b|"
    r"(?:[01]\d|2[0-3])[:.]?[0-5]0(?:\s?(?:hrs|hours))?(?=\s?(?:$|[;|.])))(?!\s(?:to|until|till|and|[-–])\b)",
    _I,
)
_LATER_ON = re.compile(
    r"\b(?:at\s\w+\s)?(?:tonight|this\s(?:afternoon|evening)|later\s(?:today|on|in\sthe\sday)|overnight|mid-?\s?(?:morning|afternoon|evening)|first\sthing(?!\sto\b|\syou\b|\sis\b|\sthat\b)(?:\s(?:in\sthe\smorning|tomorrow|next\sday|on\s\w+day))?|"
    r"last\sthing(?:\sat\snight)?|at\s(?:the\s)?(?:change\sof\s(?:shift|watch)|shift\schange|turn\sof\sthe\s(?:tide|shift)|the\send\sof\splay))\b",
    _I,
)
_RELIEF = re.compile(
    r"(?:\b(?:by|with|for|to|until|when|leave(?:s|n)?\s(?:it|them|that|this)?\s?(?:to|for)|and)\s(?:the\s)?|(?:^|[:;|]\s)(?:the\s)?|\bthe\s)"
    r"(?:(?:next|following|relief|relieving|incoming|oncoming|early|late|day|night|morning|evening|dawn)\s(?:team|shift|staff|crew|watch|turn|squad|people|lot|nurse|doctor|warden|porter|guard|officer|carer|round))"
    r"(?=[^.;|]{0,30}\b(?:in\sthe\smorning|tomorrow|looks?|does|do|sees?|picks?|takes?|deals?|sorts?|checks?|comes?|arrives?|gets?|starts?|makes?|clears?|rings?|calls?|files?|logs?|writes?|will)\b|\s?(?:$|[;|.,]))",
    _I,
)
_GOES_BY = re.compile(
    r"\b(?:(?:as|when|while)\sthe\s(?P<a>day|week|month|term|quarter|season|year)\s(?:goes\s(?:on|by)|wears\son|unfolds|turns|ends|draws\sto\sa\sclose|rolls\s(?:on|round|over)|is\s(?:out|over|done|up))|"
    r"(?:when|as|before)\s(?:we|you|they)\sturn\sthe\s(?P<page>calendar|page)|(?:in|over|during|through)\sthe\scourse\sof\sthe\s(?P<b>week|month|term|quarter|season|year)|"
    r"(?:some|any)\s?time\s(?:in|during|over|within)\s(?:the|that|this|your|their)\s(?P<c>week|month|term|quarter|season|year)|"
    r"(?:by|at|before)\sthe\s(?P<d>week|month|quarter|year)['’]s\s(?:end|close)|(?:by|at|before)\s(?P<e>week|month|quarter|term|season|year)[’']?s?[\s-]end)\b",
    _I,
)
# "On the eight o'clock call", "with the evening post".
_HALF_YEAR = re.compile(
    r"\b(?:at|by|until|till|on|with)\s(?:(?:the\s)?(?:end|close)\sof\s)?(?:the|each|every|our|its)\shalf[\s-]?year(?:\send|['’]s\send)?\b(?!\s(?:ago|old))",
    _I,
)
_BY_THE_ROUND = re.compile(
    rf"\b(?:on|at|in|with|by|until|till|for)\s(?:the|our|your|their|its)\s(?:next\s)?(?:{_NUMBER}\s?(?:o['’]clock|[ap]\.?m\.?)|morning|afternoon|evening|night|midday|noon|lunchtime|early|late|day['’]s\slast)\s"
    r"(?:call|post|mail|van|ferry|boat|train|bus|delivery|collection|meeting|mtg|briefing|bulletin|e-?mail|report|visit|check|conference|update|session|service|inspection|feed|feeding|muster|parade|sweep|shop|drop)s?\b",
    _I,
)
_SOME_DAYS = re.compile(
    r"\b(?:in|by|goes|go|sent|with)\s(?:the\s|our\s)?second[\s-]class(?:\s(?:post|mail))?\b", _I
)
_BACK = re.compile(
    r"\b(?:when|once|until|till)\s(?:(?!and\b|or\b|you\b|she\sis\sback\sin\sbed)[\w’'-]+\s){1,4}?(?:is|are|gets?|comes?|has\scome|have\scome)\sback\s(?:in|at\swork|on\s(?:duty|shift|site)|from\s(?:leave|holiday|sick|the\sother|another|her|his|their|maternity))",
    _I,
)
# "Once you are home", "in the week they get back".
_HOME = re.compile(
    r"\b(?:(?P<week>(?:in\s)?the\sweek)|when|once|after|until|till)\s(?:you|they|we|he|she)(?:\s(?:are|is|gets?|comes?|arrives?)|['’]re)\s(?:back|home)\b"
    r"(?!\s(?:in\s(?:bed|the\s(?:car|van|building))|to\s(?:you|us|them|him|her))\b)",
    _I,
)
_WITH_PAY = re.compile(
    r"\b(?:with|in|on)\s(?:the|your|their|his|her|our)\s(?:(?:first|next|opening|following|same|monthly)\s)?"
    r"(?:pay\s?slip|wage\sslip|(?:pay|wage)\spacket|wages|salar(?:y|ies)|pay(?:roll)?\srun|pensions|(?:next|following|monthly|quarterly)\s(?:statement|bill|invoice))\b",
    _I,
)
# "At the next quarterly round", "in the monthly pack"; "next sprint" of a cell.
_OFTEN = {
    "annual": _YEAR, "yearly": _YEAR, "half-yearly": _YEAR / 2, "six-monthly": _YEAR / 2, "termly": _QUARTER,
    "quarterly": _QUARTER, "monthly": _MONTH, "fortnightly": 2 * _WEEK, "weekly": _WEEK, "daily": _DAY,
    "nightly": _DAY, "seasonal": _QUARTER,
}  # fmt: skip
_COMING = re.compile(
    rf"(?:\b(?:at|in|with|on|until|till|for|to|by|into|during|after)\s(?:(?:the|our|their|its|his|her|your|a|an|that)\s)?(?:(?:next|following|coming|first|new|big|usual|regular)\s)?|[:;|]\s(?:the\s|our\s)?(?:next\s|following\s)?)"
    rf"(?P<often>{'|'.join(_OFTEN)})\s(?!(?:basis|allowance|fee|charge|rate|rent|wage|pay|salary|income|cost|limit|leave|sum|instalments?|intervals?|payments?|returns?\sof|tenancy|contract)\b)[a-z][\w’'-]+",
    _I,
)
_NEXT_OF_CELL = re.compile(
    r"[:;|]\s(?:(?:in|at|with|on|for|by)\s)?(?:the\s)?next\s(?!(?:of\skin|working|business|school|available|opportunity|chance|day|morning|afternoon|evening|hour|step|steps|stage|to|best|door|page|move|action|line|shift)\b)"
    r"(?:[a-z][\w’'-]+\s?){1,3}(?=\s?(?:$|[;|(,.]))",
    _I,
)
_UNIT_OF = r"(?:quarter|qtr|term|season|financial\syear|school\syear|year|yr|month|mth|fortnight|week|wk)"
_THIS_SPAN = re.compile(
    rf"\b(?:some|any)\s?time\s(?:(?:in|during|over|within|before\sthe\send\sof)\s)?(?:the|that|this|your|their|our|next)\s(?:next\s|following\s|coming\s|same\s)?(?P<span>{_UNIT_OF})\b|"
    r"\b(?:on|by|until|till|for|before|at)\s(?:the\s)?(?:next\s)?(?P<day>quarter)[\s-]day\b|"
    rf"\bbefore\s(?:the|that|this)\s(?P<whose>week|month|quarter|term|season|year)['’]s\s[\w’'-]+|"
    rf"\b(?:when|once|before|until|till|as|or)\sthe\s(?P<turns>season|year|quarter|month|term|week)\s(?:turns|ends|changes|closes|comes\sround|is\sout|is\sover)\b",
    _I,
)
_SHORT = {
    "qtr": "quarter",
    "yr": "year",
    "mth": "month",
    "wk": "week",
    "financial year": "year",
    "school year": "year",
}
# "A few weeks", "some days", "a month or more": no figure, and more than one.
_SEVERAL = re.compile(
    r"(?<!first\s)(?<!last\s)(?<!past\s)(?<!every\s)(?<!previous\s)\b(?:a\sfew(?!\smore)|several|some(?=\s(?:days|weeks|months)\b)|a\s(?:good\s)?many|quite\sa\sfew)\s(?P<span>hour|day|week|month|year)s\b"
    r"(?!['’]|\s(?:ago|before|old|prior|in\sadvance|ahead|earlier|beforehand|notice|warning|off|leave|holiday|a\s(?:week|month|year))\b)",
    _I,
)
_A_FEW = 3
_NEXT_BUT_ONE = re.compile(r"\b(?:the\s)?(?:next\sbut\sone|one\safter\s(?:next|that))\b", _I)


def further_waits(text: str) -> Iterator[tuple[str, float]]:
    """Yield the words for such times, and how long one may have to wait for them, in hours."""
    yield from _by_the_calendar(text)
    low = text.lower()
    for pattern, hours, cues in _PLAIN:
        if any(cue in low for cue in cues):
            for found in pattern.finditer(text):
                yield _stripped(found[0]), hours
    for found in _GOES_BY.finditer(text):
        span = next((found[name] for name in "abcde" if found[name]), "month").lower()
        yield found[0], _HOURS_OF_WORK if span == "day" else _LENGTHS[span]
    for found in _COMING.finditer(text) if "ly " in low or "annual" in low or "seasonal" in low else ():
        yield _stripped(found[0]), _OFTEN[found["often"].lower()]
    for found in _NEXT_OF_CELL.finditer(text) if "next " in low else ():
        yield _stripped(found[0]), _DAY
    for found in _THIS_SPAN.finditer(text):
        span = (found["span"] or found["whose"] or found["day"] or found["turns"]).lower()
        yield found[0], _LENGTHS[_SHORT.get(span, span)]
    for found in _HOME.finditer(text):
        yield found[0], _WEEK if found["week"] else _HOURS_OF_WORK
    for found in _SEVERAL.finditer(text):
        yield found[0], _A_FEW * _LENGTHS[found["span"].lower()]
    for found in _rounds().finditer(text):
        yield _stripped(found[0]), _HOURS_OF_WORK


_AT_WORK = (
    "team", "shift", "staff", "crew", "watch", "turn", "round", "nurse", "doctor", "guard", "porter", "warden",
    "officer", "carer", "squad", "people", "lot",
)  # fmt: skip
_PLAIN = (
    (_LATER_ON, _HOURS_OF_WORK, ("tonight", "this ", "later", "overnight", "thing", "at ", "mid")),
    (_RELIEF, _HOURS_OF_WORK, _AT_WORK),
    (
        _BY_THE_ROUND,
        _HOURS_OF_WORK,
        (
            "clock",
            "am ",
            "pm ",
            "m. ",
            "ing ",
            "noon ",
            "night ",
            "midday ",
            "time ",
            "early ",
            "late ",
            "last ",
        ),
    ),
    (_HALF_YEAR, _YEAR / 2, ("half",)),
    (_SOME_DAYS, 3 * _DAY, ("class",)),
    (_WITH_PAY, _MONTH, ("pay", "wage", "salar", "pension", "statement", "bill", "invoice")),
    (_BACK, _WEEK, ("back",)),
    (_NEXT_BUT_ONE, 2 * _WEEK, ("next", "one after")),
)
_LENGTHS = {**_SPANS, "hour": 1.0, "day": _DAY, "week": _WEEK, "fortnight": 2 * _WEEK}


def clock_waits(text: str) -> Iterator[tuple[str, float]]:
    """Yield hours by which a thing is done, "by six tonight", and how long one may have to wait for them."""
    for found in _BY_THE_CLOCK.finditer(text):
        yield _stripped(found[0]), _HOURS_OF_WORK


def _by_the_calendar(text: str) -> Iterator[tuple[str, float]]:
    for found in _PLACED.finditer(text):
        many = len(re.findall(_PLACE, found["places"] or found["lone"], _I))
        if many > 1 or found["of"] or found["lone"]:
            yield found[0], _SPANS[(found["span"] or "month").lower()] / many
    for found in _DAYS_OF_MONTH.finditer(text):
        yield _stripped(found["days"]), _MONTH / len(re.findall(_NTH, found["days"], _I))
    for found in _SPELT_DAYS.finditer(text):
        yield found["days"], _MONTH / len(re.findall(_SPELT, found["days"], _I))
    for found in _SLASHED.finditer(text):
        yield _stripped(found[0]), _WEEK / len(re.findall(rf"{_FULL_DAY}|{_SHORT_DAY}", found[0], _I))


@cache
def _rounds() -> re.Pattern[str]:
    """Return the pattern of the rounds of a day: "at the breakfast round", and in a cell."""
    kinds = any_of(load("times")["appointed"]["round_of"])
    return re.compile(
        rf"(?:\b(?:on|at|in|with|during|until|by|for)\s(?:the|our|your|their|his|her)\s(?:next\s)?|[:;|]\s(?:the\s|next\s)?)(?:pre-|after-)?(?:{kinds})[\s-](?:round|rounds|walk|trolley|run)\b",
        _I,
    )


def _stripped(words: str) -> str:
    return words.strip(" :;|,")
