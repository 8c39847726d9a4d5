r"""Entries that a page uses beside a factor `1 - \delta_{iJ}` alone: nothing says whether there is an `x_J`.

A line that is right for the others is none that is wrong, nor is it right: its author may mean these alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...affine import Affine, Sym
from ...domain.constraint import Constraint
from ...expr import Expr, Mul, Var, of_kind
from ...guards import left_out
from ...system import System


def used_in_part(system: System, sides: tuple[Expr, ...]) -> tuple[Constraint, ...]:
    """The conditions under which the entries that a line names stand beside a factor that is not 0."""
    beside = [x for p in system.pieces if p.body is not None for x in _beside(p.body, system)]
    names = dict.fromkeys(v for e in sides if beside for v in of_kind(e, Var))
    found: dict[Constraint, None] = {}
    for entry, conditions in beside:
        for v in (v for v in names if v.variable == entry.variable):
            at: dict[Sym, Affine] = {
                i.letter: value for i, value in zip(entry.indices, v.indices, strict=True) if i.letter is not None
            }
            met = (c for c in conditions if c.letters() - system.sizes <= at.keys())
            found |= dict.fromkeys(c.substitute(at) for c in met)
    return tuple(found)


def _beside(body: Expr, system: System) -> Iterator[tuple[Var, tuple[Constraint, ...]]]:
    for e in of_kind(body, Mul):
        conditions = tuple(c for f in e.factors for c in left_out(f))
        for v in (v for f in e.factors if conditions for v in of_kind(f, Var)):
            if all(p.body is None for p in system.of(v.variable)):
                yield v, conditions
