"""Which statements of a policy answer an obligation, each compared with it part by part."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from policycheck.alignment.bans import keeps_ban
from policycheck.domain.figures import Figure
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.roles import acts_for, find_roles
from policycheck.lexicon.words import content_words
from policycheck.matching import Narrowing, Statement
from policycheck.matching.figures import differing
from policycheck.matching.forbidding import forbids
from policycheck.matching.parts import Difference, Part, Standing, compare_parts, gives_leave_asked
from policycheck.matching.windows import are_length_and_notice, figures_but_for_others_time
from policycheck.settings import JUDGEMENT

# Says in a plain sentence why the second, a policy's, contradicts the first, a source's, given the probability of the
# same act; "" where it does not.
Objects = Callable[[Statement, Statement, float], str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that may answer the obligation, with its parts compared; `probability` is that of the same act.

    `objection` is the plain sentence of the rule by which it contradicts the obligation, "" where none objects. `keeps`
    where it keeps a ban though it bans nothing itself: see `keeps_ban`.
    """

    statement: Statement
    said: Obligation
    probability: float
    differences: tuple[Difference, ...]
    objection: str = ""
    keeps: bool = False

    def standing(self, part: Part) -> list[Difference]:
        return [d for d in self.differences if d.part is part]


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks for a verdict: the answers, the listed items that none names, the combiner's features.

    `names_as_many`: the answers name at least as many things as the source lists, though perhaps in other words.
    `limbs_gone`: the phrases of the source's sentence of which no answer says anything. `narrowings`: the terms by
    which an answer means less than the source, each with that answer.
    """

    answers: list[Answer]
    items_missing: list[str]
    row: NDArray[np.float32]
    names_as_many: bool = False
    limbs_gone: Sequence[str] = ()
    narrowings: Sequence[tuple[Narrowing, Answer]] = ()


def answers_to(
    source: Statement, near: Sequence[tuple[Statement, float]], *, objects: Objects | None = None
) -> list[Answer]:
    """Return the statements that may answer, likeliest first; `near` holds statements with their probability,
    likeliest first.

    What is far less likely than the likeliest is about something else.
    """
    reading = source.reading
    assert reading is not None  # noqa: S101 - the caller aligns obligations only
    floor = max(JUDGEMENT.answer, JUDGEMENT.answer_share * (near[0][1] if near else 0.0))
    found = [
        _answer(source, s, p, objects)
        for s, p in near
        if p >= floor and s.said is not None and _can_answer(reading, s.said)
    ]
    return _of_one_subject(source, [a for a in found if not _is_only_a_right(reading, a)])


def _answer(source: Statement, policy: Statement, probability: float, objects: Objects | None) -> Answer:
    assert source.reading is not None  # noqa: S101 - see answers_to
    assert policy.said is not None  # noqa: S101 - see answers_to
    differences = tuple(compare_parts(source.reading, policy.said))
    if keeps_ban(source, policy):
        kept = (replace(d, standing=Standing.EQUAL) if d.part is Part.MODALITY else d for d in differences)
        return Answer(policy, policy.said, probability, tuple(kept), keeps=True)
    objection = objects(source, policy, probability) if objects else ""
    return Answer(policy, policy.said, probability, differences, objection)


FIGURES = (Part.DEADLINE, Part.FREQUENCY, Part.AGE, Part.QUANTITY, Part.RETENTION)
_KEPT = (Standing.EQUAL, Standing.STRICTER)


def _of_one_subject(source: Statement, answers: Sequence[Answer]) -> list[Answer]:
    """Leave out what keeps a figure, or breaks it, in words farther from the source than those of an answer that does
    the other: "the fire drill every three years" says nothing against "the first aid course every year".
    """
    breaking = [a for a in answers if a.objection or _stands(a, (Standing.LAXER,))]
    keeping = [a for a in answers if a not in breaking and _stands(a, _KEPT)]
    if not breaking or not keeping:
        return list(answers)

    def shared(some: Sequence[Answer]) -> int:
        return max(len(source.words & a.statement.words) for a in some)

    likest = max(shared(breaking), shared(keeping))
    of_another = breaking if shared(breaking) < shared(keeping) else keeping
    return [a for a in answers if a not in of_another or shared([a]) == likest]


def _stands(answer: Answer, ways: Sequence[Standing]) -> bool:
    return any(d.part in FIGURES and d.standing in ways for d in answer.differences)


def may_answer(probability: NDArray[np.float32]) -> bool:
    """Tell whether any statement is likely enough to answer; without one the duty is missing."""
    return float(probability.max(initial=0.0)) >= JUDGEMENT.answer


def _can_answer(source: Obligation, policy: Obligation) -> bool:
    """A right or power of somebody else answers no duty; our own "may" answers weakly, or breaks a ban."""
    if policy.modality is not Modality.PERMISSION or not source.modality.binds:
        return True
    if source.modality is Modality.PROHIBITION or gives_leave_asked(source, policy):
        return True
    holders = find_roles(policy.duty_holder)
    principals = find_roles(source.duty_holder)
    if not holders or not principals:
        return True
    return any(h == p or acts_for(h, p) for h in holders for p in principals)


_RIGHT = re.compile(r"\b(?:right|rights|entitled|entitlement)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\bbe\s", re.IGNORECASE)
_AFTER_OBJECT = re.compile(
    r"\b(?:to|of|for|by|in|on|at|with|from|that|who|whom|which|where|when|whether|if|how|what)\b",
    re.IGNORECASE,
)


def _is_only_a_right(source: Obligation, answer: Answer) -> bool:
    """Tell whether a policy only says what those may do, or have a right to, for whom a duty of others is: "the tenant
    may ask" beside "must tell the tenant". Leave that breaks the duty is more than a right."""
    said = answer.said
    if (
        said.modality is not Modality.PERMISSION
        or source.modality is Modality.PROHIBITION
        or gives_leave_asked(source, said)
        or answer.objection
    ):
        return False
    holder = said.duty_holder or (said.recipient if _RIGHT.search(said.signal) else "")
    words = frozenset(content_words(holder))
    if (
        not words
        or _stands(answer, (Standing.LAXER,))
        or words & frozenset(content_words(source.duty_holder))
    ):
        return False
    split = _PASSIVE if _PASSIVE.search(source.act) else _AFTER_OBJECT
    return words <= frozenset(content_words(f"{source.recipient} {split.split(source.act, maxsplit=1)[0]}"))


def other_figures(source: Statement, answer: Answer) -> tuple[Figure, Figure] | None:
    """Return a figure of the source and one of an answer that differ, None where none do.

    A time of what was not done is left out, and how long a thing lasts is not held against how long before another is
    done.
    """
    found = differing(
        *figures_but_for_others_time(source, answer.statement),
        against_source=True,
        forbidden=source.reading is not None and forbids(source.reading),
        settled=answer.differences,
    )
    if found is None or are_length_and_notice(source.reading, found[0], answer.said, found[1]):
        return None
    return found
