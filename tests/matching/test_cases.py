"""What a figure of a duty is for: which cases it reaches, time that others have, who is barred."""

import pytest

import policycheck
from policycheck.matching.cases import gives_time
from policycheck.matching.parts import Part, Standing, compare_parts


def standing(source: str, policy: str, part: Part) -> Standing:
    (ours,), (theirs,) = policycheck.read_obligations(source), policycheck.read_obligations(policy)
    return next(d.standing for d in compare_parts(ours, theirs) if d.part is part)


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("The club must hear a protest that is lodged within 14 days of the race.", True),
        ("A member must be allowed at least ten days in which to object.", True),
        ("Members have 21 days to appeal against a fine.", True),
        ("The club must hear a protest that reaches it within 14 days of the race.", True),
        ("The club must hear any protest that it receives within 14 days of the race.", True),
        ("A fine that is paid within 14 days must be halved.", True),
        ("An entry must be taken if it is signed and is received at least ten days before the race.", True),
        ("The prize must be paid within 14 days of the race.", False),
        ("An entry must be received at least ten days before the race.", False),
        ("The club must answer a protest within 14 days of the race.", False),
        ("The result must be sent within 14 days of the race.", False),
        ("The secretary has ten days to reply.", False),
        ("An entrant must be given 14 days to pay.", True),
        ("A ruling must be given within 14 days of the request to go to a second hearing.", False),
        ("The club must send the member who protested a ruling within 14 days of hearing it.", False),
        ("A ruling must be sent to the member who protested within 14 days of the race.", False),
        ("The club must pay a bill which it does not dispute within 14 days of getting it.", False),
        ("The club must hear a fine that is challenged within 14 days.", True),
        ("The club must hear a member who protests if the member complains within 14 days.", True),
        ("The captain must be able to reach the course within 14 minutes of the call.", False),
        ("The club must give a member at least ten days' notice of a race that is to be called off.", False),
        ("The club must not make a member give more than one month's notice to leave.", False),
        ("A protest may be made at any time within 14 days of the race.", True),
        ("The club must allow a member to leave within 14 days of joining.", True),
        ("The club must let any new member cancel within 14 days of joining.", True),
        ("A member must be permitted to appeal within 14 days of the ruling.", True),
        ("The club must allow the use of a locker at any time within 14 days of joining.", True),
        ("The club must allow a member to see the books within 14 days of the request.", False),
        ("The club must enable a diver to reach the gate within two minutes of the alarm.", False),
        ("The club must not let a member leave within 14 days of joining.", False),
        ("A member may, within 14 days of the fine, appeal to the committee.", True),
        ("The club must send the rower who complained a reply within 14 days of the race.", False),
        (
            "A reply must go to the rower who complained within 14 days of the day on which the complaint came.",
            False,
        ),
        ("The club must hear a rower who complains within 14 days of the race.", True),
        ("The club must produce the papers asked for by a rower within 14 days.", False),
        ("The club must hear an appeal asked for by a rower within 14 days.", True),
        ("The club must send its report so that it is received within 14 days of the race.", False),
        ("A rower may take the day off at any time in the 14 days beginning with the race.", True),
        ("The club must settle a bill which it does not dispute within 30 days of getting it.", False),
        ("The club must look again at a bill which the member disputes within 30 days of getting it.", True),
        ("The entry forms should reach the secretary at least five days before the race.", False),
        (
            "The club must give the owner at least 14 days' notice of a hearing at which the ban is to be discussed.",
            False,
        ),
        (
            "A rower may, within 14 days of the ruling, ask for a second hearing, which the club must hold.",
            True,
        ),
    ],
)
def test_time_that_others_have_is_told_from_ones_own(text: str, theirs: bool) -> None:
    (reading,) = policycheck.read_obligations(text)
    (limit,) = reading.time_limits
    assert gives_time(limit, reading) is theirs


def test_less_time_for_others_is_laxer_and_more_complies() -> None:
    law = "The club must hear a protest that is lodged within 14 days of the race."
    assert standing(law, "We hear a protest that is lodged within 7 days of the race.", Part.DEADLINE) is (
        Standing.LAXER
    )
    assert standing(law, "We hear a protest that is lodged within 28 days of the race.", Part.DEADLINE) is (
        Standing.STRICTER
    )


def test_longer_notice_of_a_hearing_complies_and_shorter_does_not() -> None:
    law = "The club must give the owner at least 14 days' notice of a hearing at which the ban is to be discussed."
    assert standing(
        law, "The club must give the owner three weeks' notice of the hearing.", Part.DEADLINE
    ) is (Standing.STRICTER)
    assert standing(law, "The club must give the owner a week's notice of the hearing.", Part.DEADLINE) is (
        Standing.LAXER
    )


def test_who_closes_sooner_before_the_event_takes_time_away() -> None:
    law = "An entry must be taken if it is received not less than ten days before the race."
    assert standing(
        law, "An entry will be taken if it is received at least 20 days before the race.", Part.DEADLINE
    ) is (Standing.LAXER)
    assert standing(
        law, "An entry will be taken if it is received at least five days before the race.", Part.DEADLINE
    ) is (Standing.STRICTER)


def test_who_is_barred_and_who_is_admitted_meet_at_one_age() -> None:
    law = "A person under the age of 14 must not steer the ferry."
    said = {
        "Cadets aged 13 or over may steer the ferry.": Standing.LAXER,
        "Cadets aged 14 or over may steer the ferry.": Standing.EQUAL,
        "Cadets aged 17 or over may steer the ferry.": Standing.STRICTER,
    }
    assert {policy: standing(law, policy, Part.AGE) for policy in said} == said


