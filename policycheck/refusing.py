"""What a decision must have, and what is said where it has not."""

from policycheck.domain.findings import Action, FindingKind
from policycheck.errors import UsageError


def named(by: str) -> str:
    """Return the name of the person who decides; UsageError where there is none."""
    if not by.strip():
        raise UsageError("A decision needs the name of the person who makes it.")
    return by.strip()


def refuse_unfit(action: Action, kind: FindingKind, note: str) -> None:
    """Raise UsageError where an action does not suit the kind of finding, or lacks the reason that it needs."""
    words = action.status.words
    if not action.suits(kind):
        only, this = (
            ("gaps", "a contradiction") if kind is FindingKind.CONFLICT else ("contradictions", "a gap")
        )
        raise UsageError(f"“{words}” is for {only}; this finding is {this}.")
    if action.needs_reason and not note.strip():
        raise UsageError(f"“{words}” needs a reason.", remedy="Say why in the note.")
