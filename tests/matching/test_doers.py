"""Who acts, named as far as the name goes, on sentences of a blood bank for horses."""

import pytest
from statements import objection_between, said

from policycheck.matching.holders.doers import doers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Apples are given to the horses by a handler.", ("a handler",)),
        ("The bag is weighed by a handler between donors.", ("a handler",)),
        ("The bag is labelled by staff whom an assessor has passed.", ("staff",)),
        ("The saddler is always told by a handler.", ("a handler",)),
        ("The saddler is usually at the gate.", ("The saddler",)),
        ("The weighing is given to the handler.", ("the handler",)),
        ("The weighing is given to the handler by Friday.", ("the handler",)),
    ],
)
def test_who_acts_is_named_and_no_more(text, who):
    assert doers(said(text)) == who


@pytest.mark.parametrize(
    ("rule", "other", "quoted"),
    [
        (
            "No person other than a qualified vet may bleed a horse.",
            "Horses are bled by the caretaker.",
            ("“No person other than a qualified vet", "“the caretaker”"),
        ),
        (
            "An appeal must not be heard by the officer who made the decision.",
            "Appeals are heard by the officer who made the decision.",
            ("“by the officer who made the decision”", "“who made the decision”"),
        ),
    ],
)
def test_who_is_shut_out_is_quoted_by_name(rule, other, quoted):
    found = objection_between(rule, other)
    assert found is not None
    assert all(words in found.message for words in quoted)
