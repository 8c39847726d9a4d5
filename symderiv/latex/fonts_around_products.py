r"""A font around a matrix and a vector, the index behind the font: `\mathbf{Wx}_k` is `\mathbf{W} \mathbf{x}_k`.

That is what is printed, and it is meant where the page has the capitals in bold by themselves, and the last letter in
bold with an index every time. Where `\mathbf{x}` also stands alone, `\mathbf{Wx}_k` may be an entry of the product.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import BOLD_FONTS
from .lexer import Token


def kinds_of_bold(tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    r"""The letters in bold that stand by themselves, and those with an index: W and x of `\mathbf{W} \mathbf{x}_k`.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> found = kinds_of_bold(tokenize(Source(r"\mathbf{W} \mathbf x_k + \mathbf{W}^T \mathbf{h}^{(t)}")))
    >>> [sorted(x) for x in found]
    [['W'], ['h', 'x']]
    """
    alone: set[str] = set()
    indexed: set[str] = set()
    for at, token in enumerate(tokens):
        if token.kind == "font" and token.text in BOLD_FONTS:
            inner, behind = _around(tokens, at)
            if len(inner) == 1 and len(inner[0].text) == 1:
                (indexed if _is_index(tokens, behind) else alone).add(inner[0].text)
    return frozenset(alone), frozenset(indexed)


def with_fonts_around_each(tokens: list[Token], alone: frozenset[str], indexed: frozenset[str]) -> list[Token]:
    """The tokens of a formula with the font around each letter of such a product."""
    out: list[Token] = []
    past = 0
    for at, token in enumerate(tokens):
        if at < past:
            continue
        if token.kind == "font" and token.text in BOLD_FONTS:
            inner, behind = _around(tokens, at)
            letters = "".join(x.text for x in inner)
            if _is_product(letters, alone, indexed) and _is_index(tokens, behind):
                spans = [(x.start + n, x.start + n + 1) for x in inner for n in range(len(x.text))]
                for letter, span in zip(letters, spans, strict=True):
                    out += _in_font(letter, span, token, tokens[at + 1])
                past = behind
                continue
        out.append(token)
    return out


def _is_product(letters: str, alone: frozenset[str], indexed: frozenset[str]) -> bool:
    """Is it capitals that stand by themselves before a letter that has an index wherever it stands?"""
    matrices, vector = letters[:-1], letters[-1:]
    told = matrices.isalpha() and matrices.isupper() and alone.issuperset(matrices)
    return told and vector.islower() and vector in indexed - alone


def _in_font(letter: str, span: tuple[int, int], font: Token, brace: Token) -> list[Token]:
    return [
        Token("font", font.text, span[0], span[0]),
        Token("{", brace.text, span[0], span[0]),
        Token("run", letter, *span),
        Token("}", "}", span[1], span[1]),
    ]


def _around(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """The runs of letters that the font at `at` stands around, and what comes behind them."""
    if at + 1 < len(tokens) and tokens[at + 1].kind == "run":
        return [tokens[at + 1]], at + 2
    stop = at + 2
    while stop < len(tokens) and tokens[stop].kind == "run":
        stop += 1
    closed = at + 1 < len(tokens) and tokens[at + 1].kind == "{" and stop < len(tokens) and tokens[stop].kind == "}"
    return ([*tokens[at + 2 : stop]], stop + 1) if closed else ([], at + 1)


def _is_index(tokens: Sequence[Token], at: int) -> bool:
    r"""Does an index begin there: anything below, or what stands in a parenthesis above, `^{(t)}`?"""
    if at >= len(tokens) or tokens[at].kind != "script":
        return False
    return tokens[at].text == "_" or [x.kind for x in tokens[at + 1 : at + 3]] == ["{", "("]
