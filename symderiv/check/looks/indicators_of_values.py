r"""Indicators that a value is a number, the `[a = 0]` of `E = \frac12 (p - r)^2 + b [a = 0]`.

Such a one is 0 almost everywhere, so that `\partial E/\partial b = 2 [a = 0]` and `= 0` hold like `= [a = 0]`, and show
nothing. A line is judged with a number that nobody knows in its place; one that is right without that alone is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...affine import Affine, Sym, affine
from ...domain import Domain
from ...domain.constraint import Constraint
from ...expr import ONE, ZERO, Bracket, Cases, Expr, Var, Variable, add, bound, mul, neg, of_kind
from ...expr import replace as with_replaced
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import HIDDEN, Piece, Role, System
from ..cases.assuming import Judge
from ..link import Link

AT_NUMBERS = lazily(r"(.+?)(?:[_^]\{?\(?[\d,]+\)?\}?)+")
"""An entry at numbers: what it is an entry of."""
OPEN = "the indicator that a value is a number is 0 almost everywhere"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of values: those that are numbers, and those with indices that are computed."""

    numbers: frozenset[str]
    computed: frozenset[str]

    def has(self, name: str) -> bool:
        """Is it a number, or the entry at numbers of what is computed, the `a_1` of a_j?"""
        if name in self.numbers:
            return True
        entry = AT_NUMBERS.fullmatch(name)
        return entry is not None and entry[1] in self.computed


def unless_by_indicators(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that is right or wrong only because such an indicator is 0."""
    if not _holds_one(link):
        return verdict
    others = (True,) if verdict.judgement is Judgement.RIGHT else (True, False)
    if all(judge(_with(link, unknown=x)).judgement is verdict.judgement for x in others):
        return verdict
    return Verdict(Judgement.UNPROVED, detail=OPEN)


def _holds_one(link: Link) -> bool:
    """Does a line, or its network, hold such an indicator?"""
    compared = [*_compared_in(link.system), *(c for side in (link.left, link.right) for c in _compared(side))]
    return bool(compared) and any(_of_value(c, _names(link.system)) for c in compared)


@of_this_object(64)
def _compared_in(system: System) -> tuple[Constraint, ...]:
    return tuple(c for p in system.pieces if p.body is not None for c in _compared(p.body))


def _compared(e: Expr) -> Iterator[Constraint]:
    """The conditions of indicators and of cases."""
    yield from (c for b in of_kind(e, Bracket) for c in b.where)
    yield from (c for x in of_kind(e, Cases) for _, where in x.rows for c in where)


@of_this_object(64)
def _names(system: System) -> Names:
    letters = {s.name for p in system.pieces for s in (*p.letters, *(bound(p.body) if p.body is not None else ()))}
    numbers = frozenset(p.variable.key for p in system.pieces if not p.indices) - letters
    return Names(
        numbers, frozenset(split_key(p.variable.key)[0] for p in system.pieces if p.indices and p.body is not None)
    )


def _of_value(c: Constraint, names: Names) -> tuple[str, tuple[Affine, ...]] | None:
    """The name of the value that an equation in an indicator compares, with its indices; last the number."""
    if c.rel not in ("==", "!="):
        return None
    for atom in c.form.atoms():
        times = c.form.coefficient(atom)
        number = affine(atom) - c.form * times
        own = names.has(atom.name) if isinstance(atom, Sym) else atom.name in names.computed
        if own and times in (1, -1) and number.is_constant:
            return atom.name, (*(() if isinstance(atom, Sym) else atom.args), number)
    return None


def _with(link: Link, *, unknown: bool) -> Link:
    """The line with an unknown number, or with 0, for each such indicator."""
    names, met = _names(link.system), dict[Variable, Piece]()

    def holds(c: Constraint) -> Expr:
        found = _of_value(c, names)
        if found is None:
            return Bracket((c,))
        value: Expr = ZERO
        if unknown:
            name = f"{HIDDEN}{found[0]}_{{{','.join('#' for _ in found[1])}}}"
            letters = tuple(Sym(f"@{n + 1}") for n in range(len(found[1])))
            variable = Variable(name)
            met[variable] = Piece(variable, tuple(map(affine, letters)), letters, Domain(()), None, Role.INPUT)
            value = Var(variable, found[1])
        return value if c.rel == "==" else add(ONE, neg(value))

    def put(e: Expr) -> Expr | None:
        if isinstance(e, Bracket) and any(_of_value(c, names) for c in e.where):
            return mul(*map(holds, e.where))
        if isinstance(e, Cases) and any(_of_value(c, names) for _, where in e.rows for c in where):
            held = [mul(*map(holds, where)) for _, where in e.rows if where]
            rest = add(ONE, *map(neg, held))
            return add(*(mul(value, mul(*map(holds, where)) if where else rest) for value, where in e.rows))
        return None

    system = link.system
    pieces = [p if p.body is None else replace(p, body=with_replaced(p.body, put)) for p in system.pieces]
    left, right = with_replaced(link.left, put), with_replaced(link.right, put)
    sizes = frozenset(s for s in system.sizes if not names.has(s.name))
    functions = frozenset(n for n in system.size_functions if n not in names.computed)
    system = replace(system, pieces=(*pieces, *met.values()), sizes=sizes, size_functions=functions)
    domain = Domain(tuple(c for c in link.domain.constraints if not any(names.has(s.name) for s in c.letters())))
    return replace(link, system=system, left=left, right=right, domain=domain)
