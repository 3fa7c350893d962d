"""Shares of a whole that are not written as per cent: "one tenth", "15 in every 100", "two out of three"."""

import re
from collections.abc import Iterator

from policycheck.obligations.numbers import NUMBER, read_number

_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_I = re.IGNORECASE
# "a third of the staff", "one tenth or more"; not "one third party" or "a quarter".
_FRACTION = re.compile(
    rf"\b(?P<many>{NUMBER}|an?)[\s-](?P<part>{'|'.join(_PARTS)})s?\b(?=\s(?:of|or\s(?:more|less|over))\b)", _I
)
_IN_EVERY = re.compile(
    rf"(?P<many>{NUMBER})\s(?:in|out\sof)\s(?:every\s|each\s|any\s)?(?P<whole>{NUMBER})(?!\s?(?:%|per\scent|days|weeks|months|years|hours))\b",
    _I,
)


def find_shares(text: str) -> Iterator[tuple[re.Match[str], float]]:
    """Yield each share where it stands, with its value in per cent."""
    for found in _FRACTION.finditer(text):
        many = 1.0 if found["many"].lower() in ("a", "an") else read_number(found["many"])
        if many is not None:
            yield found, 100 * many / _PARTS[found["part"].lower()]
    for found in _IN_EVERY.finditer(text):
        many, whole = read_number(found["many"]), read_number(found["whole"])
        if many is not None and whole and many < whole:
            yield found, 100 * many / whole
