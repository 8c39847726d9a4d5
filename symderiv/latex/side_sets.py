r"""Bounds of a sum at its side: `\sideset{}{_{t=1}^{T}}\sum x_t` is `\sum_{t=1}^{T} x_t`.

What stands on the left side, a prime there, or more bounds behind the sign mean something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import after_argument, past_scripts, put_in_place

COMMAND = r"\sideset"


def with_bounds_behind(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens of a formula with such bounds behind their signs.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(t.text for t in with_bounds_behind(tokenize(Source(r"\sideset{}{_l}\sum x_l + \sideset{}{'}\sum y"))))
    "\\sum_lx_l+\\sideset{}{'}\\sumy"
    """
    return put_in_place(tokens, lambda at, _: _turned(tokens, at))


def _turned(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    if tokens[at].text != COMMAND or [t.kind for t in tokens[at + 1 : at + 3]] != ["{", "}"]:
        return None
    first = at + 3
    braced = first < len(tokens) and tokens[first].kind == "{"  # loose braces around scripts may be gone
    end = after_argument(tokens, first) if braced else past_scripts(tokens, first)
    bounds = tokens[first + 1 : end - 1] if braced else tokens[first:end]
    sign = tokens[end] if end < len(tokens) else None
    if sign is None or sign.kind != "big" or not _are_scripts(bounds):
        return None
    behind = tokens[end + 1] if end + 1 < len(tokens) else None
    if behind is not None and behind.kind in ("script", "prime"):
        return None
    return [Token(sign.kind, sign.text, tokens[at].start, tokens[at].end), *bounds], end + 1


def _are_scripts(tokens: Sequence[Token]) -> bool:
    """Are they one script, or one below and one above?"""
    found = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind != "script":
            return False
        found.append(tokens[at].text)
        at = after_argument(tokens, at + 1)
    return found in (["_"], ["_", "^"], ["^", "_"])
