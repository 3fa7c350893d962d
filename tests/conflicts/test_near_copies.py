"""Clauses that are copies of each other but for what decides, and the look-alikes that are not."""

import pytest

from policycheck.conflicts.near_copies import Differs, near_copies

# What surrounds the pair in a document, so that words have something to be rare among.
AROUND = [
    "Complaints are acknowledged by the team leader before the end of the week.",
    "Keys are kept in the locked cabinet behind reception.",
    "Staff must wear their badge in all buildings.",
    "The treasurer presents the accounts to the trustees every spring.",
    "Visitors park in the yard beside the boiler house.",
]
RETURNS = "The contractor shall return all drawings to the council after completion."


def found(a, b):
    """Return what is said of the pair, None where it is not among the candidates."""
    return next((c for c in near_copies([*AROUND, a, b]) if (c.a, c.b) == (5, 6)), None)


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("The contractor shall not return all drawings to the council after completion.", Differs.DENIAL),
        ("The contractor may return all drawings to the council after completion.", Differs.FORCE),
        ("After completion the contractor is prohibited to return drawings to the council.", Differs.DENIAL),
        ("The contractor shall return all drawings to the council only after completion.", Differs.CONDITION),
        ("The contractor shall return all samples to the council after completion.", Differs.WORDS),
        (
            "The contractor shall return all drawings and models to the council after completion.",
            Differs.ADDITION,
        ),
    ],
)
def test_what_differs_is_named(other, differs):
    assert found(RETURNS, other).differs is differs


def test_figures_differ():
    copy = found(
        "Certificates are sent with 30 days notice of any cancellation of the policy.",
        "Certificates are sent with 15 days notice of any cancellation of the policy.",
    )
    assert copy.differs is Differs.FIGURE
    assert "30" in copy.a_words
    assert "15" in copy.b_words


def test_figures_in_words_differ_and_no_more_than_denies_nothing():
    copy = found(
        "An office employee works from home on two days a week.",
        "An office employee works from home on no more than one day a week.",
    )
    assert copy.differs is Differs.FIGURE


def test_the_same_figure_in_words_is_no_difference():
    copy = found(RETURNS.replace(" all ", " three "), RETURNS.replace(" all ", " 3 "))
    assert copy.differs is Differs.NOTHING


def test_a_prefix_makes_the_opposite():
    copy = found(
        "The supplier furnishes sufficient information to verify shipment.",
        "The supplier furnishes insufficient information to verify shipment.",
    )
    assert copy.differs is Differs.DENIAL


def test_exact_copies_come_far_behind_a_denial():
    denied = found(RETURNS, RETURNS.replace("shall", "shall not"))
    assert found(RETURNS, RETURNS).score < 0.1 * denied.score


@pytest.mark.parametrize(
    "same",
    [
        "The contractor must return all drawings to the council after completion.",
        "After completion, the contractor shall return all drawings to the council.",
    ],
)
def test_other_order_or_a_word_that_binds_alike_is_no_difference(same):
    assert found(RETURNS, same).differs is Differs.NOTHING


def test_shall_not_and_may_not_forbid_alike():
    copy = found(RETURNS.replace("shall", "shall not"), RETURNS.replace("shall", "may not"))
    assert copy.differs is Differs.NOTHING


def test_a_like_clause_for_the_other_party_is_no_contradiction():
    one = "The buyer shall indemnify the seller, and the buyer agrees to defend the seller against claims."
    mirrored = one.replace("buyer", "x").replace("seller", "buyer").replace("x", "seller")
    assert found(one, mirrored).score < 0.3 * found(one, one.replace("agrees", "never agrees")).score


def test_two_cases_are_no_contradiction():
    positive = "If the tenant has paid the deposit, the landlord shall hand over the keys of the flat."
    negative = "If the tenant has not paid the deposit, the landlord shall hand over the keys of the flat."
    assert found(positive, negative).differs is Differs.CASE


def test_a_denial_of_something_else_weighs_less_than_a_denial_of_the_same():
    other = "The contractor shall return all drawings, not sketches, to the council after completion."
    copy = found(RETURNS, other)
    assert copy.differs is Differs.OTHER_DENIAL
    assert copy.score < found(RETURNS, RETURNS.replace("shall", "shall not")).score


def test_a_series_of_like_clauses_comes_behind_a_single_pair():
    series = [f"The {colour} form may be returned to the council after completion." for colour in
              ("red", "blue", "green", "white", "yellow", "brown")]  # fmt: skip
    copies = near_copies([*AROUND, RETURNS, RETURNS.replace("shall", "may"), *series])
    assert (copies[0].a, copies[0].b) == (5, 6)
    assert all(copy.score < 0.7 * copies[0].score for copy in copies[1:])


def test_clauses_about_other_things_are_no_candidates():
    assert [c for c in near_copies(AROUND) if c.score > 0.2] == []


def test_the_message_quotes_both_sides_with_their_names():
    copies = near_copies(["", RETURNS, RETURNS.replace("shall", "shall not")], names=["1", "4.2", "9.1"])
    assert copies[0].message == (
        "Almost the same words, but 4.2 says “contractor shall return all” where 9.1 says "
        "“contractor shall not return all”."
    )


def test_quotations_are_words_of_the_texts():
    texts = [*AROUND, RETURNS, RETURNS.replace("shall", "may"), RETURNS.replace("council", "owner")]
    for copy in near_copies(texts):
        assert copy.a_words.rstrip("…") in texts[copy.a]
        assert copy.b_words.rstrip("…") in texts[copy.b]


def test_none_below_the_least_asked_for():
    texts = [*AROUND, RETURNS, RETURNS.replace("shall", "may"), RETURNS]
    every = near_copies(texts)
    assert near_copies(texts, least=0.3) == [c for c in every if c.score >= 0.3]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["1.", "1."], ["…", "The the of."]])
def test_texts_without_words_have_no_copies(texts):
    assert near_copies(texts) == []


def test_asking_for_the_surest_only_changes_none_of_them():
    texts = [
        *AROUND,
        RETURNS,
        RETURNS.replace("shall", "shall not"),
        RETURNS.replace("drawings", "samples"),
        RETURNS.replace("contractor", "surveyor").replace("after", "before"),
        "The contractor may return some drawings.",
    ]
    everything = near_copies(texts)
    for least in (0.3, 0.6, 0.8):
        assert near_copies(texts, least=least) == [c for c in everything if c.score >= least]
    assert {c.score >= 0.3 for c in everything} == {True, False}
