r"""Words right behind a comma: `a = b, \text{ where } b = c` is set apart as `a = b, \quad \text{where } b = c` is.

A single word without spaces around it may be a name of a list (`a, \text{rate}`), and in parentheses or cells a comma
parts values: those stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import CELL_ENVIRONMENTS
from .lexer import Token
from .tokens import CLOSING, OPENERS, is_word


def with_words_apart(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens of a formula with wide space between commas and words.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> for text in (r"a = b, \text{ where } b = c", r"a = b, \text{rate}", r"f(a, \text{ and } b) = c"):
    ...     print(sum(x.kind == "quad" for x in with_words_apart(tokenize(Source(text)))))
    1
    0
    0
    """
    out: list[Token] = []
    depth, related = 0, False
    for token in tokens:
        inner = token.kind in ("begin", "end") and token.text in CELL_ENVIRONMENTS
        depth += token.kind in OPENERS or (inner and token.kind == "begin")
        depth -= token.kind in CLOSING or (inner and token.kind == "end")
        related = related or token.kind == "rel"
        behind = bool(out) and out[-1].kind == "comma"
        if behind and related and not depth and token.kind == "text" and not is_word(token.text):
            out.append(Token("quad", "", token.start, token.start))
        out.append(token)
    return out
