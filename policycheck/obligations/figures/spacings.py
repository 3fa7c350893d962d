"""How far apart things stand: "a buoy every 80 metres", "two lamps for each 90 m"."""

import re
from collections.abc import Iterator

from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_LENGTHS: dict[str, float] = load("measures")["length"]
_UNIT = "|".join(sorted(map(re.escape, _LENGTHS), key=len, reverse=True))
_NOUN = r"(?:(?!(?:for|to|at|per|and|or|of|in|by|on|with|from)\b)[a-z][a-z’'-]*\s){1,4}?"
# A noun after the unit makes it part of a name: "every 25 m pool".
_SPACED = re.compile(
    rf"(?:(?<![\w£.,/-])(?P<some>{NUMBER}|an?)\s(?!of\b)(?!(?:{_UNIT})\b){_NOUN})?(?:(?:for|to|at|about)\s)?\b(?:every|each)\s"
    rf"(?P<all>{NUMBER})\s?(?P<unit>{_UNIT})(?!\w)"
    r"(?=\s?(?:$|[.,;:)|!?])|\s(?:of|along|on|in|at|or|and|but|is|are|must|shall|should|will|may|from|to|by|round|around|down|up|where|when|between|across|through|apart)\b)",
    _I,
)
# "Rises a metre every 80 metres" is a slope, "45p every 10 miles" a price.
_RATED = re.compile(rf"(?:\d|\dp|%|\b(?:pence|pounds|{_UNIT}|litres?|points?))\s$", _I)


def find_spacings(text: str) -> Iterator[Span[float]]:
    """Yield over how many metres there is one of a thing, with the places: "two lamps every 90 metres" is 45."""
    if words_in(text).isdisjoint(("every", "each")):
        return
    for found in _SPACED.finditer(text):
        some, far = read_number(found["some"] or "one"), read_number(found["all"])
        if some and far and not _RATED.search(text[: found.start()]):
            yield Span(found.start(), found.end(), far * _LENGTHS[found["unit"].lower()] / some)
