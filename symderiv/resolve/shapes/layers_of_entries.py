r"""Arrays of layers in small letters that only entries show: `z^l = w^l a^{l-1} + b^l` beside `w^l_{jk}` and `a^l_j`.

A name with a layer above that carries two indices wherever it carries any is a matrix without them, one with one index
a column. How many units a layer has nobody says: each has a number of its own, `n_l`. Between which layers a matrix
stands tells the line in which it is multiplied. Where the letters of the entries have ranges, these tell the lengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...notation import EQUALITIES
from ..spelled.shape import Shape, letter_of, shape_of, shifted
from ..stated import Stated
from .declared import Declared, form, split
from .sizes import sizes_of_letters

SIZES = "nmsNMqp"
TIMES = ("", r"\cdot")
LETTERS = ("l", r"\ell")
"""The letters of layers."""


def layers_of_entries(stated: Sequence[Stated], ranges: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    """The shapes of such names."""
    chains = [s.statement.chain for s in stated if s.statement.chain.relations]
    lines = [c for c in chains if EQUALITIES.issuperset(c.relations)]
    shapes = [shape for c in lines for x in t.of_kind(c, Name) if (shape := layered(x)) is not None]
    carried = places(shapes)
    matrices = {base for base, counts in carried.items() if counts == {0, 2}}
    columns = {base for base, counts in carried.items() if counts == {0, 1}}
    if not matrices or not columns:
        return
    said = sizes_of_letters([*(s.statement for s in stated), *ranges])
    if any(letter in said for shape in shapes for item in shape.lowers for p in item for letter in [letter_of(p)]):
        return
    used = {x.base for c in chains for x in t.of_kind(c, Name)}
    size = next((x for x in SIZES if x not in used), None)
    steps = dict(_steps(lines, matrices, columns))
    if size is None or steps.keys() != matrices or None in steps.values():
        return
    letter = next(x for shape in shapes for x in LETTERS if layer_of(shape)[0] == x)

    def units(shift: int) -> Node:
        return Name(size, scripts=(t.Script(False, (form(letter, shift),), "", False),))

    biases = {base: shift for base, shift in _added(lines, matrices) if carried.get(base) in ({0}, {0, 1})}
    for base in sorted(columns | biases.keys()):
        yield base, Declared((Name(letter),), "c", (units(biases.get(base, 0)),))
    for base in sorted(matrices):
        rows, cols = steps[base] or (0, 0)
        yield base, Declared((Name(letter),), "m", (units(rows), units(cols)))


def layered(x: Name) -> Shape | None:
    """A name with nothing but a layer above."""
    shape = shape_of(x)
    if shape is None or x.primes or len(split(shape)[1]) - shape.below != 1:
        return None
    return shape if layer_of(shape)[0] in (*LETTERS, "", "L") else None


def layer_of(shape: Shape) -> tuple[str | None, int]:
    return shifted(split(shape)[1][0])


def places(shapes: Sequence[Shape]) -> dict[str, set[int]]:
    """How many indices the names carry, by letter; only of those that carry a letter of layers."""
    found: dict[str, set[int]] = {}
    for shape in shapes:
        found.setdefault(shape.base, set()).add(shape.below)
    running = {shape.base for shape in shapes if layer_of(shape)[0] in LETTERS}
    return {base: counts for base, counts in found.items() if base in running}


def _added(lines: Sequence[Chain], matrices: set[str]) -> Iterator[tuple[str, int]]:
    """What is added as it stands to a product that begins with a matrix, the b of `w^l a^{l-1} + b^l`, and the layer of
    the left side counted from its own."""
    for c in lines:
        left = layered(c.members[0]) if isinstance(c.members[0], Name) else None
        for x in t.of_kind(c, t.Terms) if left is not None else ():
            products = [term.body.factors[0].body for term in x.terms if isinstance(term.body, t.Product)]
            if left is None or not any(isinstance(first, Name) and first.base in matrices for first in products):
                continue
            for shape in (layered(term.body) for term in x.terms if isinstance(term.body, Name)):
                if shape is not None and layer_of(shape)[0] == layer_of(left)[0]:
                    yield shape.base, layer_of(left)[1] - layer_of(shape)[1]


def _steps(
    lines: Sequence[Chain], matrices: set[str], columns: set[str]
) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """From which layer to which a matrix leads, counted from its own; None where lines differ.

    Lines about derivatives are not asked: they are judged.
    """
    found: dict[str, set[tuple[int, int] | None]] = {}
    errors = {
        c.members[0].base for c in lines if isinstance(c.members[0], Name) and t.of_kind(c.members[1], t.Derivative)
    }
    for c in lines:
        left = layered(c.members[0]) if isinstance(c.members[0], Name) else None
        if left is None or left.below or left.base not in columns - errors:
            continue
        for one, two in (pair for m in c.members[1:] for x in t.of_kind(m, t.Product) for pair in pairwise(x.factors)):
            first, second = (layered(f.body) if isinstance(f.body, Name) else None for f in (one, two))
            if first is None or second is None or two.operator not in TIMES or first.base not in matrices:
                continue
            if second.base in columns and not first.below + second.below and not split(first)[2]:
                found.setdefault(first.base, set()).add(_step(layer_of(left), layer_of(first), layer_of(second)))
    for base, steps in found.items():
        yield base, next(iter(steps)) if len(steps) == 1 else None


def _step(
    left: tuple[str | None, int], matrix: tuple[str | None, int], column: tuple[str | None, int]
) -> tuple[int, int] | None:
    same = left[0] == matrix[0] == column[0] and matrix[0] in LETTERS
    return (left[1] - matrix[1], column[1] - matrix[1]) if same else None
