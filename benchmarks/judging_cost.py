"""What judging costs beside embedding: processor seconds of each in one check, and their ratio; the goal is a half.

    python benchmarks/judging_cost.py                                   the sample corpus
    python benchmarks/judging_cost.py --sources ACTS --policies FOLDER

Embedding is the time inside the encoder, once the models are loaded; judging is all else that a check does, reading
pairs together among it. Then one policy gets one more sentence and is checked again.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import process_time

from policycheck.domain.documents import DocumentKind
from policycheck.embedding import TunedMiniLM
from policycheck.embedding.base import Vectors
from policycheck.progress import Progress, silent
from policycheck.reading import choose_source_kind
from policycheck.samples import sample_corpus
from policycheck.workspace import Workspace

_CHANGE = "\n\nThe manager must check the emergency lighting every 3 months.\n"


class TimedModel(TunedMiniLM):
    """The program's model, with the processor seconds and the texts that it took."""

    def __init__(self) -> None:
        super().__init__()
        super().embed(["Loaded and warm."])
        super().read_pairs([("Loaded.", "Warm.")])
        self.seconds, self.texts = 0.0, 0
        self.reading, self.read = 0.0, 0

    def embed(self, texts: Sequence[str], *, progress: Progress = silent) -> Vectors:
        started = process_time()
        made = super().embed(texts, progress=progress)
        self.seconds += process_time() - started
        self.texts += len(texts)
        return made

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        started = process_time()
        made = super().read_pairs(pairs)
        self.reading += process_time() - started
        self.read += len(pairs)
        return made


@dataclass(frozen=True)
class Cost:
    """Processor seconds of one check."""

    embedding: float
    judging: float
    texts: int
    pairs: int
    reading: float
    read: int

    def __str__(self) -> str:
        ratio = self.judging / self.embedding if self.embedding else float("inf")
        return (
            f"{self.pairs:,} pairs of documents; embedding {self.texts:,} texts {self.embedding:.1f} s, "
            f"judging {self.judging:.1f} s (of which {self.read:,} pairs read together {self.reading:.1f} s), "
            f"ratio {ratio:.2f}"
        )


def cost_of_check(workspace: Workspace, model: TimedModel) -> Cost:
    """Return what a check of what changed takes."""
    seconds, texts, reading, read = model.seconds, model.texts, model.reading, model.read
    started = process_time()
    computed = workspace.check().computed
    embedding = model.seconds - seconds
    judging = process_time() - started - embedding
    return Cost(embedding, judging, model.texts - texts, computed, model.reading - reading, model.read - read)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sources", nargs="+", type=Path, default=[sample_corpus() / "legislation"])
    parser.add_argument("--policies", nargs="+", type=Path, default=[sample_corpus() / "local_policies"])
    options = parser.parse_args()
    model = TimedModel()
    with Workspace.temporary(embedder=model) as workspace, TemporaryDirectory() as folder:
        workspace.add(options.sources, choose=choose_source_kind)
        workspace.add(options.policies, kind=DocumentKind.POLICY)
        print(f"first check: {cost_of_check(workspace, model)}", flush=True)
        policies = [d for d in workspace.documents() if d.kind is DocumentKind.POLICY and d.clauses]
        changed = Path(folder) / "changed.md"
        for text, what in (("", "one policy more"), (_CHANGE, "that policy changed")):
            changed.write_text(policies[0].text + text, encoding="utf-8")
            workspace.add([changed], kind=DocumentKind.POLICY)
            print(f"{what}: {cost_of_check(workspace, model)}", flush=True)
    print(f"most memory: {getrusage(RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
