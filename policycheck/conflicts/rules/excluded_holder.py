"""Somebody acts whom the other text shuts out.

What it does: finds an act that one text keeps for somebody free of the matter, or for one person alone, and that the
other gives to somebody with a tie to it, or to another person. Applies against a source too.
Why it matters: who follows the second text breaks the first: nobody is to judge their own cause, and a power kept for
one post is not another's.
"""

from dataclasses import replace

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import is_a_list, speak_of_one_thing
from policycheck.conflicts.shared import part_met
from policycheck.conflicts.wording import excluded_message
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.holders.doers import told_in_place
from policycheck.matching.holders.exclusions import exclusion
from policycheck.matching.holders.independence import shuts_out
from policycheck.matching.holders.kept_for import asks_for_what_admits
from policycheck.matching.holders.shut_out import shut_out


def excluded_holder(pair: Pair) -> Objection | None:
    """Return the objection, or None where nobody acts who is shut out; a source's own permission shuts out nobody."""
    if asks_for_what_admits(pair.a, pair.b):
        return None
    for rule, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.against_source and rule is pair.b:
            continue  # a policy may shut out whom the source does not
        found = shuts_out(rule, other)
        if found is not None:
            return _objection(pair, rule, *found, loosely=not speak_of_one_thing(pair.a, pair.b))
        shut = None if is_a_list(rule) or is_a_list(other) else exclusion(rule, other)
        if shut is not None:
            return _objection(pair, rule, shut.asked, shut.done, loosely=True)
    return None


def acting_though_shut_out(pair: Pair) -> Objection | None:
    """Return the objection to whoever acts, in loose words, though the other side keeps the act from them."""
    if asks_for_what_admits(pair.a, pair.b):
        return None
    for rule, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if (pair.against_source and rule is pair.b) or is_a_list(rule) or is_a_list(other):
            continue
        shut = shut_out(rule, other)
        if shut is not None:
            objection = _objection(pair, rule, shut.asked, shut.done, loosely=True)
            return replace(objection, by=shut.by, met=part_met(pair.a, pair.b))
    return None


def _objection(pair: Pair, rule: Statement, asked: str, done: str, *, loosely: bool) -> Objection:
    ours, theirs = (asked, done) if rule is pair.a else (done, asked)
    quoted = (told_in_place(pair.a.text, ours), told_in_place(pair.b.text, theirs))
    return Objection(
        type=ConflictType.DUTY_HOLDER,
        message=excluded_message(pair, *quoted),
        a_words=ours,
        b_words=theirs,
        loosely=loosely,
    )
