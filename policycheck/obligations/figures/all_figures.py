"""Every figure of a sentence, wherever it stands: what it measures, and the bound that the words beside it give."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Threshold, Unit
from policycheck.lexicon.cases import OPENS_CASE, says_how_far
from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.words import stop_words
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.ages import find_ages
from policycheck.obligations.figures.alone import find_alone
from policycheck.obligations.figures.among import belongs, read_among
from policycheck.obligations.figures.bare_ages import find_any_age
from policycheck.obligations.figures.bare_counts import find_bare_counts, find_teams
from policycheck.obligations.figures.bounds import (
    BY_TIME,
    LOOK_BACK,
    NEGATION,
    bound_of,
    has_waited,
    is_case,
    is_span,
    looks_back,
    whole_bound,
)
from policycheck.obligations.figures.brief_lengths import BOUNDS, Brief, find_lengths, told_briefly
from policycheck.obligations.figures.charges import find_free, find_pay
from policycheck.obligations.figures.coins import find_coins
from policycheck.obligations.figures.counted_marks import find_counted_marks
from policycheck.obligations.figures.durations import DAY_KIND, QUALIFIERS, UNIT_WORDS, measure
from policycheck.obligations.figures.elided import find_elided
from policycheck.obligations.figures.few import Few, find_few, with_another
from policycheck.obligations.figures.headed import find_headed
from policycheck.obligations.figures.loose_counts import find_loose_counts
from policycheck.obligations.figures.measures import Measure, find_measures
from policycheck.obligations.figures.moments import find_moments
from policycheck.obligations.figures.numbers import (
    NUMBER,
    ORDINAL,
    counts_on,
    has_number,
    read_number,
    read_ordinal,
)
from policycheck.obligations.figures.occasions import Occasion, find_occasions
from policycheck.obligations.figures.provisions import provisions_in
from policycheck.obligations.figures.ranges import with_ranges
from policycheck.obligations.figures.repetitions import Repetition, find_repetitions
from policycheck.obligations.figures.same_turns import find_same_turns
from policycheck.obligations.figures.school_years import find_school_years
from policycheck.obligations.figures.shares import find_ratios, find_shares, is_of_most
from policycheck.obligations.figures.single_units import find_single_units
from policycheck.obligations.figures.spacings import find_spacings
from policycheck.obligations.figures.yearly_marks import find_yearly_marks
from policycheck.obligations.keeping.retention import find_retention
from policycheck.obligations.rhythms.all_rhythms import find_rhythms
from policycheck.obligations.spans import Places, Span
from policycheck.obligations.vocabulary import word_set

_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9}
_TIME = rf"{QUALIFIERS}{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\b"
_FIGURE = re.compile(
    rf"(?P<pound>£\s?)?(?P<number>{NUMBER})"
    rf"(?P<scale>\s?(?:k|m|bn)\b)?(?:(?P<percent>\s?(?:%|per\scent))|(?P<pounds>\spounds\b)|(?P<pence>\s?p\b|\spence\b))?(?:\+?[\s-]?{_TIME})?",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(
    rf"(?<!\bevery\s)(?<!\beach\s)\b(?P<place>{ORDINAL})\s{QUALIFIERS}{DAY_KIND}(?P<unit>day|week|month)\b(?!\sof\s(?:the\s|each\s|every\s|any\s)?"
    r"(?:calendar\s|financial\s)?(?:month|quarter|year|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b)",
    re.I,
)
_DAYS = frozenset(["day", "week", "month"])
_NO_SOONER = re.compile(r"\b(?:no|not)\s(?:sooner|earlier)\sthan\s(?:the\s)?$", re.I)
_BIRTHDAY, _ANNIVERSARY = (
    re.compile(rf"(?P<place>{ORDINAL})\s{day}", re.I) for day in ("birthday", "anniversary")
)
# "The first birthday of the job"; a child has its own.
_OF_A_THING = re.compile(
    rf"(?P<place>{ORDINAL})\sbirthday(?=\sof\s(?:the|your|their|his|her|its|our|an?|that|this)\s(?!(?:child|person|man|woman|boy|girl|pupil|member|young|eldest|youngest|baby)\b))",
    re.I,
)
# "May not be made after the end of 12 months": no longer than that.
_AFTER_ALL = re.compile(
    r"(?<!until\s)\bafter\s(?:(?:the\s)?(?:end|expiry|lapse|passing)\sof\s)?(?:the\s|a\speriod\sof\s)?$", re.I
)
_AGED = re.compile(r"\b(?:aged?|age\sof|turns?|turned|under|over|under[- ]|over[- ])\s?$", re.IGNORECASE)
_YEARS_OLD = re.compile(
    r"[\s-](?:years?[\s-](?:old|of\sage)|or\s(?:over|older|under|younger)|and\s(?:over|under|upwards))", re.I
)
_LABEL = re.compile(
    r"\b(?:section|regulation|reg\.?|standard|principle|(?-i:Act)|volume|paragraph|rule|order|part|schedule|stage|step|clause|article|table|row|appendix|annex|"
    r"chapter|form|level|tier|note|standing\sorder|page|number|box|room|unit|version|edition|issue|volume)s?\s?$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:\sor\s(?:more|fewer|less))?(?:\sof\s(?:the|its|their|our|your)(?!\s(?:most|least|best|same|total|full)\b))?"
    r"(?:\s(?:consecutive|successive|separate|different|further|more|other|additional|full))?\s(?P<words>[A-Za-z][\w’'-]*(?:\s[A-Za-z][\w’'-]*){0,3})"
)
_NOT_COUNTED = word_set("not_counted", "grammar") - {"times"}
_ENDS_NOUN = word_set("ends_noun", "grammar")
_PLURALS = word_set("thresholds_plurals", "grammar")
_SINGULARS = word_set("singulars_in_s", "grammar")
_NO = re.compile(r"\bno[\s-]$", re.IGNORECASE)  # "no one pays"
_LONGEST = 4_000  # characters of a sentence that are searched


def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order; references ("section 4", "stage two") and years are none."""
    text = text[:_LONGEST]
    taken = Places(len(text))
    for start, end in provisions_in(text):
        taken.add(start, end)
    found: dict[int, _Placed] = {}
    for start, end, figure in _all(text):
        if not taken.overlap(start, end):
            taken.add(start, end)
            found[start] = (start, end, figure)
    for place in find_elided(text, list(found.values())):
        found = {start: one for start, one in found.items() if one[1] <= place[0] or place[1] <= start}
        found[place[0]] = place
    return tuple(figure for _, (_, _, figure) in sorted(with_ranges(text, found).items()))


