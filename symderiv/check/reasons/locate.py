r"""Where a part of a formula stands in the LaTeX as typed.

The reader notes for everything it reads the span it read it from. A part of the resolved formula is looked up among
these; what was not read as one (a few factors of a product) spans its parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ...expr import Expr, Sum, children, walk
from ...pattern import lazily
from .slips import Path, at

Offsets: TypeAlias = tuple[int, int]
Places: TypeAlias = Sequence[tuple[Expr, Offsets]]


def located(whole: Expr, path: Path, places: Places, inside: Offsets) -> Offsets:
    """The span of the part of `whole` at `path`; `inside` is the span of the whole.

    The same part may stand in several places: the n-th in reading order is the n-th that was read.
    """
    found = _span(whole, path, [p for p in places if inside[0] <= p[1][0] and p[1][1] <= inside[1]])
    while found is None and path:
        path = path[:-1]
        found = _span(whole, path, places)
    return inside if found is None else found


def closed(latex: str, span: Offsets) -> Offsets:
    """The span, widened by the parenthesis that closes what is opened in it, or opens what is closed in it.

    >>> closed("y (1 - y) x", (0, 8))
    (0, 9)
    """
    start, end = span
    for _ in range(latex.count("(", start, end) - latex.count(")", start, end)):
        found = CLOSING.match(latex, end)
        end = found.end() if found is not None else end
    for _ in range(latex.count(")", start, end) - latex.count("(", start, end)):
        found = OPENING.search(latex[:start])
        start = found.start() if found is not None else start
    return start, end


CLOSING = lazily(r"\s*(\\[A-Za-z]+\s*)?\)")
OPENING = lazily(r"(\\[A-Za-z]+\s*)?\(\s*\Z")


def _span(whole: Expr, path: Path, places: Places) -> Offsets | None:
    part = at(whole, path)
    spans = innermost([span for e, span in places if e == part or _is_typed(e, part)])
    if spans:
        n = _number(whole, path, part)
        return spans[min(n, len(spans) - 1)]
    parts = [s for n in range(len(children(part))) if (s := _span(whole, (*path, n), places)) is not None]
    return (min(s[0] for s in parts), max(s[1] for s in parts)) if parts else None


def _is_typed(e: Expr, part: Expr) -> bool:
    r"""Is it what was typed of a sum whose ends are implied, `\sum_j w_j` of `\sum_{j=1}^{J} w_j`?"""
    if not (isinstance(e, Sum) and isinstance(part, Sum)) or e.letter != part.letter or e.lowers or e.uppers:
        return False
    return e.body == part.body or _is_typed(e.body, part.body)


def innermost(spans: list[Offsets]) -> list[Offsets]:
    """Spans in order, those that hold another one left out.

    >>> innermost([(0, 9), (1, 3), (5, 6)])
    [(1, 3), (5, 6)]
    """
    distinct = sorted(set(spans))
    return [a for a in distinct if not any(b != a and a[0] <= b[0] and b[1] <= a[1] for b in distinct)]


def _number(whole: Expr, path: Path, part: Expr) -> int:
    """How many equal parts stand before the one at `path` in reading order."""
    count = 0
    e = whole
    for n in path:
        for before in children(e)[:n]:
            count += sum(1 for x in walk(before) if x == part)
        e = children(e)[n]
        if e == part:
            break
    return count
