r"""Names set as words with a space typed inside, `\frac{\partial \text{ Cost}}{\partial w}` beside `\text{ Cost} = ..`.

Elsewhere a word with a space is a remark, `= b \text{ thus} \\ = c`. What a page differentiates anywhere is a name; so
the word is one wherever it stands alone in its braces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..pattern import lazily
from .lexer import Token
from .tokens import is_word

DIFFERENTIATED = lazily(r"\\partial\s*\{?\s*\\(?:text|textrm|textnormal|textit|mbox|hbox)\s*\{\s*(?P<word>\w+)\s*\}")
"""A word behind the sign of a derivative."""


def spaced_words(texts: Iterable[str]) -> frozenset[str]:
    r"""The words that a page differentiates.

    >>> sorted(spaced_words([r"\frac{\partial \text{ Cost}}{\partial w} = \partial \text{Loss} \text{ if}"]))
    ['Cost', 'Loss']
    """
    found = {m["word"] for text in texts if r"\partial" in text for m in DIFFERENTIATED.finditer(text)}
    return frozenset(filter(is_word, found))


def with_names_of_words(tokens: Sequence[Token], words: frozenset[str]) -> list[Token]:
    """The tokens with the names for such words.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> [x.text for x in with_names_of_words(tokenize(Source(r"\\text{ Cost} = \\text{ if}")), frozenset(["Cost"]))]
    ['Cost', '=', ' if']
    """
    spaced = (x.kind == "text" and x.text.strip() in words for x in tokens)
    return [x._replace(text=x.text.strip()) if named else x for x, named in zip(tokens, spaced, strict=True)]
