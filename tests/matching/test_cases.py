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
        ("A member may, within 14 days of the fine, appeal to the committee.", True),
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


def test_a_period_after_an_event_answers_how_long_a_thing_is_kept() -> None:
    law = "The harbour must keep the log of a wreck for at least 6 years after it is raised."
    policy = "We must burn nothing; the log leaves the office 2 years after the wreck is raised."
    assert standing(law, policy, Part.RETENTION) is Standing.LAXER
