"""Fit the small models that judge: same act, verdict, contradiction; and say how well each does on a field left out.

python benchmarks/train_judges.py            prints the leave-one-field-out figures
python benchmarks/train_judges.py --write    and writes the models into policycheck/

Features come from vectors of encoders that never saw the field (gold_fields.KeptVectors), and the verdict and the
contradiction model learn from same-act probabilities of a model fitted on the other fields: everything is learnt as
it will be met.

Rules were written by reading errors of the labelled fields, so there they are right oftener than elsewhere. The
models of verdicts and contradictions therefore also learn from fields whose errors nobody has read
(tests/calibration), and the second look at contradictions from these alone.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import numpy as np
from gold_fields import (
    Field,
    KeptVectors,
    all_fields,
    calibration_fields,
    is_learnt_from,
    left_out_embedder,
    reads,
)
from gold_pairs import LIKE, files
from like_documents import kept_as, like_policies
from numpy.typing import NDArray
from side_by_side import Remembered
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.preprocessing import StandardScaler
from train_encoder import FOLDS, NEAR

from policycheck.alignment import coverage, second_look
from policycheck.alignment.verdict_features import FEATURES as VERDICT
from policycheck.comparing import Read
from policycheck.conflicts import finder, objection_to, together
from policycheck.conflicts.pair_features import FEATURES as CONTRADICTION
from policycheck.domain.alignments import LIBRARY, Verdict
from policycheck.matching import FEATURES as SAME_ACT
from policycheck.matching import (
    Meeting,
    Statement,
    anchored,
    answering,
    judge,
    meeting,
    narrowings,
    placing,
    terms_of,
)
from policycheck.matching.anchors import Answering
from policycheck.matching.features import features_of
from policycheck.matching.linear import LinearModel, from_data
from policycheck.matching.placing import FEATURES as PLACING
from policycheck.matching.read_together import read_either_way, texts_of
from policycheck.settings import JUDGEMENT

ROOT = Path(__file__).resolve().parent.parent / "policycheck"
PLACES = {
    "same_act": ROOT / "matching" / "same_act.json",
    "alone": ROOT / "matching" / "same_act_alone.json",
    "placing": ROOT / "matching" / "placing.json",
    "verdict": ROOT / "alignment" / "verdict.json",
    "second_look": ROOT / "alignment" / "second_look.json",
    "contradiction": ROOT / "conflicts" / "contradiction.json",
    "together": ROOT / "conflicts" / "together.json",
}
SEED = 20261128
# So many features of what differs, most of them rare, are held close to nothing.
CONTRADICTING = 0.02
MAY_ANSWER = 0.02  # likelihood of an answer below which no verdict but "missing" is in doubt
# What a pair of policies in nearly the same words weighs: they are made up of more look-alikes than real ones hold.
LIKE_WEIGHT = 0.5

Rows = tuple[NDArray[np.float32], NDArray[Any]]


@dataclass(frozen=True)
class Matching:
    """The two models that say which statements speak of one act."""

    same_act: LinearModel
    placing: LinearModel


@dataclass(frozen=True)
class Models:
    """All models together."""

    same_act: LinearModel
    alone: LinearModel
    placing: LinearModel
    verdict: LinearModel
    second_look: LinearModel
    contradiction: LinearModel
    together: LinearModel

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Judge with these for a while."""
        shipped = (
            judge.same_act_model,
            judge.alone_model,
            placing.placing_model,
            coverage.verdict_model,
            second_look.second_look_model,
            finder.contradiction_model,
            together.together_model,
        )
        judge.same_act_model = lambda: self.same_act
        judge.alone_model = lambda: self.alone
        placing.placing_model = lambda: self.placing
        coverage.verdict_model = lambda: self.verdict
        second_look.second_look_model = lambda: self.second_look
        finder.contradiction_model = lambda: self.contradiction
        together.together_model = lambda: self.together
        try:
            yield
        finally:
            (
                judge.same_act_model,
                judge.alone_model,
                placing.placing_model,
                coverage.verdict_model,
                second_look.second_look_model,
                finder.contradiction_model,
                together.together_model,
            ) = shipped


def covers(ref: str, cited: set[str]) -> bool:
    """Tell whether a statement's reference is one cited, or an item of one cited."""
    return any(ref == c or ref.startswith(f"{c}(") for c in cited)


