"""What wording alone tells of two sentences about one act, on sentences of fields that are not labelled."""

import pytest
from statements import answer, row, said

from policycheck.alignment.answers import Answer, Found
from policycheck.alignment.items import names_as_many
from policycheck.alignment.marks import SHORT, all_marks
from policycheck.alignment.messages import item_reason
from policycheck.alignment.wordings import (
    apart_lost,
    apart_unkept,
    blurred,
    exception_added,
    hedging,
    order_lost,
    order_unkept,
    wording_features,
    writing_lost,
)
from policycheck.domain.alignments import Verdict
from policycheck.matching.parts import Part, Standing, compare_parts


def features(source, *policy):
    duty = said(source)
    return wording_features(duty, [answer(duty, text) for text in policy])


def marks(source, *policy):
    duty = said(source)
    return all_marks(duty, Found([answer(duty, text) for text in policy], [], None), source_word="law")


def verdicts(found):
    return {mark.verdict for mark in found}


@pytest.mark.parametrize(
    ("policy", "cue"),
    [
        ("The curator sells the drawings at the door.", "ban_done"),
        ("The curator may sell a drawing.", "ban_permitted"),
        ("Offers for a drawing shall be declined by the curator.", "ban_withheld"),
        ("No drawing shall be sold by the curator.", ""),
    ],
)
def test_a_ban_is_done_permitted_withheld_or_repeated(policy, cue):
    found = features("A curator must not sell a drawing.", policy)
    assert {name for name in found if name.startswith("ban_")} == ({cue} if cue else set())


def test_a_ban_up_to_an_event_is_kept_by_waiting_for_it():
    source = "A diver must not enter the tank until the pump has been stopped."
    assert features(source, "The diver enters the tank before the pump is off.")["ban_withheld"] == 1.0
    assert features(source, "The diver enters the tank at noon.")["ban_done"] == 1.0


def hedged(source, policy):
    duty = said(source)
    return hedging(duty, answer(duty, policy))


def test_an_attempt_is_less_than_a_promise_unless_the_source_asks_no_more():
    assert hedged("The club must inspect the nets.", "We try to inspect the nets.")
    assert hedged("The club must inspect the nets.", "Wherever we can, the nets will be inspected.")
    assert hedged("The club must inspect the nets.", "The nets are inspected when a steward is available.")
    assert hedged("The club must inspect the nets.", "The nets will be inspected if the budget allows.")
    assert not hedged("The club must inspect the nets.", "The nets will be inspected.")
    assert not hedged(
        "The club must inspect the nets.", "If no steward is available, the captain inspects the nets."
    )
    assert not hedged(
        "The club must share no photograph.", "A photograph is shared only where the law allows."
    )
    assert not hedged(
        "The club must inspect the nets.", "The nets are inspected only where a permit is held."
    )
    assert not hedged(
        "The club must inspect the nets.", "We inspect them whenever the pool is available for hire."
    )
    assert not hedged("The club must, where possible, inspect the nets.", "The nets are normally inspected.")


def test_a_wish_or_what_may_be_is_less_than_a_promise():
    duty = "The club must inspect the nets every week."
    assert hedged(duty, "We like to look at the nets every week.")
    assert hedged(duty, "It is a good idea to look at the nets every week.")
    assert hedged(duty, "The nets might be inspected every week.")
    assert not hedged(duty, "The nets are inspected every week.")
    assert not hedged(duty, "The notice says that the nets may be torn.")
    assert not hedged("The club must not let the nets be cut.", "Torn nets may hang in the yard.")


def test_advice_is_weaker_than_a_ban_with_a_case():
    duty = said("A diver must not enter the tank unless the pump has been stopped.")
    advised = answer(duty, "The pump should be stopped before a diver enters the tank.")
    bound = answer(duty, "The pump shall be stopped before a diver enters the tank.")
    assert [d.standing for d in advised.standing(Part.MODALITY)] == [Standing.WEAKER]
    assert [d.standing for d in bound.standing(Part.MODALITY)] != [Standing.WEAKER]


def test_an_attempt_is_never_called_covered():
    found = marks("The club must inspect the nets.", "Wherever we can, the nets will be inspected.")
    assert [m.reason.code for m in found if m.plain and m.reason.code in SHORT] == ["modality-weaker"]


