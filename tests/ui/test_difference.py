import pytest
from policycheck_ui.difference import differing_words


def marked(a, b):
    return tuple(
        [text[i:j] for i, j in spans] for text, spans in zip((a, b), differing_words(a, b), strict=True)
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The authority must reply within 10 working days.",
            "The team replies within 15 working days.",
            (["must", "10"], ["15"]),
        ),
        ("Reviews are held every six months.", "Reviews are held every 6 months.", ([], [])),
        ("Staff must not lend keys.", "Staff may lend keys.", (["must not"], ["may"])),
        ("Ask the nurse first.", "Ask the doctor first.", (["nurse"], ["doctor"])),
        ("Ask the nurse first.", "Records live elsewhere entirely, says our handbook.", ([], [])),
    ],
)
def test_the_words_that_tell_two_quotations_apart(a, b, expected):
    assert marked(a, b) == expected