def labelled(field: Field) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Map (source, reference, policy) to its row in the labels."""
    return {
        (row["document"], row["ref"], row["policy"]): row
        for row in field.gold["coverage"]
        if row["policy"] != LIBRARY
    }


def mates(field: Field) -> list[Field]:
    """Return the other fields of the same fold: one encoder made the vectors of all of them, so they compare.

    A field that no encoder learnt from has none: there are enough strangers.
    """
    fold = next((fold for fold in FOLDS if field.name in fold), ())
    return [other for other in all_fields() if other.name in fold and other.name != field.name]


def strangers(field: Field) -> list[tuple[str, Read]]:
    """Return the first policy of each of these, by name: nothing in it answers a duty of the field."""
    return [next(iter(reads(other)[1].items())) for other in mates(field)]


# Same act


def cited_rows(field: Field, features: Callable[[Read, Read], NDArray[np.float32]]) -> Rows:
    """Return the features of the pairs of an obligation with a policy statement, and whether a reader cited that.

    `features` gives those of every pair of a source and a policy, which may be another field's.
    """
    sources, policies = reads(field)
    rows = labelled(field)
    found, labels = [], []
    for path, source in sources.items():
        for name, policy in policies.items():
            block = features(source, policy)
            for i in source.duties:
                row = rows.get((path, source.statements[i].ref, name))
                if row is not None:
                    cited = {e["ref"] for e in row["evidence"]}
                    found.append(block[i])
                    labels += [covers(s.ref, cited) for s in policy.statements]
        for _, policy in strangers(field):
            found += list(features(source, policy)[source.duties])
            labels += [False] * (len(source.duties) * len(policy.statements))
    return np.concatenate(found), np.array(labels, dtype=bool)


@Remembered
def same_act_rows(field: Field) -> Rows:
    """Return features and labels (n,) of every obligation with every policy statement, and with policies of other
    fields.

    A pair is the same act when a reader cited the clause as evidence for an obligation that is not missing. Without the
    other fields the model would learn that somebody always answers.
    """
    return cited_rows(field, lambda a, b: features_of(a.terms, b.terms))


@Remembered
def alone_rows(field: Field) -> Rows:
    """Return the same where each obligation comes by itself, as a caller of `judge_coverage` gives it."""

    def by_itself(a: Read, b: Read) -> NDArray[np.float32]:
        found = np.zeros((len(a.statements), len(b.statements), len(SAME_ACT)), dtype=np.float32)
        for i in a.duties:
            found[i] = features_of(terms_of([a.statements[i]], a.vectors[[i]]), b.terms)[0]
        return found

    return cited_rows(field, by_itself)


# Verdict


def verdict_rows(field: Field, model: Matching) -> tuple[Rows, NDArray[np.float32]]:
    """Return features and verdicts of every labelled obligation with every policy; other fields' policies miss all.

    The field's own come first: `own_verdicts` of them. With what is read of each obligation and its likeliest answer.
    """
    sources, policies = reads(field)
    rows = labelled(field)
    model_of_words = left_out_embedder(field)
    own: list[tuple[NDArray[np.float32], str, tuple[str, str]]] = []
    strange: list[tuple[NDArray[np.float32], str, tuple[str, str]]] = []
    for path, source in sources.items():
        blocks = [(name, policy, False) for name, policy in policies.items()]
        blocks += [(name, policy, True) for name, policy in strangers(field)]
        for name, policy, is_other in blocks:
            p = placed(source, policy, model)
            narrowed = narrowings(source.statements, policy.statements)
            for i in source.duties:
                row = rows.get((path, source.statements[i].ref, name))
                if row is None and not is_other:
                    continue
                near = coverage.closest(policy.statements, p[i])
                # Items are looked for by meaning in a field's own policies only: no other vectors are kept.
                found = coverage.evidence(
                    source.statements[i],
                    near,
                    embed=None if is_other else model_of_words.embed,
                    narrowed=narrowed,
                    objects=objection_to,
                )
                verdict = row["verdict"] if row is not None else Verdict.MISSING.value
                made = (found.row, verdict, texts_of(source.statements[i], near[0][0]))
                (strange if is_other else own).append(made)
    features, verdicts, texts = zip(*own, *strange, strict=True)
    return (np.stack(features), np.array(verdicts)), model_of_words.read_pairs(texts)


@cache
def own_verdicts(field: Field) -> int:
    """Return how many of a field's verdict rows are of its own policies."""
    sources, policies = reads(field)
    rows = labelled(field)
    return sum(
        (path, source.statements[i].ref, name) in rows
        for path, source in sources.items()
        for name in policies
        for i in source.duties
    )


