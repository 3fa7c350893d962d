"""What a text says makes no odds: "whether or not she asks", "asked or not", "even if it rains"."""

import re

_I = re.IGNORECASE
_OPENS = r"(?:whether\sor\snot|even\s(?:if|when|where|though))\b"
_NO_ODDS = re.compile(
    rf"\b{_OPENS}\s(?P<what>[^.,;:()|—–]+)|"
    r"\bwhether\s(?P<named>[^.,;:()|—–]{2,80}?)\sor\snot\b|"
    r"\b(?P<done>[\w’'-]+)\sor\snot(?=\s*(?:[.,;:)|—–]|$))|"
    r"\b(?P<thing>[\w’'-]+)\sor\sno\s(?P=thing)\b",
    _I,
)
# "Records whether or not she agreed", "decides whether or not to hear it": what is told or chosen.
_TOLD = re.compile(
    r"\b(?:decid|determin|consider|ask|enquir|inquir|record|stat|say|said|tell|told|check|assess|not|show|know|see|find|establish|ascertain|"
    r"confirm|explain|indicat|specif|advis|inform|judg|review|about|on|of|as\sto)\w*\s(?:[\w’'-]+\s){0,3}$",
    _I,
)
_OPENING = re.compile(_OPENS, _I)
_OR_NOT = re.compile(r"(?<=\bwhether)\sor\snot\b", _I)


def makes_no_odds(case: str) -> bool:
    """Tell "whether or not she asks", which takes nothing out of a rule, from a case that does: "unless she asks"."""
    return _OPENING.match(case) is not None


def no_odds_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a text says makes no odds: as written, and the words for it; not what is to be told or chosen."""
    return tuple(
        (found[0], next(group for group in found.groups() if group))
        for found in _NO_ODDS.finditer(text)
        if not (found[0].lower().startswith("whether") and _TOLD.search(text, 0, found.start()))
    )


def without_no_odds(text: str) -> str:
    """Return a text without what makes no odds: for whom and when a rule is, is in the rest of it."""
    return _NO_ODDS.sub(" ", text)


def without_or_not(text: str) -> str:
    """Return a text without the "or not" that denies nothing."""
    return _OR_NOT.sub("", _NO_ODDS.sub(_as_named, text))


def _as_named(found: re.Match[str]) -> str:
    return f"whether {found['named']}" if found["named"] else found["done"] or found[0]
