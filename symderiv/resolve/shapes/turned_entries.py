r"""Entries of the transpose of a matrix, `X^T_{jc}` for `X_{cj}`, where it is oblong and its letters run so far.

`X_{cj}^T` is typed as `X^T_{cj}` is, and to some it is the number `X_{cj}`, or the transpose of a block. So it is read
where the first letter is known to run over the columns or the second over the rows, and neither over anything else. In
square matrices, and where letters stand as they do below X, nothing is said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...latex.tree import Name, Statement
from ...latex.walking import rebuilt
from ..spelled.shape import is_mark, letter_of, shape_of
from .declared import Shapes

AXES = 2


def with_turned_entries(s: Statement, shapes: Shapes) -> Statement:
    """The statement with such entries as those of the matrix."""
    changed: Statement = rebuilt(s, lambda x: _turned(x, shapes))
    return changed


def _turned(x: Any, shapes: Shapes) -> Name | None:
    if not isinstance(x, Name) or len(x.scripts) != len("^_") or x.primes or "T" in shapes.sizes | {*shapes.ends}:
        return None
    shape = shape_of(x)
    above, below = (next((s for s in x.scripts if s.above is up), None) for up in (True, False))
    if shape is None or above is None or below is None or not all(map(is_mark, above.entries)):
        return None
    letters = [letter_of(e) for e in below.entries]
    d = shapes.find(shape.base, ())
    if d is None or d.kind != "m" or d.presumed or d.weak or d.turned or None in letters or len(letters) != AXES:
        return None
    if d.entry is not None and d.entry.base != x.base:
        return None
    ends = [shapes.ends.get(letter or "", frozenset()) for letter in letters]
    rows, columns = d.sizes
    fits = [known <= {size} for known, size in zip(ends, (columns, rows), strict=True)]
    if rows == columns or not all(fits) or not any(ends):
        return None
    return replace(x, scripts=(replace(below, entries=below.entries[::-1]),))
