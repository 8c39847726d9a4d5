"""Patterns that are compiled when they are first used: a page needs few of the many that the package has."""

from __future__ import annotations

import re
from typing import Any, cast

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
        return getattr(compiled, name)


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
