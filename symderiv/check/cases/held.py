r"""Lines that are proved where an equation of values holds: `if $y_k = t_k$ the gradient is 0`, `at $a = 0$`.

The derivatives of both sides are written out, then the entry has its value (`normal.prove`). Nothing is refuted so.
The equation must be one that data can meet, and no denominator, root, logarithm or kink of the page may depend on the
entry: at such a point there might be no derivative.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...expr import Add, Apply, Div, Expr, Mul, Num, Pow, Sum, Var, Variable, free, of_kind, variables, walk
from ...network.graph import upstream
from ...normal import prove_equal
from ...normal.limits import Budget
from ...resolve.comparisons.compared import Equated, Fixed
from ...system import System
from ..judge import stray
from ..known.vanishing import vanishing
from ..link import Link

SMOOTH = frozenset({"exp", "sigma", "tanh", "sin", "cos", "sinh", "cosh", "softplus"})
"""Functions that have all derivatives everywhere."""
SECONDS = 2.0


def is_proved_where(link: Link, conditions: Sequence[Fixed | Equated]) -> bool:
    """Is a link proved where the equations hold?"""
    pairs = [p for c in conditions if (p := _pair(link, c)) is not None]
    names = {e.variable for e, _ in pairs}
    computed = any(p.body is not None for v in names for p in link.system.of(v))
    if len(names) < len(conditions) or (computed and len(names) > 1):
        return False  # one may exclude the other
    if any(vanishing(link.system, s, link.full) for s in (link.left, link.right)):
        return False
    budget = Budget(seconds=SECONDS)
    found = prove_equal(link.system, link.left, link.right, link.domain, link.where, budget, tuple(pairs))
    return found.proved


def _pair(link: Link, condition: Fixed | Equated) -> tuple[Var, Expr] | None:
    """The entry and its value; None where the equation cannot be used."""
    if isinstance(condition, Fixed):
        ways: list[tuple[Expr, Expr]] = [(condition.entry, Num(condition.number))]
    else:
        ways = [(condition.left, condition.right), (condition.right, condition.left)]
    return next(((e, v) for e, v in ways if isinstance(e, Var) and _is_usable(link, e, v)), None)


def _is_usable(link: Link, entry: Var, value: Expr) -> bool:
    system, name = link.system, entry.variable
    if not _can_be_met(system, entry, value) or not free(entry) | free(value) <= link.full.letters() | system.sizes:
        return False
    if name in reached(system, [value]):
        return False
    if any(stray(system, e, link.full) is not None for e in (entry, value)):
        return False
    return not any(name in reached(system, [x]) for x in delicate(system, (link.left, link.right, value)))


def _can_be_met(system: System, entry: Var, value: Expr) -> bool:
    """Is there data for which an entry has a value? Data may have any; what is linear in some data, any number."""
    name = entry.variable
    if name in system.positive or any(v.variable == name for v in system.values):
        return False  # lines about these are judged in another way
    pieces = system.of(name)
    if pieces and all(p.body is None for p in pieces):
        return True
    bodies = [p.body for p in pieces if p.body is not None]
    return isinstance(value, Num) and len(bodies) == len(pieces) == 1 and _is_linear_in_data(system, bodies[0])


def _is_linear_in_data(system: System, body: Expr) -> bool:
    """Is it a sum of products, with data that stand in it once?"""
    if any(not isinstance(x, (Add, Mul, Sum, Num, Var)) for x in walk(body)):
        return False
    names = [x.variable for x in of_kind(body, Var)]
    once = (v for v in names if names.count(v) == 1 and v not in system.positive)
    given = [v for v in once if all(p.body is None for p in system.of(v))]
    return any(all(v not in upstream(system, o) for o in names) for v in given)


def reached(system: System, start: Iterable[Expr]) -> set[Variable]:
    """Every name that some expressions are computed with."""
    return {u for e in start for v in variables(e) for u in (v, *upstream(system, v))}


def delicate(system: System, sides: Sequence[Expr]) -> Iterator[Expr]:
    """What stands in a denominator, or in a function that is not smooth, on the sides or in what they rest on."""
    for x in _parts(system, sides):
        if isinstance(x, Div):
            yield x.denominator
    yield from rough(system, sides)


def rough(system: System, sides: Sequence[Expr]) -> Iterator[Expr]:
    """What stands in a function that is not smooth, a root or a power of a denominator, there."""
    for x in _parts(system, sides):
        if isinstance(x, Pow):
            whole = isinstance(x.exponent, Num) and x.exponent.value.denominator == 1 and x.exponent.value >= 0
            if not whole:
                yield from (x.base, x.exponent)
        elif isinstance(x, Apply):
            declared = system.function(x.function)
            if x.function not in SMOOTH and (declared is None or declared.body is not None):
                yield from x.args


def _parts(system: System, sides: Sequence[Expr]) -> Iterator[Expr]:
    names = reached(system, sides)
    bodies = [p.body for v in names for p in system.of(v) if p.body is not None]
    return (x for e in (*sides, *bodies) for x in walk(e))
