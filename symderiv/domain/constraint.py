"""Affine constraints over integers and their conjunctions: pure data, always in canonical form.

A `Constraint` says `form == 0`, `form >= 0`, `form != 0` or `form ≡ 0 (mod m)`; a `Domain` is a conjunction of them.
Both normalise themselves when built (coefficients divided by their gcd, constants tightened to integers, canonical
signs, the tighter of two parallel bounds kept), so that domains which say the same in the same words are equal. What
takes thought (emptiness, implication, projection) is in `omega` and `domain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import gcd
from operator import is_
from typing import Literal, TypeAlias, Union

from ..affine import ZERO, Affine, AffineLike, Atom, IntFn, Sym, affine
from ..errors import DomainTooHard
from ..node import node

Rel = Literal["==", ">=", "!=", "mod"]

_REL_ORDER: dict[str, int] = {"==": 0, ">=": 1, "!=": 2, "mod": 3}
_LARGEST_MODULUS_TO_NEGATE = 256


@node
class Constraint:
    """`form rel 0`; with rel "mod": `form ≡ 0 (mod modulus)`.

    A constraint without letters becomes the canonical true one (`0 >= 0`) or false one (`-1 >= 0`).

    >>> Constraint(">=", 2 * affine("i") - 3)
    i - 2 >= 0
    >>> Constraint("==", 3 - affine("i")), Constraint("mod", affine("i") + 5, 2)
    (i - 3 == 0, i + 1 == 0 mod 2)
    >>> Constraint("==", 2 * affine("i") - 3).is_false
    True
    """

    rel: Rel
    form: Affine
    modulus: int = 0

    def __post_init__(self) -> None:
        rel, form, modulus = _NORMALISE[self.rel](self.form, self.modulus)
        object.__setattr__(self, "rel", rel)
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "modulus", modulus)

    @property
    def is_true(self) -> bool:
        """Does it hold whatever the letters are, visibly?"""
        return not self.form.terms and self.form.const >= 0

    @property
    def is_false(self) -> bool:
        """Does it fail whatever the letters are, visibly?"""
        return not self.form.terms and self.form.const < 0

    @property
    def key(self) -> tuple[object, ...]:
        """A total order on constraints."""
        return _key(self)

    def negate(self) -> tuple[Constraint, ...]:
        """Its complement, as a disjunction of pairwise exclusive constraints.

        >>> ne("k", "j").negate(), eq("k", "j").negate(), ge("k", 1).negate()
        ((j - k == 0,), (-j + k - 1 >= 0, j - k - 1 >= 0), (-k >= 0,))

        Raises `DomainTooHard` for a congruence whose modulus is over 256.
        """
        return _negate(self)

    def substitute(self, values: Mapping[Sym, Affine]) -> Constraint:
        """Replace letters simultaneously, inside the arguments of terms too."""
        form = self.form.substitute(values)
        return self if form is self.form else _made(self.rel, form, self.modulus)

    def letters(self) -> frozenset[Sym]:
        """Every letter in it, those inside the arguments of terms included."""
        return self.form.letters()

    def mentions(self, sym: Sym) -> bool:
        """Does the letter occur anywhere in it?"""
        return sym in self.form.letters()

    def __repr__(self) -> str:
        return f"{self.form!r} == 0 mod {self.modulus}" if self.rel == "mod" else f"{self.form!r} {self.rel} 0"


_CONSTRAINTS: dict[tuple[Rel, Affine, int], Constraint] = {}
_MOST_CONSTRAINTS = 1 << 13


def _made(rel: Rel, form: Affine, modulus: int = 0) -> Constraint:
    """The constraint; one object for the same letters, since most are met again and again."""
    found = _CONSTRAINTS.get((rel, form, modulus))
    if found is None:
        found = Constraint(rel, form, modulus)
        if all(isinstance(a, Sym) for a, _ in form.terms):  # a term keeps its author's spelling, which equality ignores
            if len(_CONSTRAINTS) > _MOST_CONSTRAINTS:
                _CONSTRAINTS.clear()
            _CONSTRAINTS[rel, form, modulus] = found
    return found


_Parts: TypeAlias = tuple[Rel, Affine, int]
_TRUE_PARTS: _Parts = (">=", ZERO, 0)
_FALSE_PARTS: _Parts = (">=", Affine((), -1), 0)


def _positive_first(form: Affine) -> Affine:
    return -form if form.terms[0][1] < 0 else form


def _divide(form: Affine, g: int) -> Affine:
    """`form / g` with the constant rounded down; the identity for g = 1."""
    return form if g == 1 else Affine(tuple((a, c // g) for a, c in form.terms), form.const // g)


def _normal_ge(form: Affine, _: int) -> _Parts:
    if not form.terms:
        return _TRUE_PARTS if form.const >= 0 else _FALSE_PARTS
    return (">=", _divide(form, gcd(*[c for _, c in form.terms])), 0)


def _normal_eq(form: Affine, _: int) -> _Parts:
    if not form.terms:
        return _FALSE_PARTS if form.const else _TRUE_PARTS
    g = gcd(*[c for _, c in form.terms])
    return _FALSE_PARTS if form.const % g else ("==", _positive_first(_divide(form, g)), 0)


def _normal_ne(form: Affine, _: int) -> _Parts:
    if not form.terms:
        return _TRUE_PARTS if form.const else _FALSE_PARTS
    g = gcd(*[c for _, c in form.terms])
    return _TRUE_PARTS if form.const % g else ("!=", _positive_first(_divide(form, g)), 0)


def _normal_mod(form: Affine, m: int) -> _Parts:
    if m <= 0:
        raise ValueError(f"a congruence needs a positive modulus, not {m}")
    terms = tuple((a, c % m) for a, c in form.terms if c % m)
    g = gcd(m, *[c for _, c in terms])
    if form.const % g:
        return _FALSE_PARTS
    if g == m:
        return _TRUE_PARTS
    m, const = m // g, form.const // g
    if 2 * (terms[0][1] // g) > m:
        terms, const = tuple((a, -c) for a, c in terms), -const
    centred = tuple((a, c if 2 * c <= m else c - m) for a, c in ((a, (c // g) % m) for a, c in terms))
    return ("mod", Affine(centred, const % m), m)


_NORMALISE = {"==": _normal_eq, ">=": _normal_ge, "!=": _normal_ne, "mod": _normal_mod}


@lru_cache(maxsize=1 << 12)
def _negate(c: Constraint) -> tuple[Constraint, ...]:
    form, m = c.form, c.modulus
    match c.rel:
        case ">=":
            pieces = [Constraint(">=", -form - 1)]
        case "!=":
            pieces = [Constraint("==", form)]
        case "==":
            pieces = [Constraint(">=", -form - 1), Constraint(">=", form - 1)]
        case "mod":
            if m > _LARGEST_MODULUS_TO_NEGATE:
                raise DomainTooHard(f"the complement of a congruence modulo {m} has too many pieces")
            pieces = [Constraint("mod", form - r, m) for r in range(1, m)]
    return tuple(_shared(p) for p in pieces if not p.is_false)


@lru_cache(maxsize=1 << 12)
def _shared(c: Constraint) -> Constraint:
    """One object for equal constraints: tables then find them by identity, without comparing trees."""
    return c


@lru_cache(maxsize=1 << 12)
def _key(c: Constraint) -> tuple[object, ...]:
    return (_REL_ORDER[c.rel], c.form.key, c.modulus)


def eq(a: AffineLike, b: AffineLike) -> Constraint:
    """a = b"""
    return _made("==", affine(a) - b)


def ne(a: AffineLike, b: AffineLike) -> Constraint:
    """a != b"""
    return _made("!=", affine(a) - b)


def ge(a: AffineLike, b: AffineLike) -> Constraint:
    """a >= b"""
    return _made(">=", affine(a) - b)


def le(a: AffineLike, b: AffineLike) -> Constraint:
    """a <= b"""
    return _made(">=", affine(b) - a)


def gt(a: AffineLike, b: AffineLike) -> Constraint:
    """a > b, which is a >= b + 1 for integers"""
    return _made(">=", affine(a) - b - 1)


def lt(a: AffineLike, b: AffineLike) -> Constraint:
    """a < b, which is a <= b - 1 for integers"""
    return _made(">=", affine(b) - a - 1)


def congruent(a: AffineLike, b: AffineLike, modulus: int) -> Constraint:
    """a ≡ b (mod modulus)"""
    return Constraint("mod", affine(a) - b, modulus)


@node
class Domain:
    """A conjunction of constraints: the integer points that satisfy all of them.

    >>> d = interval("i", 1, "I") & ne("i", "j"); d
    {I - i >= 0, i - 1 >= 0, i - j != 0}
    >>> d.substitute({Sym("i"): affine("j")}).is_false, Domain.of(ge("i", 2), le("i", 2))
    (True, {i - 2 == 0})
    """

    constraints: tuple[Constraint, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "constraints", _canonical(self.constraints))

    @staticmethod
    def of(*constraints: Constraint) -> Domain:
        """The domain of all points that satisfy the constraints."""
        return _domain(constraints)

    @property
    def is_true(self) -> bool:
        """Does it constrain nothing?"""
        return not self.constraints

    @property
    def is_false(self) -> bool:
        """Is it the canonical empty domain? (`is_empty` decides whether there is a point.)"""
        return self.constraints == _FALSE_CONSTRAINTS

    @property
    def key(self) -> tuple[object, ...]:
        """A total order on domains."""
        return tuple(_key(c) for c in self.constraints)

    def __and__(self, other: Domain | Constraint) -> Domain:
        more = other.constraints if isinstance(other, Domain) else (other,)
        if not more or self.is_false:
            return self
        return _domain(self.constraints + more)

    def substitute(self, values: Mapping[Sym, Affine]) -> Domain:
        """Replace letters simultaneously, inside the arguments of terms too."""
        changed = [c.substitute(values) for c in self.constraints]
        if all(map(is_, changed, self.constraints)):
            return self
        return _domain(tuple(changed))

    def letters(self) -> frozenset[Sym]:
        """Every letter in it, those inside the arguments of terms included."""
        return frozenset(a for c in self.constraints for a in c.form.atoms() if isinstance(a, Sym))

    def without(self, sym: Sym) -> Domain:
        """The constraints that do not mention the letter."""
        return Domain(tuple(c for c in self.constraints if not c.mentions(sym)))

    def __repr__(self) -> str:
        return "{" + ", ".join(map(repr, self.constraints)) + "}"


@lru_cache(maxsize=1 << 12)
def _canonical(constraints: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """Sorted, without repetition; of parallel bounds the tightest, of opposite ones that touch the equality."""
    if len(constraints) == 1:
        only = constraints[0]
        return () if only.is_true else (_shared(only),)
    bounds: dict[tuple[tuple[Atom, int], ...], Constraint] = {}
    others: set[Constraint] = set()
    for c in constraints:
        if not c.form.terms:
            if c.form.const < 0:
                return _FALSE_CONSTRAINTS
        elif c.rel != ">=":
            others.add(c)
        elif (old := bounds.get(c.form.terms)) is None or c.form.const < old.form.const:
            bounds[c.form.terms] = c
    for e in [c for c in others if c.rel == "=="] if bounds else ():
        for form in (e.form, -e.form):  # a bound on what an equality fixes
            bound = bounds.get(form.terms)
            if bound is not None:
                if bound.form.const < form.const:
                    return _FALSE_CONSTRAINTS
                del bounds[form.terms]
    for terms, c in list(bounds.items()):
        opposite = bounds.get(tuple((a, -k) for a, k in terms))
        if opposite is None or terms not in bounds:
            continue
        width = c.form.const + opposite.form.const
        if width < 0:
            return _FALSE_CONSTRAINTS
        if width == 0:
            del bounds[terms], bounds[opposite.form.terms]
            others.add(Constraint("==", c.form))
    others.update(bounds.values())
    return tuple(sorted(map(_shared, others), key=_key))


_FALSE_CONSTRAINT = Constraint(">=", Affine((), -1))
_FALSE_CONSTRAINTS: tuple[Constraint, ...] = (_FALSE_CONSTRAINT,)

_domain = lru_cache(maxsize=1 << 12)(Domain)
"""One domain for the same constraints: most are met again and again."""

TRUE = Domain(())
FALSE = Domain(_FALSE_CONSTRAINTS)


@node
class Context:
    """What is known besides a question: a domain, and the functions all of whose values are at least 1.

    Wherever a context is asked for, a plain `Domain` will do. `positive` names sizes that depend on an index (`d` for
    `d_{\\ell-1}`): every application of them that turns up in a question is a size, also one made by substitution.
    """

    known: Domain = TRUE
    positive: frozenset[str] = frozenset()

    def __and__(self, other: Domain | Constraint) -> Context:
        return Context(self.known & other, self.positive)


ContextLike: TypeAlias = Union[Domain, Context]


def interval(sym: AffineLike, lo: AffineLike, hi: AffineLike) -> Domain:
    """`lo <= sym <= hi`.

    >>> interval("i", 1, "I")
    {I - i >= 0, i - 1 >= 0}
    """
    return Domain((ge(sym, lo), le(sym, hi)))


def constants(domain: Domain) -> dict[Sym, int]:
    """The letters that an equality makes one number, `M = 3`.

    >>> constants(Domain.of(eq("M", 3), ge("N", 2)))
    {M: 3}
    """
    found: dict[Sym, int] = {}
    for c in domain.constraints:
        ((atom, k),) = c.form.terms if c.rel == "==" and len(c.form.terms) == 1 else ((None, 0),)
        if isinstance(atom, Sym) and abs(k) == 1:
            found[atom] = -c.form.const * k
    return found


def positivity(constraints: Iterable[Constraint], positive: frozenset[str]) -> list[Constraint]:
    """`f(..) >= 1` for each application in the constraints of a function named in `positive`."""
    if not positive:
        return []
    found = {a for c in constraints for a in c.form.atoms() if isinstance(a, IntFn) and a.name in positive}
    return [ge(a, 1) for a in sorted(found, key=lambda a: a.key)]
