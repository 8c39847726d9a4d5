r"""Slips in one node: constants, powers, names; and parts that do not belong.

Each generator takes the written formula and yields ways to undo one misconception, at every place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from ...affine import Affine, Sym, affine
from ...expr import (
    MINUS_ONE,
    ONE,
    Add,
    Apply,
    Bracket,
    Div,
    Expr,
    Index,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    children,
    mul,
    neg,
    num,
    of_kind,
    rebuild,
    walk,
)
from ...pattern import lazily
from ...system import System
from .slips import Formula, Patch, Site, Slip, at, is_denominator, put_right, without

CONSTANTS = (2, Fraction(1, 2), 4, Fraction(1, 4), 3, Fraction(1, 3))
EXPONENTS = (1, 2, 3, Fraction(1, 2), -1)


def constants(f: Formula, system: System) -> Iterator[Slip]:
    """A number or a size as a factor of the whole, of a term, of an argument; a number that is another."""
    values: list[Expr] = [num(c) for c in CONSTANTS]
    for form in _size_forms(system):
        values += [Index(form), Div(num(1), Index(form))]
    for site in f.terms:
        if isinstance(site.parent, Sum) or is_denominator(site):
            continue
        for c in values:
            yield _scaled(f, site, c)
    for site in f.sites:
        if isinstance(site.node, Num) and not isinstance(site.parent, (Mul, Pow)):
            others: tuple[int | Fraction, ...] = (2, 3, 4) if is_denominator(site) else (0, 1, 2, -1, Fraction(1, 2))
            for other in others[1:] if isinstance(site.parent, Add) and others[0] == 0 else others:
                yield put_right("constant", f, site, num(other))  # a 0 there is a term too many
        elif isinstance(site.node, Index) and not (isinstance(site.parent, Apply) and "#" in site.parent.function):
            for form in (site.node.form - 1, site.node.form + 1, *_size_forms(system)):
                yield put_right("constant", f, site, Index(form))


def _scaled(f: Formula, site: Site, c: Expr) -> Slip:
    """A constant more in front of a term: told alone, or as what the number that is there should be."""
    e = site.node
    new = mul(c, e)
    first = e.factors[0] if isinstance(e, Mul) else e
    number = first.value if isinstance(first, Num) else Fraction(1)
    if abs(number) == 1 and not isinstance(e, Num):
        return Slip("constant", site.path, Patch(f.whole, site.path, new), None, c)
    if isinstance(c, Num) and isinstance(e, Mul):
        return Slip("constant", site.path, Patch(f.whole, site.path, new), first, num(number * c.value))
    return put_right("constant", f, site, new)


@lru_cache(maxsize=64)
def _size_forms(system: System) -> tuple[Affine, ...]:
    """The sizes that stand as values somewhere, else all of them."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    used = dict.fromkeys(x.form for b in bodies for x in of_kind(b, Index))
    return (*used, *(a for s in sorted(system.sizes, key=lambda s: s.name) if (a := affine(s)) not in used))


def exponents(f: Formula, system: System) -> Iterator[Slip]:
    """A power that is another, is missing, or does not belong."""
    for site in f.sites:
        e = site.node
        if site.is_named:
            continue
        if isinstance(e, Pow):
            for n in _exponents(e):
                yield put_right("exponent", f, site, e.base if n == 1 else Pow(e.base, num(n)))
        elif isinstance(e, (Var, Apply, Add, Sum)) and isinstance(
            site.parent, (Mul, Add, Div, Sum, Partial, type(None))
        ):
            yield put_right("exponent", f, site, Pow(e, num(2)))
            if isinstance(e, Add) and isinstance(site.parent, (Mul, Div)):
                yield put_right("exponent", f, site, Pow(e, num(Fraction(1, 2))))
        elif isinstance(e, Index) and isinstance(site.parent, (Mul, Div)):
            for n in (Fraction(1, 2), Fraction(2)):  # `D` for `\sqrt{D}`, `k` for `k^2`
                yield put_right("exponent", f, site, Pow(e, num(n)))


