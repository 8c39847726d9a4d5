r"""Braces around nothing but an operator, `{\frac{\partial}{\partial x}} f`: macros in `\ensuremath` leave them.

TeX prints the same without them, and the operator is for what stands behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token


def without_loose_braces(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without such braces; any others stay.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"{\frac{\partial}{\partial x}} f + {a}"))))
    'frac{\\partial}{\\partialx}f+{a}'
    """
    dropped: set[int] = set()
    for n in range(len(tokens) - 6):
        kinds = [x.kind for x in tokens[n : n + 6]]
        if kinds[:3] != ["{", "frac", "{"] or kinds[3:5] != ["partial", "}"] or kinds[5] != "{":
            continue
        end = _closing(tokens, n + 5)
        if end is not None and end + 1 < len(tokens) and tokens[end + 1].kind == "}":
            dropped |= {n, end + 1}
    return [x for n, x in enumerate(tokens) if n not in dropped]


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """Where the brace at `at` is closed."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind == "{") - (tokens[n].kind == "}")
        if not depth:
            return n
    return None
