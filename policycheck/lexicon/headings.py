"""Which headings stand over what a text's words mean: "Interpretation", "What we mean", "Glossary for parents"."""

from functools import lru_cache

from policycheck.lexicon.phrases import phrases_of


@lru_cache(maxsize=4096)
def is_of_terms(heading: str) -> bool:
    """Tell whether a heading says that meanings of words are below it."""
    return phrases_of("terms", "headings").search(heading) is not None
