"""Where a left side ends: a name with its scripts, its primes and one list of arguments."""

from __future__ import annotations

from ..notation import EQUALITIES
from .lexer import Token
from .tokens import CLOSING, OPENERS


def left_side(tokens: list[Token], at: int) -> bool:
    """Whether the name at `at`, with its scripts, primes and one argument list, is a whole left side.

    An entry behind the arguments, `rms(x)_i = ..`, belongs to it where nothing but a name stands in these.
    """
    n = past_name(tokens, at)
    if n < len(tokens) and tokens[n].text == "(":
        before, n = n, past(tokens, n)
        entry = n == before + len("(x)") and n < len(tokens) and tokens[n].text == "_"
        n = past(tokens, n + 1) if entry else n
    return n < len(tokens) and tokens[n].kind == "rel" and tokens[n].text in EQUALITIES


def past_name(tokens: list[Token], at: int) -> int:
    """The position after the name at `at` with its scripts and primes."""
    n = at + 1
    while n < len(tokens) and tokens[n].kind in ("script", "prime"):
        n = past(tokens, n + 1) if tokens[n].kind == "script" else n + 1
    return n


def past(tokens: list[Token], at: int) -> int:
    """The position after the token, or group, at `at`."""
    if at >= len(tokens) or tokens[at].kind not in OPENERS:
        return at + 1
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind in OPENERS) - (tokens[n].kind in CLOSING)
        if depth == 0:
            return n + 1
    return len(tokens)


def is_summand(tokens: list[Token], begin: int, at: int) -> bool:
    r"""Whether the name at `at` begins a value that is typed out in parentheses, the `wx` of `\partial (wx + b)`.

    From `begin` on nothing stands before it but what opens.
    """
    n = past_name(tokens, at)
    return any(x.text == "(" for x in tokens[begin:at]) and n < len(tokens) and tokens[n].text in ("+", "-")
