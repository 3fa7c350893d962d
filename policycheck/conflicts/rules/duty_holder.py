"""Two people for one task.

What it does: finds two of the organisation's own statements that give the same act to different people; by the
vocabulary of roles, else by their names; whoever stands in a doer's place counts.
Why it matters: each leaves it to the other, and nobody does it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from policycheck.conflicts.contrary import spoken
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import speak_of_one_thing
from policycheck.conflicts.shared import part_met
from policycheck.conflicts.wording import holders_message
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.roles import (
    acts_for,
    acts_through_people,
    is_body,
    is_charged,
    is_particular,
    is_unit,
)
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.acting import acting, acting_themselves, plainly_told
from policycheck.matching.holders.doers import doers
from policycheck.matching.holders.exclusions import is_named
from policycheck.matching.holders.independence import anybody, are_two_posts, holder_of
from policycheck.matching.holders.names import (
    are_initials,
    are_of_one_work,
    is_spelt_out,
    may_be_one,
    stands_for,
    title,
)
from policycheck.matching.holders.shut_out import denies_first
from policycheck.matching.parts import Difference, Part, Standing
from policycheck.settings import JUDGEMENT


def duty_holder(pair: Pair) -> Objection | None:
    """Return the objection, or None; against a source another person is a gap, not a contradiction."""
    ours, theirs = holder_of(pair.a), holder_of(pair.b)
    if pair.against_source or are_initials(ours, theirs) or _either_is_spelt_out(pair, (ours,), (theirs,)):
        return None
    if any(side.said is not None and forbids(side.said) for side in (pair.a, pair.b)):
        return None  # who must not do it is not given the task
    sides = ((pair.a, ours, pair.b), (pair.b, theirs, pair.a))
    if any(
        _are_two_sides(one, other) or _is_counted(one, holder) or _is_given_it(one, other)
        for one, holder, other in sides
    ):
        return None
    for difference in pair.differences:
        told = difference.part is Part.DUTY_HOLDER and difference.standing is Standing.OTHER
        if told and not _is_of_its_people(difference.source, difference.policy):
            return _objection(pair, difference, loosely=False)
    if pair.has_a_list or not (
        speak_of_one_thing(pair.a, pair.b) or pair.probability >= JUDGEMENT.near_enough
    ):
        return None
    return _by_reading(pair) or _by_place(pair)


# "A carer is to have an assessment", "drivers must be over 21": done for them, or asked of them, and not by them.
_HAS_IT = re.compile(
    r"^[^,;.:]{2,60}?\s(?:receives?|gets?|(?:be|is|are)\s(?:at\sleast|over|under|aged|between|older|younger|an?|\d+)|"
    r"(?:have|has)\s(?:an?|at\sleast|their|his|her|two|\d+)(?!\s(?:duty|responsibility|task|job|charge|role)))\b",
    re.IGNORECASE,
)
# "The clerk must be somebody who is no trustee", "must be 21": what they are, and nothing that they do.
_MUST_BE = re.compile(
    r"^[^,;.:]{2,60}?\s(?:must|shall|should|will|has\sto|have\sto|is\sto|are\sto)\s(?:each\s|all\s|also\s|themselves\s)?be\s"
    r"(?:(?:some|any)(?:body|one)\b|neither\b|one\s(?:who|whom|whose|of|other\sthan)|an?\s(?:person|member|man|woman)\b|"
    r"(?:at\sleast\s|over\s|under\s|aged\s|between\s)?(?:the\sage\sof\s)?\d+\b)",
    re.IGNORECASE,
)
_PAYS = re.compile(r"^[^,;.:]{2,60}?\spays?\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:collect|charge|take|receive|levie)s?\b|\blevy\b", re.IGNORECASE)


def _are_two_sides(one: Statement, other: Statement) -> bool:
    """Tell whether one side has, or pays, what the other gives, or takes, or says what somebody must be."""
    if one.is_row:
        return False
    if _MUST_BE.match(one.text):
        return True
    has_it = _HAS_IT.match(one.text) is not None and _HAS_IT.match(other.text) is None
    return has_it or (_PAYS.match(one.text) is not None and _TAKES.search(other.text) is not None)


def _is_counted(one: Statement, holder: str) -> bool:
    """Tell whether a holder is the number who serve so many: "one adult goes with each group of 12"."""
    ratios = (figure.text.lower() for figure in one.figures if figure.kind is FigureKind.RATIO)
    return holder != "" and any(ratio.startswith(holder.lower()) for ratio in ratios)


# To whom something is given, lent or taught: the first words after the verb, or after a "to" or "for".
_WHOM = re.compile(r"(?:^|\b(?:to|for)\b)(?=(?P<whom>(?:\s[\w’'-]+){1,4}))", re.IGNORECASE)


def _is_given_it(one: Statement, other: Statement) -> bool:
    """Tell whether one side's holder takes what the other side's gives: "drivers attend", "gives every driver"."""
    takes, gives = _named(holder_of(one)), phrases_of("acting", "giving")
    if not takes or gives.search(spoken(one)):
        return False
    text = spoken(other)
    for found in gives.finditer(text):
        rest = _SENTENCE.match(text, found.end())
        if rest and any(takes <= set(content_words(to["whom"])) for to in _WHOM.finditer(rest[0])):
            return True
        if other.is_row and not content_words(text[found.end() :].partition(";")[0]):
            return takes <= other.first_cell  # "Diver's air", "Lends"
    return False


_SENTENCE = re.compile(r"[^.;,:]{1,100}")


def _either_is_spelt_out(pair: Pair, ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether one side names in full, perhaps among others, whom the other calls by initials."""
    told = ((ours, pair.a, theirs, pair.b), (theirs, pair.b, ours, pair.a))
    return any(
        is_spelt_out(one, other.text) or any(stands_for(one, name, side) for name in names)
        for holders, side, names, other in told
        for one in holders
    )