def likeliest_answers(source: Read, policy: Read, likely: NDArray[np.float32]) -> Iterator[tuple[str, str]]:
    """Yield the texts of each duty of a source and of the statement likeliest to answer it, where one may be."""
    for i in source.duties:
        for statement, p in coverage.closest(policy.statements, likely[i])[:1]:
            if p >= MAY_ANSWER:
                yield texts_of(source.statements[i], statement)


def probability(a: Read, b: Read, model: LinearModel) -> NDArray[np.float32]:
    found = features_of(a.terms, b.terms)
    result: NDArray[np.float32] = model.probabilities(found)[..., 0]
    return result


def placed(source: Read, policy: Read, model: Matching) -> NDArray[np.float32]:
    first = placing.placing_features(probability(source, policy, model.same_act))
    result: NDArray[np.float32] = model.placing.probabilities(first)[..., 0]
    return result


# Contradictions


@dataclass(frozen=True, slots=True)
class Objected:
    """A pair of clauses that a rule objects to: where both stand, and what they say under their headings."""

    candidate: finder.Candidate
    a: tuple[str, str]
    b: tuple[str, str]
    texts: tuple[str, str]


def contradiction_rows(
    field: Field, model: Matching, breaking: LinearModel | None = None
) -> tuple[Rows, list[int], NDArray[np.float32]]:
    """Return features and labels of every pair of clauses that a rule objects to, which label each meets (-1: none),
    and what is read of both together.

    `breaking` says how surely a policy breaks a source, which two policies are then judged by.
    Policies of another field are another organisation's: whatever a rule says of such a pair counts as wrong.
    """
    sources, policies = reads(field)
    found: list[Objected] = []
    matched = {
        (s, p): placed(source, policy, model)
        for s, source in sources.items()
        for p, policy in policies.items()
    }
    breaks: dict[str, dict[str, list[Answering]]] = {p: {s: [] for s in sources} for p in policies}
    for (s, p), likely in matched.items():
        against = _candidates(s, p, sources[s], policies[p], likely, None)
        found += against
        if breaking is not None and against:
            surely = breaking.probabilities(np.stack([one.candidate.row for one in against]))[:, 0]
            breaks[p][s] = [
                (one.candidate.a, one.candidate.b, float(p))
                for one, p in zip(against, surely, strict=True)
                if p >= JUDGEMENT.contradiction
            ]
    unanchored: list[Objected] = []
    answers = {
        p: anchored(
            len(policies[p].statements),
            {s: answering(duty_answers(sources[s], matched[s, p])) for s in sources},
            breaks[p],
        )
        for p in policies
    }
    for a, b in combinations_with_replacement(policies, 2):
        likely = probability(policies[a], policies[b], model.same_act)
        found += _candidates(a, b, policies[a], policies[b], likely, meeting(answers[a], answers[b]))
        # The same pairs where no source is at hand: two drafts held against each other.
        unanchored += _candidates(a, b, policies[a], policies[b], likely, None)
    contradictions = field.gold["conflicts"]
    labels = [label_met(contradictions, one.a, one.b) for one in found]
    elsewhere = []
    for other in mates(field):
        for a, one in policies.items():
            for b, two in reads(other)[1].items():
                elsewhere += _candidates(a, b, one, two, probability(one, two, model.same_act), None)
    every = (*found, *unanchored, *elsewhere)
    rows = np.stack([one.candidate.row for one in every])
    again = [label_met(contradictions, one.a, one.b) >= 0 for one in unanchored]
    read = read_either_way([one.texts for one in every], left_out_embedder(field).read_pairs)
    return (rows, np.array([k >= 0 for k in labels] + again + [False] * len(elsewhere))), labels, read


