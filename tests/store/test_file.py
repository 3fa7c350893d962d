"""The workspace file under trouble: other programs, other files, other versions, crashes, threads."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.findings import (
    Action,
    Assignment,
    Decision,
    Event,
    FindingStatus,
    Sensitivity,
)
from policycheck.domain.scopes import ScopeDecision
from policycheck.errors import WorkspaceError
from policycheck.store import Store, connection, migrations, schema

ROOT = Path(__file__).parents[2]


def a_document(text="first", *, clauses=3, path="a.docx"):
    parts = tuple(Clause(id=f"c{number}", ref=f"{number}", text=text) for number in range(clauses))
    return Document(path=path, title=text, kind=DocumentKind.POLICY, clauses=parts, text=text)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "w.policycheck"


def raw(path, *statements):
    """Run statements as another program would; a statement that asks returns its rows."""
    database = sqlite3.connect(path)
    try:
        with database:
            return [database.execute(statement).fetchall() for statement in statements]
    finally:
        database.close()


def test_create_refuses_a_file_that_exists_and_leaves_it_alone(path):
    path.write_text("minutes of the meeting")
    with pytest.raises(WorkspaceError, match="exists already"):
        Store.create(path)
    assert path.read_text() == "minutes of the meeting"


def test_create_refuses_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(WorkspaceError, match="cannot be created"):
        Store.create(tmp_path / "nowhere" / "w.policycheck")


def test_open_refuses_a_file_that_is_not_there(path):
    with pytest.raises(WorkspaceError, match="does not exist"):
        Store.open(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"Dear all,\n" * 200, b"SQLite format 3\0" + b"\0" * 20])
def test_open_refuses_a_file_that_is_no_workspace(path, content):
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match="not a policycheck workspace"):
        Store.open(path)
    assert path.read_bytes() == content


def test_open_refuses_the_database_of_another_program_and_leaves_it_alone(path):
    raw(path, "CREATE TABLE document (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="not a policycheck workspace"):
        Store.open(path)
    assert path.read_bytes() == before


def test_open_refuses_a_file_of_a_newer_version(path):
    Store.create(path).close()
    raw(path, "INSERT INTO schema_version VALUES (99, 'tomorrow')")
    with pytest.raises(WorkspaceError, match="newer version"):
        Store.open(path)


def test_a_damaged_file_says_so(path):
    with Store.create(path) as store:
        store.save_document(a_document("words " * 2000, clauses=50), [])
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 8192 - 4096)
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match="damaged"), Store.open(path) as store:
        store.documents()


def test_a_file_that_another_program_is_writing_says_so(path, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with Store.create(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceError, match="open in another program"):
            store.save_document(a_document(), [])
        assert store.documents() == []  # readers go on
        other.execute("ROLLBACK")
        other.close()
        store.save_document(a_document(), [])
        assert store.documents() == [a_document()]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system's owner may write anywhere")
def test_a_file_that_may_not_be_written_says_so(path):
    Store.create(path).close()
    path.chmod(0o400)
    with pytest.raises(WorkspaceError, match="for writing"), Store.open(path) as store:
        store.save_document(a_document(), [])


def test_the_migrations_make_the_tables_that_the_program_uses(path):
    Store.create(path).close()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as opened:
        assert compare_metadata(MigrationContext.configure(opened), schema.metadata) == []
    engine.dispose()


def test_an_older_file_is_migrated_and_keeps_its_content(path, monkeypatch):
    with Store.create(path) as store:
        store.save_document(a_document(), [])

    def add_a_note(op):
        with op.batch_alter_table("document") as table:  # rebuilds the table: clauses must not go with it
            table.add_column(sa.Column("note", sa.Text))
            table.alter_column("title", nullable=True)

    later = (*migrations.MIGRATIONS, add_a_note)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    for _ in range(2):
        with Store.open(path) as store:
            assert store.documents() == [a_document()]
    [columns, versions] = raw(path, "PRAGMA table_info(document)", "SELECT version FROM schema_version")
    assert "note" in {column[1] for column in columns}
    assert versions == [(number,) for number in range(1, len(later) + 1)]


def test_a_file_from_before_standing_and_terms_reads_as_in_force(path, monkeypatch):
    monkeypatch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:4])
    connection.lay_out(path)
    raw(
        path,
        "INSERT INTO document VALUES (1, 'a.docx', 'first', 'policy', 'first', '', 'read', '[]')",
        "INSERT INTO clause VALUES (1, 0, 'c0', '0', 'first', '[]', NULL, 0, 0, 'paragraph', NULL, '', '[]', 0)",
    )
    monkeypatch.undo()
    with Store.open(path) as store:
        assert store.documents() == [a_document(clauses=1)]
    [clauses] = raw(path, "SELECT status, extent FROM clause")
    assert clauses == [("in force", "")]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    with Store.create(path) as store:
        store.save_document(a_document(), [])

    def half_way(op):
        op.create_table("extra", sa.Column("id", sa.Integer))
        op.execute("INSERT INTO no_such_table VALUES (1)")

    later = (*migrations.MIGRATIONS, half_way)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    with pytest.raises(WorkspaceError):
        Store.open(path)
    monkeypatch.undo()
    with Store.open(path) as store:
        assert store.documents() == [a_document()]
    assert raw(path, "SELECT name FROM sqlite_master WHERE name = 'extra'") == [[]]


@pytest.mark.parametrize("table", migrations.APPEND_ONLY)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {0} SET by = 'someone else'",
        "DELETE FROM {0}",
        "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
    ],
)
def test_decisions_and_history_cannot_be_changed_by_anyone(path, table, statement):
    with Store.create(path) as store:
        at = migrations.datetime.now(migrations.UTC)
        store.record_decision(Decision(finding="f", action=Action.ACCEPT, by="Ann", at=at, stamp="s"))
        store.record_scopes([ScopeDecision(source="s", policy="p", inside=True, by="Ann", at=at)])
        store.record_assignment(Assignment(finding="f", assignee="Bo", due=None, by="Ann", at=at))

        def said():
            return store.decisions(), store.scope_decisions(), store.assignments(), store.history()

        before = said()
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw(path, statement.format(table))
        assert said() == before
        store.record_event(Event(at=at, what="w", subject="s"))  # adding still works
        assert len(store.history()) == 4


def test_a_file_from_before_scope_by_hand_keeps_its_check_and_decisions(path, monkeypatch):
    monkeypatch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:5])
    connection.lay_out(path)
    payload = (
        '{"id": "f", "kind": "gap", "severity": "high", "confidence": 0.9, "message": "m", "stamp": "s",'
        ' "a": {"document": "act.xml", "ref": "1", "text": "must"}, "b": null, "verdict": "missing",'
        ' "reasons": [{"code": "no-clause", "message": "None."}]}'
    )
    raw(
        path,
        "INSERT INTO coverage VALUES (1, 'o', 'p.docx', 'missing', 1, 'high', 0.9, '[]', '[]')",
        f"INSERT INTO finding VALUES (1, 'f', '{payload}')",
        "INSERT INTO decision VALUES (1, 'f', 'accept', 'Ann', '2026-03-04T12:00:00+00:00', 's', 'why')",
        "INSERT INTO setting VALUES ('check', '\"before\"')",
    )
    monkeypatch.undo()
    with Store.open(path) as store:
        [alignment], [finding], [decision] = store.coverage(), store.findings(), store.decisions()
        assert (alignment.in_scope, alignment.computed_scope) == (True, None)
        assert (finding.status, finding.topic, finding.assignee) == (FindingStatus.ACCEPTED, None, "")
        assert (decision.note, decision.rule, finding.rule) == ("why", "", "gap:missing:no-clause")
        assert (store.scope_decisions(), store.assignments(), store.computed_scopes()) == ([], [], [])
        assert (store.check_fingerprint(), store.sensitivity()) == ("before", Sensitivity.BALANCED)


CRASH = """
import os, sys
from pathlib import Path
from sqlalchemy import Engine, event
from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.store import Store

