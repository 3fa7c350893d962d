"""Finds the words that initials stand for: "Local Authority Designated Officer" before "(LADO)"."""

import re
from collections.abc import Sequence

from policycheck.lexicon.data import load

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_SPARE_WORDS = 5  # beyond one word for each letter
_SPARE_BEFORE = 3  # words that may stand before the first letter's, and that word


def words_for(initials: str, before: str) -> str:
    """Return the words at the end of `before` that `initials` abbreviate, "" where they do not fit.

    Every letter begins a word, with small words passed over; failing that, it may stand inside a word, as
    the C and O of SENCO do in "Coordinator".
    """
    letters = [letter.lower() for letter in _singular(initials) if letter.isalnum()]
    found = list(_WORD.finditer(before))[-(len(letters) + _SPARE_WORDS) :]
    words = [one.group().lower() for one in found]
    first = _by_first_letters(letters, words)
    if first is None:
        first = _by_any_letters(letters, words)
    if first is None or initials.lower() in words[first:]:
        return ""
    return re.sub(r"['’]s$", "", before[found[first].start() :].strip(" ,;:–—-“\"'‘"))


def words_after(initials: str, after: str) -> str:
    """Return the words at the beginning of `after` whose first letters are `initials`, "" where they do not fit.

    Small words are passed over, and before the first letter a word or two: "AAR is the Office for Appeals,
    Assessment and Records".
    """
    letters = [letter for letter in _singular(initials) if letter.isalnum()]
    small = load("terms")["small"]
    words = list(_WORD.finditer(after))[: len(letters) + _SPARE_WORDS]
    for first in range(min(_SPARE_BEFORE, len(words))):
        left = list(letters)
        for word in words[first:]:
            is_small = word[0].lower() in small
            if word[0].lower().startswith(left[0].lower()) and not (is_small and left[0].isupper()):
                left.pop(0)
                if not left:
                    return after[words[0].start() : word.end()]
            elif not is_small:
                break
    return ""


def _singular(initials: str) -> str:
    return initials[:-1] if initials.endswith("s") and initials[:-1].isupper() else initials


def _by_first_letters(letters: Sequence[str], words: Sequence[str]) -> int | None:
    """Return the place of the first word where the words' first letters are `letters`, read from the end."""
    small = load("terms")["small"]
    left = list(letters)
    for place in range(len(words) - 1, -1, -1):
        if words[place].startswith(left[-1]):
            left.pop()
            if not left:
                return place
        elif words[place] not in small:
            return None
    return None


def _by_any_letters(letters: Sequence[str], words: Sequence[str]) -> int | None:
    """Return the place of the first word where the letters occur in order, the first one opening a word."""
    left = list(letters)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        while len(left) > 1 and left[-1] in word[1:]:
            word = word[: word.rindex(left[-1])]
            left.pop()
        if word.startswith(left[-1]):
            left.pop()
        if not left:
            return place if len(words) - place > 1 else None
    return None
