"""Ages of two posts: that a skipper is 21 and a deckhand 17 is no two ages for one thing."""

import re

from policycheck.conflicts.pair import Objection
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.roles import has_job, is_post
from policycheck.matching import Statement
from policycheck.matching.holders.independence import are_two_posts, holder_of
from policycheck.matching.holders.names import may_be_one

# A table of posts names each by the column.
_POSTS = re.compile(r"(?:post|role|position|job|rank|grade)s?\b[^;:]*:", re.IGNORECASE)


def are_ages_of_two_posts(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether two ages are each of a post that is plainly named, and not of one by two names."""
    if objection.type is not ConflictType.AGE or not (_names_post(a) and _names_post(b)):
        return False
    ours, theirs = holder_of(a), holder_of(b)
    return are_two_posts(ours, theirs) and not may_be_one(ours, theirs)


def _names_post(one: Statement) -> bool:
    holder = holder_of(one)
    return bool(holder) and (
        is_post(holder) or has_job(holder) or (one.is_row and _POSTS.match(one.text) is not None)
    )
