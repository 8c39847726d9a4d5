"""Closures of sums and of products over an index: the values of a body at the points of the sum, put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import add, mul
from typing import TypeAlias

from ..affine import affine
from ..expr import Add, Apply, Expr, Sum, free, variables
from ..functions import FACTOR
from .failures import Declined, NoRange
from .jets import Jet, Number, Slopes, summed
from .lookup import Env, Lookup, Run
from .maker import HOLE, IntRun, Maker
from .scope import Scope

Combine: TypeAlias = Callable[[Number, Number], Number]
Inside: TypeAlias = Callable[[Maker, Expr, Scope], Run]


def total(m: Maker, e: Sum, scope: Scope) -> Run:
    """The value of a sum."""
    return _over(m, e, scope, _value, 0, add)


def _value(m: Maker, e: Expr, scope: Scope) -> Run:
    return m.run(e, scope)


def product(m: Maker, e: Expr, scope: Scope) -> Run:
    """The product that a sum of `FACTOR`s stands for (see `functions.PRODUCT`); factors may be zero."""
    if isinstance(e, Sum):
        return _over(m, e, scope, product, 1, mul)
    if isinstance(e, Apply) and e.function == FACTOR and not any(e.order):
        return m.run(e.args[0], scope)
    if isinstance(e, Add):
        return multiplied([product(m, x, scope) for x in e.terms])
    raise Declined("a product over an index that was taken apart")


def _over(m: Maker, e: Sum, scope: Scope, inside: Inside, start: Number, combine: Combine) -> Run:
    """What the values of a body come to, over the points of a sum."""
    sides = list(_sides(m, e, scope))
    lowers = [(a, rest) for a, rest in sides if a > 0]
    uppers = [(-a, rest) for a, rest in sides if a < 0]
    if not lowers or not uppers:
        raise NoRange(f"the sum over {e.letter.name} has no bounds")
    with scope.binding(e.letter) as slot:
        where, body = m.tests(e.where, scope), inside(m, e.body, scope)

    def run(w: Lookup, env: Env) -> Number:
        lower = max([-(rest(w, env) // a) for a, rest in lowers])
        upper = min([rest(w, env) // a for a, rest in uppers])
        w.root.spend(upper - lower + 1)
        total = start
        own: Slopes | None = None
        for x in range(lower, upper + 1):
            env[slot] = x
            if where is None or where(w, env):
                term = body(w, env)
                if combine is add and term.__class__ is Jet and total.__class__ is Jet:
                    total, own = summed(total, term, own)
                else:
                    total, own = combine(total, term), None
        return total

    return _remembered(m, e, scope, run, start)


def _sides(m: Maker, e: Sum, scope: Scope) -> Iterator[tuple[int, IntRun]]:
    """What bounds the letter of a sum, `a x + rest >= 0`: its ends, and those of its conditions that do."""
    for end in e.lowers:
        yield 1, m.form(-end, scope)
    for end in e.uppers:
        yield -1, m.form(end, scope)
    for c in e.where:
        a = c.form.coefficient(e.letter)
        rest = c.form - a * affine(e.letter)
        if a and c.rel in (">=", "==") and e.letter not in rest.letters() and rest.letters() <= scope.slots.keys():
            yield a, m.form(rest, scope)
            if c.rel == "==":
                yield -a, m.form(-rest, scope)


def _remembered(m: Maker, e: Sum, scope: Scope, run: Run, start: Number) -> Run:
    """A sum that does not depend on every letter around it is added up once for the letters on which it does."""
    around = {s: slot for s, slot in scope.slots.items() if slot >= scope.sizes}
    needed = sorted(free(e) & around.keys(), key=lambda s: s.name)
    if scope.locals or len(needed) == len(around) or HOLE.variable in variables(e):
        return run
    name = m.sums.setdefault((e, start), len(m.sums))
    slots = [around[s] for s in needed]

    def remembered(w: Lookup, env: Env) -> Number:
        key = (w, name, *[env[slot] for slot in slots])
        found = w.root.sums.get(key)
        if found is None:
            found = w.root.sums[key] = run(w, env)
        return found

    return remembered


def multiplied(factors: list[Run]) -> Run:
    """The product of values."""

    def run(w: Lookup, env: Env) -> Number:
        total: Number = 1
        for factor in factors:
            total = total * factor(w, env)
        return total

    return run
