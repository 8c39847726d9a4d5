r"""A piece of LaTeX as nested tokens: just enough structure to measure it, to break it and to print it as plain text.

This is no reader: it knows braces, commands and scripts, nothing of mathematics, and it accepts any text (an unmatched
brace is a character). What a formula means is the business of `parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias, Union

from ..pattern import lazily

Piece: TypeAlias = Union[str, "tuple[Piece, ...]"]

_TOKEN = lazily(r"\\[A-Za-z]+|\\.|[{}]|\s+|[^\\{}\s]|\\", re.S)
_DEEPEST = 100
PASSED = frozenset([" ", r"\limits", r"\nolimits"])
"""What may stand before a script and says nothing."""


def pieces(latex: str, *, spaces: bool = False) -> tuple[Piece, ...]:
    r"""The tokens of a text; what stands in braces is a tuple of its own, runs of spaces are dropped or become one.

    >>> pieces(r"\frac{a}{b_{i,j}} + c")
    ('\\frac', ('a',), ('b', '_', ('i', ',', 'j')), '+', 'c')
    """
    stack: list[list[Piece]] = [[]]
    for token in _TOKEN.findall(latex):
        if token == "{" and len(stack) < _DEEPEST:
            stack.append([])
        elif token == "}" and len(stack) > 1:
            inner = tuple(stack.pop())
            stack[-1].append(inner)
        elif not token.isspace():
            stack[-1].append(token)
        elif spaces:
            stack[-1].append(" ")
    while len(stack) > 1:
        inner = tuple(stack.pop())
        stack[-1].extend(("{", *inner))
    return tuple(stack[0])


def flat(latex: str) -> tuple[str, ...]:
    """The tokens of a text in a row, braces among them."""
    return tuple(t for t in _TOKEN.findall(latex) if not t.isspace())


def placed(latex: str) -> tuple[tuple[int, str], ...]:
    """The tokens of a text in a row, each with the offset at which it begins."""
    return tuple((m.start(), m[0]) for m in _TOKEN.finditer(latex) if not m[0].isspace())


class Reader:
    """Walks along tokens, taking arguments as TeX does: a group, else one token."""

    def __init__(self, tokens: tuple[Piece, ...]) -> None:
        self.tokens = tokens
        self.at = 0

    def __iter__(self) -> Iterator[Piece]:
        while self.at < len(self.tokens):
            self.at += 1
            yield self.tokens[self.at - 1]

    @property
    def next(self) -> Piece | None:
        """The token to come, None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def argument(self) -> tuple[Piece, ...]:
        """The next argument."""
        while self.next == " ":
            self.at += 1
        token = self.next
        self.at += 1
        return token if isinstance(token, tuple) else () if token is None else (token,)

    def scripts(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        r"""The lower and the upper script that follow, in either order, perhaps behind `\limits` (empty where none is).

        >>> Reader(pieces(r"\limits_{k=1} ^n x", spaces=True)).scripts()
        (('k', '=', '1'), ('n',))
        """
        found: dict[str, tuple[Piece, ...]] = {}
        while (mark := self._script()) is not None and mark not in found:
            self.at = self.tokens.index(mark, self.at) + 1
            found[mark] = self.argument()
        return found.get("_", ()), found.get("^", ())

    def _script(self) -> str | None:
        """The mark of the script to come; None where something else comes."""
        ahead = next((t for t in self.tokens[self.at :] if t not in PASSED), None)
        return ahead if isinstance(ahead, str) and ahead in ("_", "^") else None


def joined(tokens: tuple[Piece, ...]) -> str:
    """The tokens as text again, without spaces (words of a `\\text` or an environment's name).

    >>> joined(("a", "_", ("i", "j")))
    'a_{ij}'
    """
    return "".join(t if isinstance(t, str) else "{" + joined(t) + "}" for t in tokens)
