"""The workspace file: the only place that speaks SQL."""

from policycheck.store.store import Store

__all__ = ["Store"]
