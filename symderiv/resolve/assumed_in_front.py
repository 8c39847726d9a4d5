r"""What the front matter assumes goes the way of the page's formulas: `assume = ["\\sum_d u_{id} u_{jd} = 0"]`.

Where `\mathbf{u}_i = (u_{id})` makes `u_{id}` the d-th entry of one vector among several, it is that in what is
assumed, too: else a premise would be about other names than the lines that rest on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document.blocks import Display, FrontMatter
from ..latex.names import Names
from ..latex.source import Source
from ..latex.tree import Formula
from .entry import names_in
from .front import read_front
from .located import Located, read_of

ASSUMED = "\1"
"""The name of the file that what is assumed stands in on its way."""


def with_assumed(located: Sequence[Located], front: FrontMatter, names: Names) -> list[Located]:
    """The formulas of a page with those that its front matter assumes behind them."""
    if "assume" not in front.data:
        return list(located)
    found = read_front(front, names | names_in(read_of(located)), False).assume
    return [*located, *((_display(f), f) for f in found)]


def without_assumed(located: Sequence[Located]) -> tuple[list[Located], list[Formula]]:
    """The formulas of the page, and apart from them what is assumed."""
    own = [(d, f) for d, f in located if d.source.file != ASSUMED]
    return own, read_of([(d, f) for d, f in located if d.source.file == ASSUMED])


def _display(f: Formula) -> Display:
    line = f.source.line
    return Display(Source(f.source.text, line, file=ASSUMED), line, 1, line)
