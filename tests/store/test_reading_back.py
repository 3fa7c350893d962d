"""Values read back from their payloads: of today, of an earlier version, of none that is known."""

import gc
from dataclasses import dataclass
from enum import StrEnum

import pytest

from policycheck.store.codec import decode, encode
from policycheck.store.connection import collector_paused


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    name: str
    colour: Colour = Colour.BLUE
    places: tuple[int, ...] = ()


def test_a_payload_of_today_reads_back_and_is_left_as_it_was():
    mark = Mark(name="gate", colour=Colour.RED, places=(1, 2))
    payload = encode(mark)
    assert decode(Mark, payload) == mark
    assert isinstance(decode(Mark, payload).colour, Colour)
    assert payload == {"name": "gate", "colour": "red", "places": [1, 2]}


@pytest.mark.parametrize("payload", [{"name": "gate"}, {"name": "gate", "colour": "blue", "gone": 7}])
def test_a_payload_that_lacks_a_field_or_has_one_that_is_gone_still_reads(payload):
    assert decode(Mark, payload) == Mark(name="gate")


def test_a_value_that_no_member_has_is_refused():
    with pytest.raises(ValueError, match="green"):
        decode(Mark, {"name": "gate", "colour": "green"})


def test_the_collector_works_again_after_a_pause_even_one_inside_another_or_broken_off():
    with collector_paused(), collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), collector_paused():
        raise KeyError
    assert gc.isenabled()
