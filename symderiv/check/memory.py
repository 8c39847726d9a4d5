"""What was found out about a line is remembered: a class of students writes the same lines many times.

What is remembered counts as much work as it took, and is of no use where less may be done, so that a page gets the same
answers whatever was judged before it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from ..work import WORK

T = TypeVar("T")
MOST = 2000


class Memory(Generic[T]):
    """Results by what they depend on; all are forgotten when there are too many.

    >>> squares = Memory[int]()
    >>> squares.recall(3, lambda: 9, lambda found: True), squares.recall(3, lambda: 0, lambda found: True)
    (9, 9)
    """

    def __init__(self) -> None:
        self.known: dict[Hashable, tuple[T, int]] = {}

    def recall(self, key: Hashable, find: Callable[[], T], lasting: Callable[[T], bool]) -> T:
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
