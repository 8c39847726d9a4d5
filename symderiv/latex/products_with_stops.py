r"""Full stops that multiply: `X^T . (S - Y)`, as they are set in France and in code.

Such a stop stands between two operands with a space on either side. Inside of a parenthesis no sentence ends; outside
of one it is read so where at most one side of it holds a relation: `a = b . c = d` may be two sentences. They are not
where the author multiplies so elsewhere in the formula, without a space (`a . b = c.d`).
"""

from __future__ import annotations

from collections.abc import Iterable

from .lexer import Token
from .source import Source
from .tokens import BEGINNING, CLOSING, ENDING, OPENERS

PARTS = frozenset(["row", "quad", "amp"])


def with_stops_as_products(tokens: list[Token], source: Source) -> list[Token]:
    """The tokens of a formula with signs of a product in the place of such stops."""
    out = list(tokens)
    depth = 0
    multiplied = any(x.text == r"\cdot" and source.text[x.start : x.end] == "." for x in tokens)
    for at, token in enumerate(tokens):
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if token.kind != "stop" or not _is_between(tokens, at, source):
            continue
        if depth or multiplied or not _parts_sentences(tokens, at):
            out[at] = Token("op", r"\cdot", token.start, token.end)
    return out


def _is_between(tokens: list[Token], at: int, source: Source) -> bool:
    if not 0 < at < len(tokens) - 1:
        return False
    before, stop, behind = tokens[at - 1 : at + 2]
    spaced = source.text[before.end : stop.start].isspace() and source.text[stop.end : behind.start].isspace()
    return spaced and before.kind in ENDING and behind.kind in BEGINNING and behind.kind != "num"


def _parts_sentences(tokens: list[Token], at: int) -> bool:
    """Does a relation stand on both sides of a stop, in its row?"""
    sides = (reversed(tokens[:at]), iter(tokens[at + 1 :]))
    return all(_holds_relation(side) for side in sides)


def _holds_relation(side: Iterable[Token]) -> bool:
    for token in side:
        if token.kind in PARTS:
            return False
        if token.kind == "rel":
            return True
    return False
