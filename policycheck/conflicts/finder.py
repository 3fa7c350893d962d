"""Runs the rules over the pairs that are likely enough to speak of the same act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from policycheck.conflicts.copies import copied
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.pair_features import FEATURES, contradiction_features
from policycheck.conflicts.peace.far_apart import are_far_apart
from policycheck.conflicts.peace.guards import (
    are_two_acts_of_two,
    is_rule_and_exception,
    speak_of_themselves,
    stand_in_one_list,
)
from policycheck.conflicts.peace.kept import is_kept_all_the_same
from policycheck.conflicts.peace.other_cases import leave_each_other_out
from policycheck.conflicts.peace.other_figures import is_a_case_of, is_of_other_figure
from policycheck.conflicts.peace.other_items import are_rows_of_two_things
from policycheck.conflicts.peace.other_posts import are_ages_of_two_posts
from policycheck.conflicts.peace.other_things import are_of_two_things
from policycheck.conflicts.peace.set_aside import is_by_exception, is_of_the_past
from policycheck.conflicts.peace.told_exceptions import is_told_as_exception
from policycheck.conflicts.rules import RULES
from policycheck.conflicts.rules.excluded_holder import acting_though_shut_out, excluded_holder
from policycheck.conflicts.strangers import are_strangers
from policycheck.conflicts.together import is_worth_reading, second_look
from policycheck.domain.findings import ConflictType
from policycheck.matching import Meeting, Statement
from policycheck.matching.features import ranks
from policycheck.matching.linear import LinearModel, log_odds, packaged, row_of
from policycheck.matching.meanings import define_one_term, told_beside
from policycheck.matching.read_together import ReadPairs, read_either_way, texts_of
from policycheck.settings import JUDGEMENT

# An exception stands this near to its rule, counted in statements.
_AROUND = 3

Probabilities = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements, by index, that contradict each other, and why; `confidence` is 0 to 1."""

    a: int
    b: int
    objection: Objection
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements, by index, that a rule objects to, with the features that tell how rightly."""

    a: int
    b: int
    objection: Objection
    row: Probabilities


def contradiction_model() -> LinearModel:
    """Return the model that weighs an objection: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "contradiction", FEATURES)


def weigh_clashes(
    found: Sequence[Candidate],
    a: Sequence[Statement],
    b: Sequence[Statement],
    *,
    read_pairs: ReadPairs | None = None,
) -> list[Clash]:
    """Return what `find_candidates` found between two documents with how likely each contradicts, however little.

    `read_pairs` reads two clauses together, where there is a model that can.
    """
    if not found:
        return []
    sure = contradiction_model().probabilities(np.stack([one.row for one in found]))[:, 0]
    clashes = [
        Clash(one.a, one.b, one.objection, round(float(p), 3)) for one, p in zip(found, sure, strict=True)
    ]
    return clashes if read_pairs is None else _read_again(clashes, a, b, read_pairs)


def _read_again(
    clashes: Sequence[Clash], a: Sequence[Statement], b: Sequence[Statement], read_pairs: ReadPairs
) -> list[Clash]:
    """Return clashes, the likelier ones weighed again by what is read of both sides together."""
    again = list(clashes)
    # Of two texts that are the same but for a "not", the words themselves tell more than a model that reads both.
    worth = [
        place
        for place, one in enumerate(clashes)
        if is_worth_reading(one.confidence) and one.objection.by != "in_same_words"
    ]
    if worth:
        read = read_either_way([texts_of(a[clashes[i].a], b[clashes[i].b]) for i in worth], read_pairs)
        likely = second_look([clashes[i].confidence for i in worth], read)
        for i, p in zip(worth, likely, strict=True):
            again[i] = replace(clashes[i], confidence=round(p, 3))
    return again


def likely_among(clashes: Sequence[Clash]) -> list[Clash]:
    """Return those that are likely enough to be kept."""
    return [one for one in clashes if one.confidence >= JUDGEMENT.contradiction]


def copied_clashes(
    a: Sequence[Statement],
    b: Sequence[Statement],
    probability: Probabilities,
    *,
    names: tuple[str, str],
    known: Sequence[Clash],
) -> list[Clash]:
    """Return near copies that part in what decides, but for those that are `known`: weighed, however it went.

    What stands in peace for the rules does so here.
    """
    pairs = {(clash.a, clash.b) for clash in known}
    return [
        Clash(i, j, objection, score)
        for i, j, objection, score in _copies(a, b, probability, names=names)
        if (i, j) not in pairs
        and not _may_both_be_followed(
            pair_of(a[i], b[j], float(probability[i, j]), against_source=False, names=names, within=a is b),
            objection,
        )
    ]


