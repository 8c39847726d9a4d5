r"""Derivatives by rows that are looked up among nobody says how many: `\nabla_{\mathbf{v}_{w_{t+j}}} L`.

Where L has several of them, two may be one row, and its derivative has more terms then. Pages that say nothing of their
words mean different ones; so no line about such a derivative is wrong for it, unless L has but one such row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..affine import Affine, IntFn
from ..expr import Expr, Partial, Var, Variable, bound, of_kind, variables
from ..resolve.prepared.indices.lookups_all_different import UNTOLD
from ..step import Judgement, Verdict
from ..system import System
from .link import Link


def unless_rows_meet(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that is wrong, if it is about a derivative by a row that may be another one, too."""
    if verdict.judgement is not Judgement.WRONG or not link.system.lookups:
        return verdict
    parts = (x for e in (link.left, link.right) for x in of_kind(e, Partial))
    open_ = any(_is_row(x.wrt, link.system) and not _is_alone(x, link.system) for x in parts)
    return replace(verdict, judgement=Judgement.UNPROVED, detail=UNTOLD, counterexample=None) if open_ else verdict


def _is_row(entry: Var, system: System) -> bool:
    """Is an index looked up of which only a presumed size says how far it goes?"""
    return any(
        c.letters() & system.presumed
        for p in system.of(entry.variable)
        for own, asked in zip(p.indices, entry.indices, strict=True)
        if _is_looked_up(asked, system)
        for c in p.domain.constraints
        if own.letters() & c.letters()
    )


def _is_looked_up(index: Affine, system: System) -> bool:
    return any(isinstance(a, IntFn) and a.name in system.lookups for a in index.atoms())


def _is_alone(x: Partial, system: System) -> bool:
    """Does what is differentiated name that one row, under no sum, and nothing else that may have such rows?

    Or is each row of another example, `s_{i, y_i}`?
    """
    if all(_is_of_its_own(e, system) for e in _looked_up(x, system)):
        return True
    whole = x.of
    if isinstance(whole, Var):
        bodies = [p.at(whole.indices)[1] for p in system.of(whole.variable)]
        if len(bodies) != 1 or bodies[0] is None:
            return False
        whole = bodies[0]
    computed = {p.variable for p in system.pieces if p.body is not None}
    asked, *rest = dict.fromkeys([_row(x.wrt, system), *_rows(whole, x.wrt.variable, system)])
    letters = {s for form in asked for s in form.letters()}
    return not rest and computed.isdisjoint(variables(whole)) and letters.isdisjoint(bound(whole))


def _looked_up(x: Partial, system: System) -> Iterator[Var]:
    """All entries of the array that are looked up where the network uses it, and that of the line."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    entries = (e for body in bodies for e in of_kind(body, Var) if e.variable == x.wrt.variable)
    yield from (e for e in (x.wrt, *entries) if _row(e, system))


def _is_of_its_own(e: Var, system: System) -> bool:
    """Do the letters by which it is looked up number it, too?"""
    looked = _row(e, system)
    numbering = {i.letter for i in e.indices if i not in looked}
    return all(form.letters() - system.sizes <= numbering for form in looked)


def _rows(e: Expr, v: Variable, system: System) -> Iterator[tuple[Affine, ...]]:
    """The rows of an array in an expression."""
    yield from (_row(x, system) for x in of_kind(e, Var) if x.variable == v)


def _row(x: Var, system: System) -> tuple[Affine, ...]:
    """The indices of an entry that are looked up."""
    return tuple(i for i in x.indices if _is_looked_up(i, system))
