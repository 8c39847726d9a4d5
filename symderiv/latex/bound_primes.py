r"""Letters with primes that are indices: the `t'` of `\sum_{t'=1}^{t} x_i^{t'}` is an index above x, no prime of it,
and so is one that stands alone below another name, `w_{t'} x^{t'}`. Those of a whole page: `primed_indices`."""

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
        if token.text != "_" or tokens[n + 1].kind != "{":
            continue
        inner = tokens[n + 2 : partner[n + 1]]
        if _is_of_sum(tokens, n, partner) or (len(inner) > 1 and all(x.kind == "prime" for x in inner[1:])):
            found |= with_primes(inner)
    return frozenset(found)


def _is_of_sum(tokens: Sequence[Token], n: int, partner: Sequence[int]) -> bool:
    r"""Does a script belong to a sign of a sum, perhaps behind the end of it: `\sum^M_{m'=0}`?"""
    before = n - 1
    if before > 1 and tokens[before].kind != "big":
        first = partner[before] if tokens[before].kind == "}" else before
        before = first - 2 if tokens[first - 1].text == "^" else before
    return before >= 0 and tokens[before].kind == "big"


def with_primes(below: Sequence[Token]) -> set[tuple[str, int]]:
    """The letters with primes among some tokens, each with their number; those in scripts are left out."""
    found = set()
    for n, token in enumerate(below):
        if token.kind not in ("name", "run") or (n and below[n - 1].kind == "script"):
            continue
        primes = next((m for m, x in enumerate(below[n + 1 :]) if x.kind != "prime"), len(below) - n - 1)
        if primes:
            found.add((token.text, primes))
    return found
