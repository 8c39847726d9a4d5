r"""Entries of a power of a matrix: `(R^{-1})_{jm}` is one of the inverse, and not `1 / R_{jm}`."""

from __future__ import annotations

from ...latex import tree as t
from ...latex.tree import Node
from ..shapes.declared import BOLD
from ..shapes.untold import CAPITAL
from .shape import Shape, letter_of

AXES = 2
INVERSE = "where nothing is differentiated through it, give the inverse a name of its own: `G_{jm}`"
"""How to write it right."""


def is_of_matrix(shape: Shape, x: Node) -> bool:
    r"""Is what stands above a name with two indices below a power of the whole matrix?

    It is where the power stands within parentheses and the indices without, `(A^2)_{ij}`, and for the inverse of a
    capital, `\Sigma^{-1}_{ij}`; on a diagonal, `D_{ii}^{-1}`, both are one as far as anybody writes it.
    """
    if shape.below != AXES:
        return False
    if isinstance(x, t.Scripted):
        return isinstance(x.base, t.Group) and not any(s.above for s in x.scripts)
    one, two = (p for item in shape.lowers for p in item)
    apart = letter_of(one) is None or letter_of(one) != letter_of(two)
    return apart and CAPITAL.fullmatch(BOLD.sub(r"\1", shape.base)) is not None and is_inverse(shape)


def is_inverse(shape: Shape) -> bool:
    """Does a negative number stand above a name?"""
    return any(map(_is_negative, shape.uppers))


def _is_negative(pieces: tuple[Node, ...]) -> bool:
    (first, *rest) = pieces
    terms = first.terms if isinstance(first, t.Terms) and not rest else ()
    return len(terms) == 1 and terms[0].sign == "-" and isinstance(terms[0].body, t.Number)
