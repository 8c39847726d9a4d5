"""How much work may still be done, counted and not timed: the same input gets the same answer on a busy machine.

A unit is what a product of two terms takes, or making a term canonical: some fifty microseconds.
Limits nest: what is allowed within is taken from what is allowed around it.

What was found out is remembered: a class of students writes the same lines many times, and a proof comes to the same
terms again. What is remembered counts as much work as it took, and is of no use where less may be done, so that a page
gets the same answers whatever was judged before it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Generic, TypeVar

T = TypeVar("T")

UNLIMITED = 1 << 60
MOST = 2000
"""So many results are remembered of one kind."""

worked: Callable[[], float] = getattr(time, "thread_time", time.process_time)
"""Seconds of work done so far, for limits of last resort: what else the machine does is not counted. (Browsers know no
threads. The question costs a call of the system: it is not asked for every step.)"""


class Work(local):
    """The work that is left to the thread that asks.

    >>> with WORK.allowing(5):
    ...     WORK.left -= 3
    ...     with WORK.allowing(10):
    ...         print(WORK.left)
    2
    """

    left: int = UNLIMITED

    @contextmanager
    def allowing(self, most: int) -> Iterator[None]:
        """Within, at most so much work is left."""
        before = self.left
        given = self.left = min(most, before)
        try:
            yield
        finally:
            self.left = before - (given - self.left)

    @property
    def spent(self) -> bool:
        """Is nothing left?"""
        return self.left <= 0


WORK = Work()
"""Of the present thread."""


def _always(_: object) -> bool:
    return True


class Memory(Generic[T]):
    """Results by what they depend on; all are forgotten when there are too many.

    >>> squares = Memory[int]()
    >>> squares.recall(3, lambda: 9, lambda found: True), squares.recall(3, lambda: 0, lambda found: True)
    (9, 9)
    """

    def __init__(self) -> None:
        self.known: dict[Hashable, tuple[T, int]] = {}

    def recall(self, key: Hashable, find: Callable[[], T], lasting: Callable[[T], bool] = _always) -> T:
        """The result for a key, found if it is not known; kept if it is one that would be found again."""
        known = self.known.get(key)
        if known is not None and known[1] <= WORK.left:
            found, work = known
            WORK.left -= work
            return found
        before = WORK.left
        found = find()
        if lasting(found):
            if len(self.known) >= MOST:
                self.known.clear()
            self.known[key] = found, before - WORK.left
        return found

    def forget(self) -> None:
        """Forgets everything."""
        self.known.clear()
