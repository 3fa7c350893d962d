"""Sums of money by the names that people have for them: "a fiver", "twenty quid", "a couple of pounds"."""

import re
from collections.abc import Iterator

from policycheck.domain.figures import Figure, FigureKind
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, read_number

_WORTH = {"fiver": 5.0, "tenner": 10.0, "quid": 1.0, "grand": 1000.0, "pound": 1.0, "penny": 0.01}
# "A pound of flour", "a grand tour", "a penny more": none of them a sum.
_SUM = re.compile(
    rf"\b(?P<many>{NUMBER}|an?|a\scouple\sof|half\sa)[\s-](?:flat\s|full\s|whole\s)?(?P<coin>fiver|tenner|quid|grand|pound)(?P<s>s)?\b"
    r"(?!\s(?:of\s(?!the\b)|weight|sterling\b)|-)",
    re.IGNORECASE,
)
_GRAND = re.compile(
    r"(?:$|[.,;:)|!?]|\s(?:a|an|per|or|and|for|to|from|at|in|on|if|is|each|every|off|down)\b)", re.IGNORECASE
)


def find_coins(text: str) -> Iterator[tuple[int, int, Figure]]:
    """Yield sums told by the names of coins and notes, with their places."""
    if words_in(text).isdisjoint(
        ("fiver", "fivers", "tenner", "tenners", "quid", "grand", "pound", "pounds")
    ):
        return
    for found in _SUM.finditer(text):
        coin = found["coin"].lower()
        if coin == "grand" and _GRAND.match(text, found.end()) is None:
            continue
        if coin == "pound" and found["s"] and found["many"].lower() != "a couple of":
            continue  # "twenty pounds" is read with the figures
        many = {"a couple of": 2.0, "half a": 0.5}.get(found["many"].lower()) or read_number(found["many"])
        if many:
            figure = Figure(kind=FigureKind.MONEY, value=many * _WORTH[coin], unit="£", text=found[0])
            yield found.start(), found.end(), figure
