"""Whose duty it is: a duty of a source, read with what stands around it, held against the roles we have."""

from policycheck.whose.answers import whose_duties

__all__ = ["whose_duties"]