@pytest.mark.parametrize(
    ("policy", "lost"),
    [
        ("The climber is shown the ropes before going up.", ""),
        ("Nobody goes up until the ropes have been shown.", ""),
        ("The climber is shown the ropes within a week of the first climb.", "before_late"),
        ("The climber is shown the ropes.", "before_lost"),
        ("The guide shows the ropes, after which the climb begins.", ""),
        ("The guide shows the ropes. After that, the climb begins.", ""),
        ("The climb begins, and after that the guide shows the ropes.", "before_late"),
        ("The guide shows the ropes after that climb.", "before_late"),
    ],
)
def test_an_order_in_time_is_kept_lost_or_turned_round(policy, lost):
    assert order_lost("The guide must show a climber the ropes before the climb begins.", policy) == lost


def test_no_order_is_lost_where_none_is_asked():
    assert not order_lost("The guide must show a climber the ropes.", "Ropes are shown afterwards.")


@pytest.mark.parametrize(
    ("policy", "lost"),
    [
        ("The keeper who sold the ticket checks the till.", True),
        ("A keeper other than the seller checks the till.", False),
        ("Somebody else checks the till.", False),
        ("A keeper who did not sell the ticket checks the till.", False),
    ],
)
def test_a_person_who_must_be_another(policy, lost):
    assert apart_lost("The till must be checked by a keeper who took no part in the sale.", policy) is lost
    assert not apart_lost("The till must be checked by a keeper.", policy)


def test_a_recommendation_that_is_forbidden_may_be_called_a_conflict():
    found = marks("Players should be offered water.", "Players must not be offered water.")
    assert Verdict.CONFLICT in verdicts(found)


def test_a_permission_beside_a_duty_is_only_weaker_unless_it_permits_what_is_ruled_out():
    assert Verdict.CONFLICT not in verdicts(
        marks("The farm must offer a tour.", "The farm may offer a tour.")
    )
    found = marks("The judge shall take no part in the draw.", "The judge may take part in the draw.")
    assert Verdict.CONFLICT in verdicts(found)


def test_the_cue_of_an_unlikely_answer_counts_for_less():
    duty = said("A curator must not sell a drawing.")
    sure = answer(duty, "No drawing shall be sold by the curator.")
    faint = answer(duty, "The curator sells the drawings.", probability=0.3)
    assert wording_features(duty, [sure, faint])["ban_done"] == pytest.approx(0.3 / 0.9)


def test_a_list_in_other_words_names_as_many_things():
    items = ["the price of the seat;", "the hour of the show; and", "the way out."]
    assert names_as_many(items, ["The ticket says what it costs, when it starts and where to leave."])
    assert not names_as_many(items, ["The ticket says what it costs."])


def test_advice_beside_a_ban_is_weaker_than_it():
    ban = "No diver shall be dismissed for refusing a dive."
    advice = "Supervisors should see to it that a diver who refuses a dive keeps the job."
    promise = "Supervisors shall see to it that a diver who refuses a dive keeps the job."
    assert "modality-weaker" in [mark.reason.code for mark in marks(ban, advice)]
    assert "modality-weaker" not in [mark.reason.code for mark in marks(ban, promise)]


def test_who_is_asked_to_a_meeting_is_not_merely_advised():
    assert said("The owners are asked to the yearly meeting.").said.signal != "are asked to"
    assert said("Owners are asked to moor on the left.").said.signal == "are asked to"


def test_writing_is_lost_only_where_the_source_asks_for_it():
    assert writing_lost("The pilot must report in writing.", "The pilot tells the office.")
    assert not writing_lost("The pilot must report in writing.", "The pilot sends a letter to the office.")
    assert not writing_lost("The pilot must report.", "The pilot tells the office.")
    assert not writing_lost("The delivery note must be kept.", "The pilot keeps what came with the delivery.")
    assert not writing_lost("The pilot must give written advice.", "The pilot hands over a leaflet.")


def test_a_list_item_is_quoted_without_what_joins_it():
    reason = item_reason(["the tide; and"], 3, source="law", ref="2")
    assert reason.message == "Of 3 things the law lists, 1 was not found in the policy (2): “the tide”."


def marks_by_likelihood(source, *policy):
    duty = said(source)
    answers = [answer(duty, text, p) for text, p in policy]
    return [
        m
        for m in all_marks(duty, Found(answers, [], None), source_word="law")
        if m.verdict is Verdict.CONFLICT
    ]


def test_what_a_likelier_clause_keeps_is_not_plainly_broken_by_one_less_likely():
    duty = "The ferry company must answer a claim within 20 days of receipt."
    kept = "The company shall answer a claim within 15 days of receipt."
    broken = "The company shall answer a claim within 40 days of receipt."
    assert [m.plain for m in marks_by_likelihood(duty, (kept, 0.9), (broken, 0.6))] == [False]
    assert [m.plain for m in marks_by_likelihood(duty, (broken, 0.9), (kept, 0.6))] == [True]
    assert [m.plain for m in marks_by_likelihood(duty, (kept, 0.8), (broken, 0.8))] == [True]