def duty_answers(source: Read, likely: NDArray[np.float32]) -> NDArray[np.float32]:
    block = np.zeros_like(likely)
    block[source.duties] = likely[source.duties]
    return block


def _candidates(
    a: str, b: str, one: Read, other: Read, likely: NDArray[np.float32], met: Meeting | None
) -> list[Objected]:
    found = finder.find_candidates(
        one.statements, other.statements, likely,
        against_source=one.document.kind.is_source, names=(a, b), meeting=met,
    )  # fmt: skip
    return [_objected(c, (a, one.statements[c.a]), (b, other.statements[c.b])) for c in found]


def _objected(candidate: finder.Candidate, a: tuple[str, Statement], b: tuple[str, Statement]) -> Objected:
    (first, one), (second, other) = a, b
    return Objected(candidate, (first, one.ref), (second, other.ref), texts_of(one, other))


def label_met(rows: Sequence[Mapping[str, Any]], a: tuple[str, str], b: tuple[str, str]) -> int:
    """Return which labelled pair two places are, -1 for none."""
    return next((k for k, row in enumerate(rows) if is_of(row, a, b)), -1)


def is_of(row: Mapping[str, Any], a: tuple[str, str], b: tuple[str, str]) -> bool:
    def at(place: tuple[str, str], end: Mapping[str, str]) -> bool:
        return place[0] == end["document"] and covers(place[1], {end["ref"]})

    return (at(a, row["a"]) and at(b, row["b"])) or (at(a, row["b"]) and at(b, row["a"]))


@Remembered
def like_rows(name: str, fold: int | None) -> dict[str, tuple[Rows, NDArray[np.float32]]]:
    """Return by field the contradiction rows of a file of policies in nearly the same words, and what is read of both.

    Which of them are of one act says a model fitted without the fields of a fold.
    """
    model = same_act_without(*(() if fold is None else FOLDS[fold]))
    kept = KeptVectors(kept_as(name))
    found: dict[str, list[tuple[Objected, bool]]] = {}
    for made in like_policies(LIKE, name):
        one, other = made.one, made.other
        likely = probability(one, other, model)
        found.setdefault(made.field, []).extend(
            (o, made.contradict(one.statements[o.candidate.a], other.statements[o.candidate.b]))
            for o in _candidates("one", "other", one, other, likely, None)
        )
    return {
        field: (
            (np.stack([o.candidate.row for o, _ in some]), np.array([label for _, label in some])),
            read_either_way([o.texts for o, _ in some], kept.read_pairs),
        )
        for field, some in found.items()
        if some
    }


def like_rows_without(name: str) -> dict[tuple[str, str], tuple[Rows, NDArray[np.float32]]]:
    """Return those rows by file and field, without what is near to a labelled field."""
    fold = next((k for k, fold in enumerate(FOLDS) if name in fold), None)
    near = NEAR["pairs"].get(name, ())
    return {
        (file, field): rows
        for file in files(LIKE, aside=False)
        for field, rows in like_rows(file, fold).items()
        if field not in near
    }


# Fitting


def fit(
    rows: Sequence[Rows],
    features: Sequence[str],
    *,
    strength: float = 0.3,
    weights: Sequence[NDArray[np.float64]] | None = None,
) -> LinearModel:
    """Return a logistic model of some rows: of the classes found, or of true against false; `weights` one a row."""
    x, y = np.concatenate([r[0] for r in rows]), np.concatenate([r[1] for r in rows])
    weighing = None if weights is None else np.concatenate(list(weights))
    scaler = StandardScaler().fit(x, sample_weight=weighing)
    model = LogisticRegression(C=strength, max_iter=4000, random_state=SEED)
    model.fit(scaler.transform(x), y, sample_weight=weighing)
    table = model.coef_ / scaler.scale_
    intercept = model.intercept_ - table @ scaler.mean_
    if len(model.classes_) > 2:
        return from_data(as_data(features, [str(c) for c in model.classes_], table, intercept), features)
    share = {"share": round(float(np.average(y, weights=weighing)), 3)}
    return from_data({**as_data(features, ["yes"], table, intercept), **share}, features)


def fit_beside(
    rows: Sequence[Rows], alike: Sequence[Rows], features: Sequence[str], *, strength: float
) -> LinearModel:
    """Return a model of the rows of fields, beside which those of policies in like words weigh less."""
    weights = [np.ones(len(y)) for _, y in rows] + [np.full(len(y), LIKE_WEIGHT) for _, y in alike]
    return fit([*rows, *alike], features, strength=strength, weights=weights)


