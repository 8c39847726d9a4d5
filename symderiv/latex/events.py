r"""Parentheses that hold an event, and no condition of what stands before them: `p(y_n = k \mid x_n)`, `P(Y = 1)`.

They stand right behind a name, without a space; a bar inside, or the letter of a probability before them, tells that
what is equated in them happens with some probability.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import PROBABILITIES
from .lexer import Token
from .tokens import CLOSING, OPENERS

NAMES = frozenset(["name", "num", "script", "prime", "font", "fontdecl", "accent", "sym"])
INSIDE = NAMES | {"rel", "comma", "mid", "bar", "sign"}
"""Kinds of tokens that an event is made of, braces and parentheses aside."""


def events(tokens: Sequence[Token], partner: Sequence[int], relational: set[int]) -> set[int]:
    """The opening parentheses with a relation that begin an event."""
    return {at for at in relational if tokens[at].text == "(" and _is_event(tokens, at, partner[at])}


def _is_event(tokens: Sequence[Token], at: int, stop: int) -> bool:
    before = tokens[at - 1] if at else None
    if before is None or before.end != tokens[at].start or before.kind not in ("name", "}", "num", "prime"):
        return False
    depth = 0
    barred = False
    for token in tokens[at + 1 : stop]:
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if token.kind not in INSIDE and token.kind not in OPENERS and token.kind not in CLOSING:
            return False
        if token.kind == "rel" and depth == 0 and token.text != "=":
            return False
        barred = barred or (depth == 0 and token.kind in ("mid", "bar"))
    return barred or before.text in PROBABILITIES
