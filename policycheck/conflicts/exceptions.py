"""What a text takes out of its own rule, whom it lets off it, and what it goes on to allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of, whole
from policycheck.lexicon.verbs import irregular_forms, pasts
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

_I = re.IGNORECASE


class Way(StrEnum):
    """How a text lets a case go."""

    TAKEN_OUT = "taken_out"  # "unless the office is shut"
    LET_OFF = "let_off"  # "volunteers are excused"
    LEFT_FREE = "left_free"  # "but regulars may"
    ALLOWED = "allowed"  # the same in a sentence of its own: an exception to a ban alone
    REDEFINED = "redefined"  # "a phone call counts as notice": `words` are those of the term
    NO_ODDS = "no_odds"  # "whether or not they agree"


@dataclass(frozen=True, slots=True)
class Exempt:
    """A case that a text lets go: as written, its content words, and those of the rest of the text."""

    way: Way
    text: str
    words: frozenset[str]
    rest: frozenset[str]


@lru_cache(maxsize=8192)
def exempts(text: str) -> tuple[Exempt, ...]:
    """Return the cases that a text lets go, those it takes out by name first."""
    found = [
        Exempt(
            way,
            _closed(text[start:end].strip(" ,;:—–-.")),
            frozenset(content_words(text[case:end])),
            frozenset(content_words(f"{text[:start]} {text[end:]}")),
        )
        for way, start, case, end in (*_taken_out(text), *_let_go(text), *_no_odds(text))
    ]
    return tuple(one for one in (*found, *_redefined(text)) if one.words)


def _closed(words: str) -> str:
    """Return words without the closing bracket of one that opened before them."""
    return words[:-1] if words.endswith(")") and words.count(")") > words.count("(") else words


_TERM = r"[\"“‘']?(?!(?:what(?:ever)?|which|any|some|other|all|no|by|this|that|it)\b)(?P<term>[A-Za-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,1})[\"”’']?"  # noqa: E501 - one pattern
_REDEFINES = (
    re.compile(
        rf"\b(?:counts?|(?:is|are)\s(?:not\s)?(?:counted|treated|regarded|classed|seen|taken|accepted))\s(?:only\s)?as\s(?:an?\s)?{_TERM}",
        _I,
    ),
    re.compile(
        rf"(?:^|[.;]\s)(?:an?\s|the\s|by\s)?{_TERM}\s(?:means?\s|(?:does|do)\snot\s(?:include|cover|extend)\b|covers?\sonly\b|is\staken\sto\b)",
        _I,
    ),
)


def _redefined(text: str) -> Iterator[Exempt]:
    for form in _REDEFINES:
        for found in form.finditer(text):
            yield Exempt(
                Way.REDEFINED,
                text.strip(),
                frozenset(content_words(found["term"])),
                frozenset(content_words(text)),
            )


_Place = tuple[Way, int, int, int]


# "Paragraph 5 does not apply to ...": a case taken out of the provision that is named.
_NAMED_RULE = re.compile(r"\b[a-z]+s?\s\(?\d[\w.()]*\s$", _I)


# "At a place other than the main office" says where: it takes no case out.
_AT_ANOTHER = re.compile(
    r"\b(?:at|in|on|by|to|from|with|of)\san?\s(?:[\w-]+\s){0,2}(?!(?:case|situation|matter|event)\s)[\w-]+\s$",
    _I,
)


def _taken_out(text: str) -> Iterator[_Place]:
    for cue in _excepting().finditer(text):
        if cue[0].lower().endswith("apply") and _NAMED_RULE.search(text, 0, cue.start()):
            continue
        if cue[0].lower() == "other than" and _AT_ANOTHER.search(text, 0, cue.start()):
            continue
        before = text[: cue.start()].split()[-1:]
        if (
            cue[0].lower() == "apart from"
            and before
            and before[0].lower() in load("exceptions")["keeping_apart"]
        ):
            continue
        yield Way.TAKEN_OUT, cue.start(), cue.end(), _end(text, cue.end())
    for found in EXCEPTED.finditer(text):
        yield Way.TAKEN_OUT, found.start(), found.start("case"), found.end("case")


# "No dogs in the hall, guide dogs excepted", "lights are out by ten, New Year's Eve apart"; not "kept apart".
EXCEPTED = re.compile(
    r",\s(?P<case>[^,;.:]{3,80}?)(?<!\bnot)(?<!\bkept)(?<!\bset)(?<!\bheld)(?<!\bstored)\s(?:excepted|excluded|apart|aside)(?=[,;.:]|$)",
    _I,
)


def _let_go(text: str) -> Iterator[_Place]:
    """Yield the parts of a text, between its turns, that let somebody off or leave an act free."""
    turns = list(_turning().finditer(text))
    starts = [0, *(turn.end() for turn in turns)]
    # A turn that opens the text excepts from what was said before it, which is no rule of the other side.
    opened = ["", *(turn[0] if text[: turn.start()].strip() else "" for turn in turns)]
    for start, turn, after in zip(starts, opened, [*starts[1:], len(text)], strict=True):
        part = text[start:after]
        if part.rstrip().endswith("?"):
            continue
        if _said(part, "letting_off"):
            yield Way.LET_OFF, start, start, after
        elif _said(part, "leaving_free") and not _ONLY.search(part):
            yield (Way.LEFT_FREE if turn[-1:].isalpha() else Way.ALLOWED), start, start, after


def _no_odds(text: str) -> Iterator[_Place]:
    for cue in phrases_of("exceptions", "regardless").finditer(text):
        yield Way.NO_ODDS, cue.start(), cue.end(), _end(text, cue.end())


# "Where the race was not put off"; a ban's own "not" says of no case that it is left out.
_NOT_SO = re.compile(
    r"\b(?:if|where|when|provided\sthat|who|which|that|whose)\s[^,.;:]{0,60}?\b(?:not|never)\s(?P<case>[^,.;:]+)",
    _I,
)
_CASE = re.compile(r"[^,.;:]*")


@lru_cache(maxsize=8192)
def left_aside(text: str) -> tuple[frozenset[str], ...]:
    """Return the words for each case that a text names only to say that it is not of it: "not through the tenant"."""
    aside = [
        found[0]
        for cue in phrases_of("exceptions", "leaving_aside").finditer(text)
        if (found := _CASE.match(text, cue.end()))
    ]
    told = (*aside, *(found["case"] for found in _NOT_SO.finditer(text)))
    return tuple(words for case in told if (words := frozenset(content_words(case))))


def has_leeway(text: str) -> bool:
    """Tell whether a rule leaves some room itself: "without agreement", "unreasonably", "unless"."""
    return phrases_of("exceptions", "leeway").search(text) is not None


def excepts_elsewhere(rule: Statement) -> str:
    """Return the words by which a rule leaves its exceptions to another provision: "subject to paragraph (2)"."""
    if rule.reading is None:
        return ""
    named = [one.text for one in rule.reading.references]
    return next(
        (
            one
            for one in rule.reading.exceptions
            if one.lower().startswith(tuple(load("exceptions")["elsewhere"]))
            and any(ref in one for ref in named)
        ),
        "",
    )


def lets_off(text: str) -> bool:
    """Tell whether a text speaks of letting somebody off, or of refusing, itself."""
    return any(not _is_thing(text, cue) for cue in phrases_of("exceptions", "letting_off").finditer(text))


def is_of_will(words: frozenset[str]) -> bool:
    """Tell whether some content words name what somebody wants or agrees to."""
    return not words.isdisjoint(_will())


def makes_no_odds(text: str) -> bool:
    """Tell whether a text says of something that it does not matter."""
    return phrases_of("exceptions", "regardless").search(text) is not None


def _said(part: str, kind: str) -> bool:
    return any(
        not _denied(part[: cue.start()]) and not _continued(part, cue, kind)
        for cue in phrases_of("exceptions", kind).finditer(part)
    )


_DOING = re.compile(r"\s+\w+ing\b")


def _continued(part: str, cue: re.Match[str], kind: str) -> bool:
    """Tell "never go without asking" from doing without, "whoever may come" from leave, "who is refused" from a no."""
    if kind == "leaving_free":
        return _supposes(part[cue.end() :]) or not _telling().isdisjoint(part[: cue.start()].lower().split())
    if _is_thing(part, cue):
        return True
    if cue[0].lower().startswith(_PASSIVE) and _OF_WHOM.search(part, 0, cue.start()):
        return True
    return cue[0].lower().endswith("without") and _DOING.match(part, cue.end()) is not None


_OBJECT = re.compile(
    r"\s(?:the|an?|any|every|each|all|both|this|that|these|those|it|them|him|her|his|their|our|its|your|my|\w+ing)\b",
    _I,
)
_WHO_ACTS = re.compile(
    r"\b(?:to|may|can|could|will|would|shall|should|must|not|we|you|they|he|she|it|who|nobody|anyone|everyone)\s$",
    _I,
)
_THE = re.compile(r"\b(?:the|an?|any|every|each|all|no|this|these|those|their|our|its|your|\d+)\s$", _I)


def _is_thing(text: str, cue: re.Match[str]) -> bool:
    """Tell "two skips", which stand in a yard, from who "skips the check"."""
    if cue[0].lower() not in load("exceptions")["also_things"]:
        return False
    if _WHO_ACTS.search(text, 0, cue.start()):
        return False
    return _OBJECT.match(text, cue.end()) is None or bool(_THE.search(text, 0, cue.start()))


# "Whoever is turned down is told why", "where a claim is refused": of whom the rule is, and nothing that it lets go.
_PASSIVE = ("is ", "are ", "excused")
_OF_WHOM = re.compile(
    r"\b(?:who|whoever|which|that|where|if|when|why|before|after|to\sbe)\s(?:[\w’'-]+\s){0,4}$", _I
)


_SUPPOSED = re.compile(
    r"(?:\s+(?:also|still|often|\w+ly))*\s+(?P<be>be\s+(?:\w+ly\s+)?)?(?P<word>[\w-]+)", _I
)


def _supposes(after: str) -> bool:
    """Tell what may be so ("may be vulnerable", "can lead to") from what one may do ("may be shared")."""
    found = _SUPPOSED.match(after)
    if found is None:
        return False
    word = found["word"].lower()
    if found["be"]:
        return not (word.endswith(("ed", "en")) or word in pasts() or word in irregular_forms())
    return word in load("exceptions")["supposing"]


_ONLY = re.compile(r"\bonly\b", _I)
_BACK = 4  # words before a cue in which a denial still turns it round


def _denied(before: str) -> bool:
    part = _COMMA.split(before)[-1]  # "whoever said no, is excused"
    return not _denials().isdisjoint(re.findall(r"[\w’']+", part.lower().replace("’", "'"))[-_BACK:])


_COMMA = re.compile(r",\s")


_STOP = re.compile(r"[.;](?=\s|$)|\s[—–]\s")


def _end(text: str, position: int) -> int:
    stop = _STOP.search(text, position)
    return stop.start() if stop else len(text)


@cache
def _will() -> frozenset[str]:
    return frozenset(content_words(" ".join(load("exceptions")["will"])))


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("exceptions")["telling"])


@cache
def _denials() -> frozenset[str]:
    return frozenset(load("exceptions")["denying"])


@cache
def _excepting() -> re.Pattern[str]:
    """ "Save" takes something out before a case and after a comma; before anything else it is a verb."""
    of_case = "|".join(load("exceptions")["of_case"])
    plain = "|".join(load("exceptions")["of_plain_case"])
    save = "|".join(one for one in load("exceptions")["of_case"] if one != "the")
    named = whole(load("exceptions")["excepting"])
    return re.compile(
        rf"(?<!no )(?<!none ){named}|\b(?:save|saving)\s+(?:that\b|(?=(?:{save})\b))|,\s*(?:save|bar)\b(?!\s+and\b)|"
        rf"\b(?:but|though|although|however|yet)\s+(?:never|not)\s+(?=(?:{of_case})\b)|[,;—–]\s+not\s+(?=(?:{plain})\b)",
        _I,
    )


@cache
def _turning() -> re.Pattern[str]:
    anywhere, first = load("exceptions")["turning"], load("exceptions")["turning_first"]
    return re.compile(
        rf"{whole(anywhere)}|(?:,\s|\band\s){whole(first)}|[.;:!?](?=\s)|\s[—–]\s",
        _I,
    )
