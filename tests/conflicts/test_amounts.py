"""Amounts and ages that clash, told in every way English has, and the stricter or other ones that do not."""

import pytest
from statements import objection_between, said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType


def objection(one, other, *, against_source):
    found = objection_of(pair_of(said(one), said(other), 0.95, against_source=against_source))
    return None if found is None else found.type


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "A person under the age of 21 must not steer the ferry.",
            "You can steer the ferry once you are 19.",
        ),
        (
            "A person under 18 must not lead a climb.",
            "If the guide agrees, an instructor of 17 may lead a climb.",
        ),
        (
            "A child under the age of 12 must not ride in the cab.",
            "Children aged 10 and 11 may ride in the cab.",
        ),
        (
            "A puppy must not be sold before the age of eight weeks.",
            "A puppy can be sold from six weeks old.",
        ),
        ("No one steers the ferry until he or she is 18.", "Pupils of 16 may steer the ferry."),
        ("No person under 16 may fire the cannon.", "If you are fit at 15, you may fire the cannon."),
        ("Fireworks must not be sold to anyone under 18.", "Sixteen and up can buy fireworks."),
        ("A hired boat must not be more than ten years old.", "A hired boat may be up to 15 years old."),
        ("A person under 18 must not lead a climb.", "At 17 a helper may lead a climb, with a guide behind."),
        ("A person under 18 must not lead a climb.", "You can lead a climb at 17 if your guide agrees."),
        ("A person under 18 must not lead a climb.", "We let them lead a climb from 16."),
        ("A person under 18 must not lead a climb.", "Once you are 17 you lead a climb like all the others."),
        (
            "A filly must not be raced before she has reached the age of 24 months.",
            "A filly is raced from the age of 20 months.",
        ),
    ],
)
def test_an_age_that_lets_in_those_the_source_bars(source, policy):
    assert objection(source, policy, against_source=True) is ConflictType.AGE


def test_no_limit_breaks_a_greatest_number_and_keeps_a_least_one():
    policy = "Rowers may bring as many guests as they like."
    assert (
        objection("A rower must bring no more than three guests.", policy, against_source=True)
        is ConflictType.QUANTITY
    )
    assert objection("A rower must bring at least three guests.", policy, against_source=True) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "A person under the age of 21 must not steer the ferry.",
            "You can steer the ferry once you are 22.",
        ),
        (
            "A person under 18 must not lead a climb.",
            "You can lead a climb from 18, so long as a guide agrees.",
        ),
        ("A person under 18 must not lead a climb.", "We lead a climb from 16 to 20 June."),
        (
            "A filly must not be raced before she has reached the age of 24 months.",
            "A filly is raced from the age of 30 months.",
        ),
        (
            "A puppy must not be sold before the age of eight weeks.",
            "A puppy can be sold from ten weeks old.",
        ),
        ("A hired boat must not be more than ten years old.", "A hired boat may be up to eight years old."),
        (
            "A child under the age of 12 must not ride in the cab.",
            "Those aged 12 and 13 may ride in the cab.",
        ),
    ],
)
def test_an_age_that_complies(source, policy):
    assert objection(source, policy, against_source=True) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "No race shall start unless at least four stewards are present.",
            "The club starts no race unless three or more of its stewards are present.",
        ),
        (
            "The gate must be shut after not more than five consecutive faulty tickets.",
            "After eight consecutive faulty tickets the gate is shut.",
        ),
        (
            "The tuner must see the organ on at least four occasions.",
            "Matter: Visits to see the organ; Who: Tuner; Time or limit: Three",
        ),
        ("At least two members must judge a bake-off.", "Bake-offs are judged by a single member."),
        ("A boat must be lent to members free of charge.", "A boat is lent to members for a fee of £5."),
        ("A chart must be given to each crew at no cost.", "A chart is given to each crew at half price."),
        (
            "The ratio of guides to walkers must be at least one to eight.",
            "The ratio of guides to walkers is at least one to twelve.",
        ),
        (
            "A farm with 50 or more ewes must keep a flock book.",
            "A farm with 80 or more ewes keeps a flock book.",
        ),
        (
            "Gifts of £500 or more must be reported to the bursar.",
            "Gifts of £2k or more are reported to the bursar.",
        ),
        (
            "At least two wardens of the tower must be people whom the dean has not named.",
            "Only one warden of the tower is a person whom the dean has not named.",
        ),
        (
            "A gap of not less than 1.5 metres must be left beside the bonfire.",
            "Leave a metre beside the bonfire.",
        ),
        (
            "Each late lap must not cost more than five points in a hundred.",
            "Each late lap costs eight points out of the hundred.",
        ),
    ],
)
def test_a_laxer_amount_contradicts_the_source(source, policy):
    assert objection(source, policy, against_source=True) is ConflictType.QUANTITY


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The panel must have at least five judges, three of whom are growers.",
            "The panel has six judges, four of whom are growers.",
        ),
        (
            "At least two ringers must open the tower together.",
            "Three ringers, one of them a captain, open the tower together.",
        ),
        (
            "A farm with 50 or more ewes must keep a flock book.",
            "A farm with 20 or more ewes keeps a flock book.",
        ),
        ("Cover of at least £5 million must be held by a pilot.", "A pilot holds cover of £5m."),
        (
            "The ratio of guides to walkers must be at least one to eight.",
            "The ratio of guides to walkers is at least one to six.",
        ),
        (
            "A gap of not less than 1.2 metres must be left beside the bonfire.",
            "Leave a metre and a half beside the bonfire.",
        ),
        ("The bearer must be paid at least 40p for each mile.", "Bearers are paid 45p a mile."),
        (
            "Each late lap must not cost more than five points in a hundred.",
            "Each late lap costs three points out of the hundred.",
        ),
    ],
)
def test_a_stricter_or_another_amount_does_not(source, policy):
    assert objection(source, policy, against_source=True) is None


