"""Two programs with one workspace: one writes, the other reads, and nothing either was told is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.findings import Sensitivity
from policycheck.errors import WorkspaceError
from policycheck.store import Store

_COUNT = """
import sys
from pathlib import Path
from policycheck.store import Store
with Store.open(Path(sys.argv[1])) as store:
    print(len(store.documents()))
"""


_OWN = """
import os, sys
from pathlib import Path
from policycheck.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
if sys.stdin.readline() == "close\\n":
    store.close()
os._exit(0)
"""

A_DOCUMENT = Document(path="a", title="A", kind=DocumentKind.POLICY, clauses=())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "w.policycheck"
    Store.create(path).close()
    return path


@contextmanager
def another_program_with(path: Path) -> Iterator[Callable[[str], None]]:
    """Let another program open the workspace; what is yielded ends it, by "close" or by "crash"."""
    with subprocess.Popen(
        [sys.executable, "-c", _OWN, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == "open\n"

        def end(how: str) -> None:
            if other.poll() is None:
                other.communicate(f"{how}\n", timeout=120)

        yield end
        end("close")


def count_from_another_program(path: Path) -> int:
    run = subprocess.run(
        [sys.executable, "-c", _COUNT, str(path)], check=True, timeout=120, capture_output=True, text=True
    )
    return int(run.stdout)


def seen_by_another_program(path: Path, *, touched: bool) -> int:
    """Write a document after another program looked at the file, and return how many documents that one sees."""
    with Store.create(path) as store:
        store.documents()
        if touched:
            path.open("rb").close()
        assert count_from_another_program(path) == 0
        store.save_document(A_DOCUMENT, ())
        return count_from_another_program(path)


def test_a_second_program_sees_what_the_first_writes(tmp_path: Path) -> None:
    assert seen_by_another_program(tmp_path / "w.policycheck", touched=False) == 1


def test_it_does_so_too_when_this_program_opened_and_closed_the_file_besides(tmp_path: Path) -> None:
    assert seen_by_another_program(tmp_path / "w.policycheck", touched=True) == 1


def test_while_another_program_has_the_workspace_it_is_read_and_not_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policycheck.store.store.PATIENCE", 0.0)
    with another_program_with(path), Store.open(path) as store:
        store.save_vectors("m", {"k": np.ones(2, dtype=np.float32)})  # a search goes on without keeping them
        for change in (store.claim, lambda: store.save_document(A_DOCUMENT, ())):
            with pytest.raises(WorkspaceError, match="open in another program"):
                change()
        assert (store.documents(), store.vectors("m", ["k"])) == ([], {})


@pytest.mark.parametrize("how", ["close", "crash"])
def test_when_the_other_program_has_ended_this_one_writes_without_opening_anew(path: Path, how: str) -> None:
    with another_program_with(path) as end, Store.open(path) as store:
        assert store.documents() == []
        end(how)
        store.save_document(A_DOCUMENT, ())
        assert store.documents() == [A_DOCUMENT]
    assert count_from_another_program(path) == 1


def test_two_stores_of_one_program_both_write_until_the_last_is_closed(path: Path) -> None:
    with Store.open(path) as first:
        Store.open(path).close()
        first.save_document(A_DOCUMENT, ())
        with Store.open(path) as second:
            first.close()
            second.set_sensitivity(Sensitivity.THOROUGH)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_no_workspace_has_nothing_left_beside_it(tmp_path: Path) -> None:
    other = tmp_path / "minutes.txt"
    other.write_text("minutes")
    with pytest.raises(WorkspaceError, match="not a policycheck workspace"):
        Store.open(other)
    assert list(tmp_path.iterdir()) == [other]
