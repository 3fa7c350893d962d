"""What several commands take, and how they write data."""

import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from policycheck.domain.findings import Sensitivity
from policycheck.errors import UsageError

Word = TypeVar("Word", bound=StrEnum)

WorkspaceFile = Annotated[Path, typer.Argument(metavar="WORKSPACE", help="The workspace file.")]
JsonFile = Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write the result as JSON.")]
Name = Annotated[str, typer.Option(help="Your name.")]
SensitivityOption = Annotated[
    Sensitivity | None,
    typer.Option(help="How sure a finding must be to be shown; the workspace's own if not said."),
]


def one_of(kind: type[Word]) -> Callable[[str], Word]:
    """Return what reads one word of an enum as people type it: with hyphens for underscores."""

    def read(text: str) -> Word:
        try:
            return kind(text.lower().replace("-", "_"))
        except ValueError:
            raise typer.BadParameter(f"{text!r} is not one of {spelt(kind)}.") from None

    read.__name__ = kind.__name__
    return read


def spelt(kind: type[StrEnum]) -> str:
    """Return the words of an enum as people type them, for help."""
    return "|".join(word.value.replace("_", "-") for word in kind)


def write_json(data: object, path: Path | None) -> None:
    """Write data to a file, or to stdout where none is named or its name is "-"."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    if path is None or str(path) == "-":
        print(text)  # noqa: T201 - data goes to stdout as it is
        return
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror}).", remedy="Choose another file."
        ) from error
