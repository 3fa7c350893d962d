"""Words by which somebody promises an attempt and no more: "where possible", "if you can"."""

import re
from collections.abc import Iterable

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of

# "Find out if you can" asks, "if you can see smoke" is a case, and to "tend to the garden" is to work there.
_ASKED = (
    r"(?<!\bsee )(?<!\bcheck )(?<!\bask )(?<!\bout )(?<!\bknow )(?<!\bknows )(?<!\bdecide )(?<!\bdecides )"
)
_NO_CASE = (
    r"(?<!\bcan)|(?<=\bcan)(?=\s*(?:[^\s\w]|$)|\s(?:do\s(?:so|this|that|it)|manage|reasonably|safely|and|but|or|"
    r"we|you|they|he|she)\b)"
)
_TO_DO = r"(?!(?<=\bto)\s(?:the|an?|our|their|his|her|its|your|all|each|every|any|it|them|us|you)\b)"


def compile_hedges(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of phrases that hedge."""
    return re.compile(
        rf"{_ASKED}(?<![\w-])(?:{any_of(phrases)})(?![\w-])(?:{_NO_CASE}){_TO_DO}", re.IGNORECASE
    )


_POSSIBLE = compile_hedges(load("signals")["narrative"]["possible_words"])


def hedge_in(text: str) -> str:
    """Return the first words of a text that leave open whether a thing is done, "" for none: "where possible"."""
    found = _POSSIBLE.search(text)
    return found[0] if found else ""
