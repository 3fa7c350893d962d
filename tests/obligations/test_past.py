"""What was so once and what somebody hopes answers no duty; what holds now in the same tenses still does."""

import pytest
from statements import row_of, said


@pytest.mark.parametrize(
    "text",
    [
        "Our porters have been sounding the gong since 1871.",
        "The porters have sounded the gong for many years.",
        "In 1960 porters sounded the gong.",
        "Porters sounded the gong nightly in the 1960s.",
        "The gong was sounded nightly until the war, in the old days.",
        "Porters used to sound the gong.",
        "Fifty years ago the gong was sounded each night.",
        "Over the last ten years the gong has been sounded each night.",
        "We hope that porters sound the gong each night.",
        "We believe the gong is sounded each night.",
        "We know that the gong is sounded each night.",
    ],
)
def test_what_only_tells_of_the_past_or_of_hopes_says_nothing(text: str) -> None:
    assert said(text).said is None


@pytest.mark.parametrize(
    "text",
    [
        "The gong is sounded each night.",
        "The gong has been sounded by nine each night.",
        "The door is opened once the gong has been sounded.",
        "The door stays shut until the gong has been sounded.",
        "The gong sounded for two weeks is put away.",
        "Guests who have stayed for many years have earned a key.",
        "The book used to record guests is kept for two years.",
        "Each gong has been looked at within the last year.",
        "Since the gong is old, nobody strikes it.",
        "Porters know how to sound the gong.",
        "In 1960 porters sounded the gong. The gong is sounded each night.",
    ],
)
def test_what_holds_now_is_said(text: str) -> None:
    assert said(text).said is not None


def test_a_row_records_what_is_done() -> None:
    assert row_of(place="Hall", note="Gong sounded nightly in 1960").said is not None


def test_what_stands_beside_what_somebody_knows_binds() -> None:
    reading = said("We know the guests, and the manager greets them each night.").reading
    assert reading is not None
