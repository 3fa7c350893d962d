"""The words that decide modality, from the vocabulary files, ready for look-up by word."""

from functools import cache
from typing import Any

from policycheck.lexicon.data import load

Phrase = tuple[str, ...]
_NUMBERS = {
    "is": ("are",),
    "has": ("have",),
    "commits": ("commit",),
    "undertakes": ("undertake",),
    "agrees": ("agree",),
    "takes": ("take",),
}
_SHORTENED = ("is", "are", "do", "does")  # "isn't required to" for "is not required to"


@cache
def word_set(name: str, table: str = "words") -> frozenset[str]:
    """Return one list of the signals or the grammar file as a set; `table` is the TOML table it stands in."""
    source = load("grammar") if table == "grammar" else load("signals")
    return frozenset(source[table][name])


@cache
def signal_phrases() -> dict[str, list[tuple[Phrase, str]]]:
    """Map the first word of every signal to (phrase, modality name) pairs, longest phrase first."""
    table: dict[str, list[tuple[Phrase, str]]] = {}
    signals: dict[str, Any] = load("signals")
    for name in ("none", "obligation", "prohibition", "recommendation", "permission", "will"):
        for written in signals[name]:
            for phrase in _in_both_numbers(tuple(written.split())):
                table.setdefault(phrase[0], []).append((phrase, name))
    for pairs in table.values():
        pairs.sort(key=lambda pair: -len(pair[0]))
    return table


def _in_both_numbers(phrase: Phrase) -> list[Phrase]:
    forms = [phrase, *((plural, *phrase[1:]) for plural in _NUMBERS.get(phrase[0], ()))]
    shortened = [
        (f"{first}n't", *rest) for first, *rest in forms if rest[:1] == ["not"] and first in _SHORTENED
    ]
    return forms + [(first, *rest[1:]) for first, *rest in shortened]


@cache
def phrases_by_first(name: str, table: str) -> dict[str, list[Phrase]]:
    """Map the first word of every phrase of a list to the phrases."""
    found: dict[str, list[Phrase]] = {}
    for written in load("signals")[table][name]:
        phrase = tuple(written.split())
        found.setdefault(phrase[0], []).append(phrase)
    return found


def begins_with(words: Phrase, name: str, table: str) -> bool:
    """Tell whether the words begin with one of the phrases of a list."""
    if not words:
        return False
    return any(words[: len(phrase)] == phrase for phrase in phrases_by_first(name, table).get(words[0], ()))
