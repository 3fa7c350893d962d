"""Plain facts of a source that bind."""

import pytest

from policycheck.obligations.facts import read_facts
from policycheck.scripting import as_clauses


def facts(text, *, in_law=True):
    return [one.text for one in read_facts(as_clauses([text]), read={}, in_law=in_law)]


@pytest.mark.parametrize(
    "text",
    [
        "The sum payable for a pitch is £40.",
        "A stallholder's badge lapses after three months.",
        "A buyer has ten days in which to return a faulty lamp.",
        "A stallholder shall not be required to trade on a feast day.",
        "No fee is payable by a stallholder who trades alone.",
    ],
)
def test_a_figure_or_a_freedom_is_a_fact_that_binds(text):
    assert facts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Markets are older than the towns around them.",
        "These Regulations come into force on 1 May 2024.",
        "For the purposes of this Part a week begins on the third day.",
        "A day on which no market is held shall be disregarded in counting the ten days.",
        "The market was moved three times in forty years.",
    ],
)
def test_narrative_and_how_a_text_is_read_is_none(text):
    assert facts(text) == []


def test_the_figures_of_guidance_are_narrative_and_its_freedoms_are_not():
    assert facts("The inspector meets about sixty stallholders a year.", in_law=False) == []
    assert facts("A stallholder need not trade on a feast day.", in_law=False)


def test_what_was_read_as_a_duty_is_no_fact_besides():
    clauses = as_clauses(["The sum payable for a pitch is £40."])
    assert read_facts(clauses, read={clauses[0].id: [clauses[0].text]}, in_law=True) == []
