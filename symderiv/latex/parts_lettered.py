r"""Parts of a formula that are called by letters set as words, `\text{(A)} = \sum_i ..`, `\partial \text{(A)}`.

Below a brace, behind an equation or before it `\text{(A)}` only numbers something. As a whole left side, right behind
`\partial`, or alone between signs it is a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..pattern import lazily
from .lexer import Token

LETTERED = lazily(r"\s*\(\s*(?P<letter>[A-Z]|[IVX]{1,4})\s*\)\s*")
"""A capital or a Roman number in parentheses; other numbers are those of equations."""
BEFORE = frozenset(["", "row", "quad", "comma", "amp", "gap"])
"""Kinds of what stands before a left side."""
SIGNS = frozenset(["rel", "sign"])
BEHIND = SIGNS | {"", "row", "quad", "comma", "amp", "stop"}
"""Kinds of what may stand behind a term."""


def with_parts_named(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with a name for each such letter.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> for text in (r"\text{(A)} = x - \text{(B)}", r"a = b \quad \text{(A)}", r"\partial \text{(I)}"):
    ...     print([x.text for x in with_parts_named(tokenize(Source(text))) if x.kind == "text"])
    ['A', 'B']
    ['(A)']
    ['I']
    """
    found = list(tokens)
    for n, x in enumerate(tokens):
        lettered = LETTERED.fullmatch(x.text) if x.kind == "text" else None
        if lettered is not None and _is_name(tokens, n):
            found[n] = Token("text", lettered["letter"], *x.span)
    return found


def _is_name(tokens: Sequence[Token], n: int) -> bool:
    """Does a text stand where only a value can?"""
    kinds = [x.kind for x in tokens]
    before = kinds[n - 1] if n else ""
    behind = kinds[n + 1] if n + 1 < len(kinds) else ""
    equated = behind == "rel" or kinds[n + 1 : n + 3] == ["amp", "rel"]
    return before == "partial" or (before in BEFORE and equated) or (before in SIGNS and behind in BEHIND)
