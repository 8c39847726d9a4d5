"""Deadlines, kept by one thread however many there are: a thread for each would cost more than a short task does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TICK = 0.05
"""Seconds between two looks at the clock: so much later than promised may a deadline be noticed."""


class Deadline:
    """Something to be done unless it is called off in time: it is done once, or not at all."""

    __slots__ = ("_act", "_due", "_lock", "passed")

    def __init__(self, due: float, act: Callable[[], None]) -> None:
        self._due, self._act = due, act
        self._lock = threading.Lock()
        self.passed = False

    def look(self, now: float) -> None:
        """Act if it is time."""
        with self._lock:
            if now < self._due or self.passed:
                return
            self.passed = True
            self._act()

    def call_off(self) -> None:
        """From now on nothing is done."""
        with self._lock:
            self._due = float("inf")


class Watch:
    """Looks at the deadlines that are set, until it is closed or what it watches for (`alive`) is no more.

    >>> watch = Watch()
    >>> watch.start()
    >>> with watch.within(60, lambda: print("too late")) as deadline:
    ...     pass
    >>> deadline.passed
    False
    >>> watch.close()
    """

    def __init__(self, alive: Callable[[], bool] = lambda: True) -> None:
        self._alive = alive
        self._set: dict[int, Deadline] = {}
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    @contextmanager
    def within(self, seconds: float, act: Callable[[], None]) -> Iterator[Deadline]:
        """What is done within must end in so many seconds, else `act` is called, from another thread."""
        deadline = Deadline(time.monotonic() + seconds, act)
        self._set[id(deadline)] = deadline
        try:
            yield deadline
        finally:
            deadline.call_off()
            del self._set[id(deadline)]

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closed.wait(TICK) and self._alive():
            now = time.monotonic()
            for deadline in list(self._set.values()):
                deadline.look(now)
