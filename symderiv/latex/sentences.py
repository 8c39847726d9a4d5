r"""Where a clause ends among words: at a stop, semicolon or mark, in Japanese and Chinese too, and at an empty line.

A stop that a letter or a digit follows ends nothing (`3.5`, `i.e`); a full-width one needs no space behind it.
"""

from __future__ import annotations

from ..pattern import lazily

END = lazily(r"[.;!?](?=\s|\Z)|[。．；！？]|\n[ \t]*\n")


def last(words: str) -> str:
    """The clause that is not finished where words end.

    >>> last("It is 0.5 there. The slope of")
    ' The slope of'
    """
    return END.split(words)[-1]


def first(words: str) -> str:
    """What finishes a clause that has begun before the words.

    >>> first("is 0.5 there; then")
    'is 0.5 there'
    """
    return END.split(words)[0]


def clauses(words: str) -> list[str]:
    """All of them.

    >>> clauses("重みを共有する。b は共有しない")
    ['重みを共有する', 'b は共有しない']
    """
    return END.split(words)
