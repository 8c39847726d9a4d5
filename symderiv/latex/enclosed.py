r"""Runs of letters in parentheses behind `\partial`: `\partial (mJ)`, `\partial (WH)_{ij}`.

What `\partial` precedes is a name, but a name alone needs no parenthesis. So a run is a product there where indices
stand behind it, and above the line of a fraction where each of its letters is a name of the page by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .left_sides import past, past_name
from .lexer import Token

CONTEXT_WORDS = frozenset(["Context", "context"])
"""Words for what stands around a word, one name before a parenthesis: `v(Context(w)_i)`."""


def is_enclosed(tokens: Sequence[Token], at: int) -> bool:
    r"""Is a run all that stands in the parentheses behind the `\partial` above a line?

    >>> from .lexer import tokenize
    >>> from .source import Source
    >>> texts = (r"\frac{\partial (mJ)}{\partial w}", r"\frac{\partial mJ}{\partial w}", r"\frac{1}{\partial (mJ)}")
    >>> pages = [tokenize(Source(x)) for x in texts]
    >>> [any(is_enclosed(tokens, n) for n, x in enumerate(tokens) if x.kind == "run") for tokens in pages]
    [True, False, False]
    """
    around = tokens[at - 1 : at + 2 : 2] if at > 3 else []
    if [x.text for x in around] != ["(", ")"] or tokens[at - 2].kind != "partial":
        return False
    above = tokens[at - 3].kind == "{" and tokens[at - 4].kind == "frac"
    return above and at + 2 < len(tokens) and tokens[at + 2].text != "_"


def is_product_with_entries(tokens: list[Token], at: int) -> bool:
    r"""Whether capitals stand in a parenthesis with indices behind it: `(WH)_{ij}` is an entry of a product.

    So is `(AR_kA^T)_{ij}`, where other names follow them: a name alone would need no parenthesis.
    """
    if not (at > 0 and tokens[at - 1].text == "(" and tokens[at].text.isupper()):
        return False
    end = past(tokens, at - 1)
    inside = tokens[at : end - 1]
    if end >= len(tokens) or tokens[end].text != "_" or not all(x.kind in IN_PRODUCT for x in inside):
        return False
    unbraced = any(a.kind == "script" and b.kind == "run" and len(b.text) > 1 for a, b in pairwise(inside))  # `_kA`
    return len(inside) == 1 or past_name(tokens, at) < end - 1 or unbraced


IN_PRODUCT = frozenset(["run", "name", "script", "prime", "num", "{", "}"])
"""What a product of names and their scripts is typed with."""
