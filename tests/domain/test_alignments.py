"""In which order people are shown what was found."""

from policycheck.domain.alignments import Severity, weight


def test_of_two_as_likely_right_the_graver_comes_first():
    assert weight(Severity.HIGH, 0.8) > weight(Severity.MEDIUM, 0.8) > weight(Severity.LOW, 0.8) > 0


def test_a_grave_guess_waits_for_what_is_sure():
    assert weight(Severity.HIGH, 0.5) < weight(Severity.LOW, 0.9)
