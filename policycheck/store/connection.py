"""Opening the SQLite file of a workspace, and what its errors mean for a person."""

import gc
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from policycheck.errors import WorkspaceError
from policycheck.store import migrations

APPLICATION_ID = 0x706F6C63  # "polc", in the header of every workspace file
BUSY_SECONDS = 5.0  # how long to wait for another program before saying so


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector of cycles: values read from rows have none, and it would look through all of them again
    and again, which took half the time of reading a hundred thousand.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def engine_for(path: Path, *, foreign_keys: bool = True, read_only: bool = False) -> sa.Engine:
    """Return an engine over the file, safe to use from several threads.

    Read only, it opens the file anew each time: whoever writes may end and leave another file beside it.
    """
    url = sa.URL.create("sqlite", database=str(path))
    if read_only:
        url = sa.URL.create("sqlite", database=path.absolute().as_uri(), query={"uri": "true", "mode": "ro"})
    engine = sa.create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS},
        poolclass=sa.NullPool if read_only else None,
        json_serializer=_compact_json,
        json_deserializer=_from_json,
    )

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where `begun` says, not where sqlite3 guesses
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous=NORMAL")

    def begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def storable(text: str) -> str:
    """Return `text` without half surrogates, which UTF-8 cannot hold; its length stays, so offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


def _compact_json(value: Any) -> str:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _from_json(text: str) -> Any:
    return [] if text == "[]" else json.loads(text)  # most lists of most clauses are empty


def lay_out(path: Path) -> None:
    """Make the empty file at `path` a workspace of the current version."""
    engine = engine_for(path, foreign_keys=False)
    try:
        with engine.connect() as connection:
            # outside a transaction: SQLite ignores these two inside one
            driver = connection.connection.driver_connection
            if driver is not None:
                driver.execute(f"PRAGMA application_id={APPLICATION_ID}")
                driver.execute("PRAGMA journal_mode=WAL")
            migrations.migrate(connection)
            connection.commit()
    finally:
        engine.dispose()


def bring_up_to_date(path: Path, *, read_only: bool = False) -> None:
    """Check that the file is a workspace that this version reads, and migrate an older one."""
    # a migration that rebuilds a table must not cascade
    engine = engine_for(path, foreign_keys=False, read_only=read_only)
    try:
        with engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
                raise not_a_workspace(path)
            version = migrations.version_of(connection)
            _refuse_newer(path, version)
        if version < len(migrations.MIGRATIONS):
            if read_only:
                raise in_use(path)
            with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection:
                migrations.migrate(connection)
                connection.commit()
    finally:
        engine.dispose()


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(migrations.MIGRATIONS):
        raise WorkspaceError(
            f"{path} was made by a newer version of policycheck "
            f"(file version {version}, this program reads up to {len(migrations.MIGRATIONS)}).",
            remedy="Install the newer version to open it.",
        )


def not_a_workspace(path: Path) -> WorkspaceError:
    """Return the error for a file that is something else."""
    return WorkspaceError(
        f"{path} is not a policycheck workspace.", remedy="Choose another file, or create a new workspace."
    )


def in_use(path: Path) -> WorkspaceError:
    """Return the error for a file that another program has for writing."""
    return WorkspaceError(
        f"{path} is open in another program.",
        remedy="Close it there and try again; until then it can be read here, not changed.",
    )


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn the database's own errors into a `WorkspaceError` that says what to do."""
    try:
        yield
    except IntegrityError:
        raise  # a mistake in the program, not in the file
    except (OperationalError, DatabaseError, sqlite3.DatabaseError) as error:
        raise _explained(path, str(getattr(error, "orig", None) or error)) from error


def _explained(path: Path, words: str) -> WorkspaceError:
    if "locked" in words or "busy" in words:
        return in_use(path)
    if "not a database" in words:
        return not_a_workspace(path)
    if "readonly" in words or "unable to open" in words:
        return WorkspaceError(
            f"{path} cannot be opened for writing.",
            remedy="Check that you may write to the file and its folder, or copy it elsewhere.",
        )
    if "full" in words:
        return WorkspaceError(
            f"{path} cannot grow: the disk is full.", remedy="Free some space and try again."
        )
    return WorkspaceError(f"{path} is damaged ({words}).", remedy="Open a backup copy of the workspace.")


def is_workspace(path: Path) -> bool:
    """Tell whether a file is an SQLite database, so that it can only be meant as a workspace."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
