r"""Parts of what is numbered: `The events are $1, \dots, K$, $K + 1, \dots, n$ are censored` tells `K \le n`.

Nobody lists what is left behind the first K of n things where there are fewer of them. So may the first and the last
thing of each part be listed, `$x_1, \dots, x_m$` beside `$x_{m+1}, \dots, x_N$`, and the front matter may have both
ranges, `"i" = "1..m"` and `"u" = "m+1..N"`, or a sentence the inequalities `$1 \le i \le m$` and `$m < i \le N$`. What
stands beside a display is a condition of it, and says nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.parse_lists import DOTS
from ...latex.tree import Chain, Formula, Name, Node
from ..located import Located
from ..spelled.shape import letter_of

RANGE = (r"\le", r"\le")
RANGE_BEHIND = ("<", r"\le")
FIRST = "1"
"""What a list begins with that begins at 1, in the place of a letter that it begins behind."""

Run = tuple[str, str | None, Node]


def parts_listed(
    located: Sequence[Located], ranges: Sequence[tuple[Formula, Chain]], sizes: Collection[str]
) -> Iterator[tuple[Formula, Chain]]:
    r"""Which sizes are no larger than others by such lists; `ranges` are those of the front matter.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"Events are $1, \dots, K$, and $K + 1, \dots, n$ are censored."
    >>> found = parts_listed(read_formulas(parse_document(page)), [], {"K", "n"})
    >>> [(c.members[0].base, c.relations, c.members[1].base) for _, c in found]
    [('K', ('\\le',), 'n')]
    """
    displayed = {d.paragraph for d, _ in located if not d.inline}
    said = [
        (f, run)
        for d, f in located
        if d.inline and isinstance(f, Formula) and d.paragraph not in displayed
        for run in _runs(f)
    ]
    said += [(f, run) for f, c in ranges for run in _ranged(c)]
    first = {(base, letter_of(end)) for _, (base, begin, end) in said if begin == FIRST}
    pairs = {
        (letter, other): (f, end)
        for f, (base, begin, end) in said
        if (letter := begin) in sizes and (other := letter_of(end)) in sizes and (base, letter) in first
    }
    for (letter, other), (f, end) in pairs.items():
        if letter != other and (other, letter) not in pairs and letter is not None:
            yield f, Chain((Name(letter), end), (r"\le",), (end.span,), end.span)


def _ranged(c: Chain) -> Iterator[Run]:
    r"""Where a letter begins and ends by `1 \le i \le m` or `m < i \le N`."""
    if c.relations == RANGE:
        yield "", _one_before(c.members[0]), c.members[2]
    elif c.relations == RANGE_BEHIND and letter_of(c.members[1]) is not None:
        yield "", letter_of(c.members[0]), c.members[2]


def _runs(f: Formula) -> Iterator[Run]:
    r"""Of what a list is a list, what it begins behind, and its end: x, m and N of `x_{m+1}, \dots, x_N`."""
    for s in f.statements:
        yield from _ranged(s.chain)
    items = [y for s in f.statements for y in _items(s.chain)]
    for one, dots, last in zip(items, items[1:], items[2:], strict=False):
        if dots == DOTS:
            a, b = _numbered(one), _numbered(last)
            if a is not None and b is not None and a[0] == b[0]:
                yield a[0], _one_before(a[1]), b[1]
            elif a is None and letter_of(last) is not None:
                yield "", _one_before(one), last


def _items(c: Chain) -> Sequence[Node]:
    last = c.members[-1]
    if isinstance(last, t.Listing) or (isinstance(last, t.Group) and last.open == r"\{"):
        return last.items
    return c.members if not c.relations else ()


def _numbered(x: Node) -> tuple[str, Node] | None:
    """The letter of a name with one thing below, and that."""
    below = x.scripts[0] if isinstance(x, Name) and len(x.scripts) == 1 else None
    if not isinstance(x, Name) or below is None or below.above or len(below.entries) != 1:
        return None
    return repr(replace(x, scripts=(), span=(0, 0))), below.entries[0]


def _one_before(x: Node) -> str | None:
    """The K of `K + 1`, and of 1 that it is the first."""
    if x == t.Number("1"):
        return FIRST
    if not isinstance(x, t.Terms) or len(x.terms) != 2 or x.terms[1].sign != "+":
        return None
    return letter_of(x.terms[0].body) if not x.terms[0].sign and x.terms[1].body == t.Number("1") else None
