"""Who acts, named in passing: spoken to by name, handed the task, behind "by" with a name, or alone in a row's cell."""

import re
from collections.abc import Iterator
from functools import cache

from policycheck.lexicon.data import load
from policycheck.lexicon.roles import ends_in_role
from policycheck.matching.holders.doers import could_act
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_NAME = r"[A-Z][\w’'-]+"
_TITLED = rf"(?:{'|'.join(load('acting')['forms_of_address'])})\.?\s(?:and\s\w+\s)?{_NAME}(?:\s{_NAME})?"
_POST = r"(?:the|our|your|an?|its|their)\s[\w’'-]+(?:\s(?!(?:to|by|for|from|and|or|in|on|at|who|that)\b)[\w’'-]+){0,3}?"
_WHOEVER = r"(?:whoever|whichever\s[\w’'-]+|any(?:one|body)\s(?:who|with|on|in))\s[^.;:,]{2,40}?"
_WHO = rf"(?:{_TITLED}|{_POST}|{_WHOEVER})"
_STOP = r"(?=\s(?:to|at|in|on|who|and|until|when|if|while)\b|[.,;:]|$)"

_DOES = rf"(?:{'|'.join(load('acting')['handed_verbs'])})\b"
# "Stewards, you lock up", "you are the one to ask, team leader".
_SPOKEN_TO = (
    re.compile(
        rf"(?:^|[.!?;:]\s|—\s|–\s)(?P<who>{_NAME}(?:\s[\w’'-]+){{0,2}}),\s(?:it\sis\s|it[’']s\s)?(?:you|your|yours)\b"
    ),
    re.compile(
        r"\b(?:you|yours|yourself|your\s[\w’'-]+)\b[^.;:?!,]{0,60},\s(?P<who>[a-z][\w’'-]+(?:\s[\w’'-]+){0,2})(?=[.,;:!]|$)"
    ),
    re.compile(
        r"\b(?:as|being)\s(?:an?|the|our)\s(?P<who>[\w’'-]+(?:\s[\w’'-]+){0,2}?),?\s(?:you|it\sis\syour|it[’']s\syour)\b"
    ),
)
# "Leave it to Mrs Orme", "goes to whoever is on", "get the driver to sign", "let the cook decide".
_HANDED = (
    re.compile(
        rf"\b(?:[Ll]eave|[Ll]eft|[Ee]ntrust(?:ed)?|[Hh]anded)\s(?:[\w’'-]+\s){{0,6}}?to\s(?P<who>{_TITLED}|{_POST}|{_WHOEVER}){_STOP}"
    ),
    re.compile(
        rf"\b(?:is|are|[Ii]t[’']s)\s(?:a\s(?:job|task|matter)\s)?for\s(?P<who>{_TITLED}|{_WHOEVER})\sto\b"
    ),
    re.compile(
        rf"\b(?:goe?s?|falls?|down|is\sleft|are\sleft|up|belongs?)\s(?:back\s)?to\s(?P<who>{_TITLED}|{_WHOEVER}|the\ssame\s[\w’'-]+){_STOP}"
    ),
    re.compile(rf"\b(?:[Gg]et|[Aa]sk|[Tt]rust|[Hh]ave)\s(?P<who>{_TITLED}|{_POST})\s(?:to\s)?{_DOES}"),
    re.compile(rf"\b[Ll]et\s(?P<who>{_TITLED}|{_POST})\s{_DOES}"),
    re.compile(rf"\bby\s(?P<who>{_TITLED}|{_WHOEVER}){_STOP}"),
    re.compile(
        rf"\bby\s(?P<who>(?!(?:{'|'.join(load('acting')['no_names'])})\b){_NAME}\s(?:of|from|in|on)\s(?:the|our)\s[\w’'-]+(?:\s(?:team|desk|office|shift|crew))?)"
    ),
    re.compile(
        r"(?:^|[,;]\s(?:but\s|and\s|so\s)?)(?P<who>[\w’'-]+(?:\s(?!who\b|that\b)[\w’'-]+)?)\s(?:(?:who|that)\s[^,;.]{3,40}?\s)?[\w’'-]+(?:\s(?!(?:by|for|to)\b)[\w’'-]+){0,4}?\s(?:among\s|between\s|amongst\s)?themselves\b",
        _I,
    ),
    re.compile(rf"(?:^|[.!?;:]\s)(?P<who>{_TITLED})(?=\s[a-z]+s\b)"),
)
# "The note is hers to take": whoever the sentence is about.
_THEIRS = re.compile(
    r"\b(?:is|are)\s(?:hers|his|theirs)\b|\b(?:job|task|call|choice|decision)\sis\s(?:hers|his|theirs)\b", _I
)
_MARKS = re.compile(
    r"\b(?:you|your|yours|yourself|leave|left|entrust(?:ed)?|handed|for|to|by|get|have|ask|trust|let|themselves|"
    r"hers|his|theirs)\b|\b(?:mr|mrs|ms|miss|dr|fr|rev|father|sister|brother|cllr|sgt|canon|prof)\b",
    _I,
)


