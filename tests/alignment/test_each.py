"""Who of several is left out, where a source binds each of them, on sentences of a lifeboat station."""

import pytest
from statements import answer, said

from policycheck.alignment.each import left_out_of_each

SOURCE = "The skipper and the launching foreman must each sign the log."


@pytest.mark.parametrize(
    ("source", "policies", "left"),
    [
        (SOURCE, ["The skipper signs the log."], "the launching foreman"),
        (SOURCE, ["The log is signed by the launching foreman."], "The skipper"),
        (
            "Both the skipper and the mechanic must sign the log.",
            ["The skipper signs the log."],
            "the mechanic",
        ),
        (SOURCE, ["The skipper and the launching foreman sign the log."], ""),
        (SOURCE, ["The skipper signs the log.", "The log is signed by the launching foreman."], ""),
        (SOURCE, ["The log is signed by both."], ""),
        (SOURCE, ["We sign the log."], ""),
        ("The skipper and the mechanic must sign the log.", ["The skipper signs the log."], ""),
        ("The trust and the harbour authority must each keep a log.", ["The trust keeps a log."], ""),
    ],
)
def test_each_who_is_bound_must_do_it(source, policies, left):
    duty = said(source)
    assert left_out_of_each(duty, [answer(duty, text) for text in policies]) == left
