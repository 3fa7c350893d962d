"""What opens a case: a least figure after it says whom a rule reaches, not what must be reached."""

import re

OPENS_CASE = re.compile(
    r"\b(?:where(?:ver)?|when(?:ever)?|if|once|any|anyone)\b[^.,;:|]{0,60}$", re.IGNORECASE
)
"""Pattern for the words before a figure: "where the group numbers at least" twelve."""
