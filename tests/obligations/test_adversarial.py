"""Hostile and broken text: read to the end, without an error, in work that grows with its length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.domain.documents import Clause
from policycheck.domain.readings import parts_of, signal_places
from policycheck.obligations import read_clauses, read_text
from policycheck.obligations.citations import find_citations
from policycheck.obligations.definitions import read_definition
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.purposes import find_purpose
from policycheck.obligations.thresholds import read_thresholds

_LENGTH = 100_000
_PIECES = [
    "a", "must ", "if ", "(", ")", ", ", "within ", "every every ", "1,", "1", " ", "\n", ". ", '"', "keep 5 days ",
    "not more than ", "one hundred and ", "where x must y, ", "it is the duty of ", "until the a b c ", "the A who ",
    "and the act ", "the act the act requires the ", "duty of the , and ", "mustmust ",
    "• must x\n", "be told by the manager ", "\x00é•", "aged 16 or ", "two days' ",
    "section 1 of the ", "section 1(1)(a), (b) and ", "the Care Act 1989, s 1 ", "Act 1989 ", "of the (A) ", "(a)",
    "in order to ", "by the time the a ", "in relation to ", "if— ", "it must ", "Act, Regulations and ",
]  # fmt: skip


@pytest.mark.parametrize("piece", _PIECES)
def test_long_hostile_text_is_read_to_the_end(piece: str) -> None:
    text = (piece * (_LENGTH // len(piece) + 1))[:_LENGTH]
    for read in (read_text, read_time_limits, read_thresholds, read_definition, find_citations, find_purpose):
        read(text)  # type: ignore[operator]


_WORDS = (
    "the a manager must not may shall will within 5 days if where who which that unless by to be is are "
    "kept sent every , ; : ( ) . • £10 no child parent and or but before after at least aged 16 or over "
    "it report visits record "
)
_words = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=300)
@given(st.lists(_words, max_size=40))
def test_any_order_of_words_is_read_without_error(words: list[str]) -> None:
    text = " ".join(words)
    for found in read_text(text):
        assert found.text
        assert found.signal
        assert all(limit.text in found.text for limit in found.time_limits)
        places = [place for part in parts_of(found) for place in part.places]
        assert all(0 <= start < end <= len(found.text) for start, end in places)
        assert all(found.text[start:end] for start, end in signal_places(found))


@given(st.text(max_size=400))
def test_any_text_is_read_without_error(text: str) -> None:
    read_text(text)


def test_a_list_that_contains_itself_does_not_hang() -> None:
    first = Clause(id="a", ref="1", text="The officer must—", parent="b")
    second = Clause(id="b", ref="2", text="act within 5 days", parent="a")
    assert read_clauses([first, second]) == []
