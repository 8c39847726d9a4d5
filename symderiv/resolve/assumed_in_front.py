r"""What the front matter assumes goes the way of the page's formulas: `assume = ["\\sum_d u_{id} u_{jd} = 0"]`.

Where `\mathbf{u}_i = (u_{id})` makes `u_{id}` the d-th entry of one vector among several, it is that in what is
assumed, too: else a premise would be about other names than the lines that rest on it. What equates or compares sizes,
`assume = ["C = H"]`, `assume = ["K \\le n"]`, is a relation of them, and what a sum there runs over has that range
where the page gives it none: the i of `assume = ["\\sum_{i=1}^{K} t_i = 1"]` beside sums without bounds.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document.blocks import Display, FrontMatter
from ..latex.names import Names
from ..latex.source import Source
from ..latex.statement_forms import index_like
from ..latex.tree import BigSum, Chain, Formula, Name, Number
from ..latex.walking import of_kind
from .comparisons.assumed_comparisons import is_equation
from .entry import names_in
from .front import Front, read_front
from .located import Located, read_of
from .shapes.sizes import ranges_in, sizes_of_letters
from .sizes.sizes_equated import compares_sizes
from .spelled.shape import letters_in

ASSUMED = "\1"
"""The name of the file that what is assumed stands in on its way."""


def with_assumed(located: Sequence[Located], front: FrontMatter, names: Names) -> list[Located]:
    """The formulas of a page with those that its front matter assumes behind them."""
    if "assume" not in front.data:
        return list(located)
    found = read_front(front, names | names_in(read_of(located)), False).assume
    return [*located, *((_display(f), f) for f in found)]


def without_assumed(located: Sequence[Located], front: Front) -> list[Located]:
    """The formulas of the page; what is assumed goes back to the front matter, equations of sizes to its relations."""
    own = [(d, f) for d, f in located if d.source.file != ASSUMED]
    front.assume = read_of([(d, f) for d, f in located if d.source.file == ASSUMED])
    _equate_sizes(front, own)
    _take_ranges(front, own)
    return own


def _equate_sizes(front: Front, located: Sequence[Located]) -> None:
    """Take what equates or compares ends of ranges and sums out of what is assumed, and into the relations."""
    ranges = [c for _, c in front.ranges]
    ended = sizes_of_letters([*ranges, *(s for f in read_of(located) for s in f.statements)])
    sizes = {x for ends in ended.values() for end in ends if end is not None for x in letters_in(end)} - ended.keys()
    equated = [f for f in front.assume if f.statements and all(_equates(s.chain, sizes) for s in f.statements)]
    front.relations += [(f, s.chain) for f in equated for s in f.statements]
    front.assume = [f for f in front.assume if f not in equated]


def _take_ranges(front: Front, located: Sequence[Located]) -> None:
    """Add the ranges of sums that are assumed, of letters that have none on the page, to sizes of which it says
    nothing."""
    said = [*(c for _, c in front.ranges), *(s for f in read_of(located) for s in f.statements)]
    ended = sizes_of_letters(said)
    sizes = {x for ends in ended.values() for end in ends if end is not None for x in letters_in(end)}
    for f in front.assume:
        for x in of_kind(f, BigSum):
            for letter, size in ranges_in(x):
                if letter not in ended and size is not None and sizes.isdisjoint(letters_in(size)):
                    members = (Number("1"), Name(letter), size)
                    front.ranges.append((f, Chain(members, (r"\le", r"\le"), (x.span, x.span), x.span)))


def _equates(c: Chain, sizes: set[str]) -> bool:
    plain = is_equation(c) and all(index_like(m) and letters_in(m) for m in c.members)
    return compares_sizes(c, sizes) or (plain and sizes.issuperset(letters_in(c)))


def _display(f: Formula) -> Display:
    line = f.source.line
    return Display(Source(f.source.text, line, file=ASSUMED), line, 1, line)
