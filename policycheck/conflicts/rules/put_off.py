"""One side wants a thing at once, or within a time; the other leaves it to a later occasion of its own.

What it does: holds "immediately", "without delay", "the same day" or a time limit against a length of time, a rhythm
or an occasion in the other text that is plainly later: "within a month", "in the yearly return", "at the end of
the term".
Why it matters: whoever waits for the occasion is late, though no two figures of one kind differ.
"""

import re
from functools import lru_cache

from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import later_message
from policycheck.domain.comparison import Relation, compare_lengths
from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, LimitKind, Modality, Unit
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of, phrases_of
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.appointed import appointed_times
from policycheck.matching.forbidding import bans_delay, forbids
from policycheck.matching.times_of_year import times_of_year

_I = re.IGNORECASE
_Length = tuple[float, Unit, bool]


_AT_ONCE, _SOON = (phrases_of("times", "phrases", how) for how in ("at_once", "soon"))
# "As soon as the letter arrives" is at once; "as soon as funds allow" may be any day.
_AS_SOON = re.compile(
    r"\bas\ssoon\sas\s(?!(?:is|it|they|we|you|reasonably|practicable|practical|possible|may)\b)[\w’'-]+"
    r"(?=[^.;:]{0,50}?\b(?:arriv\w+|comes?|came|come|receiv\w+|reach\w*|found|finds?|discover\w*|learns?|learnt|learned|knows?|known|"
    r"hears?|heard|told|notic\w+|sees?|seen|happens?|happened|leaves?|left|dies|died|made|suspect\w*|reported|reports?|"
    r"appears?|begins?|began|begun|starts?|started|opens?|opened|falls?|fell|rises?|sounds?)\b)",
    _I,
)
# What is done as somebody leaves or a thing arrives is done there and then.
_TURNING = any_of(load("times")["phrases"]["turning_points"])
_UPON = re.compile(
    rf"\b(?:up)?on\s(?:(?:his|her|their|your|its|our|the|an?|any|each|every)\s)?(?:or\s(?:his|her|their)\s)?(?:[\w-]+['’]s?\s)?(?:{_TURNING})\b(?!\s(?:list|form|day|date|sheet|desk|hall|lounge|note|screen|board|book|page|area|point|of\s(?:a|the)\s(?:request|application)))|"
    r"\b(?:as|when|before)\s(?:he|she|they|you|it|(?:the\s)?[\w’'-]+(?:\s[\w’'-]+)?)(?:\sor\s(?:he|she))?\s(?:leaves?|walks?\s(?:in|out)|steps?\s(?:in|out|on|off)|drives?\s(?:in|off|out)|comes?\sthrough\sthe)\b(?!\s(?:it|them|him|her|us|a|an|any|no|behind|over|out)\b)|"
    r"\b(?:at\sthe\s(?:moment|point|time|instant)\sof\s[\w’'-]+ing\b|on\sthe\sway\sout|while\s(?:they|you|he|she|the\s[\w’'-]+)\s(?:waits?|(?:is|are)\sstill\s(?:there|here|present|on\s(?:site|the\spremises)|in\sthe\s[\w’'-]+|at\sthe\s[\w’'-]+))\b)",
    _I,
)
_HASTE = {"at_once": _AT_ONCE, "as_soon": _AS_SOON, "upon": _UPON, "soon": _SOON}


@lru_cache(maxsize=32768)
def _says(how: str, text: str) -> str:
    found = _HASTE[how].search(text)
    return found[0] if found else ""


