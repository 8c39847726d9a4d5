r"""Letters before a comparison in parentheses, 1 where it holds and 0 elsewhere: `\delta(y_i = j)`, `\chi(i = j)`.

They may stand below the letter, also several of them, `\delta_{a = c, k = d - 2b}`. `\delta(t = T)` may as well be the
error at the time T. So a page means an indicator where the letter stands before comparisons only, and in one of them
compares what has an index below, or two letters of indices; what an equation defines is defined there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .lexer import Token
from .tokens import BREAKS, CLOSING, OPENERS, closed_at

LETTERS = frozenset([r"\delta", r"\chi"])
"""What authors write so."""
COMPARING = frozenset(["=", r"\ne"])
WORDS = frozenset(["condition", "cond", "statement", "predicate", "event", "cdot"])
r"""What may stand there for any comparison: `where $\delta(condition) = 1$ if the condition holds`."""


def indicating(tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    r"""The letters that are surely written so in a formula, and those that stand in it otherwise.

    >>> from .lexer import tokenize
    >>> from .source import Source
    >>> text = r"\chi(t = T) + \delta(y_i = j) \delta[i \ne k] (\delta_{ij})"
    >>> [sorted(x) for x in indicating(tokenize(Source(text)))]
    [['\\delta'], ['\\delta']]
    >>> [sorted(x) for x in indicating(tokenize(Source(r"x_{d+2b} \delta_{a=c, k=d-2b} = y \delta_{a=c}")))]
    [['\\delta'], []]
    """
    sure: set[str] = set()
    other: set[str] = set()
    for at, token in enumerate(tokens):
        if token.text not in LETTERS or token.kind != "name":
            continue
        first, stop = _behind(tokens, at)
        inside = tokens[first:stop]
        if not _compares(inside) or _is_defined(tokens, at, stop):
            if not _is_any(inside, tokens[stop + 1 :]):
                other.add(token.text)
        elif _is_evident(inside):
            sure.add(token.text)
    return frozenset(sure), frozenset(other)


def with_indicators(tokens: Sequence[Token], letters: frozenset[str]) -> list[Token]:
    """The tokens with a 1 for such letters before comparisons: `1(y_i = j)` is an indicator."""
    if not letters:
        return [*tokens]
    return [
        Token("num", "1", x.start, x.end)
        if x.text in letters and x.kind == "name" and _compares(tokens[slice(*_behind(tokens, at))])
        else x
        for at, x in enumerate(tokens)
    ]


def _behind(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Where what stands in the parenthesis behind a letter, or in braces below it, begins and ends; else nothing."""
    opened = at + 1
    if opened + 1 < len(tokens) and tokens[opened].text == "_" and tokens[opened + 1].kind == "{":
        opened += 1
    elif opened >= len(tokens) or tokens[opened].kind != "(":
        return opened, opened
    return opened + 1, closed_at(tokens, opened)


def _outside(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens outside of all parentheses and braces."""
    depth = 0
    for x in tokens:
        depth += (x.kind in OPENERS) - (x.kind in CLOSING)
        if depth == 0 and x.kind not in CLOSING:
            yield x


def _compares(inside: Sequence[Token]) -> bool:
    """Is it a comparison, or several with commas between?"""
    kinds = [x for x in _outside(inside) if x.kind in ("rel", "comma", "mid", "bar")]
    parted = all(x.kind == ("comma" if n % 2 else "rel") for n, x in enumerate(kinds))
    return parted and len(kinds) % 2 == 1 and all(x.text in COMPARING for x in kinds[::2])


def _is_evident(inside: Sequence[Token]) -> bool:
    """Does it compare what has an index below, or two small letters?"""
    if any(x.kind == "script" and x.text == "_" for x in inside):
        return True
    commas = [-1, *(n for n, x in enumerate(inside) if x.kind == "comma"), len(inside)]
    parts = [inside[a + 1 : b] for a, b in pairwise(commas)]
    return any(len(p) == len("i=j") and all(len(x.text) == 1 and x.text.islower() for x in p[::2]) for p in parts)


def _is_defined(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Is it all of the left side of an equation?"""
    begins = at == 0 or tokens[at - 1].kind in BREAKS
    return begins and stop + 1 < len(tokens) and tokens[stop + 1].text == "="


def _is_any(inside: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Is it said there what the letter is of any comparison, or of one: `\\delta(y_i = j) = 1`?"""
    said = [x.text for x in behind[:2]]
    words = {x.text.lower().strip("\\ ") for x in inside}
    return bool(words) and (words <= WORDS or (_compares(inside) and said in (["=", "1"], ["=", "0"])))
