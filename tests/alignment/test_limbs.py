"""Which of the phrases that a duty joins a policy leaves out, on sentences of fields that are not labelled."""

import numpy as np
import pytest

from policycheck.alignment.limbs import limbs_in, limbs_of, lost

DUTY = "The harbour master must inspect the moorings and test the fog signal"


def gone(duty, *policy, **options):
    return [limb.text for limb in limbs_in(limbs_of(duty), policy, **options) if limb.is_gone]


def test_a_sentence_that_joins_nothing_has_no_limbs():
    assert limbs_of("The harbour master must inspect the moorings") == []


def test_either_of_two_things_is_one_limb_of_a_duty_and_two_of_a_ban():
    text = "A visitor must not smoke or light a fire"
    assert limbs_of(text) == []
    assert limbs_of(text, either=True) == ["A visitor must not smoke", "light a fire"]


def test_what_lies_between_two_things_is_one_limb():
    text = "The warden must keep a gap between a tent and the next hedge and rake it"
    assert limbs_of(text) == ["The warden must keep a gap between a tent and the next hedge", "rake it"]
    assert limbs_of("The warden must keep a gap between tents") == []


def test_words_that_lead_up_to_a_list_are_no_limb():
    items = ("a lamp; and", "a spare rope.")
    text = "The skipper must inspect the hull and, for each guest, put on board— a lamp; and a spare rope."
    limbs = limbs_of(text, items=items)
    assert limbs == ["The skipper must inspect the hull", "for each guest", "a lamp", "a spare rope"]
    assert limbs_of("The skipper must put on board— a lamp; and a spare rope.", items=items) == limbs[2:]


def test_words_that_say_it_makes_no_difference_are_no_limb():
    assert limbs_of("A skipper must log each passage, whether or not it is completed") == []


def test_the_limb_of_which_a_policy_says_nothing_is_gone():
    assert gone(DUTY, "The harbour master inspects the moorings.") == ["test the fog signal"]
    assert gone(DUTY, "The harbour master inspects the moorings.", "The fog signal is tested.") == []


def test_words_that_two_limbs_share_do_not_name_either():
    duty = "The warden must telephone the coastguard station, the lifeboat station"
    assert gone(duty, "The warden telephones the coastguard station.") == ["the lifeboat station"]


def test_a_limb_said_in_other_words_is_found_by_meaning():
    def embed(texts):
        near = [float("fog" in text or "horn" in text) for text in texts]
        return np.array([[value, 1.0 - value] for value in near], dtype=np.float32)

    assert gone(DUTY, "We look at the moorings, and somebody sounds the horn.", embed=embed) == []


@pytest.mark.parametrize(
    "policy", ["The moorings are inspected and the fog signal tested.", "We go round and look."]
)
def test_nothing_is_lost_where_all_is_there_or_all_is_said_otherwise(policy):
    assert lost(limbs_in(limbs_of(DUTY), [policy], holder="The harbour master")) < 0.5


def test_a_limb_that_only_names_who_acts_is_none():
    assert limbs_in(["The harbour master", "test the fog signal"], ["Tides."], holder="harbour master")[
        0
    ].text == ("test the fog signal")


def test_one_limb_said_and_the_other_not_is_a_loss():
    assert lost(limbs_in(limbs_of(DUTY), ["The harbour master must inspect the moorings."])) > 0.9
