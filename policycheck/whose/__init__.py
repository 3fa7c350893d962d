"""Whose duty it is: a duty of a source, read with what stands around it, held against the roles we have."""

from policycheck.whose.answers import whose_duties
from policycheck.whose.law_itself import about_law_itself

__all__ = ["about_law_itself", "whose_duties"]
