"""What starts a clock: the words after a figure, "of receiving the request"."""

import re

_BEGINS = re.compile(
    r"[\s]*(?P<trigger>(?:of|from|after|following|before|prior\sto|since|in\sadvance\sof|ahead\sof|"
    r"beginning\s(?:with|on)|starting\s(?:with|from|on)|commencing\s(?:with|on)|counting\sfrom|"
    r"when|once|thereafter)\b"
    r"(?:[^,;:.()—–|\n]|(?<=\d),(?=\d)){0,200})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s(?:and|or|but|unless|except|if|where|subject\sto|so\sthat|in\sorder|save|in\swriting|"
    r"whichever|with\sa|by\sthe\s|"
    r"(?<!\son\s)which|who|to\s(?:the|any|every|each|his|their)\s)\b|\s-\s",
    re.IGNORECASE,
)


_MODAL = re.compile(r"\s(?:must|shall|will|may|should)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\s(?:the|an?|we|you|they|each|every|any)\b", re.IGNORECASE)


def _without_subject(words: str) -> str:
    """In "of the request the manager must" the trigger ends before the subject of the duty."""
    modal = _MODAL.search(words)
    if modal is None:
        return words
    words = words[: modal.start()]
    starts = [found.start() for found in _DETERMINER.finditer(words) if " " in words[: found.start()].strip()]
    return words[: starts[-1]] if starts else words


def read_trigger(text: str, position: int) -> tuple[str, int]:
    """Return the trigger that stands at a position, as written, and where it ends; ("", position) for none."""
    found = _BEGINS.match(text, position)
    if found is None:
        return "", position
    words = found["trigger"]
    stop = _ENDS.search(words, 3)
    if stop:
        words = words[: stop.start()]
    words = _without_subject(words).rstrip()
    return words, found.start("trigger") + len(words)
