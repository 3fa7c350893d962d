"""Ages: "aged 16 or over", "under the age of 14", "has attained 18", "16 and 17 year olds"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind, Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.bare_ages import find_bare_ages
from policycheck.obligations.figures.infants import find_infant_ages
from policycheck.obligations.figures.numbers import ORDINAL, has_number, read_number, read_ordinal
from policycheck.obligations.figures.school_years import find_school_years
from policycheck.obligations.spans import Places, Span

_I = re.IGNORECASE
_AGE = (
    r"(?P<age>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[-\s](?:one|two|three|"
    r"four|five|six|seven|eight|nine))?|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|two|three|four)\b"
)
# "At 15": below thirteen it may be an hour.
_TEEN = r"(?P<age>1[3-9]|2[015]|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty-one)\b"
_YEARS = r"(?:\syears?(?:['’]?\sof\sage|\sold)?)?"
_UP = r"(?:or|and)\s(?:over|above|older|upwards?|up|more)|plus\b|\+"
_DOWN = r"(?:or|and)\s(?:under|below|younger|less)"
_PEOPLE = (
    r"(?:child(?:ren)?|young\s(?:person|people)|youngsters?|persons?|people|pupils?|students?|"
    r"anyone|anybody|no\s?one|nobody|none|someone|those|adults?|girls?|boys?|tenants?|applicants?|employees?|workers?|staff|"
    r"members?|individuals?|residents?|patients?|customers?|teenagers?|carers?|drivers?|visitors?|"
    r"guests?|users?|trainees?|apprentices?|riders?|passengers?|learners?|babies|infants?|"
    r"toddlers?|volunteers?|candidates?|coach(?:es)?|minors?|juniors?|youths?|kids?|lads?|lass(?:es)?|m[ae]n|wom[ae]n|"
    r"brothers?|sisters?|sons?|daughters?|cousins?|players?|instructors?|leaders?|helpers?|assistants?|operators?|workmen|crew|cadets?|beginners?|bearers?|holders?)"
)
_WHO = rf"(?:(?:he\sor\s|s/)?she|she\sor\she|you|he|they|we|i|who|{_PEOPLE})"
# What follows the bare figure of an age: the end of its phrase, or a verb.
_CLOSED = (
    r"(?=\s?(?:$|[.,;:)|!?])|\s(?:you|they|he|she|we|and|or|but|to|can|may|must|will|shall|should|is|are|was|has|have|who|whose|with|without|when|if|"
    r"before|on|at|by|unless|until)\b(?!\s(?:\d|half|quarter)))"
)
_MEASURES = "|".join(
    re.escape(unit) for table in load("measures").values() for unit in table if unit[0].isalpha()
)
# What may follow a figure that is no age, told as one: "reach 75°C", "over 20 metres".
_NO_AGE = (
    rf"(?!\s(?:{_MEASURES})\b)"
    r"(?!\s?(?:%|°|º|£|:\d|[.,]\d))(?!\s(?:per\s?cent|degrees|days|weeks|months|hours|minutes|seconds|metres|miles|feet|"
    r"litres|tonnes|kilos|kg|cm|mm|m|km|mph|decibels|lux|points|pages|seats|pounds|people|persons|members|staff|employees|am|pm|a\.m|p\.m|"
    r"o[’']clock|times|volts|watts|working|school|calendar)\b)"
)
_LEAST = r"(?:at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:less|younger)\sthan|a\sminimum\sof)"
_MOST = r"(?:at\s(?:the\s)?(?:very\s)?most|(?:not|no)\s(?:more|older)\sthan|up\sto|a\smaximum\sof)"
# Who else is told by name to be of an age, a small number after which may count them.
_THINGS = "|".join(map(re.escape, load("roles")["things"]))
_WORKER = (
    rf"(?:(?!(?:{_THINGS})s?\b)[a-z-]{{2,20}}(?:er|or|ant|ist|ian|ee)s?|staff|crew|people|persons|pilots?|guards?|cooks?|clerks?|nurses?|stewards?|"
    r"marshals?|wardens?|chefs?|guides?|agents?)"
)
_MUST_BE = (
    r"\b(?!['’])(?:(?!present\b|attending\b|voting\b)[^.;,]){0,30}\s"
    r"(?:must|shall|should|needs?\sto|has\sto|have\sto|got\sto|required\sto|is\sto|are\sto)\sbe\s"
)
# "The number of members must be at least five", "members must be at least five at every meeting" count them.
_NO_NUMBER = r"(?<!number\sof\s)(?<!number\sof\sthe\s)(?<!total\sof\s)"
_NO_MEETING = r"(?!\s(?:at|on)\s(?:each|every|any|all|one|duty|the\stable)\b)"

_PATTERNS: tuple[tuple[re.Pattern[str], Comparator, int], ...] = tuple(
    (re.compile(pattern, _I), comparator, shift)
    for pattern, comparator, shift in (
        # below, said with "not"
        (rf"\b(?:not\s(?:yet\s)?(?:attained|reached|turned)|(?:is|"
rf"are)\snot\syet)\s(?:the\sage\sof\s)?{_AGE}{_YEARS}", Comparator.AT_MOST, -1),
        (rf"\b(?:yet\sto|before)\s(?:turn(?:ing)?|reach(?:ing)?|attain(?:ing)?)\s(?:the\sage\sof\s)?{_AGE}{_NO_AGE}{_YEARS}",
         Comparator.AT_MOST, -1),
        # a deadline told as an age
        (rf"\b(?:by\sthe\stime|before)\s(?:[a-z’'-]{{1,20}}\s){{1,4}}(?:turns?|is|are|reach(?:es)?|attains?)\s"
         rf"(?:the\sage\sof\s|aged?\s)?{_AGE}{_NO_AGE}", Comparator.AT_MOST, 0),
        # at least
        (rf"\b(?:aged?|ages?)\s{_AGE}{_YEARS}\s?(?:{_UP})", Comparator.AT_LEAST, 0),
        (rf"\baged\s{_LEAST}\s{_AGE}{_NO_AGE}{_YEARS}", Comparator.AT_LEAST, 0),
        (rf"\baged\s(?P<here>){_MOST}\s{_AGE}{_NO_AGE}{_YEARS}", Comparator.AT_MOST, 0),
        (rf"\b{_AGE}{_YEARS}\s?(?:(?:or|and)\s(?:older|upwards))", Comparator.AT_LEAST, 0),
        (rf"\b{_AGE}\syears?(?:\sold|\sof\sage)?\s(?:(?:or|and)\s(?:over|above))", Comparator.AT_LEAST, 0),
        (rf"\b{_PEOPLE}(?:\s(?:of\s|who\sare\s|are\s|is\s|must\sbe\s)?|,\s|\s?\()(?P<here>){_AGE}{_YEARS}\s?(?:{_UP})",
         Comparator.AT_LEAST, 0),
        (rf"\b(?:ha(?:s|ve|ving)\s)?(?:attain(?:s|ed)?|reach(?:es|ed)?|turn(?:s|ed)?|"
rf"achieved)\s(?:the\sage\sof\s)?{_AGE}{_NO_AGE}{_YEARS}", Comparator.AT_LEAST, 0),
        (rf"\b{_WHO}\s(?:hits?|(?:is|are)\spast)\s{_AGE}{_NO_AGE}{_YEARS}{_CLOSED}", Comparator.AT_LEAST, 0),
        (rf"\b(?:at\sleast|not\s(?:less|younger)\sthan|no\syounger\sthan|a\sminimum\s(?:age\s)?of|"
rf"minimum\sage\s(?:is|of))\s{_AGE}(?:\syears?(?:['’]?\sof\sage|\sold))", Comparator.AT_LEAST, 0),
        (rf"\b(?:minimum\sage\s(?:is|of)|at\sleast\s(?:the\s)?age(?:d|\sof)?|from\s(?:the\s)?age\sof|"
rf"(?<!not\s)(?<!no\s)older\sthan)\s{_AGE}", Comparator.AT_LEAST, 0),
        (rf"\b(?:aged\s(?:over|above)|(?:over|above)\s(?:the\s)?age(?:\sof)?|(?:is|are|be)\sover|"
rf"{_PEOPLE}\s(?:who\sare\s)?over)\s{_AGE}{_NO_AGE}{_YEARS}", Comparator.AT_LEAST, 0),
        (rf"\bfrom\s{_AGE}\sup(?:wards?)?\b", Comparator.AT_LEAST, 0),
        (rf"\b(?:at|from)\s{_AGE}\s(?=(?:you|they|he|she|we|young|children|staff)\b)", Comparator.AT_LEAST, 0),
        (rf"{_NO_NUMBER}\b(?!(?:staff|crew|people|persons)\b){_WHO}{_MUST_BE}(?P<here>){_LEAST}\s{_AGE}"
         rf"{_NO_AGE}{_YEARS}{_CLOSED}{_NO_MEETING}", Comparator.AT_LEAST, 0),
        (rf"{_NO_NUMBER}\b{_WORKER}{_MUST_BE}(?P<here>){_LEAST}\s{_TEEN}"
         rf"{_NO_AGE}{_YEARS}{_CLOSED}{_NO_MEETING}", Comparator.AT_LEAST, 0),
        (rf"(?:^|[.:;|(]\s?)(?P<here>){_AGE}\s?(?:and\s(?:up|over)|or\sover|plus\b|\+)(?=\s?[.,;:)|]|$|\s"
         rf"(?:can|may|must|only|yrs|years)\b)",
         Comparator.AT_LEAST, 0),
        (rf"\b(?:once|when(?:ever)?|after|as\ssoon\sas|unless|until|till|the\s(?:day|moment|minute))\s(?:(?:a|an|the|any|every|each)\s)?{_WHO}\s"
         rf"(?:is|are)\s(?P<here>){_AGE}{_NO_AGE}{_YEARS}{_CLOSED}", Comparator.AT_LEAST, 0),
        (rf"\b(?:once|when(?:ever)?|as\ssoon\sas|until|till)\s(?:it|he|she|they|you)\s(?:is|are)\s{_AGE}\s"
         r"years?\s(?:old|of\sage)", Comparator.AT_LEAST, 0),
        (rf"\b{_WHO}\b[^.;,]{{0,30}}\s(?:must|shall|should|needs?\sto|has\sto|have\sto|got\sto|required\sto)\sbe\s"
         rf"(?P<here>)(?:over\s)?{_AGE}{_NO_AGE}{_YEARS}{_CLOSED}", Comparator.AT_LEAST, 0),
        (rf"\b(?:must|shall|should|needs?\sto|has\sto|have\sto|got\sto|required\sto|is\sto|are\sto)\sbe\s(?P<here>)"
         rf"{_AGE}\s(?:{_UP}){_CLOSED}", Comparator.AT_LEAST, 0),
        (rf"\b(?:lowest|minimum|youngest|least|earliest)\s(?:permitted\s|legal\s|starting\s)?age(?:\s"
         rf"[\w’']{{1,20}}){{0,14}}?"
         rf"(?:\s(?:is|of|at)|:)\s(?P<here>){_AGE}", Comparator.AT_LEAST, 0),
        (rf"\b(?:no\syounger\sthan|not\syounger\sthan|(?:no\sone|nobody)\syounger\sthan)\s"
         rf"{_AGE}", Comparator.AT_LEAST, 0),
        # at most
        (rf"\b(?:no|not)\solder\sthan\s{_AGE}{_NO_AGE}{_YEARS}", Comparator.AT_MOST, 0),
        (rf"\b(?:not|no|never)\s(?:be\s)?(?P<here>)(?:more\sthan|over|older\sthan|exceed(?:ing)?)\s{_AGE}\s"
         rf"years?\s(?:old|of\sage)", Comparator.AT_MOST, 0),
        (rf"\b{_AGE}\syears?\s(?:old|of\sage)\sat\s(?:the\s)?(?:very\s)?most\b", Comparator.AT_MOST, 0),
        (rf"\b(?:up\sto|at\smost|maximum\s(?:of\s)?)\s{_AGE}\syears?\s(?:old|of\sage)", Comparator.AT_MOST, 0),
        (rf"\b(?:highest|maximum|oldest|greatest|latest)\s(?:permitted\s)?age(?:\s"
         rf"[\w’']{{1,20}}){{0,14}}?(?:\s(?:is|of|at)|:)\s(?P<here>){_AGE}",
         Comparator.AT_MOST, 0),
        (rf"\b(?:looks?|appears?|seems?)\s(?:to\sbe\s)?(?P<here>)(?:under|below|younger\sthan)\s"
         rf"{_AGE}", Comparator.AT_MOST, -1),
        (rf"\b(?:aged?|ages?)\s{_AGE}{_YEARS}\s(?:{_DOWN})", Comparator.AT_MOST, 0),
        (rf"\b{_AGE}{_YEARS}\s(?:(?:or|and)\syounger)", Comparator.AT_MOST, 0),
        (rf"\b{_PEOPLE}\s(?:of\s|who\sare\s|are\s|is\s|must\sbe\s)?{_AGE}{_YEARS}\s(?:{_DOWN})", Comparator.AT_MOST, 0),
        (rf"\b(?:aged\s(?:under|below)|(?:under|below)\s(?:the\s)?age(?:\sof)?|younger\sthan|"
rf"{_PEOPLE}\s(?:who\s(?:is|are)\s)?(?:under|below)|(?:is|are|be)\s(?:under|below)|"
rf"before\sthe\sage\sof|not\syet)\s{_AGE}{_NO_AGE}{_YEARS}", Comparator.AT_MOST, -1),
        (rf"\b(?:under|below)-{_AGE[:-2]}s?\b", Comparator.AT_MOST, -1),
        (rf"\b[a-z]{{2,20}}(?:er|or|ant|ent|ist|ian)s\s(?P<here>)(?:under|below)\s{_AGE}{_NO_AGE}(?=\s[a-z]{{2,20}}\b)(?!\s[a-z]+(?:s|ing)\b)",
         Comparator.AT_MOST, -1),
        (rf"\bover-{_AGE[:-2]}s?\b", Comparator.AT_LEAST, 0),
        (rf"(?<!fall\s)(?<!falls\s)(?<!drop\s)(?<!drops\s)(?<!go\s)\b(?:under|below)\s{_AGE[:-2]}(?:s\b|\b{_YEARS}(?=[\s.,;)]*(?:$|[.,;)]|who|must|may|shall|"
rf"should|will|can|are|is|and|or|to|in|from|by|unless|without)))", Comparator.AT_MOST, -1),
        (rf"\b(?:up\sto|until)\s(?:the\sage\sof|age)\s{_AGE}", Comparator.AT_MOST, 0),
        # exactly
        (rf"\b(?:are|is)\s(?:you|he|she|they)\s(?:only\s|still\s|just\s)?(?P<here>){_AGE}{_NO_AGE}{_YEARS}{_CLOSED}",
         Comparator.EXACTLY, 0),
        (rf"\b(?:aged?|age\sof)\s{_AGE}{_YEARS}(?!\s?(?:to|-|–|and\s\d))", Comparator.EXACTLY, 0),
        (rf"\b{_AGE}[-\s]years?[-\s](?:olds?|of\sage)\b", Comparator.EXACTLY, 0),
        (rf"\b{_PEOPLE}\s(?:(?:who\s)?(?:is|are)\s(?:only\s|still\s|just\s)?|of\s(?:only\s)?)"
         rf"{_AGE}{_NO_AGE}{_YEARS}{_CLOSED}", Comparator.EXACTLY, 0),
        (rf"\b(?:if|while|as)\s(?:you|he|she|they)\s(?:are|is)\s(?:only\s|still\s|just\s)?(?P<here>)"
         rf"{_AGE}{_NO_AGE}{_YEARS}{_CLOSED}", Comparator.EXACTLY, 0),
        (rf"\b(?:looks?|appears?|seems?)\s(?:to\sbe\s|about\s)?(?P<here>)"
         rf"{_AGE}{_NO_AGE}{_CLOSED}", Comparator.EXACTLY, 0),
        (rf"(?<!set\s)(?<!kept\s)(?<!held\s)(?<!fixed\s)(?<!capped\s)(?<!stands\s)\bat\s(?:just\s|only\s)?"
         rf"{_TEEN}{_NO_AGE}(?=\s?(?:[,.;]|$)|\s(?:if|unless|provided|with|so\slong|as\slong)\b|\s(?:an?|the|any)\s{_PEOPLE}\b)",
         Comparator.EXACTLY, 0),
        (rf"\bfrom\s{_TEEN}{_NO_AGE}(?=\s?(?:[,.;]\s|[,.;|]?$)|\s(?:if|unless|provided|so\slong|as\slong)\b)",
         Comparator.AT_LEAST, 0),
    )
)  # fmt: skip
_RANGE = re.compile(
    rf"\b(?:(?:aged|ages):?|between\s(?:the\sages\sof\s)?|{_PEOPLE}\s(?:from\s|between\s|of\s|\((?:aged?\s)?))\s?(?P<here>){_AGE}\s?(?:to|-|–|"
    rf"and)\s?(?P<upper>\d{{1,3}}|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b{_NO_AGE}{_YEARS}(?!\s(?:days|weeks|"
    rf"months|hours))",
    _I,
)
_HINT = re.compile(
    r"\b(?:age[ds]?|ages|under|over|olds?|older|younger|attain\w*|reach\w*|turn(?:s|ed)?|birthday|had|passed|celebrated|hits?|past|"
    r"below|above|upwards?|up|plus|is|are|be|of|looks?|appears?|seems?)\b|\d\+|\(\d|\b(?:at|from|be\sat\sleast)\s(?:\d|[a-z]{3,9}\s(?:up|to|you|they|he|she)\b)",
    _I,
)
_WHOSE = r"(?:\s(?!(?:and|or|until|till|to|by|before|after|from|since|than)\b)[\w’']{1,20}){0,5}?\s"
_BIRTHDAY = re.compile(
    rf"(?:\b(?:(?P<until>until|till|up\sto|(?:by\s)?(?:no|not)\slater\sthan|on\sor\sbefore|before|by)|"
    rf"(?P<since>from|on\sor\safter|after|since)){_WHOSE})?(?P<age>{ORDINAL})\sbirthday\b|"
    # "If you have had your sixtieth"
    rf"\b(?P<had>had|passed|celebrated|reached)\s(?:your|their|his|her)\s(?P<place>{ORDINAL})(?=\s?(?:[.,;:|)]|$)|\s(?:and|or|you|they|may|can|must)\b)",
    _I,
)
_PAIR = re.compile(
    rf"\b(?P<aged>aged?\s)?{_AGE}\s(?:or|and)\s{_AGE.replace('<age>', '<second>')}"
    r"(?P<years>[-\s]years?[-\s](?:olds?|of\sage))?",
    _I,
)
_AND = re.compile(r"\sand\s", _I)
_OLDEST = 120
_PLACES = frozenset(
    [
        "birthday",
        "sixtieth",
        "seventieth",
        "eightieth",
        "fiftieth",
        "fortieth",
        "thirtieth",
        "eighteenth",
        "sixteenth",
    ]
)


def find_ages(text: str) -> Iterator[Span[Threshold]]:
    """Yield the ages of a text with their places; overlaps are left to the caller, best reading first."""
    infants = list(find_infant_ages(text))
    taken = Places(len(text), infants)
    yield from infants
    told = [*find_school_years(text), *find_bare_ages(text)]
    if (has_number(text) or not _PLACES.isdisjoint(words_in(text))) and _HINT.search(text) is not None:
        told = [*_ranges(text), *_pairs(text), *_birthdays(text), *_single(text), *told]
    for start, end, comparator, value in told:
        if 0 < value <= _OLDEST and not taken.overlap(start, end):
            taken.add(start, end)
            threshold = Threshold(
                kind=ThresholdKind.AGE,
                comparator=comparator,
                value=value,
                unit=Unit.YEAR.value,
                text=text[start:end],
            )
            yield Span(start, end, threshold)


def _ranges(text: str) -> Iterator[tuple[int, int, Comparator, float]]:
    for found in _RANGE.finditer(text):
        middle = found.start("upper")
        lower, upper = read_number(found["age"]) or 0.0, read_number(found["upper"]) or 0.0
        if upper <= lower or (upper == lower + 1 and _AND.search(found[0])):
            continue  # "aged 12 and 13": two ages
        yield found.start("here"), found.end("age"), Comparator.AT_LEAST, read_number(found["age"]) or 0.0
        yield middle, found.end(), Comparator.AT_MOST, read_number(found["upper"]) or 0.0


def _pairs(text: str) -> Iterator[tuple[int, int, Comparator, float]]:
    """Read "16 or 17 years old" and "aged 16 or 17" as two ages."""
    for found in _PAIR.finditer(text):
        if found["aged"] or found["years"]:
            yield found.start(), found.end("age"), Comparator.EXACTLY, read_number(found["age"]) or 0.0
            yield found.start("second"), found.end(), Comparator.EXACTLY, read_number(found["second"]) or 0.0


def _birthdays(text: str) -> Iterator[tuple[int, int, Comparator, float]]:
    if words_in(text).isdisjoint(("birthday", "had", "passed", "celebrated", "reached")):
        return
    for found in _BIRTHDAY.finditer(text):
        comparator = Comparator.AT_MOST if found["until"] else Comparator.AT_LEAST
        if not (found["until"] or found["since"] or found["had"]):
            comparator = Comparator.EXACTLY
        yield found.start(), found.end(), comparator, read_ordinal(found["age"] or found["place"])


def _single(text: str) -> Iterator[tuple[int, int, Comparator, float]]:
    for pattern, comparator, shift in _PATTERNS:
        for found in pattern.finditer(text):
            start = _without_people(found)
            yield start, found.end(), comparator, (read_number(found["age"]) or 0.0) + shift


def _without_people(found: re.Match[str]) -> int:
    """Leave "children" out of "children under 14": the words read are the figure's own."""
    if "here" in found.groupdict():
        return found.start("here")
    people = re.match(rf"{_PEOPLE}\s(?:of\s|who\s(?:is|are)\s)?", found[0], _I)
    return found.start() + (people.end() if people else 0)