_Placed = tuple[int, int, Figure]


def _all(text: str) -> Iterator[_Placed]:
    """Yield every reading, the surest first: of readings that overlap the first stands."""
    yield from _named_places(text)
    yield from find_rhythms(text)
    for brief in find_lengths(text):
        yield brief.start, brief.end, _brief(text, brief)
    moments = list(find_moments(text))
    yield from _occasions(text, [place for kind, place in moments if kind is FigureKind.CLOCK])
    for years in find_yearly_marks(text):
        said = text[years.start : years.end]
        bound = bound_of(text, years.start, years.end)
        long = Figure(kind=FigureKind.TIME, value=years.value, unit=Unit.YEAR.value, text=said, bound=bound)
        yield years.start, years.end, long
    yield from _passing(text, moments)
    kept = Places(len(text), find_retention(text))
    for age in find_ages(text):
        if not kept.overlap(age.start, age.end) and age.value.value is not None:
            yield age.start, age.end, _age(age.value)
    yield from _parts(text)
    yield from find_headed(text)
    yield from find_coins(text)
    for weighed in find_measures(text):
        yield weighed.start, weighed.end, _measure(text, weighed)
    if has_number(text):
        for match in _FIGURE.finditer(text):
            figure = _figure(text, match)
            if figure is not None:
                yield match.start(), match.end(), figure
    for few in (*find_bare_counts(text), *find_few(text), *find_loose_counts(text)):
        yield few.start, few.end, _few(text, few)
    for match, value, unit in find_single_units(text):
        yield match.start(), match.end(), _made(text, match, FigureKind.TIME, value, unit.value)


