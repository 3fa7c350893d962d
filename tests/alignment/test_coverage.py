"""Verdicts over hand-written readings, against the judgement rules."""

from dataclasses import replace

import numpy as np
import pytest

from policycheck.alignment import judge_obligation, may_answer
from policycheck.alignment.answers import Answer
from policycheck.alignment.coverage import evidence
from policycheck.alignment.edits import cases_put_in
from policycheck.alignment.items import are_alternatives, pair_items
from policycheck.alignment.library import library_verdict
from policycheck.alignment.messages import case_reason
from policycheck.alignment.severity import severity_of
from policycheck.domain.alignments import LIBRARY, Alignment, Evidence, Severity, Verdict
from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import LimitKind, Modality, Obligation, TimeLimit, Unit
from policycheck.matching import Narrowing, Statement


def hours(value, text=""):
    return TimeLimit(kind=LimitKind.WITHIN, value=value, unit=Unit.HOUR, text=text or f"within {value} hours")


def days(value):
    return TimeLimit(kind=LimitKind.WITHIN, value=value, unit=Unit.DAY, text=f"within {value} days")


PROMPTLY = TimeLimit(kind=LimitKind.WITHIN, value=None, unit=None, text="promptly")


def says(
    text="The officer must offer a talk", *, clause=0, modality=Modality.OBLIGATION, reads=True, **parts
):
    reading = Obligation(
        id="x", document="", clause=str(clause), ref=f"4.{clause}", text=text, modality=modality, **parts
    )
    return Statement(
        clause=clause,
        ref=f"4.{clause}",
        text=text,
        in_context=text,
        led_in=text,
        words=frozenset(text.lower().split()),
        verbs=frozenset(),
        roles=(),
        reading=reading if reads else None,
    )


def judge(source, *policy, probability=0.9, **options):
    found = policy or ()
    p = [probability] * len(found) if isinstance(probability, float) else probability
    return judge_obligation(source, found, np.array(p, dtype=np.float32), **options)


def reads_as(*, one_act, contradict, kept):
    """Return a reader of two clauses together that says the same of every pair, and the list of what it was asked."""
    asked = []

    def read_pairs(pairs):
        asked.extend(pairs)
        return np.array([[one_act, contradict, kept]] * len(pairs), dtype=np.float32)

    return read_pairs, asked


def codes(coverage):
    return [r.code for r in coverage.reasons]


@pytest.mark.parametrize(
    ("policy", "verdict"),
    [
        ({"time_limits": (days(3),)}, Verdict.COVERED),
        ({"time_limits": (hours(24),)}, Verdict.COVERED),
        ({"time_limits": (days(5),)}, Verdict.CONFLICT),
        ({"time_limits": (PROMPTLY,)}, Verdict.PARTIAL),
        ({}, Verdict.PARTIAL),
        ({"time_limits": (days(3),), "modality": Modality.RECOMMENDATION}, Verdict.PARTIAL),
        ({"time_limits": (days(3),), "modality": Modality.PERMISSION}, Verdict.PARTIAL),
        ({"time_limits": (days(3),), "exceptions": ("unless it is a weekend",)}, Verdict.PARTIAL),
        ({"reads": False}, Verdict.MISSING),
    ],
)
def test_a_duty_with_a_limit(policy, verdict):
    assert judge(says(time_limits=(hours(72),)), says(**policy)).verdict is verdict


def test_the_reason_quotes_both_sides_and_names_the_clause():
    coverage = judge(says(time_limits=(hours(72),)), says(time_limits=(days(5),)), source_word="law")
    message = next(r.message for r in coverage.reasons if r.code == "deadline-laxer")
    for words in ("law", "within 72 hours", "within 5 days", "4.0", "longer"):
        assert words in message


def test_words_alone_are_no_answer():
    coverage = judge(says(), says("Talks are valued", reads=False), probability=0.05)
    assert coverage.verdict is Verdict.MISSING
    assert coverage.confidence > 0.8
    assert coverage.evidence == (0,)


def test_an_empty_policy_answers_nothing():
    assert judge(says()).verdict is Verdict.MISSING


def test_one_complying_clause_does_not_cure_one_that_breaks_the_law():
    source = says(time_limits=(hours(72),))
    coverage = judge(source, says(time_limits=(days(2),)), says(clause=1, time_limits=(days(9),)))
    assert coverage.verdict is Verdict.CONFLICT


def test_several_clauses_together_may_cover():
    source = says(time_limits=(hours(72),))
    coverage = judge(source, says(), says(clause=1, time_limits=(days(3),)))
    assert coverage.verdict is Verdict.COVERED


def test_a_permission_for_what_the_law_forbids_breaks_it():
    ban = says(modality=Modality.PROHIBITION)
    assert judge(ban, says(modality=Modality.PERMISSION)).verdict is Verdict.CONFLICT
    assert judge(ban, says(modality=Modality.PROHIBITION)).verdict is Verdict.COVERED


