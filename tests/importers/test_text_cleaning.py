import pytest

from policycheck.importers.printed_labels import label_depth, split_bullet, split_label
from policycheck.importers.text_cleaning import clean, join_lines, words_of


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("o\ufb03cial \ufb01ndings", "official findings"),
        ("within\u00a010\u2009 working\tdays", "within 10 working days"),
        ("respon\u00adsible", "responsible"),
        ("respon\u2010\nsible", "responsible"),
        ("non\u2011urgent", "non-urgent"),
        ("the child\u2019s \u201cplan\u201d", "the child\u2019s \u201cplan\u201d"),
        ("\ufeffzero\u200bwidth", "zerowidth"),
    ],
)
def test_clean(raw: str, tidy: str) -> None:
    assert clean(raw) == tidy


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the respon\u00ad", "sible person"], "the responsible person"),
        (["the safe-", "guarding lead"], "the safeguarding lead"),
        (["a self-", "governing school"], "a self-governing school"),
        (["the non-", "EU citizen"], "the non-EU citizen"),
        (["in 2024-", "25"], "in 2024-25"),
        (["and/", "or"], "and/or"),
        (["a dash -", "and more"], "a dash - and more"),
    ],
)
def test_lines_are_joined(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


def test_the_rest_of_the_document_decides_about_a_hyphen() -> None:
    assert join_lines(["follow-", "up call"], known_words=words_of("A follow-up letter.")) == "follow-up call"
    assert join_lines(["self-", "ish act"], known_words=words_of("It is selfish.")) == "selfish act"


def test_half_words_at_line_ends_are_not_known_words() -> None:
    assert words_of("The respon\u00adsible well-\nmeant act") == {"the", "sible", "meant", "act"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("4.2 The officer must", "4.2"),
        ("4.2.1 The officer must", "4.2.1"),
        ("1. The officer", "1."),
        ("(a) the name", "(a)"),
        ("(iv) the name", "(iv)"),
        ("(3) the name", "(3)"),
        ("b) the name", "b)"),
        ("12A. The officer", "12A."),
        ("A1.2 The officer", "A1.2"),
        ("4.2 million pounds", ""),
        ("1.5 hours", ""),
        ("28 days", ""),
        ("2024 Budget", ""),
        ("(see below) the name", ""),
        ("I. the name", ""),
    ],
)
def test_typed_labels(text: str, label: str) -> None:
    found, rest = split_label(text)

    assert found == label
    assert f"{found} {rest}".strip() == text


def test_a_bare_number_is_a_label_only_in_a_heading_or_before_a_gap() -> None:
    assert split_label("4 Visits") == ("", "4 Visits")
    assert split_label("4 Visits", heading=True) == ("4", "Visits")
    assert split_label("12\tthe officer", wide_gap=True) == ("12", "the officer")


def test_bullets_and_depths() -> None:
    assert split_bullet("• a point") == (True, "a point")
    assert split_bullet("– a point") == (True, "a point")
    assert split_bullet("☐ a point") == (True, "a point")
    assert split_bullet("- [ ] a point") == (True, "a point")
    assert split_bullet("[x] a point") == (True, "a point")
    assert split_bullet("[a point]") == (False, "[a point]")
    assert split_bullet("-5 degrees") == (False, "-5 degrees")
    assert [label_depth(label) for label in ("4.", "4.2", "4.2.1", "(a)")] == [1, 2, 3, 0]
