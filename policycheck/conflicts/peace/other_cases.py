"""When two statements are about cases that leave each other out: adults and children, X and what is not X."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from policycheck.conflicts.pair import Objection
from policycheck.conflicts.peace.other_periods import hold_one_after_the_other
from policycheck.conflicts.peace.other_sizes import are_of_two_sizes
from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of, compile_phrases
from policycheck.lexicon.words import content_words, stem
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.doers import doers
from policycheck.matching.holders.independence import anybody
from policycheck.matching.plain_bans import is_of_the_contrary

_I = re.IGNORECASE


def leave_each_other_out(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether what is objected to is no contradiction since each side is about a case that the other is not."""
    if a.term or b.term:
        return False
    if (
        _are_two_kinds(a, b)
        or _are_in_and_out(a, b)
        or are_of_two_sizes(a, b, objection)
        or hold_one_after_the_other(a, b, objection)
        or _is_denied(a, b, _NOT)
        or _is_denied(b, a, _NOT)
        or _hold_if_not(a, b)
        or _hold_if_not(b, a)
    ):
        return True
    if objection.type is ConflictType.MODALITY and (
        _are_in_two_places(a, b)
        or _are_meant_for_two(a, b)
        or is_of_the_contrary(a, b)
        or is_of_the_contrary(b, a)
    ):
        return True
    if objection.type in _OF_STEPS and (_answers(a, b) or _answers(b, a)):
        return True
    if objection.type in _OF_FIGURES and (_is_denied(a, b, _NOT_WITH) or _is_denied(b, a, _NOT_WITH)):
        return True
    return _are_of_two_ages(a, b) and not (
        objection.type is ConflictType.AGE and (_bars_the_young(a) or _bars_the_young(b))
    )


# Of people: "an adult" beside a child is company, and no group.
_ADULTS = re.compile(
    r"(?:^|[.;:|,]\s|\bfor\s|\bof\s|\bby\s)(?:all\s|other\s)?(?:adults|grown-ups)\b|"
    r"(?<!\ban\s)(?<!\ba\s)(?<!\bone\s)\b(?:adult|grown-up)\s(?!is|was|has|does|as|always)[a-z]+s\b|,\sadults?\b(?=[;,.]|$)",
    _I,
)
_YOUNG = re.compile(
    r"\b(?:child(?:ren)?|young|minors?|juniors?|teen\w*|infants?|bab(?:y|ies)|toddlers?)\b", _I
)
_OF_AGE, _OLDEST = 18, 200


def _are_of_two_ages(a: Statement, b: Statement) -> bool:
    """Tell whether nobody whom one side is about is of an age that the other is about."""
    ours, theirs = _ages(a), _ages(b)
    return ours is not None and theirs is not None and (ours[1] <= theirs[0] or theirs[1] <= ours[0])


@lru_cache(maxsize=8192)
def _ages(one: Statement) -> tuple[float, float] | None:
    """Return from what age and below what age people are whom a statement is about; None where it does not say."""
    ages = [figure for figure in one.figures if figure.kind is FigureKind.AGE]
    if ages:
        return _reach(ages[0]) if len(ages) == 1 else _span(one.text, ages)
    young, grown = _YOUNG.search(one.text) is not None, _ADULTS.search(one.text) is not None
    if young == grown:
        return None
    return (0, _OF_AGE) if young else (_OF_AGE, _OLDEST)


def _reach(age: Figure) -> tuple[float, float] | None:
    if age.bound is Comparator.AT_MOST:
        return 0, age.boundary
    return (age.boundary, _OLDEST) if age.bound is Comparator.AT_LEAST else None


_TO = re.compile(r"\s?(?:or|and|to|[-–])\s?(?:aged\s)?", _I)


def _span(text: str, ages: list[Figure]) -> tuple[float, float] | None:
    """Return the span of "aged 14 or 15", or of "over 14 and under 16"; None for two groups of people."""
    if len(ages) != 2:
        return None
    first, last = ages
    if first.bound is last.bound is None:
        between = text.partition(first.text)[2].partition(last.text)[0]
        return (first.boundary, last.boundary + 1) if _TO.fullmatch(between) else None
    least = next((age for age in ages if age.bound is Comparator.AT_LEAST), None)
    most = next((age for age in ages if age.bound is Comparator.AT_MOST), None)
    if least is None or most is None or least.boundary >= most.boundary:
        return None
    return least.boundary, most.boundary


