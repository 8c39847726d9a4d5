"""The one way this package makes immutable tree nodes: frozen, slotted, hashed once.

Expressions are compared and looked up all the time, so each node computes its hash when it is built, from its
children's stored hashes, instead of walking the tree at every lookup.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True, eq_default=True, field_specifiers=(field,))
def node(cls: type[C]) -> type[C]:
    """Make `cls` a frozen, slotted dataclass whose hash is computed once.

    Fields declared with ``field(compare=False)`` (spelling, source position) take part in neither equality nor hash.

    >>> @node
    ... class Point:
    ...     x: int
    ...     y: int
    >>> Point(1, 2) == Point(1, 2), hash(Point(1, 2)) == hash(Point(1, 2)), Point(1, 2)
    (True, True, Point(x=1, y=2))
    """
    cls.__annotations__["_hash"] = "int"
    cls._hash = field(init=False, repr=False, compare=False)  # type: ignore[attr-defined]
    validate = cls.__dict__.get("__post_init__")
    tag = cls.__qualname__

    def hashed(self: Any) -> None:
        keep(self, hash((tag, values(self))))

    def checked_and_hashed(self: Any) -> None:
        validate(self)  # type: ignore[misc]
        keep(self, hash((tag, values(self))))

    def __hash__(self: Any) -> int:
        return self._hash  # type: ignore[no-any-return]

    def __eq__(self: Any, other: object) -> bool:
        if self is other:
            return True
        if self.__class__ is not other.__class__ or self._hash != other._hash:  # type: ignore[attr-defined]
            return False
        return values(self) == values(other)

    def __reduce__(self: Any) -> tuple[Any, ...]:
        # a stored hash is good in one process only: built anew, the node gets that of the process that reads it
        return made, tuple(getattr(self, name) for name in given)

    cls.__post_init__ = hashed if validate is None else checked_and_hashed  # type: ignore[attr-defined]
    cls.__reduce__ = __reduce__  # type: ignore[method-assign]
    cls.__hash__ = __hash__  # type: ignore[method-assign]
    cls.__eq__ = __eq__  # type: ignore[method-assign]
    made = dataclass(frozen=True, slots=True, eq=False)(cls)
    keep = made._hash.__set__  # type: ignore[attr-defined]
    names = tuple(f.name for f in fields(made) if f.compare)  # type: ignore[arg-type]
    values = attrgetter(*names) if names else _nothing
    given = tuple(f.name for f in fields(made) if f.init)  # type: ignore[arg-type]
    return made


def once(by: Callable[..., Hashable]) -> Callable[[type[C]], type[C]]:
    """Make a node class give the same object for the same arguments, as `by` tells them.

    To be one object is what a comparison tries first, and what it found out about itself an object need not find again.
    Where `by` goes by the `id` of an argument, the object has to hold that argument: so its `id` is no other's.

    >>> @once(lambda name: name)
    ... @node
    ... class Letter:
    ...     name: str
    >>> Letter("i") is Letter("i")
    True
    """

    def decorate(cls: type[C]) -> type[C]:
        there: dict[Hashable, Any] = {}
        init: Callable[..., None] = cls.__init__

        def __new__(cls: type[C], *args: Any, **named: Any) -> Any:
            typed = by(*args, **named)
            found = there.get(typed)
            if found is None:
                found = object.__new__(cls)
                init(found, *args, **named)
                if len(there) >= MOST:
                    there.clear()
                there[typed] = found
            return found

        cls.__new__ = __new__  # type: ignore[method-assign, assignment]
        del cls.__init__  # what is there already needs no other values
        return cls

    return decorate


MOST = 1 << 13
"""So many objects of a class are known at most."""


def _nothing(_: Any) -> tuple[()]:
    return ()
