"""Duty or power? The council duties that officers labelled, beside the first modal verb.

    python benchmarks/duty_or_power.py

Reads `alignment/duty_or_power.dev.jsonl` of the shared data. Each clause is one of the two. Read as a power where
something is permitted and nothing binds; else as a duty, also where neither was read: most are duties. "Strictly"
counts a clause in which nothing was read as wrong.
"""

import re

from shared_data import records

from policycheck import read_obligations

_MODAL = re.compile(r"\b(must|shall|may|should)\b", re.IGNORECASE)
_MUST_OR_MAY = re.compile(r"\b(must|may)\b", re.IGNORECASE)


def by_reading(text: str) -> tuple[str, bool]:
    """Return the answer, and whether anything was read."""
    read = read_obligations(text)
    is_power = bool(read) and not any(one.modality.binds for one in read)
    return "permission" if is_power else "obligation", bool(read)


def by_first_modal(text: str) -> str:
    found = _MODAL.search(text)
    return "permission" if found is not None and found[1].lower() == "may" else "obligation"


def main() -> None:
    [rows] = records("alignment/duty_or_power.dev.jsonl")
    for name, some in (
        ("all", rows),
        ("neither must nor may", [r for r in rows if not _MUST_OR_MAY.search(r["text"])]),
    ):
        answers = [by_reading(r["text"]) for r in some]
        right = sum(said == r["label"] for (said, _), r in zip(answers, some, strict=True))
        strict = sum(said == r["label"] and read for (said, read), r in zip(answers, some, strict=True))
        modal = sum(by_first_modal(r["text"]) == r["label"] for r in some)
        print(
            f"{name}: {len(some)} clauses, right {right} ({right / len(some):.3f}), strictly {strict} "
            f"({strict / len(some):.3f}), by the first modal {modal} ({modal / len(some):.3f})"
        )


if __name__ == "__main__":
    main()
