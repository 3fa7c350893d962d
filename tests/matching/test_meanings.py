"""When two terms are one, and what a meaning takes in and leaves out."""

from policycheck.matching.holders.independence import are_two_posts
from policycheck.matching.meanings import is_one_term, read_takes


def test_one_term_in_two_inflections():
    assert is_one_term("frequent residence", "frequently resident")
    assert not is_one_term("open day", "quiet room")


def test_a_range_of_days_leaves_out_the_others():
    weekdays = read_takes("Monday to Friday", "opening day")
    saturdays = read_takes("any day when the kiosk is staffed, Saturdays included", "opening day")
    assert weekdays.leaves_out & saturdays.takes_in


def test_a_bound_leaves_nothing_out():
    assert not read_takes("a boat of not more than 20 tonnes", "small boat").leaves_out


def test_a_deputy_is_another_post_and_a_supervisor_is_no_other_than_the_line_manager():
    assert are_two_posts("the harbour master", "the deputy harbour master")
    assert not are_two_posts("the supervisor", "the line manager")


def test_what_nobody_can_do_without_is_not_left_out():
    unable = read_takes("somebody who cannot climb the tower without help", "frail visitor")
    assert "help" not in unable.leaves_out
    assert "sugar" in read_takes("a drink made without sugar", "plain drink").leaves_out
