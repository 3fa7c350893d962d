"""What a source states as plain fact and yet binds: "the sum payable is £30", "shall not be required to travel".

Nobody is told to do anything, so it is no duty of the source and no gap where a policy is silent; but a policy may say
another figure, or ask for what nobody need do.
"""

import re
from collections.abc import Mapping, Sequence

from policycheck.domain.documents import Clause
from policycheck.domain.obligations import Obligation
from policycheck.lexicon.data import load
from policycheck.obligations.figures.numbers import NUMBER
from policycheck.obligations.figures.provisions import without_provisions
from policycheck.obligations.stated import read_stated

_I = re.IGNORECASE
_FREE = re.compile(rf"\b(?:{'|'.join(load('rights')['free'] + load('rights')['free_of_charge'])})", _I)
# How a text is to be read or reckoned, when it holds, and what was so once.
_ABOUT_THE_LAW = re.compile(
    r"\b(?:comes?|came|coming)\sinto\s(?:force|operation|effect)\b|\b(?:may|shall|is\sto|are\sto)\sbe\s(?:cited|read|construed|taken\sto|treated|regarded|deemed|presumed|disregarded|"
    r"reckoned|calculated|counted)\b|\bfor\sthe\spurposes?\sof\b|\b(?:means?|refers?\sto|references?|has\sthe\s(?:same\s)?meaning|is\sdefined|in\sthis\s(?:act|part|section|chapter|schedule|"
    r"regulation|paragraph|order|code|guidance|standard))\b|\b(?:does|do|shall)\snot\s(?:extend|apply)\b|\b(?:amend|repeal|revok|substitut|insert)\w*\b|\b(?:was|were|had|did)\b|\bfor\sexample\b",
    _I,
)
# Without one of these no figure is told.
_COUNTS = re.compile(
    rf"{NUMBER}|\b(?:minute|hour|da(?:y|il)|night|week|month|quarter|year|annual|term|half|halv|third|double|once|twice|dozen|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    _I,
)
_LONGEST = 60  # words of a sentence that states one thing


def read_facts(
    clauses: Sequence[Clause], *, read: Mapping[str, Sequence[str]], in_law: bool, document: str = ""
) -> list[Obligation]:
    """Return the plain facts of a source that bind: those that free somebody of something, and a law's figures.

    What guidance says with a figure and without a word that binds is mostly narrative.
    """
    facts = read_stated(
        clauses,
        read=read,
        document=document,
        wanted=lambda text: _may_bind(text) and _may_count(text, in_law=in_law),
    )
    return [one for one in facts if _FREE.search(one.text) or _has_a_figure(one)]


def _may_bind(text: str) -> bool:
    return len(text.split()) <= _LONGEST and _ABOUT_THE_LAW.search(text) is None


def _may_count(text: str, *, in_law: bool) -> bool:
    """Tell by its words alone whether a text may free somebody, or give a figure of a law; reading it takes longer."""
    return _FREE.search(text) is not None or (in_law and _COUNTS.search(without_provisions(text)) is not None)


def _has_a_figure(fact: Obligation) -> bool:
    return bool(fact.thresholds) or any(not limit.is_vague for limit in fact.time_limits)
