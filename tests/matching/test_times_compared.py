"""Time limits of two clauses held against each other, on sentences of an observatory and a dye works."""

import pytest
from statements import objection_between, row_of, said

from policycheck.matching.parts import Part, Standing, compare_parts


def standing(source: str, policy: str, part: Part = Part.DEADLINE) -> Standing | None:
    found = compare_parts(said(source).said, said(policy).said)
    return next((one.standing for one in found if one.part is part), None)


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (
            "The mirror must be cooled no more than five hours before it is aligned.",
            "The mirror is cooled not more than a day before it is aligned.",
            Standing.LAXER,
        ),
        (
            "The dome must be opened no earlier than an hour before sunset.",
            "The dome is opened no earlier than 30 minutes before sunset.",
            Standing.STRICTER,
        ),
        (
            "The vat must be skimmed in the three hours before it is filled.",
            "The vat is skimmed in the five hours before it is filled.",
            Standing.LAXER,
        ),
        (
            "The vat must not be skimmed more than three hours before it is filled.",
            "The vat is skimmed no more than two hours before it is filled.",
            Standing.STRICTER,
        ),
        (
            "The vat must be skimmed up to a day before it is filled.",
            "The vat is skimmed up to three days before it is filled.",
            Standing.LAXER,
        ),
        (
            "The dome must be oiled at least a week before it is opened.",
            "The dome is oiled two weeks before it is opened.",
            Standing.STRICTER,
        ),
        # Such a time says what is to be told, and who looks back less far leaves some of it out.
        (
            "The dyer must list every spill that was cleaned up within the 12 months before the inspection.",
            "The dyer lists every spill that was cleaned up within the six months before the inspection.",
            Standing.LAXER,
        ),
        (
            "Spills in the six weeks before the inspection must be listed.",
            "The dyer lists spills in the nine weeks before the inspection.",
            Standing.STRICTER,
        ),
        # How old a thing may be: who lets it be older is the laxer.
        (
            "The dyer must not use a mordant which was mixed more than six hours before the bath.",
            "The dyer may use a mordant mixed up to nine hours before the bath.",
            Standing.LAXER,
        ),
        (
            "The dyer must not use a mordant which was mixed more than six hours before the bath.",
            "The dyer may use a mordant mixed up to four hours before the bath.",
            Standing.STRICTER,
        ),
        (
            "A mordant mixed more than six hours before the bath must not be used.",
            "A mordant mixed more than nine hours before the bath must not be used.",
            Standing.LAXER,
        ),
        (
            "The chart must be based on a reading made no more than three weeks before the launch.",
            "The chart is based on a reading made up to five weeks before the launch.",
            Standing.LAXER,
        ),
        (
            "The dyer must list spills cleaned not more than 12 months before the inspection.",
            "The dyer lists spills cleaned not more than six months before the inspection.",
            Standing.LAXER,
        ),
        (
            "A dyer who spilled lye not more than two months before the fair must not show there.",
            "A dyer who spilled lye not more than three months before the fair must not show there.",
            Standing.STRICTER,
        ),
        # Who may change a thing "up to two days before" has until then.
        (
            "The observatory must let a visitor change a booking up to two days before the tour.",
            "The observatory lets a visitor change a booking up to five days before the tour.",
            Standing.LAXER,
        ),
    ],
)
def test_a_time_before_an_event_is_a_window_or_notice(source: str, policy: str, expected: Standing) -> None:
    assert standing(source, policy) is expected


