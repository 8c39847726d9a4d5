r"""Several letters behind one sign, `\forall i, j: c_{ij} = ..`: each of them is any.

Behind the colon, or behind a comma or white space, the equation begins. What comes before a relation or carries scripts
is none of these letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .tokens import is_letter

BEHIND = frozenset(["comma", "colon", "quad"])
"""What may stand behind the last letter."""


def with_quantifiers_repeated(tokens: list[Token]) -> Sequence[Token]:
    r"""The tokens with `\forall i, \forall j` for `\forall i, j`."""
    found: list[Token] = []
    sign: Token | None = None
    for n, token in enumerate(tokens):
        behind = tokens[n + 1].kind if n + 1 < len(tokens) else ""
        before = tokens[n - 1].kind if n else ""
        if token.kind == "forall":
            sign = token
        elif sign is not None and is_letter(token) and behind in BEHIND:
            if before == "comma":
                found.append(sign._replace(start=token.start, end=token.start))
        elif token.kind != "comma":
            sign = None
        found.append(token)
    return found
