"""A report becomes a file: one writer per format, chosen here by name."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from policycheck.domain.report import Report
from policycheck.errors import FileError, UsageError
from policycheck.reports import as_csv, as_html, as_json, as_xlsx
from policycheck.reports.as_json import report_dict
from policycheck.reports.matrix_as_csv import render_matrix

__all__ = ["FORMATS", "report_dict", "write", "write_matrix"]

FORMATS: Mapping[str, Callable[[Report], bytes]] = MappingProxyType(
    {"csv": as_csv.render, "html": as_html.render, "json": as_json.render, "xlsx": as_xlsx.render}
)


def write(report: Report, *, format: str, out: Path, findings: Collection[str] | None = None) -> None:
    """Write `report`, or only some of its findings by id, to `out` in place of what is there, all or nothing.

    Raises `UsageError` for a format that is not one of `FORMATS`, `FileError` where `out` cannot be written.
    """
    if format not in FORMATS:
        raise UsageError(
            f"There is no report format “{format}”.", remedy=f"Choose one of: {', '.join(FORMATS)}."
        )
    if findings is not None:
        wanted = set(findings)
        report = replace(report, findings=tuple(one for one in report.findings if one.id in wanted))
    _put(out, FORMATS[format](report))


def write_matrix(report: Report, *, obligations: Sequence[str], policies: Sequence[str], out: Path) -> None:
    """Write the matrix of some obligations by some policies to `out` as CSV; raises `FileError`."""
    _put(out, render_matrix(report, obligations=obligations, policies=policies))


def _put(out: Path, content: bytes) -> None:
    try:
        _replace(out, content)
    except OSError as error:
        raise FileError(
            out,
            f"cannot be written ({error.strerror or error}).",
            remedy="Check that the folder exists and that the file is not open in another program.",
        ) from error


def _replace(out: Path, content: bytes) -> None:
    """Write beside `out` and then rename, so that a full disk leaves the old report whole."""
    if out.exists() and not out.is_file():
        out.write_bytes(content)  # a pipe or a terminal; a folder raises
        return
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)
