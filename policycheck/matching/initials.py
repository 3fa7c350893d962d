"""Writes a document's own initials out, so that "the CPL" is met as "the child protection lead"."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from policycheck.domain.documents import Term
from policycheck.lexicon.abbreviations import is_abbreviation

_LONGEST = 8  # words; more than that explains and does not name


def spelling_out(terms: Iterable[Term]) -> Callable[[str], str]:
    """Return what writes out the initials among a document's terms, as often as they stand in a text.

    Where the text explains them itself, in brackets or quotation marks, they stay.
    """
    known: dict[str, str] = {}
    for term in terms:
        if is_abbreviation(term.short) and len(term.long.split()) <= _LONGEST:
            known.setdefault(term.short, term.long)
    if not known:
        return str
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w(“\"‘'-])({names})(s?)(?![\w”\"-])")
    return partial(pattern.sub, lambda found: f"{known[found[1]]}{found[2]}")
