"""What a policy tells, as against what it asks: narrative subjects, and the documents whose contents it sets."""

from collections.abc import Callable, Sequence

from policycheck.lexicon.roles import find_roles
from policycheck.obligations.promises import is_purpose
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject
from policycheck.obligations.vocabulary import word_set

_CONTENT_DOCUMENTS = word_set("content_documents", "narrative")
_HEDGES = word_set("hedges", "narrative")
_OPENINGS = word_set("openings", "narrative")
_OWN_TEXT = word_set("own_text", "narrative")


def is_narrative(tokens: Sequence[Token], subject: Subject, *, timed: Callable[[], bool]) -> bool:
    """Tell whether a sentence with this subject only tells how things are."""
    words = subject.text.lower().replace("’", "'").split()
    if words[0] in _HEDGES or is_purpose(subject.text):
        return True
    if words[0] in ("this", "it", "that", "which", "what") or words == ["these"]:
        return len(words) == 1 or not timed()
    if any(token.low in _HEDGES for token in tokens[subject.end : subject.end + 3]):
        return True
    opening = " ".join(token.low for token in tokens[:3])
    if any(opening.startswith(phrase) for phrase in _OPENINGS):
        return True
    return (
        words[-1].removesuffix("'s") in _OWN_TEXT
        and (len(words) == 1 or words[0] in ("our", "the", "this"))
        and not timed()
    )


def is_child(phrase: str) -> bool:
    """Tell whether a phrase names a child: what children do is told, not asked."""
    return find_roles(phrase)[:1] == ("child",)


def is_content_document(words: list[str]) -> bool:
    """Tell whether the words name a record or a plan, whose contents a rule can set."""
    head = words[-1]
    return head in _CONTENT_DOCUMENTS or head.removesuffix("s") in word_set("content_documents", "narrative")
