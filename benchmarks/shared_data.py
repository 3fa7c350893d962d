"""Other people's data to measure on, read from beside the project and never copied into it."""

import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("POLICYCHECK_DATA", ROOT.parent / "shared" / "data"))


def records(*names: str) -> list[list[dict[str, Any]]]:
    """Return the records of some JSON Lines files; ends the program, well, where one is absent."""
    absent = [name for name in names if not (DATA / name).is_file()]
    if absent:
        print(f"Skipped: {', '.join(absent)} not found under ../shared/data (or POLICYCHECK_DATA).")
        sys.exit(0)
    return [
        [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
        for name in names
    ]


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print a Markdown table."""
    print("| " + " | ".join(header) + " |")
    print("|---" * len(header) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
