"""Questions about domains: empty, implied, covered, disjoint. Exact, for all integer values of all letters at once.

A question is put as integer vectors to `omega`. Terms (`d_{\\ell-1}`) are unknowns of their own; that equal arguments
give equal values is Ackermann's condition, checked by cases and only where it can matter. Of the context only the part
that is connected to the question by common letters or functions takes part; answers are remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from ..affine import Affine, Atom, IntFn, affine
from .constraint import TRUE, Constraint, Context, ContextLike, Domain, positivity
from .omega import WORK_LIMIT, Budget, Equality, feasible

Constraints = tuple[Constraint, ...]
Pair = tuple[list[Equality], Equality]


def as_context(context: ContextLike) -> Context:
    """A plain domain as a context without positive functions."""
    return context if isinstance(context, Context) else _plain(context)


@lru_cache(maxsize=1 << 12)
def _plain(known: Domain) -> Context:
    return Context(known)


def is_empty(domain: Domain, context: ContextLike = TRUE) -> bool:
    """Is there no integer point in the domain, whatever the letters are, within the context?

    Raises `DomainTooHard` beyond `omega.WORK_LIMIT`.

    >>> from symderiv.domain.constraint import congruent, ge, interval, le
    >>> is_empty(interval("i", 1, "I") & le("I", 0)), is_empty(interval("i", 1, "I"))
    (True, False)
    >>> is_empty(Domain.of(ge("i", 3), le("i", 4), congruent("i", 0, 5)))
    True
    """
    return not consistent(domain.constraints, as_context(context))


def implies(domain: Domain, constraint: Constraint, context: ContextLike = TRUE) -> bool:
    """Does the constraint hold at every point of the domain within the context?

    >>> from symderiv.domain.constraint import ge, interval
    >>> implies(interval("i", 1, "I"), ge("I", 1)), implies(interval("i", 1, "I"), ge("I", 2))
    (True, False)
    """
    return holds_throughout(domain.constraints, constraint, as_context(context))


def subset(domain: Domain, domains: Iterable[Domain], context: ContextLike = TRUE) -> bool:
    """Is every point of the domain (within the context) in one of the domains?

    >>> from symderiv.domain.constraint import eq, interval
    >>> subset(interval("i", 1, "I"), [interval("i", 2, "I"), Domain.of(eq("i", 1))])
    True
    """
    return _covered(domain.constraints, tuple(domains), as_context(context))


def disjoint(d: Domain, e: Domain, context: ContextLike = TRUE) -> bool:
    """Have the two domains no point in common within the context?"""
    return is_empty(d & e, context)


def holds_throughout(constraints: Constraints, constraint: Constraint, context: Context) -> bool:
    """`implies` on a tuple of constraints."""
    if constraint.is_true or constraint in constraints or constraint in context.known.constraints:
        return True
    if constraint.rel == "mod" and constraint.modulus > 3:
        return not consistent(constraints + _unfulfilled(constraint), context)
    return not any(consistent((*constraints, piece), context) for piece in constraint.negate())


_QUOTIENT, _REMAINDER = affine("\0quotient"), affine("\0remainder")


def _unfulfilled(congruence: Constraint) -> Constraints:
    """That a congruence fails, in one conjunction: it leaves a remainder, with two letters that nobody else uses."""
    m = congruence.modulus
    division = Constraint("==", congruence.form - m * _QUOTIENT - _REMAINDER)
    return (division, Constraint(">=", _REMAINDER - 1), Constraint(">=", m - 1 - _REMAINDER))


def _covered(constraints: Constraints, domains: tuple[Domain, ...], context: Context) -> bool:
    if not consistent(constraints, context):
        return True
    if not domains:
        return False
    first, rest = domains[0], domains[1:]
    inside = constraints
    for c in first.constraints:
        if c in inside:
            continue
        for piece in c.negate():
            if not _covered((*inside, piece), rest, context):
                return False
        inside = (*inside, c)
    return True


def consistent(constraints: Constraints, context: Context) -> bool:
    """Is there an integer point that satisfies the constraints and the context?"""
    if not constraints:
        return _satisfiable(context.known.constraints, context.positive)
    return _consistent(constraints, context)


@lru_cache(maxsize=1 << 13)
def _consistent(constraints: Constraints, context: Context) -> bool:
    known = context.known.constraints
    if known:
        if not _satisfiable(known, context.positive):
            return False
        constraints = constraints + _connected(constraints, context.known)
    return _satisfiable(constraints, context.positive)


_Code: TypeAlias = tuple[tuple[tuple[Atom, int], ...], frozenset[Atom | str], bool]


@lru_cache(maxsize=1 << 12)
def _code(c: Constraint) -> _Code:
    """The terms of a constraint; what ties it to others (its atoms and functions); does it have functions?"""
    terms = c.form.terms
    applied = [a for a in c.form.atoms() if isinstance(a, IntFn)]
    if not applied:
        return terms, frozenset([a for a, _ in terms]), False
    return terms, frozenset([*c.form.atoms(), *(a.name for a in applied)]), True


@lru_cache(maxsize=1 << 10)
def _ties(known: Domain) -> tuple[tuple[Constraint, frozenset[Atom | str]], ...]:
    return tuple((c, _code(c)[1]) for c in known.constraints)


def _connected(constraints: Constraints, known: Domain) -> Constraints:
    """The part of what is known that shares letters or functions with the constraints, directly or through others."""
    reached: set[Atom | str] = set()
    for c in constraints:
        reached |= _code(c)[1]
    waiting: Sequence[tuple[Constraint, frozenset[Atom | str]]] = _ties(known)
    found: list[Constraint] = []
    while True:
        further = []
        for entry in waiting:
            if reached.isdisjoint(entry[1]):
                further.append(entry)
            else:
                reached |= entry[1]
                found.append(entry[0])
        if len(further) == len(waiting):
            return tuple(found)
        waiting = further


@lru_cache(maxsize=1 << 13)
def _satisfiable(constraints: Constraints, positive: frozenset[str]) -> bool:
    """The question itself: every constraint takes part."""
    if positive:
        constraints = constraints + tuple(positivity(constraints, positive))
    columns: dict[Atom, int] = {}
    functions = False
    moduli = 0
    for c in constraints:
        if not c.form.terms:
            if c.is_false:
                return False
            continue
        moduli += c.rel == "mod"
        terms, _, applied = _code(c)
        functions = functions or applied
        for atom, _ in terms:
            if atom not in columns:
                columns[atom] = len(columns)
    groups = _active_groups(constraints, columns) if functions else []
    n = len(columns) + moduli
    rows: dict[str, list[Equality]] = {"==": [], ">=": [], "!=": []}
    fresh = len(columns)
    for c in constraints:
        row = [0] * n
        for atom, k in _code(c)[0]:
            row[columns[atom]] = k
        if c.rel == "mod":
            row[fresh] = c.modulus
            fresh += 1
            rows["=="].append((tuple(row), c.form.const))
        else:
            rows[c.rel].append((tuple(row), c.form.const))
    budget = Budget(WORK_LIMIT)
    eqs, ges, nes = rows["=="], rows[">="], rows["!="]
    if not groups:
        return feasible(eqs, ges, nes, budget)
    return _congruent(eqs, ges, nes, _pairs(groups, columns, n), budget)


def _vector(form: Affine, columns: dict[Atom, int], n: int) -> Equality:
    row = [0] * n
    for atom, c in form.terms:
        row[columns[atom]] = c
    return tuple(row), form.const


def _active_groups(constraints: Constraints, columns: dict[Atom, int]) -> list[list[IntFn]]:
    """The applications of each function whose congruence can matter; their arguments' atoms get columns too.

    A function that occurs only in inequalities and always with the same sign is left out: give all its applications one
    value, far out. So is one that is applied once.
    """
    applied: dict[tuple[str, int], set[IntFn]] = {}
    signs: dict[tuple[str, int], set[int]] = {}
    for c in constraints:
        for atom in c.form.atoms():
            if isinstance(atom, IntFn):
                applied.setdefault((atom.name, len(atom.args)), set()).add(atom)
        for atom, k in c.form.terms:
            if isinstance(atom, IntFn):
                sign = 0 if c.rel != ">=" else (1 if k > 0 else -1)
                signs.setdefault((atom.name, len(atom.args)), set()).add(sign)
    active: list[list[IntFn]] = []
    waiting = {name for name, s in signs.items() if s not in ({1}, {-1})}
    done: set[tuple[str, int]] = set()
    while waiting:
        name = waiting.pop()
        done.add(name)
        group = sorted(applied[name], key=lambda a: a.key)
        if len(group) < 2:
            continue
        active.append(group)
        for application in group:
            columns.setdefault(application, len(columns))
            for arg in application.args:
                for atom, _ in arg.terms:
                    columns.setdefault(atom, len(columns))
                    if isinstance(atom, IntFn) and (atom.name, len(atom.args)) not in done:
                        waiting.add((atom.name, len(atom.args)))
    return active


def _pairs(groups: Iterable[Sequence[IntFn]], columns: dict[Atom, int], n: int) -> list[Pair]:
    """For two applications of one function: the differences of their arguments, and of their values."""
    found: list[Pair] = []
    for group in groups:
        for a, b in combinations(group, 2):
            differences = [x - y for x, y in zip(a.args, b.args, strict=True)]
            if any(d.is_constant and d.const for d in differences):
                continue
            value = _vector(Affine(((a, 1), (b, -1)), 0), columns, n)
            found.append(([_vector(d, columns, n) for d in differences if d.terms], value))
    return found


def _congruent(
    eqs: list[Equality], ges: list[Equality], nes: list[Equality], pairs: list[Pair], budget: Budget
) -> bool:
    """Is there a point at which equal arguments give equal values?"""
    if not feasible(eqs, ges, nes, budget):
        return False
    if not pairs:
        return True
    (differences, value), rest = pairs[0], pairs[1:]
    for difference in differences:
        if _congruent(eqs, ges, [*nes, difference], rest, budget):
            return True
    return _congruent([*eqs, *differences, value], ges, nes, rest, budget)
