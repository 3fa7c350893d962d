"""The figures that judgement rests on, each with where it comes from; and, apart from them, what a user may set."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from policycheck.domain.findings import FindingKind, Sensitivity


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Thresholds on probabilities and closeness; chosen on the labelled fields, the sample among them."""

    same_act: float = 0.3
    unsure: float = 0.1
    evidence_depth: int = 5
    answer: float = 0.15
    answer_share: float = 0.4
    policies_meet: float = 0.53
    may_contradict: float = 0.15
    despite_rivals: float = 0.5
    read_together: float = 0.2
    doubted: float = 0.8
    contradiction: float = 0.3
    breaks: float = 0.7
    may_break: float = 0.5
    may_be_copies: float = 0.5
    other_trigger: float = 0.45
    surely: float = 0.85
    near_enough: float = 0.45
    scope_close: float = 0.445
    scope_cited: float = 0.345
    scope_cited_large: float = 0.485
    scope_not_cited: float = 0.53
    scope_plain: float = 0.58


JUDGEMENT = Judgement()

# The confidence from which a finding is shown: the curve is in docs/quality.md. "thorough" shows all that is kept.
SHOWN_FROM: Mapping[Sensitivity, Mapping[FindingKind, float]] = MappingProxyType(
    {
        Sensitivity.CAREFUL: {FindingKind.GAP: 0.6, FindingKind.CONFLICT: 0.7},
        Sensitivity.BALANCED: {FindingKind.GAP: 0.0, FindingKind.CONFLICT: 0.5},
        Sensitivity.THOROUGH: {FindingKind.GAP: 0.0, FindingKind.CONFLICT: 0.0},
    }
)


# What judges, and therefore decides whether a kept result still holds.
_JUDGING = ("alignment", "conflicts", "domain", "lexicon", "matching", "obligations", "segmentation", "whose")
_WIRING = (
    *("assembling.py", "checking.py", "comparing.py", "findings.py", "settings.py", "topics.py"),
    "embedding/cross_encoder.py",  # names the hash of its layers
)


@cache
def engine() -> str:
    """Return a hash of the code and vocabulary that judge: part of the key of every kept result.

    A new version of the program therefore judges anew by itself, and nobody has to remember to say so.
    """
    root = Path(__file__).parent
    judging = [path for folder in _JUDGING for path in sorted((root / folder).rglob("*.*"))]
    digest = hashlib.sha256()
    for path in (*judging, *(root / name for name in _WIRING)):
        if path.samefile(__file__):
            digest.update(repr(JUDGEMENT).encode())  # what a user may set, further down, judges nothing
        elif path.suffix in (".py", ".toml", ".json"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


# What a user may set. The preferences dialog is made from this section: a setting is one field and nothing else.

Value = bool | int | str


class SettingKind(Enum):
    """How a setting is asked for."""

    SWITCH = "switch"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting as data: `choices` maps values to their words; `low`, `high` and `step` bound a number."""

    name: str = ""
    kind: SettingKind
    default: Value
    group: str
    label: str
    help: str
    choices: Mapping[str, str] = field(default_factory=dict)
    low: int = 0
    high: int = 0
    step: int = 1
    unit: str = ""

    def accept(self, value: object) -> Value:
        """Return a value kept as text or found in a file, or the default where it makes no sense."""
        text = str(value).strip()
        if self.kind is SettingKind.SWITCH:
            return {"true": True, "false": False}.get(text.casefold(), self.default)
        if self.kind is SettingKind.NUMBER:
            return min(max(int(text), self.low), self.high) if text.lstrip("-").isdecimal() else self.default
        if self.kind is SettingKind.CHOICE:
            return text if text in self.choices else self.default
        return text if value is not None else self.default


def _setting(kind: SettingKind, default: Value, group: str, label: str, help: str, **more: Any) -> Any:
    setting = Setting(kind=kind, default=default, group=group, label=label, help=help, **more)
    return field(default=default, metadata={"setting": setting})


_LOOKS, _DECIDING, _STARTING, _SEARCH, _HELP = "Looks", "Deciding", "Starting", "Search", "Help and log"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserSettings:
    """Everything a user may set, with what holds where nobody set anything."""

    scheme: str = _setting(
        SettingKind.CHOICE,
        "system",
        _LOOKS,
        "Theme",
        "The colours of the window. High contrast draws every word and every edge as strongly as can be.",
        choices={
            "system": "As the system",
            "light": "Light",
            "dark": "Dark",
            "contrast-light": "High contrast, light",
            "contrast-dark": "High contrast, dark",
        },
    )
    scale: int = _setting(
        SettingKind.NUMBER,
        100,
        _LOOKS,
        "Size of text",
        "Everything grows with the text. Ctrl and + or − change it from anywhere, Ctrl+0 sets it back.",
        low=100,
        high=200,
        step=10,
        unit=" %",
    )
    decider: str = _setting(
        SettingKind.TEXT,
        "",
        _DECIDING,
        "Reviewer",
        "Your name, kept with every decision. Left empty, it is the name you log in with.",
    )
    single_keys: bool = _setting(
        SettingKind.SWITCH,
        True,
        _DECIDING,
        "Single keys decide",
        "One letter decides on a finding while the list has the focus. Switch it off if letters "
        "are pressed by mistake, or if you speak to your computer.",
    )
    confirm_remove: bool = _setting(
        SettingKind.SWITCH,
        True,
        _DECIDING,
        "Ask before a document is removed",
        "Its findings go with it; the file itself always stays where it is.",
    )
    reopen_last: bool = _setting(
        SettingKind.SWITCH,
        False,
        _STARTING,
        "Open the last workspace",
        "Start where you left off instead of on the first page.",
    )
    show_tour: bool = _setting(
        SettingKind.SWITCH,
        True,
        _STARTING,
        "Offer the tour",
        "Five short steps through the window. It offers itself once and can be skipped.",
    )
    search_results: int = _setting(
        SettingKind.NUMBER,
        30,
        _SEARCH,
        "Clauses found",
        "How many clauses a search brings, nearest first.",
        low=10,
        high=200,
        step=10,
    )
    log_detail: str = _setting(
        SettingKind.CHOICE,
        "problems",
        _HELP,
        "Keep in the log",
        "The log stays on this computer and holds no text of your documents. It helps when something goes wrong.",
        choices={"problems": "Problems only", "steps": "Problems and what was started"},
    )

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> Self:
        """Return the settings kept under their names; what is not there or makes no sense is as it comes."""
        return cls(**{s.name: s.accept(kept[s.name]) for s in SETTINGS if kept.get(s.name) is not None})


SETTINGS = tuple(replace(part.metadata["setting"], name=part.name) for part in fields(UserSettings))
