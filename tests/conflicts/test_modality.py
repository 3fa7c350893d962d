"""A ban, a permission, a duty and what is let be left out, read from sentences: which of them contradict."""

import pytest
from statements import row_of, said

from policycheck.comparing import said_in
from policycheck.conflicts.acts import Stance, acts_of
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.conflicts.rules.modality import modality
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses
from tests.statements import objection_between


def _statements(clauses):
    return said_in(clauses, read_clauses(clauses))


def objects(one, other, *, probability=0.7, against_source=False):
    """Tell whether the rule objects to two sentences of one organisation, or to the second against a source's."""
    a, b = (_statements(as_clauses([text]))[0] for text in (one, other))
    return modality(pair_of(a, b, probability, against_source=against_source)) is not None


def test_what_is_done_in_another_case_only_is_no_breach_wherever_the_only_stands():
    ban = "The kiln must not be filled by night."
    assert not objects(ban, "The kiln is filled by day only.", probability=0.99, against_source=True)
    assert not objects(ban, "The kiln is filled in daylight only, that is, by day.", probability=0.99)
    assert objects(ban, "The kiln is filled by night.", probability=0.99, against_source=True)


def stances(text):
    return {act.stance for act in acts_of(_statements(as_clauses([text]))[0])}


def test_leave_for_what_is_banned_contradicts_by_the_same_verb_and_by_another():
    ban = "Visitors must not feed the animals in the enclosure."
    assert objects(ban, "Visitors may feed the animals with food from the shop.")
    assert objects(ban, "Families may give bread to the animals in the enclosure.")


def test_what_a_row_is_about_is_part_of_an_act_that_its_cell_does_not_name_it_in():
    ban = said("Canoes must never be put on the ice at the weir, unless a warden agrees.")
    of_weir = row_of(Item="Canoes at the weir", Rule="May be used at the rower's choice")
    of_hut = row_of(Item="Radios in the hut", Rule="May be used at the rower's choice")
    assert modality(pair_of(ban, of_weir, 0.7, against_source=True)) is not None
    assert modality(pair_of(ban, of_hut, 0.7, against_source=True)) is None
    (act,) = acts_of(row_of(Who="Warden", Rule="May be used for calls"))
    assert "warden" not in act.things


def test_the_same_verb_of_another_thing_does_not():
    assert not objects("Do not withdraw support abruptly.", "Anyone may withdraw an appeal at any time.")
    assert not objects("Do not use abusive language.", "You may use the side entrance.")


def test_leave_on_another_condition_than_the_ban_excepts_contradicts():
    ban = "Swimmers must not use the deep pool unless a lifeguard has agreed."
    assert objects(ban, "Swimmers may use the deep pool if they have paid.")
    assert not objects(ban, "Once a lifeguard has agreed, swimmers may use the deep pool.")


def test_doing_it_without_what_the_ban_asks_for_contradicts():
    ban = "The pump must not be started until the engineer has checked the valve."
    assert objects(ban, "The operator may start the pump before the engineer has checked the valve.")


def test_leave_against_whom_an_only_leaves_out_does_not():
    ban = "Only those who need it should open a member's file."
    assert not objects(ban, "Members have the right to open their file.")


def test_a_duty_to_do_the_banned_act_contradicts():
    assert objects("The notice must not name the winner.", "The clerk names the winner in the notice.")


def test_a_duty_that_lacks_what_the_ban_names_does_not():
    assert not objects(
        "Drivers must not keep private, hidden or forged logs.", "Drivers must keep logs factual."
    )
    assert not objects("Do not store tools on the open deck.", "You must store the flags with care.")


def test_a_duty_that_can_be_done_with_agreement_does_not():
    ban = "Wardens must not enter the flat without the tenant's agreement."
    assert not objects(ban, "Wardens must enter the flat once a year.")


def test_a_ban_on_the_reader_leaves_the_act_to_others():
    assert not objects("Do not investigate yourself.", "Suspicions of fraud must be investigated.")


def test_feelings_are_neither_left_free_nor_banned():
    assert not objects("Pupils should never feel caught between teachers.", "Pupils may already feel lonely.")


def test_what_need_not_be_done_contradicts_the_duty_to_do_it():
    duty = "Guests must sign the visitors' book."
    assert objects(duty, "Guests do not have to sign the visitors' book.")
    assert objects(duty, "Regular guests may go in without signing the visitors' book.")
    assert not objects(duty, "Guests do not have to wear a badge.")


def test_against_a_source_only_the_policy_that_gives_way_contradicts():
    free, ban = "The society may sell tickets at the door.", "The society must not sell tickets at the door."
    assert not objects(free, ban, against_source=True)
    assert objects(ban, free, against_source=True)


