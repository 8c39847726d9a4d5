r"""Derivatives on one line with a plain d: `dC/dy_k`, `\mathrm{d}C / \mathrm{d}y_k`.

A d right before a name, a slash, and a d right before a name again is no product: nobody divides by a d that stands
above, too. Its signs are those of `\partial C / \partial y_k`, which says the same of a network. The names may have an
index in a bracket, `dE[l]/dF[l]_{ij}`.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import after_argument, closed_at, left_side

WITHIN = frozenset(["run", "name", "num", "sign", "comma"])
"""What an index is made of."""


def with_slashed_derivatives(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with `\partial` for the signs of such derivatives.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.names import NO_NAMES, split
    >>> from symderiv.latex.source import Source
    >>> source = Source("dC/dy_k = 2 y_k")
    >>> "".join(x.text for x in with_slashed_derivatives(split(tokenize(source), NO_NAMES, source)))
    '\\partialC/\\partialy_k=2y_k'
    """
    if not any(x.text == "/" for x in tokens):
        return [*tokens]
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        first = _sign(tokens, at)
        slash = _end(tokens, first) if first and not _follows_sign(tokens, at) else 0
        second = _sign(tokens, slash + 1) if slash and slash < len(tokens) and tokens[slash].text == "/" else 0
        if second and left_side(tokens, second):
            out += [_partial(tokens[at]), *tokens[first : slash + 1], _partial(tokens[slash + 1])]
            at = second
        else:
            out.append(tokens[at])
            at += 1
    return out


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where a name with its scripts that begins at `at` ends, and an index in a bracket right behind it."""
    end = left_side(tokens, at)
    if not end or end >= len(tokens) or tokens[end].text != "[" or tokens[end].start != tokens[end - 1].end:
        return end
    closed = closed_at(tokens, end)
    if closed == end or any(x.kind not in WITHIN for x in tokens[end + 1 : closed]):
        return end
    end = closed + 1
    while end < len(tokens) and tokens[end].kind == "script":
        end = after_argument(tokens, end + 1)
    return end


def _sign(tokens: Sequence[Token], at: int) -> int:
    r"""Where what stands behind the sign at `at` begins, `d` or `\mathrm{d}`; 0 if there is none."""
    if at < len(tokens) and (tokens[at].kind, tokens[at].text) == ("font", "mathrm"):
        braced = at + 1 < len(tokens) and tokens[at + 1].kind == "{"
        inner = at + 1 + braced
        end = inner + 1 + braced
        closed = end <= len(tokens) and (not braced or tokens[end - 1].kind == "}")
        return end if closed and _is_d(tokens, inner) else 0
    return at + 1 if _is_d(tokens, at) else 0


def _is_d(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "name" and tokens[at].text == "d"


def _follows_sign(tokens: Sequence[Token], at: int) -> bool:
    """Does it stand in a script, or behind another sign?"""
    return at > 0 and (tokens[at - 1].kind == "script" or tokens[at - 1].text in ("d", "/"))


def _partial(token: Token) -> Token:
    return Token("partial", r"\partial", token.start, token.end)
