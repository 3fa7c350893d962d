"""For whom alone a text keeps an act: "by the warden alone", "in person", "and by nobody else", "by no deputy"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policycheck.domain.obligations import Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.doers import approvers, could_act, doers
from policycheck.matching.holders.independence import holder_means
from policycheck.matching.holders.names import title
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
    r"(?:nobody|no[\s-]one|none)\s(?:else|other|(?:in|at|from|on)\s(?:the|an?|our)\s\w+)|(?:to|for|by|with)\s(?:nobody|no[\s-]one)\selse|no\s(?:other|deputy|member|assistant|substitute)(?:\s\w+)?|"
    r"not\s(?:by\s|to\s|for\s)?any(?:one|body)?\s(?:else|other)"
)
# Each names whom an act is kept for.
_NAMING = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # "The decision is the keeper's alone"
        r"\b(?:is|are)\s(?P<who>(?:the|an?|its|our)\s[\w-]+(?:\s[\w-]+){0,4}?)(?:['’]s|s['’])\salone\b",
        rf"\b{_BY}\s{_ONE}\s(?:alone|only|in\sperson|personally|exclusively|solely)(?=[\s.,;:]|$)",
        rf"\b{_BY}\s{_ONE},?\sand\s(?:{_BY}\s)?(?:{_OTHERS})\b",
        rf"\b(?:only|solely|exclusively|by\snone\sbut)\s(?:by|to|with|for)\s{_WHO}(?=[.,;:]|\s(?:who|that|on|in|at|with|holding)\b|$)",
        rf"^{_WHO},?\s(?:alone|only|(?:and|but)\s(?:{_OTHERS})),?\s\w",
        rf"^only\s{_WHO}(?:,\s[^,;.]{{3,60}},)?\s(?:may|can|must|shall|will|is|are|has|have|[a-z]+[^s\W]s)\b",
        # "By a doctor, and by no one who is not a doctor"; "on the signature of a director and not otherwise"
        rf"\b{_BY}\s{_ONE},?\sand\s(?:{_BY}\s)?(?:nobody|no[\s-]one|no\sperson)\swho\sis\snot\b",
        rf"\b{_BY}\s{_ONE},?\sand\s(?:not\sotherwise|in\sno\sother\sway|never\sotherwise)\b",
        # "By the judge and not by a clerk": between the two it is told whose it is
        rf"\b{_BY}\s{_ONE},?\s(?:and\s|but\s)?(?:not|never)\s(?:by|to|with|for)\s(?:an?|the|any|his|her|their|its|our)\s",
        # "Nobody but the warden opens it"; "the only person who may open it is the warden"
        rf"\b(?:nobody|no[\s-]one|none|no\s(?:member\sof\sstaff|officer|employee|other\s\w+))\s(?:else\s)?(?:but|except|other\sthan|save|apart\sfrom|besides)\s{_WHO}"
        r"(?=[.,;:]|\s(?:shall|may|must|can|is|are|has|have|does|do|will|gets?|goes|ever|[a-z]+[^s\W]s)\b|$)",
        rf"\bthe\sonly\s(?:person|one|member\sof\sstaff|people|officer|[\w-]+)\s(?:who|that|to|allowed|permitted)\b[^.;]{{0,60}}?\sis\s{_WHO}(?=[.,;:]|$)",
        rf"^{_WHO}\s(?:is|are)\sthe\sonly\s(?:person|one|ones|people|member\sof\sstaff)\s(?:who|that|to|allowed|permitted)\b",
        # "In the charge of a steward, and entrusted to no one else"
        rf"\bin\sthe\s(?:charge|care|hands|keeping)\sof\s{_ONE},?\sand\s(?:\w+\s){{0,4}}?(?:{_BY}\s)?(?:{_OTHERS})\b",
        rf"\b(?:rests|lies|sits)\swith\s{_ONE},?\sand\s[^.;]{{0,40}}?\bno\sother\sperson\b",
        rf"\b(?:nobody|no[\s-]one|no\sperson|none)\s[^.;,]{{2,60}}?\s(?:except|but|save|other\sthan|apart\sfrom|bar)\s(?:for\s)?{_ONE}(?=[.,;:]|\s(?:who|that|on|in|at|with|holding|may|can|is)\b|$)",
        rf"^{_WHO},?\s(?:and|but)\s(?:(?:he|she|they|it)\s(?:only|alone)|only\s(?:he|she|they)|no\s(?:other|one\selse)|nobody\selse),?\s",
        rf"\b(?:hands?|eyes?|signature|key|pen)\s(?:but|except|other\sthan)\s(?:those\sof\s|that\sof\s)?{_ONE}(?=[.,;:]|$)",
        rf"\b(?:is|are|remains?)\s(?:the\s(?:sole\s)?preserve\sof|reserved\s(?:to|for))\s{_ONE}(?=[.,;:]|$)",
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
        for found in _each(pattern, statement.text):
            whom = tuple(
                one
                for one in _AND.split(found["who"])
                if title(one) and could_act(_opening(one).replace("responsible ", ""))
            )
            if whom:
                return Kept(found[0].strip(" ,"), (*whom, *_meant(statement, whom)))
    plain = _PLAIN.search(_FACE_TO_FACE.sub(r"\g<telling>", statement.text))
    whom = tuple(one for one in (*doers(statement), *approvers(statement)) if title(one)) if plain else ()
    whom = tuple(one for one in whom if not re.match(r"(?:no|any)\b", one, _I))
    return Kept(plain[0], whom) if plain and whom else None


def _meant(statement: Statement, whom: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom the document means by a name for whom an act is kept: a practitioner is "a nurse or a doctor"."""
    means = holder_means(statement)
    return tuple(one for one in _AND.split(means) if title(one)) if len(whom) == 1 else ()