def _occasions(text: str, hours: Iterable[Span[float]]) -> Iterator[_Placed]:
    for one in (*find_same_turns(text), *find_occasions(text)):
        # "9.30 that night" is an hour.
        if not any(hour.start < one.start and one.end <= hour.end for hour in hours):
            yield one.start, one.end, _occasion(text, one)


def _parts(text: str) -> Iterator[_Placed]:
    for apart in find_spacings(text):
        said = text[apart.start : apart.end]
        # Nearer together is what a rule of so many asks for.
        most = Figure(
            kind=FigureKind.MEASURE, value=apart.value, unit="metres", text=said, bound=Comparator.AT_MOST
        )
        yield apart.start, apart.end, most
    if has_number(text):
        for ratio in find_ratios(text):
            yield ratio.start, ratio.end, _share(text, ratio.start, ratio.end, FigureKind.RATIO, ratio.value)
    for share in find_shares(text):
        yield share.start, share.end, _share(text, share.start, share.end, FigureKind.PERCENT, share.value)
    for team in find_teams(text):
        yield team.start, team.end, _few(text, team)


def _passing(text: str, moments: Iterable[tuple[FigureKind, Span[float]]]) -> Iterator[_Placed]:
    """Read moments, how many times, and who acts alone."""
    for kind, moment in moments:
        yield moment.start, moment.end, _moment(text, kind, moment)
    yield from _alone(text)
    for free in find_free(text):
        said = text[free.start : free.end]
        nothing = Figure(kind=FigureKind.MONEY, value=0, unit="£", text=said, bound=Comparator.AT_MOST)
        yield free.start, free.end, nothing
    for start, end in find_any_age(text):
        yield start, end, _years_old(text, start, end, Comparator.AT_LEAST, 0)
    for pay in find_pay(text):
        yield pay.start, pay.end, _share(text, pay.start, pay.end, FigureKind.PERCENT, pay.value)
    for times in find_repetitions(text):
        yield times.start, times.end, _repeated(text, times)


def _named_places(text: str) -> Iterator[_Placed]:
    """Read years at school, birthdays, anniversaries and days told by their place: "the tenth school day"."""
    for start, end, bound, age in find_school_years(text):
        yield start, end, _years_old(text, start, end, bound, age)
    for marks in find_counted_marks(text):
        yield marks.start, marks.end, _brief(text, Span(marks.start, marks.end, told_briefly(marks.value)))
    lower = text.lower()
    named = (
        (_OF_A_THING, "birthday", FigureKind.TIME),
        (_BIRTHDAY, "birthday", FigureKind.AGE),
        (_ANNIVERSARY, "anniversary", FigureKind.TIME),
    )
    for pattern, word, kind in named:
        for match in pattern.finditer(text) if word in lower else ():
            yield match.start(), match.end(), _made(text, match, kind, read_ordinal(match["place"]), "year")
    for match in _NTH_DAY.finditer(text) if not _DAYS.isdisjoint(words_in(text)) else ():
        place = read_ordinal(match["place"])
        if _NO_SOONER.search(text[: match.start()][-24:]):
            place -= 1  # no sooner than the eleventh day: ten days have gone by
        if place > 1:  # the first day is a beginning, no length
            yield match.start(), match.end(), _time(text, match, place)


def _age(age: Threshold) -> Figure:
    bound = None if age.comparator is Comparator.EXACTLY else age.comparator
    return Figure(kind=FigureKind.AGE, value=age.value or 0.0, unit=age.unit, text=age.text, bound=bound)


def _years_old(text: str, start: int, end: int, bound: Comparator, value: float) -> Figure:
    told = None if bound is Comparator.EXACTLY else bound
    return Figure(kind=FigureKind.AGE, value=value, unit="year", text=text[start:end], bound=told)


