"""Nothing leaves the computer: import, check, search and every report with the network torn out."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.embedding import TunedMiniLM
from policycheck.reading import choose_source_kind
from policycheck.reports import FORMATS
from policycheck.samples import sample_corpus
from policycheck.workspace import Workspace

FILES = (
    "legislation/sample-complaints-regulations.md",
    "legislation/sample-records-regulations.xml",
    "local_policies/allegations-procedure.html",
    "local_policies/complaints-and-representations-policy.pdf",
    "local_policies/missing-children-policy.docx",
)


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Refuse and list every try to reach another computer: a library may swallow the refusal."""
    tried: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        tried.append(repr(arguments))
        raise OSError("there is no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    yield tried


def test_the_guard_holds(attempts: list[str]) -> None:
    with pytest.raises(OSError, match="no network"):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as one, pytest.raises(OSError, match="no network"):
        one.connect(("127.0.0.1", 9))
    assert len(attempts) == 2


def test_everything_works_without_a_network(attempts: list[str], tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(sample_corpus() / name, tmp_path / name)
    # A model of its own, because loading it must not reach out either.
    with Workspace.create(tmp_path / "w.policycheck", embedder=TunedMiniLM()) as workspace:
        read = workspace.add([tmp_path / "legislation"], choose=choose_source_kind)
        read += workspace.add([tmp_path / "local_policies"], kind=DocumentKind.POLICY)
        assert [r.status for r in read] == [ReadStatus.READ] * len(FILES), [r.message for r in read]
        summary = workspace.check()
        assert summary.obligations > 0
        assert workspace.findings()
        assert workspace.search("complaint", k=3)
        for name in FORMATS:
            report = tmp_path / f"report.{name}"
            workspace.export(name, report)
            assert report.stat().st_size > 0
    assert attempts == []
