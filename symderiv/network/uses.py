r"""Where variables stand in an expression, and at which points.

A *use* is one place of one entry together with the conditions around it: the sums that run over its letters, the rows
of a `cases`, the Iverson brackets it is multiplied by (what is multiplied by 0 need not exist). Coverage, cycles,
dependency and the inference of ranges all ask about uses, never about trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ..affine import Sym, affine
from ..counts import count_of
from ..domain.constraint import TRUE, Constraint, Domain, ne
from ..expr import (
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Mul,
    Num,
    Partial,
    Sum,
    Var,
    bound,
    children,
    fresh,
    of_kind,
    substitute,
)
from ..guards import guards, left_out
from ..memo import of_this_object
from ..node import node

Rows = tuple[tuple[Expr, tuple[Constraint, ...]], ...]


@node
class Use:
    r"""One place of an entry in a body.

    - `where`: the conditions around it, in its letters and the free letters of the body.
    - `bound`: the letters that sums around it bind, outermost first, all different and different from the free ones.
    - `open`: those of them whose sum states no bounds yet (only in a `Draft`).
    - `nominal`: it stands inside a `Partial`, so it is named there, not computed with.
    - `wide`: the conditions without those by which brackets pick one value of a letter that a sum binds, or leave one
      out (`1 - [i = J]`), if any do.
    """

    entry: Var
    where: Domain = TRUE
    bound: tuple[Sym, ...] = ()
    open: frozenset[Sym] = frozenset()
    nominal: bool = False
    wide: Domain | None = None

    @property
    def unpinned(self) -> Use:
        r"""The same place in all terms of its sums: those of `\sum_{i=1}^{m} [i = 2] a_i` name m entries."""
        return self if self.wide is None else Use(self.entry, self.wide, self.bound, self.open, self.nominal)


@of_this_object(1 << 12)
def uses(body: Expr, taken: frozenset[Sym] = frozenset()) -> tuple[Use, ...]:
    r"""Every use in a body, in reading order; `taken` are the letters that bound letters must differ from.

    >>> from symderiv.expr import Variable, mul, total
    >>> o, w = Variable("o_{#}"), Variable("w_{#,#}")
    >>> for use in uses(total("i", 1, "I", mul(o("i"), w("j", "i")))):
    ...     print(use.entry.variable.key, use.entry.indices, use.where)
    o_{#} (i,) {I - i >= 0, i - 1 >= 0}
    w_{#,#} (j, i) {I - i >= 0, i - 1 >= 0}
    """
    return tuple(_uses(body, _Scope((), (), frozenset(), taken, False)))


@node
class _Scope:
    """What is known on the way down to a place."""

    where: tuple[Constraint, ...]
    bound: tuple[Sym, ...]
    open: frozenset[Sym]
    taken: frozenset[Sym]
    nominal: bool
    pins: tuple[Constraint, ...] = ()

    def under(self, more: tuple[Constraint, ...], pins: tuple[Constraint, ...] = ()) -> _Scope:
        """The same place with more conditions."""
        if not more:
            return self
        return _Scope(self.where + more, self.bound, self.open, self.taken, self.nominal, self.pins + pins)

    def summed(self, e: Sum) -> _Scope:
        """Inside the sum, whose letter must be a new one."""
        is_open = not e.lowers and not e.uppers
        opened = self.open | {e.letter} if is_open else self.open
        where = self.where + e.domain.constraints
        return _Scope(where, (*self.bound, e.letter), opened, self.taken | {e.letter}, self.nominal, self.pins)

    def named(self) -> _Scope:
        """Inside a derivative."""
        return _Scope(self.where, self.bound, self.open, self.taken, True, self.pins)


def _uses(e: Expr, scope: _Scope) -> Iterator[Use]:
    if isinstance(e, Var):
        wide = Domain(tuple(c for c in scope.where if c not in scope.pins)) if scope.pins else None
        yield Use(e, Domain(scope.where), scope.bound, scope.open, scope.nominal, wide)
    elif isinstance(e, (Num, Index, Bracket)):
        return
    elif isinstance(e, Sum):
        inner = renamed_apart(e, scope.taken)
        yield from _uses(inner.body, scope.summed(inner))
    elif isinstance(e, Mul):
        yield from _product_uses(e, scope)
    elif isinstance(e, Cases):
        for row, where in exclusive(e.rows):
            yield from _uses(row, scope.under(where))
    elif isinstance(e, Partial):
        for child in children(e):
            yield from _uses(child, scope.named())
    else:
        for child in children(e):
            yield from _uses(child, scope)


def _product_uses(e: Mul, scope: _Scope) -> Iterator[Use]:
    conditions = tuple(c for f in e.factors for c in guards(f))
    pins = tuple(c for c in conditions if c.rel == "==" and c.letters() & {*scope.bound} - scope.open)
    pins += tuple(c for f in e.factors for c in left_out(f) if c not in pins)
    inner = scope.under((*conditions, *_counted(e)), pins)
    for factor in e.factors:
        yield from _uses(factor, inner)


def _counted(e: Mul) -> Iterator[Constraint]:
    r"""Where counts in a product are not 0, the `t - 1` of `(t - 1) y_{t-1}`, if they are about steps besides."""
    forms = [f for x in e.factors if (f := count_of(x.numerator if isinstance(x, Div) else x)) is not None and f.terms]
    steps = {s for v in (of_kind(e, Var) if forms else ()) for i in v.indices if i.letter is None for s in i.letters()}
    yield from (ne(f, 0) for f in forms if f.letters() & steps)


def renamed_apart(e: Sum, taken: frozenset[Sym]) -> Sum:
    """The sum with a letter that is not taken (an inner bound letter shadows an outer one)."""
    if e.letter not in taken:
        return e
    letter = fresh(taken | bound(e.body), e.letter)
    values = {e.letter: affine(letter)}
    where = tuple(c.substitute(values) for c in e.where)
    return Sum(letter, e.lowers, e.uppers, substitute(e.body, values), where)


def exclusive(rows: Rows) -> Rows:
    """The rows of a `cases` with "otherwise" written out as the opposite of the other rows, one row a disjunct.

    >>> from symderiv.domain.constraint import eq
    >>> from symderiv.expr import ONE, ZERO
    >>> exclusive(((ONE, (eq("k", "j"),)), (ZERO, ())))[2]
    (Num(value=Fraction(0, 1)), (j - k - 1 >= 0,))
    """
    found: list[tuple[Expr, tuple[Constraint, ...]]] = []
    stated = [where for _, where in rows if where]
    for row, where in rows:
        if where or not stated:
            found.append((row, where))
            continue
        opposites = [[c for condition in other for c in condition.negate()] for other in stated]
        found.extend((row, choice) for choice in product(*opposites))
    return tuple(found)