def test_should_covers_a_recommendation():
    wish = says(modality=Modality.RECOMMENDATION)
    assert judge(wish, says(modality=Modality.RECOMMENDATION)).verdict is Verdict.COVERED
    assert judge(wish, says()).verdict is Verdict.COVERED


HEARD_APART = "The appeal must be heard by an officer who has not been involved in the case"


@pytest.mark.parametrize(
    ("source", "policy", "shut_out"),
    [
        (HEARD_APART, "The appeal must be heard by the officer who made the decision", True),
        (HEARD_APART, "The appeal must be heard by an officer from another branch", False),
        (
            "The club must appoint a steward, who must not be the head coach",
            "The head coach acts as steward",
            True,
        ),
        (
            "The club must appoint a steward, who must not be the head coach",
            "The bursar acts as steward",
            False,
        ),
        # A policy may set apart whom the source does not.
        ("The appeal must be heard by the officer who made the decision", HEARD_APART, False),
    ],
)
def test_a_person_whom_the_source_shuts_out_is_named_as_the_reason(source, policy, shut_out):
    coverage = judge(says(source), says(policy))
    assert ("holder-shut-out" in codes(coverage)) == shut_out
    if shut_out:
        assert coverage.verdict is Verdict.CONFLICT


def test_an_incomplete_list_is_partial_and_names_what_is_not_there():
    source = says("The plan must state", items=("the address of the carer", "the date of the next review"))
    coverage = judge(source, says("The plan states the carer's address"))
    assert coverage.verdict is Verdict.PARTIAL
    assert "next review" in next(r.message for r in coverage.reasons if r.code == "items-missing")
    whole = says("The plan states the address of the carer and the date of the next review")
    assert judge(source, whole).verdict is Verdict.COVERED


def test_one_of_several_alternatives_is_enough():
    assert are_alternatives(("by post, or", "by telephone"))
    assert not are_alternatives(("the name; and", "the address"))


def test_items_in_other_words_are_found_by_meaning():
    vectors = {"the name": [1.0, 0.0], "what they are called": [1.0, 0.0]}

    def embed(texts):
        return np.array([vectors.get(t, [0.0, 1.0]) for t in texts], dtype=np.float32)

    (item,) = pair_items(["the name"], ["what they are called"], embed=embed)
    assert not item.is_missing


def test_an_item_is_plainly_missing_where_no_phrase_comes_near_however_many_there_are():
    listed = says("The plan must state", items=("the address of the carer", "the date of the next review"))
    other = says("The plan states the address of the carer, the colour of the door and the name of the dog")
    known = {}

    def embed(texts):
        # No two texts mean the same.
        return np.array([np.eye(50)[known.setdefault(text, len(known))] for text in texts], dtype=np.float32)

    assert evidence(listed, [(other, 0.9)], embed=None).names_as_many
    found = evidence(listed, [(other, 0.9)], embed=embed)
    assert found.items_missing == ["the date of the next review"]
    assert not found.names_as_many


def aligned(policy, verdict, *, in_scope=True, confidence=0.8):
    return Alignment(
        obligation="x",
        policy=policy,
        verdict=verdict,
        in_scope=in_scope,
        severity=Severity.LOW,
        confidence=confidence,
    )


def test_the_library_takes_the_best_verdict():
    found = [aligned("a", Verdict.CONFLICT), aligned("b", Verdict.PARTIAL), aligned("c", Verdict.MISSING)]
    best = library_verdict(found)
    assert (best.policy, best.verdict) == (LIBRARY, Verdict.PARTIAL)
    assert library_verdict([found[0], found[2]]).verdict is Verdict.CONFLICT


def test_missing_everywhere_is_as_sure_as_the_nearest_policy():
    found = [aligned("a", Verdict.MISSING, confidence=0.95), aligned("b", Verdict.MISSING, confidence=0.6)]
    assert library_verdict(found).confidence == 0.6


def test_the_library_is_in_scope_where_any_policy_is():
    found = [aligned("a", Verdict.MISSING, in_scope=False), aligned("b", Verdict.MISSING)]
    assert library_verdict(found).in_scope
    assert not library_verdict([replace(f, in_scope=False) for f in found]).in_scope


def test_what_a_policy_out_of_scope_hardly_speaks_of_it_does_not_break():
    def by(score, *, in_scope):
        clause = Evidence(document="b", clause="1", ref="1", text="Address the root cause.", score=score)
        broken = aligned("b", Verdict.CONFLICT, in_scope=in_scope, confidence=0.7)
        return library_verdict(
            [aligned("a", Verdict.MISSING, confidence=0.9), replace(broken, evidence=(clause,))]
        )

    hardly = by(0.2, in_scope=False)
    assert (hardly.verdict, hardly.confidence) == (Verdict.MISSING, 0.3)
    assert by(0.8, in_scope=False).verdict is Verdict.CONFLICT
    assert by(0.2, in_scope=True).verdict is Verdict.CONFLICT


