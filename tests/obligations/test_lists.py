"""Lists belong to the words above them; limbs with a time limit or a verb of their own stand alone."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind
from policycheck.domain.obligations import LimitKind, Modality, Obligation
from policycheck.obligations import read_clauses


def _clauses(lead: str, *items: str, closing: str = "") -> list[Clause]:
    parent = Clause(id="p", ref="5", text=lead, closing=closing)
    children = [
        Clause(id=f"p{place}", ref=f"5({'abcdefgh'[place]})", text=item, kind=ClauseKind.ITEM, parent="p")
        for place, item in enumerate(items)
    ]
    return [parent, *children]


def _law(lead: str, *items: str, closing: str = "") -> list[Obligation]:
    return read_clauses(_clauses(lead, *items, closing=closing), kind=DocumentKind.LEGISLATION)


def _policy(text: str) -> list[Obligation]:
    return read_clauses([Clause(id="c", ref="2", text=text)])


def test_a_list_of_contents_is_one_obligation() -> None:
    (found,) = _law("The report must describe—", "what happened;", "the steps taken.")
    assert (found.ref, found.clause, found.modality) == ("5", "p", Modality.OBLIGATION)
    assert found.items == ("what happened;", "the steps taken.")
    assert found.text == "The report must describe— what happened; the steps taken."


def test_closing_words_complete_the_sentence() -> None:
    (found,) = _law(
        "The authority must provide—", "food; and", "clothing,", closing="for any child in its care."
    )
    assert found.text.endswith("for any child in its care.")
    assert found.items == ("food; and", "clothing,")


def test_limbs_with_their_own_time_limit_are_obligations_of_their_own() -> None:
    first, second = _law(
        "Where a parent withdraws that agreement, the controller must—",
        "stop using the information within 2 working days of the withdrawal;",
        "erase the information within 28 days of the withdrawal.",
    )
    assert (first.ref, second.ref) == ("5(a)", "5(b)")
    assert first.text.startswith("Where a parent withdraws that agreement, the controller must— stop using")
    assert [limit.value for limit in first.time_limits] == [2]
    assert {first.duty_holder, second.duty_holder} == {"the controller"}
    assert second.act == "erase the information"


@pytest.mark.parametrize(
    ("item", "case"),
    [
        ("if a leak is the second in a week, close the sluice within one hour.", "if a leak is the second in a week"),
        ("if a boat, raft or canoe is adrift, warn the ferry within one hour.", "if a boat, raft or canoe is adrift"),
        ("in the case of a flood, ring the ferry within one hour.", "in the case of a flood"),
        ("before a boat is let out, test its pump within one hour.", "before a boat is let out"),
    ],
)  # fmt: skip
def test_a_limb_may_open_with_a_case_of_its_own(item: str, case: str) -> None:
    mend, limb = _law("The lock keeper must—", "mend a leak within three days; and", item)
    assert (mend.ref, mend.act) == ("5(a)", "mend a leak")
    assert (limb.ref, limb.conditions, limb.duty_holder) == ("5(b)", (case,), "The lock keeper")
    assert [limit.text for limit in limb.time_limits] == ["within one hour"]


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("The log must state—", "when the sluice opened, and who saw it within one hour"),
        ("The keeper must turn back—", "where the lock is full, any boat within one hour of the tide"),
        ("The keeper must—", "if the sluice sticks, free it"),
    ],
)
def test_a_case_without_a_timed_act_makes_no_limb(lead: str, item: str) -> None:
    (whole,) = _law(lead, "a boat;", item)
    assert whole.items == ("a boat;", item)


def test_the_other_items_stay_with_the_lead() -> None:
    whole, limb = _law("The carer must—", "keep a log;", "ring the office within 1 hour; and", "wait.")
    assert (whole.ref, whole.items) == ("5", ("keep a log;", "wait."))
    assert not whole.time_limits
    assert limb.ref == "5(b)"


def test_a_time_in_a_description_makes_no_limb() -> None:
    (found,) = _law(
        "The authority must consult—",
        "any person with whom the child lived within the last 12 months;",
        "the child.",
    )
    assert len(found.items) == 2


def test_limbs_with_their_own_verb() -> None:
    first, second = _law(
        "Where a child is missing—", "the carer must ring the police;", "the manager may call a meeting."
    )
    assert [(one.ref, one.modality) for one in (first, second)] == [
        ("5(a)", Modality.OBLIGATION), ("5(b)", Modality.PERMISSION),
    ]  # fmt: skip
    assert first.conditions == ("Where a child is missing",)


def test_contents_that_begin_with_that_are_no_limbs() -> None:
    (found,) = _law(
        "The notice must state—", "the reasons;", "that the individual may complain to the Commissioner."
    )
    assert found.modality is Modality.OBLIGATION
    assert len(found.items) == 2


def test_conditions_above_and_the_duty_below() -> None:
    (found,) = _law(
        "Where—", "a child is ill; or", "a child is hurt,", closing="the school must tell the parent."
    )
    assert (found.ref, found.duty_holder, found.act) == ("5", "the school", "tell the parent")
    assert len(found.items) == 2


def test_items_of_items_belong_to_their_item() -> None:
    clauses = _clauses("The plan must set out—", "the needs of—", "the date.")
    clauses.append(Clause(id="x", ref="5(a)(i)", text="the child;", kind=ClauseKind.ITEM, parent="p0"))
    (found,) = read_clauses(clauses, kind=DocumentKind.LEGISLATION)
    assert found.items == ("the needs of— the child;", "the date.")


def test_a_list_that_binds_nobody_gives_nothing() -> None:
    assert _law("In this Part—", "the purpose of a review is to learn;", "a review is a meeting.") == []


def test_bullets_are_items_of_the_words_above() -> None:
    (found,) = _policy("Foster carers must:\n• keep a log\n• attend training")
    assert (found.duty_holder, found.items) == ("Foster carers", ("keep a log", "attend training"))


def test_bullets_with_their_own_modal_verb_are_obligations_with_the_clause_s_reference() -> None:
    found = _policy(
        "If a child is missing:\n• The carer must ring the police.\n• The manager should call a meeting."
    )
    assert [(one.ref, one.modality) for one in found] == [
        ("2", Modality.OBLIGATION),
        ("2", Modality.RECOMMENDATION),
    ]
    assert all("If a child is missing" in one.conditions for one in found)


def test_steps_are_orders() -> None:
    found = _policy("What to do next:\n• Ring the office.\n• Write down what was said.")
    assert [one.modality for one in found] == [Modality.OBLIGATION] * 2


def test_a_name_above_steps_is_who_must_take_them() -> None:
    found = _policy("Supervising social workers:\n• Visit the home every month\n• Check the log")
    assert {one.duty_holder for one in found} == {"Supervising social workers"}


def test_bullets_that_only_complete_a_description_bind_nobody() -> None:
    assert _policy("Mealtimes are a chance to:\n• Build trust\n• Share news") == []
    assert _policy("Examples:\n• Improve reading by one level") == []
    assert _policy("This policy complies with:\n• the Act\n• the Standards") == []


def test_bullets_that_go_on_with_what_somebody_does_are_no_orders() -> None:
    assert _policy("This means they:\n• Understand risks and benefits\n• Know who to ask") == []
    found = _policy("Carers keep children safe. This means they:\n• lock the doors at night")
    assert [(one.duty_holder, one.modality) for one in found][-1] == ("Carers", Modality.OBLIGATION)


def test_an_item_without_its_parent_is_read_alone() -> None:
    orphan = Clause(id="x", ref="7(a)", text="The officer must act.", kind=ClauseKind.ITEM, parent="gone")
    assert [one.ref for one in read_clauses([orphan])] == ["7(a)"]


def test_the_document_is_named() -> None:
    (found,) = read_clauses([Clause(id="c", ref="1", text="Staff must sign in.")], document="d.docx")
    assert found.document == "d.docx"


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("This Part does not apply to anything—", "that is prohibited by Part 4 (premises), or"),
        ("This section also applies if the procedure for doing so—", "is liable to be unduly complex, or"),
        ("This subsection applies if a single body—", "is responsible for setting the terms, and"),
        (
            "A fairness rule is a provision by virtue of which a responsible person—",
            "must not harass another;",
        ),
        ("“Relevant authority” means an authority whose functions—", "are exercisable only in Wales,"),
        (
            "This Part applies to service abroad; and for that purpose—",
            "references to pay are to be ignored;",
        ),
    ],
)
def test_items_that_say_where_a_law_applies_or_what_a_thing_is_bind_nobody(lead: str, item: str) -> None:
    clauses = [
        Clause(id="lead", ref="1", text=lead),
        Clause(id="a", ref="1(a)", text=item, parent="lead"),
        Clause(id="b", ref="1(b)", text="that would be so but for section 2.", parent="lead"),
    ]
    assert read_clauses(clauses, kind=DocumentKind.LEGISLATION) == []


def test_a_whole_sentence_in_such_a_list_still_binds() -> None:
    clauses = [
        Clause(id="lead", ref="1", text="This section applies to a school as it applies to a college; and—"),
        Clause(id="a", ref="1(a)", text="the governing body must publish a list.", parent="lead"),
    ]
    (found,) = read_clauses(clauses, kind=DocumentKind.LEGISLATION)
    assert (found.ref, found.duty_holder) == ("1(a)", "the governing body")


@pytest.mark.parametrize("opening", ["It sets out:", "This will include:", "It also names:"])
def test_a_list_of_what_a_thing_holds_belongs_to_the_duty_before_it(opening: str) -> None:
    (found,) = _policy(f"The ferry office sends a card within six weeks. {opening}\n• the tides\n• the fares")
    assert (found.items, found.act) == (("the tides", "the fares"), "sends a card")
    assert found.text.endswith(f"{opening} the tides the fares")


@pytest.mark.parametrize("between", ["Examples:", "We are proud of:", "Tides turn twice a day. It shows:"])
def test_a_list_of_something_else_belongs_to_no_duty(between: str) -> None:
    (found,) = _policy(f"The ferry office sends a card within six weeks. {between}\n• our piers\n• our boats")
    assert (found.items, found.text) == ((), "The ferry office sends a card within six weeks.")


_ACTS = "\n• lend oars;\n• take you out where the wind is above 30 knots; or\n• sell a boat that we have not tested."


@pytest.mark.parametrize(
    "lead",
    ["We will not:", "The club must not:", "We cannot:", "Staff are not to:", "Nobody may:", "We won’t:", "Never:",
     "You must not do any of the following:", "We do not:", "Staff don't:", "In the boathouse we do not:", "Do not:"],
)  # fmt: skip
def test_each_act_below_a_ban_is_banned_by_itself(lead: str) -> None:
    lend, take, sell = _policy(lead + _ACTS)
    assert {one.modality for one in (lend, take, sell)} == {Modality.PROHIBITION}
    assert (lend.act, take.act) == ("lend oars", "take you out")
    assert (lend.conditions, take.conditions) == ((), ("where the wind is above 30 knots",))
    assert (bool(lend.thresholds), bool(take.thresholds)) == (False, True)
    assert sell.act == "sell a boat that we have not tested"


def test_what_is_advised_against_is_advised_against_by_itself() -> None:
    found = _policy("You should never:\n• row alone\n• stand up in a boat while it is moving")
    assert [(one.modality, one.act) for one in found] == [
        (Modality.RECOMMENDATION, "row alone"), (Modality.RECOMMENDATION, "stand up in a boat"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Members may only:\n• go in by the slip; or\n• use the jetty",  # ways of doing one thing
        "You must not bring:\n• glass\n• radios",
        "The slip must not be used:\n• by guests\n• before nine",
        "Staff must:\n• lock the boathouse\n• hang up the oars",
    ],
)
def test_what_is_no_row_of_banned_acts_stays_one(text: str) -> None:
    (found,) = _policy(text)
    assert len(found.items) == 2


def test_a_ban_in_law_stays_one_duty() -> None:
    (found,) = _law("The harbour master must not—", "close the lock;", "drain the basin.")
    assert (found.ref, len(found.items)) == ("5", 2)


@pytest.mark.parametrize("lead", ["If you do not:", "Members who do not:"])
def test_a_case_of_what_is_not_done_orders_nothing(lead: str) -> None:
    assert _policy(f"{lead}\n• sign in\n• pay the fee") == []


@pytest.mark.parametrize(
    ("lead", "unit"),
    [("Checks (first Monday of each month):", "month"), ("To be done each day:", "day"), ("Every week:", "week")],
)  # fmt: skip
def test_how_often_a_list_is_gone_through_is_said_of_each_order(lead: str, unit: str) -> None:
    check, grease = _policy(f"{lead}\n• Check the winch\n• Grease the ramp every day")
    assert [(one.kind, one.unit) for one in check.time_limits] == [(LimitKind.EVERY, unit)]
    assert [(one.kind, one.unit) for one in grease.time_limits] == [(LimitKind.EVERY, "day")]


def test_by_when_a_list_was_made_is_said_of_no_order() -> None:
    (check,) = _policy("Before the first sailing:\n• Check the winch")
    assert check.time_limits == ()
