"""What is kept and how it ends, in the words of every day: "torn up", "on the bonfire", "the recorder starts again"."""

import re

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import UNIT_WORDS, measure

SEASON = "season|summer|winter|spring|autumn|harvest"
UNIT = rf"(?P<unit>{UNIT_WORDS}|{SEASON})"
"""Pattern of what the keeping of a thing is told in: units of time, and seasons, which come once a year."""
_WORDS: dict[str, list[str]] = load("disposal")


def any_of(name: str) -> str:
    """Return the pattern of the words of one list of `disposal.toml`, the longest first of those that begin alike."""
    begins: dict[str, list[str]] = {}
    for words in sorted(_WORDS[name], key=len, reverse=True):
        first = words[0] if words[0].isalpha() and words[1:2] not in ("?", "*") else ""
        begins.setdefault(first, []).append(words[len(first) :])
    either = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in begins.items())
    return rf"(?<![\w-])(?:{either})(?![\w-])"


RECORDS = re.compile(any_of("records"), re.IGNORECASE)
"""Things that are kept, named."""

DESTROY = re.compile(
    r"\b(?:destroy\w*|destruction|delet\w+|eras\w+|shred\w*|dispos\w+|overwrit\w+|wipe[sd]?|"
    r"purge[sd]?|discard\w*|bins?|binned|"
    r"remov(?:e[sd]?|ing)\sfrom\s(?:the|his|her|their|your|its)\s(?:\w+\s)?(?:file|record|register)s?|"
    r"(?:record(?:s|ed)?|recording)\sover|throw\w*\saway|thrown\saway|weed(?:s|ed)?\sout)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"{DESTROY.pattern}|{any_of('ends')}", re.IGNORECASE)


def ends_in(text: str) -> re.Pattern[str]:
    """Return the pattern of the words that say in a text that something goes; more of them where a record is named."""
    return _ENDS if RECORDS.search(text) else DESTROY


def length(many: float, unit: str) -> tuple[float, Unit]:
    """Return how long so many of a unit or a season are: two winters are two years."""
    low = unit.lower()
    value, of, _ = measure(many, "year" if low in SEASON.split("|") else low, "")
    return value, of