# Policies of other fields miss everything, and would otherwise be the most of what the verdicts are learnt from: with
# more weight a field's own answers in words of their own are called missing. A partial answer is the rarest and the
# likeliest to be taken for another, a conflict the costliest to overlook.
STRANGER, PARTIAL, CONFLICT = 0.15, 1.3, 1.5
# What a verdict in doubt weighs where nobody has read the errors of the rules; and in how many parts these fields are
# dealt, each judged by models that learnt from the others.
UNREAD = 5.0
PARTS = 4
# In doubt there are few of them, and a library of a hundred policies has a hundred chances to take one for an answer.
DOUBTED_STRANGER = 0.5


def fit_verdict(rows: Mapping[Field, Rows]) -> LinearModel:
    """Return the combiner of verdicts, from the rows of some fields."""
    weights = []
    for field, (_, verdicts) in rows.items():
        weighing = _verdict_weights(verdicts)
        weighing[own_verdicts(field) :] = STRANGER
        weights.append(weighing)
    return fit(list(rows.values()), VERDICT, strength=0.03, weights=weights)


def _verdict_weights(verdicts: NDArray[Any]) -> NDArray[np.float64]:
    weighing = np.where(verdicts == Verdict.PARTIAL.value, PARTIAL, 1.0)
    weighing[verdicts == Verdict.CONFLICT.value] = CONFLICT
    return weighing


def as_data(
    features: Sequence[str], classes: Sequence[str], weights: NDArray[Any], intercept: NDArray[Any]
) -> dict[str, Any]:
    return {
        "intercept": {c: round(float(v), 4) for c, v in zip(classes, intercept, strict=True)},
        "weights": {n: [round(float(w), 4) for w in weights[:, i]] for i, n in enumerate(features)},
    }


@Remembered
def same_act_without(*names: str) -> LinearModel:
    """Return the same-act model fitted on every field but these."""
    return fit([same_act_rows(f) for f in all_fields() if f.name not in names], SAME_ACT, strength=1.0)


@Remembered
def placing_rows(field: Field) -> Rows:
    """Return features and labels of the second look at the pairs of `same_act_rows`, as the other fields judge them."""
    model = same_act_without(field.name)
    return cited_rows(field, lambda a, b: placing.placing_features(probability(a, b, model)))


@Remembered
def placing_without(*names: str) -> LinearModel:
    """Return the model of the second look fitted on every field but these."""
    return fit([placing_rows(f) for f in all_fields() if f.name not in names], PLACING, strength=1.0)


@Remembered
def alone_without(name: str) -> LinearModel:
    """Return the model of obligations that come by themselves, fitted on every field but one."""
    return fit([alone_rows(f) for f in all_fields() if f.name != name], SAME_ACT, strength=1.0)


@Remembered
def breaking_rows(field: Field) -> Rows:
    """Return the rows of the contradiction model where it is not known yet which policy breaks a source."""
    return contradiction_rows(field, Matching(same_act_without(field.name), placing_without(field.name)))[0]


@Remembered
def breaking_without(name: str) -> LinearModel:
    """Return the contradiction model fitted on those of every field but one."""
    return fit(
        [breaking_rows(f) for f in all_fields() if f.name != name], CONTRADICTION, strength=CONTRADICTING
    )


def left_out_for(field: Field) -> tuple[str, ...]:
    """Return what the models that judge a field may not have learnt from: itself, or its part of the calibration."""
    if is_learnt_from(field):
        return (field.name,)
    return ("", *next((part for part in _calibration_parts() if field.name in part), ()))


@cache
def _calibration_parts() -> tuple[tuple[str, ...], ...]:
    names = [field.name for field in calibration_fields()]
    return tuple(tuple(names[part::PARTS]) for part in range(PARTS))


def matching_for(field: Field) -> Matching:
    """Return the models that say which statements of a field speak of one act, fitted on others."""
    name = left_out_for(field)[0]
    return Matching(same_act_without(name), placing_without(name))


