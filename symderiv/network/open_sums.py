r"""Sums without bounds: what positions, the letter elsewhere, or a range beside the definition say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ..affine import Affine, Sym
from ..domain import Domain, bounds, eq, ge, simplify, subset, subtract
from ..expr import Expr, Sum, Var, of_kind, rebuild, walk
from ..system import Span
from .inference import Ranges, State
from .positions import beside, letter_range

Limits = tuple[tuple[Affine, ...], tuple[Affine, ...]]
Closer = Callable[[int, Sum, frozenset[Sym]], Limits | None]


@lru_cache(maxsize=1 << 10)
def has_open_sum(e: Expr) -> bool:
    """Does a sum in it lack bounds?"""
    return any(is_open(x) for x in walk(e))


def is_open(e: Expr) -> bool:
    """Is it a sum without bounds?"""
    return isinstance(e, Sum) and not e.lowers and not e.uppers


def _close(state: State, n: int, closer: Closer) -> bool:
    """Give bounds to the sums of a body that `closer` knows; says whether there was one."""
    body = state.bodies[n]
    if not has_open_sum(body):
        return False
    new = _closed(body, frozenset(state.entries[n].letters), lambda e, scope: closer(n, e, scope))
    state.bodies[n] = new
    return new != body


def _closed(e: Expr, scope: frozenset[Sym], closer: Callable[[Sum, frozenset[Sym]], Limits | None]) -> Expr:
    if not has_open_sum(e):
        return e
    if not isinstance(e, Sum):
        return rebuild(e, lambda x: _closed(x, scope, closer))
    limits = closer(e, scope) if is_open(e) else (e.lowers, e.uppers)
    lowers, uppers = limits or ((), ())
    return Sum(e.letter, lowers, uppers, _closed(e.body, scope | {e.letter}, closer), e.where)


def close_beside(state: State, n: int) -> None:
    """Give the sums of a body the ranges that are stated beside the definition."""
    _close(state, n, lambda n, e, _: _beside(state, n, e))


def _beside(state: State, n: int, e: Sum) -> Limits | None:
    """The range stated beside the definition for the letter of its sum."""
    return next((_limits(span) for span in state.entries[n].inner if span.letter == e.letter), None)


def _limits(span: Span) -> Limits:
    return (span.lower,), (span.upper,)


def sums_by_position(state: State, *, deep: bool = False) -> bool:
    """A sum without bounds runs over the range of the positions that its letter fills."""

    def closer(n: int, e: Sum, scope: frozenset[Sym]) -> Limits | None:
        found = letter_range(state, e.letter, e.body, scope - {e.letter}, state.entries[n].place, deep=deep)
        if found is None:
            return None
        typed = _as_typed(state, e, found)
        if typed is not None:
            return typed
        if not state.draft.outside_zero:  # `\sum_j (w_{j+1} - w_j)^2` ends where `w_{j+1}` does
            found = simplify(found & beside(state, e.letter, e.body, scope - {e.letter}), state.letters.known)
        said = bounds(found, e.letter, state.letters.known)
        if said.rest.constraints or not said.lowers or not said.uppers:
            return None
        return said.lowers, said.uppers

    return any(_close(state, n, closer) for n in range(len(state.entries)))


def _as_typed(state: State, e: Sum, found: Domain) -> Limits | None:
    r"""The bounds that all other sums over its letter have, if what they leave out of a range only stands by number.

    Beside `\beta_0 + \sum_{j=1}^{p} x_{ij} \beta_j` the sum `\sum_j \beta_j^2` is without `\beta_0`.
    """
    sums = (x for d in state.draft.definitions for x in of_kind(d.body, Sum) if x.letter == e.letter)
    typed = {(x.lowers, x.uppers) for x in sums if not is_open(x)}
    if len(typed) != 1:
        return None
    lowers, uppers = next(iter(typed))
    if not frozenset().union(*(f.letters() for f in (*lowers, *uppers))) <= state.letters.sizes:
        return None
    own = Domain.of(*(ge(e.letter, low) for low in lowers), *(ge(up, e.letter) for up in uppers))
    known = state.letters.known
    numbers = list(_numbers(state, e))
    left_out = subtract(found, own, known)
    alone = bool(left_out) and all(subset(d, [Domain.of(eq(e.letter, n)) for n in numbers], known) for d in left_out)
    return (lowers, uppers) if alone and subset(own, [found], known) else None


def _numbers(state: State, e: Sum) -> Iterator[Affine]:
    """Where given variables stand by number in the positions that the letter of a sum fills."""
    entries = [x for d in state.draft.definitions for x in of_kind(d.body, Var)]
    for x in (x for x in of_kind(e.body, Var) if not state.of.get(x.variable)):
        filled = [p for p, form in enumerate(x.indices) if form.letter == e.letter]
        same = (y for y in entries if y.variable == x.variable)
        yield from (y.indices[p] for y in same for p in filled if not y.indices[p].letters())


def sums_by_letter(state: State, ranges: Ranges) -> bool:
    """A sum without bounds runs over the range that its letter has elsewhere."""

    def closer(n: int, e: Sum, scope: frozenset[Sym]) -> Limits | None:
        span = ranges.get(e.letter)
        if span is None or not span.lower.letters() | span.upper.letters() <= scope | state.letters.sizes:
            return None
        return _limits(span)

    return any(_close(state, n, closer) for n in range(len(state.entries)))


def with_bounds(state: State, e: Expr) -> Expr:
    """What a page says beside its definitions (an assumption) with bounds for its sums, as far as positions say."""

    def closer(x: Sum, scope: frozenset[Sym]) -> Limits | None:
        found = letter_range(state, x.letter, x.body, scope - {x.letter}, None, deep=True)
        if found is None:
            span = state.strong.get(x.letter) or state.weak.get(x.letter)
            return None if span is None else _limits(span)
        said = bounds(found, x.letter, state.letters.known)
        return None if said.rest.constraints else (said.lowers, said.uppers)

    return _closed(e, frozenset(), closer)
