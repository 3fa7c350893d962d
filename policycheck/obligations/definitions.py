"""Definitions: a term and what it means."""

import re

_MEANS = re.compile(r"[\"“](?P<term>[^\"”]{1,80})[\"”]\s+means\s+(?P<meaning>.+)", re.S)


def read_definition(text: str) -> tuple[str, str] | None:
    """Return the term and its meaning, None where the text defines nothing."""
    found = _MEANS.search(text)
    return (found["term"], found["meaning"].rstrip(" .;")) if found else None