@Remembered
def objected(field: Field) -> tuple[Rows, list[int], NDArray[np.float32]]:
    """Return a field's rows for the contradiction model, which label each meets, and what is read of both sides."""
    return contradiction_rows(field, matching_for(field), breaking_without(left_out_for(field)[0]))


@Remembered
def learnt(field: Field) -> tuple[Rows, NDArray[np.float32]]:
    """Return a field's rows for the verdict model, with probabilities fitted on the others, and what is read."""
    return verdict_rows(field, matching_for(field))


def _fitted_on(left_out: Sequence[str]) -> list[Field]:
    return [f for f in (*all_fields(), *calibration_fields()) if f.name not in left_out]


@Remembered
def verdict_without(*names: str) -> LinearModel:
    """Return the combiner of verdicts fitted on every field but some."""
    return fit_verdict({f: learnt(f)[0] for f in _fitted_on(names)})


@Remembered
def doubted_rows(field: Field) -> tuple[Rows, NDArray[np.float64]]:
    """Return features and verdicts of the second look at those in doubt, as the other fields judge them, and what
    each weighs.
    """
    (x, y), read = learnt(field)
    likely = verdict_without(*left_out_for(field)).probabilities(x)
    doubted = _looked_at(likely, read)
    weights = _verdict_weights(y)
    weights[own_verdicts(field) :] = DOUBTED_STRANGER
    if field in calibration_fields():
        weights *= UNREAD
    return (second_look.features_of(likely[doubted], read[doubted]), y[doubted]), weights[doubted]


@Remembered
def second_look_without(name: str) -> LinearModel:
    """Return the model of the second look at verdicts fitted on every field but one."""
    made = [doubted_rows(f) for f in _fitted_on((name,))]
    rows, weights = [of for of, _ in made], [weighing for _, weighing in made]
    return fit(rows, second_look.FEATURES, strength=0.3, weights=weights)


def judged(field: Field, first: LinearModel, second: LinearModel) -> NDArray[np.float32]:
    """Return how likely each verdict is for each row that `learnt` returns, after the second look."""
    (x, _), read = learnt(field)
    return verdicts_looked_at_again(first.probabilities(x), read, second)


