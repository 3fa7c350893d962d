"""The labelled fields: the sample corpus, the development fields in tests/gold, those by which likelihoods are set
right (tests/calibration), those by which strangers probed the program (tests/probed), and those that nothing is fitted
on, worded far from their source (tests/unseen) or plainly (tests/plain).

The statements of those that something is fitted on are embedded by encoders that never saw their field:
`tests/gold/vectors.npz` keeps those vectors, made by benchmarks/train_encoder.py. So whatever is fitted or measured on
them treats each field as one it has not met.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from side_by_side import Remembered

from policycheck.comparing import Read, read_statements
from policycheck.domain.documents import Document, DocumentKind
from policycheck.embedding import TunedMiniLM, text_key
from policycheck.embedding.base import ANSWERS, Vectors
from policycheck.progress import Progress, silent
from policycheck.reading import choose_source_kind, files_under, read_duties, read_file

ROOT = Path(__file__).resolve().parent.parent
VECTORS = ROOT / "tests" / "gold" / "vectors.npz"
READINGS = ROOT / "tests" / "gold" / "readings_of_pairs.npz"


@dataclass(frozen=True)
class Field:
    """A set of sources and policies with labels made by reading."""

    name: str
    sources: Path
    policies: Path
    gold_file: Path

    @property
    def gold(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.gold_file.read_text(encoding="utf-8"))
        return data


def development_fields() -> list[Field]:
    """Return the fields in tests/gold."""
    return _fields_in(ROOT / "tests" / "gold")


def unseen_fields() -> list[Field]:
    """Return the fields in tests/unseen: nothing is fitted on them, and their errors are not read."""
    return _fields_in(ROOT / "tests" / "unseen")


def plain_fields() -> list[Field]:
    """Return the fields whose policies were written in officers' plain words, by writers who had not seen the program:
    nothing is fitted on them either, and their errors are not read.
    """
    return _fields_in(ROOT / "tests" / "plain")


@cache
def calibration_fields() -> tuple[Field, ...]:
    """Return the fields by which the last models are fitted beside those of development.

    No rule was written by reading what the program makes of them, so they tell how far to trust a rule where nobody
    has looked. No encoder learns from them.
    """
    return tuple(_fields_in(ROOT / "tests" / "calibration"))


def probed_fields() -> list[Field]:
    """Return the fields by which strangers probed the program, one theme each: the cross-encoder learns from them."""
    return _fields_in(ROOT / "tests" / "probed")


def _fields_in(folder: Path) -> list[Field]:
    folders = sorted(p.parent for p in folder.glob("*/gold.json"))
    return [Field(f.name, f / "sources", f / "policies", f / "gold.json") for f in folders]


def sample_field() -> Field:
    """Return the sample corpus, in the field of children's social care."""
    corpus = ROOT / "corpus"
    return Field("sample_corpus", corpus / "legislation", corpus / "local_policies", corpus / "gold.json")


def all_fields() -> list[Field]:
    """Return every labelled field."""
    return [*development_fields(), sample_field()]


def documents(folder: Path, *, policy: bool) -> Iterator[Document]:
    """Yield the documents of a folder, their paths relative to it."""
    for path in files_under([folder]):
        name = path.relative_to(folder).as_posix()
        document = read_file(path, kind=DocumentKind.POLICY, name=name)
        if policy:
            yield document
        else:
            yield read_file(path, kind=choose_source_kind(path, document.title), name=name)


class KeptVectors:
    """A language model over what models that never saw the field made of its texts; it computes nothing itself."""

    name = "left-out encoders"
    sha256 = "0" * 64
    dimension = 384

    def __init__(self, field: str) -> None:
        self._field = field

    def embed(self, texts: Sequence[str], *, progress: Progress = silent) -> Vectors:
        table = _table(self._field)
        progress(len(texts), len(texts), "")
        missing = [text for text in texts if text_key(text) not in table]
        if missing:
            raise SystemExit(
                f"{VECTORS.name} lacks {len(missing)} texts of {self._field}, such as “{missing[0][:60]}”: the reading "
                "has changed. Run: python benchmarks/train_encoder.py --vectors"
            )
        found = np.stack([table[text_key(text)] for text in texts]) if texts else np.zeros((0, 384))
        unit: Vectors = found.astype(np.float32)
        return unit / np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-9)

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return what was made of pairs by a cross-encoder that never saw the field; 0 for those it did not read."""
        table = _readings(self._field)
        read = [table.get(pair_key(pair), (0.0,) * len(ANSWERS)) for pair in pairs]
        return np.array(read, dtype=np.float32).reshape(-1, len(ANSWERS))


def left_out_embedder(field: Field) -> KeptVectors | TunedMiniLM:
    """Return an encoder that never saw a field: the kept one, or where no encoder learnt from it the shipped one."""
    return KeptVectors(field.name) if is_learnt_from(field) else _shipped()


def is_learnt_from(field: Field) -> bool:
    """Tell whether a field is one of `all_fields`, of which vectors are kept."""
    return field in _learnt_from()


@cache
def _learnt_from() -> frozenset[Field]:
    return frozenset(all_fields())


@cache
def _shipped() -> TunedMiniLM:
    return TunedMiniLM()


def pair_key(pair: tuple[str, str]) -> str:
    """Return the key under which what was read of two texts together, in this order, is kept."""
    return text_key("\x00".join(pair))


@cache
def _readings(field: str) -> dict[str, tuple[float, ...]]:
    with np.load(READINGS) as kept:
        keys, rows = kept[f"{field}.keys"], kept[f"{field}.rows"].astype(float)
    return dict(zip(keys.tolist(), map(tuple, rows.tolist()), strict=True))


@cache
def _table(field: str) -> dict[str, Vectors]:
    with np.load(VECTORS) as kept:
        keys, rows = kept[f"{field}.keys"], kept[f"{field}.rows"]
    return dict(zip(keys.tolist(), rows, strict=True))


@Remembered
def reads(field: Field) -> tuple[dict[str, Read], dict[str, Read]]:
    """Return the sources and the policies of a field, read and embedded."""
    return _reads(field, field.sources, policy=False), _reads(field, field.policies, policy=True)


@cache
def read_texts(field: Field) -> tuple[dict[str, Read], dict[str, Read]]:
    """Return the same without vectors."""
    return (
        _reads(field, field.sources, policy=False, embedded=False),
        _reads(field, field.policies, policy=True, embedded=False),
    )


def _reads(field: Field, folder: Path, *, policy: bool, embedded: bool = True) -> dict[str, Read]:
    found = {}
    for document in documents(folder, policy=policy):
        read = read_of(document)
        if embedded:
            read = replace(
                read, vectors=left_out_embedder(field).embed([s.in_context for s in read.statements])
            )
        found[document.path] = read
    return found


def read_of(document: Document) -> Read:
    """Return a document with its obligations and statements, without vectors."""
    duties = read_duties(document)
    statements = read_statements(document, duties)
    return Read(document, tuple(duties), tuple(statements), np.zeros((len(statements), 0), np.float32))
