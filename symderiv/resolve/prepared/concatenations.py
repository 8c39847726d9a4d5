r"""A matrix before vectors in one bracket, `W_f \cdot [h_{t-1}, x_t]`: one for each, `W_f^1 h_{t-1} + W_f^2 x_t`.

The parts of the matrix are names of their own. What else the page says of the whole matrix is about none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Factor, Group, Name, Node, Product, Script, Term, Terms, Text
from ...latex.walking import rebuilt
from ...notation import BOLD_FONTS, EXPECTATIONS
from ..asked import where
from ..located import Located, with_statements
from ..shape import letter_of, spelled_label

BEFORE = frozenset(["", r"\cdot", r"\times"])
"""What may stand between the matrix and the bracket."""


def _has_stack(s: t.Statement) -> bool:
    return any(_split(x) is not None for x in t.of_kind(s, Product))


@where(_has_stack)
def with_concatenations_parted(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a matrix for each part."""
    return with_statements(located, lambda s: rebuilt(s, _parted))


def _parted(x: Any) -> Node | None:
    return _split(x) if isinstance(x, Product) else None


def _split(x: Product) -> Node | None:
    r"""The sum that `W [a, b]` is, in parentheses; None for any other product."""
    if len(x.factors) != 2 or x.factors[1].operator not in BEFORE:
        return None
    matrix, group = x.factors[0].body, x.factors[1].body
    if not isinstance(matrix, Name) or not isinstance(group, Group) or (group.open, group.close) != ("[", "]"):
        return None
    items = group.items
    if len(items) < 2 or any(isinstance(y, (t.Symbol, t.Number, t.Text)) for y in items) or not _is_matrix(matrix):
        return None
    if not x.factors[1].operator and (matrix.base in EXPECTATIONS or not all(map(_has_index, items))):
        return None  # `X[i, j]` is an entry, `E[x_t, y_t]` a mean
    terms = tuple(
        Term("+" if n else "", Product((Factor("", _part(matrix, n + 1)), Factor("", rebuilt(y, _parted)))), group.span)
        for n, y in enumerate(items)
    )
    return Group("(", (Terms(terms, x.span),), ")", (), x.span)


def _is_matrix(x: Name) -> bool:
    return x.base.isupper() and (not x.font or x.font in BOLD_FONTS)


def _has_index(x: Node) -> bool:
    """Does a letter stand in a script of it, as in `h_{t-1}`?"""
    return any(letter_of(y) is not None for s in t.of_kind(x, Script) for y in t.of_kind(s, Name))


def _part(matrix: Name, number: int) -> Name:
    """The matrix for one of the vectors."""
    below = [s for s in matrix.scripts if not s.above]
    labels = "".join(spelled_label(e) for s in below for e in s.entries)
    label = Text(f"{labels}:{number}", span=matrix.span)
    above = tuple(s for s in matrix.scripts if s.above)
    return replace(matrix, scripts=(*above, Script(False, (label,), span=matrix.span)))
