"""The model in a process of its own: loading it takes seconds, and from a thread it would stall the window."""

import contextlib
import logging
import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal

import numpy as np

from policycheck.embedding.base import LanguageModel, Vectors
from policycheck.embedding.minilm import CHUNK
from policycheck.embedding.tuned import TunedMiniLM
from policycheck.errors import ModelError
from policycheck.progress import Progress, silent

Task = Literal["embed", "read_pairs"]

_log = logging.getLogger(__name__)
_HEARD_WITHIN = 0.1  # seconds until a cancel is noticed while the process loads or computes
_LAST_WORD = 2.0  # seconds a process has to end by itself


class ModelProcess:
    """A `LanguageModel` that asks a child process, started at the first need and gone when this process is.

    Where no process can be started, or it dies, the model is loaded here instead: slower for the window, the
    same vectors. May be used from several threads, one text list at a time.
    """

    name = TunedMiniLM.name
    sha256 = TunedMiniLM.sha256
    dimension = TunedMiniLM.dimension

    def __init__(self, *, make: Callable[[], LanguageModel] = TunedMiniLM) -> None:
        self._make = make
        self._one_at_a_time = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._asked = 0
        self._here: LanguageModel | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is none."""
        return self._process.pid if self._process is not None else None

    @property
    def is_in_process(self) -> bool:
        """Whether the model had to be loaded in this process."""
        return self._here is not None

    def warm_up(self) -> None:
        """Start the process and let it load the model, without waiting for it."""
        with self._one_at_a_time:
            if self._here is None and self._pipe is None:
                with contextlib.suppress(OSError, ValueError, RuntimeError):
                    self._ask("embed", [])

    def embed(self, texts: Sequence[str], *, progress: Progress = silent) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        # As `MiniLM` does it, so that the same texts meet in one batch and the vectors are the same.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        with self._one_at_a_time:
            for start in range(0, len(order), CHUNK):
                rows = order[start : start + CHUNK]

                def report(*, done: int = start) -> None:
                    progress(done, len(texts), "Reading for meaning")

                report()
                vectors[rows] = self._asked_for("embed", [texts[i] for i in rows], report)
        progress(len(texts), len(texts), "Reading for meaning")
        return vectors

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        with self._one_at_a_time:
            return self._asked_for("read_pairs", pairs, lambda: None)

    def close(self) -> None:
        """End the process; the next need starts another."""
        pipe, process, self._pipe, self._process = self._pipe, self._process, None, None
        if pipe is not None:
            pipe.close()  # the child reads the end of the pipe as the end of its work
        if process is not None:
            process.join(_LAST_WORD)
            if process.is_alive():
                process.terminate()
                process.join(_LAST_WORD)

    def _asked_for(self, task: Task, what: Sequence[Any], report: Callable[[], None]) -> Vectors:
        if self._here is None:
            try:
                return self._answer(self._ask(task, what), report)
            except (OSError, EOFError, ValueError, RuntimeError) as error:
                _log.warning("the model's process is gone (%s); the model is loaded in this one", error)
                self.close()
                self._here = self._make()
        return _done(self._here, task, what)

    def _ask(self, task: Task, what: Sequence[Any]) -> int:
        if self._pipe is None:
            self._pipe, self._process = _start(self._make)
        self._asked += 1
        self._pipe.send((self._asked, task, list(what)))
        return self._asked

    def _answer(self, number: int, report: Callable[[], None]) -> Vectors:
        """Wait for one answer; answers to questions that were cancelled are passed over."""
        assert self._pipe is not None  # noqa: S101 - it was asked through it
        while True:
            while not self._pipe.poll(_HEARD_WITHIN):
                report()
            answered, vectors, problem = self._pipe.recv()
            if problem is not None:
                raise ModelError(problem[0], remedy=problem[1])
            if answered == number:
                made: Vectors = vectors
                return made


def _start(make: Callable[[], LanguageModel]) -> tuple[Connection, BaseProcess]:
    """Start the child; it inherits nothing but its end of the pipe."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, make), name="policycheck-model", daemon=True)
    try:
        process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return ours, process


def _done(model: LanguageModel, task: Task, what: Sequence[Any]) -> Vectors:
    if task == "read_pairs":
        return model.read_pairs(what)
    # A text where none were asked for: this is the request to load the model.
    return model.embed(what or ["."])[: len(what)]


def _serve(pipe: Connection, make: Callable[[], LanguageModel]) -> None:
    """Answer questions until the other end is closed, by `close` or by the end of the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    model = make()
    with contextlib.suppress(EOFError, OSError):
        while True:
            number, task, what = pipe.recv()
            try:
                vectors, problem = _done(model, task, what), None
            except ModelError as error:
                vectors, problem = None, (error.problem, error.remedy)
            pipe.send((number, vectors, problem))
