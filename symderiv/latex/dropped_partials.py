r"""A sign of differentiation forgotten below the line: `\frac{\partial E}{w_i}` for `\frac{\partial E}{\partial w_i}`.

Above the line one sign says what the fraction is, for by itself it is no value. So only what stands below may be amiss:
it has to be one name with its scripts, and above is nothing but one, perhaps with its arguments.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import after_argument, left_side, put_in_place

NAMES = frozenset(["name", "run", "accent", "font"])
"""Kinds of tokens with which a name begins."""
OTHERS = frozenset(["partial", "frac", "nabla", "rel"])


def with_partials_below(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens of a formula with the sign in its place.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> for text in (r"\frac{\partial E}{w_{ij}}", r"\frac{\partial E / \partial x}{y}", r"\frac{\partial E}{2 w}"):
    ...     print("".join(x.text for x in with_partials_below(tokenize(Source(text)))))
    frac{\partialE}{\partialw_{ij}}
    frac{\partialE/\partialx}{y}
    frac{\partialE}{2w}
    """
    return put_in_place(tokens, lambda at, _: _fraction(tokens, at))


def _fraction(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """The fraction at a position with both signs, and the position behind it; None where none is missing."""
    if tokens[at].kind != "frac" or [t.kind for t in tokens[at + 1 : at + 3]] != ["{", "partial"]:
        return None
    below = after_argument(tokens, at + 1)
    end = after_argument(tokens, below)
    above = tokens[at + 3 : below - 1]
    if end - below < 3 or tokens[below].kind != "{" or not above or above[0].text == "^":
        return None
    if any(t.kind in OTHERS or t.text == "/" for t in above) or above[0].kind not in NAMES:
        return None
    behind = left_side(above, 0)
    if behind < len(above) and above[behind].text != "(":
        return None
    name = tokens[below + 1]
    if name.kind not in NAMES or left_side(tokens, below + 1) != end - 1:
        return None
    sign = Token("partial", r"\partial", name.start, name.start)
    return [*tokens[at : below + 1], sign, *tokens[below + 1 : end]], end
