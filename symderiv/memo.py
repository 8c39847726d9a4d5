"""Remembering what was computed: of a network, or of what one page after the other says.

Two networks are equal if they say the same, whatever their spelling, order of displays or title. What is remembered for
the sake of printing must therefore go by the network itself and not by what it equals: else a page would be printed in
the spelling of another that says the same.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, TypeVar

R = TypeVar("R")
S = TypeVar("S")
_UNKNOWN: Any = object()
"""Stands for what was not asked yet."""


class Latest(Generic[R]):
    """The `size` results that were kept last, each by what it depends on.

    >>> squares = Latest[int](1)
    >>> squares.keep(2, 4), squares.keep(3, 9), squares.get(2), squares.get(3)
    (None, None, None, 9)
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.kept: OrderedDict[Hashable, R] = OrderedDict()

    def get(self, key: Hashable) -> R | None:
        """What was kept, if it still is."""
        return self.kept.get(key)

    def keep(self, key: Hashable, found: R) -> None:
        """Keep a result; the oldest is forgotten where there are too many."""
        self.kept[key] = found
        if len(self.kept) > self.size:
            self.kept.popitem(last=False)

    def forget(self) -> None:
        """Forget everything."""
        self.kept.clear()


def in_slot(slot: str) -> Callable[[Callable[[S], R]], Callable[[S], R]]:
    """Remember what a function finds out about an immutable object in a slot of that object, as long as it lives.

    >>> class Text:
    ...     __slots__ = ("_words", "text")
    >>> @in_slot("_words")
    ... def words(x: Text) -> list[str]:
    ...     return x.text.split()
    >>> x = Text()
    >>> x.text = "a b"
    >>> words(x), words(x) is words(x)
    (['a', 'b'], True)
    """

    def decorate(f: Callable[[S], R]) -> Callable[[S], R]:
        @wraps(f)
        def remembered(subject: S) -> R:
            found = getattr(subject, slot, _UNKNOWN)
            if found is _UNKNOWN:
                found = f(subject)
                object.__setattr__(subject, slot, found)
            return found  # type: ignore[no-any-return]

        return remembered

    return decorate


def of_this_object(size: int) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Remember the last `size` results of a function, for the very object that is its first argument.

    >>> @of_this_object(2)
    ... def first(x: list[int]) -> list[int]:
    ...     return [x[0]]
    >>> a, b = [1], [1]
    >>> first(a) is first(a), first(a) is first(b)
    (True, False)
    """

    def decorate(f: Callable[..., R]) -> Callable[..., R]:
        # two halves: what is asked for moves to the new one, and where that is full, the old one is forgotten
        new: dict[object, tuple[Any, R]] = {}
        old: dict[object, tuple[Any, R]] = {}

        @wraps(f)
        def remembered(subject: Any, *rest: Any) -> R:
            key = (id(subject), *rest) if rest else id(subject)
            hit = new.get(key)
            if hit is not None and hit[0] is subject:
                return hit[1]
            hit = old.get(key)
            if hit is None or hit[0] is not subject:
                hit = (subject, f(subject, *rest))
            keep(key, hit)
            return hit[1]

        def keep(key: object, hit: tuple[Any, R]) -> None:
            nonlocal new, old
            if 2 * len(new) >= size:
                new, old = {}, new
            new[key] = hit

        def forget() -> None:
            new.clear()
            old.clear()

        remembered.cache_clear = forget  # type: ignore[attr-defined]
        return remembered

    return decorate
