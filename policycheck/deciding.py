"""What a decision must bring: a name, a reason where it needs one, and something that it suits."""

from collections.abc import Iterable, Mapping

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action, FindingKind
from policycheck.domain.scopes import ScopeDecision
from policycheck.errors import UsageError, WorkspaceError


def named(by: str) -> str:
    """Return the name of who decides; raises UsageError where it is blank."""
    if not by.strip():
        raise UsageError("A decision needs the name of the person who makes it.")
    return by.strip()


def refuse_unfit(action: Action, kind: FindingKind, note: str) -> None:
    """Raise UsageError where an action is not for this kind of finding, or lacks its reason; else do nothing."""
    words = action.status.words
    if not action.suits(kind):
        only, this = (
            ("gaps", "a contradiction") if kind is FindingKind.CONFLICT else ("contradictions", "a gap")
        )
        raise UsageError(f"“{words}” is for {only}; this finding is {this}.")
    if action.needs_reason and not note.strip():
        raise UsageError(f"“{words}” needs a reason.", remedy="Say why in the note.")


def refuse_unfit_pairs(said: Iterable[ScopeDecision], kinds: Mapping[str, DocumentKind]) -> None:
    """Raise WorkspaceError where a document is not there, UsageError where one is no source or no policy."""
    for made in said:
        for path in (made.source, made.policy):
            if path not in kinds:
                raise WorkspaceError(f"The workspace has no document {path}.")
        if not kinds[made.source].is_source:
            raise UsageError(f"{made.source} is a local policy, not a source.")
        if kinds[made.policy].is_source:
            raise UsageError(f"{made.policy} is a source, not a local policy.")
