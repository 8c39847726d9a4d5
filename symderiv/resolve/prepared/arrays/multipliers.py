r"""Numbers beside the entries of a vector of their letter: `x^T A x - \lambda (x^T x - 1)` and `\lambda_1, \lambda_j`.

By its entries `\lambda` would be a vector. Where it multiplies a number, and the product is added to a number, it is
one, too: a quadratic form with one name at both ends is a number, and so is a sum that has a number for a term. So it
is told apart from the entries, unless anything but factors and derivatives by it are typed with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Number, Product, Scripted, Statement, Terms
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.rows_told import VECTORS
from ...spelled.shape import APART, Stem, is_mark, stem_of

NEAR = 40
"""So many characters may stand between a name and such a word."""


def _has_any(s: Statement) -> bool:
    return any(True for _ in _multipliers(s))


@where(_has_any)
def with_multipliers_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such numbers told apart from vectors of their letter."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = {x for s in statements for x in _multipliers(s)}
    names = [n for s in statements for n in t.of_kind(s, Name) if stem_of(n) in found]
    factors = {id(n) for s in statements for n in _plain_places(s)}
    told = {stem_of(n) for n in _told_vectors(located)}
    below = {id(n) for n in names if any(not s.above for s in n.scripts)}
    vectors = told | {stem_of(n) for n in names if id(n) not in below and (n.primes or id(n) not in factors)}
    apart = {stem_of(n) for n in names if id(n) in below} - vectors
    if not apart:
        return list(located)

    def changed(x: object) -> Name | None:
        bare = isinstance(x, Name) and not x.scripts and stem_of(x) in apart
        return replace(x, font=APART) if bare and isinstance(x, Name) else None

    return with_statements(located, lambda s: rebuilt(s, changed))


def _multipliers(s: Statement) -> Iterator[Stem]:
    r"""The names that multiply a number in a product that is added to a number."""
    for x in t.of_kind(s, Terms):
        others = [term.body for term in x.terms]
        for body in others if any(map(_is_quadratic, others)) else ():
            factors = [f for f in body.factors if not isinstance(f.body, Number)] if isinstance(body, Product) else []
            name, group = (f.body for f in factors) if len(factors) == len("ab") else (None, None)
            plain = isinstance(name, Name) and not (name.scripts or name.primes or name.font)
            if plain and isinstance(name, Name) and _is_juxtaposed(factors[1]) and _is_number(group):
                yield stem_of(name)


def _is_number(x: Node | None) -> bool:
    """Is it a number, whatever its names are? All terms of a sum are alike."""
    if isinstance(x, Group) and x.open in ("(", "[") and len(x.items) == 1:
        inner = x.items[0]
        terms = [term.body for term in inner.terms] if isinstance(inner, Terms) else [inner]
        return any(isinstance(y, Number) or _is_quadratic(y) for y in terms)
    return False


def _is_quadratic(x: Node) -> bool:
    r"""Is it `x^T A x`, perhaps with a number in front?"""
    factors = [f for f in x.factors if not isinstance(f.body, (Number, t.Fraction))] if isinstance(x, Product) else []
    first, last = (factors[0].body, factors[-1].body) if len(factors) > 1 else (None, None)
    plain = len(factors) <= len("xAx") and all(f.operator in ("", r"\cdot") for f in factors)
    return plain and first is not None and last is not None and _turned(first) == last


def _turned(x: Node) -> Node | None:
    """What a transpose is taken of."""
    if not isinstance(x, (Name, Scripted)):
        return None
    marks = [s for s in x.scripts if s.above and len(s.entries) == 1 and is_mark(s.entries[0])]
    rest = tuple(s for s in x.scripts if s not in marks)
    if len(marks) != 1 or x.primes:
        return None
    return x.base if isinstance(x, Scripted) and not rest else replace(x, scripts=rest)


def _plain_places(s: Statement) -> Iterator[Name]:
    """The names that stand where a number may: before a factor, among arguments, below derivatives."""
    for x in t.of_kind(s, Product):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            if isinstance(a.body, Name) and not a.body.scripts and _is_juxtaposed(a) and _is_juxtaposed(b):
                yield a.body
            if isinstance(a.body, Name) and b.joined and isinstance(b.body, Group) and len(b.body.items) > 1:
                yield from (y for y in b.body.items if isinstance(y, Name))  # `L(x, \lambda)`
    for d in t.of_kind(s, t.Derivative):
        yield from (w.body for w in d.wrt if isinstance(w.body, Name))
    for c in (s.chain, *s.conditions):
        if isinstance(c, t.Chain) and not c.relations and isinstance(c.members[0], Name):
            yield c.members[0]


def _is_juxtaposed(f: Factor) -> bool:
    return f.operator in ("", r"\cdot")


def _told_vectors(located: Sequence[Located]) -> Iterator[Name]:
    """The names alone in running text beside words for vectors."""
    for display, f in located:
        chains = [s.chain for s in f.statements] if display.inline and isinstance(f, t.Formula) else []
        for c in chains:
            beside = f"{display.before[-NEAR:]} {display.after[:NEAR]}"
            if not c.relations and isinstance(c.members[0], Name) and VECTORS.search(beside):
                yield c.members[0]
