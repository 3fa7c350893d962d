"""Tune all-MiniLM-L6-v2 to read two clauses together: are they of one act, do they contradict, is the first kept?

    python benchmarks/train_cross_encoder.py --fold 0 --out FILE   tune without the fields of a fold (0, 1 or 2)
    python benchmarks/train_cross_encoder.py ... --from FILE       start from one tuned before: the last round alone,
                                                                   or with --part 0.5 half of it; --probed adds
                                                                   the sets by which strangers probed the program
    python benchmarks/train_cross_encoder.py --readings A B C      write tests/gold/readings_of_pairs.npz with those of
                                                                   the folds
    python benchmarks/train_cross_encoder.py --ship A B            write their mean, policycheck/embedding's
                                                                   cross_encoder.safetensors, and print its hash

Learns from the labelled contradictions and look-alikes (tests/gold, corpus), from what readers cited and from pairs
that merely come near each other, from pairs worded far from each other (tests/gold/pairs, but for those kept aside) and
from the clause families (tests/gold/families). In all of these what contradicts is worded further away than what does
not, as examples come to be written; so six more rounds add clauses in nearly the same words, in a tenth to a half of
them, and as the documents of one body tell them (tests/gold/like_worded, half_worded and of_one_body), and duties
beside what does all they ask, a part of it, or breaks it (tests/gold/answers), but for those kept aside; and some of
all these once more with a figure changed. Of a duty it also learns whether a clause does all that it asks. Some two and
a half hours on one core.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations_with_replacement, product
from pathlib import Path
from typing import Any

import numpy as np
import torch
from changed_figures import made_alike, made_to_differ, state_one_figure
from gold_fields import READINGS, Field, all_fields, pair_key, probed_fields, reads
from gold_pairs import ANSWERS, FAR, HALF, LIKE, ONE_BODY, files, pairs_of
from like_documents import kept_as, like_policies
from numpy.typing import NDArray
from torch import Tensor, nn
from train_encoder import FOLDS, LIKE_FOLDS, families, mean_of, pairs_far_from, tuning_parser, write_layers
from train_judges import (
    covers,
    duty_answers,
    is_of,
    labelled,
    likeliest_answers,
    matching_for,
    mates,
    placed,
    probability,
    same_act_without,
    strangers,
)
from transformers import AutoModel, AutoTokenizer

from policycheck.comparing import Read
from policycheck.domain.alignments import Verdict
from policycheck.embedding import base
from policycheck.embedding.cross_encoder import LAYERS, encoded, head_of, read_in_batches
from policycheck.embedding.minilm import model_folder
from policycheck.matching import anchored, answering, meeting
from policycheck.matching.meanings import define_one_term
from policycheck.matching.read_together import texts_of

SEED = 1
EPOCHS = 3
RATE, HEAD_RATE = 5e-5, 1e-3
LAST_EPOCHS = 6  # with what was written since, and figures changed
LAST_RATES = 6e-5, 6e-4
# Drawn anew for each round: those of one clause or family teach much the same, and more of them than of the rest would
# teach their manner.
DRAWN = {LIKE: 6000, HALF: 14000, ONE_BODY: 18000, ANSWERS: 16000}
FAMILY_ROWS = 7000
CHANGED_ROWS = 12000
PROBED_TIMES = 2
BATCH = 32
ONE_ACT = KEPT = 0.7  # what telling one act, and whether it is kept, weighs beside telling a contradiction
NEAREST = 4  # statements of another document that are hard to tell from the right one
NEAR_FROM, UNSURE_FROM = (
    0.02,
    0.3,
)  # likelihoods of one act: too far to be hard, too near to be called another
READ_FROM = 0.05  # likelihood of one act from which a pair is read: candidates start higher
# Look-alikes that speak of one act all the same, as readers wrote why.
OF_ONE_ACT = ("summary", "other unit", "other units", "same length", "stricter", "told otherwise")
# Types of contradictions that lie in a figure.
OF_FIGURES = ("deadline", "frequency", "age", "quantity", "retention")


@dataclass(frozen=True, slots=True)
class Row:
    """Two texts; `one_act` is None where nobody said, and so is `kept`: whether `b` does all that `a` asks.

    A stricter figure keeps what a source asks, and contradicts that of another policy; `of_figure` says that a
    contradiction lies in a figure.
    """

    a: str
    b: str
    one_act: bool | None
    contradict: bool
    kept: bool | None = None
    against_source: bool = False
    of_figure: bool = False

    @property
    def length(self) -> int:
        return len(self.a) + len(self.b)


def pair_rows(folder: Path, left_out: Sequence[str], without: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the labelled pairs of a folder, without some files, and what is near to a field left out or unseen."""
    names = [name for name in files(folder, aside=False) if name not in without]
    for pair in pairs_far_from(left_out, pairs_of(folder, names)):
        yield Row(
            *texts_of(pair.a[0], pair.b[0]),
            pair.of_one_act,
            pair.contradicts,
            pair.kept,
            pair.against_source,
            of_figure=pair.contradicts and pair.reason in OF_FIGURES,
        )


