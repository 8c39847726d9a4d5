r"""Evaluation bars among the tokens: `\left. x \right|_{k=i}`, `\frac{..}{..}\Big|_{k=i}`, `f'(z)|_{z=a}`.

Only a bar with an equation in its subscript is one, and one behind a fraction with a name there
(`\frac{..}{..}|_{z_n}`). What it is about goes into a group of its own, which opens with `\left.` and closes with
`\right|`: all since `\left.`, else the fraction or the application right before the bar.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import CLOSING, OPENERS, after_argument

OPENING = r"\left."
BAR = r"\right|"


def barred(tokens: list[Token]) -> list[Token]:
    """The tokens with the groups of evaluation bars."""
    found = [at for at, token in enumerate(tokens) if _is_bar(tokens, at)]
    plain = sum(token.kind == "bar" for token in tokens) - sum(tokens[at].kind == "bar" for at in found)
    for at in reversed(found):
        bar = tokens[at]
        if bar.kind == "bar" and plain:
            continue  # it may close an absolute value
        start = _opened(tokens, at) if bar.kind == ")" else _operand(tokens, at)
        if start < 0:
            start = _operand(tokens, at)
        if start < 0:
            continue
        opens = tokens[start].kind == "null"
        opening = Token("(", OPENING, tokens[start].start, tokens[start].end if opens else tokens[start].start)
        inside = tokens[start + opens : at]
        tokens = [*tokens[:start], opening, *inside, Token(")", BAR, bar.start, bar.end), *tokens[at + 1 :]]
    return tokens


def _is_bar(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text != "|" or tokens[at].kind not in (")", "bar"):
        return False
    if [t.text for t in tokens[at + 1 : at + 3]] != ["_", "{"]:
        return False
    inside = tokens[at + 3 : after_argument(tokens, at + 2) - 1]
    return any(t.kind == "rel" for t in inside) or (_is_name(inside) and _is_behind_a_fraction(tokens, at))


def _is_name(inside: Sequence[Token]) -> bool:
    """Does a subscript hold a name with indices?"""
    head = next((n for n, t in enumerate(inside) if t.kind in ("script", "prime")), 0)
    return head > 0 and inside[head - 1].kind in ("name", "run")


def _is_behind_a_fraction(tokens: Sequence[Token], at: int) -> bool:
    r"""Is what the bar is about a fraction, and the bar none that closes `\left|`?"""
    start = _opened(tokens, at)
    operating = [t.kind for t in tokens[start + 1 : start + 3]] == ["frac", "{"] and tokens[at - 1].text == ")"
    opened = tokens[at].kind == "bar" or start >= 0
    return opened and ((tokens[at - 1].kind == "}" and _operand(tokens, at) >= 0) or (start >= 0 and operating))


def _opened(tokens: Sequence[Token], at: int) -> int:
    r"""Where the `\left.` of the bar at `at` stands; -1 if there is none."""
    depth = 0
    for n in range(at - 1, -1, -1):
        token = tokens[n]
        if depth == 0 and token.kind == "null" and token.text == r"\left":
            return n
        depth += (token.kind in CLOSING) - (token.kind in OPENERS)
        if depth < 0:
            return -1
    return -1


def _operand(tokens: Sequence[Token], at: int) -> int:
    """Where the fraction or the application right before `at` begins; -1 if something else stands there."""
    start = _start(tokens, at - 1)
    if start < 0:
        return -1
    if tokens[at - 1].kind == "}":
        first = _start(tokens, start - 1) if start and tokens[start - 1].kind == "}" else -1
        return first - 1 if first > 0 and tokens[first - 1].kind == "frac" else -1
    start -= 1
    while start >= 0 and tokens[start].kind == "prime":
        start -= 1
    return start if start >= 0 and tokens[start].kind in ("name", "run", "func") else -1


def _start(tokens: Sequence[Token], at: int) -> int:
    """Where the group that ends at `at` opens; -1 if none does."""
    if at < 0 or tokens[at].kind not in CLOSING:
        return -1
    depth = 0
    for n in range(at, -1, -1):
        depth += (tokens[n].kind in CLOSING) - (tokens[n].kind in OPENERS)
        if depth == 0:
            return n
    return -1
