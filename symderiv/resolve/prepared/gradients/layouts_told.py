r"""The layout of derivatives, told in words: `the derivative of a scalar by a $p \times q$ matrix is laid out as a $q
\times p$ matrix`.

Else the derivative of a number by an array stands as that array does. Where a page says so, each stands transposed.
Where it says so of one, `$\partial L/\partial W$ is an $n \times m$ matrix`, and W lies in another space, or in one of
which it says nothing, those by matrices may. Of a vector, `$\partial L/\partial x$ is a $1 \times n$ vector`, it tells
how the gradient by it stands; those by others are open then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex.denials import denies
from ....latex.tree import Derivative, Name
from ....latex.walking import rebuilt
from ....notation import BY_MATRICES, OF_NUMBERS, SETTLED, TURNED
from ....pattern import lazily
from ...chosen import SHAPED, TRANSPOSED
from ...located import Located, chains_of, with_statements
from ..said_in_place import gaps_of, value_alone
from .sizes_below_gradients import crossed, sizes_of_space, spaces_of
from .sizes_said import HAS_SHAPE, IS_OF, sizes_of_gradients

OF_NUMBER = lazily(
    r"\b(?:derivatives?|gradients?|differentiating)\b[^.;]{0,60}\b(?:scalars?|numbers?|real[ -]valued)\b[^.;]{0,60}\Z"
    r"|(?:スカラー|実数)[^。]{0,40}\Z",
    re.I,
)
"""Words before the shape of a matrix,"""
LAID_OUT = lazily(
    r"\s*matrix\s*,?\s*(?:is|are|will\s+be)\s+(?P<denied>not\s+)?(?:always\s+)?(?:laid\s+out\s+as|arranged\s+as|written\s+as|defined\s+as)?"
    r"\s*(?:an?|the)?\s*\Z|\s*行列[^。]*微分[^。]{0,20}\Z",
    re.I,
)
"""between it and the other shape,"""
MATRIX = lazily(r"\s*(?:matrix|one)\b|\s*行列", re.I)
"""and behind that."""


def with_layouts_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives marked that stand transposed."""
    return _with_matrices(_with_vectors(located, blocks), blocks)


def _with_vectors(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    """Those of numbers by vectors whose sizes are told."""
    if not any("1" in display.source.text for display, _ in located if display.inline):
        return located
    told: dict[str, set[str]] = {}
    for letter, mark in sizes_of_gradients(located, gaps_of(located, blocks)):
        told.setdefault(letter, set()).add(mark)
    if not told:
        return located
    others = set().union(*told.values()) - {SHAPED}

    def change(x: Any) -> Derivative | None:
        if not isinstance(x, Derivative) or len(x.wrt) != 1 or x.row or x.layout & {OF_NUMBERS, SETTLED}:
            return None
        by = x.wrt[0].body
        if not isinstance(by, Name):
            return None
        said = told.get(by.base, {OF_NUMBERS} if others else set()) | x.layout & {SHAPED, TRANSPOSED}
        marks = said if len(said) < 2 else {OF_NUMBERS}
        return replace(x, layout=x.layout - {SHAPED, TRANSPOSED} | marks, of=rebuilt(x.of, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_matrices(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """Those by matrices."""
    sizes, doubted = any(_lengths(pair) for pair in located), any(_in_another(located))
    if not sizes and not doubted:
        return list(located)
    gaps = gaps_of(located, blocks)
    told = frozenset(_told(located, gaps))
    all_turned, doubted = told == {True}, doubted or None in told or len(told) > 1 or any(_doubted(located, gaps))
    if not all_turned and not doubted:
        return list(located)

    def change(x: Any) -> Derivative | None:
        if not isinstance(x, Derivative) or x.turned:
            return None
        layout = x.layout | ({BY_MATRICES} if doubted and TURNED not in x.layout else set())
        return replace(x, turned=all_turned, layout=layout, of=rebuilt(x.of, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[bool | None]:
    """What words say between each two shapes: does it stand transposed? None: that is not clear."""
    for (one, lead), (two, gap), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        said = LAID_OUT.fullmatch(gap) if OF_NUMBER.search(lead) is not None and MATRIX.match(behind) else None
        first, second = _lengths(located[one]), _lengths(located[two]) if two >= 0 else ()
        if said is None or len(first) != 2 or len(second) != 2 or (first == second and not said["denied"]):
            continue
        if second != first[::-1] or denies(lead, gap):
            yield None
        else:
            yield not said["denied"]


def _doubted(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[bool]:
    """Do words give the derivative by a matrix other sizes than the matrix is known to have?"""
    for (one, _), (two, gap), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        sizes = _lengths(located[two]) if two >= 0 and IS_OF.fullmatch(gap) else ()
        x = value_alone(located[one]) if sizes and one >= 0 else None
        by = x.wrt[0].body if isinstance(x, Derivative) and len(x.wrt) == 1 else None
        if isinstance(by, Name) and (HAS_SHAPE.search(gap) or MATRIX.match(behind)) and sizes[0] != sizes[1]:
            yield sizes not in spaces_of(by, located)


def _in_another(located: Sequence[Located]) -> Iterator[bool]:
    r"""Is a derivative by a matrix put into another space than the matrix, `\partial L/\partial W \in ..`?"""
    for c in chains_of(located):
        x, space = c.members[0], [*sizes_of_space(c.members[-1])]
        by = x.wrt[0].body if isinstance(x, Derivative) and len(x.wrt) == 1 else None
        if c.relations == (r"\in",) and len(space) == 1 and isinstance(by, Name):
            yield any(s[::-1] == space[0] != s for s in spaces_of(by, located))


def _lengths(pair: Located) -> tuple[Name, ...]:
    r"""The p and q of `p \times q`."""
    x = value_alone(pair)
    found = tuple(f for f in crossed(x) if isinstance(f, Name)) if x is not None else ()
    return found if len(found) == 2 else ()