_WAIT = re.compile(
    r"(?:\bnot|\bnever|n['’]t)\s(?:\w+\s)?(?:wait|delay|postpone|defer|(?:leave|put|hold)\s(?:\w+\s){0,2}?(?:off|back|over|until|till))\b",
    _I,
)
# What is wanted at once is late after half a day.
_HALF_A_DAY: _Length = (12, Unit.HOUR, False)
_NO_TIME: _Length = (1, Unit.HOUR, False)
_HOURS = (Unit.MINUTE, Unit.HOUR, Unit.DAY)
_OVER = (
    r"(?:clos(?:e[sd]?|ing)|complet(?:e[sd]?|ion)|conclu(?:de[sd]?|sion)|end(?:s|ed)?|finish(?:es|ed)?|over|settled|"
    r"done|decided|signed\soff)"
)
_AFTER_THAT = re.compile(
    rf"\b(?:once|after|when|waits?\suntil|waits?\still)\s(?P<what>[^.,;:]{{2,70}}?\b{_OVER})\b|"
    rf"\b(?:at|after|on)\s(?:the\s)?(?P<end>(?:end|close|conclusion|completion)\sof\s[^.,;:]{{3,60}})|"
    r"\b(?:(?:sit|hang|hold|keep|stay|wait|rest|lie|park|stop)s?|held|kept|left|parked)\b(?:\s(?!and\b|or\b|but\b)[\w’'-]+){0,7}?\s(?:until|till)\s"
    r"(?P<held>[^.,;:]{3,70})",
    _I,
)
# What is wanted at once may not wait for the end of anything; what is wanted on the day may.
_BY_ITS_END = re.compile(r"(?:\b(?:by|before)|[:;|])\s(?:the\s)?(?:end|close)\sof\s[^.,;:]{3,60}", _I)
# What is to be put out of use at once is not used until a new one comes; but out of use it may stay until then.
_ENDS_USE = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|shut(?:s|ting)?\s(?:\w+\s){0,3}?(?:down|off)|st(?:an|oo)ds?\sdown|withdr(?:aw|awn|aws|ew)|withdrawal|scrap(?:s|ped)?|"
    r"isolat(?:e[sd]?|ing)|ceas(?:e[sd]?|ing)|quarantined?|condemn(?:s|ed)?|clos(?:e[sd]?|ing)|switch(?:es|ed)?\s(?:\w+\s){0,3}?off|turn(?:s|ed)?\s(?:\w+\s){0,3}?off|"
    r"t(?:ake|akes|aken|aking)\s(?:\w+\s){0,3}?(?:off|out\sof)|out\sof\s(?:use|service|action|commission)|ground(?:s|ed))\b",
    _I,
)
_CARRIES_ON = re.compile(
    r"\b(?:may|can|could|is\sfree\sto|are\sfree\sto|(?:is|are)\sallowed\sto)\s(?:still\s|also\s|then\s|be\s)*"
    r"(?:run|used?|work(?:ed)?|carry\son|carried\son|go\son|keep\s(?:on\s)?(?:going|running|working|using)|kept\s(?:running|going|in\suse)|stay\s(?:in\suse|on|open)|"
    r"continued?|remain\s(?:in\suse|on|open)|finish(?:ed)?|completed?|see\sout|driven?)\b"
    r"[^.;:]{0,50}?\b(?:until|till|to\sthe\send\sof|for\sthe\srest\sof|before|as\slong\sas|pending)\s[^.,;:]{3,50}",
    _I,
)
_STAYS_OUT = re.compile(r"\b(?:off|out|shut|locked|closed|isolated|stopped|down|quarantined|withdrawn)\b", _I)
_ON_THE_DAY = re.compile(r"\bday\b", _I)
_END_OF_DAY = re.compile(r"\b(?:end|close)\sof\s(?:the\s)?(?:working\s)?(?:play|business|day)\b", _I)
_NEXT_ONE = re.compile(
    r"\b(?:at|in|with|on|for|to|until|till)\s(?:the|its|their|your|our|his|her|a)\s(?:next|following|first)\s"
    r"(?!(?:opportunity|chance|possible|convenient|available|working|business|school|day)\b)[\w’'-]+",
    _I,
)