def _share(text: str, start: int, end: int, kind: FigureKind, value: float) -> Figure:
    bound = bound_of(text, start, end)
    if kind is FigureKind.RATIO:
        bound = Comparator.AT_MOST  # one for more people is fewer for each
    elif is_of_most(text[start:end]):
        bound = Comparator.AT_LEAST
    # "More than half of the members must" asks for them, and tells no case.
    told = bound is not Comparator.AT_LEAST or OPENS_CASE.search(text[max(0, start - LOOK_BACK) : start])
    return Figure(
        kind=kind, value=value, unit="%" if kind is FigureKind.PERCENT else "", text=text[start:end], bound=bound,
        of_case=bool(told) and is_case(text, start, bound),
    )  # fmt: skip


def _alone(text: str) -> Iterator[_Placed]:
    for one in find_alone(text):
        if not NEGATION.search(text[max(0, one.start - LOOK_BACK) : one.start]):
            said = text[one.start : one.end]
            yield one.start, one.end, Figure(kind=FigureKind.COUNT, value=one.value, unit="person", text=said)


_SOONER = re.compile(r"\b(?:before|until|till)\s(?:the\s)?$", re.I)
_LATER = re.compile(r"\b(?:after|from|since)\s(?:the\s)?$", re.I)


def _moment(text: str, kind: FigureKind, place: Span[float]) -> Figure:
    before = text[: place.start][-24:]
    bound = bound_of(text, place.start, place.end)
    if bound is None and (BY_TIME.search(before) or _SOONER.search(before)):
        bound = Comparator.AT_MOST
    if _LATER.search(before):
        bound = Comparator.AT_LEAST
    return Figure(kind=kind, value=place.value, unit="", text=text[place.start : place.end], bound=bound)


def _brief(text: str, place: Span[Brief]) -> Figure:
    length, by_then = place.value, BY_TIME.search(text[: place.start][-24:])
    bound = BOUNDS.get(length.told) or bound_of(text, place.start, place.end)
    bound = bound or (Comparator.AT_MOST if by_then else None)
    return Figure(
        kind=FigureKind.TIME, value=length.value, unit=length.unit.value, text=text[place.start : place.end],
        working=length.working, bound=bound, of_case=is_case(text, place.start, bound),
    )  # fmt: skip


def _occasion(text: str, place: Span[Occasion]) -> Figure:
    occasion = place.value
    bound = None if occasion.earlier else Comparator.AT_MOST
    return Figure(
        kind=FigureKind.TIME, value=occasion.value, unit=occasion.unit.value, text=text[place.start : place.end],
        working=occasion.working, bound=bound,
    )  # fmt: skip


def _repeated(text: str, place: Span[Repetition]) -> Figure:
    return Figure(
        kind=FigureKind.COUNT, value=place.value.times, unit="times", text=text[place.start : place.end],
        bound=place.value.bound or bound_of(text, place.start, place.end),
    )  # fmt: skip


def _few(text: str, place: Span[Few]) -> Figure:
    few = place.value
    many = few.many if few.bound else few.many + whole_bound(text, place.start)
    return Figure(
        kind=FigureKind.COUNT, value=many, unit=few.noun, text=text[place.start : place.end],
        bound=few.bound or bound_of(text, place.start, place.end),
    )  # fmt: skip


def _measure(text: str, place: Span[Measure]) -> Figure:
    bound = bound_of(text, place.start, place.end)
    if bound is None and BY_TIME.search(text[: place.start][-24:]):
        bound = Comparator.AT_MOST
    return Figure(
        kind=FigureKind.MEASURE, value=place.value.value, unit=place.value.unit, text=text[place.start : place.end],
        bound=bound, of_case=is_case(text, place.start, bound) or says_how_far(text[: place.start], text[place.end :]),
    )  # fmt: skip


