"""The documentation, held against the program: commands, options, targets, links, dependencies."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from policycheck.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "corpus/README.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())

COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
_CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def code_in(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [(inline or block).split("  #")[0].strip() for inline, block in _CODE.findall(text)]


def shown_commands(page: Path) -> list[list[str]]:
    lines = [code for code in code_in(page) if re.match(r"policycheck [a-z]", code)]
    return [shlex.split(line.replace("[", "").replace("]", ""))[1:] for line in lines]


def anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@each_page
def test_every_command_shown_exists_with_its_options(page: Path) -> None:
    for name, *arguments in shown_commands(page):
        assert name in COMMANDS, f"policycheck {name}"
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        unknown = {a for a in arguments if a.startswith("-")} - options
        assert not unknown, f"policycheck {name}: {unknown}"


def test_the_readme_shows_every_command() -> None:
    assert {command[0] for command in shown_commands(ROOT / "README.md")} == set(COMMANDS)


@each_page
def test_every_make_target_shown_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {code.split()[1] for code in code_in(page) if re.match(r"make [a-z]", code)}
    assert shown <= targets


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target), link


def test_architecture_names_every_dependency_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(one for group in project["dependency-groups"].values() for one in group),
    ]
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted}  # type: ignore[index]
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([\w.-]+) \| [^|]+ \| [^|]+ \|$", page, re.MULTILINE)
    assert set(listed) - {"package"} == names


def test_the_architecture_page_fits_its_layers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [c["layers"] for c in project["tool"]["importlinter"]["contracts"] if c["id"] == "layers"]
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawing = page.split("## Layers")[1].split("The stages share")[0]
    for layer in layers:
        for module in re.findall(r"\w+", layer):
            assert re.search(rf"\b{module}\b", drawing), module
