"""Figures of two sentences held against each other."""

from policycheck.matching.figures import agreeing, differing
from policycheck.obligations.figures import read_figures


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
