r"""The normal density by its sign: `\mathcal{N}(x_n \mid \mu_k, \sigma_k^2)` of a page that does not say what it is.

With a number as the third argument that is written as a square or as the inverse of a precision (`\beta^{-1}`), it is
`\frac{1}{\sqrt{2 \pi v}} \exp(-\frac{(x - m)^2}{2 v})`. A `\mathcal{N}(x, m, s)` might be meant by its deviation, and
one with a matrix is another: then all of the page's stay what they are, functions of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import Factor, Group, Name, Node, Product
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, shape_of

DENSITY = r"\frac{1}{\sqrt{2 \pi V}} \exp\left(-\frac{(X - M)^2}{2 V}\right)"
PLACES = ("X", "M", "V")
"""Where the arguments stand in it."""


@some(Name)
def _has_sign(x: Name) -> bool:
    return is_sign(x)


@where(_has_sign)
def with_normal_densities(located: Sequence[Located]) -> list[Located]:
    """The formulas with the densities written out."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    equations = [c for c in chains if c.relations and all(r in EQUALITIES for r in c.relations)]
    names = [x for c in equations for x in t.of_kind(c, Name) if is_sign(x)]
    if not names:
        return list(located)
    calls = [at for c in equations for x in t.of_kind(c, Product) for at in _calls(x)]
    heads = (c.members[0] for c in equations)
    if len(calls) != len(names) or any(isinstance(x, Product) and 0 in _calls(x) for x in heads):
        return list(located)
    return with_statements(
        located, lambda s: rebuilt(s, _written_out) if all(r in EQUALITIES for r in s.chain.relations) else s
    )


def is_sign(x: Name) -> bool:
    r"""Is it `\mathcal{N}`?"""
    return x.base == "N" and x.font == "mathcal"


def _calls(x: Product) -> Iterator[int]:
    """Where among the factors such a density stands with the arguments of one."""
    for n, (f, g) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if isinstance(f.body, Name) and is_sign(f.body) and not f.body.scripts and g.joined and is_fit(g.body):
            yield n


def is_fit(x: Node) -> bool:
    r"""Are they the arguments of one, a parenthesis of three with the last a variance?

    >>> from symderiv.latex.source import Source
    >>> def group(text): return parse(Source(text)).statements[0].chain.members[0].factors[1].body
    >>> is_fit(group(r"N(x | m, s^2)")), is_fit(group("N(x | m, s)")), is_fit(group("N(x | m)"))
    (True, False, False)
    """
    return isinstance(x, Group) and x.open == "(" and len(x.items) == 3 and _is_variance(x.items[2])


def _is_variance(x: Node) -> bool:
    r"""Is it `\sigma^2`, `s_k^2` or `\beta^{-1}`, of a small letter?"""
    shape = shape_of(x) if isinstance(x, Name) else None
    if shape is None or not shape.bare or len(shape.uppers) != 1 or len(shape.uppers[0]) != 1:
        return False
    small = letter_of(Name(shape.letter)) is not None and shape.letter.lstrip("\\")[:1].islower()
    (power,) = shape.uppers[0]
    inverse = isinstance(power, t.Terms) and len(power.terms) == 1 and power.terms[0].sign == "-"
    number = power.terms[0].body if isinstance(power, t.Terms) and inverse else power
    return small and isinstance(number, t.Number) and number.text == ("1" if inverse else "2")


def _written_out(x: object) -> Node | None:
    at = list(_calls(x)) if isinstance(x, Product) else []
    if not at or not isinstance(x, Product):
        return None
    factors: list[Factor] = []
    for n, f in enumerate(x.factors):
        if n in at:
            group = x.factors[n + 1].body
            assert isinstance(group, Group)
            factors.append(replace(f, body=_density(group)))
        elif n - 1 not in at:
            factors.append(rebuilt(f, _written_out))
    return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))


def _density(group: Group) -> Node:
    arguments = dict(zip(PLACES, group.items, strict=True))
    (statement,) = parse(DENSITY).statements

    def put(y: object) -> Node | None:
        if not isinstance(y, Name) or y.base not in arguments:
            return None
        given = arguments[y.base]
        return given if isinstance(given, Name) and y.base != "V" else Group("(", (given,), ")", span=group.span)

    body: Node = rebuilt(statement.chain.members[0], put)
    return Group("(", (body,), ")", span=group.span)
