r"""Parentheses that hold an event, and no condition of what stands before them: `p(y_n = k \mid x_n)`, `P(Y = 1)`.

They stand right behind a name, without a space; a bar inside, or the letter of a probability before them, tells that
what is equated in them happens with some probability. Braces do the same, `P\{Y = 1\}`, and brackets behind `\Pr`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..notation import PROBABILITIES
from .lexer import Token
from .tokens import CLOSING, OPENERS, closed_at

NAMES = frozenset(["name", "num", "script", "prime", "font", "fontdecl", "accent", "sym"])
INSIDE = NAMES | {"rel", "comma", "mid", "bar", "sign"}
"""Kinds of tokens that an event is made of, braces and parentheses aside."""


def events(tokens: Sequence[Token], partner: Sequence[int], relational: set[int]) -> set[int]:
    """The opening parentheses with a relation that begin an event."""
    return {at for at in relational if tokens[at].text == "(" and _is_event(tokens, at, partner[at])}


def with_events_in_parentheses(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with parentheses for the braces and brackets around events.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> source = Source("\\Pr\\{y=1\\} P\\{y|x\\} P[y=1] P\\{a\\}")
    >>> "".join(x.text for x in with_events_in_parentheses(tokenize(source)))
    'Pr(y=1)P(y|x)P[y=1]P\\{a\\}'
    """
    found = [*tokens]
    for at, (before, token) in enumerate(pairwise(tokens), 1):
        if before.text not in PROBABILITIES or token.text not in (r"\{", "[") or token.kind != "(":
            continue
        stop = closed_at(tokens, at)
        kinds = {x.kind for x in tokens[at:stop]} if token.text != "[" or before.text == "Pr" else set()
        if kinds & {"rel", "mid", "bar"}:
            found[at] = Token("(", "(", token.start, token.end)
            found[stop] = Token(")", ")", tokens[stop].start, tokens[stop].end)
    return found


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
