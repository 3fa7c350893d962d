"""The keys that act while the list of findings has the focus: what they are now, and how to change them."""

import json
from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence

from policycheck_ui.actions import ACTIONS, ActionSpec
from policycheck_ui.preferences import Preferences

_KEYS = "findings/keys"
SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in ACTIONS if spec.list_key}
DEFAULTS: dict[str, str] = {name: spec.list_key for name, spec in SPECS.items()}


class ListKeys:
    """Each action's key in the list; single letters can be changed, or switched off altogether."""

    def __init__(self, preferences: Preferences, actions: Mapping[str, QAction]) -> None:
        self._preferences = preferences
        self._actions = actions
        self._changed = _read(preferences.text(_KEYS))
        self.apply()

    @property
    def is_on(self) -> bool:
        """Whether single letters act at all."""
        return self._preferences.settings().single_keys

    def keys(self) -> dict[str, str]:
        """Return each action's key, "" where it has none."""
        return DEFAULTS | self._changed

    def change(self, keys: Mapping[str, str], *, is_on: bool) -> None:
        """Use other keys from now on, and remember them."""
        self._changed = {name: key for name, key in keys.items() if DEFAULTS.get(name, key) != key}
        self._preferences.set_text(_KEYS, json.dumps(self._changed))
        self._preferences.set("single_keys", is_on)
        self.apply()

    def apply(self) -> None:
        """Give the actions their keys, and the tooltips the words for them."""
        for name, key in self.keys().items():
            action = self._actions[name]
            action.setShortcut(QKeySequence(key if self.is_on else ""))
            shown = f" ({key} in the list)" if key and self.is_on else ""
            action.setToolTip(f"{SPECS[name].tooltip}{shown}")
            action.setStatusTip(action.toolTip())


def clashes(keys: Mapping[str, str]) -> set[str]:
    """Return the keys that stand for more than one action."""
    used = [key for key in keys.values() if key]
    return {key for key in used if used.count(key) > 1}


def _read(text: str) -> dict[str, str]:
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: key for name, key in kept.items() if name in SPECS and isinstance(key, str)}
