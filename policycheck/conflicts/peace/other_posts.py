"""Ages of two posts: that a skipper is 21 and a deckhand 17 is no two ages for one thing."""

import re

from policycheck.conflicts.pair import Objection
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.roles import has_job, is_post
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.holders.independence import anybody, are_two_posts, holder_of
from policycheck.matching.holders.names import may_be_one

# A table of posts names each by the column.
_POSTS = re.compile(r"(?:post|role|position|job|rank|grade)s?\b[^;:]*:", re.IGNORECASE)


# "Nobody under 21 is taken on as a skipper."
_TAKEN_ON = re.compile(
    r"\b(?:appoint(?:s|ed)?|employ(?:s|ed)?|engaged?|recruit(?:s|ed)?|hired?|elected|chosen|take[ns]?\son|accepted|acts?|serves?|works?)\s"
    r"(?:[\w’'-]+\s){0,2}?as\s(?:an?\s|the\s|our\s|its\s)?(?P<post>[a-z][\w’'-]*(?:\s(?!of\b|who\b|if\b|unless\b|until\b)[a-z][\w’'-]*)?)",
    re.IGNORECASE,
)


def are_ages_of_two_posts(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether two ages are each of a post that is plainly named, and not of one by two names."""
    if objection.type is not ConflictType.AGE:
        return False
    ours, theirs = _post(a), _post(b)
    return bool(ours and theirs) and are_two_posts(ours, theirs) and not may_be_one(ours, theirs)


def _post(one: Statement) -> str:
    """Return the post that a statement is about, where it plainly names one: whoever is taken on, or who acts."""
    taken_on = _TAKEN_ON.search(one.text)
    if taken_on:
        post = taken_on["post"]
        return post if frozenset(content_words(post)) - anybody() else ""
    if one.is_row and _POSTS.match(one.text):
        return one.text.partition(";")[0].partition(":")[2].strip()
    holder = holder_of(one)
    return holder if is_post(holder) or has_job(holder) else ""