@event.listens_for(Engine, "before_cursor_execute")
def crash(connection, cursor, statement, parameters, context, executemany):
    if statement.startswith("INSERT INTO history"):
        os._exit(9)  # the document, its clauses and all are written by now, but not committed

clauses = tuple(Clause(id=str(n), ref=str(n), text="second " * 50) for n in range(5000))
whole = Document(path="a.docx", title="second", kind=DocumentKind.POLICY, clauses=clauses, text="second")
Store.open(Path(sys.argv[1])).save_document(whole, [])
"""


def test_a_crash_in_the_middle_of_a_save_leaves_the_old_document(path):
    with Store.create(path) as store:
        store.save_document(a_document("first"), [])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, "-c", CRASH, str(path)], env=environment, check=False)
    assert ended.returncode == 9
    with Store.open(path) as store:
        assert store.documents() == [a_document("first")]
        assert [one.what for one in store.history()] == ["document added"]


def test_a_reader_sees_whole_documents_while_another_thread_writes(path):
    with Store.create(path) as store:
        store.save_document(a_document("0", clauses=40), [])
        stop = threading.Event()
        failures = []

        def write():
            try:
                for number in range(30):
                    store.save_document(a_document(str(number), clauses=40), [])
            except Exception as error:
                failures.append(error)
            finally:
                stop.set()

        writer = threading.Thread(target=write)
        writer.start()
        seen = set()
        while not stop.is_set():
            [whole] = store.documents()
            assert len(whole.clauses) == 40
            assert {clause.text for clause in whole.clauses} == {whole.text}
            seen.add(whole.text)
        writer.join()
        assert failures == []
        assert store.documents() == [a_document("29", clauses=40)]


def test_two_threads_and_two_stores_may_write_at_once(path):
    with Store.create(path) as first, Store.open(path) as second:
        failures = []

        def write(store, name):
            try:
                for number in range(15):
                    store.save_document(a_document(path=f"{name}{number}"), [])
            except Exception as error:
                failures.append(error)

        threads = [
            threading.Thread(target=write, args=args) for args in ((first, "a"), (first, "b"), (second, "c"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert len(first.hashes()) == 45
