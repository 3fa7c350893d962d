"""When whoever acts is one of those whom a ban lets act: another than the one it shuts out, or the one it leaves."""

import re

from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.doers import doers
from policycheck.matching.holders.independence import denies, names_shut_out, wants_apart
from policycheck.matching.holders.kept_for import kept_for
from policycheck.matching.holders.names import may_be_one, title, written_out
from policycheck.matching.statements import Statement

_MORE = re.compile(
    r"\b(?:no|not|never|nobody|none|nor|neither|cannot|only|without|unless|until|before|except)\b|n[’']t\b",
    re.IGNORECASE,
)


def is_let_act(ban: Statement, other: Statement) -> bool:
    """Tell whether a ban says no more than who may not act, and whoever acts by the other statement is none of them.

    "Not by the officer who decided" and "by another than the one who decided" are one rule; so are "only the warden
    may" and "by the warden".
    """
    if ban.said is None or other.said is None or forbids(other.said):
        return False
    if denies(ban) and names_shut_out(ban):
        return bool(wants_apart(other))
    return _are_kept_for(ban, other)


def _are_kept_for(ban: Statement, other: Statement) -> bool:
    """Tell whether all who act are those for whom the ban keeps the act; where it bans more, that is not all."""
    kept = kept_for(ban)
    if kept is None or _MORE.search(ban.text.replace(kept.written, " ", 1)):
        return False
    before = ban.text[: ban.text.find(kept.written)]
    if _RECEIVES.match(kept.written) or before.endswith((" to ", " from ")):
        return False  # "given to nobody but the keeper" says who receives, and nothing of who gives
    named = [written_out(one, other) for one in doers(other) or acting(other)]
    return bool(named) and all(any(_is_surely(one, whom) for whom in kept.whom) for one in named)


_RECEIVES = re.compile(r"(?:(?:only|solely|exclusively)\s)?(?:to|from)\b", re.IGNORECASE)


def _is_surely(one: str, whom: str) -> bool:
    """Tell whether two names are of one person for certain: a lock keeper and a sluice keeper only may be."""
    ours, theirs = title(one), title(whom)
    each_has_its_own = bool(ours & theirs and ours - theirs and theirs - ours)
    return bool(ours) and not each_has_its_own and may_be_one(one, whom)
