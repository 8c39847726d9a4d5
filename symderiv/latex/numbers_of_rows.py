r"""Numbers of equations in a column of their own: `a &= b & (6.12) \\`, as slides and blogs type them.

Such a number is no factor: it stands alone between the last sign for a column and the end of a row with a relation.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import CONNECTORS

NUMBER = ("(", "num", ")")
"""The kinds of what stands in the column."""


def with_numbers_of_rows_as_tags(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with such a number as the tag that `\tag{6.12}` is.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> page = Source(r"\begin{aligned} a &= b & (6.1) \\ &= c & (2) d \end{aligned}")
    >>> [x.text for x in with_numbers_of_rows_as_tags(tokenize(page)) if x.kind in ("amp", "raw")]
    ['&', 'tag:6.1', '&', '&']
    """
    found: list[Token] = []
    related, at = False, 0
    while at < len(tokens):
        token = tokens[at]
        related = (related or token.kind == "rel") and token.kind not in ("row", "begin")
        if related and token.kind == "amp" and _is_number(tokens, at + 1) and _ends(found):
            found.append(Token("raw", f"tag:{tokens[at + 2].text}", tokens[at + 1].start, tokens[at + 3].end))
            at += 4
        else:
            found.append(token)
            at += 1
    return found


def _ends(before: Sequence[Token]) -> bool:
    """Is what stands before the column whole? The `(3)` of `a & = & (3)` is a side of the equation."""
    kind = next((x.kind for x in reversed(before) if x.kind != "amp"), "")
    return kind not in CONNECTORS and kind not in ("row", "begin")


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    """Does a number in parentheses stand at a position, and nothing more on the row?"""
    kinds = tuple(x.kind for x in tokens[at : at + 4])
    return kinds[:3] == NUMBER and (len(kinds) == 3 or kinds[3] in ("row", "end"))
