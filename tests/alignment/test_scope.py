"""Which policy should meet which source."""

import pytest

from policycheck.alignment import cites, names_its_sources, scope_of


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("We follow the Equality Act 2010 in all we do.", "Equality Act 2010", True),
        (
            "We follow the Care Planning (Sample) Regulations.",
            "The Care Planning (Sample) Regulations 2031",
            True,
        ),
        ("Equality matters to us, and we act on it.", "Equality Act 2010", False),
        ("This policy is about pets.", "Equality Act 2010", False),
        ("See the policy.", "Policy", False),
    ],
)
def test_a_title_counts_as_cited_when_it_is_there(text, title, expected):
    assert cites(text, title) is expected


def test_a_policy_that_names_instruments_is_told_from_one_that_names_none():
    assert names_its_sources(
        "It applies the Fostering Services (England) Regulations 2011.".replace("(England) ", "")
    )
    assert names_its_sources("as the Children Act says")
    assert not names_its_sources("We act on what children tell us, and set standards.")


@pytest.mark.parametrize(
    ("text", "titles", "named"),
    [
        ("Rehearsal Plan and Choir Standards\nSing in tune.", ("Rehearsal Plan and Choir Standards",), False),
        ("Under Dressing Room Safety Rules all doors stay open.", ("Dressing Room Safety Rules",), False),
        ("Read the House Rules and the Staff Guidance, and send a Purchase Order.", (), False),
        ("See the Schedule of Fees and Choir Standards. These Stage Rules bind all.", (), False),
        ("We keep the National Stage Standards.", (), True),
        ("We keep the Stages Order 2019.", ("House Rules",), True),
        ("Working under the Stage Safety Act", ("Stage Safety Act Policy",), True),
        ("The Choirs Code of Practice binds us; so do the House Rules.", (), True),
    ],
)
def test_the_papers_of_a_body_itself_are_no_instruments(text, titles, named):
    assert names_its_sources(text, titles) is named


def inside(closeness, *, cited=False, names_others=False, part_of_large=False):
    return scope_of(
        cited=cited, names_others=names_others, part_of_large=part_of_large, closeness=closeness
    ).inside


def test_naming_other_sources_and_not_this_one_raises_the_bar():
    assert inside(0.47)
    assert not inside(0.47, names_others=True)
    assert inside(0.4, cited=True)
    assert not inside(0.1, cited=True)


def test_naming_a_large_act_does_not_put_all_its_parts_in_scope():
    assert not inside(0.4, cited=True, part_of_large=True)
    assert inside(0.5, cited=True, part_of_large=True)


def test_a_large_act_that_is_not_named_must_come_nearer_than_a_small_one():
    assert not inside(0.47, part_of_large=True)
    assert inside(0.6, part_of_large=True)
