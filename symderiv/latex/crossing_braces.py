r"""Braces that cross parentheses, `\ln({1 + e^x)}` and `\exp{(-x})`: TeX prints a group without its braces, and so one
reads what stands there, `\ln(1 + e^x)`.

So are those around a product that a sign ends, before what it is for: `\sum_w { p_w \cdot } u_w`.

They go only where nothing takes the group for its argument, as `\frac`, `\sqrt` or a script does, and where all
brackets then stand in each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from .lexer import Token
from .tokens import CLOSING, OPENERS

BEFORE = frozenset(["", "(", ")", "sign", "op", "rel", "comma", "func", "amp", "row", "quad"])
"""Kinds of what takes no group, or takes what stands behind it in the line."""
SCOPED = frozenset(["fontdecl", "amp", "row", "begin", "end"])
"""Kinds of what means something else outside of its group."""
JOINING = frozenset([r"\cdot", r"\times", r"\odot"])
"""What goes on with a product,"""
CONTINUED = frozenset(["{", "(", "run", "name", "num", "frac", "func", "font", "sqrt", "partial", "accent", "big"])
"""and kinds of what may follow."""


def without_crossing_braces(tokens: Sequence[Token]) -> Sequence[Token]:
    r"""The tokens without such braces.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_crossing_braces(tokenize(Source(r"f({1 + x)}, \exp{(-x})"))))
    'f(1+x),exp(-x)'
    >>> "".join(x.text for x in without_crossing_braces(tokenize(Source(r"e^{(x})"))))
    'e^{(x})'
    >>> "".join(x.text for x in without_crossing_braces(tokenize(Source(r"\sum_w { p_w \cdot } u_w + x^{+} y"))))
    '\\sum_wp_w\\cdotu_w+x^{+}y'
    """
    joined = {n for pair in _ended_by_a_sign(tokens) for n in pair}
    tokens = [x for n, x in enumerate(tokens) if n not in joined] if joined else tokens
    if _nest(tokens):
        return tokens
    dropped = {n for pair in _crossing(tokens) for n in pair}
    left = [x for n, x in enumerate(tokens) if n not in dropped]
    return left if dropped and _nest(left) else tokens


def _ended_by_a_sign(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The braces of groups that nothing takes, in which the sign of a product waits for what stands behind them."""
    if not any(x.text in JOINING and y.kind == "}" for x, y in pairwise(tokens)):
        return
    opened: list[int] = []
    for end, x in enumerate(tokens):
        if x.kind == "{":
            opened.append(end)
        elif x.kind == "}" and opened:
            n = opened.pop()
            ended = end > n + 2 and tokens[end - 1].text in JOINING and tokens[end - 2].text not in JOINING
            follows = end + 1 < len(tokens) and tokens[end + 1].kind in CONTINUED
            if ended and follows and _takes_none(tokens, n - 1) and _is_product(tokens[n + 1 : end]):
                yield n, end


def _is_product(inside: Sequence[Token]) -> bool:
    """Is nothing added up in a group, but in brackets of its own, and nothing set that ends with the group?"""
    depths = accumulate((x.kind in OPENERS) - (x.kind in CLOSING) for x in inside)
    parted = any(x.kind in ("sign", "rel", "comma") and not depth for x, depth in zip(inside, depths, strict=True))
    return not parted and all(x.kind not in SCOPED for x in inside)


def _nest(tokens: Sequence[Token]) -> bool:
    """Does all that opens close in the order in which it was opened?"""
    opened: list[str] = []
    for x in tokens:
        if x.kind in ("{", "("):
            opened.append(x.kind)
        elif x.kind in ("}", ")") and (not opened or opened.pop() != ("{" if x.kind == "}" else "(")):
            return False
    return not opened


def _crossing(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The braces of groups that nothing takes, in which a parenthesis is not closed or not opened."""
    opened: list[int] = []
    for end, x in enumerate(tokens):
        if x.kind == "{":
            opened.append(end)
        elif x.kind == "}" and opened:
            n = opened.pop()
            inside = tokens[n + 1 : end]
            loose = _takes_none(tokens, n - 1) and all(y.kind not in SCOPED for y in inside)
            if loose and not _nest([y for y in inside if y.kind in ("(", ")")]):
                yield n, end


def _is_option(tokens: Sequence[Token], at: int) -> bool:
    r"""Does a bracket end the 3 of `\sqrt[3]`, behind which a group is the argument?"""
    depth = 0
    for first in range(at, -1, -1):
        depth += (tokens[first].text == "]") - (tokens[first].text == "[")
        if not depth:
            return first > 0 and tokens[first - 1].kind == "sqrt"
    return True


def _takes_none(tokens: Sequence[Token], at: int) -> bool:
    r"""Does what ends at `at` take no group behind it? A script has what it takes already, the n of `\sum_n {(x})`."""
    if at < 0 or tokens[at].kind in BEFORE:
        return at < 0 or tokens[at].text != "]" or not _is_option(tokens, at)
    first = at
    if tokens[at].kind == "}":
        depth = 0
        for first in range(at, -1, -1):
            depth += (tokens[first].kind == "}") - (tokens[first].kind == "{")
            if not depth:
                break
    return first > 0 and tokens[first - 1].kind == "script"
