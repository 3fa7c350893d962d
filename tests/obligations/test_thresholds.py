"""Ages, sums, percentages, counts and retention periods as a person reads them."""

import pytest

from policycheck.domain.obligations import Comparator
from policycheck.obligations.thresholds import read_thresholds

LEAST, MOST, EXACT = "at least", "at most", "exactly"

AGES = [
    ("a person aged 16 or over", LEAST, 16),
    ("everyone aged 16 and above", LEAST, 16),
    ("a child under 18", MOST, 17),
    ("a person under the age of 14", MOST, 13),
    ("a person aged under 16", MOST, 15),
    ("a person aged 13 or younger", MOST, 13),
    ("children of 8 years or under", MOST, 8),
    ("has attained the age of 16", LEAST, 16),
    ("who has attained 16", LEAST, 16),
    ("has not attained the age of 18", MOST, 17),
    ("a worker who has not turned 18", MOST, 17),
    ("is at least 18 years old", LEAST, 18),
    ("Youngsters of 12 and over can sign up.", LEAST, 12),
    ("over the age of 65", LEAST, 65),
    ("until the age of 25", MOST, 25),
    ("from the age of 15", LEAST, 15),
    ("a person under eighteen", MOST, 17),
    ("visitors under 16", MOST, 15),
    ("No one under 21 may drive the van.", MOST, 20),
    ("a child aged 5", EXACT, 5),
    ("an eight year old", EXACT, 8),
    ("on the young person's eighteenth birthday", EXACT, 18),
    ("Under-18s get a rest break.", MOST, 17),
]

MONEY = [
    ("a fee of £10", EXACT, 10),
    ("a charge not exceeding £1,000", MOST, 1000),
    ("a gift worth more than £25", LEAST, 25),
    ("a gift worth up to £25", MOST, 25),
    ("cover of at least £2 million", LEAST, 2_000_000),
    ("purchases of £500 or more", LEAST, 500),
    ("£12.50 an hour", EXACT, 12.5),
    ("a maximum of £300", MOST, 300),
    ("They must not accept a gift worth more than £25.", MOST, 25),
    ("fifty pounds is paid", EXACT, 50),
]

PERCENT = [
    ("at least 20% of files", LEAST, 20),
    ("not more than 5 per cent of the rent", MOST, 5),
    ("twenty per cent of cases", EXACT, 20),
    ("10 percent or more", LEAST, 10),
]

COUNTS = [
    ("at least two members of the panel", LEAST, 2, "members"),
    ("no more than 4 children", MOST, 4, "children"),
    ("two trained adults must stay", EXACT, 2, "adults"),
    ("more than 500 people", LEAST, 501, "people"),
    ("fewer than 5 employees", MOST, 4, "employees"),
    ("50 or more persons", LEAST, 50, "persons"),
    ("a minimum of three references", LEAST, 3, "references"),
    ("up to 3 visitors", MOST, 3, "visitors"),
    ("at least one fire marshal must be present", LEAST, 1, "marshal"),
    ("at least one member of staff", LEAST, 1, "member"),
    ("a panel of at least three persons", LEAST, 3, "persons"),
    ("two officers must sign", EXACT, 2, "officers"),
    ("Send 3 copies to the office.", EXACT, 3, "copies"),
    ("the maximum number of guests is 40 guests", MOST, 40, "guests"),
    ("A landlord must not take more than four weeks' rent.", MOST, 4, "weeks' rent"),
    ("Nobody may look after more than 3 children.", MOST, 3, "children"),
    ("No project which tracks more than 500 people shall begin until then.", LEAST, 501, "people"),
]

RETENTION = [
    ("The record must be kept for 6 years.", EXACT, 6, "year"),
    ("Keep the form for at least seven (7) years from closure.", LEAST, 7, "year"),
    ("Files are retained for not less than 5 years.", LEAST, 5, "year"),
    ("Footage must not be kept for longer than 31 days.", MOST, 31, "day"),
    ("Copies are held for up to 12 months.", MOST, 12, "month"),
    ("Records are destroyed after 3 years.", EXACT, 3, "year"),
    ("We shred the forms of people who did not get the job after three months.", EXACT, 3, "month"),
    ("The cameras keep pictures of callers for six weeks.", EXACT, 6, "week"),
    ("Visitor sheets go in the confidential bin after 31 days.", EXACT, 31, "day"),
    ("The file is kept until the 75th anniversary of the child's birth.", EXACT, 75, "year"),
    ("The file is kept until the child's 25th birthday.", EXACT, 25, "year"),
    ("The register is kept indefinitely.", EXACT, None, "year"),
]

