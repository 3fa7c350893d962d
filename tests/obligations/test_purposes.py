"""What an act is for."""

import pytest

from policycheck.obligations import read_text


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("In order to keep children safe, the manager must lock the door.", "In order to keep children safe"),
        ("The manager must lock the door so that nobody can enter unless it burns.", "so that nobody can enter"),
        ("The clerk must ring with a view to agreeing a plan, and must record it.", "with a view to agreeing a plan"),
        ("Files must not be used for the purpose of marketing or sale.", "for the purpose of marketing or sale"),
        ("For the purposes of this section the officer must write.", ""),
        ("For the purposes of subsection (2) the officer must write.", ""),
        ("The manager must put the files in order within 5 days.", ""),
        ("The manager must do so within 5 days.", ""),
    ],
)  # fmt: skip
def test_the_purpose_is_read_as_written(text: str, purpose: str) -> None:
    assert read_text(text)[0].purpose == purpose
