"""Figures wherever they stand in a sentence, against what a reader takes from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures

TIME, MONEY, PERCENT, AGE, COUNT, RHYTHM, RATIO, MEASURE, DATE, CLOCK, _MONTH_DAY = FigureKind
LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def told(text):
    return [(f.kind, f.value, f.unit, f.bound) for f in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Under-18s get a rest break of 20 minutes", [(AGE, 17, "year", MOST), (TIME, 20, "minute", None)]),
        ("a break of at least half an hour", [(TIME, 0.5, "hour", Comparator.AT_LEAST)]),
        ("must not suspend anybody for more than six months", [(TIME, 6, "month", Comparator.AT_MOST)]),
        ("The account stops when it is £15 in the red", [(MONEY, 15, "£", None)]),
        ("Interest of 8 per cent must be added", [(PERCENT, 8, "%", None)]),
        ("A guarantor must be 21 or over", [(AGE, 21, "year", Comparator.AT_LEAST)]),
        ("staff who have passed their eighteenth birthday", [(AGE, 18, "year", None)]),
        ("within one school week", [(TIME, 5, "school day", Comparator.AT_MOST)]),
        ("told within a day of the race", [(TIME, 1, "day", MOST)]),
        ("a day of rest, on a day of your choice", []),
        ("back within a fortnight", [(TIME, 2, "week", Comparator.AT_MOST)]),
        ("as section 4, Standard 26 and stage two say, since 2011", []),
        ("see 4.2 and Version 5", []),
        ("one meal in every eight is tasted by the cook", [(PERCENT, 12.5, "%", None)]),
        ("two thirds of the seats are sold beforehand", [(PERCENT, 200 / 3, "%", None)]),
        ("A goalkeeper on loan gets half pay", [(PERCENT, 50, "%", None)]),
        ("half an hour in a quarter of the year", [(TIME, 0.5, "hour", None)]),
        ("at least one lifeguard for every 30 bathers", [(RATIO, 30, "", MOST)]),
        ("the kitchen is swept every three weeks", [(RHYTHM, 3, "week", MOST)]),
        ("put off to a day not more than five days later", [(TIME, 5, "day", MOST)]),
        ("held on a day that suits both, and told a day before", [(TIME, 1, "day", None)]),
        ("no later than the eleventh working day", [(TIME, 11, "day", MOST)]),
        ("no sooner than the eighth day after the vote", [(TIME, 7, "day", LEAST)]),
        ("the third anniversary of the wreck", [(TIME, 3, "year", None)]),
        ("a locker costs 65p", [(MONEY, 0.65, "£", None)]),
        ("two thousand pounds", [(MONEY, 2000, "£", None)]),
        ("a dive lasts an hour and a half", [(TIME, 1.5, "hour", None)]),
        ("moored from 22:00 to 05:30", [(CLOCK, 22, "", LEAST), (CLOCK, 5.5, "", None)]),
        ("moored at a quarter to nine", [(CLOCK, 8.75, "", None)]),
        ("moored from half past seven in the evening", [(CLOCK, 19.5, "", LEAST)]),
        ("moored from 9 to 5 pm", [(CLOCK, 17, "", None)]),
        ("rest for a whole week", [(TIME, 1, "week", None)]),
        ("at least ten extra minutes to change", [(TIME, 10, "minute", LEAST)]),
        ("by the end of their last working day", [(TIME, 0, "day", MOST)]),
        ("Lock: Harbour master; Number: Once", [(COUNT, 1, "times", None)]),
        ("Once the lock is shut; Number: Twice", [(COUNT, 2, "times", None)]),
        ("not fewer than four divers", [(COUNT, 4, "diver", LEAST)]),
        ("where the swell is over three metres", [(MEASURE, 3, "metres", LEAST)]),
        ("signed by two witnesses", [(COUNT, 2, "witness", None)]),
        ("one qualified tower master", [(COUNT, 1, "master", None)]),
        ("paid at £12 an hour", [(MONEY, 12, "£", None)]),
        ("a member of 21 and above", [(AGE, 21, "year", LEAST)]),
        ("The pool is kept at 27 degrees or warmer", [(MEASURE, 27, "°C", LEAST)]),
        ("Vaccine travels at minus 70°C or colder", [(MEASURE, -70, "°C", MOST)]),
        ("within 500 m of the pier", [(MEASURE, 500, "metres", MOST)]),
        ("A lifebelt hangs every 80 metres along the quay", [(MEASURE, 80, "metres", MOST)]),
        ("carry half a litre in the flask", [(MEASURE, 0.5, "litres", None)]),
        ("no more than a litre per rower", [(MEASURE, 1, "litres", MOST)]),
        ("a foot in the door and a mile in front", []),
        ("The cox may not be one of them", []),
        ("one of them must be a cox", [(COUNT, 1, "", None)]),
        ("two lifebelts for every 90 m", [(MEASURE, 45, "metres", MOST)]),
        ("Every 25 m pool has a clock", [(MEASURE, 25, "metres", None)]),
        ("the track rises a metre every 80 metres", [(MEASURE, 80, "metres", None)]),
        ("no closer than two and a half kilometres", [(MEASURE, 2500, "metres", LEAST)]),
        ("the carriage must not go faster than 10 mph", [(MEASURE, 10, "mph", MOST)]),
        ("no tram goes faster than 10 km an hour", [(MEASURE, 6.21371, "mph", MOST)]),
        ("45p a mile is paid", [(MONEY, 0.45, "£", None)]),
        ("The regatta ends by 8.30 pm", [(CLOCK, 20.5, "", MOST)]),
        ("boats are in by six the same evening", [(CLOCK, 18, "", MOST)]),
        ("the bar opens at noon", [(CLOCK, 12, "", None)]),
        ("the bar opens at 12 o'clock", [(CLOCK, 12, "", None)]),
        ("the bar opens at twelve o'clock at night", [(CLOCK, 24, "", None)]),
        ("the bar opens at 12 am", [(CLOCK, 24, "", None)]),
        ("the bar opens at 12.30 pm", [(CLOCK, 12.5, "", None)]),
        ("the bar opens at 3 o'clock at night", [(CLOCK, 3, "", None)]),
        ("Dues are paid by the end of March", [(DATE, 93, "", MOST)]),
        ("not later than 30 September", [(DATE, 278, "", MOST)]),
        ("the bye-law holds from 1 April 2027", []),
        ("A jury may not be recalled more than once", [(COUNT, 1, "times", MOST)]),
        ("No horse shall be raced a third time", [(COUNT, 2, "times", MOST)]),
        ("Once a jockey is hurt he is paid twice the fee", [(PERCENT, 200, "%", None)]),
        ("the decks are washed every night", [(RHYTHM, 1, "day", MOST)]),
        ("fed every morning and again every evening", [(RHYTHM, 12, "hour", MOST)]),
        ("unless at least four of them agree", [(COUNT, 4, "", LEAST)]),
        ("You may row on your own", [(COUNT, 1, "person", None)]),
        ("A diver never goes down alone", []),
        ("nobody under 14 may dive", [(AGE, 13, "year", MOST)]),
        ("five judges, two of whom grow leeks", [(COUNT, 5, "judg", None), (COUNT, 2, "of them", None)]),
        ("a pair of swans", [(COUNT, 2, "swan", None)]),
        ("half a dozen eggs", [(COUNT, 6, "egg", None)]),
        ("after a second fall", [(COUNT, 2, "fall", None)]),
        ("on the second Monday of the second floor sale", []),
        ("tea is free of charge", [(MONEY, 0, "£", MOST)]),
        ("the battery must not be charged indoors", []),
        ("purchases of £25k", [(MONEY, 25000, "£", None)]),
        ("the oven must reach 75°C", [(MEASURE, 75, "°C", LEAST)]),
        ("a foal under six months old", [(AGE, 5, "month", MOST)]),
        ("the choir rests every two and a half hours", [(RHYTHM, 2.5, "hour", MOST)]),
        ("oil the loom every 30 running hours", [(RHYTHM, 30, "hour", MOST)]),
        ("the levy is settled within two accounting quarters", [(TIME, 6, "month", MOST)]),
        ("nobody chairs it for more than three successive terms", [(TIME, 3, "term", MOST)]),
        ("a fever of three unbroken days", [(TIME, 3, "day", None)]),
        ("back within two school weeks", [(TIME, 10, "school day", MOST)]),
        ("three growing lads pay £2 each", [(COUNT, 3, "lad", None), (MONEY, 2, "£", None)]),
    ],
)
def test_a_sentence_says(text, figures):
    assert told(text) == figures


@given(st.integers(2, 400), st.sampled_from(["minute", "hour", "day", "week", "month", "year"]))
def test_a_printed_time_is_read_back(value, unit):
    assert told(f"Kept for {value} {unit}s.") == [(TIME, value, unit, None)]


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text):
    assert all(f.text in text for f in read_figures(text))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A stoker has to be 21 or more.", [(AGE, 21, "year", LEAST)]),
        ("Pilots have to be 25 or above, and sober.", [(AGE, 25, "year", LEAST)]),
        ("The stack has to be 21 or more bricks high.", []),
    ],
)
def test_who_has_to_be_so_many_or_more_has_an_age(text, figures):
    assert [f for f in told(text) if f[0] is AGE] == figures


def test_one_that_is_the_first_of_several_counts_nothing():
    for text in (
        "Each catch is weighed by one warden and then, again, by another.",
        "Tie one rope to the bow and one to the stern.",
        "Rest well between one voyage and the next.",
    ):
        assert not [f for f in read_figures(text) if f.kind is FigureKind.COUNT], text
    (kept,) = read_figures("One warden weighs the catch, and the skipper signs.")
    assert kept.value == 1


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The purser and one other officer count the till", 2),
        ("A mate and at least one other officer are on deck", 2),
        ("The purser counts the till with one officer", 1),
        ("Three mates and one other officer are on deck", 1),
        ("One other officer is on deck", 1),
    ],
)
def test_one_other_is_counted_on_from_the_one_before(text, many):
    assert many in [f.value for f in read_figures(text) if f.kind is COUNT]
    assert many == 2 or 2 not in [f.value for f in read_figures(text) if f.kind is COUNT]
