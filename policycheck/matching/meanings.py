"""When two defined terms are one term, and how their meanings stand to each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Unit
from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words
from policycheck.matching.figures import agreeing, differing
from policycheck.matching.statements import Statement
from policycheck.matching.term_names import is_one_term, term_words

_ALPHA = re.compile(r"[a-z]+")
_SENTENCE = re.compile(r"[.;]\s")
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY = "|".join(_DAYS)
_RANGE = re.compile(rf"\b({_DAY})s?\s(?:to|until|through|[-–])\s({_DAY})s?\b", re.IGNORECASE)
_ANY_DAY = re.compile(
    r"\b(?:any|every|each|all)\sdays?(?=,?\s(?:other\sthan|except|excepting|excluding|apart\sfrom|but|save|bar)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(r",(?:\s(?:and|or))?|\bor\b|\band\b", re.IGNORECASE)
_UNABLE = re.compile(r"\b(?:could\snot|can\s?not|unable)\b", re.IGNORECASE)
_IS_NOT = re.compile(
    r"\b(?:(?:is|are|does|do)\s?(?:not|n['’]t|never)\s(?:(?:count\sas|counted\sas|treated\sas|rank\sas|qualify\sas|amount\sto|make|have|become)\s)?|and\snot\s(?:as\s)?)((?:an?\s)?[\w’'-]+(?:\s[\w’'-]+)?)\s*$",
    re.IGNORECASE,
)


_UNHEEDED = re.compile(
    r"\b(?:whether\sor\snot|with\sor\swithout|even\s(?:if|when|where|though|without|an?|any|one|those)|no\smatter\s(?:if|whether)|regardless\sof|"
    r"irrespective\sof|(?:makes?\sno\sdifference|does\snot\smatter)\s(?:if|whether))\s(?P<what>[^,;.]+)",
    re.IGNORECASE,
)


def define_one_term(a: Statement, b: Statement) -> bool:
    """Tell whether two statements define one term; the shorter may leave to its meaning what kind of thing it is.

    "Stray: a dog without a keeper" and "stray dog: a dog that ..." do.
    """
    if not a.term or not b.term:
        return False
    if is_one_term(a.term, b.term) or _is_short_for(a, b) or _is_short_for(b, a):
        return True
    if _is_label_for(a, b) or _is_label_for(b, a):
        return True
    shorter, longer = sorted((a, b), key=lambda one: len(term_words(one.term)))
    further = term_words(longer.term) - term_words(shorter.term)
    first = _SENTENCE.split(shorter.meaning)[0]
    return (
        bool(term_words(shorter.term))
        and term_words(shorter.term) < term_words(longer.term)
        and further <= (term_words(first))
    )


# How a text tells what a term means that the other side defines: "Night worker (staff on after ten only)".
_TOLD_BESIDE = (
    r"(?:(?:an?|the|our)\s)?{term}\s\((?!(?:see|from|in|at|on|section)\b)(?P<meaning>[^()]+)\)",
    r"(?:(?:an?|the|our)\s)?{term}(?::|\s=|\s[–—-])\s"
    r"(?P<meaning>(?:(?:an?|any|one|the|those|people|every|all|(?:any|every|some)(?:one|body|thing))\b|"
    r"£?[\d,]+\+|(?:[\w£,]+\s){{1,4}}?(?:plus|(?:and|or)\s(?:more|over|above|up|upwards))\b).+)",
    r"(?:we|you)\s(?:call|treat|count|regard|see)\s(?:it|this|that|them|these)\s(?:as\s)?(?:an?\s)?{term}\s(?P<meaning>(?:once|when|if|where|only|as\ssoon\sas)\b.+)",
    r"(?:by|when(?:ever)?|where(?:ver)?)\s(?:we\s(?:say|speak\sof|write)\s)?{term}\s?,?\swe\smean\s(?P<meaning>.+)",
    r"(?:(?:an?|the|our)\s)?{term},\sas\s[^,;.]{{3,60}},\s(?:is|are|means?)\s(?P<meaning>.+)",
)


def told_beside(one: Statement, other: Statement) -> Statement:
    """Return a statement with the meaning that it gives the other side's term, where it was read for none."""
    if one.term or one.is_row or not other.term:
        return one
    term = r"\s".join(map(re.escape, other.term.split()))
    for form in _TOLD_BESIDE:
        found = re.match(form.format(term=term), one.text, re.IGNORECASE | re.DOTALL)
        if found:
            return replace(one, term=other.term, meaning=found["meaning"].rstrip(" .)"))
    return one


def _is_short_for(short: Statement, long: Statement) -> bool:
    """Tell whether a term is the initials of another, "LS" of "long stay", and not merely explained by it."""
    words = [word for word in _ALPHA.findall(long.term.lower()) if word not in load("terms")["small"]]
    if not short.term.isupper() or len(words) <= 1:
        return False
    return short.term.lower() == "".join(word[0] for word in words) and not (
        term_words(long.term) <= term_words(short.meaning)
    )


