"""Finds the words of two quotations that tell them apart, for the eye to rest on; it judges nothing."""

import re
import tomllib
from difflib import SequenceMatcher
from importlib.resources import files

Span = tuple[int, int]
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+(?:['’-][^\W\d]+)*|[%£]")
_SHARED_ENOUGH = 0.45  # below this the two are worded apart, and marking most of both helps nobody
_VOCABULARY = tomllib.loads((files("policycheck_ui") / "telling_words.toml").read_text(encoding="utf-8"))
_TELLING = frozenset(_VOCABULARY["duty"] + _VOCABULARY["time"])
_FIGURES: dict[str, str] = _VOCABULARY["figures"]


def differing_words(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """Return the spans, as offsets into each text, of the words that differ.

    Figures, time units and words of duty that only one side has come first; where there are none and the
    two share most of their words, all words that differ.
    """
    words_a, words_b = _read(a), _read(b)
    telling = _telling_only(words_a, words_b), _telling_only(words_b, words_a)
    if any(telling):
        return _joined(telling[0], a), _joined(telling[1], b)
    matcher = SequenceMatcher(
        None, [word for word, _ in words_a], [word for word, _ in words_b], autojunk=False
    )
    if matcher.ratio() < _SHARED_ENOUGH:
        return [], []
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    spans_a = [span for _, i, j, _, _ in changes for _, span in words_a[i:j]]
    spans_b = [span for _, _, _, i, j in changes for _, span in words_b[i:j]]
    return _joined(spans_a, a), _joined(spans_b, b)


def _read(text: str) -> list[tuple[str, Span]]:
    found = ((match.group().casefold(), match.span()) for match in _WORD.finditer(text))
    return [(_FIGURES.get(word, word), span) for word, span in found]


def _telling_only(words: list[tuple[str, Span]], others: list[tuple[str, Span]]) -> list[Span]:
    there = {word for word, _ in others}
    return [span for word, span in words if _tells(word) and word not in there]


def _tells(word: str) -> bool:
    return word in _TELLING or word[0].isdigit()


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Join spans with only a space between them: "10 working days" is marked as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
