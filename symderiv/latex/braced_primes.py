r"""Primes in braces of their own, `f_i^{\text{in}}{'}(z)`: so they are typed behind a script above."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import put_in_place


def with_primes_bare(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a formula without such braces.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(t.text for t in with_primes_bare(tokenize(Source("f_i{'}(z) + a^{'}"))))
    "f_i'(z)+a^{'}"
    """
    return put_in_place(tokens, lambda at, before: _primes(tokens, at, before))


def _primes(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> tuple[list[Token], int] | None:
    if tokens[at].kind != "{" or not before or before[-1].kind == "script":
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].kind == "prime":
        end += 1
    if end == at + 1 or end == len(tokens) or tokens[end].kind != "}":
        return None
    return list(tokens[at + 1 : end]), end + 1