def _figure(text: str, match: re.Match[str]) -> Figure | None:  # noqa: PLR0911 - one return for each kind
    value = read_number(match["number"])
    before = text[max(0, match.start() - 24) : match.start()]
    # "(3)" is a reference, "(3 mths or so)" a length.
    opened = match.start() and (
        text[match.start() - 1] == "." or (before.endswith("(") and not match["unit"])
    )
    if value is None or opened or _LABEL.search(before):
        return None
    if match["pound"] and match["scale"]:
        value *= _SCALES[match["scale"].strip().lower()]
    if match["pound"] or match["pounds"] or match["pence"]:
        return _made(text, match, FigureKind.MONEY, value / 100 if match["pence"] else value, "£")
    if match["percent"]:
        return _made(text, match, FigureKind.PERCENT, value, "%")
    after = text[match.end() : match.end() + 24]
    if match["unit"]:
        old = match["unit"].lower() == "year" and re.match(r"s?[\s-](?:old|of\sage)", after)
        return _made(text, match, FigureKind.AGE, value, "year") if old else _time(text, match, value)
    aged = _AGED.search(before) is not None and not _counted(text, match.end(), many=True)
    if (aged or _YEARS_OLD.match(after)) and 0 < value < 100:
        return _made(text, match, FigureKind.AGE, value, "year")
    if 1900 <= value <= 2100 or "." in match["number"]:
        return None  # a year; a reference: "4.2"
    if value == 1 and (
        _NO.search(before) or counts_on(text, match.start("number")) or belongs(text, match.end(), before)
    ):
        return None
    noun = _counted(text, match.end(), many=value != 1)
    if not noun:
        among = read_among(text, match.end(), before)
        return None if among is None else _made(text, match, FigureKind.COUNT, value, among)
    return _made(text, match, FigureKind.COUNT, with_another(text, match, value), noun)


def _counted(text: str, place: int, *, many: bool) -> str:
    """Return the noun that a number counts, in its canonical form: "reference" of "two written references"."""
    found = _NOUN.match(text, place)
    kept: list[str] = []
    for word in found["words"].split() if found else ():
        low = word.lower()
        if not kept and low in _NOT_COUNTED:
            return ""
        if low in stop_words() or low in _ENDS_NOUN or (kept and low.endswith("ing")):
            break
        ends = low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and low not in _SINGULARS
        if not many and kept and ends:
            break  # "one usher runs": what he does
        kept.append(low)
        if many and (low in _PLURALS or ends):
            break
    return next((thing for thing in map(counted_thing, reversed(kept)) if thing), "")


def _time(text: str, match: re.Match[str], value: float) -> Figure:
    length, unit, working = measure(value, match["unit"], match["kind"] or "")
    figure = _made(text, match, FigureKind.TIME, length, unit.value, working=working)
    if figure.bound is not Comparator.AT_MOST and has_waited(text, match.start()):
        return replace(figure, bound=Comparator.AT_LEAST, of_case=True)
    return replace(figure, of_span=is_span(text, match.start()))


def _made(
    text: str, match: re.Match[str], kind: FigureKind, value: float, unit: str, *, working: bool = False
) -> Figure:
    bound = bound_of(text, match.start(), match.end())
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if bound is None and kind is FigureKind.TIME and _AFTER_ALL.search(before) and NEGATION.search(before):
        bound = Comparator.AT_MOST
    if bound is None and "+" in match[0]:
        bound = Comparator.AT_LEAST  # "14+ days"
    if bound is None and kind is FigureKind.TIME and BY_TIME.search(text[: match.start()][-24:]):
        bound = Comparator.AT_MOST
    back = bound is None and kind is FigureKind.TIME and looks_back(text, match.start())
    if back:
        bound = Comparator.AT_MOST
    if kind is FigureKind.COUNT:
        value += whole_bound(text, match.start())
    return Figure(
        kind=kind, value=value, unit=unit, text=match[0].strip(), working=working, bound=bound,
        of_case=back or is_case(text, match.start(), bound),
    )  # fmt: skip