def _bars_the_young(one: Statement) -> bool:
    """Tell whether a statement shuts out those below an age: then an age asked for elsewhere may be another."""
    reach = _ages(one)
    return one.said is not None and forbids(one.said) and reach is not None and reach[0] == 0


_NOT = re.compile(
    r"(?:\b(?:that|which|who)\s(?:is|are|was|were|has|have|do|does|did)\s?(?:not|n[’']t)\s(?:been\s|yet\s|an?\s)?(?:\w+ly\s)?|"
    r",\snot\s|\bnon-)(?P<what>[a-z’'-]+)",
    _I,
)
# "Homes not on the list", "coffins without a service", "staff, no dogs": of figures alone, since a ban is told so too.
_ENDS = r"(?=\s*(?:[,.;:|)]|$)|\s(?:is|are|must|shall|should|will|may|has|have|gets?|waits?)\b)"
_IDLE = r"(?!(?:charge|cost|payment|delay|exception|fail|notice|warning|limit|reason)\b)"
_NOT_WITH = re.compile(
    r"\b(?:not\s(?:on|in|under|subject\sto|covered\sby)|(?<!not\s)(?<!never\s)(?<!nobody\s)without)\s"
    rf"(?:an?\s|the\s|our\s|their\s|any\s)?(?:[a-z-]+\s)??(?P<what>{_IDLE}[a-z’'-]+){_ENDS}|,\sno\s(?P<none>[a-z’'-]+){_ENDS}",
    _I,
)
_OF_FIGURES = (ConflictType.DEADLINE, ConflictType.FREQUENCY, ConflictType.QUANTITY, ConflictType.RETENTION)
_DENYING = frozenset(
    ["not", "no", "never", "without", "unless", "until", "non", "nor", "apart", "except", "other", "save"]
)
_BACK, _SHORTEST = 4, 4


def _is_denied(one: Statement, other: Statement, denial: re.Pattern[str]) -> bool:
    """Tell whether one side is about what is not so, and the other about what is: "graffiti that is not offensive"."""
    for found in denial.finditer(one.text):
        what = stem(next(filter(None, found.groups())).lower())
        said = [stem(word) for word in re.findall(r"[a-z]+", other.text.lower())]
        if len(what) < _SHORTEST or what not in said:
            continue
        at = said.index(what)
        if _DENYING.isdisjoint(said[max(0, at - _BACK) : at]):
            return True
    return False


_IF_NOT = re.compile(
    r"\b(?:if|where|when|whenever)\s(?:(?!not\b|and\b|or\b)[\w’'-]+\s){0,6}?(?:not|never)\s(?:been\s|yet\s|an?\s)?(?P<what>[a-z’'-]+)"
    r"(?!\s(?:for|in|within|since)\b)",  # "if not used for a week" is no case of what is never used
    _I,
)


def _hold_if_not(one: Statement, other: Statement) -> bool:
    """Tell whether one side holds if a thing is not so, and the other if it is: "if not insured", "where insured"."""
    denied = {found["what"].lower() for found in _IF_NOT.finditer(one.text)}
    return any(
        content_words(what)
        and _only_if_so(what).search(other.text)
        and not _only_if_so(what).search(one.text)
        for what in denied - {found["what"].lower() for found in _IF_NOT.finditer(other.text)}
    )


@lru_cache(maxsize=1024)
def _only_if_so(what: str) -> re.Pattern[str]:
    plain = rf"(?!(?:{'|'.join(sorted(_DENYING))})\b)"
    return re.compile(
        rf"\b(?<!even\s)(?:if|where|when|whenever)\s(?:{plain}[\w’'-]+\s){{0,6}}?{re.escape(what)}\b(?!-)", _I
    )