def _looked_at(likely: NDArray[np.float32], read: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell of which rows of likelihoods there is a second look: those in doubt of which something was read."""
    found: NDArray[np.bool_] = second_look.in_doubt(likely) & read.any(axis=-1)
    return found


def verdicts_looked_at_again(
    likely: NDArray[np.float32], read: NDArray[np.float32], second: LinearModel
) -> NDArray[np.float32]:
    """Return likelihoods of verdicts, those in doubt as a model of the second look has them."""
    found, doubted = likely.copy(), _looked_at(likely, read)
    if doubted.any():
        found[doubted] = second.probabilities(second_look.features_of(likely[doubted], read[doubted]))
    return found


@Remembered
def contradiction_without(*names: str) -> LinearModel:
    """Return the contradiction model fitted on every field but some, and on policies in nearly the same words."""
    rows = [objected(f)[0] for f in _fitted_on(names)]
    alike = [found for found, _ in like_rows_without(names[0]).values()]
    return fit_beside(rows, alike, CONTRADICTION, strength=CONTRADICTING)


@Remembered
def together_fitted() -> LinearModel:
    """Return the model of the second look at the likelier contradictions, fitted on the fields of calibration alone.

    Elsewhere the likelihood before tells more than it does where nobody has read the errors of the rules.
    """
    rows, contradict = [], []
    for field in calibration_fields():
        (x, y), labels, read = objected(field)
        own = len(labels)
        contradict += y[:own].tolist()
        rows.append(
            _worth_reading((x[:own], y[:own]), read[:own], contradiction_without(*left_out_for(field)))
        )
    # What is not worth reading counts among the pairs of a library too.
    return replace(fit(rows, together.FEATURES, strength=1.0), share=round(float(np.mean(contradict)), 3))


def _worth(likely: NDArray[np.floating[Any]], read: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell which pairs are looked at again: those that are worth it and of which something was read."""
    worth = np.array([together.is_worth_reading(float(p)) for p in likely], dtype=bool)
    return worth & read.any(axis=-1)


def _worth_reading(rows: Rows, read: NDArray[np.float32], first: LinearModel) -> Rows:
    x, y = rows
    likely = first.probabilities(x)[:, 0]
    worth = _worth(likely, read)
    return together.features_of(likely[worth].tolist(), read[worth]), y[worth]


def weighed(field: Field, first: LinearModel, second: LinearModel) -> list[float]:
    """Return how likely each pair of a field that a rule objects to contradicts, after the second look."""
    (x, _), labels, read = objected(field)
    return looked_at_again(first.probabilities(x)[: len(labels), 0], read[: len(labels)], second)


def looked_at_again(
    likely: NDArray[np.float32], read: NDArray[np.float32], second: LinearModel
) -> list[float]:
    """Return likelihoods, those that are worth reading as a model of the second look has them."""
    worth = _worth(likely, read)
    found = likely.astype(float)
    found[worth] = second.probabilities(together.features_of(likely[worth].tolist(), read[worth]))[:, 0]
    return [float(p) for p in found]


def learn_side_by_side() -> None:
    """Compute what the models of every field left out, and those of all, are fitted on: each step for all fields."""
    fields = [(field,) for field in all_fields()]
    calibration = [(field,) for field in calibration_fields()]
    names = [*((field.name,) for (field,) in fields), ("",)]
    parts = [("", *part) for part in _calibration_parts()]
    folds = [tuple(fold) for fold in FOLDS]
    like = [(name, fold) for name in files(LIKE, aside=False) for fold in (None, *range(len(FOLDS)))]
    steps: Sequence[tuple[Remembered[Any], Sequence[tuple[Any, ...]]]] = (
        (reads, fields + calibration),
        (same_act_rows, fields),
        (same_act_without, [*names, (), *folds]),
        (placing_rows, fields),
        (placing_without, names),
        (breaking_rows, fields),
        (breaking_without, names),
        (objected, fields + calibration),
        (like_rows, like),
        (contradiction_without, names + parts),
        (together_fitted, [()]),
        (learnt, fields + calibration),
        (verdict_without, names + parts),
        (doubted_rows, fields + calibration),
        (second_look_without, names),
        (alone_rows, fields),
        (alone_without, names),
    )
    for task, of in steps:
        task.of_each(of)


def models_without(name: str) -> Models:
    """Return the models fitted on every field but the one named ("" for all)."""
    return Models(
        same_act_without(name),
        alone_without(name),
        placing_without(name),
        verdict_without(name),
        second_look_without(name),
        contradiction_without(name),
        together_fitted(),
    )


def _learnt_from(name: str) -> Sequence[Field]:
    if name == "together":
        return calibration_fields()
    return _fitted_on(()) if name in ("verdict", "second_look", "contradiction") else all_fields()


def write(models: Models) -> None:
    for name, place in PLACES.items():
        model: LinearModel = getattr(models, name)
        record = {
            "note": "Logistic regression; fitted by benchmarks/train_judges.py on the labelled fields.",
            "fields": [f.name for f in _learnt_from(name)],
            "seed": SEED,
            **({"share": model.share} if len(model.classes) == 1 else {}),
            **as_data(model.features, model.classes, model.weights, model.intercept),
        }
        place.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        print("wrote", place.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    learn_side_by_side()
    print(
        f"{'left out':<22}{'AP cosine':>10}{'AP same act':>12}{'verdicts':>10}"
        f"{'contradictions AP':>19}{'reachable':>11}"
    )
    for field in all_fields():
        x, y = same_act_rows(field)
        models = models_without(field.name)
        p = models.same_act.probabilities(x)[:, 0]
        (_, vy), met = learnt(field)[0], objected(field)[1]
        likely = judged(field, models.verdict, models.second_look)
        said = np.array(models.verdict.classes)[likely.argmax(axis=1)]
        c = weighed(field, models.contradiction, models.together)
        cy = [label >= 0 for label in met]
        print(
            f"{field.name:<22}{average_precision_score(y, x[:, 0]):>10.3f}{average_precision_score(y, p):>12.3f}"
            f"{f1_score(vy, said, average='macro'):>10.3f}{average_precision_score(cy, c):>19.3f}"
            f"{len(set(met) - {-1}) / len(field.gold['conflicts']):>11.2f}",
            flush=True,
        )
    if options.write:
        write(models_without(""))


if __name__ == "__main__":
    main()
