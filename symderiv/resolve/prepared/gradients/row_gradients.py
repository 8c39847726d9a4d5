r"""Derivatives that words call rows: `so $\frac{\partial L}{\partial y}$ and $\frac{\partial L}{\partial x}$ are row
vectors`, `gradients are row vectors`.

Else a derivative of a number by a vector stands as the vector does. What is called so is marked; the shapes make a row
of it where it is by a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block, Prose
from ....latex.tree import Derivative
from ....latex.walking import rebuilt
from ...located import Located, with_statements
from ...shapes.rows_told import DENIED, Way, ways_told
from ..said_in_place import value_alone

ALL = re.compile(
    r"\b(?:gradients?|derivatives?)\b(?P<between>[^.;]{0,60}?)\b(?:are|is|as)\s+(?:always\s+)?(?:an?\s+)?"
    r"row[ -]vectors?\b|(?:勾配|微分|導関数)(?P<ja>[^。]{0,30}?)(?:は|を)(?:すべて|全て)?(?:行|横)ベクトル",
    re.I,
)
"""Words that call all of them so."""


def with_row_gradients(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives marked, where words call some of them rows and none of them columns."""
    ways = {way for n, way in ways_told(located).items() if isinstance(value_alone(located[n]), Derivative)}
    if not ways and any(map(_says_so, (b.text for b in blocks if isinstance(b, Prose)))):
        ways = {Way.ROW}
    if ways != {Way.ROW}:
        return list(located)

    def change(x: Any) -> Derivative | None:
        return replace(x, row=True, of=rebuilt(x.of, change)) if isinstance(x, Derivative) and not x.row else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _says_so(words: str) -> bool:
    return any(DENIED.search(found[0]) is None for found in ALL.finditer(words))
