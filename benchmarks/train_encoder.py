"""Tune the upper layers of all-MiniLM-L6-v2 so that texts of one act lie near each other.

    python benchmarks/train_encoder.py --fold 0 --out FILE   tune without the fields of a fold (0, 1 or 2)
    python benchmarks/train_encoder.py --out FILE            tune on every field
    python benchmarks/train_encoder.py ... --from FILE       start from one tuned before: the last round alone
    python benchmarks/train_encoder.py --vectors A B C       write tests/gold/vectors.npz with those of the folds
    python benchmarks/train_encoder.py --ship A B C          write their mean, policycheck/embedding's
                                                             tuned_layers.safetensors, and print its hash

Learns from the clause families (tests/gold/families), from the labelled documents and from clauses beside others in
like words, some of the same act (tests/gold/like_worded, half_worded, answers and of_one_body): in each batch a text is
drawn to its own act and pushed from every other text of the batch, both by the cosine of the whole and by the likeness
of word to word. Figures are changed at random, so that it learns the act and not the number. In a last round it meets
all of it once more with pairs worded far from each other (tests/gold/pairs): learnt by themselves, these make it
forget what it had learnt of whole documents. Some forty minutes on one core.
"""

import argparse
import hashlib
import json
import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from gold_fields import ROOT, VECTORS, Field, all_fields, read_texts, unseen_fields
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from policycheck.alignment.items import bare, pieces_of
from policycheck.alignment.limbs import limbs_of
from policycheck.comparing import Read
from policycheck.domain.alignments import Verdict
from policycheck.embedding import text_key
from policycheck.embedding.minilm import model_folder
from policycheck.embedding.tuned import LAYERS
from policycheck.matching import Statement

if TYPE_CHECKING:
    from gold_pairs import Act, GoldPair

FAMILIES = ROOT / "tests" / "gold" / "families"
FOLDS = (
    (
        *("adult_care", "hr", "complaints", "charity_governance", "taxi_licensing", "leisure_and_sport"),
        *("medicines_management", "elections", "bereavement", "general_practice"),
    ),
    (
        *("housing", "data_protection", "information_security", "schools", "food_hygiene"),
        *("higher_education", "animal_welfare", "parking_and_highways", "consumer_credit"),
    ),
    (
        *(
            "health_and_safety",
            "procurement",
            "sample_corpus",
            "adoption_and_fostering",
            "finance",
            "resilience",
        ),
        *("building_works", "early_years", "waste_and_environment", "research_ethics"),
    ),
)
# The files of tests/gold/like_worded and half_worded that each fold leaves out.
LIKE_FOLDS = (
    ("care_and_health", "councils_and_justice", "half_care_and_health", "half_councils_and_justice"),
    ("children_and_schools", "money_and_firms", "half_children_and_schools", "half_money_and_registers"),
    (
        *("industry_and_sites", "leisure_and_trade", "workplaces"),
        *("half_industry_and_sites", "half_leisure_and_trade", "half_workplaces"),
    ),
)
# What is near to a labelled field goes with it: see the file.
NEAR: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    (Path(__file__).parent / "near_fields.toml").read_text(encoding="utf-8")
)

SEED = 1
FROZEN = 2  # lower layers, and the embeddings, that stay as published
EPOCHS = 5
RATE = 4e-5
LAST_RATE = 3e-5
LAST_FAR = 2  # times that each far pair comes in the last round
LAST_FAMILIES = 0.5  # the part of the families that do
ACTS = 100  # batches of acts in each round but the last, which has all
FEWEST = 6  # acts in a batch
TEMPERATURE, LATE_TEMPERATURE = 0.05, 0.04
LONGEST = 96  # tokens
_FIGURE = re.compile(
    r"\b\d[\d,.]*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty)\b",
    re.I,
)
_DIGITS = ("2", "3", "4", "5", "6", "7", "10", "12", "14", "15", "20", "21", "28", "30", "48", "72", "90")
_WORDS = ("two", "three", "four", "five", "six", "seven", "ten", "twelve", "fourteen", "twenty")

# Anchors, texts, and which text is of the act of which anchor, shape (anchors, texts).
Batch = tuple[list[str], list[str], Tensor]


