r"""The rows of a display that LaTeX numbers one by one, as `align` and `gather` do."""

from __future__ import annotations

import re

NUMBERED = frozenset(["equation", "align", "gather", "eqnarray", "multline", "flalign", "alignat"])
PER_ROW = NUMBERED - {"equation", "multline"}


def rows_of(environment: str, body: str) -> list[tuple[int, str]]:
    r"""The rows that have a number each, with the offset where each begins; one for `equation` and `multline`.

    >>> rows_of("align", r"a &= b \\ c &= \begin{cases} d \\ e \end{cases} \\")
    [(0, 'a &= b '), (9, ' c &= \\begin{cases} d \\\\ e \\end{cases} ')]
    >>> rows_of("equation", r"a \\ b")
    [(0, 'a \\\\ b')]
    """
    if environment not in PER_ROW:
        return [(0, body)]
    rows, depth, start = [], 0, 0
    for m in re.finditer(r"\\begin\b|\\end\b|\\\\", body):
        if m[0] == r"\\":
            if depth == 0:
                rows.append((start, body[start : m.start()]))
                start = m.end()
        else:
            depth += 1 if m[0] == r"\begin" else -1
    return [*rows, (start, body[start:])] if body[start:].strip() or not rows else rows
