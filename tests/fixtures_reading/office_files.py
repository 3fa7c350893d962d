"""Converts files with LibreOffice, many at a time."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


def office_program() -> str | None:
    """Return the path of LibreOffice; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def fonts_missing() -> str:
    """Return why pages cannot be laid out as the recipes expect, "" where they can: other fonts break other lines."""
    lister = shutil.which("fc-list")
    found = (
        subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=True).stdout
        if lister
        else ""
    )
    missing = [name for name in ("Carlito", "Liberation Sans", "Liberation Serif") if name not in found]
    return f"fonts are not installed: {', '.join(missing)}" if missing else ""


def convert(program: str, sources: Sequence[Path], target: str, folder: Path, *, web: bool = False) -> None:
    """Write each source into `folder` in the format `target`; `web` reads HTML as a text document."""
    command = [program, f"-env:UserInstallation={(folder.parent / 'office-profile').as_uri()}", "--headless"]
    if web:
        command.append("--infilter=HTML (StarWriter)")
    command += ["--convert-to", target, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
