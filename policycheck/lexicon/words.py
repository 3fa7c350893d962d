"""Words reduced to what they mean: stop words dropped, endings cut, synonyms under one name."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.verbs import irregular_forms

_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_LONGEST_PHRASE = 5
_LONGEST_GAP = 7
_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")
_KEEP_S = ("ss", "us", "is")
# Endings that make a noun or an adverb of a verb, cut only where enough of the word is left.
_ENDINGS = (
    ("fulness", ""), ("isation", "is"), ("ization", "is"), ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""),
    ("nesses", ""), ("ness", ""), ("ingly", ""), ("edly", ""), ("ally", "al"), ("ily", "y"), ("ly", ""),
)  # fmt: skip
_SMALLEST_STEM = 4


@cache
def stop_words() -> frozenset[str]:
    """Return the words that carry no meaning of their own."""
    return frozenset(load("stopwords")["stop"].split())


@cache
def boilerplate_words() -> frozenset[str]:
    """Return the words that say there is a rule, a figure or a date, not what the rule is about."""
    return frozenset(load("stopwords")["boilerplate"].split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut plural, tense and common noun endings: "reviews", "reviewed", "reviewing" all give "review"."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    word = _irregular().get(word, word)
    if len(word) <= 3:
        return word
    word = _cut_tense(_cut_plural(word))
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SMALLEST_STEM:
            word = word.removesuffix(ending) + instead
            break
    return word.removesuffix("e") if len(word) > 3 and not word.endswith("ee") else word


@cache
def _irregular() -> dict[str, str]:
    return {**irregular_forms(), **load("stopwords")["irregular"]}


def _cut_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_KEEP_S):
        return word[:-1]
    return word


def _cut_tense(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= 3 and _VOWEL.search(left):
            return left[:-1] if left.endswith(_DOUBLED) else left
    return word


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for name in ("synonyms", "synonyms_children") for group in load(name)["groups"])


SYNONYMS: tuple[tuple[str, ...], ...] = _groups()
"""The groups as written, general ones first; the first word names the group."""


@cache
def _singles() -> dict[str, str]:
    """Map a stem to the stem that names its group; the first group to claim a word keeps it."""
    names: dict[str, str] = {}
    for group in SYNONYMS:
        head = _head_name(group[0])
        for word in group:
            if " " not in word:
                names.setdefault(stem(word), head)
    return names


def _head_name(head: str) -> str:
    return "-".join(stem(word) for word in head.split())


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for group in SYNONYMS:
        for phrase in group:
            if " " in phrase:
                names.setdefault(tuple(map(stem, phrase.split())), _head_name(group[0]))
    return names


@cache
def _first_stems() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """Return the stem that stands for the word and all its synonyms: canonical("told") == canonical("inform")."""
    if " " in word.strip():
        return _phrases().get(tuple(map(stem, word.split())), stem(word))
    return _singles().get(stem(word), stem(word))


@cache
def _dropped() -> frozenset[str]:
    return stop_words() | boilerplate_words()


def content_words(text: str) -> list[str]:
    """Return the canonical stems of the words that say what a text is about, in order, with repeats.

    Figures, modal verbs, units of time, stop words and legal boilerplate are left out.
    """
    return list(_content_words(text))


@lru_cache(maxsize=8192)
def _content_words(text: str) -> tuple[str, ...]:
    words = _WORD.findall(text.lower().replace("’", "'"))
    stems = [stem(word) for word in words]
    return tuple(_canonical_words(words, stems))


def _canonical_words(words: list[str], stems: list[str]) -> Iterator[str]:
    gapped, opening, dropped = _gapped(), _first_stems(), _dropped()
    position = 0
    taken: set[int] = set()
    while position < len(words):
        if position in taken:
            position += 1
            continue
        if stems[position] in gapped:
            gap, name = _gapped_at(stems, position)
            if gap:
                taken.add(position + gap)
                yield name
                position += 1
                continue
        length, name = _phrase_at(stems, position) if stems[position] in opening else (0, "")
        if length:
            yield name
        elif words[position] not in dropped and len(words[position]) > 1:
            yield canonical(words[position])
        position += max(length, 1)


@cache
def _gapped() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for name, first, second in load("synonyms")["gapped"]:
        table.setdefault(stem(first), {})[stem(second)] = _head_name(name)
    return table


def _gapped_at(stems: list[str], start: int) -> tuple[int, str]:
    """Return how far on the second word of a split phrase stands ("let the parent know"), (0, "") for none."""
    seconds = _gapped().get(stems[start])
    for gap in range(1, min(_LONGEST_GAP, len(stems) - start) if seconds else 0):
        if seconds and stems[start + gap] in seconds:
            return gap, seconds[stems[start + gap]]
    return 0, ""


def _phrase_at(stems: list[str], start: int) -> tuple[int, str]:
    """Return the length and the name of the longest known phrase that begins here, (0, "") for none."""
    for length in range(min(_LONGEST_PHRASE, len(stems) - start), 1, -1):
        name = _phrases().get(tuple(stems[start : start + length]))
        if name:
            return length, name
    return 0, ""
