"""Going through a syntax tree: what every node shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from operator import is_
from typing import Any

_NAMES: dict[type, tuple[str, ...]] = {}
"""By class of tree object, the fields that may hold others."""


class Tree:
    """A tree object. It remembers what it holds, for a formula is gone through many times before it is understood.

    `seen` is for what is made of it again and again: nothing until somebody keeps it there.
    """

    __slots__ = ("_parts", "_within", "seen")
    _parts: tuple[Tree, ...]
    _within: tuple[object, ...]
    seen: object


def parts(x: object) -> tuple[Tree, ...]:
    """The direct sub-nodes of any tree object (`Script`, `Term`, `Factor`, `Wrt`, `CaseRow`, `Statement`, `Formula`
    included)."""
    try:
        return x._parts  # type: ignore[attr-defined,no-any-return]
    except AttributeError:
        pass
    if not isinstance(x, Tree):
        return ()
    found: list[Tree] = []
    for name in _NAMES.get(type(x)) or _names(type(x)):
        value = getattr(x, name)
        if type(value) is tuple:
            found += [item for item in value if isinstance(item, Tree)]
        elif isinstance(value, Tree):
            found.append(value)
    object.__setattr__(x, "_parts", tuple(found))
    return x._parts


def _names(kind: type) -> tuple[str, ...]:
    found = tuple(f.name for f in fields(kind) if f.name not in ("span", "source", "_hash"))
    _NAMES[kind] = found
    return found


def walk(x: object) -> tuple[object, ...]:
    """Every tree object of `x`, the whole first, left to right."""
    try:
        return x._within  # type: ignore[attr-defined,no-any-return]
    except AttributeError:
        pass
    if not isinstance(x, Tree):
        return (x,)
    found: list[object] = [x]
    for part in parts(x):
        found += walk(part)
    object.__setattr__(x, "_within", tuple(found))
    return x._within


def rebuilt(x: Any, change: Callable[[Any], Any]) -> Any:
    """A tree, or a tuple of trees, with the parts replaced for which `change` gives something; what stays the same
    stays the same object."""
    if isinstance(x, tuple):
        items = [rebuilt(y, change) for y in x]
        return x if all(map(is_, items, x)) else tuple(items)
    if not isinstance(x, Tree):
        return x
    found = change(x)
    if found is not None:
        return found
    new = {}
    for name in _NAMES.get(type(x)) or _names(type(x)):
        value = getattr(x, name)
        if isinstance(value, (tuple, Tree)) and (made := rebuilt(value, change)) is not value:
            new[name] = made
    return replace(x, **new) if new else x  # type: ignore[type-var]
