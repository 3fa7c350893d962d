"""One disagreement in many places is one topic; two that only look alike are two."""

import pytest

from policycheck.domain.alignments import Severity
from policycheck.domain.findings import ConflictType, Finding, FindingKind, Quotation
from policycheck.domain.topics import by_topic
from policycheck.topics import figure_key, with_topics

Place = tuple[str, str, str]
NOTIFY = "notify the parent of the accident"


def at(place: Place) -> Quotation:
    """Quote a clause of 100 characters whose words stand at its beginning, or at 50 after "…"."""
    document, ref, words = place
    start = 50 if words.startswith("…") else 0
    words = words.removeprefix("…")
    return Quotation(
        document=document,
        ref=ref,
        text=words,
        clause=f"{document}{ref}",
        start=start,
        end=start + len(words),
        document_title=document,
        words=words,
    )


def clash(
    name: str, a: Place, b: Place, *, about: str = NOTIFY, kind: ConflictType = ConflictType.DEADLINE
) -> Finding:
    return Finding(
        id=name,
        kind=FindingKind.CONFLICT,
        severity=Severity.MEDIUM,
        confidence=0.9,
        message="",
        a=at(a),
        b=at(b),
        stamp="",
        conflict_type=kind,
        about=about,
    )


def names(*conflicts: Finding) -> list[set[str]]:
    return [{one.id for one in group.findings} for group in by_topic(with_topics(conflicts))]


LAW = ("law", "5", "within 2 days")
HANDBOOK = ("handbook", "4.2", "within five days")
LEAFLET = ("leaflet", "7", "5 days")


def test_contradictions_that_share_the_words_of_a_clause_are_one() -> None:
    assert names(clash("1", LAW, HANDBOOK), clash("2", LAW, LEAFLET)) == [{"1", "2"}]
    chain = (
        clash("1", LAW, HANDBOOK),
        clash("2", HANDBOOK, ("form", "1", "3 days")),
        clash("3", ("form", "1", "3 days"), LEAFLET),
    )
    assert names(*chain) == [{"1", "2", "3"}]


def test_two_figures_of_one_clause_are_two_topics() -> None:
    """The clause says two things: one is told within 2 days, the other is done within 30."""
    other = clash(
        "2", ("law", "5", "…within 30 days"), ("leaflet", "8", "40 days"), about="finish the report"
    )
    assert names(clash("1", LAW, HANDBOOK), other) == [{"1"}, {"2"}]


def test_another_type_is_another_topic() -> None:
    age = clash("2", LAW, ("leaflet", "7", "from 16"), kind=ConflictType.AGE)
    assert names(clash("1", LAW, HANDBOOK), age) == [{"1"}, {"2"}]


def test_the_same_two_figures_for_the_same_act_are_one_whichever_comes_first() -> None:
    again = clash(
        "2",
        ("form", "1", "no later than 5 days"),
        ("poster", "1", "in two days"),
        about="notify the parents about each accident",
    )
    assert names(clash("1", LAW, HANDBOOK), again) == [{"1", "2"}]


@pytest.mark.parametrize(
    ("about", "first", "second"),
    [
        ("pay the carer an allowance", "5 days", "2 days"),  # another act
        ("notify the parents about each accident", "5 working days", "2 days"),  # another unit
        ("notify the parents about each accident", "5 days", "3 days"),  # another figure
        ("", "5 days", "2 days"),  # nobody knows which act
    ],
)
def test_like_contradictions_elsewhere_stay_apart(about: str, first: str, second: str) -> None:
    other = clash("2", ("form", "1", first), ("poster", "1", second), about=about)
    assert names(clash("1", LAW, HANDBOOK), other) == [{"1"}, {"2"}]


def test_the_title_names_the_act_and_each_figure_once() -> None:
    [first, second] = with_topics([clash("1", LAW, HANDBOOK), clash("2", LAW, LEAFLET)])
    assert first.topic is not None
    assert first.topic == second.topic
    assert first.topic.title == f"Time limit: {NOTIFY} (within 2 days or within five days)"
    [term] = with_topics([clash("1", LAW, HANDBOOK, about="working day", kind=ConflictType.DEFINITION)])
    assert term.topic is not None
    assert term.topic.title == "Definition of “working day”"


def test_the_topic_keeps_its_id_when_the_order_changes_or_a_place_is_added() -> None:
    a, b, c = clash("1", LAW, HANDBOOK), clash("2", LAW, LEAFLET), clash("3", LAW, ("form", "1", "3 days"))
    ids = {one.topic.id for found in ([a, b], [b, a], [c, b, a]) for one in with_topics(found) if one.topic}
    assert len(ids) == 1


def test_a_group_counts_its_places_once() -> None:
    [group] = by_topic(with_topics([clash("1", LAW, HANDBOOK), clash("2", LAW, LEAFLET)]))
    assert group.places == (("law", "5"), ("handbook", "4.2"), ("leaflet", "7"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("within ten (10) working days", "10 working days", True),
        ("at least once a month", "every month", True),
        ("every month", "every 2 months", False),
        ("10 days", "10 working days", False),
        ("£1,000", "1000 pounds", True),
        ("the manager", "the team manager", False),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert (figure_key(one) == figure_key(other)) is same
