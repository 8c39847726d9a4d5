r"""Columns and rows of a matrix that a page gives names: `$y_i = Y_{:i}$ a column of $Y$`, `w_i^\top = W_{i:}`.

Such a vector is no value of its own that is computed from the matrix, or the other way round: both have the same
entries. So the matrix is that of the entries of its vectors, and the equation says no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.statement_forms import replace_statement
from ...latex.tree import Chain, Name, Statement
from ..located import Located, with_statements
from ..shape import DOTS, letter_of, shape_of
from .declared import Declared, split


def slices_apart(
    located: Sequence[Located], declared: Sequence[tuple[str, Declared]]
) -> tuple[list[Located], list[tuple[str, Declared]]]:
    """The formulas without such equations, and the shapes that are known with what they say."""
    matrices = {base: d for base, d in declared if d.kind == "m" and not d.pieces and d.entry is None}
    found: dict[str, tuple[str, Declared]] = {}

    def changed(s: Statement) -> Statement:
        said = _said(s.chain)
        if said is None or (matrix := matrices.get(said[1])) is None or (said[1] in found and not s.conditions):
            return s
        name, base, column = said
        shape = shape_of(replace(name, scripts=tuple(x for x in name.scripts if not x.above)))
        if shape is None:
            return s
        found[base] = shape.base, Declared(split(shape)[1], "c", matrix.sizes[0 if column else 1 :][:1], turned=False)
        matrices[base] = replace(matrix, entry=replace(name, scripts=()), turned=column)
        return replace_statement(s, chain=Chain((name,), (), (), s.chain.span))

    new = with_statements(located, changed)
    if not found:
        return list(located), list(declared)
    rest = [(base, matrices[base] if base in found and not d.pieces else d) for base, d in declared]
    own = {said[0] for said in found.values()}
    return new, [*((base, d) for base, d in rest if base not in own), *found.values()]


def _said(c: Chain) -> tuple[Name, str, bool] | None:
    """The vector, the letter of the matrix, and whether it is a column of it, else a row."""
    if len(c.members) != 2 or c.relations not in (("=",), (":=",)):
        return None
    left, right = c.members
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in (left, right))
    if one is None or two is None or not isinstance(left, Name) or two.uppers:
        return None
    _, pieces, marked = split(one)
    index = letter_of(pieces[0]) if len(pieces) == 1 and one.below == 1 else None
    if index is None or len(two.pieces) != 2:
        return None
    opened = [isinstance(p, t.Symbol) and p.name in DOTS for p in two.pieces]
    fixed = [letter_of(p) for p in two.pieces]
    if opened == [True, False] and fixed[1] == index and not marked:
        return left, two.base, True
    if opened == [False, True] and fixed[0] == index and marked:
        return left, two.base, False
    return None
