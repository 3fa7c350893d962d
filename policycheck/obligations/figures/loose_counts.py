"""Counts told in passing: "two to a cell", "a dozen each", "all seven", "TWO at the bedside", "if a third arrives"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator
from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.few import Few
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, has_number, read_number, read_ordinal
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_WORDS: dict[str, float] = {word: float(many) for word, many in load("few")["bare"].items()}
_CUES = telling_words(_WORDS)
_NAMED = "|".join(re.escape(word).replace("'", "['’]") for word in sorted(_WORDS, key=len, reverse=True))
_N = rf"(?<![£\w.,/-])(?P<number>{_NAMED}|{NUMBER})"
_END = (
    r"(?=\s?(?:$|[.;:)|!?](?!\d)|,(?!\d))|"
    r"\s(?:and|or|but|if|when|unless|while|where|without|because|so|on|in|at|for|to)\s"
    r"(?:the|an?|any|no|it|you|your|them|one|hand|duty|all|board)\b)"
)
_CAP = (
    r"(?P<cap>,?\s(?:tops|max(?:imum)?|at\s(?:the\s)?most|(?:and\s)?no\smore|only|"
    r"is\sthe\s(?:limit|most|number|maximum)))"
)
_UNIT = (
    r"(?!\s(?:(?:working\s)?(?:minute|min|hour|day|night|week|month|year|term)|"
    r"o['’]clock|p\.?m|a\.?m|per\s?cent|pounds|pence|mph|miles?|degrees?)s?\b)"
)
_FORMS = (
    # "Two to a cell", "four to a table"
    re.compile(
        rf"{_N}\sto\s(?:an?|each|every)\s(?!(?:minute|hour|day|night|week|month|year|term|quarter)\b)[a-z]+", _I
    ),
    # "Up to a baker's dozen"
    re.compile(rf"\bup\sto\s(?P<number>{_NAMED}){_END}", _I),
    # "A dozen each", "three apiece", "thirty odd", "fifteen tops"
    re.compile(
        rf"{_N}(?:{_CAP}|[\s-](?:each|apiece|per\shead|a\shead|at\sa\stime|at\sonce|all\stold|in\sall|or\sso|odd|"
        r"will\sdo|is\s(?:enough|plenty|ample)))\b(?!\s[a-z]+s\b)",
        _I,
    ),
    # "All seven", "the other three"
    re.compile(rf"\b(?:all|the\sother|just\sthe|only\sthe)\s{_N}{_END}", _I),
    # "You still have eight in the box", "we stop at twelve", "when the clicker says one-fifty"
    re.compile(
        rf"\b(?:ha(?:ve|s)|needs?|wants?|leaves?|keeps?|allows?|sends?|puts?|uses?|brings?|makes?|lets?\sin|runs?\sto|goes\sup\sto|(?:stop|draw\sthe\sline|cap|count)s?\sat|(?:says?|reads?|shows?|averages?|reach(?:es)?|hits?))\s"
        rf"(?:only\s|just\s|still\s|about\s|at\sleast\s|up\sto\s)?{_N}{_END}",
        _I,
    ),
    # "TWO at the bedside.", "Four on the door has always done us", "Twenty is the number"
    re.compile(
        rf"(?:^|[.!?:]\s){_N}\s(?:at|on|in|is|are|will|has|have|does|do|per|by)\s(?!(?:the\s(?:morning|afternoon|evening|dot)|all|order|time)\b)",
        _I,
    ),
    # "family x 4"
    re.compile(r"\b[a-z]+\s[x×]\s?(?P<number>\d{1,3})\b(?!\s?(?:[.x×]|m\b|cm\b|mm\b|ft\b))", _I),
)  # fmt: skip
# "If a third arrives, somebody leaves": two is the most.
_ONE_TOO_MANY = re.compile(
    rf"\b(?:if|when|should|once)\s(?:an?|any)\s(?P<place>{ORDINAL})\s(?:one\s|person\s|comes?\s)?(?:is\s|are\s)?(?:arrives?|comes?|turns?\sup|joins?|tried|tries|wants?|wanted|asks?|asked|shows?|appears?|pops?)\b",
    _I,
)
# No number is too large: "as many oars as you like".
_NO_LIMIT = re.compile(
    r"\bas\smany\s(?P<noun>[a-z’'-]+)\sas\s(?:you|they|he|she|we|people|anyone|anybody)\s(?:likes?|wants?|wish(?:es)?|pleases?|cares?|fanc(?:y|ies)|needs?)\b|"
    r"\bno\slimit\s(?:on|to)\s(?:how\smany|the\snumber\sof)\s(?P<these>[a-z’'-]+)",
    _I,
)
_FOLD = {"duplicate": 2.0, "triplicate": 3.0, "quadruplicate": 4.0}
_IN_FOLD = re.compile(rf"\bin\s(?P<fold>{'|'.join(_FOLD)})\b", _I)
_OF_TIME = re.compile(
    r"\b(?:aged?|years?|o[’']clock|until|till|past|page|section|paragraph|room|number|table|stage|step)\b[^.;:]{0,24}$",
    _I,
)
_LARGEST = 2000
_ANY = 1e6


def find_loose_counts(text: str) -> Iterator[Span[Few]]:
    """Yield counts that have no noun of their own, with their places."""
    words = words_in(text)
    if has_number(text) or not words.isdisjoint(_CUES):
        for form in _FORMS:
            for found in form.finditer(text):
                yield from _read(found)
    for found in _IN_FOLD.finditer(text) if not words.isdisjoint(_FOLD) else ():
        yield Span(found.start(), found.end(), Few(_FOLD[found["fold"].lower()], "copy"))
    for found in _NO_LIMIT.finditer(text) if "many" in words or "limit" in words else ():
        yield Span(found.start(), found.end(), Few(_ANY, counted_thing(found["noun"] or found["these"])))
    if words.isdisjoint(("if", "when", "should", "once")):
        return
    for found in _ONE_TOO_MANY.finditer(text):
        place = read_ordinal(found["place"])
        if place > 1:
            yield Span(found.start("place"), found.end("place"), Few(place - 1, "", Comparator.AT_MOST))


_IS_UNIT = re.compile(_UNIT)


def _read(found: re.Match[str]) -> Iterator[Span[Few]]:
    told = found["number"].lower().replace("’", "'")
    value = _WORDS.get(told) or read_number(told)
    if value is None or not 0 < value <= _LARGEST or (value == 1 and found.re is not _FORMS[2]):
        return
    if _OF_TIME.search(found.string[: found.start("number")]) or not _IS_UNIT.match(
        found.string, found.end("number")
    ):
        return
    bound = Comparator.AT_MOST if "cap" in found.groupdict() and found["cap"] else None
    yield Span(found.start("number"), found.end("number"), Few(value, "", bound))
