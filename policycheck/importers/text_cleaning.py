"""Tidies the words of a file: ligatures, odd spaces, soft hyphens and words split over two lines."""

import re
from collections.abc import Collection, Sequence

_LIGATURES: dict[str, str] = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_HYPHENS = "\u2010\u2011"
_TABLE = str.maketrans(
    _LIGATURES
    | dict.fromkeys(_INVISIBLE, "")
    | dict.fromkeys(_HYPHENS, "-")
    | {chr(code): " " for code in range(32)}
)
_PLAIN_LETTERS = str.maketrans(dict(_LIGATURES.items()))
_SPACES = re.compile(r"\s+")
_BROKEN_WORD = re.compile(r"(?<=\w)[\u00ad\u2010][ \t]*[\r\n]+[ \t]*(?=\w)")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)([-\u00ad\u2010])$")
_LONGEST_WORD = 60
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First halves that are seldom the first syllables of a longer word ("inter" and "part" often are).
_COMPOUND_STARTS = frozenset(
    {"self", "non", "well", "full", "long", "cross", "decision", "policy", "risk", "face", "year", "out"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
# Words inside a compound of three: "out-of-hours", "day-to-day", "brother-in-law".
_LINKS = frozenset({"of", "to", "and", "the", "in", "on", "by", "up", "for", "a"})


def clean(text: str) -> str:
    """Return `text` on one line: plain letters and spaces, nothing invisible, quotes as they are."""
    joined = _BROKEN_WORD.sub("", text)
    return _SPACES.sub(" ", joined.translate(_TABLE)).strip()


def join_lines(lines: Sequence[str], *, known_words: Collection[str] = ()) -> str:
    """Join the printed lines of one paragraph into clean text, mending words hyphenated at a line end.

    `known_words` are lower-case words of the same document, with and without hyphens: they decide whether
    "well-" + "being" is one word or a compound that keeps its hyphen.
    """
    text = ""
    for line in lines:
        piece = line.strip()
        if not piece:
            continue
        text = _append(text, piece, known_words) if text else piece
    return clean(text)


def _append(text: str, line: str, known_words: Collection[str]) -> str:
    left, right = _LAST_WORD.search(text, max(len(text) - _LONGEST_WORD, 0)), _FIRST_WORD.match(line)
    if left is None or right is None:
        # "2024-" + "25", "and/" + "or": the break added nothing.
        glued = text.endswith(("-", "/", "\u2010")) and not text.endswith((" -", " /"))
        return text + line if glued else f"{text} {line}"
    if _keeps_hyphen(left.group(1), right.group(), known_words):
        return f"{text[:-1]}-{line}"
    return text[:-1] + line


def _keeps_hyphen(left: str, right: str, known_words: Collection[str]) -> bool:
    if not right.islower():
        return True  # "non-" + "EU": no typesetter breaks a word before a capital.
    whole, compound = f"{left}{right}".lower(), f"{left}-{right}".lower()
    if whole in known_words:
        return False
    if compound in known_words:
        return True
    before, after = left.lower().rpartition("-")[2], right.partition("-")[0]
    if "-" in whole:  # "out-" + "of-hours", "day-to-" + "day", but "decision-mak-" + "ers"
        linked = (before != left.lower() and before in _LINKS) or (after != right and after in _LINKS)
        return linked or (before in known_words and after in known_words)
    return left.lower() in _COMPOUND_STARTS


def words_of(text: str) -> frozenset[str]:
    """Return the lower-case words of `text`, compounds with their hyphens, as `join_lines` wants them.

    A word that stands before a line end hyphen is left out: it may be half a word.
    """
    plain = text.replace("\u2011", "-").replace("\u2010", "-").translate(_PLAIN_LETTERS)
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-\w\u00ad])", plain))
