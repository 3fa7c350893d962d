"""What an abbreviation looks like."""

import re

_SHORT = re.compile(r"^(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&/-]{1,9}$")


def is_abbreviation(text: str) -> bool:
    """Whether `text` can be initials: one short word with two capitals at least ("EHCP", "DfE", "PEPs")."""
    return bool(_SHORT.match(text))
