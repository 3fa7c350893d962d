"""Limits and numbers of which no answer says anything, on sentences of fields that are not labelled."""

import pytest
from statements import answer, said

from policycheck.alignment.untold import limit_untold
from policycheck.alignment.verdict_features import verdict_features

REPORT = "The skipper must report a collision to the coastguard within two hours."
RETURN = "The harbour master must send a return of landings to the Ministry within 30 days of the end of each quarter."


def untold(source, *policy):
    duty = said(source)
    return limit_untold(duty, [answer(duty, text) for text in policy])


@pytest.mark.parametrize(
    ("source", "policy", "gone"),
    [
        (REPORT, "The skipper shall report a collision to the coastguard.", "within two hours"),
        (REPORT, "The skipper shall report a collision to the coastguard promptly.", "within two hours"),
        (RETURN, "Every quarter the harbour master shall send the Ministry a return of landings.", "within 30 days"),
        ("The mate must test the pumps at least once a week.", "The mate tests the pumps.", "once a week"),
        ("The log must be kept for three years.", "The log shall be kept in the wheelhouse.", "for three years"),
        ("The boat must carry at least four lifejackets.", "The boat shall carry lifejackets.", "at least four"),
        ("The mate must send the log by the 12th of each month.", "The mate sends the log monthly.", "by the 12th"),
        ("The mate must send the log by 3 June each year.", "The mate sends the log once a year.", "by 3 June"),
    ],
)  # fmt: skip
def test_a_limit_of_which_nothing_is_said_is_told(source, policy, gone):
    assert gone in untold(source, policy)


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (REPORT, "The skipper shall report a collision to the coastguard within one hour."),
        (REPORT, "The skipper shall report a collision to the coastguard within a day."),
        (REPORT, "The skipper shall report a collision to the coastguard at once."),
        (RETURN, "The harbour master shall send the Ministry a return within three weeks of each quarter."),
        (
            "The mate must send the log by the 12th of each month.",
            "The mate sends the log by the 9th of each month.",
        ),
        (
            "The mate must send the log by the 12th of each month.",
            "Each month the mate sends the log within a week.",
        ),
        ("The mate must send the log each month.", "The mate sends the log monthly."),
        ("The mate must sign the weekly log.", "The mate signs the log."),
        ("The boat must carry at least four lifejackets.", "The boat shall carry five."),
        ("The skipper must report a collision promptly.", "The skipper reports a collision."),
        (
            "The clerk must hear an appeal made within ten days of the ruling.",
            "The clerk hears every appeal.",
        ),
    ],
)
def test_a_limit_that_is_set_otherwise_is_not(source, policy):
    assert not untold(source, policy)


def test_any_answer_may_set_the_limit():
    silent, timed = "The skipper shall report a collision.", "The report shall be made within one hour."
    assert untold(REPORT, silent)
    assert not untold(REPORT, silent, timed)


def test_what_is_untold_is_a_feature_of_the_verdict():
    duty = said(REPORT)
    for policy, expected in (
        ("The skipper reports a collision.", 1.0),
        ("Collisions are reported within an hour.", 0.0),
    ):
        found = [answer(duty, policy)]
        features = verdict_features(duty, [(a.statement, 0.9) for a in found], found, items_missing=0.0)
        assert features["limit_untold"] == expected