def test_bounds_ban_that_they_are_passed():
    assert not objects("A fine must not exceed £10.", "The library may charge a fine of £5.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The panel must refuse late entries.", {Stance.BIDS, Stance.FORBIDS}),
        ("Stewards shall take no part in the vote.", {Stance.FORBIDS}),
        ("Staff may park here.", {Stance.LEAVES}),
        ("Members need not attend the meeting.", {Stance.WAIVES}),
    ],
)
def test_stances(text, wanted):
    assert stances(text) == wanted


def test_a_duty_to_refuse_and_leave_to_accept_contradict():
    assert objects("The panel must refuse late entries.", "The secretary may accept late entries.")


def test_a_ban_until_an_event_is_no_special_case():
    a, b = (
        _statements(as_clauses([text]))[0]
        for text in (
            "A boat must not leave the harbour until the storm has passed.",
            "A boat may leave the harbour if the skipper has signed the log.",
        )
    )
    assert objection_of(pair_of(a, b, 0.7, against_source=False)) is not None


def test_a_thing_that_is_not_needed_is_no_longer_asked_for():
    asked = "Every climber must wear a helmet on the wall."
    assert objects(asked, "You do not need a helmet if you only climb on the low wall.")
    assert objects(asked, "Children on the low wall do not need a helmet.")
    assert not objects(asked, "You do not need a rope if you only climb on the low wall.")


def test_what_is_done_while_a_ban_still_runs_contradicts_it():
    ban = "A guide must not take visitors into the cave until the safety certificate has been seen."
    assert objects(
        ban, "While a guide is waiting for the safety certificate he may take visitors into the cave."
    )
    assert not objects(
        ban, "Once the safety certificate has been seen a guide may take visitors into the cave."
    )


def test_what_a_duty_goes_on_to_forbid_is_a_ban():
    duty = "Coats must be hung up to dry in the boathouse, and must not be locked away."
    assert objects(duty, "Wet coats are to be locked in the boathouse.")
    assert not objects(duty, "Oars are to be counted in the boathouse.")
    assert not objects("Coats may be hung up to dry, and may not be locked away.", "Coats are to be dried.")


BOWS = "The usher must hand every lost umbrella to the stationmaster."
HORN = "The mate must keep the spare horn on board the dredger."


@pytest.mark.parametrize(
    ("duty", "other"),
    [
        (BOWS, "Lost umbrellas are handed to the porter and not to the stationmaster."),
        (BOWS, "Lost umbrellas are handed to the porter rather than to the stationmaster."),
        (BOWS, "Lost umbrellas are handed to the porter, not the stationmaster."),
        (BOWS, "The usher keeps the umbrella and does not hand it to the stationmaster."),
        (BOWS, "The usher sells each umbrella, and nothing is handed to the stationmaster."),
        ("The mate must inform the pilot.", "The mate informs the owner, and the pilot is not informed."),
        (HORN, "The spare horn is kept in the shed, and nothing is kept on board."),
    ],
)  # fmt: skip
def test_what_a_duty_goes_on_to_leave_undone_is_a_ban(duty, other):
    assert objects(duty, other, against_source=True)
    assert objects(other, duty)


@pytest.mark.parametrize(
    ("duty", "other"),
    [
        (BOWS, "Lost umbrellas are handed to the stationmaster and not to the porter."),
        (BOWS, "Lost umbrellas are handed to the porter."),
        (BOWS, "The usher hands umbrellas in and does not hand them to the press."),
        (BOWS, "The usher sells hats, and no hat is handed to the porter."),
        (BOWS, "The usher marks each umbrella and does not hand it to the stationmaster before it is dry."),
        (HORN, "The spare horn is kept on board, and nothing else is kept on board."),
        (HORN, "The spare horn is kept on board, and no passenger is kept on board."),
        (HORN, "The spare horn is kept on board and is not only for show."),
        ("The mate must inform the pilot.", "The clerk informs the pilot, and the owner is not informed."),
    ],
)  # fmt: skip
def test_what_it_leaves_undone_of_something_else_stands(duty, other):
    assert not objects(duty, other, against_source=True)


def test_of_a_row_what_is_done_and_what_is_not():
    cells = row_of(
        what="Lost umbrella", who="Usher", does_what="Sells it and does not hand it to the stationmaster"
    )
    assert modality(pair_of(said(BOWS), cells, 0.9, against_source=True)) is not None


def test_leave_that_ends_when_the_ban_ends_is_not_what_the_ban_lets_go():
    ban = "A diver must not enter the water until the harbour board has tested the gear."
    assert objects(
        ban, "A diver may enter the water with a rope until the harbour board has tested the gear."
    )
    assert not objects(ban, "A diver may enter the water once the harbour board has tested the gear.")


