r"""Congruences in other spellings: `i \equiv 0 \bmod 2`, `i \equiv 0 \ (\text{mod } 2)` for `i \equiv 0 \pmod{2}`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import closed_at, put_in_place

SIGN, MODULO = r"\equiv", r"\pmod"


def with_congruences(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with `\pmod` where a number is a modulus.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in with_congruences(tokenize(Source(r"i \equiv 0 \bmod 2"))))
    'i\\equiv0\\pmod2'
    """
    if not any(x.text == SIGN for x in tokens):
        return [*tokens]

    def modulus(at: int, before: Sequence[Token]) -> tuple[list[Token], int] | None:
        begins = at + (tokens[at].kind == "(")
        if begins >= len(tokens) or not _is_sign(tokens[begins]) or all(x.text != SIGN for x in before):
            return None
        end = closed_at(tokens, at) if begins > at else begins + 2
        inner = tokens[begins + 1 : end]
        if len(inner) != 1 or inner[0].kind != "num":
            return None
        return [Token("rel", MODULO, tokens[begins].start, tokens[begins].end), *inner], end + (begins > at)

    return put_in_place(tokens, modulus)


def _is_sign(x: Token) -> bool:
    return x.text in (r"\bmod", r"\mod") or (x.kind == "text" and x.text.strip() == "mod")
