r"""Where a page derives: what is displayed there is claimed, also where it says a definition again."""

from __future__ import annotations

from collections.abc import Sequence

from ...document.blocks import Block, Heading
from ...latex.headed import DERIVING
from ..statements import Equation, differentiates


def begins_to_derive(blocks: Sequence[Block]) -> int | None:
    """The line of the first heading below another one that says so."""
    headings = [b for b in blocks if isinstance(b, Heading)]
    return next((b.line for n, b in enumerate(headings) if n and DERIVING.search(b.text)), None)


def is_derived(e: Equation, equations: Sequence[Equation], begins: int | None) -> bool:
    """Is an equation displayed below such a heading, or below an equation that differentiates and defines nothing?"""
    if e.stated.inline:
        return False
    if begins is not None and e.place.line > begins:
        return True
    above = (x.place.line for x in equations if x.number < e.number and not x.defines and differentiates(x))
    return any(line < e.place.line for line in above)
