"""What factors and forms look like when the names of bound letters do not matter: for putting them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..affine import Affine, Sym, affine
from ..domain import Constraint, Domain
from ..expr import Variable
from .factors import Call, Entry, Factor, Normal, Term, is_placeholder
from .poly import Exponent


def rough(f: Affine) -> tuple[object, ...]:
    """A key of a form that does not see the names of bound letters."""
    return (
        tuple(sorted((("*" if isinstance(a, Sym) and is_placeholder(a) else repr(a)), k) for a, k in f.terms)),
        f.const,
    )


@lru_cache(maxsize=1 << 12)
def shape(f: Factor) -> tuple[object, ...]:
    """What a factor is, letters aside."""
    if isinstance(f, Entry):
        h = f.head
        return ("a", h.key) if isinstance(h, Variable) else ("b", h.of.key, h.wrt.key, h.direct)
    if isinstance(f, Call):
        return ("c", f.function, f.order, tuple(_normal_shape(a) for a in f.args))
    return ("d", _normal_shape(f.inner))


def _normal_shape(n: Normal) -> tuple[object, ...]:
    return tuple(term_shape(t) for t in n.terms)


def term_shape(t: Term) -> tuple[object, ...]:
    return (
        tuple((shape(f), float(e)) for f, e in t.powers),
        len(t.bound),
        tuple((c.rel, c.modulus) for c in t.domain.constraints),
        tuple((len(m), float(c)) for m, c in t.weight.terms),
    )


@lru_cache(maxsize=1 << 12)
def rough_factor(f: Factor) -> tuple[object, ...]:
    """A key of a factor that sees its free letters but not the names of bound ones."""
    return tuple(rough(x) for x in slots(f))


@lru_cache(maxsize=1 << 12)
def slots(f: Factor) -> tuple[Affine, ...]:
    """Every affine form of a factor, in order, those of sums inside it with their bound parts left out."""
    if isinstance(f, Entry):
        return f.indices
    if isinstance(f, Call):
        return tuple(s for a in f.args for t in a.terms for s in _term_slots(t))
    return tuple(s for t in f.inner.terms for s in _term_slots(t))


def _term_slots(t: Term) -> Iterable[Affine]:
    for m, _ in t.weight.terms:
        for form, _ in m:
            yield outside(form, t.bound)
    for f, _ in t.powers:
        for s in slots(f):
            yield outside(s, t.bound)
    for c in ordered(t.domain):
        yield outside(c.form, t.bound)


def outside(f: Affine, bound: Sequence[Sym]) -> Affine:
    """A form without the atoms that hold the given letters."""
    if not bound or f.letters().isdisjoint(bound):
        return f
    kept = []
    for a, k in f.terms:
        held = affine(a).letters()
        if held.isdisjoint(bound):
            kept.append((a, k))
    return Affine(tuple(kept), f.const)


def ordered(d: Domain) -> list[Constraint]:
    """The constraints in an order that does not depend on the names of free letters."""
    return sorted(d.constraints, key=_constraint_key)


@lru_cache(maxsize=1 << 12)
def _constraint_key(c: Constraint) -> tuple[object, ...]:
    inner = tuple((a.name, k) for a, k in c.form.terms if isinstance(a, Sym) and a.name[0] == "#")
    return (c.rel, c.modulus, inner, rough(c.form))


def factor_key(fe: tuple[Factor, Exponent]) -> tuple[object, ...]:
    return (shape(fe[0]), float(fe[1]), rough_factor(fe[0]))
