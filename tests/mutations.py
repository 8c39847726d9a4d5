"""Planted errors: every way to spoil an expression in one place that students, and rules with a bug, are known for.

`mutations(e, system)` yields pairs of a kind and a spoiled expression. One place is changed at a time. What is spoiled
inside a derivative is marked: there a change is none if it does not depend on what is differentiated by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from symderiv.affine import Affine, Sym, affine
from symderiv.expr import (
    ONE,
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    add,
    free,
    mul,
    neg,
)
from symderiv.system import System

INSIDE = " inside a derivative"

Mutation = tuple[str, Expr]
Mutator = Callable[[Expr, System, frozenset[Sym]], Iterator[Mutation]]


def mutations(e: Expr, system: System, scope: frozenset[Sym] = frozenset()) -> Iterator[Mutation]:
    """Every single error in an expression; `scope` are the index letters that may stand in it."""
    scope = scope | (free(e) - system.sizes)
    yield from _anywhere(e, system, scope)
    yield "sign", neg(e)


def _anywhere(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    for mutator in MUTATORS:
        yield from mutator(e, system, scope)
    for part, rebuilt in _parts(e):
        inner = scope | {e.letter} if isinstance(e, Sum) else scope
        for kind, spoiled in _anywhere(part, system, inner):
            marked = kind if kind.endswith(INSIDE) or not isinstance(e, Partial) else kind + INSIDE
            yield marked, rebuilt(spoiled)


def _parts(e: Expr) -> Iterator[tuple[Expr, Callable[[Expr], Expr]]]:
    """Each direct subexpression, with what puts another one in its place."""
    if isinstance(e, (Add, Mul)):
        items = e.terms if isinstance(e, Add) else e.factors
        make = add if isinstance(e, Add) else mul
        for n, item in enumerate(items):
            yield item, lambda x, n=n: make(*items[:n], x, *items[n + 1 :])  # type: ignore[misc]
    elif isinstance(e, Div):
        yield e.numerator, lambda x: Div(x, e.denominator)
        yield e.denominator, lambda x: Div(e.numerator, x)
    elif isinstance(e, Pow):
        yield e.base, lambda x: Pow(x, e.exponent)
    elif isinstance(e, Apply):
        for n, item in enumerate(e.args):
            yield item, lambda x, n=n: replace(e, args=(*e.args[:n], x, *e.args[n + 1 :]))  # type: ignore[misc]
    elif isinstance(e, (Sum, Labelled)):
        yield e.body, lambda x: replace(e, body=x)
    elif isinstance(e, Partial):
        yield e.of, lambda x: replace(e, of=x)
    elif isinstance(e, Cases):
        for n, (row, where) in enumerate(e.rows):
            yield row, lambda x, n=n, w=where: Cases((*e.rows[:n], (x, w), *e.rows[n + 1 :]))  # type: ignore[misc]


def sign(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """One term with the other sign."""
    if isinstance(e, Add):
        for n, term in enumerate(e.terms):
            yield "sign", add(*e.terms[:n], neg(term), *e.terms[n + 1 :])


def dropped(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """A term, a factor, a delta or a sum sign missing."""
    if isinstance(e, Add):
        for n in range(len(e.terms)):
            yield "dropped term", add(*e.terms[:n], *e.terms[n + 1 :])
    elif isinstance(e, Mul):
        for n, factor in enumerate(e.factors):
            if factor != ONE:
                yield _kind_of(factor), mul(*e.factors[:n], *e.factors[n + 1 :])
    elif isinstance(e, Bracket):
        yield "dropped delta", ONE


def _kind_of(factor: Expr) -> str:
    """What is missing: the derivative of a variable by itself is 1 or 0, so that it is often missed by nobody."""
    if isinstance(factor, Partial) and isinstance(factor.of, Var) and factor.of.variable == factor.wrt.variable:
        return "dropped unit"
    return "dropped delta" if isinstance(factor, Bracket) else "dropped factor"


def indices(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """Two indices swapped, or one letter in the place of another."""
    entry = e.wrt if isinstance(e, Partial) else e
    if not isinstance(entry, Var):
        return

    def put(new: tuple[Affine, ...]) -> Expr:
        changed = Var(entry.variable, new)
        return replace(e, wrt=changed) if isinstance(e, Partial) else changed

    old = entry.indices
    for n in range(len(old) - 1):
        if old[n] != old[n + 1]:
            yield "swapped index", put((*old[:n], old[n + 1], old[n], *old[n + 2 :]))
    for n, form in enumerate(old):
        for letter in sorted(scope, key=lambda s: s.name):
            if form.letter is not None and form.letter in scope and letter != form.letter:
                yield "swapped index", put((*old[:n], affine(letter), *old[n + 1 :]))
        if not form.is_constant:
            yield "shifted index", put((*old[:n], form - 1, *old[n + 1 :]))


def bounds(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """A bound off by one."""
    if isinstance(e, Sum):
        for n, lower in enumerate(e.lowers):
            yield "bound off by one", replace(e, lowers=(*e.lowers[:n], lower + 1, *e.lowers[n + 1 :]))
        for n, upper in enumerate(e.uppers):
            for by in (-1, 1):
                yield "bound off by one", replace(e, uppers=(*e.uppers[:n], upper + by, *e.uppers[n + 1 :]))


def layers(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """The same letter of another layer."""
    entry = e.wrt if isinstance(e, Partial) else e
    if isinstance(entry, Var) and "^{(" in entry.variable.key:
        base = entry.variable.key.split("^")[0]
        for other in system.variables():
            if other != entry.variable and other.arity == entry.variable.arity and other.key.split("^")[0] == base:
                changed = Var(other, entry.indices)
                yield "wrong layer", replace(e, wrt=changed) if isinstance(e, Partial) else changed


def primes(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """f for f', f' for f."""
    if isinstance(e, Apply) and len(e.args) == 1:
        yield "f for f'", replace(e, order=(0,) if e.order[0] else (1,))


def numbers(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """Another constant factor or exponent."""
    if isinstance(e, Mul):
        for n, factor in enumerate(e.factors):
            if isinstance(factor, Num):
                yield "constant", mul(*e.factors[:n], Num(factor.value * 2), *e.factors[n + 1 :])
    elif isinstance(e, Pow) and isinstance(e.exponent, Num):
        yield "constant", Pow(e.base, Num(e.exponent.value + 1))


def effects(e: Expr, system: System, scope: frozenset[Sym]) -> Iterator[Mutation]:
    """The direct effect for the total one, and the other way round."""
    if isinstance(e, Partial):
        yield "direct for total", replace(e, direct=not e.direct)


MUTATORS: tuple[Mutator, ...] = (sign, dropped, indices, bounds, layers, primes, numbers, effects)
