"""One side asks for something first; the other does the thing without it, or before it.

What it does: finds what must come first ("not until", "only with", "beforehand") and, on the other side, the same
thing after a word that says it is not waited for ("pending", "without", "whether or not"), or a word that says so of
itself ("to follow", "on the spot", "retrospectively").
Why it matters: the check or the leave that was to come first protects nobody once the thing is done.
"""

import re

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import after_each, denials_of, said_by, spoken
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.exceptions import excepts_elsewhere
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import all_families, part_met, share
from policycheck.conflicts.wording import without_message
from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.phrases import phrases_of
from policycheck.matching import Statement


def done_without(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither side asks for a thing first that the other does without."""
    words = None if pair.of_one_length else pair.told_by_either(_found)
    if words is None:
        return None
    return drift_objection(pair, words, by="done_without", message=without_message)


def _found(asks: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words that ask for a thing first, and those that do without it."""
    if asks.said is None or asks.said.modality is Modality.PERMISSION or _waits(does):
        return None
    bans = stance_of(asks.said) is Stance.FORBIDS
    found = _does_without(asks, does, bans=bans) or _opts_out(asks, does)
    return found or (None if bans else _left_undone(asks, does))


def _does_without(asks: Statement, does: Statement, *, bans: bool) -> tuple[str, str] | None:
    missing = [
        (lacked, words) for lacked, words in after_each(does, "missing") if not _tells_time(lacked, does)
    ]
    # What is wanted at once itself waits for nothing: its "until" says how long it is to stay so.
    at_once = phrases_of("times", "phrases", "at_once")
    hasty = said_by(asks, "waiting_for_nothing") or at_once.search(asks.text)
    alone = "" if hasty else said_by(does, "waiting_for_nothing")
    for asked, things in after_each(asks, "until"):
        if asked.lower().startswith("without") and not bans:
            continue  # "without delay" says how, "nobody without a badge" what comes first
        if asked.lower().startswith(("until then", "till then")):
            continue  # what comes first stands in another sentence
        if _tells_time(asked, asks) and not _FROM_EVENT.search(asked):
            continue
        if excepts_elsewhere(asks).startswith(asked):
            continue  # another provision is named, and nothing that comes first
        for lacked, words in missing:
            if share(things, words) >= _MOST:
                return asked, lacked
        if alone:
            return asked, alone
    beforehand = said_by(asks, "beforehand")
    if (bans and said_by(does, "until")) or not beforehand or said_by(does, "beforehand"):
        return None
    for lacked, words in missing:
        if share(words, all_families(asks)) >= _MOST:
            return beforehand, lacked
    return (beforehand, alone) if alone else None


_BOUND = re.compile(r"no\s(?:sooner|earlier|later|more|less|fewer|longer)\b", re.IGNORECASE)
_UP_TO_LENGTH = re.compile(
    r"(?:[a-z]+\s){1,3}?(?:(?:at\sleast|not\sless\sthan|(?:the\s)?(?:end|expiry|close)\sof|the|a|any|further|period\sof)\s)*",
    re.IGNORECASE,
)
_FROM_EVENT = re.compile(r"\b(?:after|from|of|since|following)\s(?!\d)", re.IGNORECASE)


def _tells_time(words: str, statement: Statement) -> bool:
    """Tell "no later than the sale" and "until 30 days have passed" from words for a thing that comes first."""
    if _BOUND.match(words):
        return True
    return any(
        figure.kind is FigureKind.TIME and _UP_TO_LENGTH.fullmatch(words[: words.find(figure.text)])
        for figure in statement.figures
        if figure.text in words
    )


# "Before the end of the day" is a time limit, and comes before nothing.
_DAY_END = re.compile(r"\bbefore\s(?:the\s)?(?:end|close)\b", re.IGNORECASE)
_NOT_BEFOREHAND = re.compile(
    r"(?:\b(?:not|never|nobody|no\sone|without)\b|n[’']t\b)\s(?:(?!(?:until|till|unless|but|except|without)\b)[\w’'-]+\s){1,6}?"
    r"(?:beforehand|in\sadvance|first(?=[.;,:]|$)|ahead\sof\stime)",
    re.IGNORECASE,
)


def _left_undone(asks: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words for what comes before an act, and those of the act done with it undone: "unopened"."""
    before = [
        (asked, event)
        for asked, event in after_each(asks, "beforehand")
        if event and not _DAY_END.search(asked)
    ]
    if not before:
        return None
    found = _NOT_BEFOREHAND.search(spoken(does))
    if found:
        return before[0][0], found[0]
    undone = next((one.written for one in denials_of(does) if one.written.lower().startswith("un")), "")
    return (before[0][0], undone) if undone and part_met(asks, does) >= _MOST else None


_OPTING_OUT = re.compile(
    r"\bunless\s[^.;:]{0,60}?\b(?:object\w*|opts?\sout|opted\sout|refus\w+|declin\w+|says?\sno|said\sno|"
    r"(?:tells?|told|asks?|asked|writes?|wrote|says?|said|lets?|informs?)\b[^.;:]{0,40}?(?:\bnot\b|n[’']t\b|\brather\b|\bstop\b))",
    re.IGNORECASE,
)


def _opts_out(asks: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words for consent, and those by which silence is taken for it: "unless a parent objects"."""
    found = _OPTING_OUT.search(does.text)
    if not found or _OPTING_OUT.search(asks.text) or not said_by(asks, "consent"):
        return None
    asked = said_by(asks, "until")
    return (asked, found[0]) if asked else None


# What is not waited for must be, for this part, of the words of what asks for a thing beforehand.
_MOST = 0.5


def _waits(statement: Statement) -> bool:
    """Tell whether a statement is a ban itself, asks for something first too, or denies that it does without."""
    if statement.said is not None and stance_of(statement.said) is Stance.FORBIDS:
        return True
    return bool(said_by(statement, "only")) or any(denial.turned for denial in denials_of(statement))
