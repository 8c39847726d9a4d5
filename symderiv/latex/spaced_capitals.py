r"""Names that are abbreviations with a space between their capitals, `L L(D) = \sum_j \ln p(x_j)`.

LaTeX prints no such space. They are products where one of the capitals stands by itself anywhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..pattern import lazily
from .lexer import Token

LEFT = lazily(
    r"(?:\A|\\\\|&)\s*(?P<run>[A-Z](?:\s+[A-Z])+)\s*(?P<applied>(?:\\left\s*)?\()?[^=()]*(?:\\right\s*)?\)?\s*&?="
)
"""A left side of capitals."""
ABBREVIATIONS = frozenset(["LL", "NLL", "MSE", "RMSE", "SSE", "RSS", "MAE", "MLE", "MAP", "BCE", "ELBO"])
APPLIED = frozenset(["KL", "CE"])
"""Those before a parenthesis only, without which they may be two sizes."""


def capitals_spaced(texts: Iterable[str]) -> frozenset[str]:
    r"""The abbreviations that a page defines with a space in them.

    >>> sorted(capitals_spaced([r"L L(D) = \sum_j \ln p_j", r"M S E = 1"])), capitals_spaced(["L L(D) = 1", "L = 2"])
    (['L L', 'M S E'], frozenset())
    """
    every = list(texts)
    found = set()
    for m in (m for text in every for m in [LEFT.match(text)] if m is not None):
        letters = m["run"].split()
        name = "".join(letters)
        if name in ABBREVIATIONS or (name in APPLIED and m["applied"]):
            run, alone = _typed(letters), rf"(?<![A-Za-z\\])[{name}](?![A-Za-z])"
            if not any(re.search(alone, run.sub("", text)) for text in every):
                found.add(" ".join(letters))
    return frozenset(found)


def _typed(letters: Sequence[str]) -> re.Pattern[str]:
    """The capitals of a name with any space between them."""
    return re.compile(r"(?<![A-Za-z\\])" + r"\s+".join(letters) + r"(?![A-Za-z])")


def with_capitals_joined(tokens: Sequence[Token], names: frozenset[str]) -> list[Token]:
    r"""The tokens with one for each such name.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> [x.text for x in with_capitals_joined(tokenize(Source("2 L L(D)")), frozenset(["L L"]))][:3]
    ['2', 'LL', '(']
    """
    found: list[Token] = []
    parted = [name.split() for name in names if " " in name]
    at = 0
    while at < len(tokens):
        runs = (p for p in parted if [x.text for x in tokens[at : at + len(p)]] == p)
        letters = next(runs, None)
        last = tokens[at + len(letters) - 1] if letters else tokens[at]
        found.append(Token("run", "".join(letters), tokens[at].start, last.end) if letters else tokens[at])
        at += len(letters) if letters else 1
    return found
