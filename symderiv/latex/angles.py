r"""Angle brackets among the tokens: a step as a script, `a^{<t>}` or `a^{\langle t \rangle}`, and `<u, v>`, a product.

A script in angle brackets is read as one in parentheses: both belong to the name, and are never powers. Typed with `<`
and `>`, brackets look like comparisons. They are brackets where a comparison would lack one of its sides, or would
stand within an equation.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import CLOSING, OPENERS, awaits, opening

LESS, GREATER = "<", ">"
LEFT, RIGHT = r"\langle", r"\rangle"
AWAITING = frozenset(["rel", "op", "sign", "comma", "big", "func", "nabla", "quad", "row", "amp", *OPENERS])
"""Kinds of tokens behind which an operand is still to come."""
ENDED = frozenset(["rel", "op", "comma", "stop", "quad", "row", "amp", *CLOSING])
"""Kinds with which no operand begins."""
APART = frozenset(["row", "quad", "amp", "comma", "text", "raw", "arrow", "colon", "mid"])
"""Kinds that part an equation from what stands beside it."""


def angled(tokens: list[Token]) -> list[Token]:
    r"""The tokens with their angle brackets.

    >>> from .lexer import tokenize
    >>> from .source import Source
    >>> " ".join(t.text for t in angled(tokenize(Source("y = <u, v> + a^{<t>}"))))
    'y = \\langle u , v \\rangle + a ^ { ( t ) }'
    """
    if not any(t.text in (LESS, LEFT) for t in tokens):
        return tokens
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.text not in (LESS, LEFT):
            continue
        end, commas = _closing(tokens, at)
        if end and not commas and _is_script(tokens, at, end):
            out[at], out[end] = _delimiter("(", "(", token), _delimiter(")", ")", tokens[end])
        elif end and commas == 1 and token.text == LESS and _lacks_a_side(tokens, at, end):
            out[at], out[end] = _delimiter("(", LEFT, token), _delimiter(")", RIGHT, tokens[end])
    return out


def _delimiter(kind: str, text: str, token: Token) -> Token:
    return Token(kind, text, token.start, token.end)


def _closing(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The position of the bracket that closes the one at `at`, 0 if none does, and the number of commas between."""
    depth = commas = 0
    for n in range(at + 1, len(tokens)):
        token = tokens[n]
        if depth == 0 and token.text == (GREATER if tokens[at].text == LESS else RIGHT):
            return (n if n > at + 1 else 0), commas
        if depth == 0 and token.kind in APART | {"rel"} and token.kind != "comma":
            break
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        commas += depth == 0 and token.kind == "comma"
        if depth < 0:
            break
    return 0, 0


def _is_script(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the brackets are a whole script, or one beside others: `^{<t>}`, `^{[l]<t>}`, `^{<t>(i)}`."""
    start = at - 1
    while start > 0 and tokens[start].kind == ")":
        start = opening(tokens, start) - 1
    if start < 1 or tokens[start].kind != "{" or tokens[start - 1].kind != "script":
        return False
    return tokens[end + 1].kind in ("}", "(") or tokens[end + 1].text in (LESS, LEFT)


def _lacks_a_side(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether `<` and `>` can be no comparisons here."""
    if at == 0 or tokens[at - 1].kind in AWAITING or awaits(tokens[:at]):
        return True
    return end + 1 == len(tokens) or tokens[end + 1].kind in ENDED or _in_equation(tokens, at)


def _in_equation(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign of equality stands before, with nothing between that parts what stands beside an equation."""
    depth = 0
    for token in reversed(tokens[:at]):
        depth += (token.kind in CLOSING) - (token.kind in OPENERS)
        if depth < 0 or (depth == 0 and token.kind in APART):
            return False
        if depth == 0 and token.kind == "rel":
            return token.text in ("=", ":=")
    return False
