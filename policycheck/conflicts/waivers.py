"""How a text says that something need not be done, or that a thing is not needed."""

import re
from collections.abc import Iterator

_WAIVERS = (
    re.compile(
        r"\b(?:need\s+not|needn[’']t|(?:do|does)(?:\s+not|n[’']t)\s+(?:have|need)\s+to|no\s+need\s+to|"
        r"(?:is|are)(?:\s+not|n[’']t)\s+(?:required|obliged|bound|expected)\s+to|"
        r"(?:shall|will)\s+not\s+be\s+(?:required|obliged|bound|expected)\s+to|under\s+no\s+(?:duty|obligation)\s+to)"
        r"\s+(?P<act>[^,;.:]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bno(?:thing|body)?\b\s?(?P<act>[^,;.:]{0,40}?\bneeds?\s+(?:to\s+)?be\s+[^,;.:]+)", re.IGNORECASE
    ),
    re.compile(r"\bwithout\s+(?:first\s+|any\s+|anybody\s+)?(?P<act>\w+ing\b[^,;.:]*)", re.IGNORECASE),
    re.compile(
        r"(?P<act>[^,;.:]+?)\s+(?:is|are)\s+(?:not\s+(?:needed|necessary|required)|optional|voluntary)\b",
        re.IGNORECASE,
    ),
)


_NOT_NEEDED = (
    re.compile(
        r"\b(?:do|does)(?:\s+not|n[’']t)\s+(?:need|require)\s+(?!to\b)(?:an?\s|the\s|your\s|any\s)?(?P<act>[^,;.:]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bno\s+(?P<act>[\w\s’'-]{1,40}?)\s+(?:is|are)\s+(?:needed|required|necessary|called\sfor)\b",
        re.IGNORECASE,
    ),
)
_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|nor|cannot)\b[^;.:]*$|n[’']t\b[^;.:]*$", re.IGNORECASE
)
_CASE = re.compile(r"\b(?:if|when|where|for|unless|once|as\slong\sas)\b", re.IGNORECASE)


# Each way of waiving has one of these.
_WAIVES = re.compile(
    r"need|have\s+to|requir|without|oblig|bound|expected|duty|necessary|called\sfor|optional|voluntary", re.I
)


def waived_in(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each waiver as written, what is not needed, and whether that is a thing and no act."""
    if _WAIVES.search(text) is None:
        return
    for waiver in _NOT_NEEDED:
        for match in waiver.finditer(text):
            yield match[0], _CASE.split(match["act"], maxsplit=1)[0], True
    for waiver in _WAIVERS:
        for match in waiver.finditer(text):
            # "Nothing leaves without being signed for" asks for what it names.
            if not (match[0].lower().startswith("without") and _DENIED.search(text[: match.start()])):
                yield match[0], match["act"], False
