"""Which delimiter closes which: parentheses, brackets, braces, bars and the rows of `cases`."""

from __future__ import annotations

from ..notation import CLOSERS
from .lexer import Token, fail
from .source import Source

CASES = r"\cases"


def match(tokens: list[Token], source: Source) -> tuple[list[int], set[int]]:
    """For each delimiter the position of its partner (elsewhere -1), and the openings that directly hold a relation.

    Raises `ReadError` where something stays open.
    """
    partner = [-1] * len(tokens)
    relational: set[int] = set()
    stack: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind == "(" or token.kind == "{":
            stack.append(at)
        elif token.kind == ")" or token.kind == "}":
            if not stack:
                fail(source, token.span, f"nothing is open that this `{shown(token)}` could close")
            start = stack.pop()
            opened = tokens[start]
            if closer(opened) != token.text and {opened.text, token.text} not in ({"(", "]"}, {"[", ")"}):
                column = source.place(opened.span).column
                cause = (
                    f"expected `{closer(opened)}` for the `{shown(opened)}` at column {column}, found `{shown(token)}`"
                )
                fail(source, token.span, cause)
            partner[start], partner[at] = at, start
        elif token.kind == "rel" and stack:
            relational.add(stack[-1])
    if stack:
        opened = tokens[stack[-1]]
        column = source.place(opened.span).column
        cause = (
            f"expected `{closer(opened)}` for the `{shown(opened)}` at column {column}, found the end of the formula"
        )
        fail(source, opened.span, cause)
    return partner, relational


def closer(token: Token) -> str:
    """The text of the delimiter that closes this one."""
    return CASES if token.text == CASES else CLOSERS[token.text]


def shown(token: Token) -> str:
    """A delimiter as one would type it."""
    return "cases" if token.text == CASES else token.text
