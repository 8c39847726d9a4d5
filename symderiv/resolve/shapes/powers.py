r"""Names with something above them: an exponent of e, a power of a square matrix, or of what has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ..spelled.powers_by_entries import DOTTED
from ..spelled.shape import is_mark, shape_of, shifted
from .algebra import times
from .array import Array, Letters, ShapeDoubt
from .declared import Shapes, split
from .sizes import has_below

NUMBERS = (t.Number("0"), t.Number("1"))
"""What stands above the first layer or step, and is no exponent."""
MOST = 3
"""The highest power of a matrix that is written out."""


def is_exponent(shapes: Shapes, x: t.Name, pieces: tuple[Node, ...]) -> bool:
    """Is what stands above an e an exponent? Beside a vector e it is one where it does not number anything."""
    if shapes.find("e", pieces) is not None and all(_counts(shapes, p) for p in pieces):
        return False
    if shapes.find("e", ()) is None:
        return True
    numbers = {x.base for p in pieces for x in t.of_kind(p, t.Name)} <= shapes.running
    return not numbers and not any(s.bracket for s in x.scripts) and shapes.find("e", pieces) is None


def _counts(shapes: Shapes, p: Node) -> bool:
    """Is it the number of a layer, `l + 1` or L?"""
    letter, _ = shifted(p)
    return letter is not None and (not letter or letter in shapes.running | shapes.sizes or letter == "L")


def power_of(shapes: Shapes, x: t.Name, base: str, pieces: tuple[Node, ...]) -> str | None:
    """What is raised to a power, if this name is that of an array with an exponent.

    The `x_i^0` and the `x_i^1` beside entries `x_i^l` are entries, too: nobody types such powers.
    """
    raised = any(not is_mark(e) for s in x.scripts if s.above for e in s.entries)
    raised = raised and not (base in shapes.numbered and has_below(x) and pieces[0] in NUMBERS)
    plain = (shapes.find(base, pieces[1:]) or shapes.of_entries(base, pieces[1:])) if raised else None
    if plain is None or not plain.kind:
        return None
    exponent = pieces[0]
    if isinstance(exponent, t.Terms) and len(exponent.terms) == 1 and exponent.terms[0].sign == "-":
        return f"the inverse of `{base}` is not read in indices"
    return f"a power of `{base}`, which is no number" if isinstance(exponent, t.Number) else None


def is_of_entries(kind: str, exponent: Node, within: bool) -> bool:
    """Is a power one of each entry: `within` a product by entries, behind a dot, or a negative one of a vector?"""
    negative = isinstance(exponent, t.Terms) and len(exponent.terms) == 1 and exponent.terms[0].sign == "-"
    number = not t.of_kind(exponent, t.Name)  # `e^{-y}` is an exponential beside a vector e, too
    dotted = isinstance(exponent, t.Number) and exponent.text in DOTTED
    return (within and isinstance(exponent, t.Number)) or dotted or (negative and number and kind in ("c", "r"))


def refuse_marked(shapes: Shapes, x: t.Name) -> None:
    r"""Raise `ShapeDoubt` before arguments for a matrix with a mark, `W' (..)`, `W^* (..)`."""
    marks = x.primes or any(isinstance(e, t.Symbol) for s in x.scripts if s.above for e in s.entries)
    bare = shape_of(replace(x, primes=0, scripts=tuple(s for s in x.scripts if not s.above))) if marks else None
    found = shapes.find(*split(bare)[:2]) if bare is not None else None
    if found is not None and found.kind == "m":
        raise ShapeDoubt("this may be a function, or made of a matrix", x.span, "write `^T` for the transpose")


def powered(a: Array, exponent: Node, span: Offsets, letters: Letters) -> Array | None:
    """`K^2` of a square matrix: the product. None for anything else."""
    size = a.sizes[0] if a.kind == "m" and a.sizes[0] == a.sizes[1] else None
    count = int(exponent.text) if isinstance(exponent, t.Number) and exponent.text.isdigit() else 0
    if size is None or not 2 <= count <= MOST:
        return None
    found = a
    for _ in range(count - 1):
        found = times(found, "", a, span, letters)
    return found


def power_of_name(a: Array, x: t.Scripted, scripts: Sequence[t.Script], letters: Letters) -> Array | None:
    """`(K)^2` of the name of a square matrix: the product. None for anything else."""
    named = isinstance(x.base, t.Group) and x.base.open == "(" and len(x.base.items) == 1
    if not named or not isinstance(x.base, t.Group) or not isinstance(x.base.items[0], t.Name) or len(scripts) != 1:
        return None
    (above,) = scripts
    number = above.above and not above.bracket and len(above.entries) == 1
    return powered(a, above.entries[0], x.span, letters) if number else None