@pytest.mark.parametrize(
    ("ban", "leave", "quoted"),
    [
        ("No rower may borrow the key.", "Rowers may borrow the key.", "No rower may"),
        ("Nobody may whistle on the quay.", "Guests may whistle on the quay.", "Nobody may"),
        (
            "A rower shall pay no toll at the lock.",
            "A rower shall pay a toll at the lock.",
            "shall pay no toll",
        ),
        ("Rowers must not borrow the key.", "Rowers may borrow the key.", "must not"),
    ],
)
def test_a_ban_is_quoted_with_its_no(ban, leave, quoted):
    found = objection_between(ban, leave, against_source=False)
    assert found.a_words == quoted
    assert f"“{quoted}”" in found.message


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("The museum must show the prices of its tours.", "Will the prices be shown? No."),
        ("The museum must show the prices of its tours.", "Do you show the prices? Never."),
        ("The museum must not show the prices of its tours.", "Are prices shown? Yes."),
        ("Kites must not be flown over the museum.", "May I fly a kite? Yes, on a short line."),
        ("Kites must not be flown over the museum.", "Can children fly a kite? Yes."),
        ("Guests must book a tour.", "Do I have to book a tour? No."),
    ],
)
def test_a_question_with_its_answer_binds_as_a_rule_does(rule, answer):
    assert objects(rule, answer)


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("The museum must show the prices of its tours.", "Will the prices be shown? Yes."),
        ("The museum must show the prices of its tours.", "Will the prices be shown? No, not until noon."),
        ("The museum must show the prices of its tours.", "Will the prices be shown before May? No."),
        ("The museum must send the bill to the guest.", "Will you send my bill to the bank? No."),
        ("No kites may be flown, other than box kites.", "May I fly my box kite? Yes."),
        ("Kites must not be flown without a line.", "May I fly a kite? Yes, on a line."),
        ("Guests must book a tour.", "Do I have to book a tour? Yes."),
    ],
)
def test_an_answer_for_a_case_or_another_thing_does_not(rule, answer):
    assert not objects(rule, answer)


@pytest.mark.parametrize(
    ("ban", "stands"),
    [
        ("The porter must not be in the room when a guest talks to a doctor.", True),
        ("The porter must not listen when a guest talks to a doctor.", True),
        ("The porter must not let anybody talk to a doctor.", False),
        ("The porter must not call a doctor for a guest.", False),
        ("Guests must not call a doctor at night.", False),
    ],
)
def test_a_right_of_one_stands_beside_a_ban_on_another_act_of_another(ban, stands):
    right = said("Guests are entitled to see a doctor.")
    assert (objection_of(pair_of(said(ban), right, 0.95, against_source=True)) is None) is stands


def test_a_right_to_do_a_thing_names_the_thing():
    (act,) = acts_of(said("Guests are entitled to see a doctor."))
    assert act.heads == {"see"}


@pytest.mark.parametrize(
    ("policy", "wanted"),
    [
        ("No pony is ridden without being groomed.", False),
        ("Nobody rides a pony without grooming it.", False),
        ("Ponies are ridden without being groomed.", True),
        ("Ponies are ridden without grooming. Nobody minds.", True),
    ],
)
def test_nothing_done_without_it_asks_for_it(policy, wanted):
    duty = "The groom must groom each pony before it is ridden."
    assert (objection_between(duty, policy) is not None) is wanted


@pytest.mark.parametrize(
    ("source", "policy", "words"),
    [
        (
            "The manager ensures that no guest is handed a tiller.",
            "Guests may be handed a tiller.",
            "no guest is handed",
        ),
        (
            "The club must make sure that nobody feeds the swans.",
            "Families may feed the swans.",
            "nobody feeds the swans",
        ),
        ("The club must ensure no one moors at the weir.", "Members may moor at the weir.", "no one moors"),
        ("The manager ensures that no more than four guests row.", "Four guests may row.", None),
        (
            "The manager ensures that no time is lost in mending a boat.",
            "The boatman mends a boat at once.",
            None,
        ),
        ("The manager ensures that guests have no cause to complain.", "Guests may complain.", None),
    ],
)
def test_who_sees_to_it_that_nobody_does_a_thing_forbids_it(source, policy, words):
    found = objection_between(source, policy)
    assert (found.a_words if found else None) == words


def test_who_sees_to_it_that_nobody_does_a_thing_is_kept_by_a_ban():
    source = "The club must ensure that no guest rows by night."
    assert objection_between(source, "No guest rows by night.") is None
    assert objection_between(source, "Guests must not row by night.") is None
