"""Patterns that are compiled when they are first used: a page needs few of the many that the package has.

Of those that one page after the other is asked for it is found out what a text must hold for them (`needed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from .needed import asking, needed

_METHODS = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "flags",
    "groups",
    "groupindex",
)
LONG, LONG_TEXT, OFTEN = 60, 64, 8
"""A pattern, and a text, of so many characters; to parse a pattern once more is worth it where it is asked so often."""
WITHOUT: dict[str, tuple[int, Callable[[str], object]]] = {
    "search": (0, lambda _: None),
    "findall": (0, lambda _: []),
    "finditer": (0, lambda _: iter(())),
    "sub": (1, lambda text: text),
}
"""Which argument of a method is the text, and what comes of one in which the pattern is not found."""


class _Lazy:
    """A pattern as typed, which has the methods of the compiled one once one of them is asked for."""

    __slots__ = ("_flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        if len(self.pattern) >= LONG:
            for method in WITHOUT:
                setattr(self, method, _counting(self, compiled, method))
        return getattr(self, name)


def _counting(lazy: _Lazy, compiled: re.Pattern[str], name: str) -> Callable[..., Any]:
    """A method of a pattern, for which a quicker one is put in place where many texts are long."""
    method, at, left = getattr(compiled, name), WITHOUT[name][0], OFTEN

    def counted(*args: Any, **named: Any) -> Any:
        nonlocal left
        if len(args[at]) >= LONG_TEXT:
            left -= 1
            if not left:
                setattr(lazy, name, _asking_first(compiled, name))
        return method(*args, **named)

    return counted


def _asking_first(compiled: re.Pattern[str], name: str) -> Callable[..., Any]:
    """A method of a pattern that is tried only on short texts and those that hold what it needs."""
    method, words, (at, without) = getattr(compiled, name), needed(compiled.pattern, compiled.flags), WITHOUT[name]
    if not words:
        return method  # type: ignore[no-any-return]
    may_hold = asking(words, bool(compiled.flags & re.I))

    def asked(*args: Any, **named: Any) -> Any:
        text = args[at]
        part = len(args) > at + 1 or named  # of a text that is gone through bit by bit not all is asked each time
        return method(*args, **named) if part or len(text) < LONG_TEXT or may_hold(text) else without(text)

    return asked


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""`re.compile(pattern, flags)`, compiled when it is first used. Raises `re.error` then.

    >>> words = lazily(r"[a-z]+", re.I)
    >>> words.findall("a B"), words.pattern
    (['a', 'B'], '[a-z]+')
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def is_by(found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Was it found by this pattern? The `re` of what a lazy one finds is the compiled one, and so another object.

    >>> word = lazily("[a-z]+")
    >>> [is_by(x, word) for x in (word.match("a"), re.match(".", "a"))]
    [True, False]
    """
    return found.re.pattern == pattern.pattern
