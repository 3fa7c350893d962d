"""Which items of a list a policy names, on sentences of fields that are not labelled."""

import pytest

from policycheck.alignment.items import pair_items

TICKET = [
    "the price of the crossing;",
    "the right to a refund; and",
    "the office at which a refund may be claimed.",
]


def missing(items, *texts):
    return [item.text for item in pair_items(items, texts) if item.is_missing]


@pytest.mark.parametrize(
    ("policy", "left_out"),
    [
        ("The ticket shows the price, the right to a refund and the office for claims.", []),
        ("The ticket shows the price, and says that a refund may be had.", TICKET[2:]),
        ("The ticket shows the price.", TICKET[1:]),
    ],
)
def test_each_phrase_names_one_item(policy, left_out):
    assert missing(TICKET, policy) == left_out


def test_an_item_without_a_word_of_substance_takes_a_phrase_that_is_left():
    items = ["the date of the storm;", "the boats that were lost; and", "what was done about it."]
    assert (
        missing(items, "The log gives the date of the storm, the boats lost and the steps that followed.")
        == []
    )
    assert missing(items, "The log gives the date of the storm and the boats lost.") == items[2:]


def test_items_may_be_named_in_several_clauses():
    assert (
        missing(
            TICKET,
            "The ticket shows the price.",
            "It says that a refund is a right.",
            "It names the office.",
        )
        == []
    )


def test_a_policy_that_says_nothing_names_nothing():
    assert missing(TICKET, "") == TICKET
