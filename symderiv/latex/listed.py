r"""Indices as programmers write them, `x[n][c]` and `u[k][i-1]`: a name with a subscript, `x_{n,c}` and `u_{k,i-1}`.

A page that writes two such brackets behind one another anywhere means every bracket so that stands right behind a name
and holds nothing but letters and numbers; elsewhere a bracket is a parenthesis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..pattern import lazily
from .lexer import Token

_INDEX = r"\[[A-Za-z0-9+\-' ]{1,12}\]"
LISTED = lazily(rf"(?<=[A-Za-z}}0-9]){_INDEX}{_INDEX}")
"""Two of them behind one name."""
BEFORE = frozenset(["run", "name", "num", "prime", "}"])
"""Kinds of what a name may end with."""
WITHIN = frozenset(["run", "name", "num", "sign", "prime", "comma"])


def is_listed(texts: Iterable[str]) -> bool:
    """Does a page write its indices so?"""
    return any(LISTED.search(text) is not None for text in texts)


def with_brackets_below(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with a subscript for such brackets.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in with_brackets_below(tokenize(Source(r"x[n][c] - \sigma^2[c] f[x + 2 y]"))))
    'x_{n,c}-\\sigma^2_{c}f_{x+2y}'
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        if not end:
            found.append(tokens[at])
            at += 1
            continue
        opening, closing = tokens[at], tokens[end]
        if found and found[-1].kind == "}" and found[-1].text == "]":  # the one behind another one
            found[-1] = Token("comma", ",", opening.start, opening.end)
        else:
            found += [
                Token("script", "_", opening.start, opening.start),
                Token("{", "{", opening.start, opening.end),
            ]
        found += [*tokens[at + 1 : end], Token("}", "]", closing.start, closing.end)]
        at = end + 1
    return [Token("}", "}", x.start, x.end) if x.kind == "}" and x.text == "]" else x for x in found]


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where a bracket that holds indices and begins at `at` ends; 0 where none does."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if token.text != "[" or before is None or before.end != token.start or token.end - token.start != 1:
        return 0
    if before.kind not in BEFORE and before.text != "]":
        return 0
    end = at + 1
    while end < len(tokens) and tokens[end].kind in WITHIN:
        end += 1
    return end if end > at + 1 and end < len(tokens) and tokens[end].text == "]" else 0