def _exponents(e: Pow) -> tuple[int | Fraction, ...]:
    """Powers that may have been meant: the usual ones, and one more or less than it is."""
    if not isinstance(e.exponent, Num):
        return EXPONENTS
    n = e.exponent.value
    if n == Fraction(1, 2):
        return EXPONENTS
    return tuple(dict.fromkeys((*EXPONENTS, n - 1, n + 1)))


def names(f: Formula, system: System) -> Iterator[Slip]:
    """Another variable with the same indices: of another layer, or another altogether."""
    there = [v for v in system.variables() if v != system.objective]
    for site in f.sites:
        e = site.node
        if not isinstance(e, Var):
            continue
        for v in there:
            if v != e.variable and v.arity == e.variable.arity and not _by_itself(site, v, e.indices):
                yield put_right(_kind_of_name(site, e.variable, v), f, site, Var(v, e.indices))


def names_throughout(f: Formula, system: System) -> Iterator[Slip]:
    """Another variable with the same indices wherever one stands: `a_i (1 - a_i)` for `h_i (1 - h_i)`."""
    there = [v for v in system.variables() if v != system.objective]
    first: dict[Var, Site] = {}
    often: set[Var] = set()
    for site in f.sites:
        e = site.node
        if isinstance(e, Var) and not any(isinstance(x, Partial) for x in site.above):
            often |= {e} & first.keys()
            first.setdefault(e, site)
    for e in (e for e in first if e in often):
        for v in there:
            if v != e.variable and v.arity == e.variable.arity:
                new = Var(v, e.indices)
                yield Slip("variable", first[e].path, _replaced(f.whole, e, new), e, new)


def _replaced(whole: Expr, old: Var, new: Var) -> Expr:
    """The formula with a value for another one, derivatives left alone."""
    if whole == old:
        return new
    return whole if isinstance(whole, Partial) else rebuild(whole, lambda x: _replaced(x, old, new))


def _by_itself(site: Site, v: Variable, indices: tuple[Affine, ...]) -> bool:
    """Would an entry be differentiated by itself?"""
    e = site.parent
    return isinstance(e, Partial) and Var(v, indices) == (e.of if site.is_named else e.wrt)


def other_arity(f: Formula, system: System) -> Iterator[Slip]:
    """Another variable with an index more or less."""
    there = [v for v in system.variables() if v != system.objective]
    for site in f.sites:
        e = site.node
        if not isinstance(e, Var):
            continue
        for v in there:
            for indices in _fitted(e, v.arity, f.letters(site)):
                yield put_right(_kind_of_name(site, e.variable, v), f, site, Var(v, indices))


def _fitted(e: Var, arity: int, letters: tuple[Sym, ...]) -> Iterator[tuple[Affine, ...]]:
    if arity == e.variable.arity - 1:
        for n in range(len(e.indices)):
            yield e.indices[:n] + e.indices[n + 1 :]
    elif arity == e.variable.arity + 1:
        for n in range(arity):
            for s in letters:
                yield (*e.indices[:n], affine(s), *e.indices[n:])


def _kind_of_name(site: Site, old: Variable, new: Variable) -> str:
    if same_but_label(old, new):
        return "layer" if old.arity or "^" in old.key else _kind_of_number(old, new)
    if isinstance(site.parent, Apply) and any(site.parent.order):
        return "argument"
    return "variable"


def _kind_of_number(old: Variable, new: Variable) -> str:
    """The numbers of an entry that is a variable by itself, `w_{12}`, are its indices."""
    return "transposed" if sorted(old.key) == sorted(new.key) else "index"


_LABELS = lazily(r"\((\d+)\)|\{(\d+)\}|\d+")


def same_but_label(a: Variable, b: Variable) -> bool:
    """Do two names differ by a number only (`net^{(2)}`, `net^{(3)}`)?"""
    return a.key != b.key and _LABELS.sub("", a.key) == _LABELS.sub("", b.key)


