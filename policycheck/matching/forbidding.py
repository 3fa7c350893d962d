"""Whether a reading says what is not to be done."""

import re
from functools import cache

from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words

_NEGATIVE = {"not", "never", "cannot", "nobody", "no-one", "neither", "nor", "no", "only"}
_NOBODY = {"nobody", "no-one", "neither", "none", "no"}


def forbids(reading: Obligation) -> bool:
    """Tell whether a reading says what is not to be done: a prohibition, or advice against.

    "Should only be shared" advises against all other sharing; "no one should suffer" against it happening. So does
    a duty of nobody: "no person other than the head shall decide"; but not a bound: "no more than four". "Do not delay
    calling the doctor" bids the call.
    """
    if reading.modality is Modality.PROHIBITION:
        return not bans_delay(reading)
    if reading.modality is Modality.PERMISSION:
        return False
    if shuns(reading) or ensured_of_nobody(reading):
        return True
    if reading.modality is Modality.OBLIGATION and reading.text.lstrip()[:1] not in ("N", "n"):
        return False  # as all words for nobody begin
    opening = [word.lower() for word in reading.text.split(maxsplit=2)[:2]]
    if reading.modality is Modality.OBLIGATION:
        return opening[:1] != [] and opening[0] in _NOBODY and opening[-1] not in _bounding()
    words = reading.signal.lower().split() + opening[:1]
    return reading.modality is Modality.RECOMMENDATION and not _NEGATIVE.isdisjoint(words)


def shuns(reading: Obligation) -> bool:
    """Tell whether a duty, or advice, is to keep from doing something: "shall take no part in counting the votes"."""
    told = (Modality.OBLIGATION, Modality.RECOMMENDATION)
    return reading.modality in told and f"{reading.act[:40].lower()} ".startswith(_shunning())


def ensured_of_nobody(reading: Obligation) -> str:
    """Return what a duty, or advice, sees to that nobody does: "no junior is given a key" of "ensures that no ..."."""
    told = (Modality.OBLIGATION, Modality.RECOMMENDATION)
    found = _ensured().match(reading.act) if reading.modality in told else None
    return found["what"] if found else ""


def bans_delay(reading: Obligation) -> bool:
    """Tell whether a ban is on waiting with an act, "do not put off calling", and so asks for the act at once."""
    return reading.modality is Modality.PROHIBITION and any(
        f"{reading.act} ".startswith(f"{verb} ") for verb in load("deciding")["delaying"]
    )


_ONLY = re.compile(r"\bonly\b(?P<case>[^,;.:]*(?:,\sthat\sis,?\s[^;.:]*)?)", re.IGNORECASE)


def is_kept_to_another_case(duty: Obligation, ban: Obligation) -> bool:
    """Tell whether a thing is done only in some case, which is not the one that a ban names.

    "The kiln is filled only by day" keeps "must not be filled by night"; "only by night" does not, and "only with
    oak" keeps no ban on filling it at all.
    """
    found = _ONLY.search(duty.text)
    if found is None:
        return False
    case = found["case"].strip().lower()
    apart = set(content_words(duty.text[: found.start()] + duty.text[found.end() :]))
    banned = content_words(" ".join((ban.act, *ban.conditions)))
    return not apart.issuperset(banned) and (not case or case not in ban.text.lower())


@cache
def _bounding() -> frozenset[str]:
    return frozenset(load("deciding")["bounding"])


@cache
def _ensured() -> re.Pattern[str]:
    """ "Ensure that no more than four" sets a bound, and "that no time is lost" wants haste."""
    ensuring, nobody = "|".join(load("deciding")["ensuring"]), "|".join(sorted(_NOBODY | {"no one"}))
    bounding = "|".join((*load("deciding")["bounding"], *load("deciding")["losing_time"]))
    return re.compile(
        rf"(?:{ensuring})\s(?:that\s)?(?P<what>(?:{nobody})\s(?!(?:{bounding})\b).+)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _shunning() -> tuple[str, ...]:
    return tuple(f"{words} " for words in load("deciding")["shunning"])
