r"""What a row or a column of an array has one of, the slice itself below its name: `\mu_{W_{c,\cdot}}`, `m(X_{i,:})`.

A slice is no index: it says what the mean, the root or the sum is taken of, and the letters beside its dot number it.
So `\mu_{W_{c,\cdot}}` is the c-th entry of `\mu_W`, and where a page takes means along both ways, those of rows and
those of columns are two names. An equation has to say what the value is, by the array: else it might depend on that in
any way. The letter of such a name stands for nothing else then, but for a function before other parentheses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Script, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import DOTS, Stem, is_slice, named, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for

Taken: TypeAlias = tuple[Stem, Stem, tuple[int, ...], int]
"""A name, the array of which it has slices, the places that their dots have, and how many places there are."""


def _has_any(s: Statement) -> bool:
    return _defined(s) is not None


@where(_has_any)
def with_slices_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the letters beside the dots as the indices of such names."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {taken for s in statements if (taken := _defined(s)) is not None}
    applied = {stem_of(x) for s in statements for x in _applied(s)}
    found = {taken for taken in told if all(_stands_for_slices(taken[0], s, told, applied) for s in statements)}
    if not found:
        return list(located)
    several = {taken for taken in found if any(taken != b and taken[:2] == b[:2] for b in found)}

    def value(name: Name, slice_: Name) -> Name | None:
        taken = _taken(name, slice_)
        return _numbered(name, slice_, taken, taken in several) if taken is not None and taken in found else None

    def change(x: Any) -> Node | None:
        if isinstance(x, Name):
            below = _slice_below(x)
            return value(x, below) if below is not None else None
        return with_values_for(x, lambda name, group: _value_at(name, group, value), change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _value_at(name: Name, group: Group, value: Callable[[Name, Name], Name | None]) -> Name | None:
    """The name for a value before a parenthesis with a slice alone in it."""
    slice_ = _slice_in(name, group)
    return value(name, slice_) if slice_ is not None else None


def _defined(s: Statement) -> Taken | None:
    """What a statement says the value of for a slice, by the array of which that is one."""
    left = s.chain.members[0]
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return None
    below = _slice_below(left) if isinstance(left, Name) else None
    head, slice_ = (left, below) if isinstance(left, Name) and below is not None else _applied_to_a_slice(left)
    if head is None or slice_ is None:
        return None
    used = (x for m in s.chain.members[1:] for x in t.of_kind(m, Name))
    return _taken(head, slice_) if any(stem_of(x) == stem_of(slice_) for x in used) else None


def _applied_to_a_slice(left: Node) -> tuple[Name, Name] | tuple[None, None]:
    applied = applied_alone(left)
    inside = _slice_in(*applied) if applied is not None else None
    return (applied[0], inside) if applied is not None and inside is not None else (None, None)


def _stands_for_slices(stem: Stem, s: Statement, told: set[Taken], applied: set[Stem]) -> bool:
    """Does a name stand in a statement with slices of which something is said, or before parentheses, and nowhere else?

    Where it is `applied` to slices, it is applied to nothing else.
    """
    met = [x for x in t.of_kind(s, Name) if stem_of(x) == stem]
    if not met:
        return True
    called = [(x, g) for p in t.of_kind(s, t.Product) for x, g in before_parentheses(p) if stem_of(x) == stem]
    inside = [(x, _slice_in(x, g)) for x, g in called if not x.scripts]
    below = [(x, b) for x in met if (b := _slice_below(x)) is not None]
    known = all((b is None and stem not in applied) or _is_told(x, b, told) for x, b in (*below, *inside))
    return known and len(below) + len(inside) == len(met)


def _applied(s: Statement) -> Iterator[Name]:
    """The names that a statement applies to a slice."""
    yield from (x for p in t.of_kind(s, t.Product) for x, g in before_parentheses(p) if _slice_in(x, g) is not None)


def _is_told(x: Name, slice_: Name | None, told: set[Taken]) -> bool:
    return slice_ is not None and _taken(x, slice_) in told


def _slice_below(x: Name) -> Name | None:
    """The slice `W_{c,.}` that is all of what stands below a name."""
    below = [s for s in x.scripts if not s.above]
    entry = below[0].entries[0] if len(below) == 1 and len(below[0].entries) == 1 else None
    return entry if isinstance(entry, Name) and not x.primes and _dots(entry) else None


def _slice_in(name: Name, group: Group) -> Name | None:
    """The slice that is all of what a name is applied to."""
    only = group.items[0] if len(group.items) == 1 else None
    plain = isinstance(only, Name) and not name.primes and not name.scripts
    return only if plain and isinstance(only, Name) and _dots(only) else None


def _dots(x: Name) -> tuple[int, ...]:
    """The places of an array that dots have, beside one index at least; none where other things stand there."""
    if x.primes or len(x.scripts) != 1 or x.scripts[0].above or not is_slice(entries := x.scripts[0].entries):
        return ()
    dots = tuple(n for n, e in enumerate(entries) if isinstance(e, Symbol) and e.name in DOTS)
    return dots if len(entries) == len(dots) + sum(map(_is_index, entries)) else ()


def _is_index(x: Node) -> bool:
    return isinstance(x, (Name, t.Number, t.Terms))


def _taken(x: Name, slice_: Name) -> Taken | None:
    dots = _dots(slice_)
    return (stem_of(x), stem_of(slice_), dots, len(slice_.scripts[0].entries)) if dots else None


def _numbered(x: Name, slice_: Name, taken: Taken, told_apart: bool) -> Name:
    """The name with the letters of the slice as its indices; the dots tell it apart where there are several."""
    below = slice_.scripts[0]
    kept = tuple(e for n, e in enumerate(below.entries) if n not in taken[2])
    indices = replace(below, entries=kept, commas=below.commas and len(kept) > 1)
    places = "".join(":" if n in taken[2] else "1" for n in range(taken[3])) if told_apart else ""
    array = named(replace(slice_, scripts=())).spelled + (f"_{{{places}}}" if places else "")
    above: tuple[Script, ...] = tuple(s for s in x.scripts if s.above)
    return replace(x, base=f"({x.base}_{{{array}}})", scripts=(indices, *above))


__all__ = ["with_slices_numbered"]