def test_two_temperatures_of_one_body_contradict_where_both_comply():
    one, other = "The kiln is fired to 900°C or above.", "The kiln shall reach 950°C or more."
    assert objection(one, other, against_source=False) is ConflictType.QUANTITY


def test_years_of_experience_short_of_what_a_ban_asks():
    ban = "The club must not license a pilot who has flown solo for less than two years."
    assert (
        objection(ban, "A pilot must have flown solo for at least twelve months.", against_source=True)
        is not None
    )
    assert (
        objection(ban, "A pilot must have flown solo for at least three years.", against_source=True) is None
    )


@pytest.mark.parametrize(
    ("rule", "practice", "objected"),
    [
        (
            "There must be a marshal for every 20 rowers.",
            "With two marshals for the hundred and ten rowers we strike the balance.",
            True,
        ),
        (
            "There must be a marshal for every 20 rowers.",
            "Eighty rowers can manage with a single marshal.",
            True,
        ),
        ("There must be a marshal for every 20 rowers.", "Three marshals are posted among 30 rowers.", False),
        ("There must be a marshal for every 20 rowers.", "The marshal has two flags.", False),
    ],
)
def test_two_numbers_are_held_against_a_ratio(rule, practice, objected):
    assert (objection(rule, practice, against_source=True) is ConflictType.QUANTITY) is objected


@pytest.mark.parametrize(
    ("one", "other", "objected"),
    [
        ("The launch takes two pupils at a time.", "There is a seat for three friends in the launch.", True),
        ("One novice works under each cox.", "Every cox has two learners under his wing.", True),
        ("A novice rows with two coaches.", "At the regatta a novice meets 40 umpires.", False),
        ("Two pupils may ride in the launch.", "Two friends can ride in the launch.", False),
        ("The launch carries two pupils and three coaches.", "Four friends can ride in the launch.", False),
    ],
)
def test_one_thing_counted_under_two_names(one, other, objected):
    found = objection(one, other, against_source=False)
    assert (found is ConflictType.QUANTITY) is objected


@pytest.mark.parametrize(
    ("source", "policy", "wanted"),
    [
        (
            "A crossing must last for no more than one hour.",
            "Be at the quay two hours before your crossing.",
            False,
        ),
        ("Rowers must be at the quay ten minutes before a race.", "A race lasts two hours.", False),
        (
            "Rowers must be at the quay an hour before a race.",
            "Be at the quay half an hour before a race.",
            True,
        ),
        ("A race must last for at least two hours.", "A race lasts an hour and a quarter.", True),
    ],
)
def test_how_long_is_not_held_against_how_long_before(source, policy, wanted):
    assert (objection_between(source, policy) is not None) is wanted