def families(left_out: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the clause families by field, without those of some labelled fields."""
    kin = {name for field in left_out for name in NEAR["families"].get(field, ())}
    return {
        path.stem: [
            json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        for path in sorted(FAMILIES.glob("*.jsonl"))
        if path.stem not in left_out and path.stem not in kin
    }


def with_other_figures(text: str, dice: random.Random) -> str:
    if dice.random() < 0.5:
        return text
    return _FIGURE.sub(lambda m: dice.choice(_DIGITS if m[0][0].isdigit() else _WORDS), text)


def family_batches(rows: Sequence[dict[str, Any]], dice: random.Random, size: int = 20) -> Iterator[Batch]:
    """Yield batches of families of one field: an anchor, two texts of its act and three look-alikes of each."""
    rows = dice.sample(list(rows), len(rows))
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        if len(some) < FEWEST:
            continue
        anchors, texts, own = [], [], []
        for place, row in enumerate(some):
            one, two = dice.sample(row["same"], 2)
            third = two if dice.random() < 0.5 else dice.choice(row["variants"])["text"]
            anchor = row["obligation"] if dice.random() < 0.7 else dice.choice(row["same"])
            anchors.append(anchor)
            of_act = [row["obligation"] if text == anchor else text for text in (one, third)]
            others = dice.sample(row["other"], 3)
            texts += of_act + others
            own += [place] * len(of_act) + [-1] * len(others)
        yield anchors, texts, torch.tensor(own)[None] == torch.arange(len(anchors))[:, None]


@dataclass(frozen=True)
class Labelled:
    """What is said in two documents, and for each anchor of the first the statements of the second of its act."""

    anchors: list[Statement]
    statements: list[Statement]
    of_act: list[list[int]]


def document_pairs(fields: Sequence[Field]) -> list[Labelled]:
    """Return each source with each policy, by what a reader cited; and each policy with each, by what both answer."""
    from train_judges import covers, labelled  # noqa: PLC0415 - it imports the folds from here

    found = []
    for field in fields:
        rows = labelled(field)
        sources, policies = read_texts(field)
        answers: dict[str, dict[tuple[str, int], list[int]]] = {name: {} for name in policies}
        for (path, source), (name, policy) in product(sources.items(), policies.items()):
            for i in source.duties:
                row = rows.get((path, source.statements[i].ref, name))
                if row is not None and row["verdict"] != Verdict.MISSING.value:
                    refs = {e["ref"] for e in row["evidence"]}
                    cited = [k for k, s in enumerate(policy.statements) if covers(s.ref, refs)]
                    if cited:
                        answers[name][path, i] = cited
            duties = {i: cited for (of, i), cited in answers[name].items() if of == path}
            anchors = [source.statements[i] for i in duties]
            found.append(Labelled(anchors, list(policy.statements), list(duties.values())))
        for a, b in combinations(policies, 2):
            found.append(_two_policies(field, policies[a], policies[b], answers[a], answers[b]))
    return [pair for pair in found if pair.anchors]


def _two_policies(
    field: Field,
    a: Read,
    b: Read,
    answers_a: Mapping[tuple[str, int], list[int]],
    answers_b: Mapping[tuple[str, int], list[int]],
) -> Labelled:
    """Return what answers one duty in both, or contradicts; where several clauses answer together, each does a part."""
    from train_judges import covers  # noqa: PLC0415

    met: dict[int, set[int]] = {}
    for duty in answers_a.keys() & answers_b.keys():
        if len(answers_a[duty]) == len(answers_b[duty]) == 1:
            met.setdefault(answers_a[duty][0], set()).add(answers_b[duty][0])
    for row in field.gold["conflicts"]:
        ends = (row["a"], row["b"])
        for one, other in (ends, ends[::-1]):
            if (one["document"], other["document"]) == (a.document.path, b.document.path):
                for i, s in enumerate(a.statements):
                    if covers(s.ref, {one["ref"]}):
                        met.setdefault(i, set()).update(
                            j for j, t in enumerate(b.statements) if covers(t.ref, {other["ref"]})
                        )
    kept = {i: sorted(of_act) for i, of_act in met.items() if of_act}
    return Labelled([a.statements[i] for i in kept], list(b.statements), list(kept.values()))


def document_batch(pair: Labelled, dice: random.Random, duties: int = 16, texts: int = 40) -> Batch:
    """Return some anchors with what is of their act and other statements, half the texts under their headings."""
    chosen = dice.sample(range(len(pair.anchors)), min(duties, len(pair.anchors)))
    needed = {k for i in chosen for k in pair.of_act[i]}
    kept = sorted(needed | set(dice.sample(range(len(pair.statements)), min(texts, len(pair.statements)))))
    mask = torch.tensor([[k in pair.of_act[i] for k in kept] for i in chosen])
    anchors, statements = [pair.anchors[i] for i in chosen], [pair.statements[k] for k in kept]
    return [_told(s, dice) for s in anchors], [_told(s, dice) for s in statements], mask


def _told(statement: Statement, dice: random.Random) -> str:
    return statement.text if dice.random() < 0.5 else statement.in_context


def pairs_far_from(left_out: Sequence[str], pairs: Iterable["GoldPair"]) -> Iterator["GoldPair"]:
    """Yield those pairs that are not of fields near to what is left out or to an unseen field."""
    near = near_to(left_out)
    return (pair for pair in pairs if pair.field not in near and pair.a and pair.b)


def near_to(left_out: Sequence[str]) -> set[str]:
    """Return the fields of pairs and acts that are near to what is left out or to an unseen field."""
    unseen = [field.name for field in unseen_fields()]
    return {name for field in (*left_out, *unseen) for name in NEAR["pairs"].get(field, ())}


def far_batches(left_out: Sequence[str], dice: random.Random, size: int = 24) -> Iterator[Batch]:
    """Yield batches of pairs of one field worded far from each other: each text and the other one of its act."""
    from gold_pairs import FAR, GoldPair, files, pairs_of  # noqa: PLC0415 - it reads some thousand clauses

    by_field: dict[str, list[GoldPair]] = {}
    for pair in pairs_far_from(left_out, pairs_of(FAR, files(FAR, aside=False))):
        by_field.setdefault(pair.field, []).append(pair)
    for pairs in by_field.values():
        shuffled = dice.sample(pairs, len(pairs))
        for start in range(0, len(shuffled), size):
            some = shuffled[start : start + size]
            of_act = torch.diag(torch.tensor([pair.of_one_act for pair in some]))
            yield [_told(pair.a[0], dice) for pair in some], [_told(pair.b[0], dice) for pair in some], of_act


def acts_by_field(left_out: Sequence[str], without: Sequence[str]) -> list[list["Act"]]:
    """Return the acts told in nearly the same words, in some of them, as duties and as the documents of one body tell
    them, those of each field of each file together; without some files and what is near to what is left out.
    """
    from gold_pairs import ANSWERS, HALF, LIKE, ONE_BODY, Act, acts_in, files  # noqa: PLC0415

    near = near_to(left_out)
    found: dict[tuple[str, str], list[Act]] = {}
    for folder in (LIKE, HALF, ANSWERS, ONE_BODY):
        for name in files(folder, aside=False):
            if name not in without:
                for act in acts_in(folder, name):
                    if act.field not in near and len(act.told) > 1 and act.others:
                        found.setdefault((name, act.field), []).append(act)
    return [acts for acts in found.values() if len(acts) >= FEWEST]


def act_batch(acts: Sequence["Act"], dice: random.Random) -> Batch:
    """Return an anchor of each act, two texts of it and two of others in like words."""
    anchors, texts, own = [], [], []
    for place, act in enumerate(acts):
        anchor, *told = dice.sample(act.told, min(3, len(act.told)))
        others = dice.sample(act.others, min(2, len(act.others)))
        anchors.append(_told(anchor, dice))
        texts += [_told(s, dice) for s in (*told, *others)]
        own += [place] * len(told) + [-1] * len(others)
    return anchors, texts, torch.tensor(own)[None] == torch.arange(len(acts))[:, None]


class Encoder:
    """The model with its tokenizer: pooled vectors, and those of the words."""

    def __init__(self, layers: Path | None = None) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(str(model_folder()))
        self.model = AutoModel.from_pretrained(str(model_folder()))
        if layers is not None:
            self.model.load_state_dict(torch.load(layers), strict=False)

    def __call__(self, texts: Sequence[str]) -> tuple[Tensor, Tensor, Tensor]:
        """Return unit vectors (n, 384), of the words (n, words, 384), and which words count (n, words)."""
        # Texts of like length go together, so that little is computed for padding: a third less time.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        parts = [self._together([texts[i] for i in order[k : k + 16]]) for k in range(0, len(order), 16)]
        longest = max(words.shape[1] for _, words, _ in parts)
        back = torch.argsort(torch.tensor(order))
        pooled = torch.cat([whole for whole, _, _ in parts])
        hidden = torch.cat([nn.functional.pad(w, (0, 0, 0, longest - w.shape[1])) for _, w, _ in parts])
        counts = torch.cat([nn.functional.pad(c, (0, longest - c.shape[1])) for _, _, c in parts])
        return pooled[back], hidden[back], counts[back]

    def _together(self, texts: Sequence[str]) -> tuple[Tensor, Tensor, Tensor]:
        batch = self.tokenizer(
            list(texts), truncation=True, max_length=LONGEST, padding=True, return_tensors="pt"
        )
        hidden = self.model(**batch).last_hidden_state
        counts = batch["attention_mask"].float()
        pooled = (hidden * counts[..., None]).sum(1) / counts.sum(1, keepdim=True)
        words = counts.clone()
        words[:, 0] = 0  # the markers at both ends are no words
        words[torch.arange(len(texts)), counts.sum(1).long() - 1] = 0
        return nn.functional.normalize(pooled, dim=-1), nn.functional.normalize(hidden, dim=-1), words

    def tuned(self) -> list[nn.Parameter]:
        """Freeze what stays as published and return the rest."""
        for part in (self.model.embeddings, *self.model.encoder.layer[:FROZEN]):
            for parameter in part.parameters():
                parameter.requires_grad = False
        return [p for p in self.model.parameters() if p.requires_grad]


def late_likeness(a: tuple[Tensor, Tensor], b: tuple[Tensor, Tensor]) -> Tensor:
    """Return the mean over words of the best likeness in the other text, both ways, shape (len(a), len(b))."""
    (words_a, counts_a), (words_b, counts_b) = a, b
    likeness = torch.einsum("ild,jkd->ijlk", words_a, words_b)
    best_a = likeness.masked_fill(counts_b[None, :, None, :] == 0, -1.0).amax(3).clamp(min=0)
    best_b = likeness.masked_fill(counts_a[:, None, :, None] == 0, -1.0).amax(2).clamp(min=0)
    of_a = (best_a * counts_a[:, None]).sum(-1) / counts_a.sum(-1)[:, None]
    of_b = (best_b * counts_b[None]).sum(-1) / counts_b.sum(-1)[None]
    return (of_a + of_b) / 2


def contrast(score: Tensor, of_act: Tensor, temperature: float) -> Tensor:
    """Return the loss: each text of the act against all that are not (InfoNCE, several positives)."""
    scaled = score / temperature
    others = torch.logsumexp(scaled.masked_fill(of_act, -1e4), -1, keepdim=True)
    loss = torch.logaddexp(scaled, others) - scaled
    return (loss * of_act).sum() / of_act.sum().clamp(min=1)


def tune(fold: int | None, start: Path | None = None) -> Encoder:
    """Return the encoder tuned without a fold; the same seed and inputs give the same within rounding."""
    left_out, without = ((), ()) if fold is None else (FOLDS[fold], LIKE_FOLDS[fold])
    dice = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    torch.manual_seed(SEED)
    encoder = Encoder(start)
    encoder.model.train()
    for module in encoder.model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.05
    fields = families(left_out)
    pairs = document_pairs([f for f in all_fields() if f.name not in left_out])
    acts = acts_by_field(left_out, without)
    if start is None:
        rounds = [
            _shuffled(
                [
                    *_of_families(fields, dice),
                    *_of_pairs(pairs, dice),
                    *_of_acts(dice.sample(acts, min(ACTS, len(acts))), dice),
                ],
                dice,
            )
            for _ in range(EPOCHS)
        ]
        learn(encoder, list(chain.from_iterable(rounds)), RATE, dice)
    some = list(_of_families(fields, dice))
    last = [*_of_pairs(pairs, dice), *dice.sample(some, int(len(some) * LAST_FAMILIES))]
    last += chain.from_iterable(far_batches(left_out, dice) for _ in range(LAST_FAR))
    last += _of_acts(acts, dice)
    learn(encoder, _shuffled(last, dice), LAST_RATE, dice)
    return encoder


def _of_families(fields: Mapping[str, Sequence[dict[str, Any]]], dice: random.Random) -> Iterator[Batch]:
    for rows in fields.values():
        yield from family_batches(rows, dice)


def _of_pairs(pairs: Iterable[Labelled], dice: random.Random) -> Iterator[Batch]:
    for pair in pairs:
        yield document_batch(pair, dice)


def _of_acts(by_field: Iterable[Sequence["Act"]], dice: random.Random) -> Iterator[Batch]:
    for acts in by_field:
        yield act_batch(acts, dice)


def _shuffled(batches: Iterable[Batch], dice: random.Random) -> list[Batch]:
    found = list(batches)
    dice.shuffle(found)
    return found


def learn(encoder: Encoder, batches: Sequence[Batch], rate: float, dice: random.Random) -> None:
    """Draw each text of the batches to those of its act and push it from the others, in the order given."""
    parameters = encoder.tuned()
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01)
    steps = len(batches)
    for step, (anchors, texts, of_act) in enumerate(batches):
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / (0.1 * steps)) * (1 - step / steps)
        with torch.autocast("cpu", torch.bfloat16):
            one = encoder([with_other_figures(text, dice) for text in anchors])
            two = encoder([with_other_figures(text, dice) for text in texts])
        loss = contrast(one[0] @ two[0].T, of_act, TEMPERATURE)
        loss = loss + contrast(late_likeness(one[1:], two[1:]), of_act, LATE_TEMPERATURE)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if (step + 1) % 20 == 0:
            print(f"step {step + 1} of {steps}, loss {loss.item():.2f}", flush=True)


def upper_layers(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the layers that were tuned, at half precision."""
    wanted = re.compile(r"encoder\.layer\.(\d+)\.")
    return {
        name: tensor.half()
        for name, tensor in state.items()
        if (found := wanted.match(name)) and int(found[1]) >= FROZEN
    }


def write_vectors(encoders: Sequence[Path]) -> None:
    """Embed what is said in each labelled field with the encoder of its fold, which never saw it."""
    kept: dict[str, np.ndarray[Any, Any]] = {}
    for fold, path in zip(FOLDS, encoders, strict=True):
        encoder = Encoder(path)
        encoder.model.eval()
        for field in all_fields():
            if field.name not in fold:
                continue
            sources, policies = read_texts(field)
            statements = [s for read in (*sources.values(), *policies.values()) for s in read.statements]
            texts = {s.in_context for s in statements}
            texts |= {bare(item) for s in statements if s.reading is not None for item in s.reading.items}
            texts |= {
                limb
                for read in sources.values()
                for s in read.statements
                for limb in limbs_of(s.text, either=True) + limbs_of(s.text)
            }
            texts |= {
                piece for read in policies.values() for s in read.statements for piece in pieces_of([s.text])
            }
            ordered = sorted(texts, key=len)
            with torch.inference_mode():
                rows = [encoder(ordered[i : i + 64])[0].numpy() for i in range(0, len(ordered), 64)]
            kept[f"{field.name}.keys"] = np.array([text_key(text) for text in ordered])
            vectors = np.concatenate(rows)
            vectors *= 127 / np.abs(vectors).max(axis=1, keepdims=True)  # read back as unit vectors
            kept[f"{field.name}.rows"] = np.round(vectors).astype(np.int8)
            print(field.name, len(ordered), "texts", flush=True)
    np.savez_compressed(VECTORS, **kept)  # type: ignore[arg-type]


def ship(paths: Sequence[Path]) -> None:
    """Write the mean of some encoders: that of the folds is as good on fields new to all as one tuned on every field,
    and costs no training of its own.
    """
    write_layers(LAYERS, upper_layers(mean_of([torch.load(path) for path in paths])))


def mean_of(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of what some models learnt, by name of layer."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def write_layers(name: str, layers: dict[str, Tensor]) -> None:
    """Write layers into the package and print their size and hash."""
    from safetensors.torch import save  # noqa: PLC0415

    content = save(layers)
    (ROOT / "policycheck" / "embedding" / name).write_bytes(content)
    print(f"{name}: {len(content) / 1e6:.1f} MB, sha256 {hashlib.sha256(content).hexdigest()}")


def tuning_parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser of what is left out, where the tuned model goes and from which one it starts."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fold", type=int, choices=range(len(FOLDS)))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--from", dest="start", type=Path)
    return parser


def main() -> None:
    parser = tuning_parser(__doc__)
    parser.add_argument("--vectors", type=Path, nargs=len(FOLDS))
    parser.add_argument("--ship", type=Path, nargs="+")
    options = parser.parse_args()
    if options.out:
        encoder = tune(options.fold, options.start)
        torch.save(upper_layers(encoder.model.state_dict()), options.out)
    if options.vectors:
        write_vectors(options.vectors)
    if options.ship:
        ship(options.ship)


if __name__ == "__main__":
    main()
