"""What starts a clock: the words after a figure, "of receiving the request"."""

import re

_BEGINS = re.compile(
    r"[\s]*(?P<trigger>(?:of|from|after|following|before|prior\sto|since|in\sadvance\sof|ahead\sof|"
    r"beginning\s(?:with|on)|starting\s(?:with|from|on)|commencing\s(?:with|on)|counting\sfrom|when|once|thereafter)\b"
    r"[^,;:.()—–|\n]{0,200})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s(?:and|or|but|unless|except|if|where|subject\sto|so\sthat|in\sorder|save|in\swriting|whichever|with\sa|by\sthe\s|"
    r"must|shall|will|may|should|to\s(?:the|any|every|each|his|their)\s)\b|\s-\s",
    re.IGNORECASE,
)


def read_trigger(text: str, position: int) -> tuple[str, int]:
    """Return the trigger that stands at a position, as written, and where it ends; ("", position) for none."""
    found = _BEGINS.match(text, position)
    if found is None:
        return "", position
    words = found["trigger"]
    stop = _ENDS.search(words, 3)
    if stop:
        words = words[: stop.start()]
    words = words.rstrip()
    return words, found.start("trigger") + len(words)
