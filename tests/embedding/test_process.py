"""The model in a process of its own: the same vectors, heard cancels, and no process left behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import numpy as np
import pytest

from policycheck.embedding import HashingEmbedder, ModelProcess, TunedMiniLM
from policycheck.errors import ModelError
from policycheck.progress import Cancelled

TEXTS = [f"The manager must keep record number {n} for {n} years." for n in range(300)]


class Hashing(HashingEmbedder):
    """Stands in for the model: quick to load, of the model's shape."""

    dimension = 384


class Absent(Hashing):
    def embed(self, texts, *, progress=None):
        raise ModelError("The language model is not installed.", remedy="Install it.")


class Dying(Hashing):
    """Dies in the child as a process killed for want of memory does; works where it is loaded instead."""

    def embed(self, texts, *, progress=None):
        if os.environ.get("POLICYCHECK_TEST_HOME") != str(os.getpid()):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().embed(texts)


class Slow(Hashing):
    def embed(self, texts, *, progress=None):
        time.sleep(1)
        return super().embed(texts)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(pid, seconds=30):
    end = time.monotonic() + seconds
    while is_running(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not is_running(pid)


@pytest.fixture
def process():
    made = ModelProcess(make=Hashing)
    yield made
    made.close()


def test_the_real_model_gives_the_same_vectors_in_its_process():
    asked = ModelProcess()
    try:
        texts = [*TEXTS[:150], "Short."]
        there, here = asked.embed(texts), TunedMiniLM().embed(texts)
    finally:
        asked.close()
    assert not asked.is_in_process
    np.testing.assert_allclose(there, here, atol=1e-6)
    assert (asked.name, asked.sha256, asked.dimension) == (
        TunedMiniLM.name,
        TunedMiniLM.sha256,
        TunedMiniLM.dimension,
    )


def test_the_real_model_reads_pairs_in_its_process():
    asked = ModelProcess()
    pairs = [(TEXTS[0], TEXTS[1]), (TEXTS[2], "Records are kept for a year.")]
    try:
        there, here = asked.read_pairs(pairs), TunedMiniLM().read_pairs(pairs)
    finally:
        asked.close()
    assert not asked.is_in_process
    np.testing.assert_allclose(there, here, atol=1e-5)


def test_nothing_starts_before_it_is_needed(process):
    assert process.pid is None
    assert process.embed([]).shape == (0, 384)
    assert process.pid is None
    process.embed(TEXTS[:2])
    assert process.pid is not None


def test_texts_keep_their_order_and_progress_is_told(process):
    seen = []
    vectors = process.embed(TEXTS, progress=lambda done, total, message="": seen.append((done, total)))
    np.testing.assert_array_equal(vectors, Hashing().embed(TEXTS))
    assert seen[0] == (0, 300)
    assert seen[-1] == (300, 300)


def test_warming_up_waits_for_nothing_and_changes_no_answer(process):
    process.warm_up()
    assert process.pid is not None
    np.testing.assert_array_equal(process.embed(TEXTS[:3]), Hashing().embed(TEXTS[:3]))


def test_a_cancel_is_heard_while_the_process_works_and_the_next_answer_is_its_own():
    slow = ModelProcess(make=Slow)
    calls = []

    def cancel_at_the_third(*report):
        calls.append(report)
        if len(calls) == 3:
            raise Cancelled

    try:
        with pytest.raises(Cancelled):
            slow.embed(["first"], progress=cancel_at_the_third)
        np.testing.assert_array_equal(slow.embed(["second"]), Hashing().embed(["second"]))
    finally:
        slow.close()


def test_a_missing_model_is_said_as_it_is_said_without_a_process():
    asked = ModelProcess(make=Absent)
    try:
        with pytest.raises(ModelError) as caught:
            asked.embed(["anything"])
    finally:
        asked.close()
    assert caught.value.problem == "The language model is not installed."
    assert caught.value.remedy == "Install it."


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_process_that_dies_is_replaced_by_the_model_in_this_one(monkeypatch):
    monkeypatch.setenv("POLICYCHECK_TEST_HOME", str(os.getpid()))
    asked = ModelProcess(make=Dying)
    np.testing.assert_array_equal(asked.embed(TEXTS[:5]), Hashing().embed(TEXTS[:5]))
    assert asked.is_in_process
    assert asked.pid is None


def test_closing_ends_the_process(process):
    process.embed(["x"])
    pid = process.pid
    process.close()
    assert process.pid is None
    assert wait_until_gone(pid)
    np.testing.assert_array_equal(process.embed(["y"]), Hashing().embed(["y"]))


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("end", ["normal", "killed"])
def test_the_process_ends_with_its_parent(tmp_path, end):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            import os, signal, sys
            from policycheck.embedding import HashingEmbedder, ModelProcess
            if __name__ == "__main__":
                HashingEmbedder.dimension = 384
                model = ModelProcess(make=HashingEmbedder)
                model.warm_up()
                print(model.pid, flush=True)
                if sys.argv[1] == "killed":
                    os.kill(os.getpid(), signal.SIGKILL)
            """
        ),
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script), end], capture_output=True, text=True, check=False)
    assert wait_until_gone(int(done.stdout)), done.stderr
