"""Terms as expressions again, and which terms two expressions share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from ..affine import Affine, Sym, affine
from ..domain import Constraint, Context, Domain, simplify
from ..expr import (
    ONE,
    Apply,
    Bracket,
    Div,
    Expr,
    Index,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    mul,
    num,
)
from ..system import Span
from .factors import Base, Entry, Factor, Normal, Rate, Term, term_letters
from .poly import Exponent, Poly
from .terms import opened, renamed

USUAL = "khmnpqrsuv"
MOST_ORDERS = 24


@dataclass(frozen=True)
class Writer:
    """Turns terms into expressions: `spans` suggest letters for what is summed over, `context` shortens conditions."""

    context: Context
    spans: tuple[Span, ...] = ()

    def terms(self, terms: Sequence[Term], taken: frozenset[Sym] = frozenset()) -> Expr:
        """A sum of terms."""
        return add(*(self.term(t, taken) for t in terms))

    def term(self, t: Term, taken: frozenset[Sym] = frozenset()) -> Expr:
        r"""One term: `\sum_k [conditions] weight * factors`."""
        t = self._lettered(t, taken)
        inside = taken | term_letters(t)
        body = mul(*self._weight(t.weight), *self._quotient(t, inside))
        rest = simplify(t.domain, self.context)
        for letter, own in reversed(_nested(t.bound, rest)):
            body = _sum(letter, own, body)
        left = tuple(c for c in rest.constraints if c.letters().isdisjoint(t.bound))
        return mul(Bracket(left), body) if left else body

    def _lettered(self, t: Term, taken: frozenset[Sym]) -> Term:
        """Bound letters with the names that people would give them."""
        used = {s.name for s in taken | term_letters(t)}
        names: dict[Sym, Affine] = {}
        for b in t.bound:
            own = {c for c in t.domain.constraints if c.mentions(b)}
            choices = [s.letter.name for s in self.spans if _is_range(b, s, own)]
            name = next((c for c in (*choices, *USUAL) if c not in used), None)
            if name is None:
                name = next(f"k_{{{n}}}" for n in range(1, len(used) + 2) if f"k_{{{n}}}" not in used)
            used.add(name)
            names[b] = affine(name)
        return renamed(t, names, tuple(s for n in names.values() if (s := n.letter) is not None))

    def _weight(self, weight: Poly) -> Iterator[Expr]:
        monos = [mul(num(c), *(_power(Index(f), e) for f, e in m)) for m, c in weight.terms]
        yield add(*monos)

    def _quotient(self, t: Term, taken: frozenset[Sym]) -> Iterator[Expr]:
        above = [_power(self._factor(f, taken), e) for f, e in t.powers if e > 0]
        below = [_power(self._factor(f, taken), -e) for f, e in t.powers if e < 0]
        if not below:
            yield from above
        else:
            yield Div(mul(*above) if above else ONE, mul(*below))

    def _factor(self, f: Factor, taken: frozenset[Sym]) -> Expr:
        if isinstance(f, Entry):
            return _entry(f)
        if isinstance(f, Base):
            return self._normal(f.inner, taken)
        args = tuple(self._normal(a, taken) for a in f.args)
        return Pow(*args) if f.function == "^" else Apply(f.function, args, f.order)

    def _normal(self, n: Normal, taken: frozenset[Sym]) -> Expr:
        return self.terms(opened(n), taken)


def _entry(f: Entry) -> Expr:
    if isinstance(f.head, Variable):
        return Var(f.head, f.indices)
    assert isinstance(f.head, Rate)
    n = f.head.of.arity
    return Partial(Var(f.head.of, f.indices[:n]), Var(f.head.wrt, f.indices[n:]), f.head.direct)


def _power(e: Expr, p: Exponent) -> Expr:
    if p == 1:
        return e
    if p < 0:
        return Div(ONE, _power(e, -p))
    return Pow(e, Num(Fraction(p)))


def _is_range(b: Sym, s: Span, own: set[Constraint]) -> bool:
    here = affine(b)
    return {Constraint(">=", here - s.lower), Constraint(">=", s.upper - here)} <= own


def _nested(bound: tuple[Sym, ...], domain: Domain) -> list[tuple[Sym, list[Constraint]]]:
    """An order of the sums, outermost first, in which each has bounds in letters further out, with its conditions."""
    orders = [o for _, o in zip(range(MOST_ORDERS), permutations(bound), strict=False)]
    for order in orders:
        parts: list[tuple[Sym, list[Constraint]]] = []
        for n, letter in enumerate(order):
            later = order[n + 1 :]
            own = [c for c in domain.constraints if c.mentions(letter) and not any(c.mentions(x) for x in later)]
            parts.append((letter, own))
        if all(_is_bounded(letter, own) for letter, own in parts):
            return parts
    raise ValueError("a sum without bounds")


def _is_bounded(letter: Sym, own: list[Constraint]) -> bool:
    signs = {c.form.coefficient(letter) for c in own if c.rel == ">="}
    return {1, -1} <= signs or any(c.rel == "==" and c.form.coefficient(letter) in (1, -1) for c in own)


def _sum(letter: Sym, own: list[Constraint], body: Expr) -> Expr:
    lowers: list[Affine] = []
    uppers: list[Affine] = []
    where: list[Constraint] = []
    for c in own:
        k = c.form.coefficient(letter)
        end = affine(letter) - c.form * k
        if k not in (1, -1) or c.rel not in (">=", "==") or letter in end.letters():
            where.append(c)
            continue
        if c.rel == "==" or k == 1:
            lowers.append(end)
        if c.rel == "==" or k == -1:
            uppers.append(end)
    return Sum(letter, tuple(lowers), tuple(uppers), body, tuple(where))