def family_rows(left_out: Sequence[str], dice: random.Random) -> Iterator[Row]:
    """Yield each rewording, variant and look-alike of a family beside its duty or a rewording of it."""
    for rows in families(left_out).values():
        for row in rows:
            duty = row["obligation"]
            told = [duty, *row["same"]]
            for text in row["same"]:
                yield Row(duty, text, one_act=True, contradict=False, kept=True, against_source=True)
            for variant in row["variants"]:
                breaks = variant["verdict"] == Verdict.CONFLICT.value
                yield Row(dice.choice(told), variant["text"], one_act=True, contradict=breaks, kept=False)
            for text in row["other"]:
                yield Row(dice.choice(told), text, one_act=False, contradict=False, kept=False)


def with_figures_changed(rows: Iterable[Row], dice: random.Random) -> Iterator[Row]:
    """Yield rows whose figures can be read with that of the second text changed, so that the answers change or stand.

    What kept the first comes to contradict it (or, stricter, still keeps what a source asks); what contradicts by its
    figure comes to agree; what speaks of another act does so with the same figure as with another.
    """
    for row in rows:
        if row.contradict and row.of_figure:
            alike = made_alike(row.a, row.b, alone=True)
            if alike is not None:
                yield replace(row, b=alike, contradict=False, kept=None)
        elif row.one_act and row.kept:
            if state_one_figure(row.a, row.b):
                yield from filter(None, (_with_another_figure(row, dice) for _ in range(2)))
        elif row.one_act is False and not row.contradict:
            alike = made_alike(row.a, row.b)
            if alike is not None:
                yield replace(row, b=alike)
            elif (changed := made_to_differ(row.a, row.b, dice)) is not None:
                yield replace(row, b=changed.text)


def _with_another_figure(row: Row, dice: random.Random) -> Row | None:
    """Return a row of one figure with another in one of its texts; None where nobody can say if that breaks."""
    # Between two policies neither figure comes first.
    a, b = (row.b, row.a) if not row.against_source and dice.random() < 0.5 else (row.a, row.b)
    changed = made_to_differ(a, b, dice)
    breaks = None if changed is None else changed.breaks if row.against_source else True
    if changed is None or breaks is None:
        return None
    return replace(row, a=a, b=changed.text, contradict=breaks, kept=not breaks)


