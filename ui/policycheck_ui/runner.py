"""Runs operations on the worker and brings their results, errors and new snapshots to the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from policycheck.progress import Progress
from policycheck_ui import operations
from policycheck_ui.errors import Level, Notice, describe
from policycheck_ui.jobs import Job, JobQueue
from policycheck_ui.operations import Operation
from policycheck_ui.snapshot import Snapshot, read_snapshot

if TYPE_CHECKING:
    from policycheck.workspace import Workspace

Result = TypeVar("Result")


class Runner(QObject):
    """One operation at a time, the others wait; every signal arrives on the window's thread."""

    started = Signal(str)
    queued = Signal(object)  # the titles of those that wait
    progressed = Signal(int, int, str)
    busy_changed = Signal(bool)
    noticed = Signal(object)
    refreshed = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace: Workspace | None = None
        self._queue = JobQueue(self)
        self._queue.idle.connect(self.idle)
        self._loud: dict[Job, str] = {}

    @property
    def is_busy(self) -> bool:
        """Whether something that takes its time is running or waiting."""
        return bool(self._loud)

    @property
    def is_idle(self) -> bool:
        return self._queue.is_idle

    def run(
        self,
        operation: Operation[Result],
        then: Callable[[Result], object] = lambda _: None,
        *,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Run an operation; `then` gets its result, `otherwise` is called when it failed."""
        job = Job(lambda progress: self._work(operation, progress), self)

        def succeed(outcome: tuple[Result, Snapshot | None]) -> None:
            result, snapshot = outcome
            if snapshot is not None:
                self.refreshed.emit(snapshot)
            notice = operation.done(result)
            if notice is not None:
                self.noticed.emit(notice)
            then(result)

        def fail(error: Exception) -> None:
            self._catch_up(operation)
            self.noticed.emit(describe(error))
            otherwise()

        def stop() -> None:
            self._catch_up(operation)
            text = f"{operation.title} was stopped. What was finished is kept."
            self.noticed.emit(Notice(level=Level.INFO, text=text))

        job.succeeded.connect(succeed)
        job.failed.connect(fail)
        job.cancelled.connect(stop)
        job.finished.connect(job.deleteLater)
        if not operation.quiet:
            self._announce(operation, job)
        self._queue.submit(job)

    def titles(self) -> list[str]:
        """Return what is running and what waits, in order, without what is over in a blink."""
        return list(self._loud.values())

    def cancel_current(self) -> None:
        """Ask what runs to stop; what waits goes on."""
        self._queue.cancel_current()

    def cancel(self) -> None:
        """Ask whatever runs or waits to stop."""
        self._queue.cancel_all()

    def shut_down(self) -> None:
        """Stop everything and wait for the worker."""
        self._queue.shut_down()

    def _announce(self, operation: Operation[Result], job: Job) -> None:
        job.started.connect(lambda: self.started.emit(operation.title))
        job.started.connect(self._tell_queue)
        job.progressed.connect(self.progressed)
        job.finished.connect(lambda: self._quieten(job))
        self._loud[job] = operation.title
        if len(self._loud) == 1:
            self.started.emit(operation.title)
        self._tell_queue()
        self.busy_changed.emit(True)

    def _quieten(self, job: Job) -> None:
        del self._loud[job]
        self._tell_queue()
        self.busy_changed.emit(bool(self._loud))

    def _tell_queue(self) -> None:
        self.queued.emit(self.titles()[1:])

    def _work(self, operation: Operation[Result], progress: Progress) -> tuple[Result, Snapshot | None]:
        result = operation.work(progress)
        if operation.refreshes and self.workspace is not None:
            return result, read_snapshot(self.workspace)
        return result, None

    def _catch_up(self, operation: Operation[Result]) -> None:
        """Show what an operation that broke off has changed all the same."""
        if operation.refreshes and operation.title != operations.REFRESHING:
            self.run(operations.refresh())
