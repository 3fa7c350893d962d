"""How a fixture is set: numbering, page, columns, running header and footer, tables."""

from dataclasses import dataclass

from fixtures_reading.model import Scheme

HEADER = "Riverside Borough Council"
FOOTER = "Version 2.1 approved in June"
MENU = ("Homepage", "Cookies", "Newsletter")
FURNITURE_WORDS = frozenset(
    ["riverside", "borough", "version", "approved", "homepage", "cookies", "newsletter"]
)
"""Words, in lower case, that stand in headers, footers and menus of the fixtures and nowhere else."""

PAGES = {"a4": (595.0, 842.0), "letter": (612.0, 792.0), "a5": (420.0, 595.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`automatic` numbers are computed by the producer; `hanging` ones stand in a margin of their own.

    `rules` of tables: "grid", "lines" (between rows only) or "none". `size` in points, `margin` in centimetres.
    """

    name: str
    scheme: Scheme
    automatic: bool = False
    hanging: bool = True
    page: str = "a4"
    margin: float = 2.5
    size: float = 11.0
    columns: int = 1
    justify: bool = False
    header: bool = True
    footer: bool = True
    rules: str = "grid"
    serif: bool = False
    plain_headings: bool = False  # bold words where a heading style was due
    indented: bool = True  # list items stand further right than paragraphs


AUTOMATIC = Style(name="automatic", scheme=Scheme.DECIMAL, automatic=True)
LEGAL = Style(
    name="legal", scheme=Scheme.LEGAL, automatic=True, serif=True, justify=True, page="letter", size=10
)
TYPED = Style(
    name="typed", scheme=Scheme.DECIMAL, hanging=False, plain_headings=True, margin=2, indented=False
)
COLUMNS = Style(
    name="columns",
    scheme=Scheme.DECIMAL,
    columns=2,
    justify=True,
    size=9,
    margin=1.8,
    serif=True,
    automatic=True,
)
RUNNING = Style(
    name="running", scheme=Scheme.PLAIN, page="a5", margin=1.6, size=9.5, header=False, automatic=True
)
BARE = Style(name="bare", scheme=Scheme.NONE, header=False, footer=False, size=12, automatic=True)
HALF = Style(name="half", scheme=Scheme.HALF, size=10, rules="lines", serif=True, plain_headings=True)
SMALL = Style(
    name="small",
    scheme=Scheme.DECIMAL,
    page="a5",
    size=8,
    margin=1.2,
    hanging=False,
    justify=True,
    footer=False,
)
