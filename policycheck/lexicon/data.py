"""Reads the vocabulary files that lie beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of the vocabulary file `name` (without ".toml")."""
    source = files("policycheck.lexicon") / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
