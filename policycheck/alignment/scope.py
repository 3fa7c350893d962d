"""Is this policy one that should meet this source? Because it cites it, or its subject is the same."""

import re

from rapidfuzz import fuzz

from policycheck.settings import JUDGEMENT

# A title of fewer words than this is too common to be taken for a citation.
_MIN_WORDS = 3
_YEAR = re.compile(r"\s*\(?\b(?:19|20)\d\d\b\)?.*$")
_CITED = 92


def cites(policy_text: str, source_title: str) -> bool:
    """Tell whether a policy names a source by its title, with or without the year."""
    title = _YEAR.sub("", source_title).strip().lower()
    if len(title.split()) < _MIN_WORDS:
        return False
    return fuzz.partial_ratio(title, policy_text.lower()) >= _CITED


def in_scope(*, cited: bool, closeness: float) -> bool:
    """Tell whether a group of obligations should be met by a policy.

    `closeness` is the mean, over the group's obligations, of the cosine of the policy's nearest statement.
    """
    return closeness >= (JUDGEMENT.scope_cited if cited else JUDGEMENT.scope_close)