NOTHING = [
    "section 47 enquiries",
    "regulation 12 and 13 apply",
    "Table 2 sets out the rates",
    "within 3 working days",
    "on 1 April",
    "every two hours",
    "The policy was last changed in 2019.",
    "step 3 is to ring the parent",
    "over 10 weeks",
    "6.2 Officers will carry a card.",
    "Lot 3 covers the gardens.",
]


@pytest.mark.parametrize(("text", "comparator", "value"), AGES)
def test_an_age_is_read(text: str, comparator: str, value: float) -> None:
    (found,) = [one for one in read_thresholds(text) if one.kind == "age"]
    assert (found.comparator.value, found.value, found.unit) == (comparator, value, "year")
    assert found.text in text


@pytest.mark.parametrize(("text", "comparator", "value"), MONEY)
def test_a_sum_is_read(text: str, comparator: str, value: float) -> None:
    (found,) = read_thresholds(text)
    assert (found.kind.value, found.comparator.value, found.value, found.unit) == (
        "money",
        comparator,
        value,
        "£",
    )


@pytest.mark.parametrize(("text", "comparator", "value"), PERCENT)
def test_a_percentage_is_read(text: str, comparator: str, value: float) -> None:
    (found,) = read_thresholds(text)
    assert (found.kind.value, found.comparator.value, found.value, found.unit) == (
        "percent",
        comparator,
        value,
        "%",
    )


@pytest.mark.parametrize(("text", "comparator", "value", "unit"), COUNTS)
def test_a_count_is_read(text: str, comparator: str, value: float, unit: str) -> None:
    (found,) = read_thresholds(text)
    assert (found.kind.value, found.comparator.value, found.value, found.unit) == (
        "count",
        comparator,
        value,
        unit,
    )


@pytest.mark.parametrize(("text", "comparator", "value", "unit"), RETENTION)
def test_a_retention_period_is_read(text: str, comparator: str, value: float | None, unit: str) -> None:
    (found,) = [one for one in read_thresholds(text) if one.kind == "retention"]
    assert (found.comparator.value, found.value, found.unit) == (comparator, value, unit)


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_of_provisions_and_times_are_no_thresholds(text: str) -> None:
    assert read_thresholds(text) == ()


def test_a_range_of_ages_is_two_bounds() -> None:
    lower, upper = read_thresholds("young people aged 16 to 18")
    assert (lower.comparator, lower.value) == (Comparator.AT_LEAST, 16)
    assert (upper.comparator, upper.value) == (Comparator.AT_MOST, 18)


def test_a_retention_period_names_what_it_runs_from() -> None:
    (kept,) = read_thresholds("Files are kept for 6 years from the date of closure.")
    assert kept.trigger == "from the date of closure"
    (born,) = read_thresholds("The record is kept until the child's 25th birthday.")
    assert born.trigger == "of birth"


@pytest.mark.parametrize(
    ("text", "kind", "bound", "value"),
    [
        ("Ferries where the sound is 70 decibels or more carry a sign.", "measure", LEAST, 70),
        ("Wine is stored at 12°C or cooler.", "measure", MOST, 12),
        ("The hoist must not lift loads heavier than 2 tonnes.", "measure", MOST, 2000),
        ("A buoy is moored within 300 m of the wreck.", "measure", MOST, 300),
        ("Not fewer than four quotes for a boat of more than £900 are sought.", "money", LEAST, 900),
        ("No more than a third of the fleet may sail.", "percent", MOST, 100 / 3),
        ("The log must be shredded once it is 5 years old.", "retention", EXACT, 5),
        ("Burn nothing. Shred the log two years after the voyage.", "retention", EXACT, 2),
    ],
)
def test_figures_told_in_passing(text, kind, bound, value):
    found = [t for t in read_thresholds(text) if t.kind.value == kind]
    assert [(t.comparator.value, t.value) for t in found] == [(bound, pytest.approx(value))]
