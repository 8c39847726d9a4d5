r"""From an expression to a sum of terms: products over sums written out, ties and constants put in, functions applied.

What a variable stands for is decided here and in `unfold`: aliases, constants and names of derivatives
(`\delta_k = \partial E/\partial net_k`) are put in at once, a use that several pieces cover is split by piece (so a sum
over `1..I+1` becomes the one over `h <= I` and the boundary term); nodes stay until somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from ..affine import Affine, Sym, affine
from ..domain import TRUE, Constraint, Context, Domain, disjoint, eq, subtract
from ..domain.constraint import constants
from ..expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    of_kind,
    variables,
)
from ..functions import BY_TABLE, WELL_KNOWN, X, Y
from ..system import Piece, Role, System
from .calls import call
from .count import counted
from .factors import UNIT, Entry, Term, Terms, fresh, size
from .known import Known, knowing
from .limits import MOST_SIZE, MOST_TERMS, Facts, Unprovable
from .poly import ONE, Exponent, form, number, whole
from .powers import power
from .terms import freshened, multiply, number_of, restrict_all

MOST_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """What letters and variables stand for: `letters` for index letters, `values` for parameters of functions, `keep`
    for variables whose entries are nudged and so must not be replaced by what they are tied to."""

    letters: Mapping[Sym, Affine] = field(default_factory=dict)
    values: Mapping[Variable, Terms] = field(default_factory=dict)
    keep: frozenset[Variable] = frozenset()
    depth: int = 0

    def binding(self, letter: Sym, value: Affine) -> Scope:
        """With one more letter."""
        return Scope({**self.letters, letter: value}, self.values, self.keep, self.depth)

    def at(self, letters: Mapping[Sym, Affine]) -> Scope:
        """Inside a definition: only its own letters mean anything."""
        return Scope(letters, {}, self.keep, self.depth + 1)


class Derivatives(Protocol):
    """Who knows derivatives: `rates.Rates`."""

    def partial(self, e: Partial, scope: Scope) -> Terms:
        """A total or direct derivative as a sum of terms."""

    def prime(self, function: str, order: tuple[int, ...], args: list[Terms]) -> Terms:
        """A function with primes, written out."""


class Flattener:
    """Flattens expressions of one system."""

    def __init__(self, system: System) -> None:
        self.system = system
        declared = frozenset(f.name for f in system.functions)
        self.facts = Facts(declared, system.sizes, system.size_functions, frozenset(system.positive))
        self.pieces: dict[Variable, tuple[Piece, ...]] = {}
        for p in system.pieces:
            self.pieces[p.variable] = (*self.pieces.get(p.variable, ()), p)
        self.diagonal = frozenset(
            v for v, pieces in self.pieces.items() if len(pieces) > 1 and any(map(_is_diagonal, pieces))
        )
        self.parted = frozenset(v for v, pieces in self.pieces.items() if len(pieces) > 1 or system.outside_zero)
        self.context = Context(system.context, system.size_functions)
        self.constants = {s: affine(n) for s, n in constants(system.context).items()}
        self.general: Known = knowing(self.context, system.sizes)
        self.known: Known = self.general
        self.derivatives: Derivatives | None = None

    @contextmanager
    def in_general(self) -> Iterator[None]:
        """With nothing known but the network's own context: for what is kept for other questions."""
        known, self.known = self.known, self.general
        try:
            yield
        finally:
            self.known = known

    @contextmanager
    def supposing(self, more: Domain) -> Iterator[None]:
        """With more known than before."""
        known = self.known
        said = Context(known.context.known & more, known.context.positive)
        self.known = knowing(said, self.system.sizes)
        try:
            yield
        finally:
            self.known = known

    def flatten(self, e: Expr, scope: Scope = Scope()) -> Terms:
        """The expression as a sum of terms."""
        if scope.depth > MOST_DEPTH:
            raise Unprovable("definitions are nested too deeply")
        terms = self._flatten(e, scope)
        if len(terms) > MOST_TERMS:
            raise Unprovable(f"more than {MOST_TERMS} terms")
        if isinstance(e, (Div, Pow, Apply)) and any(size(f) > MOST_SIZE for t in terms for f, _ in t.powers):
            raise Unprovable("it is too large when written out")
        return terms

    def _flatten(self, e: Expr, scope: Scope) -> Terms:
        match e:
            case Var():
                return self.entry(e.variable, tuple(i.substitute(scope.letters) for i in e.indices), scope)
            case Mul():
                return self._product(e, scope)
            case Add():
                return [t for x in e.terms for t in self.flatten(x, scope)]
            case Sum():
                return self._sum(e, scope)
            case Apply():
                return self.apply(e.function, e.order, [self.flatten(a, scope) for a in e.args])
            case Num():
                return [Term(number(e.value))] if e.value else []
            case Index():
                weight = form(e.form.substitute(scope.letters).substitute(self.constants))
                return [Term(weight)] if weight.terms else []
            case Div():
                return multiply(self.flatten(e.numerator, scope), self._power(e.denominator, -1, scope))
            case Pow():
                return self._pow(e, scope)
            case Bracket():
                return restrict_all([UNIT], [c.substitute(scope.letters) for c in e.where])
            case Cases():
                return self._cases(e, scope)
            case Labelled():
                return self.flatten(e.body, scope)
            case Partial():
                assert self.derivatives is not None
                return self.derivatives.partial(e, scope)

    def _product(self, e: Mul, scope: Scope) -> Terms:
        result = [UNIT]
        for f in e.factors:
            result = multiply(result, self.flatten(f, scope))
            if len(result) > MOST_TERMS:
                raise Unprovable(f"more than {MOST_TERMS} terms")
        return self.known.prune_all(result)

    def _sum(self, e: Sum, scope: Scope) -> Terms:
        if not e.lowers and not e.uppers and not e.where:
            raise Unprovable("a sum without bounds")
        letter = fresh()
        inner = scope.binding(e.letter, affine(letter))
        here = affine(letter)
        conditions = [
            *(Constraint(">=", here - a.substitute(scope.letters)) for a in e.lowers),
            *(Constraint(">=", b.substitute(scope.letters) - here) for b in e.uppers),
            *(c.substitute(inner.letters) for c in e.where),
        ]
        if not conditions:
            raise Unprovable("a sum without bounds")
        with self.where_apart(e.body, conditions):
            body = self.flatten(e.body, inner)
        terms = [Term(t.weight, t.powers, (letter, *t.bound), t.domain) for t in body]
        found = self.known.prune_all(restrict_all(terms, conditions))
        return [x for t in found for x in counted(t, (letter,), self.known)]

    @contextmanager
    def where_apart(self, body: Expr, conditions: Sequence[Constraint]) -> Iterator[None]:
        r"""With what a sum says of its letters, where that tells which piece of a variable its body means.

        The 0 of `q_{ii} = 0` is no divisor under `\sum_{j \ne i}`, nor is what lies beyond the range of a piece.
        """
        if self.diagonal.isdisjoint(variables(body)) and not self.parted & _divisors(body):
            yield
            return
        with self.supposing(Domain(tuple(conditions))):
            yield

    def _pow(self, e: Pow, scope: Scope) -> Terms:
        exponent = self.flatten(e.exponent, scope)
        p = number_of(exponent)
        if p is not None:
            return self._power(e.base, whole(p), scope)
        return self._raised(self.flatten(e.base, scope), exponent)

    def raised_by(self, base: Terms, exponent: Affine) -> Terms:
        """A sum of terms to a power that letters tell."""
        terms = self.flatten(Index(exponent))
        p = number_of(terms)
        return self._raised(base, terms) if p is None else power(base, whole(p), self.facts)

    def _raised(self, base: Terms, exponent: Terms) -> Terms:
        """A sum of terms to a power that is no number; what of it is one is a power of its own."""
        fixed = [t for t in exponent if not t.powers and not t.bound and not t.domain.constraints]
        constant = sum(((t.weight.terms and dict(t.weight.terms).get((), Fraction(0))) or Fraction(0)) for t in fixed)
        shift = whole(Fraction(constant))
        rest = [*exponent, Term(number(-Fraction(shift)))] if shift else exponent
        kept = call("^", (0, 0), [base, rest], self.facts)
        return multiply(kept, power(base, shift, self.facts)) if isinstance(shift, int) else kept

    def _power(self, e: Expr, p: Exponent, scope: Scope) -> Terms:
        """An expression to a power, factor by factor where that is allowed, so that denominators stay apart."""
        if isinstance(p, int):
            if isinstance(e, Mul):
                result = [UNIT]
                for f in e.factors:
                    result = multiply(result, self._power(f, p, scope))
                return result
            if isinstance(e, Div):
                return multiply(self._power(e.numerator, p, scope), self._power(e.denominator, -p, scope))
            if isinstance(e, Pow):
                q = number_of(self.flatten(e.exponent, scope))
                if q is not None:
                    return self._power(e.base, whole(q * p), scope)
            if isinstance(e, Labelled):
                return self._power(e.body, p, scope)
        return power(self.flatten(e, scope), p, self.facts)

    def _cases(self, e: Cases, scope: Scope) -> Terms:
        result: Terms = []
        rows = [(row, Domain(tuple(c.substitute(scope.letters) for c in where))) for row, where in e.rows]
        stated = [d for _, d in rows if d.constraints]
        for n, d in enumerate(stated):
            if any(not disjoint(d, other, self.known.context) for other in stated[:n]):
                raise Unprovable("the rows of a case distinction overlap")
        others = [TRUE]
        for d in stated:
            others = [piece for part in others for piece in subtract(part, d, self.known.context)]
        for row, d in rows:
            terms = self.flatten(row, scope)
            for part in [d] if d.constraints else others:
                result += restrict_all(terms, part)
        return self.known.prune_all(result)

    def apply(self, function: str, order: tuple[int, ...], args: list[Terms]) -> Terms:
        """A function applied to sums of terms."""
        if function == "sqrt" and function not in self.facts.declared:
            function, args = "^", [*args, [Term(number(Fraction(1, 2)))]]
            return power(args[0], Fraction(1, 2), self.facts)
        if any(order) and function not in self.facts.declared and function in WELL_KNOWN:
            assert self.derivatives is not None
            return self.derivatives.prime(function, order, args)
        return call(function, order, args, self.facts)

    def known_derivative(self, function: str, arg: Terms) -> Terms:
        """The first derivative of a well-known function of one argument, by the table."""
        value = self.apply(function, (0,), [arg])
        inside = Scope({}, {X.variable: arg, Y.variable: value})
        return self.flatten(BY_TABLE[function].derivative, inside)

    # --- variables ------------------------------------------------------------------------------------------------

    def entry(self, variable: Variable, indices: tuple[Affine, ...], scope: Scope) -> Terms:
        """An entry of a variable: what it is tied to, or itself."""
        given = scope.values.get(variable)
        if given is not None:
            return [freshened(t) for t in given]
        pieces = self.pieces.get(variable)
        itself = Term(ONE, ((Entry(variable, indices), 1),))
        if pieces is None or variable in scope.keep:
            return [itself]
        if self.is_alone(pieces[0]):
            p = pieces[0]
            if not is_inlined(p):
                return [itself]
            return self.body(p, indices, scope)
        result: Terms = []
        for p in pieces:
            guard = self.guard(p, indices)
            if any(self.known.decide(c) is False for c in guard.constraints):
                continue
            terms = self.body(p, indices, scope) if is_inlined(p) else [itself]
            result += restrict_all(terms, guard)
        return self.known.prune_all(result)

    def body(self, p: Piece, indices: tuple[Affine, ...], scope: Scope) -> Terms:
        """What a piece says at some indices (they are taken to lie in its domain)."""
        assert p.body is not None
        return self.flatten(p.body, scope.at(arguments(p, indices)))

    def is_alone(self, p: Piece) -> bool:
        """Does a piece say what its variable is wherever that exists?"""
        return len(self.pieces[p.variable]) == 1 and not self.system.outside_zero

    def guard(self, p: Piece, indices: tuple[Affine, ...]) -> Domain:
        """The condition under which a piece is what says it."""
        letters = arguments(p, indices)
        more = [
            eq(actual, written)
            for written, actual in zip(p.indices, indices, strict=True)
            if written.letter not in letters
        ]
        return Domain(p.domain.substitute(letters).constraints + tuple(more))


def arguments(p: Piece, indices: tuple[Affine, ...]) -> dict[Sym, Affine]:
    """What the letters of a piece stand for at given indices."""
    return {
        letter: actual
        for written, actual in zip(p.indices, indices, strict=True)
        if (letter := written.letter) is not None and letter in p.letters
    }


def _is_diagonal(p: Piece) -> bool:
    """Is a piece about entries two of whose indices are equal?"""
    return any(c.rel == "==" and len(c.form.letters() & frozenset(p.letters)) == 2 for c in p.domain.constraints)


def is_inlined(p: Piece) -> bool:
    """Is the piece put in wherever it is used: a tie, a constant, a name of a derivative?"""
    if p.body is None:
        return False
    return p.role in (Role.ALIAS, Role.CONSTANT) or p.nominal


def _divisors(e: Expr) -> frozenset[Variable]:
    """The variables that an expression divides by."""
    return frozenset(v for x in of_kind(e, Div) for v in variables(x.denominator))
