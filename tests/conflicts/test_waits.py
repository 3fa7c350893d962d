"""What is left to days of a month, the clock or the next people at work, where the other side wants it sooner."""

import pytest
from statements import objection_between

from policycheck.matching.appointed import appointed_times


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The ringing chamber is swept on the first and third Thursday.", 15),
        ("He looks in by the last Monday of the month.", 30),
        ("Item: bell ropes; Ordered: the 1st or the 16th, whichever comes next", 15),
        ("Item: bell ropes; Spliced: loft list, Tue / Fri", 3.5),
        ("You hear from us by six tonight.", 11 / 24),
        ("Deadline: noon; Item: ropes", 11 / 24),
        ("The late shift sees to it tomorrow.", 11 / 24),
        ("It is done at the change of shift.", 11 / 24),
        ("Item: cloths; Counted: pre-breakfast round", 11 / 24),
        ("You can work through them as the month goes on.", 30),
        ("The slip comes with your next payslip.", 30),
        ("Notices go in the second-class post.", 3),
        ("Miss it, and yours is the next but one.", 14),
        ("Item: hassocks; Patched: next quarterly sewing day", 91),
        ("It goes in with the monthly bundle.", 30),
        ("Item: hassocks; Patched: next jumble", 1),
        ("Have a look any time this quarter.", 91),
        ("Type it up before the month's accounts are done.", 30),
        ("They are patched on quarter day.", 91),
        ("It may be a few weeks.", 21),
        ("The ladder is mended by Valentine's Day.", 365),
        ("Hassocks go to be patched in batches, Feb, June and Oct", 365 / 3),
        ("Item: hassocks; Patched: next working party (March, September)", 365 / 2),
        ("The slips go off with the collection at the end of October.", 365),
        ("They are patched by the next new moon.", 30),
        ("They are patched by the end of the half-year.", 365 / 2),
        ("Patched once the basket is full or the term ends, whichever is sooner.", 91),
        ("It comes with the third monthly bulletin.", 90),
        ("Slips stay in the box until the twenty-fifth.", 30),
        ("Tell the vicar in the week you get home.", 7),
        ("Tell the vicar once you are back.", 11 / 24),
        ("Tell the vicar some time that afternoon.", 11 / 24),
    ],
)
def test_how_long_one_may_wait(text, days):
    assert appointed_times(text)[0].hours == pytest.approx(days * 24)


@pytest.mark.parametrize(
    "text",
    [
        "The night staff wear blue.",
        "The first week of the course is about knots.",
        "Open from 9 am to 5 pm.",
        "He is paid the weekly rate.",
        "A few weeks before the fete, ask her.",
        "The flowers are done by Mrs Hay, May and Joan.",
        "Ring once she is back in bed.",
        "By the tooth of the saw lies a nail.",
    ],
)
def test_what_is_no_time_to_wait_for(text):
    assert appointed_times(text) == ()


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        ("A frayed rope must be taken down within one hour.", "Frayed ropes are down by six tonight.", True),
        ("A frayed rope must be taken down within two days.", "Frayed ropes are down by six tonight.", False),
        (
            "A frayed rope must be mended within a week of being found.",
            "Frayed ropes are mended on the second and fourth Saturday.",
            True,
        ),
        (
            "A ringer must be given back the deposit upon leaving.",
            "Deposits come back to ringers after a week.",
            True,
        ),
        ("A letter must be answered by return of post.", "Letters are answered in the yearly report.", True),
        (
            "The tower key must be returned on the same day.",
            "Sit on the tower key until the vicar has been to see you.",
            True,
        ),
        (
            "A lost key must be told to the police after four hours.",
            "A lost key is told to the police on Monday.",
            True,
        ),
    ],
)
def test_what_waits_for_them_is_late(source, policy, objects):
    found = objection_between(source, policy)
    assert (found is not None) is objects
    assert found is None or found.type == "deadline"
