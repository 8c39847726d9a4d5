r"""The derivative by what stands in one formula, with what is held fixed left as it is and all else written out.

`\partial h_t/\partial w` with `h_{t-1}` held is that of `\tanh(w h_{t-1} + v x_t)` by its w. Where nobody says what is
held, it is all that stands in the formula beside w, or what an earlier step of a recurrence gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...affine import Affine, Sym
from ...expr import ONE, ZERO, Expr, Partial, Var, add, bound, free, holds_derivative, mul, neg, of_kind
from ...expr import replace as replace_parts
from ...network.graph import upstream
from ...system import System

MOST = 4
"""So many entries may be held of what no formula defines."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held fixed: an entry, and all with indices like it; or the whole of its name."""

    entry: Var
    whole: bool = False


def direct_effect(e: Partial, system: System, held: Sequence[Held] | None) -> Expr | None:
    """A derivative with the entries held fixed; None: all but what its formula, or a step of a recurrence, is made of.

    The derivative itself where nothing held is on its way; None where it is not clear.
    """
    assert isinstance(e.of, Var)
    if e.of == e.wrt or not _depends(system, e.of, e.wrt):
        return e
    if held is not None and not any(_is_on_the_way(h.entry, e, system) for h in held):
        return e
    if any(e.wrt.variable in tied for tied in system.ties):
        return None
    if system.generic and e.of.variable == system.objective:
        return e if held is None else _by_difference(e, system, held)
    writer = _Writer(system, e.wrt, held)
    body = writer.body(e.of, ())
    if body is None:
        return None
    if not writer.met:
        return e
    # `for a fixed $D$` may be about what D is made of, where else nothing is left to differentiate
    return Partial(body, e.wrt, True) if any(v.variable == e.wrt.variable for v in of_kind(body, Var)) else e


def _is_on_the_way(x: Var, e: Partial, system: System) -> bool:
    assert isinstance(e.of, Var)
    return x.variable in upstream(system, e.of.variable) and _depends(system, x, e.wrt)


def _by_difference(e: Partial, system: System, held: Sequence[Held]) -> Expr | None:
    r"""The derivative of what no formula defines: in total, without what goes through what is held.

    Of entries that are held one after another is taken off: `\partial E/\partial x - \partial E/\partial m \,
    \partial m/\partial x`, each derivative with the others held.
    """
    there = [h for h in held if _depends(system, h.entry, e.wrt)]
    if not there:
        return e
    if len(there) > MOST or any(h.whole or h.entry.variable in upstream(system, h.entry.variable) for h in there):
        return None
    entries = [h.entry for h in there]
    return e if e.wrt in entries else _without(e.of, e.wrt, entries, system)


def _without(of: Expr, by: Var, entries: Sequence[Var], system: System) -> Expr:
    if of == by:
        return ONE
    if isinstance(of, Var) and not _depends(system, of, by):
        return ZERO
    if not entries:
        return Partial(of, by)
    first, *rest = entries
    through = mul(_without(of, first, rest, system), _without(first, by, rest, system))
    return add(_without(of, by, rest, system), neg(through))


def _depends(system: System, x: Var, by: Var) -> bool:
    return by.variable in upstream(system, x.variable)


def immediate(e: Partial, system: System) -> Expr:
    r"""The direct effect within one step: by the formula of a name, or by what this is made of, if only that has it."""
    found = direct_effect(e, system, None) if isinstance(e.of, Var) and not _stands_in(e.of, e.wrt, system) else None
    return replace(e, direct=True) if found is None or found == e else found


class _Writer:
    """Names written out, but for what is held; `met` says that this is something on the way."""

    def __init__(self, system: System, by: Var, held: Sequence[Held] | None) -> None:
        self.system, self.by, self.held, self.met = system, by, held, False

    def body(self, x: Var, above: tuple[Var, ...]) -> Expr | None:
        """What an entry is made of."""
        pieces = [p for p in self.system.of(x.variable) if p.body is not None and self._moves(p.body)]
        if len(pieces) != 1 or any(x.variable == o.variable for o in above):
            return None
        found = pieces[0].at(x.indices)[1]
        if found is None or holds_derivative(found):
            return None
        return self._written_out(found, (*above, x))

    def _moves(self, e: Expr) -> bool:
        names = (v.variable for v in of_kind(e, Var))
        return any(v == self.by.variable or self.by.variable in upstream(self.system, v) for v in names)

    def _written_out(self, e: Expr, above: tuple[Var, ...]) -> Expr | None:
        failed = False
        here = any(v.variable == self.by.variable for v in of_kind(e, Var))

        def change(x: Expr) -> Expr | None:
            nonlocal failed
            if not isinstance(x, Var) or not _depends(self.system, x, self.by):
                failed = failed or (isinstance(x, Var) and x.variable == self.by.variable and not self._is_by(x, e))
                return None
            if x.variable == self.by.variable and self._is_by(x, e):
                return None
            if self._is_held(x, above, here):
                self.met = True
                return None
            found = self.body(x, above)
            failed = failed or found is None
            return found

        found = replace_parts(e, change)
        return None if failed else found

    def _is_by(self, x: Var, e: Expr) -> bool:
        """Is an entry one of what is differentiated by, and of no other step of its recurrence?"""
        if self.by.variable not in upstream(self.system, self.by.variable):
            return True
        pairs = zip(x.indices, self.by.indices, strict=True)
        alike = all(a == b or (a.letter is not None and b.letter is not None) for a, b in pairs)
        return alike and bound(e).isdisjoint(free(self.by))

    def _is_held(self, x: Var, above: tuple[Var, ...], here: bool) -> bool:
        if self.held is None:
            return here or any(x.variable == o.variable for o in above)
        return any(_is_same(x, h, self.system.sizes) for h in self.held)


def _is_same(x: Var, held: Held, sizes: frozenset[Sym]) -> bool:
    """Is an entry the one that is held, whatever the letters?"""
    if x.variable != held.entry.variable:
        return False
    return held.whole or all(_is_alike(a, b, sizes) for a, b in zip(x.indices, held.entry.indices, strict=True))


def _is_alike(one: Affine, two: Affine, sizes: frozenset[Sym]) -> bool:
    """Are two indices the same, or letters with the same number behind them?"""
    moved = (x.letters() - sizes for x in (one, two))
    return one == two or (all(moved) and one.const == two.const)


def says_nothing(e: Partial, system: System) -> bool:
    r"""Is it a direct effect, `\partial^+ h_t/\partial w`, by what does not stand in the formula of a step?"""
    if not e.direct or not isinstance(e.of, Var) or e.of.variable not in upstream(system, e.of.variable):
        return False
    return _depends(system, e.of, e.wrt) and not _stands_in(e.of, e.wrt, system)


def _stands_in(x: Var, by: Var, system: System) -> bool:
    bodies = [p.body for p in system.of(x.variable) if p.body is not None]
    return any(v.variable == by.variable for b in bodies for v in of_kind(b, Var))


def is_of_one_step(e: Partial, system: System) -> bool:
    """Does what is differentiated by stand in the formula, or in that of the same step of a recurrence?"""
    assert isinstance(e.of, Var)
    return _stands_in(e.of, e.wrt, system) or e.of.variable in upstream(system, e.of.variable)
