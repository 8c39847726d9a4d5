r"""Entries of a layer that no definition is of, on a page where everything beyond a range is 0.

Beside `o^l` and `o^{l+1}` an `o^{l-2}` lies in no range, and beyond none: whether it is 0 or given, nobody says. Taken
for 0 it would make lines right that only say so.
"""

from __future__ import annotations

from ...affine import Affine
from ...domain.constraint import Domain
from ...expr import Expr, Var
from ...network.uses import uses
from ...system import System


def of_no_layer(system: System, e: Expr, where: Domain) -> Var | None:
    """An entry with a letter for its layer in a place where every definition has another one."""
    if not system.outside_zero:
        return None
    for use in uses(e, where.letters()):
        pieces = system.of(use.entry.variable)
        for n, index in enumerate(use.entry.indices if pieces else ()):
            layers = {p.indices[n] for p in pieces}
            fixed = all(_is_fixed(x, system) for x in layers)
            if fixed and _is_fixed(index, system) and index not in layers:
                return use.entry
    return None


def _is_fixed(x: Affine, system: System) -> bool:
    """Is it a number beside a letter that stands for one layer?"""
    return bool(x.letters()) and x.letters() <= system.sizes
