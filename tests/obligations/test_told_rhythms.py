"""How often, told in other words and by the calendar."""

import pytest

from policycheck.domain.obligations import Comparator, Unit
from policycheck.obligations.figures.measures import find_measures
from policycheck.obligations.rhythms.frequencies import find_frequencies


def often(text):
    return [(pytest.approx(one.value.value), one.value.unit) for one in find_frequencies(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The keel is scraped every ninth day.", 9, Unit.DAY),
        ("The mast is stepped out each fourth winter.", 4, Unit.YEAR),
        ("The dock is drained in alternate years.", 2, Unit.YEAR),
        ("The dock is drained in even-numbered years.", 2, Unit.YEAR),
        ("Each diver is looked over on every other birthday.", 2, Unit.YEAR),
        ("Somebody tries the lamp of an evening.", 1, Unit.DAY),
        ("A diver is examined on joining, not again.", 100, Unit.YEAR),
        ("The depth test need not be repeated.", 100, Unit.YEAR),
        ("The dive briefing is a one-off.", 100, Unit.YEAR),
        ("The mast is oiled twice-yearly.", 6, Unit.MONTH),
        ("Each diver drinks three litres a day.", 1, Unit.DAY),
        ("The mate makes one check a week.", 1, Unit.WEEK),
        ("The mate lets no more than five months go by between inspections of the hull.", 5, Unit.MONTH),
        ("No more than four months pass between the mate's inspections of the hull.", 4, Unit.MONTH),
        ("The hull is never left more than four months without the mate inspecting it.", 4, Unit.MONTH),
        ("No boat goes longer than two years without being surveyed.", 2, Unit.YEAR),
        ("We carry four litres of water per diver per day.", 1, Unit.DAY),
        ("Take 5 kg of ice for each boat a week.", 1, Unit.WEEK),
        ("The bilge is looked at at sunrise and sunset.", 12, Unit.HOUR),
        ("The mast gets a ten-weekly rub.", 10, Unit.WEEK),
        ("The mast is oiled on a Monday.", 1, Unit.WEEK),
        ("The mast is oiled on a Monday and a Thursday.", 3.5, Unit.DAY),
        ("The bilge is read at 6 am, noon and 6 pm.", 8, Unit.HOUR),
        ("The mate reads the bilge at ten, sleeps, and reads it again at six.", 12, Unit.HOUR),
        ("The mate oils the mast at launch, then nothing for three weeks.", 3, Unit.WEEK),
        ("The crew are paid on 1 March and 1 September.", 6, Unit.MONTH),
        ("The mast is oiled on the first of the month.", 1, Unit.MONTH),
        ("The lamp is tried when the clocks change.", 6, Unit.MONTH),
        ("The lamp is tried at the start of each season.", 3, Unit.MONTH),
        ("The lamp is tried a couple of times a year.", 6, Unit.MONTH),
        ("The hull is scraped every two to three years.", 3, Unit.YEAR),
        ("No more than six months may pass between inspections of the hull.", 6, Unit.MONTH),
        ("The interval between tests of the winch shall not exceed 12 months.", 12, Unit.MONTH),
        ("We do a sweep per quarter.", 3, Unit.MONTH),
        ("The hull is scraped during every third month.", 3, Unit.MONTH),
        ("One year in five the dock is drained.", 5, Unit.YEAR),
        ("The tide table is checked month by month.", 1, Unit.MONTH),
        ("Week in, week out, somebody oils the hinge.", 1, Unit.WEEK),
        ("The crew row the course four times in the course of a year.", 3, Unit.MONTH),
        ("The buoy gets a scrub twice over the summer.", 6, Unit.MONTH),
        ("The flares are looked at twice p.a. by the bosun.", 6, Unit.MONTH),
        ("The bosun looks at the flares once per annum.", 1, Unit.YEAR),
        ("We do one sweep to a term.", 1, Unit.TERM),
        ("Two swabs a month are enough for this galley.", 0.5, Unit.MONTH),
        ("We leave three years between overhauls of the winch.", 3, Unit.YEAR),
        ("A rope goes no more than a month without an inspection.", 1, Unit.MONTH),
        ("The certificate comes up again after four years.", 4, Unit.YEAR),
        ("The surveys are eight weeks apart.", 8, Unit.WEEK),
        ("We all try on a life jacket at the regatta, and that does us for the year.", 1, Unit.YEAR),
        ("One rinse on the slip, and that is it until tomorrow.", 1, Unit.DAY),
        ("The slip is scrubbed in each half of the year.", 6, Unit.MONTH),
        ("The pump takes eight litres a night.", 1, Unit.DAY),
        ("Mondays and Thursdays the bosun tries the horn.", 3.5, Unit.DAY),
        ("The horn is tried Saturday only.", 1, Unit.WEEK),
        ("Try the horn Tue, Thu and Sat.", 7 / 3, Unit.DAY),
        ("We paint the hull in March and October.", 6, Unit.MONTH),
        ("The sails come down in spring, and again once the storms are over.", 6, Unit.MONTH),
        ("The flares are counted at Easter, Whitsun and Christmas.", 4, Unit.MONTH),
        ("There are drills, one in spring and one in autumn.", 6, Unit.MONTH),
        ("Pump the bilge morning, noon and night.", 8, Unit.HOUR),
        ("Pump the bilge when you arrive and again after lunch.", 12, Unit.HOUR),
    ],
)
def test_words_of_every_day_say_how_often(text, value, unit):
    assert often(text) == [(value, unit)]


