"""How much work may still be done, counted and not timed: the same input gets the same answer on a busy machine.

A unit is what a product of two terms takes, or making a term canonical: some fifty microseconds.
Limits nest: what is allowed within is taken from what is allowed around it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local

UNLIMITED = 1 << 60

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