def _copies(
    a: Sequence[Statement], b: Sequence[Statement], probability: Probabilities, *, names: tuple[str, str]
) -> list[tuple[int, int, Objection, float]]:
    """Return what `copied` does, of the statements that are likely of one act with another."""
    near = probability >= JUDGEMENT.may_be_copies
    if not near.any():
        return []
    if a is b:
        places = [int(i) for i in np.nonzero(near.any(axis=1) | near.any(axis=0))[0]]
        some = [a[i] for i in places]
        pairs = copied(some, some, names=names)
        # The items of one clause are meant to differ.
        return [(places[i], places[j], o, p) for i, j, o, p in pairs if some[i].clause != some[j].clause]
    rows = [int(i) for i in np.nonzero(near.any(axis=1))[0]]
    columns = [int(j) for j in np.nonzero(near.any(axis=0))[0]]
    pairs = copied([a[i] for i in rows], [b[j] for j in columns], names=names)
    return [(rows[i], columns[j], o, p) for i, j, o, p in pairs]


def _may_both_be_followed(pair: Pair, objection: Objection) -> bool:
    return _stand_in_peace(pair) or _is_let_go(pair, objection)


def find_candidates(
    a: Sequence[Statement],
    b: Sequence[Statement],
    probability: Probabilities,
    *,
    against_source: bool,
    names: tuple[str, str],
    meeting: Meeting | None = None,
    in_order: bool = True,
) -> list[Candidate]:
    """Return every pair near enough to be of one act that a rule objects to, of two documents or one (`b` is `a`).

    `probability`, shape (len(a), len(b)), is that of the same act; `meeting` is where both meet at the obligations of
    sources. With `against_source`, `a` is the source's. `names` are what messages call the two documents; `in_order`
    says that statements near in number stand near each other in their document.
    """
    if not a or not b:
        return []
    if meeting is None:
        meeting = Meeting(np.zeros_like(probability), np.zeros_like(probability))
    likely = np.maximum(probability, meeting.answered)
    within = a is b
    if within:
        likely = likely - np.eye(len(a), dtype=np.float32)
    near = likely >= JUDGEMENT.may_contradict
    rows, columns = np.nonzero(near.any(axis=1))[0], np.nonzero(near.any(axis=0))[0]
    ranks_a = dict(zip(map(int, rows), ranks(likely[rows]), strict=True))
    ranks_b = dict(zip(map(int, columns), ranks(likely[:, columns].T), strict=True))
    found = []
    for i, j in zip(*np.nonzero(near), strict=True):
        if within and (j <= i or a[i].clause == b[j].clause):
            continue
        firsts = (ranks_a[i][j] == 0, ranks_b[j][i] == 0)
        if not (any(firsts) if likely[i, j] >= JUDGEMENT.despite_rivals else all(firsts)):
            continue  # a likelier partner tells better what either side speaks of
        if stand_in_one_list(a[i], b[j]) if within else speak_of_themselves(a[i], b[j]):
            continue
        if a[i].said is None and b[j].said is None:
            continue  # nothing was read of either: no act to hold against another
        if define_one_term(a[i], b[j]):
            continue  # see `_definition_candidates`
        pair = pair_of(
            a[i],
            b[j],
            float(probability[i, j]),
            against_source=against_source,
            names=names,
            within=within,
        )
        objection = objection_of(pair)
        if objection is not None:
            features = contradiction_features(
                pair,
                objection,
                same_answer=float(meeting.answered[i, j]),
                one_breaks=float(meeting.broken[i, j]),
                ranks=(1.0 / (1.0 + float(ranks_a[i][j])), 1.0 / (1.0 + float(ranks_b[j][i]))),
                within=within and in_order,
                rival=_rival(likely, i, j),
                nearby=_nearby(a, int(i)) if objection.exempt is not None else frozenset(),
            )
            found.append(Candidate(int(i), int(j), objection, row_of(features, FEATURES)))
    return [*found, *_definition_candidates(a, b, against_source=against_source, names=names)]


def _nearby(statements: Sequence[Statement], at: int) -> frozenset[str]:
    """Return the words of the statements around one: where a law gives the exceptions to its rule."""
    return frozenset().union(
        *(
            one.words
            for place, one in enumerate(
                statements[max(0, at - _AROUND) : at + _AROUND + 1], max(0, at - _AROUND)
            )
            if place != at
        )
    )


