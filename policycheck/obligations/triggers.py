"""What starts a clock: the words after a figure, "of receiving the request"."""

import re

from policycheck.lexicon.verbs import bases, state_verbs

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
    r"(?:in|within)\swhich|(?<!\son\s)which|who|to\s(?:the|any|every|each|his|their)\s)\b|\s-\s",
    re.IGNORECASE,
)


_MODAL = re.compile(r"\s(?:must|shall|will|may|should)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\s(?:the|an?|we|you|they|each|every|any)\b", re.IGNORECASE)


_TO_ACT = re.compile(r"\s(?:(?:in|within)\swhich\s)?to\s(?P<verb>\w+)", re.IGNORECASE)


def without_act(trigger: str) -> str:
    """Return a trigger up to what there is time to do: "from leaving in which to pay", "from joining to pay"."""
    acts = (found for found in _TO_ACT.finditer(trigger) if found["verb"].lower() in bases() | state_verbs())
    return trigger[: act.start()] if (act := next(acts, None)) else trigger


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
