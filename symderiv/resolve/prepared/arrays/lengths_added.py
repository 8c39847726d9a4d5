r"""Lengths with something added, beside a cross without parentheses: `\mathbb{R}^{P \times N+1}` is `P \times (N+1)`.

A cross in a space, and in a size that stands alone, `an $m \times n+1$ matrix`, parts lengths; nobody adds to their
product there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Node
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements
from ...shapes.declared import REALS
from ...spelled.shape import shape_of

CROSS = r"\times"


def _has_cross(s: t.Statement) -> bool:
    products = (y.body for x in t.of_kind(s, t.Terms) for y in x.terms if isinstance(y.body, t.Product))
    return any(f.operator == CROSS for x in products for f in x.factors)


@where(_has_cross)
def with_lengths_parted(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with parentheses around such lengths.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$X \in \mathbb{R}^{P \times N+1}$, $y = a \times b + c$"))
    >>> space, product = [f.statements[0].chain.members[1] for _, f in with_lengths_parted(page)]
    >>> [f.operator for f in space.scripts[0].entries[0].factors], type(product).__name__
    (['', '\\times'], 'Terms')
    """
    return with_statements(located, _parted)


def _parted(s: t.Statement) -> t.Statement:
    members = s.chain.members
    if len(members) == 1 and isinstance(members[0], t.Terms) and (size := _size(members[0])) is not None:
        return replace(s, chain=replace(s.chain, members=(size,)))
    found: t.Statement = rebuilt(s, _space)
    return found


def _size(x: t.Terms) -> t.Product | None:
    """Two lengths, with numbers alone added to letters; `m \\times n + n` weights are counted."""
    lengths = _crossed(x)
    added = [y.body.factors[0].body if isinstance(y.body, t.Product) else y.body for y in x.terms[1:]]
    return lengths if lengths and len(lengths.factors) == 2 and all(isinstance(y, t.Number) for y in added) else None


def _space(x: object) -> Node | None:
    """A space with its lengths parted."""
    if not isinstance(x, t.Name) or len(x.scripts) != 1 or not x.scripts[0].above or len(x.scripts[0].entries) != 1:
        return None
    shape, (above,) = shape_of(x), x.scripts[0].entries
    if shape is None or shape.letter not in REALS or not isinstance(above, t.Terms):
        return None
    lengths = _crossed(above)
    return None if lengths is None else replace(x, scripts=(replace(x.scripts[0], entries=(lengths,)),))


def _crossed(x: t.Terms) -> t.Product | None:
    """The product of lengths; None where something else than a cross stands between factors."""
    lengths: list[list[t.Term]] = [[]]
    for y in x.terms:
        first, *rest = _pieces(y.body)
        lengths[-1].append(replace(y, body=first))
        lengths += ([t.Term("", z, z.span)] for z in rest)
    if len(lengths) < 2:
        return None
    factors = (t.Factor(CROSS if n else "", _length(terms)) for n, terms in enumerate(lengths))
    return t.Product(tuple(factors), x.span)


def _pieces(x: Node) -> Iterator[Node]:
    """What crosses part."""
    if not isinstance(x, t.Product):
        yield x
        return
    begun: list[t.Factor] = []
    for f in x.factors:
        if f.operator == CROSS:
            yield _product(begun)
            begun = []
        begun.append(replace(f, operator="") if not begun else f)
    yield _product(begun)


def _product(factors: Sequence[t.Factor]) -> Node:
    first, *rest = factors
    return t.Product(tuple(factors), (first.body.span[0], rest[-1].body.span[1])) if rest else first.body


def _length(terms: Sequence[t.Term]) -> Node:
    if len(terms) == 1 and not terms[0].sign:
        return terms[0].body
    span = (terms[0].span[0], terms[-1].span[1])
    return t.Group("(", (t.Terms(tuple(terms), span),), ")", (), span)
