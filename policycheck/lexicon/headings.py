"""Which headings stand over what a text's words mean: "Interpretation", "What we mean", "Glossary for parents"."""

import re
from functools import lru_cache

from policycheck.lexicon.phrases import phrases_of


@lru_cache(maxsize=4096)
def is_of_terms(heading: str) -> bool:
    """Tell whether a heading says that meanings of words are below it."""
    found = phrases_of("terms", "headings").search(heading)
    if found is None or " " in found[0]:
        return found is not None
    return found.start() == 0 and _OF_AGREEMENTS.match(heading, found.end()) is None


# "Terms of reference", "Terms and conditions"; nor "In simple terms", "School terms", which end with the word.
_OF_AGREEMENTS = re.compile(r"\s(?:of|and\sconditions)\b", re.IGNORECASE)
