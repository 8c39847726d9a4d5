r"""The layout of derivatives, told in words: `the derivative of a scalar by a $p \times q$ matrix is laid out as a $q
\times p$ matrix`.

Else the derivative of a number by an array stands as that array does. Where a page says so, each stands transposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex.denials import denies
from ....latex.tree import Derivative, Name, Product
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, with_statements
from ..said_in_place import gaps_of, value_alone

OF_NUMBER = lazily(
    r"\b(?:derivatives?|gradients?|differentiating)\b[^.;]{0,60}\b(?:scalars?|numbers?|real[ -]valued)\b[^.;]{0,60}\Z"
    r"|(?:スカラー|実数)[^。]{0,40}\Z",
    re.I,
)
"""Words before the shape of a matrix,"""
LAID_OUT = lazily(
    r"\s*matrix\s*,?\s*(?:is|are|will\s+be)\s+(?:always\s+)?(?:laid\s+out\s+as|arranged\s+as|written\s+as|defined\s+as)?"
    r"\s*(?:an?|the)?\s*\Z|\s*行列[^。]*微分[^。]{0,20}\Z",
    re.I,
)
"""between it and the other shape,"""
MATRIX = lazily(r"\s*(?:matrix|one)\b|\s*行列", re.I)
"""and behind that."""


def with_layouts_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives marked that stand transposed."""
    if not any(_lengths(pair) for pair in located) or not any(_told(located, gaps_of(located, blocks))):
        return list(located)

    def change(x: Any) -> Derivative | None:
        marked = not isinstance(x, Derivative) or x.turned
        return None if marked else replace(x, turned=True, of=rebuilt(x.of, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[bool]:
    """Do words say so between two shapes?"""
    for (one, lead), (two, gap), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        first, second = _lengths(located[one]), _lengths(located[two]) if two >= 0 else ()
        said = OF_NUMBER.search(lead) is not None and LAID_OUT.fullmatch(gap) and MATRIX.match(behind)
        yield bool(said and len(first) == 2 and second == first[::-1] and first != second and not denies(lead, gap))


def _lengths(pair: Located) -> tuple[Name, ...]:
    r"""The p and q of `p \times q`."""
    x = value_alone(pair)
    if not isinstance(x, Product) or len(x.factors) != 2 or x.factors[1].operator != r"\times":
        return ()
    found = tuple(f.body for f in x.factors if isinstance(f.body, Name))
    return found if len(found) == 2 else ()
