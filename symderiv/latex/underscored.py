r"""Names with an underscore that is printed, `F\_x_i(t)` beside `x_i(t)`: a word before another name.

Mostly `\_` is the sign of a script, escaped for Markdown. Where what stands behind it carries a script of its own, no
formula could be meant so: the underscore is part of the name, `\text{F_x}_i(t)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .source import Source
from .tokens import put_in_place

PRINTED = r"\_"
SHORT = 2
"""So many letters in a row may be a product, `a\\_ix_j`."""
COUNTING = frozenset("ijklmnt")
"""Letters that are indices more often than anything else, `w\\_i_j`."""


def with_underscores_in_names(tokens: list[Token], source: Source) -> list[Token]:
    r"""The tokens with one name for each such run.

    >>> from symderiv.latex.lexer import tokenize
    >>> def read(text):
    ...     return "".join(x.text for x in with_underscores_in_names(tokenize(Source(text)), Source(text)))
    >>> read(r"F\_x_i + F\_\hat{Y}_i"), read(r"w\_i x_j"), read(r"w\_{i} F\_x_i")
    ('F_x_i+hat{F_Y}_i', 'w_ix_j', 'w_{i}F_x_i')
    """
    if PRINTED not in source.text:
        return tokens
    printed = [n for n, x in enumerate(tokens) if x.kind == "script" and source.text[x.start : x.end] == PRINTED]
    if not printed or any(x.kind == "{" for n in printed for x in tokens[n + 1 : n + 2]):
        return tokens

    def made(at: int, out: Sequence[Token]) -> tuple[list[Token], int] | None:
        if at + 1 not in printed or (out and out[-1].kind == "script") or not _is_word(tokens[at]):
            return None
        first = at + 2
        accented = [x.kind for x in tokens[first : first + 2]] == ["accent", "{"]
        name = first + 2 if accented else first
        behind = name + (2 if accented else 1)
        carries = behind < len(tokens) and tokens[behind].text == "_" and behind not in printed
        carries = carries and tokens[name].text not in COUNTING
        if not carries or not _is_word(tokens[name]) or (accented and tokens[name + 1].kind != "}"):
            return None
        both = f"{tokens[at].text}_{tokens[name].text}".replace("\\", "")
        word = Token("text", both, tokens[at].start, tokens[name].end)
        return [*tokens[first:name], word, *tokens[name + 1 : behind]], behind

    return put_in_place(tokens, made)


def _is_word(x: Token) -> bool:
    """Is it a letter, or so many that they are no product?"""
    return x.kind == "name" or (x.kind in ("run", "text") and x.text.isalpha() and len(x.text) != SHORT)
