"""What opens a case: a figure after it says whom or what a rule reaches, not what must be reached."""

import re

OPENS_CASE = re.compile(
    r"\b(?:where(?:ver)?|when(?:ever)?|if|once|any|anyone)\b(?:(?!\b(?:unless|until|till|without)\b)[^.,;:|]){0,60}$",
    re.IGNORECASE,
)
"""Pattern for the words before a figure: "where the group numbers at least" twelve.

Not "any boat unless it has given at least": what follows "unless" must be reached.
"""

_MODAL = r"\b(?:must|shall|should|may|can|will|needs?|ha(?:s|ve)\sto|(?:is|are)\sto)\b"
_BIDS = re.compile(_MODAL, re.IGNORECASE)
# "Every place within", "that lies within", "nobody may dig within": so far the rule reaches.
_SO_FAR = re.compile(
    r"\b(?:all|any|every|each)\s(?:[\w’'-]+\s){1,3}(?:with)?in\s$|"
    r"\b(?:that|which|who|whoever|if|where|when)\s(?:[\w’'-]+\s){0,4}?(?:is|are|lies?|lives?|works?|stands?|falls?|happens?|comes?)\s"
    r"(?:[\w’'-]+\s)?within\s$|"
    r"\b(?:no|not|never|nobody|cannot|neither)\b(?:(?!\b(?:unless|until|without|except|other|than|if|when|where)\b)[^.;])*\bwithin\s$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bwithin\s$", re.IGNORECASE)


def says_how_far(before: str, after: str) -> bool:
    """Tell whether a distance between some words says how far a rule reaches, as in "all homes within" 50 metres.

    In "must hang within 10 metres of the stove" the distance is what is asked.
    """
    if _SO_FAR.search(before) is not None:
        return True
    return (
        _WITHIN.search(before) is not None
        and _BIDS.search(before) is None
        and _BIDS.search(after) is not None
    )
