"""What a policy that repeats a duty cuts out or puts in, on sentences of fields that are not labelled."""

import pytest
from statements import answer, said

from policycheck.alignment.edits import cases_put_in, edit_features, longest_cut

DUTY = "The harbour master must record every collision and send the record to the coastguard station."


def features(source, text):
    duty = said(source)
    return edit_features(duty, [answer(duty, text)])


@pytest.mark.parametrize(
    ("policy", "put_in"),
    [
        ("The harbour master records every collision between ferries.", ["ferries"]),
        ("The harbour master records every collision in the inner basin.", ["inner"]),
        ("The harbour master records every collision.", []),
        ("The harbour master records every collision to say who was hurt.", []),
        ("In the log, the harbour master records every collision.", []),
    ],
)
def test_words_that_bind_a_thing_of_the_source_bound_its_cases(policy, put_in):
    duty = said("The harbour master must record every collision.")
    assert cases_put_in(duty, answer(duty, policy)) == put_in


def test_a_word_that_the_source_has_in_a_phrase_is_not_put_in():
    duty = said("The harbour master must record every collision without delay.")
    policy = "The harbour master records every collision between ferries without any delay."
    assert cases_put_in(duty, answer(duty, policy)) == ["ferries"]


def test_a_phrase_cut_out_is_as_long_as_its_words_in_a_row():
    duty = said(DUTY)
    whole = answer(duty, "Every collision is recorded and the record sent to the coastguard station.")
    half = answer(duty, "The harbour master records every collision.")
    assert longest_cut(duty, [whole]) == 0
    assert longest_cut(duty, [half]) >= 2
    assert longest_cut(duty, [half, answer(duty, "We send the record to the coastguard station.")]) == 0


def test_to_leave_out_when_it_applies_cuts_nothing():
    duty = said("Where a vessel is longer than ten metres, the skipper must carry flares.")
    assert longest_cut(duty, [answer(duty, "The skipper carries flares.")]) == 0


def test_to_leave_out_which_of_them_must_cuts_nothing():
    duty = said("A skipper who has lost an anchor in the harbour must carry flares in a dry box.")
    assert longest_cut(duty, [answer(duty, "Every skipper carries flares in a dry box.")]) == 0
    assert (
        longest_cut(duty, [answer(duty, "A skipper who has lost an anchor in the harbour carries flares.")])
        == 2
    )


def test_a_policy_in_its_own_words_cuts_and_puts_in_next_to_nothing():
    repeating = features(DUTY, "The harbour master records every collision.")
    free = features(DUTY, "Bumps go in the log and the watch hears of them.")
    assert repeating["phrase_cut"] > 2 * free["phrase_cut"]
