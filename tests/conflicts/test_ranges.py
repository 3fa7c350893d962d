"""A range is kept to within both its ends, and keeps to a figure with the end that this bounds."""

import pytest
from statements import objection_between

KEEPS = [
    ("Glue must be stored between 8 and 14 degrees.", "Glue is stored at 9 to 12 degrees."),
    ("Glue must be stored between 8 and 14 degrees.", "Glue is stored at 10 degrees."),
    ("Glue must be stored between 8 and 14 degrees.", "Glue is stored at 8 to 14 degrees."),
    ("The jury must have at least five members.", "The jury has five to eight members."),
    ("The jury must have between five and nine members.", "The jury has six members."),
    ("A raft must carry no more than 12 paddlers.", "A raft carries 8 to 12 paddlers."),
    ("A stall must cost no more than £30.", "A stall costs £20 to £30."),
    (
        "The porter must keep the rota for at least six months.",
        "The porter keeps the rota for six to eight months.",
    ),
    (
        "The porter must keep the rota for no more than six months.",
        "The porter keeps the rota for four to six months.",
    ),
    (
        "The porter must keep the rota for at least two and no more than four years.",
        "The porter keeps the rota for three years.",
    ),
    (
        "The porter must give at least 28 days' notice of a move.",
        "The porter gives four to five weeks' notice of a move.",
    ),
    (
        "The porter must give two to three weeks' notice of a move.",
        "The porter gives six weeks' notice of a move.",
    ),
    ("The porter must answer within two weeks.", "The porter answers in 5 to 14 days."),
]
BREAKS = [
    ("Glue must be stored between 8 and 14 degrees.", "Glue is stored at 6 to 12 degrees."),
    ("Glue must be stored between 8 and 14 degrees.", "Glue is stored at 5 degrees."),
    ("Glue must be stored between 8 and 14 degrees.", "Glue is stored at 17 degrees."),
    ("Broth must be held at 63 degrees or above.", "Broth is held at 60 to 70 degrees."),
    ("The jury must have at least five members.", "The jury has four to eight members."),
    ("The jury must have between five and nine members.", "The jury has eleven members."),
    ("The jury must have not fewer than five nor more than nine members.", "The jury has ten members."),
    ("A raft must carry no more than 12 paddlers.", "A raft carries 8 to 14 paddlers."),
    ("A stall must cost no more than £30.", "A stall costs £20 to £40."),
    (
        "The porter must keep the rota for at least six months.",
        "The porter keeps the rota for four to six months.",
    ),
    (
        "The porter must keep the rota for at least two and no more than four years.",
        "The porter keeps the rota for one year.",
    ),
    (
        "The porter must give at least 28 days' notice of a move.",
        "The porter gives three to four weeks' notice of a move.",
    ),
    (
        "The porter must give two to three weeks' notice of a move.",
        "The porter gives one week's notice of a move.",
    ),
    ("The porter must answer within two weeks.", "The porter answers in 10 to 20 days."),
]


@pytest.mark.parametrize(("source", "policy"), KEEPS)
def test_within_the_range(source, policy):
    assert objection_between(source, policy) is None


@pytest.mark.parametrize(("source", "policy"), BREAKS)
def test_beyond_the_range(source, policy):
    assert objection_between(source, policy) is not None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Glue is stored at 8 to 14 degrees.", "Glue is stored at 10 to 14 degrees.", True),
        ("Glue is stored at 8 to 14 degrees.", "Glue is stored between 8 and 14 degrees.", False),
        ("Glue is stored at 8 to 14 degrees.", "Glue is stored at 10 degrees.", False),
        ("Wardens serve for three to five years.", "Wardens serve for two to five years.", True),
        (
            "The jury has at least three and at most fifteen members.",
            "The jury has never fewer than five members.",
            True,
        ),
        ("The jury has five to nine members.", "The jury has eleven members.", True),
        ("The porter answers in 5 to 7 days.", "The porter answers within a week.", False),
    ],
)
def test_two_policies_give_one_range_only_where_both_its_ends_are_one(one, other, apart):
    assert (objection_between(one, other, against_source=False) is not None) is apart
