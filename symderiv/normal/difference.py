"""Which terms two expressions share, which one lacks, which it has too many: what a judge tells a student."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain import TRUE, Constraint, Domain
from ..expr import Expr, Variable
from ..system import System
from ..work import WORK
from .compare import cancelled
from .express import Writer
from .factors import Terms
from .flatten import Scope
from .limits import MOST_WORK
from .poly import number
from .prove import Prover, prover
from .terms import collect, freshened, scale

MOST_PUT_IN = 20


@dataclass(frozen=True)
class Difference:
    """Terms of two expressions: `common` to both, `missing` from the second, `extra` in the second."""

    common: tuple[Expr, ...]
    missing: tuple[Expr, ...]
    extra: tuple[Expr, ...]


def difference(
    system: System, left: Expr, right: Expr, domain: Domain = TRUE, where: tuple[Constraint, ...] = ()
) -> Difference:
    """Which terms of two expressions agree, which are missing from the second, which are extra in it.

    Definitions are put in only as far as some term comes to agree: first not at all, then those without sums, then all.
    Raises `Unprovable` or `DomainTooHard` where there is no normal form.

    >>> from symderiv.expr import Variable, add
    >>> x = Variable("x_{#}")
    >>> found = difference(System(()), add(x(1), x(2)), add(x(2), x(3)))
    >>> found.common == (x(2),), found.missing == (x(1),), found.extra == (x(3),)
    (True, True, True)
    """
    engine = prover(system)
    scope = engine.supposing(domain & Domain(where))
    with WORK.allowing(MOST_WORK):
        return _difference(engine, left, right, scope)


def _difference(engine: Prover, left: Expr, right: Expr, scope: Scope) -> Difference:
    flattener = engine.flattener
    try:
        ours, theirs = (flattener.flatten(e, scope) for e in (left, right))
        first: Difference | None = None
        for level in range(3):
            found = _split(engine, _put_in(engine, ours, level), _put_in(engine, theirs, level))
            first = first or found
            if found.common:
                return found
        assert first is not None
        return first
    finally:
        flattener.known = flattener.general


def _put_in(engine: Prover, terms: Terms, level: int) -> Terms:
    """Definitions put in: none, those without sums, all."""
    done: set[Variable] = set()
    for _ in range(MOST_PUT_IN if level else 0):
        new = engine.moves.unfolded(terms, done, simple=True)
        if new is None and level == 2:
            new = engine.moves.unfolded(terms, done, simple=False)
        if new is None:
            break
        terms = [freshened(t) for t in collect(new)]
    return terms


def _split(engine: Prover, ours: Terms, theirs: Terms) -> Difference:
    known = engine.flattener.known
    left = cancelled([*ours, *scale(theirs, number(-1))], known)
    different = {(c.powers, c.bound, c.domain) for c in collect(left)}
    write = Writer(known.context, engine.system.spans)

    def parted(terms: Terms, want: bool) -> tuple[Expr, ...]:
        return tuple(write.term(t) for t in collect(terms) if ((t.powers, t.bound, t.domain) in different) == want)

    return Difference(parted(ours, False), parted(ours, True), parted(theirs, True))
