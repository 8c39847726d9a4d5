"""Lines of plain text that are too long for a terminal, broken before an operator."""

from __future__ import annotations

from collections.abc import Iterator

from ..pattern import lazily

WIDTH = 100
"""A line is broken if it is longer than this."""
DEEPER = 3
"""So much further in than the equality sign a line goes on."""
SETBACK = 4
"""Where the equality sign stands if the left side takes up a line of its own."""
LEAST = 12
"""So many characters at least are left on a line."""

_OPEN, _CLOSE = "([{", ")]}"
_RANKS = {"=": 0, ";": 0, "+": 1, "-": 1, "*": 2, "": 2}
"""Before which operators a line may be broken, the best first; '' is a product without a sign."""
_NO_FACTOR = lazily(r"[-+*=;<>≠≡←→↑∈&]|<=|>=")
_BESIDE = lazily(r" {3}(?=[(←\[])| ←")
_WORD = lazily(r"( *)((?:[ΣΠ]_\{(?:[^{}]|\{[^{}]*\})*\}|[^ ])+)")
"""A word with the spaces before it; what stands below a sum belongs to its sign."""


def wrapped(row: str, width: int = WIDTH) -> list[str]:
    """A row of text in lines of at most `width`, as far as its operators allow, outermost ones first.

    >>> print(*wrapped("y_k = a_k (b_k + c_k) + (d_k - e_k) f_k = g_k h_k", width=30), sep=chr(10))
    y_k = a_k (b_k + c_k)
           + (d_k - e_k) f_k
        = g_k h_k
    """
    column = _column(row)
    lines: list[str] = []
    while len(row) > width:
        begin = max(len(row) - len(row.lstrip()) + LEAST, 0 if lines else column)
        found = [p for p in _places(row) if begin < p[0] <= width]
        if not found and not lines and column > SETBACK and row[column : column + 2] == "= ":
            # the left side is so wide that nothing would stand beside it
            lines, row, column = [row[:column].rstrip()], " " * SETBACK + row[column:], SETBACK
            continue
        if not found:
            break
        at, _, operator = min(found, key=lambda p: (p[1], _RANKS[p[2]], -p[0]))
        lines.append(row[:at].rstrip())
        sign = "" if operator else "* "
        row = " " * (column if operator == "=" else column + DEEPER) + sign + row[at:].lstrip()
    return [*lines, row]


def _column(row: str) -> int:
    """Where the row's first equality sign outside of parentheses stands; where the row begins, if it has none."""
    start = len(row) - len(row.lstrip())
    if row[start : start + 2] == "= ":
        return start
    return next((at + 1 for at, depth, operator in _places(row) if depth == 0 and operator == "="), start)


def _places(row: str) -> Iterator[tuple[int, int, str]]:
    """Every place where the row may be broken: where, how deep in parentheses, before which operator."""
    beside = _BESIDE.search(row)
    end = beside.start() if beside else len(row)
    depth, before = 0, ""
    for m in _WORD.finditer(row[:end]):
        space, word = m.groups()
        if before and space:
            sign = word if word in _RANKS else ""
            factors = not (_NO_FACTOR.fullmatch(before) or before.lstrip(_OPEN).startswith(("Σ", "Π")))
            if sign or (factors and not _NO_FACTOR.fullmatch(word) and len(space) == 1 and not before.endswith(",")):
                yield m.start(), depth, sign
        depth += sum((c in _OPEN) - (c in _CLOSE) for c in word)
        before = word
