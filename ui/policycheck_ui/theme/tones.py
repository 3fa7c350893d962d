"""Our own colours, light, dark and in high contrast, named for what they are for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The colours of one theme as "#rrggbb", and the two pictures that come in its colours.

    `line` is decoration; `edge` bounds something one can use and has 3:1 to its surroundings. `mark` is the
    ground of the words that differ; `who`, `must` and `when` are the grounds of the parts of an obligation, and
    `here` that of the clause one is at. `off` is the text of what cannot be used now.
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
    off: str
    tick: str  # the picture in a ticked box, on the accent


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
    off="#818b99",
    tick="tick.svg",
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
    off="#7d8894",
    tick="tick.svg",
)

# High contrast: 7:1 for every word, and every bound as strong as the text.
CONTRAST_LIGHT = Tones(
    window="#ffffff",
    surface="#ffffff",
    alternate="#ffffff",
    button="#ffffff",
    line="#8c8c8c",
    edge="#000000",
    text="#000000",
    muted="#000000",
    accent="#00327d",
    accent_text="#ffffff",
    link="#00327d",
    mark="#ffec3d",
    mark_text="#000000",
    who="#b8dcff",
    must="#ffc9c4",
    when="#ffec3d",
    here="#e3efff",
    high="#8c0000",
    medium="#5c3200",
    low="#303030",
    good="#004d1a",
    chevron="chevron_light.svg",
    off="#767676",
    tick="tick.svg",
)

CONTRAST_DARK = Tones(
    window="#000000",
    surface="#000000",
    alternate="#000000",
    button="#000000",
    line="#707070",
    edge="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    accent="#ffe600",
    accent_text="#000000",
    link="#7fe9ff",
    mark="#ffe600",
    mark_text="#000000",
    who="#003d73",
    must="#730a00",
    when="#5c4600",
    here="#10253d",
    high="#ff9d94",
    medium="#ffc24d",
    low="#e0e0e0",
    good="#7dffa6",
    chevron="chevron_dark.svg",
    off="#8c8c8c",
    tick="tick_dark.svg",
)
