import threading

import pytest
from policycheck_ui.jobs import Job, JobQueue

from policycheck.progress import Cancelled


@pytest.fixture
def queue(qtbot):
    made = JobQueue()
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: made.is_idle)


def test_progress_and_result_arrive_on_the_thread_of_the_window(qtbot, queue):
    worked_on, seen, got = [], [], []

    def work(progress):
        worked_on.append(threading.get_ident())
        progress(1, 2, "first")
        progress(2, 2, "last")
        return 42

    job = Job(work)
    job.progressed.connect(lambda *report: seen.append((*report, threading.get_ident())))
    job.succeeded.connect(lambda result: got.append((result, threading.get_ident())))
    with qtbot.waitSignal(job.finished):
        queue.submit(job)
    here = threading.get_ident()
    assert got == [(42, here)]
    assert worked_on != [here]
    assert seen == [(1, 2, "first", here), (2, 2, "last", here)]


def test_reports_that_come_too_fast_are_thinned_but_the_last_arrives(qtbot, queue):
    def work(progress):
        for done in range(20_001):
            progress(done, 20_000)

    seen = []
    job = Job(work)
    job.progressed.connect(lambda *report: seen.append(report))
    with qtbot.waitSignal(job.finished):
        queue.submit(job)
    assert seen[-1] == (20_000, 20_000, "")
    assert len(seen) < 2_000


def test_cancel_stops_the_work_at_its_next_report(qtbot, queue):
    reached = threading.Event()
    finished_normally = []

    def work(progress):
        reached.set()
        while True:
            progress(0, 0)
        finished_normally.append(True)

    job = Job(work)
    with qtbot.waitSignals([job.cancelled, job.finished]):
        queue.submit(job)
        reached.wait(5)
        job.cancel()
    assert not finished_normally


def test_a_job_cancelled_while_it_waits_never_starts(qtbot, queue):
    gate, started = threading.Event(), []
    first, second = Job(lambda _: gate.wait(5)), Job(lambda _: started.append(True))
    queue.submit(first)
    queue.submit(second)
    second.cancel()
    with qtbot.waitSignals([first.succeeded, second.cancelled, second.finished]):
        gate.set()
    assert started == []


def test_jobs_run_one_at_a_time_and_in_order(qtbot, queue):
    running, overlaps, order = [], [], []

    def work(name):
        def run(_):
            overlaps.extend(running)
            running.append(name)
            order.append(name)
            running.remove(name)

        return run

    with qtbot.waitSignal(queue.idle):
        for name in "abc":
            queue.submit(Job(work(name)))
    assert order == ["a", "b", "c"]
    assert overlaps == []


def test_a_failure_carries_the_error(qtbot, queue):
    def work(_):
        raise OSError("no such policy")

    errors = []
    job = Job(work)
    job.failed.connect(errors.append)
    with qtbot.waitSignal(job.finished):
        queue.submit(job)
    assert [(type(error), str(error)) for error in errors] == [(OSError, "no such policy")]


def test_work_that_raises_cancelled_itself_counts_as_cancelled(qtbot, queue):
    def work(_):
        raise Cancelled

    job = Job(work)
    with qtbot.waitSignals([job.cancelled, job.finished]):
        queue.submit(job)


def test_shutting_down_stops_everything(qtbot):
    queue = JobQueue()

    def work(progress):
        while True:
            progress(0, 0)

    for _ in range(3):
        queue.submit(Job(work))
    queue.shut_down()
    qtbot.waitUntil(lambda: queue.is_idle)