def document_rows(field: Field) -> Iterator[Row]:
    """Yield the labelled pairs of a field, what readers cited, and pairs that come near and mean nothing."""
    sources, policies = reads(field)
    rows = labelled(field)
    model = matching_for(field)
    for s, p in [*product(sources, policies), *combinations_with_replacement(policies, 2)]:
        one, other = (sources | policies)[s], policies[p]
        likely = placed(one, other, model) if s in sources else probability(one, other, model.same_act)
        asked = {
            i: row
            for i in (one.duties if s in sources else ())
            if (row := rows.get((s, one.statements[i].ref, p))) is not None
        }
        cited = {
            i: {e["ref"] for e in row["evidence"]}
            for i, row in asked.items()
            if row["verdict"] != Verdict.MISSING.value
        }
        clashes, alike = (_between(field.gold[name], s, p) for name in ("conflicts", "not_conflicts"))
        for i, x in enumerate(one.statements):
            nearest = set(np.argsort(-likely[i])[:NEAREST].tolist())
            for j, y in enumerate(other.statements):
                if s == p and j <= i:
                    continue
                places = (s, x.ref), (p, y.ref)
                label = _label(clashes, alike, *places, cited=covers(y.ref, cited.get(i, set())))
                if label is None and j in nearest and likely[i, j] > NEAR_FROM:
                    label = (None if likely[i, j] > UNSURE_FROM else False, False)
                if label is not None:
                    kept = _kept(asked[i], cited=covers(y.ref, cited.get(i, set()))) if i in asked else None
                    yield Row(*texts_of(x, y), *label, kept, against_source=s in sources)


def _kept(asked: dict[str, Any], *, cited: bool) -> bool | None:
    """Return whether a clause does all that is asked; None where it does with others, and nobody said how much."""
    if cited and asked["verdict"] == Verdict.COVERED.value:
        return True if len(asked["evidence"]) == 1 else None
    return False


def _between(rows: Sequence[dict[str, Any]], one: str, other: str) -> list[dict[str, Any]]:
    """Return what readers said of pairs of clauses of two documents."""
    return [row for row in rows if {row["a"]["document"], row["b"]["document"]} == {one, other}]


def _label(
    clashes: Sequence[dict[str, Any]],
    alike: Sequence[dict[str, Any]],
    a: tuple[str, str],
    b: tuple[str, str],
    *,
    cited: bool,
) -> tuple[bool | None, bool] | None:
    """Return whether two places speak of one act and contradict, as readers said; None where nobody did."""
    if any(is_of(row, a, b) for row in clashes):
        return True, True
    likeness = next((row for row in alike if is_of(row, a, b)), None)
    if likeness is not None:
        return cited or str(likeness["why"]).partition(":")[0] in OF_ONE_ACT, False
    return (True, False) if cited else None


class Reader(nn.Module):
    """The model with its head, from the published weights; the words' own vectors stay as published."""

    def __init__(self, start: Path | None = None) -> None:
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(str(model_folder()))
        # Attention as it is written out trains faster here than the fused kind, and without dropout in it faster still.
        self.model = AutoModel.from_pretrained(
            str(model_folder()), attn_implementation="eager", attention_probs_dropout_prob=0.0
        )
        self.head = nn.Linear(2 * self.model.config.hidden_size, len(base.ANSWERS))
        for parameter in self.model.embeddings.parameters():
            parameter.requires_grad = False
        if start is not None:
            self.load_state_dict(torch.load(start), strict=False)

    def forward(self, pairs: Sequence[tuple[str, str]]) -> Tensor:
        batch = encoded(self.tokenizer, pairs)
        return head_of(self.model, batch, self.head.weight, self.head.bias)

    def tuned(self) -> dict[str, Tensor]:
        """Return what differs from the published model."""
        return {
            name: tensor
            for name, tensor in self.state_dict().items()
            if not name.startswith("model.embeddings")
        }


