"""Going through a syntax tree: what every node shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")

_NAMES: dict[type, tuple[str, ...]] = {}
"""By class of tree object, the fields that may hold others."""

_HOLDING: dict[type, tuple[str, ...]] = {}
"""By class of tree object, those of them that are not plain by their type."""
LEAVES = frozenset(["str", "int", "bool", "tuple[str, ...]"])


class Tree:
    """A tree object. It remembers what it holds, for a formula is gone through many times before it is understood.
    What holds itself is freed only where Python looks for circles: so it remembers what it holds without itself.

    `seen` is for what is made of it again and again, `told` for what questions found out about it (`resolve.asked`):
    nothing until somebody keeps it there. What `gathers` trees that stand on other pages too looks for nodes where
    those remember them.
    """

    __slots__ = ("_kinds", "_letters", "_loose", "_parts", "_values", "_within", "seen", "told")
    gathers = False
    _kinds: dict[type, tuple[object, ...]]
    _parts: tuple[Tree, ...]
    _within: tuple[object, ...]
    seen: object
    told: dict[object, object]


def parts(x: object) -> tuple[Tree, ...]:
    """The direct sub-nodes of any tree object (`Script`, `Term`, `Factor`, `Wrt`, `CaseRow`, `Statement`, `Formula`
    included)."""
    try:
        return x._parts  # type: ignore[attr-defined,no-any-return]
    except AttributeError:
        pass
    if not isinstance(x, Tree):
        return ()
    names = _HOLDING.get(type(x))
    found: list[Tree] = []
    for name in _holding(type(x)) if names is None else names:
        value = getattr(x, name)
        if type(value) is tuple:
            found += [item for item in value if isinstance(item, Tree)]
        elif isinstance(value, Tree):
            found.append(value)
    object.__setattr__(x, "_parts", tuple(found))
    return x._parts


def _holding(kind: type) -> tuple[str, ...]:
    names = _names(kind)
    found = tuple(f.name for f in fields(kind) if f.name in names and f.type not in LEAVES)
    _HOLDING[kind] = found
    return found


def _names(kind: type) -> tuple[str, ...]:
    found = tuple(f.name for f in fields(kind) if f.name not in ("span", "source", "_hash"))
    _NAMES[kind] = found
    return found


def walk(x: object) -> tuple[object, ...]:
    """Every tree object of `x`, the whole first, left to right."""
    return (x, *_within(x)) if isinstance(x, Tree) else (x,)


def _within(x: Tree) -> tuple[object, ...]:
    try:
        return x._within
    except AttributeError:
        pass
    found: list[object] = []
    for part in parts(x):
        found.append(part)
        found += _within(part)
    object.__setattr__(x, "_within", tuple(found))
    return x._within


def of_kind(x: object, kind: type[T]) -> tuple[T, ...]:
    """Every tree object of a class in `x`, or in a tuple of trees, left to right: a page is asked again and again
    whether it has any.

    >>> from symderiv.latex.tree import Name, Number, Product, Factor
    >>> product = Product((Factor("", Number("2")), Factor("", Name("x"))))
    >>> of_kind(product, Name)
    (Name(base='x', accents=(), font='', primes=0, scripts=(), span=(0, 0)),)
    >>> of_kind((Name("y"), (product,)), Name) == (Name("y"), Name("x"))
    True
    """
    try:  # asked some thousand times a page, almost always of what is known
        found = x._kinds.get(kind, ())  # type: ignore[attr-defined]
    except AttributeError:
        found = _kinds_within(x).get(kind, ())
    return found if type(x) is not kind else (x, *found)


def _kinds_within(x: object) -> Mapping[type, tuple[object, ...]]:
    try:
        return x._kinds  # type: ignore[attr-defined,no-any-return]
    except AttributeError:
        pass
    if not isinstance(x, Tree):
        return _gathered(x) if isinstance(x, tuple) else {}
    if x.gathers:
        found = _gathered(parts(x))
    else:
        lists: dict[type, list[object]] = {}
        for y in _within(x):
            lists.setdefault(type(y), []).append(y)
        found = {kind: tuple(there) for kind, there in lists.items()}
    object.__setattr__(x, "_kinds", found)
    return found


def _gathered(items: tuple[object, ...]) -> dict[type, tuple[object, ...]]:
    """What trees beside each other are and hold."""
    found: dict[type, tuple[object, ...]] = {}
    for part in items:
        if isinstance(part, Tree):
            found[type(part)] = (*found.get(type(part), ()), part)
        for kind, there in _kinds_within(part).items():
            found[kind] = found.get(kind, ()) + there
    return found


def handed_on(new: T, old: object) -> T:
    """A tree object that holds the very same trees as an old one does, with what that remembers of them."""
    object.__setattr__(new, "_parts", parts(old))
    object.__setattr__(new, "_kinds", _kinds_within(old))
    return new


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


def moved(x: Any, span: tuple[int, int]) -> Any:
    """A tree, or a tuple of trees, as if all of it stood in one place: that of a sign of another formula.

    >>> from symderiv.latex.tree import Name, Number, Script
    >>> moved(Name("x", scripts=(Script(False, (Number("2"),), "", False),)), (3, 4)).scripts[0].entries[0].span
    (3, 4)
    """
    if isinstance(x, tuple):
        return tuple(moved(y, span) for y in x)
    if not isinstance(x, Tree):
        return x
    new = {name: moved(value, span) for name in _names(type(x)) if isinstance(value := getattr(x, name), (tuple, Tree))}
    if "relation_spans" in new:
        new["relation_spans"] = (span,) * len(getattr(x, "relations", ()))
    return replace(x, **new, **({"span": span} if hasattr(x, "span") else {}))  # type: ignore[type-var]