NOTICE = "A second bill must not be sent within three months of the last bill."


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (NOTICE, "A second bill is sent no sooner than five months after the last bill.", Standing.STRICTER),
        (NOTICE, "A second bill may be sent one month after the last bill.", Standing.LAXER),
        (NOTICE, "A second bill is sent within four months of the last bill.", Standing.LAXER),
        (NOTICE, "A second bill must not be sent within two months of the last bill.", Standing.LAXER),
        (NOTICE, "A second bill must not be sent within four months of the last bill.", Standing.STRICTER),
        (
            "A second bill must be sent no sooner than three months after the last bill.",
            "A second bill must not be sent within three months of the last bill.",
            Standing.EQUAL,
        ),
        (
            "Dyers must not bathe for 12 hours after a peel.",
            "Dyers may bathe 24 hours after a peel.",
            Standing.STRICTER,
        ),
        (
            "Dyers must not smoke within six hours before a peel.",
            "Dyers must not smoke within four hours before a peel.",
            Standing.LAXER,
        ),
        (
            "A viewing must be held no sooner than ten days after the notice.",
            "A viewing is held within ten days after the notice.",
            Standing.LAXER,
        ),
        # The time is by when, or of what was done in it, and ends no ban.
        (
            "The clerk must not fail to answer within ten days of the letter.",
            "The clerk answers within five days of the letter.",
            Standing.STRICTER,
        ),
        (
            "The guild must not refuse a claim made within 14 days of the fire.",
            "The guild must not refuse a claim made within seven days of the fire.",
            Standing.LAXER,
        ),
        # "Six weeks after" is a day, and not a time before which nothing may be done.
        (
            "The glass must be weighed six weeks after the repair.",
            "The glass is weighed within six weeks of the repair.",
            Standing.ABSENT,
        ),
        (
            "A grant must be paid from the fourth day after the flood.",
            "A grant is paid from the eighth day after the flood.",
            Standing.LAXER,
        ),
    ],
)
def test_what_is_banned_within_a_time_may_be_done_after_it(source, policy, expected):
    assert standing(source, policy) is expected


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (
            "A stall must not be let for a period of more than six years.",
            "A stall is let for four years.",
            Standing.EQUAL,
        ),
        (
            "A stall must not be let for a period of more than six years.",
            "A stall is let for eight years.",
            Standing.OPPOSITE,
        ),
        (
            "A guest must not be moved on less than three weeks' notice.",
            "A guest is moved on a month's notice.",
            Standing.EQUAL,
        ),
        ("A vat must not hold more than 90 litres.", "A vat holds 80 litres.", Standing.EQUAL),
        (
            "A levy must not be raised more than once a year.",
            "A levy is raised once every two years.",
            Standing.EQUAL,
        ),
        # Without a figure of its own nothing keeps the bound.
        ("Dyers must not bathe for 12 hours after a peel.", "Dyers may bathe.", Standing.OPPOSITE),
        # Of what is banned, and no bound of the act.
        (
            "Tours of more than three hours must not be led by trainees.",
            "Tours of more than two hours will be led by trainees.",
            Standing.OPPOSITE,
        ),
    ],
)
def test_what_keeps_the_bound_of_a_ban_is_not_its_opposite(source, policy, expected):
    assert standing(source, policy, Part.MODALITY) is expected


def test_no_rule_objects_to_what_keeps_the_bound_of_a_ban():
    ban = "A guest must not be evicted on less than three weeks' notice."
    assert objection_between(ban, "A guest will be evicted on five weeks' notice.") is None
    assert objection_between(ban, "A guest will be evicted on one week's notice.").type == "deadline"


REST = "Dyers must not handle mordant until 36 hours after a burn."


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (REST, "Dyers may handle mordant two days after a burn.", Standing.STRICTER),
        (REST, "Dyers may handle mordant one day after a burn.", Standing.LAXER),
        (REST, "Dyers handle mordant within three days of a burn.", Standing.LAXER),
        (REST, "Dyers must not handle mordant until three days after a burn.", Standing.STRICTER),
        (
            "Rent must not be asked for until 30 days have elapsed since the flood.",
            "Rent is asked for once 40 days have passed since the flood.",
            Standing.STRICTER,
        ),
        (
            "Rent must not be asked for until at least 30 days have elapsed since the flood.",
            "Rent is asked for from the 20th day after the flood.",
            Standing.LAXER,
        ),
    ],
)
def test_a_ban_until_so_long_has_gone_by_is_kept_by_who_waits_longer(source, policy, expected):
    assert standing(source, policy) is expected
    assert (objection_between(source, policy) is not None) is (expected is Standing.LAXER)


def test_a_row_says_after_how_long_a_thing_is_done():
    ban = "Rent must not be asked for until 30 days have elapsed."
    kept = row_of(step="Asks for rent", when="Not before the 41st day")
    later = row_of(step="Asks for rent", when="Once 40 days have passed")
    for policy in (kept, later):
        found = compare_parts(said(ban).said, policy.said)
        assert {one.standing for one in found} <= {Standing.STRICTER, Standing.EQUAL}
