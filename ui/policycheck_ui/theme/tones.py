"""Our own light and dark colours, named for what they are for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The colours of one theme as "#rrggbb", and the one picture that comes in its colours.

    `line` is decoration; `edge` bounds something one can use and has 3:1 to its surroundings. `mark` is the
    ground of the words that differ; `who`, `must` and `when` are the grounds of the parts of an obligation, and
    `here` that of the clause one is at.
    """

    window: str
    surface: str
    alternate: str
    button: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_text: str
    link: str
    mark: str
    mark_text: str
    who: str
    must: str
    when: str
    here: str
    high: str
    medium: str
    low: str
    good: str
    chevron: str  # the picture of the arrow of a combo box


LIGHT = Tones(
    window="#f2f4f7",
    surface="#ffffff",
    alternate="#f7f8fa",
    button="#fbfcfd",
    line="#d3d9e1",
    edge="#818b99",
    text="#1b2430",
    muted="#4d596a",
    accent="#1a5fa8",
    accent_text="#ffffff",
    link="#1a5fa8",
    mark="#ffe7a0",
    mark_text="#1b2430",
    who="#cfe6ff",
    must="#ffd9d6",
    when="#ffe7a0",
    here="#eef4fb",
    high="#b3261e",
    medium="#8a5300",
    low="#4d596a",
    good="#1e6b3a",
    chevron="chevron_light.svg",
)

DARK = Tones(
    window="#1d2126",
    surface="#15181c",
    alternate="#1a1e23",
    button="#2b3138",
    line="#3b434d",
    edge="#7d8894",
    text="#eef1f4",
    muted="#b0bac5",
    accent="#2670bd",
    accent_text="#ffffff",
    link="#7ab8f5",
    mark="#5c4a0d",
    mark_text="#fff3cf",
    who="#123f6b",
    must="#6b211c",
    when="#5c4a0d",
    here="#1f2a36",
    high="#ff8f86",
    medium="#f5b651",
    low="#b0bac5",
    good="#7bd49a",
    chevron="chevron_dark.svg",
)
