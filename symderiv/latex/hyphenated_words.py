r"""Words with a hyphen below the letter of an objective, typed without `\text`: `J_{neg-sample}`, `L_{max{-}margin}`.

No index is a difference of products of letters. Letters that are a name of the page, the ch of `L_{out-ch}`, stay what
they are.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from ..notation import OBJECTIVES
from .lexer import Token
from .tokens import put_in_place

SHORTEST = 3
"""So many letters each part has at least, `E_{ij-kl}` is no word."""


def with_hyphenated_words(tokens: Sequence[Token], several: Set[str] = frozenset()) -> list[Token]:
    r"""The tokens with such a word as a text; names of `several` letters are no part of one.

    >>> from .lexer import tokenize
    >>> from .source import Source
    >>> texts = (r"J_{neg-sample}", r"\mathcal{L}_{max{-}margin}", r"x_{neg-sample}", r"{J_{sum}-abc}")
    >>> [[x.text for x in with_hyphenated_words(tokenize(Source(x))) if x.kind == "text"] for x in texts]
    [['neg-sample'], ['max-margin'], [], []]
    """

    def made(at: int, out: Sequence[Token]) -> tuple[list[Token], int] | None:
        if [x.text for x in tokens[at : at + 2]] != ["_", "{"] or not _is_objective(out):
            return None
        parts, shut = _parts(tokens, at + 2)
        if len(parts) < 2 or not all(map(_is_word, parts)) or not several.isdisjoint(parts):
            return None
        word = Token("text", "-".join(parts), tokens[at + 2].start, tokens[shut - 1].end)
        return [*tokens[at : at + 2], word], shut

    return put_in_place(tokens, made) if any(x.text == "-" for x in tokens) else list(tokens)


def _is_objective(before: Sequence[Token]) -> bool:
    r"""Do the tokens end with the letter of an objective, which may be `\mathcal{L}`?"""
    if [x.kind for x in before[-4:]] == ["font", "{", "run", "}"]:
        return before[-2].text in OBJECTIVES
    return bool(before) and before[-1].text in OBJECTIVES


def _parts(tokens: Sequence[Token], at: int) -> tuple[list[str], int]:
    """The runs of letters from `at` to the end of the script, hyphens between them, and where it ends; else none.

    A hyphen may stand in braces, which keep it from being a minus.
    """
    parts: list[str] = []
    while at + 1 < len(tokens) and tokens[at].kind == "run":
        parts.append(tokens[at].text)
        if tokens[at + 1].kind == "}":
            return parts, at + 1
        hyphen = next((x for x in ("-", "{-}") if "".join(y.text for y in tokens[at + 1 : at + 1 + len(x)]) == x), "")
        if not hyphen:
            break
        at += 1 + len(hyphen)
    return [], at


def _is_word(part: str) -> bool:
    return part.isascii() and part.isalpha() and len(part) >= SHORTEST
