"""The labelled fields: the sample corpus, and the development fields in tests/gold."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policycheck.comparing import Read, read_statements
from policycheck.domain.documents import Document, DocumentKind
from policycheck.reading import choose_source_kind, files_under, read_duties, read_file
from policycheck.scripting import embed

ROOT = Path(__file__).resolve().parent.parent


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
    """Return the fields that weights and thresholds may be chosen on."""
    folders = sorted(p.parent for p in (ROOT / "tests" / "gold").glob("*/gold.json"))
    return [Field(f.name, f / "sources", f / "policies", f / "gold.json") for f in folders]


def sample_field() -> Field:
    """Return the sample corpus: nothing is chosen on it, so its figures are a test."""
    corpus = ROOT / "corpus"
    return Field("sample corpus", corpus / "legislation", corpus / "local_policies", corpus / "gold.json")


def documents(folder: Path, *, policy: bool) -> Iterator[Document]:
    """Yield the documents of a folder, their paths relative to it."""
    for path in files_under([folder]):
        name = path.relative_to(folder).as_posix()
        document = read_file(path, kind=DocumentKind.POLICY, name=name)
        if policy:
            yield document
        else:
            yield read_file(path, kind=choose_source_kind(path, document.title), name=name)


@cache
def reads(field: Field) -> tuple[dict[str, Read], dict[str, Read]]:
    """Return the sources and the policies of a field, read and embedded."""
    return _reads(field.sources, policy=False), _reads(field.policies, policy=True)


def _reads(folder: Path, *, policy: bool) -> dict[str, Read]:
    found = {}
    for document in documents(folder, policy=policy):
        duties = read_duties(document)
        statements = read_statements(document, duties)
        vectors = embed([s.in_context for s in statements])
        found[document.path] = Read(document, tuple(duties), tuple(statements), vectors)
    return found