def test_whether_a_ban_with_a_figure_is_done_is_for_the_figures_to_say():
    source = "A diver must not stay below for more than 40 minutes."
    found = features(source, "The diver stays below for 30 minutes.")
    assert not any(name.startswith("ban_") for name in found)


def test_whom_a_source_wants_apart_is_no_exception_of_the_policy():
    duty = said("A protest must be heard by a judge who has not sailed in the race.")
    kept = answer(duty, "A protest is heard by a judge other than one who sailed in the race.")
    assert kept.said.exceptions
    assert not exception_added(duty, kept)
    plain = said("A protest must be heard by a judge.")
    assert exception_added(
        plain, answer(plain, "A protest is heard by a judge, unless the race was abandoned.")
    )


@pytest.mark.parametrize(
    ("source", "policy", "added"),
    [
        (
            "Only the head gardener may fell a tree.",
            "Nobody other than the head gardener cuts down a tree.",
            False,
        ),
        ("The cellarman alone may open a cask.", "No one but the cellarman opens a cask.", False),
        (
            "A passenger who has no ticket must not board.",
            "Passengers do not board unless they have a ticket.",
            False,
        ),
        (
            "A kite for which no licence is in force must not be flown.",
            "No kite flies unless it has a licence.",
            False,
        ),
        (
            "A race may be put off only where a judge has agreed.",
            "No race is put off unless a judge has agreed.",
            False,
        ),
        (
            "The warden must lock a gate where no keyholder lives near.",
            "The warden locks a gate unless a keyholder lives near.",
            False,
        ),
        (
            "A fire must not be lit on the beach.",
            "Fires are not lit on the beach unless the wind is low.",
            True,
        ),
        (
            "Only the head gardener may fell a tree.",
            "The head gardener cuts down a tree, except at weekends.",
            True,
        ),
        (
            "A rider who holds a pass must not be stopped.",
            "Riders are not stopped unless they hold a pass.",
            True,
        ),
        (
            "Guards must check every passenger's ticket.",
            "Guards check every passenger's ticket unless the train is full.",
            True,
        ),
        (  # what makes no odds takes nothing out
            "Guards must check every passenger's ticket.",
            "Guards check every passenger's ticket, whether or not the train is full.",
            False,
        ),
    ],
)
def test_an_exception_for_those_whom_a_source_leaves_free_is_none_of_the_policy(source, policy, added):
    duty = said(source)
    assert bool(exception_added(duty, answer(duty, policy))) is added


def test_who_is_to_be_free_of_the_matter_is_to_be_asked_for():
    duty = said("The log of a collision must be checked by a pilot who took no part in it.")

    def unkept(policy):
        return apart_unkept(duty, [answer(duty, policy)])

    assert unkept("The log of a collision is checked by a pilot.")
    assert not unkept("The log of a collision is checked by a pilot from another harbour.")
    assert not unkept("No pilot who steered a boat in a collision checks the log of it.")
    ban = said("A pilot must take no part in checking the log of a collision.")
    assert not apart_unkept(ban, [answer(ban, "A pilot shall not check the log.")])


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("The lamps are trimmed a few times in the night.", "a few"),
        ("The lamps are trimmed often enough.", "often"),
        ("The lamps are trimmed three times in the night.", ""),
        ("The lamps are trimmed often, and five times in the night.", ""),
        ("The lamps are trimmed as long as there is oil.", ""),
        ("The lamps are trimmed.", ""),
    ],
)
def test_words_that_stand_where_a_figure_might(policy, words):
    duty = said("The keeper must trim the lamps at least three times in the night.")
    found = blurred(duty, [answer(duty, policy)])
    assert (found[1] if found else "") == words


def test_a_figure_that_another_clause_gives_is_not_blurred():
    duty = said("The keeper must trim the lamps at least three times in the night.")
    often, figure = (
        answer(duty, "The lamps are trimmed often."),
        answer(duty, "They are trimmed three times."),
    )
    assert blurred(duty, [often, figure]) is None


def test_a_blurred_figure_is_never_called_covered():
    found = marks("The keeper must trim at least three lamps.", "The keeper trims several lamps.")
    (mark,) = [m for m in found if m.reason.code == "figure-blurred"]
    assert mark.plain
    assert mark.reason.code in SHORT
    assert "three" in mark.reason.message
    assert "several" in mark.reason.message