def test_a_figure_that_opens_a_case_is_widened_by_a_lower_one() -> None:
    law = "A purchase of more than £800 must be approved by the treasurer."
    assert standing(
        law, "A purchase of more than £500 must be approved by the treasurer.", Part.QUANTITY
    ) is (Standing.STRICTER)
    assert standing(
        law, "A purchase of more than £950 must be approved by the treasurer.", Part.QUANTITY
    ) is (Standing.LAXER)


@pytest.mark.parametrize(
    ("law", "reaching_more", "reaching_fewer"),
    [
        (
            "Nets must be lifted from every place within 30 metres of the lock.",
            "Nets must be lifted from every place within 40 metres of the lock.",
            "Nets must be lifted from every place within 20 metres of the lock.",
        ),
        (
            "Weed that lies within 30 metres of the lock must be cleared.",
            "Weed that lies within 40 metres of the lock must be cleared.",
            "Weed that lies within 20 metres of the lock must be cleared.",
        ),
        (
            "Nobody may moor within 30 metres of the lock.",
            "Nobody may moor within 40 metres of the lock.",
            "Nobody may moor within 20 metres of the lock.",
        ),
        (
            "The race must be run again where the lead is 20 points or fewer.",
            "The race must be run again where the lead is 30 points or fewer.",
            "The race must be run again where the lead is ten points or fewer.",
        ),
    ],
)
def test_a_greatest_figure_that_says_which_cases_is_widened_by_a_higher_one(
    law: str, reaching_more: str, reaching_fewer: str
) -> None:
    assert standing(law, reaching_more, Part.QUANTITY) is Standing.STRICTER
    assert standing(law, reaching_fewer, Part.QUANTITY) is Standing.LAXER


def test_a_greatest_figure_that_is_asked_for_is_kept_by_a_lower_one() -> None:
    law = "A life ring must hang within 30 metres of the lock."
    assert standing(law, "A life ring must hang within 20 metres of the lock.", Part.QUANTITY) is (
        Standing.STRICTER
    )
    assert standing(law, "A life ring must hang within 40 metres of the lock.", Part.QUANTITY) is (
        Standing.LAXER
    )
    law = "A keeper must not take any gift worth more than £20."
    assert standing(law, "A keeper must not take any gift worth more than £30.", Part.QUANTITY) is (
        Standing.LAXER
    )


def test_one_for_so_many_is_kept_by_one_for_fewer() -> None:
    law = "There must be at least one coach for every 12 rowers on the water."
    assert standing(law, "There must be one coach for every ten rowers on the water.", Part.QUANTITY) is (
        Standing.STRICTER
    )
    assert standing(law, "There must be one coach for every 15 rowers on the water.", Part.QUANTITY) is (
        Standing.LAXER
    )
    assert standing(law, "There must be two coaches for every 24 rowers on the water.", Part.QUANTITY) is (
        Standing.EQUAL
    )


def test_a_day_may_be_longer_than_some_hours_of_it() -> None:
    law = "The boat must be dried within four hours of the race."
    assert standing(law, "The boat must be dried before the day is out.", Part.DEADLINE) is Standing.LAXER
    law = "The boat must be dried within 48 hours of the race."
    assert standing(law, "The boat must be dried on the same day.", Part.DEADLINE) is Standing.STRICTER


def test_a_period_after_an_event_answers_how_long_a_thing_is_kept() -> None:
    law = "The harbour must keep the log of a wreck for at least 6 years after it is raised."
    policy = "We must burn nothing; the log leaves the office 2 years after the wreck is raised."
    assert standing(law, policy, Part.RETENTION) is Standing.LAXER


PERIMETER = "Nets must be taken from every pier within 40 metres of the wreck."
MAJORITY = "A vote must be held again where the lead is 30 votes or fewer."


@pytest.mark.parametrize(
    ("source", "policy", "stands"),
    [
        (PERIMETER, "Nets are taken from piers that are within 20 metres of the wreck.", Standing.LAXER),
        (PERIMETER, "Nets are taken from piers that are within 60 metres of the wreck.", Standing.STRICTER),
        (
            "A buoy must be within 40 metres of the wreck.",
            "A buoy must be within 20 metres of the wreck.",
            Standing.STRICTER,
        ),
        (MAJORITY, "A vote is held again if the lead is 20 votes or fewer.", Standing.LAXER),
        (MAJORITY, "A vote is held again if the lead is 50 votes or fewer.", Standing.STRICTER),
        ("A crew must be 30 people or fewer.", "A crew must be 20 people or fewer.", Standing.STRICTER),
    ],
)
def test_a_greatest_figure_that_ends_the_cases_is_widened_by_a_higher_one(
    source: str, policy: str, stands: Standing
) -> None:
    assert standing(source, policy, Part.QUANTITY) is stands


def test_what_is_kept_before_it_goes_may_be_kept_longer() -> None:
    longer = "Logbooks are kept for nine years and then destroyed."
    assert standing(
        "Logbooks must be kept for six years before they are destroyed.", longer, Part.RETENTION
    ) is (Standing.STRICTER)
    assert standing("Logbooks must be kept for six years and then destroyed.", longer, Part.RETENTION) is (
        Standing.LAXER
    )