def _is_label_for(label: Statement, other: Statement) -> bool:
    """Tell whether a text gives another's term a label and then says what it takes in: "A tag means LS. That is"."""
    first, stop, rest = label.meaning.partition(". ")
    return bool(stop and rest) and len(first.split()) <= _A_NAME and is_one_term(first, other.term)


_A_NAME = 3  # words


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a meaning takes in and what it leaves out, as content words; `closed` where it says "and nobody else"."""

    takes_in: frozenset[str]
    leaves_out: frozenset[str]
    closed: bool


@lru_cache(maxsize=4096)
def read_takes(meaning: str, term: str) -> Meaning:
    """Return what a meaning of a term takes in and what it leaves out."""
    own = set(content_words(term))
    takes_in: set[str] = set()
    leaves_out: set[str] = set()
    meaning = _SHORTENED.sub(r"\1 not", meaning)
    for sentence in _SENTENCE.split(_with_days(_UNHEEDED.sub(" ", meaning))):
        for words, inside in _pieces(sentence.strip().rstrip("."), own):
            (takes_in if inside else leaves_out).update(words)
    common = own | _anybody()
    return Meaning(
        frozenset(takes_in - common),
        frozenset(leaves_out - common),
        _cue("closing").search(meaning) is not None,
    )


_FOR_US = re.compile(
    r",?\s(?:for\s(?:us|our\spurposes|these\spurposes|this\spurpose)|to\sus|here|in\s(?:this|our)\s(?:sense|book|books|policy|leaflet|guide|card)|"
    r"under\s(?:this\spolicy|these\srules))$",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"\b(is|are|was|were|do|does|has|have)n['’]t\b", re.IGNORECASE)


def _with_days(text: str) -> str:
    """Write "Monday to Friday" and "any day but a Sunday" as days, and name those of the week that are left out."""

    named = [day for day in _DAYS if day in text.lower()]
    text = _ANY_DAY.sub(" ".join(day for day in _DAYS if day not in named) if named else r"\g<0>", text)

    def written(found: re.Match[str]) -> str:
        first, last = (_DAYS.index(day.lower()) for day in found.groups())
        inside = _DAYS[first : last + 1]
        outside = [day for day in _DAYS if day not in inside]
        return f"{' '.join(inside)}, not {' '.join(outside)}," if first < last else found[0]

    return _RANGE.sub(written, text)


def _pieces(sentence: str, own: set[str]) -> Iterator[tuple[set[str], bool]]:
    """Yield the words of each piece of a sentence and whether they are taken in."""
    sentence = _FOR_US.sub("", sentence)
    if own and any(own <= set(content_words(said)) for said in _IS_NOT.findall(sentence)):
        # "Something lost by accident is not a breach": what stands before is left out of the term.
        yield set(content_words(_IS_NOT.sub(" ", sentence))), False
        return
    told: list[tuple[set[str], bool]] = []
    inside = True
    for part in _PART.split(sentence):
        if _cue("left_out").search(part):
            subject = set(content_words(_cue("left_out").sub(" ", part)))
            if not subject or _HAS_NO_SUBJECT.match(part):  # "Neighbours, kind as they are, fall outside it"
                told = [(words, False) for words, _ in told]
            told.append((subject, False))
            continue
        if _cue("taken_in").search(part):
            told.append((set(content_words(_cue("taken_in").sub(" ", part))), True))
            continue
        place = 0
        for cue in _cue("turning").finditer(part):
            if cue[0].lower() == "without" and _UNABLE.search(part, 0, cue.start()):
                continue  # who cannot do without help needs it
            told.append((set(content_words(part[place : cue.start()])), inside))
            inside = cue[0].lower() in load("meanings")["taking_in"]
            place = cue.end()
        told.append((set(content_words(part[place:])), inside))
    yield from told


_PART = re.compile(r",|:\s")
_HAS_NO_SUBJECT = re.compile(r"\s*(?:is|are|do|does|count|belong|fall|stand|lie|go|come)s?\b", re.IGNORECASE)


@cache
def _cue(name: str) -> re.Pattern[str]:
    cues = load("meanings")
    phrases = [*cues["leaving_out"], *cues["taking_in"]] if name == "turning" else list(cues[name])
    # "Not more than" sets a bound and leaves nothing out.
    bound = rf"(?<!without)(?!\s(?:{'|'.join(load('deciding')['bounding'])}|yet|exceed\w*)\b)|(?<=without)"
    unable = r"(?<!could )(?<!can )(?<!would )"  # what somebody cannot do is not left out of the term
    written = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(rf"{unable}(?<!\w)(?:{written})\b(?:{bound})", re.IGNORECASE)


@cache
def _anybody() -> frozenset[str]:
    return frozenset(content_words(" ".join(load("meanings")["anybody"])))


@dataclass(frozen=True, slots=True)
class Meanings:
    """Two meanings of one term held against each other.

    `figures_differ` where both give a figure and these differ, `figures_agree` where some are one, `figure_alone`
    where one side alone gives any; `opposed` are the words that one takes in and the other leaves out; `closed` where
    one alone says that nothing else is meant; `all_but` where one side alone leaves some out and the other takes in
    "any" or "every"; `overlap` is the share of the shorter one's words that the longer has; `kinds_apart` by how many
    one list of kinds is longer than the other; `shut_out` where one says that some are taken in besides, and the other,
    that does not name them, says that others are not; `kind_left_out` where both list kinds, all those of the one are
    in the other, and it has one more; `brief` where both are one sentence, and no description that says as much
    as it likes.
    """

    figures_differ: bool
    figure_alone: bool
    opposed: frozenset[str]
    closed: bool
    all_but: bool
    overlap: float
    kinds_apart: int
    brief: bool
    shut_out: bool = False
    kind_left_out: bool = False
    figures_agree: bool = False


def compare_meanings(a: Statement, b: Statement) -> Meanings | None:
    """Return how the meanings stand that two statements give one term; None where they do not define the same."""
    if not (a.meaning and b.meaning) or not define_one_term(a, b):
        return None
    ours, theirs = read_takes(a.meaning, a.term), read_takes(b.meaning, b.term)
    words_a, words_b = ours.takes_in | ours.leaves_out, theirs.takes_in | theirs.leaves_out
    opposed = (ours.takes_in & theirs.leaves_out - theirs.takes_in) | (
        theirs.takes_in & ours.leaves_out - ours.takes_in
    )
    opposed |= unheeded(a, b, theirs) | unheeded(b, a, ours)
    return Meanings(
        figures_differ=_figures_differ(a, b),
        figure_alone=bool(_figures(a)) != bool(_figures(b)),
        opposed=opposed,
        closed=ours.closed != theirs.closed,
        all_but=leaves_out_some(ours, b.meaning, theirs) or leaves_out_some(theirs, a.meaning, ours),
        overlap=len(words_a & words_b) / max(1, min(len(words_a), len(words_b))),
        kinds_apart=abs(_kinds(a.meaning) - _kinds(b.meaning)),
        brief=all(_is_brief(one.meaning) for one in (a, b)),
        shut_out=_shuts_out(a, b, theirs) or _shuts_out(b, a, ours),
        kind_left_out=leaves_out_a_kind(a, b) or leaves_out_a_kind(b, a),
        figures_agree=agreeing(figures_meant(a, beside=b), figures_meant(b, beside=a)) > 0,
    )


_INCLUDES = re.compile(
    r"(?<!not\s)(?<!n['’]t\s)(?<!nor\s)\b(?:includes?|including|takes?\sin|taking\sin|extends?\sto|also\smeans?|also\scovers?|(?:or|and)\sany\sother)\b",
    re.IGNORECASE,
)
_SHARED = 0.34


def _shuts_out(wide: Statement, narrow: Statement, read: Meaning) -> bool:
    """Tell whether one meaning takes some in besides that the other does not name, which says who are not meant.

    "Includes a friend who helps" beside "a spouse or a child; anybody else is a visitor".
    """
    besides = _INCLUDES.search(wide.text)
    if besides is None or _INCLUDES.search(narrow.text) or not (read.leaves_out or read.closed):
        return False
    own = frozenset(content_words(wide.term)) | _anybody()
    named = frozenset(content_words(_SENTENCE.split(wide.text[besides.end() :])[0])) - own
    return bool(named) and len(named & read.takes_in) <= _SHARED * len(named)


def _is_brief(meaning: str) -> bool:
    """Tell whether a meaning is one sentence and the whole of what is meant, which "even if it is torn" is not."""
    return (
        len(_SENTENCE.split(meaning)) == 1 and "\n" not in meaning and not meaning.lower().startswith("even ")
    )


# What one meaning does not heed the other heeds where it has this part of the words for it.
_HEEDED = 0.3


def unheeded(one: Statement, other: Statement, read: Meaning) -> frozenset[str]:
    """Return what one meaning says makes no difference and the other turns on: "with or without a licence"."""
    if _UNHEEDED.search(other.meaning):
        return frozenset()
    heeded = read.takes_in | read.leaves_out
    own = frozenset(content_words(one.term)) | _anybody()
    for found in _UNHEEDED.finditer(one.meaning):
        words = frozenset(content_words(found["what"])) - own
        if words and len(words & heeded) >= _HEEDED * len(words):
            return words & heeded
    return frozenset()


_EVERY = re.compile(
    r"\s*(?:(?:is|are|means?|includes?|covers?)\s)?(?:any|every|all|whoever|anything|everything|anyone|anybody|everyone|everybody)\b|"
    # "A lost oar, whoever finds it", "a boat, a raft or any craft"
    r".*(?:\b(?:or|and)\s(?:any|every|all)\b|,\s(?:whoever|wherever|whatever|however|whichever)\b|\bwhatever\b[,.;]?\s*$)",
    re.I | re.S,
)


def leaves_out_some(narrow: Meaning, wide: str, taken: Meaning) -> bool:
    """Tell whether one meaning leaves out kinds of what the other takes in altogether."""
    return bool(narrow.leaves_out - taken.leaves_out) and bool(_EVERY.match(wide)) and not taken.leaves_out


def _kinds(meaning: str) -> int:
    """Return how many kinds of thing a meaning lists: three in "a parent, a child or a spouse"."""
    first = _SENTENCE.split(_UNHEEDED.sub(" ", meaning))[0]
    left_out = _cue("leaving_out").search(first)
    return 1 + len(_JOINED.findall(first[: left_out.start()] if left_out else first))


_OPEN_LIST = re.compile(r"\b(?:includ\w+|such\sas|for\sexample|e\.g|among\sother|like)\b", re.IGNORECASE)


def leaves_out_a_kind(short: Statement, long: Statement) -> bool:
    """Tell whether each kind of a closed list is in a longer one that names a further kind in words of its own.

    "Death or serious injury" leaves "an allegation" out; what "includes" some kinds leaves nothing out.
    """
    if _OPEN_LIST.search(short.text):
        return False
    ours, theirs = _listed(short), _listed(long)
    if not ours or len(theirs) <= len(ours) or len(theirs) < _A_LIST:
        return False
    said = frozenset().union(*theirs)
    known = frozenset().union(*ours)
    further = [kind for kind in theirs if len(kind & known) <= _FURTHER * len(kind)]
    return bool(further) and all(2 * len(kind & said) >= len(kind) for kind in ours)


_A_LIST = 2
# A kind with no more of its words in the other list is a further one.
_FURTHER = 0.34


def _listed(statement: Statement) -> list[frozenset[str]]:
    """Return the kinds that the first sentence of a meaning lists, as content words without the term's own."""
    first = _SENTENCE.split(_UNHEEDED.sub(" ", statement.meaning))[0]
    left_out = _cue("leaving_out").search(first)
    first = first[: left_out.start()] if left_out else first  # those are no kinds of it
    own = frozenset(content_words(statement.term)) | _anybody()
    kinds = [frozenset(content_words(kind)) - own for kind in _JOINED.split(first)]
    return [kind for kind in kinds if kind]


