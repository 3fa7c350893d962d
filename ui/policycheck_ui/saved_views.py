"""Filters kept under a name: those that come with the program, and the user's own in the preferences."""

import json

from policycheck.domain.findings import FindingKind, FindingStatus
from policycheck_ui.models.findings_filter import TO_DECIDE, Wanted, from_json, only, to_json
from policycheck_ui.preferences import Preferences

BUILT_IN: dict[str, Wanted] = {
    "To decide": only(),
    "High severity, to decide": only().having("severity", {"high"}),
    "Gaps, to decide": only(kind=FindingKind.GAP),
    "Contradictions, to decide": only(kind=FindingKind.CONFLICT),
    "Deferred": only(statuses={FindingStatus.DEFERRED}),
    "Lapsed": only(statuses={FindingStatus.LAPSED}),
    "Decided": only(statuses=set(FindingStatus) - TO_DECIDE),
    "Everything": Wanted(),
}
_KEY = "findings/views"


class SavedViews:
    """Named filters, by name; the user's own follow those that are built in."""

    def __init__(self, preferences: Preferences | None) -> None:
        self._preferences = preferences
        self._own = _read(preferences.text(_KEY)) if preferences else {}

    @property
    def own(self) -> dict[str, Wanted]:
        """The user's own views."""
        return dict(self._own)

    def all(self) -> dict[str, Wanted]:
        return BUILT_IN | self._own

    def name_of(self, wanted: Wanted) -> str:
        """Return the name under which a filter is kept, "" where it is not."""
        return next((name for name, kept in self.all().items() if kept == wanted), "")

    def save(self, name: str, wanted: Wanted) -> None:
        """Keep a filter under a name; a view of that name is replaced, a built-in one is not."""
        name = name.strip()
        if name and name not in BUILT_IN:
            self._own[name] = wanted
            self._write()

    def delete(self, name: str) -> None:
        """Forget a view of the user's own."""
        self._own.pop(name, None)
        self._write()

    def _write(self) -> None:
        if self._preferences is not None:
            kept = {name: to_json(wanted) for name, wanted in self._own.items()}
            self._preferences.set_text(_KEY, json.dumps(kept))


def _read(text: str) -> dict[str, Wanted]:
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    read = {str(name): from_json(str(line)) for name, line in kept.items()}
    return {name: wanted for name, wanted in read.items() if wanted is not None}