def _rival(likely: Probabilities, i: int, j: int) -> float:
    """Return by how much, in log-odds, the likeliest other partner of either side is nearer; 0 where none is."""
    others = max(
        max((float(part.max()) for part in (row[:at], row[at + 1 :]) if part.size), default=0.0)
        for row, at in ((likely[i], j), (likely[:, j], i))
    )
    return max(0.0, log_odds(others) - log_odds(float(likely[i, j])))


def pair_of(
    a: Statement,
    b: Statement,
    probability: float,
    *,
    against_source: bool,
    names: tuple[str, str] = ("the first", "the second"),
    within: bool = False,
) -> Pair:
    """Return two statements as the rules take them."""
    return Pair(
        a=told_beside(a, b),
        b=told_beside(b, a),
        probability=probability,
        against_source=against_source,
        a_name=f"{names[0]}, {a.ref},",
        b_name=f"{names[1]}, {b.ref},",
        within=within,
    )


def objection_of(pair: Pair) -> Objection | None:
    """Return what the first rule that objects says: one contradiction per pair is enough to act on.

    A rule beside its express exception stands in peace, whatever they say. A case that the other side does not speak
    of may be one told in other words: the model weighs it (`other_case`).
    """
    # Whoever is shut out is so in every case.
    for rule in (excluded_holder, acting_though_shut_out) if _stand_in_peace(pair) else RULES:
        objection = rule(pair)
        if objection is not None and not _is_let_go(pair, objection):
            return objection
    return None


def _stand_in_peace(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    return (
        is_rule_and_exception(a, b)
        or _stands_aside(pair)
        or are_rows_of_two_things(a, b)
        or are_of_two_things(a, b)
        or (pair.of_one_document and are_strangers(a, b))
        or is_told_as_exception(a, b)
    )


def _is_let_go(pair: Pair, objection: Objection) -> bool:
    """Tell whether the sides are about cases that leave each other out, two figures of one clause or two things.

    So where one does an act within the bound that the other's ban sets: it does nothing that is banned.
    """
    a, b = pair.a, pair.b
    return (
        (_is_of_a_bound(objection) and pair.keeps_bound)
        or leave_each_other_out(a, b, objection)
        or is_of_other_figure(a, b, objection, against_source=pair.against_source)
        or is_a_case_of(a, b, objection)
        or (objection.type is ConflictType.MODALITY and are_two_acts_of_two(a, b))
        or is_kept_all_the_same(a, b, objection)
        or are_far_apart(a, b, objection)
        or are_ages_of_two_posts(a, b, objection)
    )


def _is_of_a_bound(objection: Objection) -> bool:
    """Tell what is objected to of an act or its time by the words, and not by the figures that bound it."""
    by_words = objection.type is ConflictType.DEADLINE and objection.loosely
    return by_words or objection.type is ConflictType.MODALITY


def _stands_aside(pair: Pair) -> bool:
    """Tell whether a side says that it holds no more, or that it is an exception; of a policy's own rule only."""
    sides = (pair.a, pair.b)
    return any(map(is_of_the_past, sides)) or (not pair.against_source and any(map(is_by_exception, sides)))


def objection_to(source: Statement, policy: Statement, probability: float) -> str:
    """Return in a plain sentence why a policy's statement contradicts a source's, "" where no rule objects."""
    pair = pair_of(source, policy, probability, against_source=True, names=("The source", "the policy"))
    objection = objection_of(pair)
    return "" if objection is None else objection.message


def _definition_candidates(
    a: Sequence[Statement], b: Sequence[Statement], *, against_source: bool, names: tuple[str, str]
) -> list[Candidate]:
    """Return the objections to definitions of the same term."""
    defining_a = [i for i, statement in enumerate(a) if statement.term]
    defining_b = [j for j, statement in enumerate(b) if statement.term]
    found: list[Candidate] = []
    for i, j in product(defining_a, defining_b):
        if (a is b and j <= i) or not define_one_term(a[i], b[j]):
            continue
        pair = pair_of(a[i], b[j], 1.0, against_source=against_source, names=names)
        objection = objection_of(pair)
        if objection is not None:
            features = contradiction_features(
                pair, objection, same_answer=0.0, ranks=(1.0, 1.0), within=a is b
            )
            found.append(Candidate(i, j, objection, row_of(features, FEATURES)))
    return found
