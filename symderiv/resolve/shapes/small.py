r"""Entries in small letters: `u_{na}` of the matrix `U`, `\phi_{nj}` of `\Phi`, as `x_i` is one of `\mathbf{x}`."""

from __future__ import annotations

from collections.abc import Sequence

from ...latex import tree as t
from ..shape import is_mark, shape_of
from .declared import BOLD

PLACES = 2
"""Entries of a matrix have so many."""


def small_entries(nodes: Sequence[t.Name], defined: set[str]) -> dict[tuple[str, int], t.Name]:
    """For each capital letter that stands bare, and never with two indices, its small letter if that always does.

    A small letter that the document defines, or that has indices in another number, is a name of its own.
    """
    shapes = [(x, s) for x in nodes if (s := shape_of(x)) is not None and not s.uppers]
    counts: dict[str, set[int]] = {}
    entry: dict[str, t.Name] = {}
    for x, s in shapes:
        counts.setdefault(BOLD.sub(r"\1", s.base), set()).add(s.below)
        entry.setdefault(s.base, x)
    found: dict[tuple[str, int], t.Name] = {}
    for capital, below in counts.items():
        small, letter = capital.lower(), capital.removeprefix("\\")
        greek = len(letter) < len(capital) and letter[:1].isupper() and letter[1:].islower()
        own = ((len(capital) == 1 and capital.isupper()) or greek) and 0 in below and PLACES not in below
        if own and counts.get(small) == {PLACES} and small in entry and small not in defined:
            found[capital, PLACES] = entry[small]
    return found


def transposed_base(x: t.Name) -> str | None:
    r"""The W of `W^T`."""
    marks = [s for s in x.scripts if s.above and not s.bracket and s.entries and is_mark(s.entries[-1])]
    shape = shape_of(x)
    return shape.base if marks and shape is not None else None