def test_statutory_duties_weigh_more_than_good_practice():
    law = severity_of(Verdict.MISSING, modality=Modality.OBLIGATION, kind=DocumentKind.LEGISLATION)
    advice = severity_of(Verdict.MISSING, modality=Modality.RECOMMENDATION, kind=DocumentKind.GUIDANCE)
    assert (law, advice) == (Severity.HIGH, Severity.LOW)


def test_nobody_calls_a_conflict_what_shows_no_contradiction():
    found = judge(says(), says(), probability=0.95)
    assert found.verdict is not Verdict.CONFLICT


def test_should_for_must_is_never_covered():
    assert judge(says(), says(modality=Modality.RECOMMENDATION), probability=0.99).verdict is Verdict.PARTIAL


def test_a_ban_that_a_plain_sentence_may_break_is_never_surely_covered():
    ban = says("A carer must not charge the child for meals", modality=Modality.PROHIBITION)
    coverage = judge(ban, says("Children pay £3 for meals"), probability=0.95)
    assert "forbidden-and-done" in codes(coverage)
    assert coverage.verdict is Verdict.CONFLICT or coverage.confidence < 0.7


@pytest.mark.parametrize("likely", [[0.0, 0.0], [0.0999, 0.02], [0.02, 0.0999]])
def test_what_may_not_answer_is_missing_whatever_it_says(likely):
    policy = [says(time_limits=(hours(2),)), says("The officer must not offer a talk", clause=1)]
    row = np.array(likely, dtype=np.float32)
    assert not may_answer(row)
    assert judge_obligation(policy[0], policy, row).verdict is Verdict.MISSING


def test_what_is_likely_enough_may_answer_and_nothing_answers_in_an_empty_policy():
    assert may_answer(np.array([0.0, 0.2], dtype=np.float32))
    assert not may_answer(np.zeros(0, dtype=np.float32))


def test_a_clause_that_falls_short_is_not_said_to_do_it():
    duty = says(time_limits=(days(5),))
    assert judge(duty, says(time_limits=(days(3),))).reasons[0].message.startswith("Clause 4.0 does this")
    assert (
        judge(duty, says(time_limits=(days(9),))).reasons[0].message.startswith("Clause 4.0 speaks of this")
    )


def test_what_a_repeating_policy_puts_in_is_the_reason_of_a_doubt():
    source, policy = (
        says("The warden must log each incident"),
        says("The warden logs incident on night shift"),
    )
    reason = case_reason(["night"], source="law", ref=policy.ref)
    compared = Answer(policy, policy.said, 0.9, ())
    assert cases_put_in(source, compared) == ["night"]
    assert "“night” where the law does not" in reason.message


def test_a_term_that_means_less_falls_short_and_is_quoted():
    defined = replace(
        says("“Large vessel”", reads=False), term="large vessel", meaning="of 20 metres or more"
    )
    narrower = replace(defined, ref="1.3", meaning="of 30 metres or more")
    source = says("The warden must report every large vessel")
    policy = says("The warden reports every large vessel")
    assert judge(source, policy).verdict is Verdict.COVERED
    coverage = judge(source, policy, narrowed=[Narrowing(defined, narrower)])
    assert coverage.verdict is Verdict.PARTIAL
    (reason,) = [r for r in coverage.reasons if r.code == "term-narrowed"]
    assert "of 20 metres or more" in reason.message
    assert "of 30 metres or more” (1.3)" in reason.message


def test_a_verdict_in_doubt_is_looked_at_again_with_its_likeliest_answer():
    source = says("The officer must offer a talk to every new member")
    answer = says("A talk is offered to members who have just joined", clause=1)
    keeps, asked = reads_as(one_act=6.0, contradict=-6.0, kept=6.0)
    is_another, _ = reads_as(one_act=-6.0, contradict=-6.0, kept=-6.0)
    kept, other = (judge(source, answer, probability=0.3, read_pairs=one) for one in (keeps, is_another))
    assert asked == [(source.text, answer.text)]
    assert kept.verdict is not Verdict.MISSING
    assert other.verdict is Verdict.MISSING


def test_a_verdict_that_stands_is_not_looked_at_again():
    read_pairs, asked = reads_as(one_act=6.0, contradict=6.0, kept=6.0)
    coverage = judge(
        says(), says("Shoes are left at the door", clause=1), probability=0.0, read_pairs=read_pairs
    )
    assert coverage.verdict is Verdict.MISSING
    assert not asked