# Whoever is told in person is told face to face, by whomever.
_FACE_TO_FACE = re.compile(
    rf"(?P<telling>\b(?:{'|'.join(load('acting')['face_to_face'])})\b(?:\s[\w’'-]+){{0,8}}?)\sin\sperson\b",
    _I,
)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, those too that begin within another: "on the word of the keeper"."""
    found = pattern.search(text)
    while found is not None:
        yield found
        found = pattern.search(text, found.start() + 1)


# "A qualified electrician" is somebody as much as "an electrician registered under the Act".
_ARTICLE = re.compile(r"^(?:the|an?|any|each|our|its|their|your)\s+", _I)
_STOPS = re.compile(
    r"\b(?:who|whose|which|that|with|in|at|on|from|for|not|holding)\b|"
    r"(?<=\w)(?<!ly)\s(?:entered|named|listed|appointed|employed|authorised|registered|trained|approved|qualified|designated|nominated|chosen|certified)\b",
    _I,
)


def _opening(phrase: str) -> str:
    return _STOPS.split(_ARTICLE.sub("", phrase))[0].strip()


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


_QUALIFIED = re.compile(
    r"\bonly\s(?:[\w’'-]+\s){1,4}?(?:with|holding|having|(?:who|that)\s(?:has|have|holds?|carr(?:y|ies)|is|are))\s"
    r"(?P<what>[^,;:.]{3,60}?)\s(?:may|can|must|shall|should|will|is|are)\b",
    _I,
)
_LACKING = re.compile(r"\b(?:not|no|never|without|lacks?|lacking)\b|n['’]t\b", _I)


def asks_for_what_admits(one: Statement, other: Statement) -> bool:
    """Tell whether one side lets act only those who have a thing, and the other asks for it or bars those without.

    "Drivers must hold a licence", "who does not hold one must not drive" and "only those with one may" are one rule.
    """
    return _asks_for(one, other) or _asks_for(other, one)


def _asks_for(asks: Statement, admits: Statement) -> bool:
    admitted = _QUALIFIED.search(admits.text)
    if admitted is None or asks.said is None or _LACKING.search(admits.text):
        return False
    wanted = families(content_words(admitted["what"]))
    if not wanted or not wanted <= families(asks.words):
        return False
    lacking = _LACKING.search(asks.text) is not None
    return lacking if forbids(asks.said) else asks.said.modality is Modality.OBLIGATION and not lacking
