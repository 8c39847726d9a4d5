r"""Names that begin with a word of another language typed without `\text`: `\frac{d오차y_{o}}{dw}`.

Right before a letter such a word may be a remark, or the beginning of the name. It is the latter where something
differentiates it, and then everywhere on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from .lexer import Token


def glued_words(tokens: Sequence[Token]) -> Iterator[str]:
    r"""The words with the letter right behind them that stand behind the d or `\partial` of a fraction.

    >>> from .lexer import tokenize
    >>> from .source import Source
    >>> texts = (r"\frac{d誤差y_o}{dw}", r"\frac{\partial E}{\partial 和z_1}", r"\frac{d誤差 y_o}{dw}", r"誤差y_o = 1")
    >>> [[*glued_words(tokenize(Source(x)))] for x in texts]
    [['誤差y'], ['和z'], [], []]
    """
    for at in range(2, len(tokens) - 2):
        before, behind = tokens[at - 1], tokens[at + 2]
        changed = before.kind == "partial" or (before.text == "d" and before.end == tokens[at].start)
        if changed and tokens[at - 2].kind == "{" and behind.text == "_" and _is_glued(tokens, at):
            yield tokens[at].text + tokens[at + 1].text


def with_glued_words(tokens: list[Token], several: Set[str]) -> list[Token]:
    """The tokens, the words and letters that are names of the page as one."""
    if all(name[0].isascii() for name in several):
        return tokens
    found: list[Token] = []
    joined = -1
    for at, token in enumerate(tokens):
        if at == joined:
            continue
        if _is_glued(tokens, at) and (name := token.text + tokens[at + 1].text) in several:
            token, joined = Token("text", name, token.start, tokens[at + 1].end), at + 1
        found.append(token)
    return found


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Is it a word that no font holds, with one letter right behind it?"""
    word = tokens[at]
    if word.kind != "text" or word.text.isascii() or not word.text.isalpha() or at + 1 >= len(tokens):
        return False
    letter = tokens[at + 1]
    return letter.kind == "run" and len(letter.text) == 1 and letter.start == word.end == word.start + len(word.text)