def tune(fold: int | None, start: Path | None = None, part: float = 1.0, *, probed: bool = False) -> Reader:
    """Return the model tuned without a fold, or tuned on from `start` by a part of a round; the same seed and inputs
    give the same within rounding. With `probed`, those sets stand twice in the last round.
    """
    left_out, without = ((), ()) if fold is None else (FOLDS[fold], LIKE_FOLDS[fold])
    dice = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    torch.manual_seed(SEED)
    reader = Reader(start)
    rows = [row for field in all_fields() if field.name not in left_out for row in document_rows(field)]
    rows += pair_rows(FAR, left_out)
    of_probed = [row for field in probed_fields() for row in document_rows(field)] if probed else []
    of_families = list(family_rows(left_out, dice))
    written = {folder: list(pair_rows(folder, left_out, without)) for folder in DRAWN}
    changed = list(with_figures_changed(chain(rows, of_families, *written.values()), dice))
    print(
        f"{len(rows)} pairs, {len(of_families)} of families, {len(changed)} with a figure changed,",
        ", ".join(f"{len(some)} of {folder.name}" for folder, some in written.items()),
        flush=True,
    )

    def some_of(these: Sequence[Row], most: int) -> list[Row]:
        return dice.sample(these, min(most, len(these)))

    if start is None:
        rounds = (_batches([*rows, *some_of(of_families, FAMILY_ROWS)], dice) for _ in range(EPOCHS))
        _learn(reader, list(chain.from_iterable(rounds)), (RATE, HEAD_RATE), dice)
    for _ in range(LAST_EPOCHS if start is None else 1):
        drawn = chain.from_iterable(some_of(written[folder], most) for folder, most in DRAWN.items())
        usual = [*rows, *some_of(of_families, FAMILY_ROWS), *drawn, *some_of(changed, CHANGED_ROWS)]
        some = some_of(usual, round(part * len(usual)))
        _learn(reader, _batches([*some, *of_probed * PROBED_TIMES], dice), LAST_RATES, dice)
    return reader


