"""Figures of two sentences held against each other."""

from policycheck.matching.figures import agreeing, differing
from policycheck.obligations.figures.all_figures import read_figures


def differ(a, b, **options):
    options = {"against_source": False} | options
    found = differing(read_figures(a), read_figures(b), **options)
    return None if found is None else (found[0].text, found[1].text)


def test_figures_of_one_kind_differ_across_units_only_where_they_do():
    assert differ("a break of 30 minutes", "a break of 20 minutes") == ("30 minutes", "20 minutes")
    assert differ("within 72 hours", "within three days") is None
    assert differ("a fee of £5", "a break of 5 minutes") is None
    assert differ("two signatures", "three witnesses") is None


def test_what_is_stricter_than_the_source_complies():
    assert differ("at least 30 minutes", "45 minutes", against_source=True) is None
    assert differ("at least 30 minutes", "20 minutes", against_source=True) is not None
    assert differ("within 28 days", "within 14 days", against_source=True) is None
    assert (
        differ("kept for 6 years", "kept for 7 years", against_source=True, longer_is_stricter=True) is None
    )


def test_a_figure_that_both_have_explains_itself():
    a, b = "after 14 days a fee of £10", "a fee of £10 is due after 7 days"
    assert agreeing(read_figures(a), read_figures(b)) == 1
    assert differ(a, b) == ("14 days", "7 days")


def test_a_least_figure_after_a_denial_is_a_least_figure():
    assert differ("not fewer than five buoys", "seven buoys", against_source=True) is None
    assert differ("not fewer than five buoys", "four buoys", against_source=True) is not None


def test_a_rule_for_dearer_things_is_widened_by_a_lower_figure():
    asked = "A boat worth more than £900 must be insured."
    assert differ(asked, "A boat worth more than £700 is insured.", against_source=True) is None
    assert differ(asked, "A boat worth more than £2,000 is insured.", against_source=True) is not None
    least = "Each mooring must bear at least £900 of insurance."
    assert differ(least, "Insurance of £700 is enough.", against_source=True) is not None


def test_ages_part_at_one_boundary_however_they_are_told():
    assert differ("Nobody under 14 may row alone.", "Those aged 14 or over may row alone.") is None
    banned = {"against_source": True, "forbidden": True}
    assert differ("No one under 14 may row alone.", "From the age of 13 you may row.", **banned) is not None
    assert differ("No one under 14 may row alone.", "From the age of 16 you may row.", **banned) is None


def test_shares_and_ratios_are_compared_whatever_their_words():
    assert differ("one jar in ten is opened", "10 per cent of jars are opened") is None
    assert differ("one jar in ten is opened", "one jar in thirty is opened") is not None
    few = "one steward for every 50 visitors"
    assert differ(few, "one steward for every 40 guests", against_source=True) is None
    assert differ(few, "one steward for every 75 guests", against_source=True) is not None


def test_rhythms_are_held_against_rhythms_only():
    assert differ("oiled every two weeks", "oiled once a fortnight") is None
    assert differ("oiled every two weeks", "oiled monthly") is not None
    assert differ("oiled every two weeks", "oiled within three weeks") is None


def test_people_are_counted_under_any_name_but_not_things():
    assert differ("a jury of three persons", "a jury of five members") is not None
    assert differ("a jury of three persons", "three members sit as jury") is None
    assert differ("two keys", "three lamps") is None


def test_measures_compare_in_one_unit_by_their_bound():
    assert differ("at least 2 km from the quarry", "at least 1,500 m away") == ("2 km", "1,500 m")
    assert differ("no more than 2 kg", "up to 2,000 grams") is None
    assert differ("stored at 12°C or cooler", "stored at 10°C or cooler", against_source=True) is None
    assert differ("stored at 12°C or cooler", "stored at 14°C or cooler", against_source=True) is not None
    assert differ("a load of 30 kg", "a ramp of 2 metres") is None


def test_moments_compare_with_moments_of_their_kind():
    assert differ("gates shut by 6 pm", "gates shut by 5 pm", against_source=True) is None
    assert differ("gates shut by 5 pm", "gates shut by 6 pm", against_source=True) == ("5 pm", "6 pm")
    assert differ("paid by 1 June", "paid by 5 pm") is None


def test_a_least_figure_of_a_meaning_says_which_cases_are_meant():
    a, b = "a spill of 50 litres or more", "a spill of 80 litres or more"
    assert differ(a, b, against_source=True) is None
    assert differ(a, b, against_source=True, defines=True) == ("50 litres", "80 litres")
    assert differ(b, a, against_source=True, defines=True) is None


def test_a_share_that_is_asked_for_is_not_kept_by_a_smaller_one():
    law = "More than half of the stewards must be divers."
    assert differ(law, "Two of the five stewards are divers.", against_source=True) is not None
    assert differ(law, "Three of the five stewards are divers.", against_source=True) is None


def test_once_in_a_cell_is_one_time():
    law = "The buoy must be visited at least twice while the race is on."
    assert differ(law, "Item: Buoy; Who: Steward; How often: Once", against_source=True) is not None
    assert differ(law, "Item: Buoy; Who: Steward; How often: Three times", against_source=True) is None
    assert differ(law, "Item: Buoy; When: Once the race is over", against_source=True) is None


def test_who_acts_alone_is_one_adult():
    law = "At least two adults must be on the jetty."
    assert differ(law, "The steward may watch the jetty alone.", against_source=True) is not None


def test_whole_things_are_bounded_by_the_next_number():
    assert differ("a raft for fewer than 12 people", "a raft for no more than 11 people") is None
    assert differ("a raft for more than 12 people", "a raft for at least 13 people") is None
    assert differ("where there are fewer than two divers", "where there is only one diver") is None
    assert differ("a raft for fewer than 12 people", "a raft for fewer than 13 people") == ("12", "13")


def test_a_ban_on_fewer_asks_for_the_number_itself():
    banned = "The raft must not be launched with fewer than two divers."
    assert differ(banned, "at least two divers") is None
    assert differ(banned, "one diver") is not None


def test_the_time_over_which_something_is_counted_is_held_against_such_a_time_only():
    for span in (
        "in any period of 30 days",
        "in any 30 days",
        "over any 30-day period",
        "in a rolling 30 days",
    ):
        asked = f"not moored for more than 12 days {span}"
        assert differ(asked, "moored for at most ten days", against_source=True) is None, span
        assert differ(asked, "moored for at most 14 days", against_source=True) == ("12 days", "14 days")
    assert differ("six hours in a 24-hour period", "up to five hours") == ("six hours", "five hours")
    assert differ("six hours in any 24 hours", "six hours in any 48 hours") == ("24 hours", "48 hours")
    assert differ("answered within 24 hours", "answered within 48 hours") == ("24 hours", "48 hours")
    assert differ("done in a period of 24 hours", "done in 48 hours") == ("24 hours", "48 hours")
