r"""Local differentiation, by occurrence.

Each place where an entry `x[phi]` stands in an expression is an *occurrence*. The derivative of the whole by that
place is a product of one factor for every function, product, fraction or power on the way down to it; sums on the way
bind letters. So the derivative of `e` by `x[b]` is

    sum over occurrences, sum over their bound letters, [phi = b] * product of factors

and the equalities `phi = b` are all there is to a Kronecker delta: `contract` uses them up. Nothing here looks
through definitions; that is the business of `flow` and `adjoint`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ..affine import Affine, Sym, affine
from ..domain import TRUE, ContextLike, Domain, eq
from ..expr import (
    MINUS_ONE,
    ONE,
    ZERO,
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
    Variable,
    add,
    bound,
    free,
    fresh,
    mul,
    num,
    substitute,
)
from ..expr import replace as rewrite
from ..functions import FACTOR, WELL_KNOWN, derivative
from ..system import Piece
from .contract import Term, contracted, summed
from .products import collected, product

HALF = Fraction(1, 2)
NOTHING: Mapping[Variable, tuple[Piece, ...]] = {}


@dataclass(frozen=True)
class Occurrence:
    """One place of an entry: what stands there, the letters bound around it with their domain, and the derivative.

    `letters` are in order from the outermost sum inwards, all different and different from the free letters; `factors`
    are the derivative by this place, from the outermost operation inwards, with the letters free.
    """

    entry: Var
    letters: tuple[Sym, ...]
    domain: Domain
    factors: tuple[Expr, ...]

    def by(self, entry: Var) -> Term:
        """The term it contributes to the derivative by `entry`, whose letters must not be among its own."""
        same = (eq(a, b) for a, b in zip(self.entry.indices, entry.indices, strict=True))
        return Term(self.letters, self.domain & Domain.of(*same), self.factors)


@dataclass(frozen=True)
class _Path:
    """The way down so far."""

    letters: tuple[Sym, ...]
    domain: Domain
    factors: tuple[Expr, ...]
    taken: frozenset[Sym]
    declared: frozenset[str]
    generic: Mapping[Variable, tuple[Piece, ...]]
    wanted: Callable[[Variable], bool]

    def times(self, *factors: Expr) -> _Path:
        return replace(self, factors=self.factors + tuple(f for f in factors if f != ONE))


def occurrences(
    e: Expr,
    wanted: Callable[[Variable], bool] = lambda v: True,
    value: Expr | None = None,
    declared: frozenset[str] = frozenset(),
    taken: frozenset[Sym] = frozenset(),
    generic: Mapping[Variable, tuple[Piece, ...]] = NOTHING,
) -> Iterator[Occurrence]:
    r"""Every place of `e` where an entry of a wanted variable stands, left to right.

    `value` is a name of `e` itself, used where a derivative is customarily expressed through the value (`o (1 - o)`).
    Bound letters among `taken` are renamed. `generic` says of which entries an objective is a function that nothing
    defines: it and its direct derivatives occur nowhere but through these. Any other `Partial` is a value left alone.

    >>> from symderiv.expr import total
    >>> o, w = Variable("o_{#}"), Variable("w_{#,#}")
    >>> found = list(occurrences(total("h", 1, "I", mul(o("h"), w("k", "h")))))
    >>> [(x.entry.variable.name, x.letters, x.domain, x.factors == (y,)) for x, y in zip(found, (w("k", "h"), o("h")))]
    [('o', (h,), {I - h >= 0, h - 1 >= 0}, True), ('w', (h,), {I - h >= 0, h - 1 >= 0}, True)]
    """
    path = _Path((), TRUE, (), taken | free(e), declared, generic, wanted)
    yield from _visit(e, path, value)


def partial(e: Expr, entry: Var, known: ContextLike = TRUE, declared: frozenset[str] = frozenset()) -> Expr:
    r"""The direct derivative of `e` by `entry`, deltas collapsed, within what is known of its free letters.

    >>> from symderiv.domain import interval
    >>> from symderiv.expr import total
    >>> o, w = Variable("o_{#}"), Variable("w_{#,#}")
    >>> e = total("h", 1, affine("I") + 1, mul(o("h"), w("k", "h")))
    >>> partial(e, w("k", "i"), interval("i", 1, "I")) == o("i")
    True
    """
    name = entry.variable
    letters = frozenset().union(*(i.letters() for i in entry.indices), free(e))
    terms: list[Expr] = []
    for found in occurrences(e, lambda v: v == name, declared=declared, taken=letters):
        term = contracted(found.by(entry), known)
        if term is not None:
            guard, body = summed(replace(term, factors=(product(*term.factors),)), known)
            terms.append(body if guard.is_true else mul(Bracket(guard.constraints), body))
    return collected(terms)


def depends(e: Expr, wanted: Callable[[Variable], bool]) -> bool:
    """Does a wanted variable stand anywhere in `e` (outside of derivatives)?"""
    return next(occurrences(e, wanted), None) is not None


def _visit(e: Expr, path: _Path, value: Expr | None = None) -> Iterator[Occurrence]:
    if isinstance(e, Var):
        if e.variable in path.generic:
            yield from _into_generic(e, path, e.variable)
        elif path.wanted(e.variable):
            yield Occurrence(e, path.letters, path.domain, path.factors)
        return
    if isinstance(e, Partial):
        inner: Expr = e
        while isinstance(inner, Partial) and inner.direct:
            inner = inner.of
        if isinstance(inner, Var) and inner.variable in path.generic:
            yield from _into_generic(e, path, inner.variable)
        return
    rule = _DOWN.get(type(e))
    if rule is not None:
        yield from rule(e, path, value)


def _into_generic(e: Expr, path: _Path, objective: Variable) -> Iterator[Occurrence]:
    """The derivative of a function left open, by each entry that it is a function of."""
    for piece in path.generic[objective]:
        if path.wanted(piece.variable):
            names: dict[Sym, Affine] = {}
            for letter in piece.letters:
                names[letter] = affine(fresh(path.taken | {a.letter for a in names.values() if a.letter}, letter))
            entry = Var(piece.variable, tuple(i.substitute(names) for i in piece.indices))
            letters = tuple(a.letter for a in names.values() if a.letter)
            domain = path.domain & piece.domain.substitute(names)
            yield Occurrence(entry, path.letters + letters, domain, (*path.factors, Partial(e, entry, direct=True)))


def _into_sum_of_terms(e: Add, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    for term in e.terms:
        yield from _visit(term, path)


def _into_product(e: Mul, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    for n, factor in enumerate(e.factors):
        if not isinstance(factor, Num):
            yield from _visit(factor, path.times(*e.factors[:n], *e.factors[n + 1 :]))


def _into_fraction(e: Div, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    yield from _visit(e.numerator, path.times(Div(ONE, e.denominator)))
    if value is not None:
        down = path.times(MINUS_ONE, value, Div(ONE, e.denominator))
    else:
        down = path.times(MINUS_ONE, e.numerator, Div(ONE, Pow(e.denominator, num(2))))
    yield from _visit(e.denominator, down)


def _into_power(e: Pow, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    if isinstance(e.exponent, Num) and e.exponent.value == HALF:
        outer: tuple[Expr, ...] = (num(HALF), Div(ONE, e if value is None else value))
    elif isinstance(e.exponent, Num) and e.exponent.value == 2:
        outer = (e.exponent, e.base)
    else:
        outer = (e.exponent, Pow(e.base, _one_less(e.exponent)))
    yield from _visit(e.base, path.times(*outer))
    if not isinstance(e.exponent, Num):
        yield from _visit(e.exponent, path.times(e if value is None else value, Apply("log", (e.base,))))


def _one_less(exponent: Expr) -> Expr:
    return num(exponent.value - 1) if isinstance(exponent, Num) else add(exponent, MINUS_ONE)


def _into_call(e: Apply, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    if e.function == FACTOR and not any(e.order):
        yield from _into_factor(e.args[0], path)
        return
    plain = e if e.function in path.declared else without_primes(e)
    if not isinstance(plain, Apply) or plain.function != e.function:
        yield from _visit(plain, path)
        return
    for n, argument in enumerate(plain.args):
        slope = derivative(plain, n, value, path.declared)
        if slope != ZERO or plain.function != "step":  # between the jumps of a maximum its steps are constant
            yield from _visit(argument, path.times(slope))


def _into_factor(e: Expr, path: _Path) -> Iterator[Occurrence]:
    """By the logarithmic derivative of what a product over an index multiplies: `y/p` of `p^y`, not `y p^{y-1}/p^y`."""
    if isinstance(e, Mul):
        for factor in e.factors:
            yield from _into_factor(factor, path)
    elif isinstance(e, Div):
        yield from _into_factor(e.numerator, path)
        yield from _into_factor(e.denominator, path.times(MINUS_ONE))
    elif isinstance(e, Pow):
        yield from _into_factor(e.base, path.times(e.exponent))
        yield from _visit(e.exponent, path.times(Apply("log", (e.base,))))
    else:
        yield from _visit(e, path.times(Div(ONE, e)))


def _into_sum(e: Sum, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    body, where, letter = e.body, e.domain, e.letter
    if letter in path.taken:
        letter = fresh(path.taken | free(body) | bound(body), letter)
        body = substitute(body, {e.letter: affine(letter)})
        # the bounds lie outside the scope of the letter; only they could hold the outer letter of the same name
        ranged = Sum(letter, e.lowers, e.uppers, ONE, tuple(c.substitute({e.letter: affine(letter)}) for c in e.where))
        where = ranged.domain
    inner = replace(
        path, letters=(*path.letters, letter), domain=path.domain & where, taken=path.taken | {letter} | free(body)
    )
    yield from _visit(body, inner)


def _into_cases(e: Cases, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    for n, (row, where) in enumerate(e.rows):
        if where:
            yield from _visit(row, replace(path, domain=path.domain & Domain(where)))
        else:
            alone = Cases(tuple((ONE if m == n else ZERO, w) for m, (_, w) in enumerate(e.rows)))
            yield from _visit(row, path.times(alone))


def _into_labelled(e: Labelled, path: _Path, value: Expr | None) -> Iterator[Occurrence]:
    yield from _visit(e.body, path, value)


_DOWN: dict[type, Callable[..., Iterator[Occurrence]]] = {
    Add: _into_sum_of_terms,
    Mul: _into_product,
    Div: _into_fraction,
    Pow: _into_power,
    Apply: _into_call,
    Sum: _into_sum,
    Cases: _into_cases,
    Labelled: _into_labelled,
}


def without_primes(call: Apply) -> Expr:
    r"""A well-known function's derivative written out: `\sigma'(x)` as `\sigma(x) (1 - \sigma(x))`.

    Calls without primes and abstract functions come back as they are.

    >>> x = Variable("x")()
    >>> without_primes(Apply("sin", (x,), (1,))) == Apply("cos", (x,))
    True
    """
    if call.function not in WELL_KNOWN or not any(call.order):
        return call
    holes = tuple(Variable(f"@{n}")() for n in range(len(call.args)))
    found: Expr = Apply(call.function, holes)
    for hole, order in zip(holes, call.order, strict=True):
        for _ in range(order):
            found = partial(found, hole)
    actual: dict[Expr, Expr] = dict(zip(holes, call.args, strict=True))
    return rewrite(found, lambda e: actual.get(e) if isinstance(e, Var) else None)
