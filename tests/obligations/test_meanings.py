"""What a text takes one of its words to mean, in the forms handbooks use."""

import pytest

from policycheck.obligations.meanings import read_meaning


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("A late book is one that comes back after its date.", "late book"),
        ("We count a reader as dormant once two years have gone by.", "dormant reader"),
        ("Opening days are Monday to Saturday.", "Opening days"),
        ("A vessel is laid up when its engine has not run for a month.", "laid up vessel"),
        ("“Guest” takes in a lodger.", "Guest"),
        ("By a “tree” we mean a plant above three metres.", "tree"),
        ("A journey counts as long if it takes more than a day.", "long journey"),
        ("You count as a long-distance driver if a journey takes more than a day.", "long-distance driver"),
        ("When we say that a boat is laid up, we mean one without a crew.", "laid up boat"),
        ("A float, in this leaflet, is cork or foam.", "float"),
        ("“PF” is a personal float: a vest of cork.", "personal float"),
        ("“PX” is a personal float: a vest of cork.", "PX"),
        ("Occasional driver: anyone who drives once a month.", "Occasional driver"),
    ],
)
def test_a_meaning_is_read(text: str, term: str) -> None:
    found = read_meaning(text)
    assert found is not None
    assert found[0] == term


@pytest.mark.parametrize(
    "text",
    [
        "Swimming is a great way to meet people.",
        "The pool opens at nine.",
        "It is a rule that boots stay outside.",
        "Harbour Radio Brackwell is the licensee. It has two masts.",
        "Mary Ann Pell is the duty officer.",
    ],
)
def test_what_defines_nothing_is_left(text: str) -> None:
    assert read_meaning(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The regatta ends at 6 pm.",
        "A tour begins with a look at the loft.",
        "The matinee starts on 1 May.",
        "A watch ends when the next crew comes.",
        "The jetty is open until 31 October.",
    ],
)
def test_when_a_thing_happens_is_no_meaning(text: str) -> None:
    assert read_meaning(text) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Our sailing year runs from 1 April to 31 March.", ""),
        ("The dark hours begin at 11 pm and end at 6 am.", ""),
        ("The “closed season” begins on 1 October.", ""),
        ("The closed season begins on 1 October.", "Words we use"),
        ("In this leaflet the closed season begins on 1 October.", ""),
        ("A seat is taken until it is given up.", ""),
    ],
)
def test_when_a_time_begins_is_what_it_means_where_both_ends_or_a_term_are_told(
    text: str, heading: str
) -> None:
    assert read_meaning(text, heading) is not None
