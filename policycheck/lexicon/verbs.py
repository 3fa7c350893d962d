"""Verb forms known by name: base, third person, past and participle."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from policycheck.lexicon.data import load


@cache
def _verbs() -> dict[str, Any]:
    return load("verbs")


@cache
def bases() -> frozenset[str]:
    """Return the base forms: "ensure", "record", "visit"."""
    known = _verbs()
    return frozenset((known["verbs"] + known["also_nouns"]).split()) | frozenset(known["irregular"]) - {
        "be",
        "have",
    }


@cache
def noun_like() -> frozenset[str]:
    """Return the base forms that are as often nouns: "record", "contact"."""
    return frozenset(_verbs()["also_nouns"].split())


@cache
def state_verbs() -> frozenset[str]:
    """Return the base forms that say what is and not what somebody does: "include", "believe"."""
    return frozenset(_verbs()["states"].split())


@cache
def third_persons() -> dict[str, str]:
    """Map "records" to "record", "notifies" to "notify"."""
    return {_third_person(base): base for base in bases() | state_verbs()}


@cache
def pasts() -> dict[str, str]:
    """Map past forms and participles to the base: "kept" to "keep", "notified" to "notify"."""
    return {form: base for base in bases() | state_verbs() for form in _past_forms(base)} | {"been": "be"}


@cache
def irregular_forms() -> dict[str, str]:
    """Map each irregular past form to its base."""
    return {form: base for base, forms in _verbs()["irregular"].items() for form in forms.split()}


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    if base.endswith(("s", "sh", "ch", "x", "z", "go", "do")):
        return base + "es"
    return base + "s"


@cache
def _doubling() -> frozenset[str]:
    return frozenset(_verbs()["doubling"].split())


def _past_forms(base: str) -> Iterator[str]:
    irregular = _verbs()["irregular"].get(base)
    if irregular:
        yield from irregular.split()
    elif base.endswith("e"):
        yield base + "d"
    elif base.endswith("y") and base[-2] not in "aeiou":
        yield base[:-1] + "ied"
    elif base in _doubling():
        yield base + base[-1] + "ed"
    else:
        yield base + "ed"
