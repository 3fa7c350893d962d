"""What people say and what happened, which is only ever added to, and the workspace's settings."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from policycheck.domain.findings import Action, Assignment, Decision, Event
from policycheck.domain.scopes import ScopeDecision
from policycheck.store.connection import storable
from policycheck.store.schema import assignment, decision, history, scope_decision, setting

_WHAT = {
    Action.ACCEPT: "finding accepted",
    Action.DISMISS: "finding dismissed",
    Action.DEFER: "finding deferred",
    Action.RESOLVE: "finding resolved",
    Action.NOT_APPLICABLE: "finding marked not applicable",
    Action.BOTH_RIGHT: "both sides of a finding found right",
    Action.REOPEN: "finding reopened",
}
_MEANT = {True: "meant to meet", False: "not meant to meet", None: "as computed"}


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
            rule=made.rule,
        )
    )
    add_event(
        connection,
        Event(at=made.at, what=_WHAT[made.action], subject=made.finding, by=made.by, detail=made.note),
    )


def select_decisions(connection: sa.Connection, finding: str | None = None) -> list[Decision]:
    """Return every decision, or those on one finding, the earliest first."""
    query = sa.select(decision).order_by(decision.c.id)
    wanted = query if finding is None else query.where(decision.c.finding == finding)
    return [
        Decision(
            finding=row.finding,
            action=Action(row.action),
            by=row.by,
            at=datetime.fromisoformat(row.at),
            stamp=row.stamp,
            note=row.note,
            rule=row.rule,
        )
        for row in connection.execute(wanted)
    ]


def add_scope_decision(connection: sa.Connection, made: ScopeDecision) -> None:
    """Add what a person said of a source and a policy, and the line of history that tells of it."""
    connection.execute(
        scope_decision.insert().values(
            source=storable(made.source),
            policy=storable(made.policy),
            inside=made.inside,
            by=storable(made.by),
            at=made.at.isoformat(),
            note=storable(made.note),
        )
    )
    note = f": {made.note}" if made.note else ""
    detail = f"{_MEANT[made.inside]} {made.source}{note}"
    add_event(
        connection, Event(at=made.at, what="scope said", subject=made.policy, by=made.by, detail=detail)
    )


def select_scope_decisions(connection: sa.Connection) -> list[ScopeDecision]:
    """Return all that people said of sources and policies, the earliest first."""
    return [
        ScopeDecision(
            source=row.source,
            policy=row.policy,
            inside=row.inside,
            by=row.by,
            at=datetime.fromisoformat(row.at),
            note=row.note,
        )
        for row in connection.execute(sa.select(scope_decision).order_by(scope_decision.c.id))
    ]


def add_assignment(connection: sa.Connection, made: Assignment) -> None:
    """Add who looks after a finding, and the line of history that tells of it."""
    due = None if made.due is None else made.due.isoformat()
    connection.execute(
        assignment.insert().values(
            finding=made.finding,
            assignee=storable(made.assignee),
            due=due,
            by=storable(made.by),
            at=made.at.isoformat(),
        )
    )
    detail = f"{made.assignee or 'nobody'}, {f'due {due}' if due else 'no date'}"
    add_event(
        connection,
        Event(at=made.at, what="finding assigned", subject=made.finding, by=made.by, detail=detail),
    )


def select_assignments(connection: sa.Connection, finding: str | None = None) -> list[Assignment]:
    """Return who was to look after what, or after one finding, the earliest first."""
    query = sa.select(assignment).order_by(assignment.c.id)
    wanted = query if finding is None else query.where(assignment.c.finding == finding)
    return [
        Assignment(
            finding=row.finding,
            assignee=row.assignee,
            due=None if row.due is None else date.fromisoformat(row.due),
            by=row.by,
            at=datetime.fromisoformat(row.at),
        )
        for row in connection.execute(wanted)
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