def test_a_vague_limit_of_the_act_counts_and_not_the_figure_of_another():
    policy = "The keeper confirms a booking within two days and sends the full bill as soon as possible."
    bill = said("The keeper must send the full bill within ten days.")
    booking = said("The keeper must confirm a booking within ten days.")
    assert blurred(bill, [answer(bill, policy)]) == ("within ten days", "as soon as possible")
    assert blurred(booking, [answer(booking, policy)]) is None


@pytest.mark.parametrize(
    ("cell", "words"),
    [("See the chart", ""), ("Several times in the night", "Several"), ("Wherever we can", "")],
)
def test_the_name_of_a_column_blurs_and_hedges_nothing(cell, words):
    duty = said("The keeper must trim the lamps at least three times in the night.")
    policy = row(("Task", "Who, as a rule", "When or how many"), ("Trims the lamps", "Keeper", cell))
    found = Answer(policy, policy.said, 0.9, tuple(compare_parts(duty.reading, policy.said)))
    blur = blurred(duty, [found])
    assert (blur[1] if blur else "") == words
    assert hedging(duty, found) == (cell if cell.startswith("Wherever") else "")


def test_a_column_named_when_puts_nothing_later():
    duty = said("The guide must show a climber the ropes before the climb begins.")
    for cell, order in (
        ("On arrival", "before_lost"),
        ("After the climb", "before_late"),
        ("Beforehand", ""),
    ):
        policy = row(("Task", "Who", "When"), ("Shows a climber the ropes", "Guide", cell))
        assert order_unkept(duty, [Answer(policy, policy.said, 0.9, ())]) == order


@pytest.mark.parametrize(
    ("policy", "codes"),
    [
        ("The keeper puts up a flag as soon as practicable after a storm is seen.", ["figure-blurred"]),
        ("The keeper puts up a flag promptly after a storm is seen.", ["figure-blurred"]),
        (
            "Where possible, the keeper puts up a flag promptly after a storm is seen.",
            ["figure-blurred", "modality-weaker"],
        ),
        ("The keeper puts up a flag within two hours of a storm being seen.", []),
    ],
)
def test_what_is_vague_is_said_once(policy, codes):
    found = marks("The keeper must put up a flag within two hours of a storm being seen.", policy)
    assert sorted(m.reason.code for m in found) == codes
    assert all("“within two hours”" in m.reason.message for m in found if m.reason.code == "figure-blurred")


MENDED = "The keeper must show the log to anyone who asks, unless it is being mended."
MENDED_OR_LOST = "The keeper must show the log to anyone who asks, unless it is being mended or is lost."
TO_THE_PILOT = "No lamp shall be lent to anyone except the pilot."


@pytest.mark.parametrize(
    ("source", "policy", "added"),
    [
        (
            MENDED,
            "The keeper shows the log to anyone who asks, unless it is being mended, is lost or is on loan.",
            "is lost",
        ),
        (MENDED, "Unless the log is being mended or is on loan, the keeper shows it.", "is on loan"),
        (TO_THE_PILOT, "Lamps are lent to nobody except the pilot and the diver.", "the diver"),
        (MENDED, "The keeper shows the log to anyone who asks, except while it is being mended.", ""),
        (MENDED, "The keeper shows the log to anyone who asks, unless it is with the binder.", ""),
        (MENDED, "Unless the log is being mended, the keeper shows it and hands out copies.", ""),
        (
            MENDED,
            "The keeper shows the log to anyone who asks, unless it is being mended, and hands out copies.",
            "",
        ),
        (MENDED_OR_LOST, "The keeper shows the log to anyone, unless it is being repaired or is gone.", ""),
        (MENDED_OR_LOST, MENDED, ""),
        # What is quoted says what the exception is, and not only that there is one.
        (
            "The keeper must show the log to anyone.",
            "The keeper shows the log to anyone, except where it is lost.",
            "except where it is lost",
        ),
    ],
)
def test_an_exception_beside_that_of_the_source_is_added(source, policy, added):
    duty = said(source)
    assert exception_added(duty, answer(duty, policy)) == added


@pytest.mark.parametrize(
    ("policy", "lost"),
    [
        ("The rope is watched until two hours after the climb.", ""),
        ("The rope is watched.", "before_lost"),
    ],
)
def test_a_time_that_is_kept_is_no_order_lost(policy, lost):
    duty = said("The guide must watch the rope until at least one hour after the climb.")
    assert order_unkept(duty, [answer(duty, policy)]) == lost