def direct(f: Formula, system: System) -> Iterator[Slip]:
    """The total derivative for the direct one, and the other way round."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Partial):
            kind = "path-missing" if e.direct else "path-twice"
            yield put_right(kind, f, site, Partial(e.of, e.wrt, not e.direct))


def inverses(f: Formula, system: System) -> Iterator[Slip]:
    """Divided for multiplied."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Div):
            yield put_right("inverse", f, site, mul(e.numerator, e.denominator))
            yield put_right("inverse", f, site, Div(e.denominator, e.numerator))
        elif isinstance(e, Mul):
            for n, factor in enumerate(e.factors):
                if not isinstance(factor, Num):
                    yield put_right("inverse", f, site, Div(without(e, n), factor))


def extra_factors(f: Formula, system: System) -> Iterator[Slip]:
    """A factor, a denominator or a function that does not belong."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Mul):
            for n, factor in enumerate(e.factors):
                if factor != MINUS_ONE:
                    yield Slip(
                        _kind_of_factor(factor),
                        (*site.path, n),
                        Patch(f.whole, site.path, without(e, n)),
                        old=factor,
                    )
            yield from _pairs(f, site, e)
        elif isinstance(e, Div):
            kind = "constant" if isinstance(e.denominator, (Num, Index)) else "factor-extra"
            yield Slip(kind, (*site.path, 1), Patch(f.whole, site.path, e.numerator), old=Div(num(1), e.denominator))
            if not isinstance(e.numerator, (Num, Mul)):
                new = Patch(f.whole, site.path, Div(num(1), e.denominator))
                yield Slip(_kind_of_factor(e.numerator), (*site.path, 0), new, old=e.numerator)
        elif isinstance(e, Apply) and len(e.args) == 1:
            yield put_right("factor-extra", f, site, e.args[0])


def _pairs(f: Formula, site: Site, e: Mul) -> Iterator[Slip]:
    """Two neighbouring factors too many: a derivative written through its value, `y_k (1 - y_k)`, or any two."""
    for n, (a, b) in enumerate(pairwise(e.factors)):
        if isinstance(a, Num) or len(e.factors) == 2:
            continue
        kind = "prime-extra" if _is_derivative(a, b) or _is_derivative(b, a) else "factor-extra"
        rest = mul(*e.factors[:n], *e.factors[n + 2 :])
        yield Slip(kind, (*site.path, n), Patch(f.whole, site.path, rest), old=mul(a, b), covers=2)


def _is_derivative(value: Expr, rest: Expr) -> bool:
    """Is it the derivative of the logistic function, through its value?"""
    return rest == add(ONE, neg(value))


def _kind_of_factor(factor: Expr) -> str:
    if isinstance(factor, Bracket):
        return "delta-extra" if any(c.rel == "==" for c in factor.where) else "condition-narrow"
    if isinstance(factor, (Num, Index)) or (isinstance(factor, Div) and not of_kind(factor, Var)):
        return "constant"
    if isinstance(factor, Add) and any(factor == add(ONE, neg(Pow(x, num(2)))) for x in walk(factor)):
        return "prime-extra"  # 1 - a^2
    return "prime-extra" if isinstance(factor, Apply) and any(factor.order) else "factor-extra"


def doubled_terms(f: Formula, system: System) -> Iterator[Slip]:
    """A term that is there twice."""
    for slip in extra_terms(f, system):
        parts = children(at(f.whole, slip.path[:-1]))
        if parts.count(parts[slip.path[-1]]) > 1:
            yield replace(slip, kind="path-twice")


def extra_terms(f: Formula, system: System) -> Iterator[Slip]:
    """A term that does not belong."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Add):
            for n, term in enumerate(e.terms):
                rest = without(e, n)
                if rest == ONE and isinstance(site.parent, Mul):
                    continue  # the whole of it is a factor too many
                yield Slip("term-extra", (*site.path, n), Patch(f.whole, site.path, rest), old=term)
