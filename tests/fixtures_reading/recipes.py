"""The fixture documents: each policy in several styles by several producers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from fixtures_reading.contents import COMPLAINTS, HANDBOOK, MISSING, POLICIES, VISITS
from fixtures_reading.model import Expected, Policy, flatten
from fixtures_reading.office_files import convert, fonts_missing, office_program
from fixtures_reading.reportlab_pages import reportlab_file
from fixtures_reading.styles import (
    AUTOMATIC,
    BARE,
    COLUMNS,
    HALF,
    LEGAL,
    RUNNING,
    SMALL,
    TYPED,
    Style,
)
from fixtures_reading.typst_pages import typst_file
from fixtures_reading.web_pages import chromium_program, print_to_pdf, web_page
from fixtures_reading.word_files import word_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One fixture document. `through` is the format that LibreOffice converts from, empty for none."""

    producer: str
    format: str
    policy: Policy
    style: Style
    through: str = ""
    furniture: bool = True

    @property
    def name(self) -> str:
        origin = f"-from-{self.through}" if self.through else ""
        return f"{self.producer}-{self.format}{origin}-{self.policy.name}-{self.style.name}"

    @property
    def expected(self) -> tuple[Expected, ...]:
        return flatten(self.policy, self.style.scheme)[1]


def _each(
    producer: str, form: str, pairs: Iterable[tuple[Policy, Style]], *, through: str = ""
) -> list[Recipe]:
    return [
        Recipe(producer=producer, format=form, policy=policy, style=style, through=through)
        for policy, style in pairs
    ]


def _all(*styles: Style) -> list[tuple[Policy, Style]]:
    return [(policy, style) for style in styles for policy in POLICIES]


_LINED = replace(AUTOMATIC, name="lined", rules="lines")
_UNRULED = replace(LEGAL, name="unruled", rules="none", margin=3, header=False)

RECIPES: tuple[Recipe, ...] = (
    *_each("python-docx", "docx", _all(AUTOMATIC, LEGAL, TYPED)),
    *_each(
        "python-docx", "docx", [(VISITS, RUNNING), (MISSING, RUNNING), (COMPLAINTS, BARE), (MISSING, HALF)]
    ),
    *_each("libreoffice", "pdf", _all(AUTOMATIC, COLUMNS, TYPED), through="docx"),
    *_each("libreoffice", "pdf", [(VISITS, RUNNING), (COMPLAINTS, BARE), (MISSING, LEGAL)], through="docx"),
    *_each("libreoffice", "odt", _all(AUTOMATIC), through="docx"),
    *_each("libreoffice", "odt", [(VISITS, RUNNING), (MISSING, LEGAL)], through="html"),
    *_each("libreoffice", "html", _all(TYPED), through="docx"),
    *_each("libreoffice", "docx", _all(TYPED), through="html"),
    *_each("typst", "pdf", _all(AUTOMATIC, TYPED, COLUMNS, SMALL)),
    *_each("typst", "pdf", [(COMPLAINTS, _LINED), (VISITS, RUNNING), (MISSING, HALF), (COMPLAINTS, BARE)]),
    *_each("reportlab", "pdf", _all(AUTOMATIC, LEGAL, TYPED, COLUMNS)),
    *_each(
        "reportlab", "pdf", [(COMPLAINTS, _UNRULED), (VISITS, HALF), (MISSING, RUNNING), (HANDBOOK, SMALL)]
    ),
    *_each("chromium", "pdf", _all(AUTOMATIC, COLUMNS)),
    *_each("chromium", "pdf", [(VISITS, RUNNING), (MISSING, LEGAL), (COMPLAINTS, TYPED), (HANDBOOK, SMALL)]),
    *_each("web page", "html", _all(AUTOMATIC, TYPED)),
    *_each("web page", "html", [(VISITS, RUNNING), (MISSING, LEGAL)]),
)

ALWAYS = ("python-docx", "typst", "reportlab", "web page")
"""Producers that every computer with the test packages has."""


def build_all(folder: Path) -> dict[str, Path | str]:
    """Build every recipe; return, by name, the file or the reason why it was not built."""
    return {
        **_build_direct(folder),
        **_build_with_office(folder),
        **_build_with_chromium(folder),
    }


def _build_direct(folder: Path) -> dict[str, Path | str]:
    made: dict[str, Path | str] = {}
    for recipe in RECIPES:
        build = _DIRECT.get(recipe.producer)
        if build is not None:
            path = folder / f"{recipe.name}.{recipe.format}"
            path.write_bytes(build(recipe))
            made[recipe.name] = path
    return made


def _word(recipe: Recipe) -> bytes:
    return word_file(flatten(recipe.policy, recipe.style.scheme)[0], recipe.style)


def _page(recipe: Recipe, *, menus: bool) -> bytes:
    parts = flatten(recipe.policy, recipe.style.scheme)[0]
    return web_page(parts, recipe.style, menus=menus).encode()


_DIRECT: dict[str, Callable[[Recipe], bytes]] = {
    "python-docx": _word,
    "typst": lambda recipe: typst_file(flatten(recipe.policy, recipe.style.scheme)[0], recipe.style),
    "reportlab": lambda recipe: reportlab_file(flatten(recipe.policy, recipe.style.scheme)[0], recipe.style),
    "web page": lambda recipe: _page(recipe, menus=True),
}


def _build_with_office(folder: Path) -> dict[str, Path | str]:
    own = [recipe for recipe in RECIPES if recipe.producer == "libreoffice"]
    program = office_program()
    if program is None:
        return {recipe.name: "LibreOffice is not installed" for recipe in own}
    made: dict[str, Path | str] = {}
    if fonts := fonts_missing():
        made = {recipe.name: fonts for recipe in own if recipe.format == "pdf"}
        own = [recipe for recipe in own if recipe.format != "pdf"]
    for route in sorted({(recipe.through, recipe.format) for recipe in own}):
        sources, target = folder / f"{route[0]}-to-{route[1]}", folder / f"office-{route[0]}-{route[1]}"
        sources.mkdir(exist_ok=True)
        target.mkdir(exist_ok=True)
        batch = [recipe for recipe in own if (recipe.through, recipe.format) == route]
        for recipe in batch:
            data = _word(recipe) if recipe.through == "docx" else _page(recipe, menus=False)
            (sources / f"{recipe.name}.{recipe.through}").write_bytes(data)
        convert(program, sorted(sources.iterdir()), route[1], target, web=route[0] == "html")
        for recipe in batch:
            path = target / f"{recipe.name}.{recipe.format}"
            made[recipe.name] = path if path.exists() else "LibreOffice did not write the file"
    return made


def _build_with_chromium(folder: Path) -> dict[str, Path | str]:
    own = [recipe for recipe in RECIPES if recipe.producer == "chromium"]
    program = chromium_program()
    if program is None:
        return {recipe.name: "Chromium is not installed" for recipe in own}
    if fonts := fonts_missing():
        return dict.fromkeys((recipe.name for recipe in own), fonts)
    pages = folder / "printed"
    pages.mkdir(exist_ok=True)
    made: dict[str, Path | str] = {}
    for recipe in own:
        page = pages / f"{recipe.name}.html"
        page.write_bytes(_page(recipe, menus=False))
        print_to_pdf(program, page, furniture=recipe.style.header, profile=folder / "chromium-profile")
        made[recipe.name] = page.with_suffix(".pdf")
    return made
