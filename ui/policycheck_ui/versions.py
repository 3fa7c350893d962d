"""Which packages the program stands on, in which version and under which licence, as they say themselves."""

import platform
import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires

_NAME = re.compile(r"[\w.-]+")
_OPTIONAL = re.compile(r";.*\bextra\b")
_LONGEST = 60  # some packages put the whole text of their licence where its name belongs


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package as its own metadata describes it."""

    name: str
    version: str
    licence: str


def own() -> Package:
    """Return policycheck itself."""
    return _described("policycheck")


def packages() -> list[Package]:
    """Return the packages the program needs, in alphabetical order."""
    try:
        wanted = requires("policycheck") or []
    except PackageNotFoundError:
        wanted = []
    names = [match[0] for line in wanted if not _OPTIONAL.search(line) and (match := _NAME.match(line))]
    return [_described(name) for name in sorted(names, key=str.casefold)]


def system() -> str:
    """Return one line about this computer: Python and the operating system."""
    return f"Python {platform.python_version()}, {platform.system()}"


def _described(name: str) -> Package:
    try:
        data = metadata(name)
    except PackageNotFoundError:
        return Package(name=name, version="not installed", licence="not known")
    return Package(name=data["Name"], version=data["Version"], licence=_licence(data))


def _licence(data: PackageMetadata) -> str:
    said = data["License-Expression"] or data["License"] or ""
    heads = [
        line.split("::")[-1].strip() for line in data.get_all("Classifier") or [] if "License ::" in line
    ]
    if data["License-Expression"] or 0 < len(said) <= _LONGEST:
        return said.strip()
    return ", ".join(heads) or said.strip().partition("\n")[0][:_LONGEST] or "not said"
