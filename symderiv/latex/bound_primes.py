r"""Letters with primes that a sum binds: the `t'` of `\sum_{t'=1}^{t} x_i^{t'}` is an index above x, no prime of it."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token


def bound_primes(tokens: Sequence[Token], partner: Sequence[int]) -> frozenset[tuple[str, int]]:
    r"""Each such letter of a formula with the number of its primes; `partner` has the other brace of each.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> tokens = tokenize(Source(r"\sum_{t'=1}^T x^{t'} y^{s'}"))
    >>> bound_primes(tokens, [7 if n == 2 else 0 for n in range(len(tokens))])
    frozenset({('t', 1)})
    """
    found = set()
    for n, token in enumerate(tokens[:-3]):
        if token.kind == "big" and tokens[n + 1].text == "_" and tokens[n + 2].kind == "{":
            found |= _with_primes(tokens[n + 3 : partner[n + 2]])
    return frozenset(found)


def _with_primes(below: Sequence[Token]) -> set[tuple[str, int]]:
    found = set()
    for n, token in enumerate(below):
        if token.kind not in ("name", "run") or (n and below[n - 1].kind == "script"):
            continue
        primes = next((m for m, x in enumerate(below[n + 1 :]) if x.kind != "prime"), len(below) - n - 1)
        if primes:
            found.add((token.text, primes))
    return found
