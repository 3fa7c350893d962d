"""Decisions and history, which are only ever added to, and the workspace's settings."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from policycheck.domain.findings import Action, Decision, Event
from policycheck.store.connection import storable
from policycheck.store.schema import decision, history, setting

_WHAT = {
    Action.ACCEPT: "finding accepted",
    Action.DISMISS: "finding dismissed",
    Action.DEFER: "finding deferred",
    Action.RESOLVE: "finding resolved",
    Action.REOPEN: "finding reopened",
}


def add_decision(connection: sa.Connection, made: Decision) -> None:
    """Add a decision, and the line of history that tells of it."""
    connection.execute(
        decision.insert().values(
            finding=made.finding,
            action=made.action,
            by=storable(made.by),
            at=made.at.isoformat(),
            stamp=made.stamp,
            note=storable(made.note),
        )
    )
    add_event(
        connection,
        Event(at=made.at, what=_WHAT[made.action], subject=made.finding, by=made.by, detail=made.note),
    )


def select_decisions(connection: sa.Connection) -> list[Decision]:
    """Return every decision, the earliest first."""
    return [
        Decision(
            finding=row.finding,
            action=Action(row.action),
            by=row.by,
            at=datetime.fromisoformat(row.at),
            stamp=row.stamp,
            note=row.note,
        )
        for row in connection.execute(sa.select(decision).order_by(decision.c.id))
    ]


def add_event(connection: sa.Connection, event: Event) -> None:
    """Add a line of history."""
    connection.execute(
        history.insert().values(
            at=event.at.isoformat(),
            what=storable(event.what),
            subject=storable(event.subject),
            by=storable(event.by),
            detail=storable(event.detail),
        )
    )


def select_history(connection: sa.Connection) -> list[Event]:
    """Return the whole history, the earliest first."""
    return [
        Event(
            at=datetime.fromisoformat(row.at),
            what=row.what,
            subject=row.subject,
            by=row.by,
            detail=row.detail,
        )
        for row in connection.execute(sa.select(history).order_by(history.c.id))
    ]


def read_setting(connection: sa.Connection, name: str, default: Any) -> Any:
    """Return a setting's JSON value, or `default`."""
    row = connection.execute(sa.select(setting.c.value).where(setting.c.name == name)).first()
    return default if row is None else row.value


def write_setting(connection: sa.Connection, name: str, value: Any) -> None:
    """Write a setting in place of its earlier value."""
    statement = upsert(setting).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
