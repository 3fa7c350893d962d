"""The numbers of provisions are neither counts nor measures."""

import pytest

from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.figures.provisions import provisions_in, without_provisions
from policycheck.obligations.thresholds import read_thresholds


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in sections 174 to 177 prevents the use of a vehicle in accordance with the order.",
        "A contravention of section 108, 111 or 112 that relates to Part 5.",
        "A disclosure authorised by sections 27 to 29 does not breach a duty of confidence.",
        "The Commissioner's functions under sections 29(6A) and 34G(6) of that Act.",
        "See section 16M(1) and (2) of the Children Act 2004.",
        "In section 66G, omit subsection (2).",
    ],
)
def test_provisions_give_no_figure(text: str) -> None:
    assert read_thresholds(text) == ()
    assert read_figures(text) == ()


def test_figures_beside_provisions_are_read() -> None:
    (count,) = read_thresholds("Under sections 12 to 14 no more than 30 pupils may sit in one room.")
    assert count.value == 30
    (notice,) = read_figures("Under section 12, 30 days' notice must be given.")
    assert (notice.value, notice.unit) == (30, "day")
    (early,) = read_figures("They must act 3 days before the hearing.")
    assert early.value == 3
    (sum_,) = read_thresholds("For the purposes of section 29 and Schedule 2 the fee is £40.")
    assert sum_.value == 40


def test_provisions_are_found_with_all_their_numbers() -> None:
    text = "Under sections 4, 5 and 7A(2), and Part 3, two officers attend."
    assert [text[start:end] for start, end in provisions_in(text)] == ["sections 4, 5 and 7A(2)", "Part 3"]
    assert without_provisions("(b) under section 4(2)(a), within 3 days") == " under , within 3 days"
