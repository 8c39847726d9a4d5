r"""Sums of logarithms of what is 0 on a diagonal: `\sum_i \sum_j p_{ij} \log \frac{p_{ij}}{q_{ij}}`, `q_{ii} = 0`.

Taken as typed such a sum has no value. By `0 \log 0 = 0` it has no terms for i = j, whoever writes it: so it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ...affine import Affine, affine
from ...domain import ne
from ...domain.constraint import Constraint
from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Apply, Div, Expr, Labelled, Mul, Pow, Sum, Var, Variable, num, of_kind, rebuild
from ...system import Assumption
from ..statements import Equation
from .definitions_compared import repeats

Diagonals = Mapping[Variable, tuple[tuple[int, int], ...]]
"""Variables with the pairs of places in which one letter makes an entry 0."""
LOG = "log"


def without_terms_at_zero(definitions: Sequence[RawDefinition], equations: Sequence[Equation]) -> list[RawDefinition]:
    """The definitions with such sums over different letters only; so are those of the equations, which are changed."""
    zeros = dict(_zeros(definitions))
    if not zeros:
        return list(definitions)
    for e in equations:
        e.members[:] = [m if isinstance(m, ReadError) else _apart(m, zeros) for m in e.members]
    return [replace(d, body=_apart(d.body, zeros)) for d in definitions]


def _zeros(definitions: Sequence[RawDefinition]) -> Iterator[tuple[Variable, tuple[tuple[int, int], ...]]]:
    for d in definitions:
        if repeats(d.left) and d.body == num(0) and not d.where:
            pairs = combinations(range(len(d.left.indices)), 2)
            yield d.left.variable, tuple((a, b) for a, b in pairs if d.left.indices[a] == d.left.indices[b])


def has_zeros(definitions: Sequence[RawDefinition]) -> bool:
    """Is something 0 on a diagonal?"""
    return any(True for _ in _zeros(definitions))


def zero_weights(definitions: Sequence[RawDefinition]) -> Iterator[Assumption]:
    r"""What such a sum of the page has a value for only: `p_{ii} = 0` of each given `p` beside a logarithm of `q`.

    The definitions are as typed, with the sums over all letters.
    """
    zeros, defined = dict(_zeros(definitions)), {d.left.variable for d in definitions}
    for d in definitions if zeros else ():
        for e in of_kind(d.body, Sum):
            for f, one, two in _weighed(e, zeros):
                letter = one if affine(e.letter) == one else two
                if f.variable not in defined and not {ne(one, two), ne(two, one)} & {*e.where}:
                    same = tuple(letter if i in (one, two) else i for i in f.indices)
                    yield Assumption(replace(f, indices=same), num(0))


def _apart(e: Expr, zeros: Diagonals) -> Expr:
    inner = rebuild(e, lambda x: _apart(x, zeros))
    if not isinstance(inner, Sum):
        return inner
    more = tuple(dict.fromkeys(c for c in _unequal(inner, zeros) if c not in inner.where))
    return replace(inner, where=(*inner.where, *more)) if more else inner


def _unequal(e: Sum, zeros: Diagonals) -> Iterator[Constraint]:
    """What keeps a sum from zeros of which it has the logarithm, where an entry of the same place stands before it."""
    yield from (ne(one, two) for _, one, two in _weighed(e, zeros))


def _weighed(e: Sum, zeros: Diagonals) -> Iterator[tuple[Var, Affine, Affine]]:
    """The entries before such a logarithm, each with the two indices that are one where it has no value."""
    body = e.body
    while isinstance(body, Labelled):
        body = body.body
    factors = [x for x in body.factors if isinstance(x, Var)] if isinstance(body, Mul) else []
    for log in (x for x in of_kind(body, Apply) if x.function == LOG):
        for x in (x for x in _multiplied(log.args[0]) if x.variable in zeros):
            for a, b in zeros[x.variable]:
                one, two = x.indices[a], x.indices[b]
                if affine(e.letter) in (one, two) and one != two:
                    yield from ((f, one, two) for f in factors if {one, two} <= {*f.indices})


def _multiplied(e: Expr) -> Iterator[Var]:
    """The entries that a product, or a quotient, is 0 or has no value with."""
    if isinstance(e, Var):
        yield e
    elif isinstance(e, Mul):
        yield from (x for f in e.factors for x in _multiplied(f))
    elif isinstance(e, Div):
        yield from (*_multiplied(e.numerator), *_multiplied(e.denominator))
    elif isinstance(e, (Labelled, Pow)):
        yield from _multiplied(e.body if isinstance(e, Labelled) else e.base)
