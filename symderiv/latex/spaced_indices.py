r"""Indices parted by a typed space, `a_{i+k \space j+l}`, `d_{2i\;2j}`: a comma between them.

So it is below a name where no comma stands. Letters alone are parted anyway, `a_{i \; j}`. Behind a number a space as
thin as `\,` is one within a product, `x_{i+2\,j}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..pattern import lazily
from .lexer import Token
from .source import Source

THIN = r"\\[,:>]|\\(?:thin|med)space(?![A-Za-z])"
WIDE = r"\\[ ;]|~|\\(?:thick|en)?space(?![A-Za-z])|\\(?:quad|enskip)(?![A-Za-z])"
SPACE = lazily(rf"\s*(?:(?P<thin>{THIN})|{WIDE})(?:{THIN}|{WIDE}|\s)*")
"""A space that somebody typed."""
SIMPLE = frozenset(["run", "name", "num", "sign", "prime"])
"""Kinds of what indices are made of."""


def with_spaced_indices(tokens: list[Token], source: Source) -> list[Token]:
    """The tokens with commas at such spaces."""
    found = list(tokens)
    for start, stop in sorted(_subscripts(tokens), reverse=True):
        parted = [n for n in range(start + 1, stop) if _is_parted(tokens[n - 1], tokens[n], source)]
        for n in reversed(parted if all(t.kind in SIMPLE for t in tokens[start:stop]) else []):
            found.insert(n, Token("comma", ",", tokens[n - 1].end, tokens[n].start))
    return found


def _subscripts(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where what stands below names in braces begins and ends, if it is more than letters."""
    for n in range(1, len(tokens)):
        if tokens[n].kind == "{" and tokens[n - 1].text == "_":
            stop = next((m for m in range(n, len(tokens)) if tokens[m].kind == "}"), len(tokens))
            if any(t.kind in ("num", "sign") for t in tokens[n + 1 : stop]):
                yield n + 1, stop


def _is_parted(before: Token, behind: Token, source: Source) -> bool:
    """Does a typed space stand between the ends of two indices?"""
    if before.kind == "sign" or behind.kind in ("sign", "prime"):
        return False
    space = SPACE.fullmatch(source.text, before.end, behind.start)
    return space is not None and not (space["thin"] and before.kind == "num")