def _are_in_and_out(a: Statement, b: Statement) -> bool:
    """Tell whether one side is of a time, and the other of what lies outside it: "in season", "out of season"."""
    (ins, outs), (others_in, others_out) = _times(a), _times(b)
    return bool((ins - outs) & (others_out - others_in) or (outs - ins) & (others_in - others_out))


@lru_cache(maxsize=8192)
def _times(one: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """Return the times in which a statement holds, and those out of which it does."""
    found = list(_in_or_out().finditer(one.text))
    inside, outside = (frozenset(stem(f["time"].lower()) for f in found if f[way]) for way in ("in", "out"))
    return inside, outside


@cache
def _in_or_out() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<out>out\sof|outside(?:\sof)?|off)|(?P<in>in|during|within|inside|throughout|at))[\s-]"
        rf"(?:(?:the|our|its|their|normal|usual|all)\s)*(?:[a-z-]+\s){{0,2}}?(?P<time>{any_of(load('contrasts')['times'])})\b",
        _I,
    )


def _are_in_two_places(a: Statement, b: Statement) -> bool:
    """Tell whether a ban is for one room or occasion and leave for another: "in the reading room", "in the foyer"."""
    return any(
        ours and theirs and all(one - b.words for one in ours) and all(one - a.words for one in theirs)
        for ours, theirs in zip(_places(a), _places(b), strict=True)
    )


