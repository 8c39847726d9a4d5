r"""Norms typed as one absolute value in another: `\left|\left| W \right|\right|_F` is `\left\| W \right\|_F`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import CLOSING, OPENERS


def with_double_bars(tokens: list[Token]) -> Sequence[Token]:
    r"""The tokens with one sign for two bars that open and close together."""
    pairs = _pairs(tokens)
    kept: dict[int, Token | None] = {}
    for at, end in pairs.items():
        inner = pairs.get(at + 1, at)
        if inner != end - 1 or {tokens[n].text for n in (at, at + 1, inner, end)} != {"|"} or at in kept:
            continue
        kept |= {at + 1: None, end: None}
        kept[at] = tokens[at]._replace(text=r"\|", end=tokens[at + 1].end)
        kept[inner] = tokens[inner]._replace(text=r"\|", end=tokens[end].end)
    found = (kept.get(n, token) for n, token in enumerate(tokens))
    return [token for token in found if token is not None]


def _pairs(tokens: Sequence[Token]) -> dict[int, int]:
    """For each delimiter that opens the one that closes it, the outermost first."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind in OPENERS:
            stack.append(at)
        elif token.kind in CLOSING and stack:
            found[stack.pop()] = at
    return dict(sorted(found.items()))