def _by_reading(pair: Pair) -> Objection | None:
    """Whom the two readings name, and no vocabulary knows for two."""
    ours, theirs = holder_of(pair.a), holder_of(pair.b)
    if not _named(ours) or not _named(theirs):
        return None
    if are_of_one_work(ours, theirs) or any(
        is_body(one) and not is_particular(one) for one in (ours, theirs)
    ):
        return None  # "the Trust" is whoever works for it
    if _is_of_its_people(ours, theirs):
        return None
    apart = not _named(ours) & _named(theirs) and not (is_charged(ours) and is_charged(theirs))
    return _two(pair, ours, theirs) if apart or are_two_posts(ours, theirs) else None


def _by_place(pair: Pair) -> Objection | None:
    """Whom the two texts put in a doer's place: nobody of the one is, or acts for, anybody of the other."""
    rows = pair.a.is_row and pair.b.is_row  # two rows of tables name what each is about
    ours, theirs = (_posts(side, plainly=not rows) for side in (pair.a, pair.b))
    if ours and theirs and not _either_is_spelt_out(pair, ours, theirs):
        if any(_is_of_its_people(x, y) for x in ours for y in theirs):
            return None
        named = any(is_named(x, pair.b) for x in ours) or any(is_named(y, pair.a) for y in theirs)
        # "The head of service" and "the finance manager" are managers both, and two.
        one = named and not (len(ours) == len(theirs) == 1 and _are_offices(ours[0], theirs[0]))
        return None if one else _two(pair, ours[0], theirs[0])
    return None


def two_in_loose_words(pair: Pair) -> Objection | None:
    """Return the objection to two who do one thing of whom one is named in loose words, or by whom a text speaks to."""
    if pair.against_source or pair.has_a_list:
        return None
    if any(side.said is None or denies_first(side) for side in (pair.a, pair.b)):
        return None
    if not acting_themselves(pair.a) and not acting_themselves(pair.b):
        return None
    ours, theirs = (_loosely(side) for side in (pair.a, pair.b))
    if not ours or not theirs or any(may_be_one(x, y) for x in ours for y in theirs):
        return None
    if _either_is_spelt_out(pair, ours, theirs) or any(_is_of_its_people(x, y) for x in ours for y in theirs):
        return None
    named = Difference(part=Part.DUTY_HOLDER, standing=Standing.OTHER, source=ours[0], policy=theirs[0])
    return replace(_objection(pair, named, loosely=True), by="loose_holders", met=part_met(pair.a, pair.b))


def _loosely(statement: Statement) -> tuple[str, ...]:
    """Return who acts in whatever words; none where a body does, or anybody."""
    found = acting_themselves(statement) or tuple(one for one in acting(statement) if title(one))
    return () if any(is_body(one) for one in found) else found


def _is_of_its_people(a: str, b: str) -> bool:
    """Tell whether one name is of a body that acts through its people, and the other may be of one of them."""
    return any(
        acts_through_people(body)
        and not (is_unit(one) or is_body(one))
        and (acts_for(one, "organisation") or _INITIALS.search(one) is not None)
        for body, one in ((a, b), (b, a))
    )


_INITIALS = re.compile(r"\b[A-Z]{2,5}s?\b")


def _are_offices(a: str, b: str) -> bool:
    """Tell whether two doers are two offices, each told by more than one word: not "staff" and "the coaches"."""
    return are_two_posts(a, b) and all(is_charged(one) and len(one.split()) > 1 for one in (a, b))


def _posts(statement: Statement, *, plainly: bool) -> tuple[str, ...]:
    """Return who acts by a statement, none where a body does, which many people act for."""
    found = tuple(
        one for one in doers(statement) or (plainly_told(statement) if plainly else ()) if title(one)
    )
    return () if any(is_body(one) for one in found) else found


def _named(holder: str) -> set[str]:
    """Return the words that tell a holder from others; none for "we" and "all staff"."""
    return set(content_words(holder)) - anybody()


def _two(pair: Pair, ours: str, theirs: str) -> Objection:
    named = Difference(part=Part.DUTY_HOLDER, standing=Standing.OTHER, source=ours, policy=theirs)
    return _objection(pair, named, loosely=True)


def _objection(pair: Pair, difference: Difference, *, loosely: bool) -> Objection:
    return Objection(
        type=ConflictType.DUTY_HOLDER,
        message=holders_message(pair, difference),
        a_words=difference.source,
        b_words=difference.policy,
        loosely=loosely,
    )
