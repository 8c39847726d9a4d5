r"""Rows in small letters of a matrix in capitals, `w_j^T x_i = \sum_l W_{j,l} x_{i,l}`: `W_{j,l}` is an entry of `w_j`.

Read as two names, what is derived by one would not see the other. So it is where such a sum explains the product, the
small letter never has a second index, and the capital always has two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_transpose, letter_of, shape_of

AXES = 2


def rows_of_capitals(located: Sequence[Located]) -> Mapping[str, str]:
    """For the letter of each such matrix that of its rows."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    shown = [pair for s in statements for pair in _rows(s)]
    names = [x for s in statements for x in t.of_kind(s, Name)] if shown else []
    counts = {base: {len(_below(x)) for x in names if x.base == base} for base in {x.base for x in names}}
    return {
        capital: small for capital, small in shown if counts[capital] == {AXES} and AXES not in counts.get(small, ())
    }


def with_rows_named(located: Sequence[Located], rows: Mapping[str, str]) -> list[Located]:
    """The formulas, arrays already in entries, with those of such matrices in the letters of their rows."""

    def change(x: object) -> Node | None:
        return replace(x, base=rows[x.base]) if isinstance(x, Name) and x.base in rows else None

    return with_statements(located, lambda s: rebuilt(s, change)) if rows else list(located)


def _rows(s: Statement) -> Iterator[tuple[str, str]]:
    """The capitals whose rows an equation shows, with the small letters of these."""
    chain = s.chain
    if len(chain.members) != AXES or chain.relations[0] not in EQUALITIES:
        return
    left, right = chain.members
    if not isinstance(left, Product) or len(left.factors) != AXES or not isinstance(right, BigSum):
        return
    row, column = (f.body for f in left.factors)
    summed = letter_of(right.below[0]) if len(right.below) == 1 else None
    factors = [f.body for f in right.body.factors] if isinstance(right.body, Product) else []
    if not isinstance(row, Name) or not isinstance(column, Name) or len(factors) != AXES:
        return
    one, two = factors
    shape = shape_of(row)
    if not isinstance(one, Name) or not isinstance(two, Name) or shape is None or not is_transpose(shape):
        return
    fits = _below(one) == [*_below(row), summed] and _below(two) == [*_below(column), summed]
    if fits and two.base == column.base and one.base != row.base and one.base.lower() == row.base and _below(row):
        yield one.base, row.base


def _below(x: Name) -> list[str | None]:
    scripts: list[Script] = [s for s in x.scripts if not s.above]
    return [letter_of(e) for s in scripts for e in s.entries]
