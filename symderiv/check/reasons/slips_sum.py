r"""Slips in sums: their bounds, a sum that is missing or left over, a product of sums for a sum of products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ...affine import Affine, Sym, affine
from ...calculus.letters import Letters
from ...domain.constraint import Constraint, ne
from ...expr import (
    MINUS_ONE,
    Expr,
    Mul,
    Partial,
    Pow,
    Sum,
    Var,
    bound,
    children,
    free,
    fresh,
    mul,
    neg,
    of_kind,
    substitute,
    walk,
)
from ...expr import replace as replaced
from ...system import System
from ..known.ranges import Ranges
from .slips import Formula, Patch, Site, Slip, occurrences, put_right, renamed_at, without
from .slips_index import MOST_OCCURRENCES


def bounds(f: Formula, system: System) -> Iterator[Slip]:
    """A sum that begins or ends one earlier or later, or at another size."""
    sizes = sorted(system.sizes, key=lambda s: s.name)
    ranges = Ranges(system, system.spans)
    for site in f.sites:
        e = site.node
        if not isinstance(e, Sum):
            continue
        yield from _in_position(f, site, e, ranges)
        for n, a in enumerate(e.lowers):
            for b in (a - 1, a + 1):
                yield put_right("bound", f, site, Sum(e.letter, _set(e.lowers, n, b), e.uppers, e.body, e.where))
        for n, a in enumerate(e.uppers):
            for b in _ends(a, sizes):
                yield put_right("bound", f, site, Sum(e.letter, e.lowers, _set(e.uppers, n, b), e.body, e.where))


def _in_position(f: Formula, site: Site, e: Sum, ranges: Ranges) -> Iterator[Slip]:
    """The sum over the range of a position that its letter fills."""
    if e.letter in f.given:
        return
    seen = {(e.lowers, e.uppers)}
    for entry in walk(e.body):
        if isinstance(entry, Var) and any(e.letter in i.letters() for i in entry.indices):
            scope = f.given | free(entry) | {e.letter}
            found = _range(ranges, e.letter, (entry,), scope - f.sizes)
            if found is not None and found.lowers and found.uppers and (found.lowers, found.uppers) not in seen:
                seen.add((found.lowers, found.uppers))
                where = tuple(dict.fromkeys((*e.where, *found.where)))
                yield put_right("bound", f, site, Sum(e.letter, found.lowers, found.uppers, e.body, where))


def conditions(f: Formula, system: System) -> Iterator[Slip]:
    """A condition of a sum that does not belong, or is missing."""
    for site in f.sites:
        e = site.node
        if not isinstance(e, Sum):
            continue
        for n in range(len(e.where)):
            rest = e.where[:n] + e.where[n + 1 :]
            yield put_right("condition-narrow", f, site, Sum(e.letter, e.lowers, e.uppers, e.body, rest))
        for s in f.letters(site):
            where: tuple[Constraint, ...] = (*e.where, ne(e.letter, s))
            yield put_right("condition-wide", f, site, Sum(e.letter, e.lowers, e.uppers, e.body, where))


def all_bounds(f: Formula, system: System) -> Iterator[Slip]:
    """Every sum ends one earlier or later than it should, as in both directions of an image."""
    several = [s for s in f.sites if isinstance(s.node, Sum)]
    if len(several) > 1:
        for step in (1, -1):
            yield Slip("bound", several[0].path, replaced(f.whole, lambda x, d=step: _longer(x, d)))  # type: ignore[misc]


def _longer(e: Expr, step: int) -> Expr | None:
    if not isinstance(e, Sum):
        return None
    return Sum(e.letter, e.lowers, tuple(u + step for u in e.uppers), e.body, e.where)


def _ends(a: Affine, sizes: list[Sym]) -> Iterator[Affine]:
    yield a + 1
    yield a - 1
    for size in sizes:
        for b in (affine(size), affine(size) + 1, affine(size) - 1):
            if b not in (a, a + 1, a - 1):
                yield b


def _set(forms: tuple[Affine, ...], n: int, new: Affine) -> tuple[Affine, ...]:
    return (*forms[:n], new, *forms[n + 1 :])


def left_over(f: Formula, system: System) -> Iterator[Slip]:
    """A sum of which only one term is left, or one over what does not depend on its letter."""
    for site in f.sites:
        e = site.node
        if not isinstance(e, Sum):
            continue
        if e.letter not in free(e.body):
            yield _over(f, site, e, e.body)
        else:
            same = {s.letter for s in site.sums if (s.lowers, s.uppers) == (e.lowers, e.uppers)}
            for s in f.letters(site):
                found = _over(f, site, e, substitute(e.body, {e.letter: affine(s)}))
                yield replace(found, kind="product-of-sums") if s in same else found


def _over(f: Formula, site: Site, e: Sum, new: Expr) -> Slip:
    return Slip("sum-extra", site.path, Patch(f.whole, site.path, new), e, new, letter=e.letter)


def missing(f: Formula, system: System) -> Iterator[Slip]:
    """A sum over a letter that stands on this side only."""
    ranges = Ranges(system, system.spans)
    for s in sorted(f.loose(f.whole) - f.given, key=lambda s: s.name):
        for site in f.sites:
            if site.is_named or s not in free(site.node) or any(x.letter == s for x in site.sums):
                continue
            if isinstance(site.node, Sum):
                yield from _over_another(f, site, site.node, s, ranges)
            new = summed(ranges, s, site.node, f.given | {s})
            if new is not None:
                shown = with_sign_in_front(new)
                yield Slip("sum-missing", site.path, Patch(f.whole, site.path, shown), site.node, shown, letter=s)


def _over_another(f: Formula, site: Site, e: Sum, letter: Sym, ranges: Ranges) -> Iterator[Slip]:
    """The sum over another letter."""
    new = summed(ranges, letter, e.body, f.given | {letter})
    if new is not None:
        yield Slip("index", site.path, Patch(f.whole, site.path, new), e, new)


def collapsed(f: Formula, system: System) -> Iterator[Slip]:
    """A sum of which one term was kept: some of the letters that are fixed now ran."""
    ranges = Ranges(system, system.spans)
    for site in f.sites:
        e = site.node
        if not (site.is_term or isinstance(e, Mul)) or isinstance(e, Sum):
            continue
        for s in (*f.letters(site), *_ends_of(e, f)):
            count = occurrences(e, s)
            if not 0 < count <= MOST_OCCURRENCES:
                continue
            taken = free(e) | bound(e) | f.given | system.sizes | {x.letter for x in site.sums}
            new = fresh(taken, Sym(s.name.lower()) if s in f.sizes else s)
            for size in range(count, 0, -1):
                for chosen in map(frozenset, combinations(range(count), size)):
                    body = renamed_at(e, s, affine(new), chosen)
                    total = summed(ranges, new, body, f.given | {new})
                    if total is not None:
                        total = _lettered(total, s, system, f.given | free(e) | bound(e))
                        shown = with_sign_in_front(total)
                        repaired = Patch(f.whole, site.path, shown)
                        route = _route(total)
                        yield Slip("sum-missing", site.path, repaired, e, shown, route=route, letter=total.letter)


def with_sign_in_front(e: Sum) -> Expr:
    r"""Minus the sum, where what it adds up begins with a minus: nobody writes `\sum_j (-x_j)`.

    >>> from symderiv.expr import Variable, total
    >>> x = Variable("x_{#}")
    >>> with_sign_in_front(total("j", 1, "J", neg(x("j")))) == neg(total("j", 1, "J", x("j")))
    True
    """
    if isinstance(e.body, Mul) and e.body.factors[0] == MINUS_ONE and len(e.body.factors) > 1:
        return neg(replace(e, body=mul(*e.body.factors[1:])))
    return e


def _ends_of(e: Expr, f: Formula) -> list[Sym]:
    """The sizes that stand as an index: of a sum, the last term may have been kept."""
    forms = (i for x in of_kind(e, Var) for i in x.indices)
    return list(dict.fromkeys(s for i in forms if i.letters() <= f.sizes for s in sorted(i.letters(), key=str)))


def _lettered(total: Sum, like: Sym, system: System, taken: frozenset[Sym]) -> Sum:
    """The sum with the letter that a lecturer would take."""
    letter = Letters(system).pick(like, total.uppers[0] if total.uppers else None, taken | system.sizes)
    body = substitute(total.body, {total.letter: affine(letter)})
    where = tuple(c.substitute({total.letter: affine(letter)}) for c in total.where)
    return Sum(letter, total.lowers, total.uppers, body, where)


def _route(total: Expr) -> Var | None:
    r"""What the chain rule goes through: the net of `\partial E/\partial net_k \, \partial net_k/\partial w`."""
    below = [x.wrt for x in of_kind(total, Partial)]
    return next((x.of for x in of_kind(total, Partial) if x.of in below and isinstance(x.of, Var)), None)


def summed(ranges: Ranges, letter: Sym, body: Expr, scope: frozenset[Sym]) -> Sum | None:
    """The sum over a letter, over the range that its entries have together, or else over that of the first one."""
    entries = tuple(
        dict.fromkeys(e for e in walk(body) if isinstance(e, Var) and any(i.letter == letter for i in e.indices))
    )
    for of in (entries, *((e,) for e in entries)) if len(entries) > 1 else (entries,):
        found = _range(ranges, letter, of, scope) if of else None
        if found is not None and (found.lowers or found.uppers):
            return Sum(letter, found.lowers, found.uppers, body, found.where)
    return None


_RANGES: dict[tuple[System, Sym, tuple[Var, ...]], Sum | None] = {}
"""Ranges found so far: asking takes a proof that one range holds another."""
MOST_REMEMBERED = 5000


def _range(ranges: Ranges, letter: Sym, entries: tuple[Var, ...], scope: frozenset[Sym]) -> Sum | None:
    key = (ranges.system, letter, entries)
    if key not in _RANGES:
        if len(_RANGES) > MOST_REMEMBERED:
            _RANGES.clear()
        found = ranges.filled(Sum(letter, (), (), mul(*entries), ()), scope)
        _RANGES[key] = found if isinstance(found, Sum) else None
    return _RANGES[key]


def products(f: Formula, system: System) -> Iterator[Slip]:
    """Sums multiplied that should run together, and a sum that should be two."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Mul):
            for a, b in combinations([n for n, x in enumerate(e.factors) if isinstance(x, Sum)], 2):
                yield from _run_together(f, site, e, a, b)
        elif isinstance(e, Pow) and isinstance(e.base, Sum):
            s = e.base
            inside = Pow(s.body, e.exponent)
            yield put_right("product-of-sums", f, site, Sum(s.letter, s.lowers, s.uppers, inside, s.where))
        elif isinstance(e, Sum) and isinstance(e.body, Pow):
            total = Sum(e.letter, e.lowers, e.uppers, e.body.base, e.where)
            yield put_right("product-of-sums", f, site, Pow(total, e.body.exponent))


def split(f: Formula, system: System) -> Iterator[Slip]:
    """A sum of products that should be a product of sums."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Sum) and isinstance(e.body, Mul):
            for n, factor in enumerate(e.body.factors):
                rest = without(e.body, n)
                if e.letter in free(factor) and e.letter in free(rest):
                    parts = (Sum(e.letter, e.lowers, e.uppers, x, e.where) for x in (factor, rest))
                    yield put_right("product-of-sums", f, site, mul(*parts))


def _run_together(f: Formula, site: Site, e: Mul, a: int, b: int) -> Iterator[Slip]:
    parts = children(e)
    first, second = parts[a], parts[b]
    assert isinstance(first, Sum)
    assert isinstance(second, Sum)
    if first.letter != second.letter and first.letter in free(second.body):
        return
    body = mul(first.body, substitute(second.body, {second.letter: affine(first.letter)}))
    both = Sum(first.letter, first.lowers, first.uppers, body, first.where)
    yield put_right("product-of-sums", f, site, mul(*parts[:a], both, *parts[a + 1 : b], *parts[b + 1 :]))