@lru_cache(maxsize=8192)
def _places(one: Statement) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return the words of each room that a statement names, and of each occasion: a party may be in any room."""
    rooms, occasions = (list(kind.finditer(one.text)) for kind in _kinds_of_place())
    if one.is_row:  # "The foyer | staff | may be propped open": what the row is about
        cell = one.text.partition(";")[0].rpartition(":")[2].strip()
        rooms += _kinds_of_place()[0].finditer(f"in {cell}")
    return tuple(
        tuple(frozenset(content_words(found["place"])) for found in kind) for kind in (rooms, occasions)
    )


@cache
def _kinds_of_place() -> tuple[re.Pattern[str], ...]:
    article = r"(?:(?:the|our|its|their|any|each|every|an?)\s)?"
    return tuple(
        re.compile(
            rf"\b(?:in|on|at|inside|into|onto|within)\s{article}"
            rf"(?P<place>(?:(?!and\b|or\b|of\b|the\b)[a-z-]+\s){{0,2}}?(?:{any_of(load('contrasts')[kind])}))\b(?!\s(?:manager|staff|keeper|door|key|rules?|phones?)\b)",
            _I,
        )
        for kind in ("places", "occasions")
    )


def _are_meant_for_two(a: Statement, b: Statement) -> bool:
    """Tell whether a ban is on what is for one kind of people and leave for another: "for the staff", "for guests"."""
    ours, theirs = _meant_for(a), _meant_for(b)
    return len(ours) == len(theirs) == 1 and ours != theirs


@lru_cache(maxsize=8192)
def _meant_for(one: Statement) -> frozenset[int]:
    return frozenset(at for at, whom in enumerate(_whom()) if whom.search(one.text))


@cache
def _whom() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\bfor\s(?:(?:the|an?|any|our|your|their|other|all)\s)*(?:{any_of(whom)})\b(?!['’])", _I)
        for whom in load("contrasts")["meant_for"]
    )


_OF_STEPS = (ConflictType.DEADLINE, ConflictType.DUTY_HOLDER)


def _answers(asks: Statement, answers: Statement) -> bool:
    """Tell whether one appeals or claims in a time, and another has a time of its own to decide on it or to pay."""
    may, does = asks.said, answers.said
    if may is None or (does is not None and does.modality is Modality.PERMISSION):
        return False
    if may.modality is Modality.PERMISSION:
        two = does is None or not {*content_words(does.duty_holder)} & {*content_words(may.duty_holder)}
        steps = two and _step("asking").match(may.act) and _is_answering(answers, "answering")
    else:
        steps = may.modality is Modality.OBLIGATION and _hands_in_and_settles(asks, answers)
    return bool(steps) and not _clocks(asks) & _clocks(answers)


def _hands_in_and_settles(asks: Statement, answers: Statement) -> bool:
    """Tell whether of two who are named one has a duty to hand something in, and the other to deal with that thing."""
    handed = _step("handing_in").match(asks.said.act) if asks.said is not None else None
    return (
        asks.said is not None
        and handed is not None
        and not answers.words.isdisjoint(content_words(asks.said.act[handed.end() :]))
        and not _is_answering(asks, "settling")
        and _is_answering(answers, "settling")
        and _are_two(asks, answers)
    )


def _is_answering(one: Statement, list_name: str) -> bool:
    """Tell whether a verb of answering stands before the time: of a row in the cells after what it is about."""
    time = next((figure.text for figure in one.figures if figure.kind is FigureKind.TIME), "")
    if not time:
        return False
    before = one.text.partition(time)[0]
    verb = _step(list_name)
    if one.is_row:
        about, *cells = (cell.rpartition(":")[2].strip() for cell in before.split(";"))
        before = "; ".join(cells)
        if verb.match(about):
            return True
    return any(not _HANDED_IN.search(before, found.end()) for found in verb.finditer(before))


def _are_two(a: Statement, b: Statement) -> bool:
    """Tell whether both say who acts, in words of which none is in both."""
    ours, theirs = (frozenset(content_words(" ".join(doers(one)))) - anybody() for one in (a, b))
    return bool(ours and theirs) and not ours & theirs


@cache
def _step(list_name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load('contrasts')[list_name])})\b", _I)


_HANDED_IN = re.compile(
    r"\b(?:made|lodged|brought|received|submitted|sent|given|handed|filed|that|which|who|if|when)\b", _I
)
_CLOCK = re.compile(r"\b(?:of|from|after|following|since)\s(?P<event>[^.,;:()]{3,60})", _I)


def _clocks(one: Statement) -> frozenset[str]:
    """Return the words for what starts the clock of each time."""
    events = [
        found["event"]
        for figure in one.figures
        if figure.kind is FigureKind.TIME
        and (found := _CLOCK.match(one.text.partition(figure.text)[2].lstrip(" '’")))
    ]
    return frozenset(content_words(" ".join(events)))


def _are_two_kinds(a: Statement, b: Statement) -> bool:
    """Tell whether the two use words of two kinds that leave each other out, each of one alone."""
    ours, theirs = _kinds(a), _kinds(b)
    if any(len(x) == len(y) == 1 and x != y for x, y in zip(ours, theirs, strict=True)):
        return True
    qualities, others = _qualities(a), _qualities(b)
    return any(not qualities[one] & others[one] for one in qualities.keys() & others.keys())


@lru_cache(maxsize=8192)
def _kinds(one: Statement) -> tuple[frozenset[int], ...]:
    text = _stuff().sub(" ", _HOW_SOON.sub(" ", one.text))
    return tuple(frozenset(at for at, kind in enumerate(group) if kind.search(text)) for group in _groups())


# "Inside a week" and "two days at the outside" are no places.
_HOW_SOON = re.compile(
    r"\bat\sthe\soutside\b|\binside\s(?:(?!the\b)[\w’'-]+\s){1,3}?(?:minute|hour|day|week|fortnight|month|quarter|year)s?\b",
    _I,
)


@cache
def _stuff() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|any|some|fresh|wet)\s(?:{any_of(load('contrasts')['stuff'])})\b", _I)


@cache
def _groups() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(map(compile_phrases, group)) for group in load("contrasts")["groups"])


@lru_cache(maxsize=8192)
def _qualities(one: Statement) -> dict[tuple[int, str], frozenset[str]]:
    """Return which of several qualities each thing is said to have, by list and thing."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for at, pattern in enumerate(_patterns()):
        for match in pattern.finditer(one.text):
            for thing in content_words(match["thing"]):
                found[at, thing].add(match["quality"].lower())
    return {thing: frozenset(qualities) for thing, qualities in found.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\b(?P<quality>{any_of(words)})[\s-](?P<thing>[a-z]+)", _I)
        for words in load("contrasts")["qualities"]
    )
