"""What the sentences of reasons say is so, on sentences of a theatre and its workshop."""

import pytest
from statements import said

from policycheck.alignment.messages import limb_reason, part_reason
from policycheck.matching.parts import Standing, compare_parts


def laxer(source, policy):
    """Return how the reason of what is laxer ends, "" where nothing is."""
    found = [
        d for d in compare_parts(said(source).reading, said(policy).said) if d.standing is Standing.LAXER
    ]
    return part_reason(found[0], source="law", ref="4").message.rpartition("which is ")[2] if found else ""


@pytest.mark.parametrize(
    ("source", "policy", "how"),
    [
        ("A bill must be paid within ten days.", "A bill is paid within 20 days.", "longer."),
        ("A bill must be paid within ten days.", "A bill is paid within five days.", ""),
        (
            "The poster must be displayed for not less than six weeks.",
            "The poster is displayed for a month.",
            "shorter.",
        ),
        ("The paint must dry for at least 12 hours.", "The paint must dry for eight hours.", "shorter."),
        (
            "The programme must be printed at least ten days before the first night.",
            "The programme is printed six days before the first night.",
            "shorter.",
        ),
        (
            "A refund that is claimed within 28 days must be paid.",
            "A refund that is claimed within a week is paid.",
            "shorter.",
        ),
        ("The ropes must be tested every month.", "The ropes are tested every quarter.", "less often."),
        (
            "The curtain must be washed no more than once a year.",
            "The curtain is washed twice a year.",
            "more often.",
        ),
        (
            "The fee must be at least £50.",
            "The fee must be at least £40.",
            "laxer.",
        ),
        (
            "The ladder must be no more than five metres high.",
            "The ladder is at most six metres high.",
            "laxer.",
        ),
        ("A guide must be at least 18 years old.", "A guide must be at least 16 years old.", "laxer."),
        ("The prompt book must be kept for six years.", "The prompt book is kept for a year.", "laxer."),
    ],
)
def test_a_laxer_time_is_longer_or_shorter_as_it_is(source, policy, how):
    assert laxer(source, policy) == how


@pytest.mark.parametrize(
    ("gone", "quoted"),
    [
        (["and the names of the cast"], "“names of the cast”;"),
        (["or an understudy", "with a prompter"], "“understudy” and “with a prompter”;"),
        (["andirons"], "“andirons”;"),
    ],
)
def test_a_phrase_is_quoted_without_what_joins_it(gone, quoted):
    message = limb_reason(gone, source="law", ref="4").message
    assert message == f"The law also says {quoted} no words for it were found in the policy (4)."


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("Where resources allow, the bill will be paid within ten days.", "resources allow"),
        ("The bill should be paid within ten days where resources allow.", "should"),
    ],
)
def test_what_keeps_a_promise_from_binding_is_quoted(policy, words):
    differences = compare_parts(said("A bill must be paid within ten days.").reading, said(policy).said)
    (weaker,) = [d for d in differences if d.standing is Standing.WEAKER]
    assert part_reason(weaker, source="law", ref="4").message == (
        f"The law says “must”; the policy says “{words}” (4), which is weaker."
    )
