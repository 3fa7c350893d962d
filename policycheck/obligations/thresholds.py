"""Figures that are not time limits: ages, sums, percentages, counts, and how long records are kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind
from policycheck.lexicon.data import load
from policycheck.lexicon.verbs import bases, third_persons
from policycheck.lexicon.words import stop_words
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.ages import find_ages
from policycheck.obligations.figures.bare_counts import find_teams
from policycheck.obligations.figures.durations import find_durations
from policycheck.obligations.figures.few import Few
from policycheck.obligations.figures.measures import find_measures
from policycheck.obligations.figures.numbers import NUMBER, has_number, number_places, read_number
from policycheck.obligations.figures.provisions import provisions_in
from policycheck.obligations.figures.ranges import ranged
from policycheck.obligations.figures.shares import find_ratios, find_shares, is_of_most
from policycheck.obligations.keeping.retention import find_retention
from policycheck.obligations.limit_kinds import NOT_SHORT
from policycheck.obligations.spans import Placed, Places, Span, without_overlaps
from policycheck.obligations.vocabulary import word_set

_I = re.IGNORECASE
_AT_MOST, _AT_LEAST, _EXACTLY = Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.EXACTLY
_MORE, _FEWER = ("|".join(load("bounds")[way]) for way in ("more", "fewer"))
_LEAST = (
    rf"at\s(?:the\s)?(?:very\s)?least|(?:not|no|nothing)\s(?:{_FEWER})\sthan|"
    r"(?:a\s)?minimum(?:\sof)?|or\smore|(?:exactly\s)?from|nothing\sshort\sof"
)
_MOST = (
    rf"(?:not|no|nothing)\s(?:{_MORE})\sthan|at\s(?:the\s)?(?:very\s)?most|(?:a\s)?maximum(?:\sof)?|up\sto(?:\sand\sincluding)?|"
    r"not\s(?:exceeding|to\sexceed|exceed)|limited\sto"
)
_OVER = (
    rf"(?:{_MORE})\sthan|over|above|beyond|exceed(?:s|ing)?|in\sexcess\sof|upwards\sof|"
    r"(?<!\bcan\s)(?<!\bmay\s)reach(?:es|ing)?"
)
_UNDER = rf"(?:{_FEWER})\sthan|under|below|short\sof"
_BOUND = (
    rf"(?:(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<over>{_OVER})|"
    rf"(?P<under>{_UNDER})):?\s(?:the\ssum\sof\s|a\stotal\sof\s)?)?"
)
_BOUND_BEFORE = re.compile(_BOUND.removesuffix("?") + "$", _I)
_BOUND_BACK = 40
_TAIL_AFTER = re.compile(rf"\s(?:or|and)\s(?:(?P<up>{_MORE})|{_FEWER})\b", _I)
_WITHIN = re.compile(r"\bwithin\s$", _I)
# "£500 plus" is a bound at the end of a phrase and before a verb, "£500 plus postage" is not.
_TAIL = (
    rf"(?P<tail>\s(?:or|and)\s(?:{_MORE}|{_FEWER})\b(?!\s(?:than\b|[£\d]))|\splus(?=\s?(?:$|[.,;:)|])|\s(?:must|shall|should|may|can|will|needs?|is|are|has|have|goes?)\b)|"
    r"\+(?!\s?\d))?"
)

_MONEY = re.compile(
    rf"{_BOUND}(?:£\s?(?P<sum>\d[\d,]{{0,15}}(?:\.\d{{1,2}})?)(?P<scale>\s?(?:million|billion|"
    rf"thousand|k|m|bn)\b)?|(?P<pounds>{NUMBER})\spounds\b|(?P<pence>\d{{1,3}})(?:p|\spence)\b){_TAIL}",
    _I,
)
_PERCENT = re.compile(
    rf"{_BOUND}(?P<number>{NUMBER})\s?(?:%|per\s?cent\b|percent\b|percentage\spoints?\b){_TAIL}", _I
)
_COUNT = re.compile(
    rf"{_BOUND}(?:(?<![\w.(/£-])|(?<=\d-))(?P<number>{NUMBER}){_TAIL}(?:(?<=more)\sof\s(?:its|the|their|our|your))?(?P<noun>(?:\s(?!(?:of|and|or|to|in|at|by|with|from|the|for|more|fewer|less|than|not|no)\b)[A-Za-z][A-Za-z’'-]*){{1,4}})",
    _I,
)
_UPWARDS = frozenset([*load("bounds")["more"], "plus", "+"])
_COINS = frozenset(["pounds", "pence", "p"])
_CENT = frozenset(["cent", "percent", "percentage"])
_AFTER_LABEL = re.compile(
    r"\b(?:sections?|regulations?|paragraphs?|sub-?paragraphs?|subsections?|parts?|schedules?|"
r"articles?|rules?|forms?|steps?|pages?|stages?|"
    r"tables?|appendix|annex|chapters?|standards?|columns?|rows?|rooms?|levels?|tiers?|phases?|"
r"versions?|no\.?|number|keystage|key\sstage|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|(?-i:Act)|"
r"grade|class|type|year|clauses?|\d\)?\s(?:and|or|to))\s*$",
    _I,
)  # fmt: skip
_BAN = re.compile(
    r"\b(?:not|no|never|nobody|cannot|neither)\b(?!\s(?:less|fewer|more|later|sooner|earlier|longer|greater)\sthan)(?:(?!\b(?:who|which|that|where|when|if|unless|"
    r"until|without)\b)[^.;])*$",
    _I,
)
# "Never with fewer than two" asks for two; "no form for sums of less than £50" says which cases are let go.
SHORT_BAN = re.compile(
    r"\b(?:not|no|never|nobody|cannot|neither)\b(?:(?!\b(?:who|which|that|where|when|if|unless|until|without|for|of|"
    r"needs?|needed|required|necessary)\b)[^.;])*$",
    _I,
)
_LOOK_BACK = 160
# "The minimum charge is", "a maximum fine of": the bound stands in the name of what is limited.
_NAMED_BOUND = re.compile(
    r"\b(?:(?P<least>minimum|lowest|smallest)|maximum|highest|largest)\s(?!of\b)"
    r"(?:(?:[\w’'-]{1,20}\s){1,6}?(?:is|are|be|at|:)|(?:[\w’'-]{1,20}\s){1,2}?of)\s(?:a\s)?$",
    _I,
)
# "Lot 3", "Safe Hands 2016": a name with a number, told from "Send 3 copies" by what its first word is.
_NAME = re.compile(r"(?P<start>(?:^|[.:;]\s)?)\b(?P<name>[A-Z][\w’'-]*)\s$")
_SUMS = word_set("sums", "grammar")
_ENDS_NOUN = word_set("ends_noun", "grammar")
_SCALES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3}
_PLURALS = word_set("thresholds_plurals", "grammar")
_SINGULARS = word_set("singulars_in_s", "grammar")
_NOT_COUNTED = word_set("not_counted", "grammar")


def read_thresholds(text: str) -> tuple[Threshold, ...]:
    """Return the ages, sums, percentages, counts and retention periods of a text, in order.

    "Under 14" is read as at most 13, because ages and counts are whole numbers; a sum "over £50" keeps its
    figure.
    """
    return tuple(span.value for span in find_thresholds(text))


@lru_cache(maxsize=64)  # a sentence above a list is read once alone and once with its list
def find_thresholds(text: str) -> tuple[Span[Threshold], ...]:
    """Return the thresholds with their places, in order and without overlaps."""
    kept = find_retention(text)
    places = Places(len(text), kept)
    # "Deleted once it is 5 years old" is no age.
    first = [*kept, *(age for age in find_ages(text) if not places.overlap(age.start, age.end))]
    if not has_number(text):
        return tuple(without_overlaps([*first, *_percents(text), *_measures(text)]))
    first += [*_money(text), *_percents(text), *_measures(text)]
    return tuple(ranged(text, without_overlaps([*first, *_counts(text, first)])))


def _comparator(found: re.Match[str]) -> Comparator:
    tail = (found["tail"] or "").lower().split()
    if found["over"] and _is_ban(found):
        return _AT_MOST
    if found["under"] and _is_short_ban(found):
        return _AT_LEAST
    if found["least"] or found["over"] or (tail and tail[-1] in _UPWARDS):
        return _AT_LEAST
    if found["most"] or found["under"] or tail:
        return _AT_MOST
    named = _NAMED_BOUND.search(found.string[max(0, found.start() - _LOOK_BACK) : found.start()])
    return _EXACTLY if named is None else _AT_LEAST if named["least"] else _AT_MOST


def _is_clause_number(found: re.Match[str]) -> bool:
    """Tell "6.2 Officers must", a clause with its number, from a count: people and things come whole."""
    unbounded = found.start() == found.start("number") and not found["tail"]
    heading = found.string[: found.start()].endswith("# ")
    return unbounded and (heading or "." in found["number"])


def _is_name(found: re.Match[str]) -> bool:
    """Tell the number of a name, "Lot 3 covers", from a count, "Send 3 copies"."""
    if not found["number"].isdigit() or found.start() != found.start("number") or found["tail"]:
        return False
    name = _NAME.search(found.string[max(0, found.start() - 40) : found.start()])
    if name is None or found["noun"].split()[0].lower() not in third_persons():
        return False
    word = name["name"].lower()
    return word not in stop_words() and (word not in bases() or not (name["start"] or name.start() == 0))


def _one(found: re.Match[str], words: list[str]) -> tuple[str, int] | None:
    """Return the noun after "at least one": "marshal" of "one fire marshal must"."""
    kept: list[str] = []
    for word in words[:3]:
        if word.lower() in _ENDS_NOUN or (kept and word.endswith("s")):
            break
        kept.append(word)
    return (kept[-1].lower(), found.start("noun") + 1 + len(" ".join(kept))) if kept else None


def _is_ban(found: re.Match[str]) -> bool:
    """Tell "must not take more than four", a limit of four, from "no project which tracks more than 500"."""
    return _BAN.search(found.string[max(0, found.start() - _LOOK_BACK) : found.start()]) is not None


def _is_short_ban(found: re.Match[str]) -> bool:
    back = max(0, found.start() - _LOOK_BACK)
    bound = found.string[back : found.end("under")]
    return (SHORT_BAN.search(found.string[back : found.start()]) or NOT_SHORT.search(bound)) is not None


def _whole(found: re.Match[str], value: float) -> float:
    """Move a whole-number bound by one where the figure itself is outside: "more than 500" is at least 501."""
    if found["over"]:
        return value if _is_ban(found) or found["over"].lower().startswith("reach") else value + 1
    return value - 1 if found["under"] and not _is_short_ban(found) else value


def _span(
    found: re.Match[str], kind: ThresholdKind, value: float, unit: str, *, end: int | None = None
) -> Span[Threshold]:
    words = found.string[found.start() : end or found.end()]
    threshold = Threshold(
        kind=kind, comparator=_comparator(found), value=value, unit=unit, text=words.strip()
    )
    return Span(found.start(), end or found.end(), threshold)


def _money(text: str) -> Iterator[Span[Threshold]]:
    if "£" not in text and _COINS.isdisjoint(words_in(text)):
        return
    for found in _MONEY.finditer(text):
        if found["sum"]:
            value = float(found["sum"].replace(",", ""))
        elif found["pence"]:
            value = float(found["pence"]) / 100
        else:
            value = read_number(found["pounds"]) or 0.0
        yield _span(
            found, ThresholdKind.MONEY, value * _SCALES.get((found["scale"] or "").strip().lower(), 1), "£"
        )


def _percents(text: str) -> Iterator[Span[Threshold]]:
    for share in find_shares(text):
        span = _bounded(text, share, ThresholdKind.PERCENT, share.value, "%")
        of_most = is_of_most(text[share.start : share.end])
        yield replace(span, value=replace(span.value, comparator=_AT_LEAST)) if of_most else span
    if "%" not in text and _CENT.isdisjoint(words_in(text)):
        return
    for found in _PERCENT.finditer(text):
        yield _span(found, ThresholdKind.PERCENT, read_number(found["number"]) or 0.0, "%")


def _measures(text: str) -> Iterator[Span[Threshold]]:
    for measure in find_measures(text):
        span = _bounded(text, measure, ThresholdKind.MEASURE, measure.value.value, measure.value.unit)
        near = _WITHIN.search(text[max(0, span.start - len("within ")) : span.start])
        yield replace(span, value=replace(span.value, comparator=_AT_MOST)) if near else span


def _bounded(text: str, place: Placed, kind: ThresholdKind, value: float, unit: str) -> Span[Threshold]:
    """Read the bound that the words before and after a figure give it; before it they are part of its words."""
    before = text[max(0, place.start - _BOUND_BACK) : place.start]
    found = _BOUND_BEFORE.search(before)
    tail = _TAIL_AFTER.match(text, place.end)
    start = place.start - len(before) + found.start() if found else place.start
    bound = Threshold(
        kind=kind, comparator=_share_bound(text, start, found, tail), value=value, unit=unit,
        text=text[start : place.end].strip(),
    )  # fmt: skip
    return Span(start, place.end, bound)


def _share_bound(
    text: str, start: int, found: re.Match[str] | None, tail: re.Match[str] | None
) -> Comparator:
    if found and found["over"] and _BAN.search(text[max(0, start - _LOOK_BACK) : start]):
        return _AT_MOST
    if found and found["under"] and SHORT_BAN.search(text[max(0, start - _LOOK_BACK) : start]):
        return _AT_LEAST
    if (found and (found["least"] or found["over"])) or (tail and tail["up"]):
        return _AT_LEAST
    return _AT_MOST if found or tail else _EXACTLY


def _counts(text: str, taken: list[Span[Threshold]]) -> Iterator[Span[Threshold]]:
    places = Places(len(text), taken, find_durations(text))
    for start, end in provisions_in(text):
        places.add(start, end)
    if all(places.overlap(start, end) for start, end in number_places(text)):
        return
    ratios = list(find_ratios(text))
    ratio_places = Places(len(text), ratios)
    for team in find_teams(text):
        if not places.overlap(team.start, team.end) and not ratio_places.overlap(team.start, team.end):
            places.add(team.start, team.end)
            yield _team(text, team)
    for found in _COUNT.finditer(text):
        start, end = found.span("number")
        if places.overlap(start, end) or _AFTER_LABEL.search(text[max(0, start - 20) : start]):
            continue
        if _is_name(found) or _is_clause_number(found):
            continue
        noun = _counted_noun(found)
        value = read_number(found["number"])
        ratio = next((one for one in ratios if one.start <= start < one.end), None)
        if ratio is not None:
            # "One coach for every ten children" says how many children at most; the coach is no figure by himself.
            if (
                noun
                and value is not None
                and value >= ratio.value
                and (ratio.end == end or ratio.start == start)
            ):
                span = _span(found, ThresholdKind.COUNT, ratio.value, noun[0], end=noun[1])
                yield replace(span, value=replace(span.value, comparator=_AT_MOST))
            continue
        if noun and value is not None and (value > 1 or _comparator(found) is not _EXACTLY):
            span = _span(found, ThresholdKind.COUNT, _whole(found, value), noun[0], end=noun[1])
            yield _with_tail(text, span)


def _team(text: str, team: Span[Few]) -> Span[Threshold]:
    """Read "a panel of at least five", whose people have no noun."""
    span = _bounded(text, team, ThresholdKind.COUNT, team.value.many, "people")
    found = _BOUND_BEFORE.search(text[span.start : team.start])
    outside = (
        0 if found is None else 1 if found["over"] and not _is_ban(found) else -1 if found["under"] else 0
    )
    bound = span.value.comparator if team.value.bound is None else team.value.bound
    return replace(span, value=replace(span.value, comparator=bound, value=team.value.many + outside))


def _with_tail(text: str, span: Span[Threshold]) -> Span[Threshold]:
    """Read "80 decibels or more", whose bound stands after the noun."""
    tail = _TAIL_AFTER.match(text, span.end)
    if tail is None or span.value.comparator is not _EXACTLY:
        return span
    comparator = _AT_LEAST if tail["up"] else _AT_MOST
    words = f"{span.value.text}{tail[0]}"
    return Span(span.start, tail.end(), replace(span.value, comparator=comparator, text=words))


def _counted_noun(found: re.Match[str]) -> tuple[str, int] | None:
    """Return the counted noun and where it ends: "adults" of "two trained adults who ..."."""
    position = found.start("noun")
    words = found["noun"].split()
    if words[0][-1] in "'’" and len(words) > 1 and words[1].lower() in _SUMS:
        return f"{words[0].lower()} {words[1].lower()}", found.start("noun") + len(words[0]) + len(
            words[1]
        ) + 2
    if words[0].lower().rstrip("'’") in _NOT_COUNTED:
        return None
    if read_number(found["number"]) == 1:
        return _one(found, words)
    for word in words:
        position = found.string.index(word, position) + len(word)
        plural = word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))
        if word.lower() in _PLURALS or (plural and word.lower() not in _SINGULARS):
            return (word.lower(), position) if word.lower() not in _NOT_COUNTED else None
    if _comparator(found) is _EXACTLY:
        return None
    return words[0].lower(), found.start("noun") + 1 + len(words[0])
