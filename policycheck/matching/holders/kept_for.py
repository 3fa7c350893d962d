"""For whom alone a text keeps an act: "by the warden alone", "in person", "and by nobody else", "by no deputy"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.doers import approvers, could_act, doers
from policycheck.matching.holders.exclusions import title
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_WHO = r"(?P<who>(?:the|an?|its|our|their|your|each|any|two)?\s?[\w’'-]+(?:\s[\w’'-]+){0,7}?)"
# The same without a word that opens another: "by the keeper to a constable".
_ONE = (
    r"(?P<who>(?:the|an?|its|our|their|your|each|any|two)?\s?[\w’'-]+"
    r"(?:\s(?!(?:by|to|from|upon|with)\b)[\w’'-]+){0,7}?)"
)
_BY = r"(?:by|to|with|for|of|from|upon|on|rests\swith|lies\swith)"
_OTHERS = (
    r"(?:nobody|no[\s-]one|none)\s(?:else|other|(?:in|at|from|on)\s(?:the|an?|our)\s\w+)|no\s(?:other|deputy|member|assistant|substitute)(?:\s\w+)?|"
    r"not\s(?:by\s|to\s|for\s)?any(?:one|body)?\s(?:else|other)"
)
# Each names whom an act is kept for.
_NAMING = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"\b{_BY}\s{_ONE}\s(?:alone|only|in\sperson|personally|exclusively|solely)(?=[\s.,;:]|$)",
        rf"\b{_BY}\s{_ONE},?\sand\s(?:{_BY}\s)?(?:{_OTHERS})\b",
        rf"\b(?:only|solely|exclusively|by\snone\sbut)\s(?:by|to|with|for)\s{_WHO}(?=[.,;:]|\s(?:who|that|on|in|at|with|holding)\b|$)",
        rf"^{_WHO}\s(?:alone|only|and\s(?:nobody|no[\s-]one)\selse)\s\w",
        rf"\b(?:nobody|no[\s-]one|no\sperson|none)\s[^.;,]{{2,60}}?\s(?:except|but|save|other\sthan|apart\sfrom|bar)\s(?:for\s)?{_ONE}(?=[.,;:]|\s(?:who|that|on|in|at|with|holding|may|can|is)\b|$)",
        rf"^{_WHO},?\s(?:and|but)\s(?:(?:he|she|they|it)\s(?:only|alone)|only\s(?:he|she|they)|no\s(?:other|one\selse)|nobody\selse),?\s",
        rf"\b(?:hands?|eyes?|signature|key|pen)\s(?:but|except|other\sthan)\s(?:those\sof\s|that\sof\s)?{_ONE}(?=[.,;:]|$)",
        rf"\b(?:is|are|remains?)\s(?:the\s(?:sole\s)?preserve\sof|reserved\s(?:to|for))\s{_ONE}(?=[.,;:]|$)",
        rf"^only\s{_WHO}\s(?:may|can|must|shall|will|is|are|has|have)\b",
        rf"\b(?:sole|exclusive)\s(?:charge|responsibility|custody|care|duty|task|job|right|authority)\sof\s{_WHO}(?=[.,;:]|$)",
        rf"\b(?:in|remain\sin|stay\sin)\sthe\s(?:possession|custody|keeping|charge)\sof\s{_WHO}(?=[.,;:]|$)",
        rf"\b(?:any|no)\sperson\sother\sthan\s{_WHO}(?=[.,;:]|\s(?:shall|may|must|can|who|that)\b|$)",
        rf"\b(?:not|no|never)\b[^.;]{{0,90}}\s(?:save|except|other\sthan|otherwise\sthan|but)\s(?:by|with|on\sthe\s(?:authority|orders?|word)\sof|under\sthe\shand\sof)\s{_WHO}(?=[.,;:]|\s(?:who|that|holding)\b|$)",
        rf"\b{_WHO},?\s(?:who|which)\s(?:alone|shall\snot\sdelegate|may\snot\sdelegate|must\snot\sdelegate)\b",
    )
)
# These keep it for whoever the text gives it to.
_PLAIN = re.compile(
    r"\bin\sperson\b|\bpersonally\b|\b(?:himself|herself|themselves)(?=[.,;]|$)|\bnot\s(?:be\s)?delegate|\bdelegated\sto\s(?:nobody|no[\s-]one)|"
    r"\b(?:by|to|for)\s(?:nobody|no[\s-]one)\selse|\b(?:by|to|for)\s(?:any|no)\sother\s(?:person|officer|member|employee)|\bby\sno\s(?:deputy|assistant|agent|member)|\bupon\swhom\salone|"
    r"\bno\s(?:[\w-]+\sor\s)?(?:deputy|assistant|agent|substitute|recording)\s(?:shall|may|must|can)\b|\bon\s[^.;,]{3,30}behalf\sis\s(?:of\sno\seffect|void|invalid|not\s)",
    _I,
)
_ONLY_CELL = re.compile(r"\b(?:only|alone|nobody\selse|no[\s-]one\selse|in\sperson)\b", _I)
_AND = re.compile(r"\s(?:or|and)\s(?:by\s)?|,\s", _I)


@dataclass(frozen=True, slots=True)
class Kept:
    """The words by which an act is kept for somebody, and whom."""

    written: str
    whom: tuple[str, ...]


@lru_cache(maxsize=8192)
def kept_for(statement: Statement) -> Kept | None:
    """Return for whom alone a statement keeps its act, None where it does not."""
    if statement.said is None:
        return None
    if statement.is_row:
        return _of_row(statement)
    for pattern in _NAMING:
        for found in pattern.finditer(statement.text):
            whom = tuple(
                one
                for one in _AND.split(found["who"])
                if title(one) and could_act(_opening(one).replace("responsible ", ""))
            )
            if whom:
                return Kept(found[0].strip(" ,"), whom)
    plain = _PLAIN.search(statement.text)
    whom = tuple(one for one in (*doers(statement), *approvers(statement)) if title(one)) if plain else ()
    whom = tuple(one for one in whom if not re.match(r"(?:no|any)\b", one, _I))
    return Kept(plain[0], whom) if plain and whom else None


_STOPS = re.compile(r"\b(?:who|whose|which|that|with|in|at|on|from|for|not|holding)\b", _I)


def _opening(phrase: str) -> str:
    return _STOPS.split(phrase)[0].strip()


def _of_row(statement: Statement) -> Kept | None:
    """A row whose column, or whose cell, shuts out the rest: "Only by: the arborist", "the smith, nobody else"."""
    for cell in statement.text.split(";"):
        if not _ONLY_CELL.search(cell):
            continue
        value = cell.partition(":")[2].strip()
        whom = tuple(
            one for one in acting(statement) if one in value and title(one) and not _ONLY_CELL.search(one)
        )
        if whom:
            return Kept(cell.strip(), whom)
    return None