def put_off(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither puts off what the other wants sooner."""
    found = pair.told_by_either(_puts_off)
    if found is None:
        return None
    return drift_objection(pair, found, by="put_off", message=later_message, kind=ConflictType.DEADLINE)


def _puts_off(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return the words of `one` and of `other`, which leaves to later what `one` wants sooner."""
    said = one.said
    if said is None or said.modality is Modality.PERMISSION or forbids(said) or bans_delay(said):
        return None
    if _says("soon", other.text) or _says("at_once", other.text) or _bans_waiting(other):
        return None
    dated = _after_the_date(one, other)
    if dated is not None:
        return dated
    wanted = _wanted(one, other)
    if wanted is None:
        limit = _limit(one, other)
        late = _appointed(one, other, limit[1]) if limit else None
        late = None if late and _LOOSELY.match(late) else late
        return (limit[0], late) if limit and late else None
    words, length = wanted
    at_once = length == _HALF_A_DAY and not _ON_THE_DAY.search(words)
    figured = any(figure.text == words for figure in one.figures)
    late = _late_figure(one, other, length, figured=figured)
    late = late or _appointed(one, other, _NO_TIME if at_once else length)
    if figured and late and _LOOSELY.match(late):
        return None  # a figure that the other side only leaves vague
    if late is None and compare_lengths(length, _HALF_A_DAY) in (Relation.EQUAL, Relation.LAXER):
        late = _late_event(one, other, within_the_day=not at_once)
        if late is None and _AT_ONCE.match(words) and not _ON_THE_DAY.search(words):
            late = (_match(_BY_ITS_END.search(other.text)) or "").strip(" :;|")
            late = late or (_match(_CARRIES_ON.search(other.text)) if _ends_use(one) else None)
    return (words, late) if late else None


def _bans_waiting(statement: Statement) -> bool:
    """Tell "do not wait until the next day": the later time is what may not be, and no time that is given."""
    said = statement.said
    return said is not None and (
        bans_delay(said) or (forbids(said) and _WAIT.search(statement.text) is not None)
    )


def _wanted(one: Statement, other: Statement) -> tuple[str, _Length] | None:
    """Return the words that say how soon, and after how long it is late; a figure only where the other has none."""
    at_once = _says("at_once", one.text) or _says("as_soon", one.text) or _says("upon", one.text)
    if at_once and (at_once.lower() != "on the day" or _is_the_same_day(one)):
        return at_once, _HALF_A_DAY
    times = [figure for figure in one.figures if figure.kind is FigureKind.TIME]
    if not times and other.said is not None and other.said.modality is not Modality.PERMISSION:
        # "By nightfall", "by six tonight": the day has no second one.
        soon = [
            time for time in appointed_times(one.text) if time.words.lower().startswith(("by ", "before "))
        ]
        if (
            soon
            and soon[0].hours < _ONE_DAY[0]
            and not soon[0].earlier
            and not _BEFORE_THAT.match(soon[0].words)
        ):
            return soon[0].words, _ONE_DAY
    if _gives_a_time(other):
        return None
    for figure in times:
        if figure.bound is Comparator.AT_MOST:
            return figure.text, _length(figure)
    return None


# A little less than the 24 hours that a text may give itself.
_ONE_DAY: _Length = (23.9, Unit.HOUR, False)
_BEFORE_THAT = re.compile(r"before\s(?:(?:each|every|any|an?)\b|lunch|breakfast|dinner|tea|supper)", _I)


@lru_cache(maxsize=8192)
def _gives_a_time(statement: Statement) -> bool:
    """Tell whether a statement gives a length of time in which, and not merely for which, a thing is done."""
    limits = statement.said.time_limits if statement.said is not None else ()
    lasting = [limit.text for limit in limits if limit.kind is LimitKind.FOR]
    by_then = [limit.text for limit in limits if limit.kind is not LimitKind.FOR]
    return any(
        figure.kind is FigureKind.TIME
        and not any(figure.text in words for words in lasting)
        # "A day on the river", which no word makes a limit, only lasts; a row's cell may be one all the same.
        and (
            statement.is_row
            or figure.bound is not None
            or any(figure.text in words for words in by_then)
            or not _ONE.match(figure.text)
        )
        for figure in statement.figures
    )


_ONE = re.compile(r"an?\s", _I)


def _limit(one: Statement, other: Statement) -> tuple[str, _Length] | None:
    """Return the first time limit of `one`, bounded in words or not, where the other side gives no length of time."""
    if one.said is None or _gives_a_time(other):
        return None
    for figure in one.figures if one.is_row else ():
        if figure.kind is FigureKind.TIME and figure.bound is None and _fills_a_cell(one.text, figure.text):
            return figure.text, _length(figure)
    for limit in one.said.time_limits:
        if limit.value is None or limit.unit is None:
            continue
        # What is done after four hours, and not by then at the latest, is put off by whoever waits for the morning.
        after = (
            limit.kind is LimitKind.AFTER and limit.comparator is Comparator.EXACTLY and limit.unit in _HOURS
        )
        if limit.kind is LimitKind.WITHIN or after:
            return limit.text, (limit.value, limit.unit, limit.working)
    return None


_YEAR = 12 * 31  # places in the year, as the months are laid out


def _after_the_date(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return the date by which `one` wants it, and the month or season of `other`, all of which comes after."""
    if any(figure.kind in (FigureKind.DATE, FigureKind.MONTH_DAY) for figure in other.figures):
        return None
    for date in one.figures:
        if date.kind is not FigureKind.DATE:
            continue
        if date.bound is not Comparator.AT_MOST and not (one.is_row and _fills_a_cell(one.text, date.text)):
            continue
        times = times_of_year(other.text)
        if times and all(0 < (begins - date.value) % _YEAR <= _YEAR / 2 for _, begins in times):
            return date.text, times[0][0]
    return None


_FROM_WHEN = r"(?:past|after|from|following|tops|max|maximum|at\s(?:the\s)?most|flat)\b"


def _fills_a_cell(row: str, words: str) -> bool:
    """Tell whether a cell begins with these words, and adds no more than from when: then it is the time there is."""
    cell = re.search(rf"(?:^|[:|]\s){re.escape(words)}(?=\s?(?:$|[;|(,]|{_FROM_WHEN}))", row)
    return cell is not None


def _is_the_same_day(statement: Statement) -> bool:
    """Tell "on the day of the request" from "on the day in the contract", which says when by another text."""
    return any(figure.kind is FigureKind.TIME and not figure.value for figure in statement.figures)


def _length(figure: Figure) -> _Length:
    return figure.value, Unit(figure.unit), figure.working


def _late_figure(one: Statement, other: Statement, length: _Length, *, figured: bool) -> str | None:
    kinds = {figure.kind for figure in one.figures}
    for figure in other.figures if length == _HALF_A_DAY and _says("at_once", one.text) else ():
        # "After an hour or two" is not at once.
        if (
            figure.kind is FigureKind.TIME
            and figure.value
            and _WAITED.search(other.text.partition(figure.text)[0][-24:])
        ):
            return figure.text
    for figure in other.figures:
        # Two times, or two rhythms, are held against each other by the rules for them.
        if figure.kind not in (FigureKind.TIME, FigureKind.RHYTHM) or figure.kind in kinds or figure.of_case:
            continue
        if length == _ONE_DAY and (figure.kind is not FigureKind.TIME or figure.bound is Comparator.AT_LEAST):
            continue
        if _tells_before(other.text, figure) or (figured and _comes_round_too(one, other, figure)):
            continue
        if compare_lengths(length, _length(figure)) is Relation.LAXER:
            return figure.text
    return None


_LOOSELY = phrases_of("times", "phrases", "loosely")
_END_OF_PERIOD = re.compile(
    r"\b(?:end|close|start|beginning|month|quarter)\sof\s[^,;.]{0,30}?\b(?:year|quarter|month|term|season|period)\b|"
    r"\b(?:year|quarter|month|term|season)[\s-]end\b",
    _I,
)


def _comes_round_too(one: Statement, other: Statement, rhythm: Figure) -> bool:
    """Tell whether "each year" only says that what is due so long after the end of a year is done for every year."""
    if rhythm.kind is not FigureKind.RHYTHM:
        return False
    dated = any(figure.kind in (FigureKind.DATE, FigureKind.MONTH_DAY) for figure in other.figures)
    yearly = compare_lengths((1, Unit.YEAR, False), _length(rhythm)) in (Relation.EQUAL, Relation.LAXER)
    return dated or yearly or _END_OF_PERIOD.search(one.text) is not None


def _appointed(one: Statement, other: Statement, length: _Length) -> str | None:
    """Return the words for a time that comes round by itself, and may be further off than what is wanted."""
    ours = max((time.hours for time in appointed_times(one.text) if not time.by_clock), default=0.0)
    for time in appointed_times(other.text):
        if not time.earlier and time.hours > ours and compare_lengths(length, time.length) is Relation.LAXER:
            return time.words
    return None


_WAITED = re.compile(
    r"\b(?:after|waits?|give\s(?:it|them|him|her)|wait\sfor)\s(?:about\s|another\s|up\sto\s)?$", _I
)
_EARLIER = re.compile(
    r"['’]?\s(?:\w+\s){0,2}?(?:before|prior|in\sadvance|ahead|beforehand|notice|earlier)\b", _I
)


def _tells_before(text: str, figure: Figure) -> bool:
    return _EARLIER.match(text.partition(figure.text)[2]) is not None


def _late_event(one: Statement, other: Statement, *, within_the_day: bool) -> str | None:
    """Return the words for an end, or a next occasion, that the other side waits for and this one does not name."""
    for found in _AFTER_THAT.finditer(other.text):
        if within_the_day and _END_OF_DAY.search(found[0]):
            continue
        if found["held"] and _ends_use(one) and _STAYS_OUT.search(found[0]):
            continue
        if set(content_words(found["what"] or found["end"] or found["held"])) - one.words:
            return found[0]
    return _match(_NEXT_ONE.search(other.text))


def _ends_use(statement: Statement) -> bool:
    return _ENDS_USE.search(statement.text) is not None


def _match(found: re.Match[str] | None) -> str | None:
    return found[0] if found else None
