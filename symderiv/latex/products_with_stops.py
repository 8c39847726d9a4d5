r"""Full stops that multiply: `X^T . (S - Y)`, as they are set in France and in code.

Such a stop stands between two operands with a space on either side. Inside of a parenthesis no sentence ends; outside
of one it is read so where at most one side of it holds a relation: `a = b . c = d` may be two sentences. They are not
where the author multiplies so elsewhere: in the formula without a space (`a . b = c.d`), or anywhere on the page where
no two equations can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .lexer import Token
from .source import Source
from .tokens import BEGINNING, CLOSING, ENDING, OPENERS, is_word

PARTS = frozenset(["row", "quad", "amp"])
BEHIND = BEGINNING | {"big", "nabla"}
"""Kinds with which what is multiplied may begin."""
STOP = re.compile(
    r"(?<=[A-Za-z0-9)}\]]) \. (?=[({]|\\(?:frac|sum|sigma|partial|delta|left)(?![A-Za-z])|[A-Za-z]+(?:[_^(.,]|\s*$))"
)
"""A stop between two operands, as the text of a page has it; behind it no word of a sentence."""
ROW = re.compile(r"\\\\|\\q?quad(?![A-Za-z])")
RELATION = re.compile(r"[=<>≠≤≥∈]|\\(?:leq?|geq?|neq?|in|lt|gt|approx|propto|to|equiv)(?![A-Za-z])")
"""What makes an equation or a condition of a row."""


def multiplies_with_stops(texts: Iterable[str]) -> bool:
    r"""Does a page multiply so, in a row that has no relation behind the stop, or none before it?

    >>> multiplies_with_stops([r"a = b . c"]), multiplies_with_stops([r"a = b . c = d", r"a . \text{ so } c"])
    (True, False)
    """
    return any(" . " in text and any(map(_multiplies, ROW.split(text))) for text in texts)


def _multiplies(row: str) -> bool:
    stops = [m.start() for m in STOP.finditer(row)]
    return any(not RELATION.search(row, x) or not RELATION.search(row[:x]) for x in stops)


def with_stops_as_products(tokens: list[Token], source: Source, multiplied: bool = False) -> list[Token]:
    """The tokens of a formula with signs of a product in the place of such stops; `multiplied`: its page has others."""
    out = list(tokens)
    depth = 0
    multiplied |= any(x.text == r"\cdot" and source.text[x.start : x.end] == "." for x in tokens)
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
    sides = source.text[before.end : stop.start].strip("}"), source.text[stop.end : behind.start].strip("{")
    spaced = all(x.isspace() for x in sides)  # braces that said nothing are gone
    return spaced and before.kind in ENDING and _begins(tokens, at + 1)


def _begins(tokens: list[Token], at: int) -> bool:
    """Does something to be multiplied begin there? A word is one before its argument, `. \text{softmax}(x)`."""
    token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    word = token.kind == "text" and is_word(token.text) and behind is not None and behind.text in ("(", "_")
    return word or token.kind in BEHIND


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
