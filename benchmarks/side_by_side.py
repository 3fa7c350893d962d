"""Work done on as many processors as there are, and what was computed remembered for the work that follows."""

from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial, update_wrapper
from multiprocessing import get_context
from typing import Generic, TypeVar

from threadpoolctl import threadpool_limits

T = TypeVar("T")
R = TypeVar("R")


def each(task: Callable[[T], R], items: Iterable[T]) -> list[R]:
    """Return what a task makes of each item, in their order, with as many at once as there are processors.

    Whatever was computed before is known to all of them. One thread each: their matrices are small.
    """
    with ProcessPoolExecutor(
        mp_context=get_context("fork"), initializer=threadpool_limits, initargs=(1,)
    ) as pool:
        return list(pool.map(task, items))


class Remembered(Generic[R]):
    """A function of a module that computes nothing twice, and can be told to compute for many at once."""

    def __init__(self, task: Callable[..., R]) -> None:
        update_wrapper(self, task)
        self._task = task
        self._known: dict[tuple[Hashable, ...], R] = {}

    def __call__(self, *of: Hashable) -> R:
        if of not in self._known:
            self._known[of] = self._task(*of)
        return self._known[of]

    def of_each(self, arguments: Iterable[tuple[Hashable, ...]]) -> None:
        """Compute for each of some arguments, side by side, what is not known yet."""
        unknown = [of for of in arguments if of not in self._known]
        self._known.update(zip(unknown, each(partial(_called, self), unknown), strict=True))

    def cache_clear(self) -> None:
        self._known.clear()

    def __reduce__(self) -> str:
        return self._task.__qualname__  # To another process it goes by name: what is known stays here.


def _called(task: Callable[..., R], of: tuple[Hashable, ...]) -> R:
    return task(*of)
