"""Vectors of one length whose entries are numbered from different numbers on, `(w_1, w_2)` beside `(1, x_1)`.

Either may be numbered otherwise than it looks beside the other: what is made of both is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document.blocks import Block, Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import Formula, Name, Node, Number
from ...shapes.grids import rows_of
from ...spelled.shape import is_mark


def runs_typed_out(blocks: Sequence[Block]) -> Iterator[tuple[Node, Node]]:
    r"""The first and the last number of each vector that a page types out in entries of one letter.

    These are taken from the page as typed: whatever is left out when it is read, its numbers tell of the others.

    >>> from symderiv.document import parse_document
    >>> page = parse_document(r"Let $w = (w_0, w_1)^T$ and $x = (1, x_1)^T$.")
    >>> [(a.text, b.text) for a, b in runs_typed_out(page.blocks)]
    [('0', '1')]
    """
    for block in blocks:
        if isinstance(block, Display) and "=" in block.source.text and not block.struck:
            try:
                formula = parse(block.source)
            except ReadError:
                continue
            yield from _runs(formula)


def _runs(f: Formula) -> Iterator[tuple[Node, Node]]:
    for s in f.statements:
        for member in s.chain.members[1:]:
            items, _ = items_typed(member)
            ends = [x for x in (*items[:1], *items[-1:]) if isinstance(x, Name)]
            numbers = [below[-1] for x in ends if (below := [e for y in x.scripts if not y.above for e in y.entries])]
            alike = len({(x.base, x.font) for x in ends}) == 1 and all(isinstance(x, (Name, t.Symbol)) for x in items)
            if alike and len(numbers) == len(ends) > 1 and isinstance(numbers[0], Number):
                yield numbers[0], numbers[1]


def items_typed(x: Node) -> tuple[tuple[Node, ...], bool]:
    """What a parenthesis lists, and whether it is turned, or typed as a column."""
    turned = isinstance(x, t.Scripted) and len(x.scripts) == 1 and x.scripts[0].above and not x.primes
    if isinstance(x, t.Scripted) and turned and all(map(is_mark, x.scripts[0].entries)):
        x = x.base
    elif isinstance(x, t.Scripted):
        return (), False
    if not isinstance(x, t.Group):
        return (), False
    if (rows := rows_of(x)) is not None:
        column = not turned and all(len(row) == 1 for row in rows)
        return (
            (tuple(row[0] for row in rows), True) if column else (rows[0] if turned and len(rows) == 1 else (), turned)
        )
    return (x.items, turned) if x.open in ("(", "[") and ";" not in x.separators else ((), False)
