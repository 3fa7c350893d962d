"""Acts told in their order: "they sit a test, after which they are given a class"."""

import re
from collections.abc import Iterator

# What "after" points back to, and not on to: "after which", "after that, we", "after this they".
POINTING_BACK = (
    r"(?:which\b|(?:that|this)(?=\s?(?:[,.;:)|]|$)|\s(?:the|an?|they|it|he|she|we|you|no|nobody|every|each|any|all|"
    r"their|its|his|her|our|your)\b))"
)
THEN = rf"(?:then|afterwards|thereafter|(?:after|following)\s{POINTING_BACK})"
_IN_ORDER = re.compile(
    rf"(?:^|[.;:|]\s)(?P<first>[^.;:|]{{5,100}}?)[,.;]?\s(?:and\s)?(?:after|following)\s{POINTING_BACK},?\s(?P<then>[^.;:|]{{5,120}})",
    re.IGNORECASE,
)


def told_in_order(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a text puts first and what it lets follow by "after which" or "after that"."""
    yield from ((found["first"], found["then"]) for found in _IN_ORDER.finditer(text))
