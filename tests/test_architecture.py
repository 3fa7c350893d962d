"""The house rules that no reviewer should have to remember."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import api as importlinter

from policycheck.conflicts import RULES as REGISTERED

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "policycheck"
WINDOW = ROOT / "ui" / "policycheck_ui"
MODULES = sorted([*ENGINE.rglob("*.py"), *WINDOW.rglob("*.py")])
LONGEST = 400
HEAVY = ("torch", "PySide6", "faiss", "sentence_transformers", "transformers", "pdfplumber", "scipy")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_contracts_of_imports_are_kept() -> None:
    session = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
    assert importlinter.read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    path = f"{ROOT}{':' if sys.platform != 'win32' else ';'}{ROOT / 'ui'}"
    run = subprocess.run(
        [sys.executable, "-c", session],
        cwd=ROOT,
        env={"PYTHONPATH": path, "PATH": "", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sorted((ENGINE / "domain").glob("*.py")), ids=name_of)
def test_domain_imports_the_standard_library_only(path: Path) -> None:
    foreign = {
        name
        for name in imported_names(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("policycheck.domain")
    }
    assert not foreign


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_opens_with_a_sentence_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "no docstring"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", "?", "!", '"')), (
        "the first lines are no sentence"
    )
    assert len(text.splitlines()) <= LONGEST


@pytest.mark.parametrize("module", ["policycheck", "policycheck.cli"])
def test_importing_is_quick(module: str) -> None:
    show = f"import sys, {module}; print(*sorted(m.split('.')[0] for m in sys.modules))"
    run = subprocess.run([sys.executable, "-c", show], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(run.stdout.split())


RULES = sorted(p for p in (ENGINE / "conflicts" / "rules").glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_rule_says_what_it_does_and_why(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert "What it does:" in docstring
    assert "Why it matters:" in docstring


def test_every_rule_is_registered() -> None:
    assert {rule.__module__.rsplit(".", 1)[1] for rule in REGISTERED} == {path.stem for path in RULES}
    assert RULES


# Put together here, so that this file does not name them either.
_LOCAL = [f"/{folder}/" for folder in ("work", "tmp", "root", "home", "Users")]
_HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "hugging" + "face.co", "download.pytorch" + ".org"]
FORBIDDEN = re.compile("|".join(rf"(?<![\w.}}]){re.escape(text)}" for text in [*_LOCAL, *_HOSTS]))


def tracked_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_names_a_computer_or_a_registry() -> None:
    guilty = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        guilty += [f"{name_of(path)}: {found}" for found in set(FORBIDDEN.findall(text))]
    assert not guilty
