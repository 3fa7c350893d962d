"""Runs engine work off the window's thread, one job at a time, with progress and cancel."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from policycheck.progress import Cancelled, Progress

REPORT_EVERY = 0.04  # seconds: the engine may report thousands of times, the eye needs 25 a second


class Job(QObject):
    """One piece of work; its signals arrive on the thread that made it."""

    started = Signal()
    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._last_report = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report."""
        self._stop.set()

    def report(self, done: int, total: int, message: str = "", /) -> None:
        """Serve as the engine's `Progress`; reports that come too fast are dropped, never the last."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last_report >= REPORT_EVERY:
            self._last_report = now
            self.progressed.emit(done, total, message)

    def run(self) -> None:
        """Do the work and emit exactly one outcome, then `finished`."""
        try:
            if self._stop.is_set():
                raise Cancelled  # it was cancelled while it waited for its turn
            self.started.emit()
            result = self._work(self.report)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self.finished.emit()


class JobQueue(QObject):
    """Runs jobs one at a time, so that only one writes to the workspace."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A thread of Python's own: Qt's pool frees its QRunnables behind Python's back, and a later object that
        # gets the same address is then taken for the dead one.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._jobs: list[Job] = []

    @property
    def is_idle(self) -> bool:
        return not self._jobs

    def submit(self, job: Job) -> Job:
        """Queue a job and keep it alive until it has finished."""
        self._jobs.append(job)
        job.finished.connect(lambda: self._forget(job))
        self._worker.submit(job.run)
        return job

    @property
    def waiting(self) -> int:
        """How many jobs wait for the one that runs."""
        return max(len(self._jobs) - 1, 0)

    def cancel_current(self) -> None:
        """Ask the job that runs to stop; those that wait go on."""
        if self._jobs:
            self._jobs[0].cancel()

    def cancel_all(self) -> None:
        """Ask every job, running or waiting, to stop."""
        for job in self._jobs:
            job.cancel()

    def shut_down(self) -> None:
        """Cancel everything and wait until the worker has stopped."""
        self.cancel_all()
        self._worker.shutdown(wait=True)

    def _forget(self, job: Job) -> None:
        self._jobs.remove(job)
        if not self._jobs:
            self.idle.emit()