def _figures(statement: Statement) -> list[Figure]:
    """Return the figures of a meaning; "a day" is what is counted there and no length, "one person" is somebody."""
    return [figure for figure in statement.meaning_figures if not _counts_nothing(figure, statement.meaning)]


_OR_MORE = re.compile(r"\sor\s(?:longer|more|less)\b", re.IGNORECASE)


def _counts_nothing(figure: Figure, meaning: str) -> bool:
    if figure.text.lower() in ("a day", "the day"):
        return _OR_MORE.match(meaning.partition(figure.text)[2]) is None
    return figure.kind is FigureKind.COUNT and figure.text.lower() == "one"


def _figures_differ(a: Statement, b: Statement) -> bool:
    ours, theirs = figures_meant(a, beside=b), figures_meant(b, beside=a)
    return differing(ours, theirs, against_source=False) is not None


def figures_meant(one: Statement, *, beside: Statement) -> list[Figure]:
    """Return the figures of a meaning; where either meaning gives an age, "of 70 years or more" is one too."""
    figures = _figures(one)
    if any(figure.kind is FigureKind.AGE for figure in (*figures, *_figures(beside))):
        return [_as_age(figure, one.meaning) for figure in figures]
    return figures


_FEWER = re.compile(rf"\b(?:{'|'.join(load('bounds')['fewer'])})(?:\sthan)?\s$", re.IGNORECASE)


def _as_age(figure: Figure, meaning: str) -> Figure:
    """Read "a tenant of 70 years or more" and "a foal of less than six months" as ages, beside one."""
    if figure.kind is not FigureKind.TIME or figure.unit not in (Unit.YEAR, Unit.MONTH, Unit.WEEK):
        return figure
    before = meaning.partition(figure.text)[0]
    below = figure.bound is Comparator.AT_MOST and _FEWER.search(before) is not None
    return replace(figure, kind=FigureKind.AGE, value=figure.value - 1 if below else figure.value)
