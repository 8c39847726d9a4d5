r"""The formulas of a document, each with the display in which it stands, and going through their statements.

What is written in shorthand is written out before any name is read: by passes that take such a list and give one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import is_
from typing import TypeAlias

from ..document.blocks import Display
from ..errors import ReadError
from ..latex.tree import Chain, Formula, Statement

Located: TypeAlias = tuple[Display, Formula | ReadError]
"""A display of the document, and what was read of it."""


GIVEN = "\0"
"""The name of the file that the page of a given network is: its formulas stand before those of a solution."""


def is_given(display: Display) -> bool:
    """Does a display stand on the page of a given network?"""
    return display.source.file == GIVEN


def read_of(located: Sequence[Located]) -> list[Formula]:
    """The formulas that could be read."""
    return [f for _, f in located if f.__class__ is Formula]


def chains_of(located: Sequence[Located]) -> list[Chain]:
    """All that is related to something in the formulas that could be read."""
    return [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]


def with_statements(located: Sequence[Located], change: Callable[[Statement], Statement]) -> list[Located]:
    """The list with every statement changed; a formula in which nothing changes stays the same pair.

    >>> from symderiv.document import parse_document, read_formulas
    >>> pairs = read_formulas(parse_document("$a = b$"))
    >>> with_statements(pairs, lambda s: s)[0] is pairs[0]
    True
    """
    return [pair if isinstance(pair[1], ReadError) else _changed(pair, pair[1], change) for pair in located]


def _changed(pair: Located, f: Formula, change: Callable[[Statement], Statement]) -> Located:
    found = tuple(map(change, f.statements))
    return pair if all(map(is_, found, f.statements)) else (pair[0], replace(f, statements=found))
