"""The workspace file: the only place that speaks SQL."""

from policycheck.store.connection import is_workspace
from policycheck.store.store import Store

__all__ = ["Store", "is_workspace"]
