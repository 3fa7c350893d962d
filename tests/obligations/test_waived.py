"""What nobody need do or have is neither a duty nor a ban."""

import pytest
from statements import said

from policycheck.domain.obligations import Modality


@pytest.mark.parametrize(
    "text",
    [
        "You don't need a licence to keep a hive.",
        "You don’t need to keep a hive.",
        "You don’t have to keep a hive.",
        "Members do not require a licence.",
        "A member doesn’t require a licence.",
        "Hives do not require approval.",
        "Members won’t need a licence.",
        "Members will not need a licence.",
        "You needn’t keep a hive.",
        "You aren't obliged to keep a hive.",
        "You’re not required to keep a hive.",
        "You are not obliged to keep a hive; a box will do.",
    ],
)
def test_what_is_waived_is_left_free(text: str) -> None:
    statement = said(text)
    assert statement.reading is None
    assert statement.said.modality is Modality.PERMISSION


@pytest.mark.parametrize(
    "text",
    [
        "You don’t leave a hive open.",
        "We do not require a deposit.",
        "Staff do not require members to keep a hive.",
        "A member must not require a deposit.",
        "Don’t leave a hive open.",
    ],
)
def test_other_denials_forbid(text: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert reading.modality is Modality.PROHIBITION


def test_what_somebody_will_do_is_promised() -> None:
    reading = said("The secretary will do the accounts each month.").reading
    assert reading is not None
    assert reading.modality is Modality.OBLIGATION
