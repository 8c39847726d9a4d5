r"""What an author wants of an objective, typed behind its formula: `F = \frac1N \sum_k l_k \rightarrow \min_w`.

The arrow and what it leads to say nothing of values. The same relation typed at both sides of a line break (`= a =\\
= b`, as Russian typography asks for) is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import after_argument

AIMS = frozenset(["min", "max", "inf", "sup"])
ENDS = frozenset(["row", "quad", "gap", "comma", "text", "raw", "end", "stop"])
REPEATED = frozenset(["=", r"\approx", r"\equiv"])
BETWEEN = frozenset(["row", "amp", "again", "gap", "quad"])


def without_aims(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without an aim behind a formula.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_aims(tokenize(Source(r"F = a b \to \min_{w}, \quad c = 1"))))
    'F=ab,c=1'
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _aim(tokens, at) if out else 0
        if end:
            while out[-1].kind in ("quad", "gap"):
                out.pop()
            at = end
            continue
        if not _is_repeated(tokens, at):
            out.append(tokens[at])
        at += 1
    return out


def _aim(tokens: Sequence[Token], at: int) -> int:
    r"""Where `\to \min_w` that begins at `at` ends; 0 if there is none."""
    if tokens[at].kind != "rel" or tokens[at].text != r"\to":
        return 0
    at += 1
    while at < len(tokens) and tokens[at].kind in ("quad", "gap", "amp"):
        at += 1
    if at >= len(tokens) or tokens[at].kind != "func" or tokens[at].text not in AIMS:
        return 0
    at += 1
    while at < len(tokens) and tokens[at].kind == "script":
        at = after_argument(tokens, at + 1)
    return at if at == len(tokens) or tokens[at].kind in ENDS else 0


def _is_repeated(tokens: Sequence[Token], at: int) -> bool:
    """Is it a relation before a line break that stands behind the break, too?"""
    if tokens[at].kind != "rel" or tokens[at].text not in REPEATED:
        return False
    behind = at + 1
    while behind < len(tokens) and tokens[behind].kind in BETWEEN:
        behind += 1
    broken = any(x.kind == "row" for x in tokens[at + 1 : behind])
    return broken and behind < len(tokens) and (tokens[behind].kind, tokens[behind].text) == ("rel", tokens[at].text)