def _batches(rows: Sequence[Row], dice: random.Random) -> list[list[Row]]:
    """Return rows in batches of like length, so that little is computed for padding, in no order."""
    shuffled = dice.sample(rows, len(rows))
    found = []
    for start in range(0, len(shuffled), 20 * BATCH):
        some = sorted(shuffled[start : start + 20 * BATCH], key=lambda row: row.length)
        found += [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
    return dice.sample(found, len(found))


def _learn(
    reader: Reader, batches: Sequence[Sequence[Row]], rates: tuple[float, float], dice: random.Random
) -> None:
    layers = [p for p in reader.model.parameters() if p.requires_grad]
    parts = (layers, list(reader.head.parameters()))
    groups = [{"params": part, "lr": rate} for part, rate in zip(parts, rates, strict=True)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    reader.train()
    for step, rows in enumerate(batches):
        part = min(1.0, (step + 1) / (0.06 * len(batches))) * (1 - step / len(batches))
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = part * rate
        # Neither clause comes first by nature, but where one is asked whether it keeps the other.
        pairs = [
            (row.b, row.a) if row.kept is None and dice.random() < 0.5 else (row.a, row.b) for row in rows
        ]
        with torch.autocast("cpu", torch.bfloat16):
            read = reader(pairs)
        said = torch.tensor([row.one_act is not None for row in rows])
        one_act = torch.tensor([float(bool(row.one_act)) for row in rows])
        contradict = torch.tensor([float(row.contradict) for row in rows])
        of = nn.functional.binary_cross_entropy_with_logits
        kept = torch.tensor([float(bool(row.kept)) for row in rows])
        told = torch.tensor([row.kept is not None for row in rows])
        loss = of(read[:, 1], contradict) + ONE_ACT * of(read[said, 0], one_act[said])
        loss = loss + KEPT * of(read[told, 2], kept[told])
        loss.backward()
        nn.utils.clip_grad_norm_([*layers, *reader.head.parameters()], 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} of {len(batches)}, loss {loss.item():.2f}", flush=True)
    reader.eval()


def read(reader: Reader, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """Return the answers for each pair, as log-odds, shape (len(pairs), 3)."""
    with torch.inference_mode():
        return read_in_batches(pairs, lambda some: reader(some).float().numpy())


def pairs_to_read(field: Field) -> list[tuple[str, str]]:
    """Return the pairs of texts of a field that may become candidates, whatever the rules say of them, in both orders,
    and each duty with its likeliest answers.
    """
    sources, policies = reads(field)
    model = matching_for(field)
    matched = {(s, p): placed(sources[s], policies[p], model) for s, p in product(sources, policies)}
    answers = {
        p: anchored(
            len(policies[p].statements),
            {s: answering(duty_answers(sources[s], matched[s, p])) for s in sources},
            {},
        )
        for p in policies
    }
    found: set[tuple[str, str]] = set()
    for (s, p), likely in matched.items():
        found |= _near(sources[s], policies[p], likely)
        found |= set(likeliest_answers(sources[s], policies[p], likely))
    for a, b in combinations_with_replacement(policies, 2):
        likely = probability(policies[a], policies[b], model.same_act)
        met = meeting(answers[a], answers[b])
        found |= _near(policies[a], policies[b], np.maximum(likely, met.answered))
    for other in mates(field):
        for one, two in product(policies.values(), reads(other)[1].values()):
            found |= _near(one, two, probability(one, two, model.same_act))
    for source, (_, policy) in product(sources.values(), strangers(field)):
        found |= set(likeliest_answers(source, policy, placed(source, policy, model)))
    return sorted(found)


def like_pairs_to_read(name: str) -> list[tuple[str, str]]:
    """Return the same of a file of policies in nearly the same words."""
    found: set[tuple[str, str]] = set()
    for made in like_policies(LIKE, name):
        found |= _near(made.one, made.other, probability(made.one, made.other, same_act_without()))
    return sorted(found)


def _near(one: Read, other: Read, likely: NDArray[np.float32]) -> set[tuple[str, str]]:
    """Return pairs that come near each other or define one term, in both orders."""
    pairs = {
        texts_of(one.statements[i], other.statements[j])
        for i, j in zip(*np.nonzero(likely >= READ_FROM), strict=True)
        if one is not other or i < j
    }
    terms_a, terms_b = ([s for s in read.statements if s.term] for read in (one, other))
    pairs |= {texts_of(a, b) for a, b in product(terms_a, terms_b) if a is not b and define_one_term(a, b)}
    return pairs | {(b, a) for a, b in pairs}


def write_readings(models: Sequence[Path]) -> None:
    """Write what the model of each fold, which never saw its fields, reads in their pairs."""
    kept: dict[str, NDArray[Any]] = {}
    for fold, left_out, path in zip(FOLDS, LIKE_FOLDS, models, strict=True):
        reader = Reader(path).eval()
        fields = ((field.name, pairs_to_read(field)) for field in all_fields() if field.name in fold)
        alike = ((kept_as(file), like_pairs_to_read(file)) for file in files(LIKE) if file in left_out)
        for name, pairs in chain(fields, alike):
            kept[f"{name}.keys"] = np.array([pair_key(pair) for pair in pairs])
            kept[f"{name}.rows"] = read(reader, pairs).astype(np.float16)
            print(name, len(pairs), "pairs", flush=True)
    np.savez_compressed(READINGS, **kept)  # type: ignore[arg-type]


def ship(paths: Sequence[Path]) -> None:
    """Write the mean of some models, of the last rounds of one fold, at half precision: it tells more apart than each.

    The mean of those of several folds read pairs kept aside worse than each of them.
    """
    mean = mean_of([Reader(path).tuned() for path in paths])
    write_layers(LAYERS, {name.removeprefix("model."): tensor.half() for name, tensor in mean.items()})


def main() -> None:
    parser = tuning_parser(__doc__)
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--probed", action="store_true")
    parser.add_argument("--readings", type=Path, nargs=len(FOLDS))
    parser.add_argument("--ship", type=Path, nargs="+")
    options = parser.parse_args()
    if options.out:
        torch.save(
            tune(options.fold, options.start, options.part, probed=options.probed).tuned(), options.out
        )
    if options.readings:
        write_readings(options.readings)
    if options.ship:
        ship(options.ship)


if __name__ == "__main__":
    main()