def named_in_passing(statement: Statement) -> tuple[str, ...]:
    """Return everybody whom a statement names in passing as acting; empty where it names nobody so."""
    if statement.is_row:
        return tuple(dict.fromkeys(_in_cells(statement.text)))
    if _MARKS.search(statement.text) is None:
        return ()
    return tuple(dict.fromkeys((*spoken_to(statement), *_in_text(statement))))


def spoken_to(statement: Statement) -> tuple[str, ...]:
    """Return whom a text speaks to by name: "Stewards, you lock up"."""
    if statement.is_row or "you" not in statement.text.lower():
        return ()
    return tuple(_named_by(_SPOKEN_TO, statement.text))


def _named_by(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            who = found["who"].strip()
            if _HELD_BACK.search(text, 0, found.start()) or who.split()[-1].lower() in _set("served"):
                continue
            if _IS_SOMEBODY.match(who) or names_somebody(who):
                yield who


_HELD_BACK = re.compile(
    r"(?:\b(?:not|never|nobody|nor|without|rather\sthan|instead\sof)|n[’']t)\s(?:to\s)?$", _I
)


def _in_text(statement: Statement) -> Iterator[str]:
    yield from _named_by(_HANDED, statement.text)
    if _THEIRS.search(statement.text) and statement.said is not None and statement.said.duty_holder:
        yield statement.said.duty_holder


_IS_SOMEBODY = re.compile(
    rf"(?:{_TITLED}|(?i:whoever|whichever|anyone|anybody)\b|{_NAME}\s(?:of|from|in|on)\s)"
)
_IN_CELL = re.compile(
    rf"(?:(?P<title>{_TITLED})|(?P<whoever>(?i:whoever\s[^;]{{2,60}}))|(?P<name>[A-Z][\w.’'-]*)\s\((?P<post>[\w’'\s-]{{3,30}})\)|"
    r"(?P<who>(?:[Tt]he\s|[Oo]ur\s|[Aa]n?\s|[Yy]our\s)?[A-Za-z][\w’'-]+(?:\s(?!(?:in|on|at|of|for|with|when|if|who)\b)[\w’'-]+){0,2}))"
    r"(?:,|\s(?:in|on|at|of|from|for|with|when|if|who)\b[^,;]*,?|$|\s\()"
)


def _in_cells(text: str) -> Iterator[str]:
    """Yield who stands alone in a cell after the first, under any column but one of those who are told or meant."""
    for place, cell in enumerate(text.split(";")):
        name, colon, value = cell.partition(":")
        if not place or not colon or is_column_of_others(name):
            continue
        found = _IN_CELL.match(value.strip())
        if found is None:
            continue
        post = found["post"]
        if post is not None:
            if names_somebody(post):
                yield post
        elif found["title"] or found["whoever"]:
            yield (found["title"] or found["whoever"]).strip()
        elif _is_post(found["who"]):
            yield found["who"]


def _is_post(phrase: str) -> bool:
    """Tell whether a phrase is sure to name a post: a word of the vocabulary, not one that only sounds like one."""
    last = phrase.lower().split()[-1]
    known = {last, last.removesuffix("s")} & (_set("hands") | _set("professions") | _set("laymen"))
    return bool(known - _set("places")) or (ends_in_role(phrase) and last not in _set("places"))


@cache
def _column_of_others() -> re.Pattern[str]:
    others = "|".join(load("acting")["columns_of_others"])
    return re.compile(rf"^\s*(?:to|for)\b|\b(?:to|for)\s*$|\b(?:{others})\b", _I)


def is_column_of_others(name: str) -> bool:
    """Tell whether a column names those who are told, served or meant, or what a thing is for."""
    return _column_of_others().search(name) is not None


def names_somebody(phrase: str) -> bool:
    """Tell whether a phrase can name a person, a post or a body, in everyday words too."""
    last = phrase.lower().split()[-1:]
    if not last:
        return False
    single = last[0].removesuffix("s")
    known = last[0] in _set("hands") or single in _set("professions") or last[0] in _set("laymen")
    return known or ends_in_role(phrase) or could_act(phrase)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("acting")[name])
