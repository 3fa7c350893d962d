"""Judges whether what a file gives as its title is one, and makes one from its name where it is not."""

import re
from pathlib import Path

_NOT_TITLES = re.compile(
    r"^(?:untitled|document\s*\d*|doc\d*|title|presentation|template|slide\s*\d*|"
    r"microsoft word\b.*|powerpoint\b.*|print|\(anonymous\)|"
    r".*\.(?:docx?|dotx?|pdf|odt|rtf|indd|qxd|pages|tmp|html?))$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 200


def is_sensible_title(text: str) -> bool:
    """Whether a title kept in a file's properties names the document rather than a program or a file."""
    stripped = text.strip()
    letters = sum(character.isalpha() for character in stripped)
    return letters >= 4 and len(stripped) <= _LONGEST_TITLE and not _NOT_TITLES.match(stripped)


def title_from_name(path: Path) -> str:
    """Make a title of a file name: "missing_from-care_v2.docx" gives "Missing from care v2"."""
    words = re.sub(r"[_\-\s]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:] if words else path.name