def test_what_lies_between_two_may_be_a_least():
    (found,) = find_frequencies("Leave at least six hours between doses.")
    assert found.value.comparator is Comparator.AT_LEAST


@pytest.mark.parametrize(
    "text",
    [
        "On any day other than Saturdays, Sundays and bank holidays the slip is manned.",
        "The quay office is open Mondays to Fridays.",
        "We never sail Sundays.",
        "The slip is closed in June and July.",
        "Leave ten minutes between races.",
        "The rope is as thick as one arm in three.",
        "The hull gets its coat in autumn.",
        "Step by step the crew learn the knots.",
        "The log is handed in on the third day of the voyage.",
        "It is agreed between the two clubs.",
        "The morning watch and evening watch share a berth.",
        "That is the boat that won.",
        "The dive must not be repeated.",
        "The dive is not repeated within six hours of landing.",
        "The odd boat is lost.",
        "If the last day falls on a Sunday, the next tide counts.",
        "No boat may be hired out on a Sunday.",
        "on a Sunday, before 8 am; or",
        "The horn waits until nine on a Sunday.",
        "The quay office is open from 9 am to 5 pm.",
        "A skipper who fails may apply again after three months.",
        "The mate cares for the crew day by day.",
        "The berth is let again to the same crew.",
        "One PA checks the rope.",
        "The boat moves two miles a day before the race.",
        "Crews are told of a visit a fortnight in advance.",
        "Crews are told of a drill a week ahead.",
        "Crews are told of an inspection a month beforehand.",
        "No diver stays down longer than an hour without air.",
        "The pump moves 30 litres a minute.",
        "No boat lands between sunset and sunrise.",
        "Divers rest between breakfast and lunch.",
        "The dock is shut between the spring and autumn.",
    ],
)
def test_other_words_do_not(text):
    assert often(text) == []


def test_the_calendar_is_silent_where_the_sentence_says_how_often():
    assert often("In March and October the hull is scrubbed every week.") == [(1, Unit.WEEK)]


def test_so_much_a_day_is_the_amount_and_how_often():
    for text in ("each diver drinks three litres a day", "give three litres of water per head per day"):
        (drunk,) = find_measures(text)
        assert (drunk.value.value, drunk.value.unit) == (3, "litres")
    (rate,) = find_measures("the pump moves three litres per minute")
    assert rate.value.unit == "litres/second"
