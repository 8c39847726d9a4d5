r"""Entries in small letters of matrices that a given network has: `w_{ij}` beside the `W` of its page.

The network computes with `W_{ij}`. A solution that says `W = (w_{ij})`, or writes `w_{ij}` without a word, means the
same entry, where the network has no w, no line of the solution says what w is, and w always carries two indices.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...latex import tree as t
from ...latex.tree import Name, Statement
from ...latex.walking import rebuilt
from ..located import Located, is_given, read_of, with_statements
from ..shape import Shape, shape_of
from ..stated import left_shape, matrix_told

CAPITAL = re.compile(r"\\(mathbf|boldsymbol|bm)\{([A-Z])\}|([A-Z])")
"""A capital, set in bold or not."""
PLACES = 2


def with_entries_of_given(located: Sequence[Located], names: Collection[tuple[str, int]]) -> list[Located]:
    """The formulas with such entries in the letters of the network; `names` are its letters and how many places each
    has."""
    network = {base for base, _ in names}
    capitals = (m for base, places in names if places == PLACES and (m := CAPITAL.fullmatch(base)))
    small = {(m[2] or m[3]).lower(): (m[1] or "", m[2] or m[3]) for m in capitals}
    own = [pair for pair in located if not is_given(pair[0])]
    statements = [s for f in read_of(own) for s in f.statements]
    met = {x: capital for x, capital in small.items() if x not in network and _are_entries(x, statements)}
    if not met:
        return list(located)
    change = partial(_renamed, met)
    renamed = iter(with_statements(own, lambda s: rebuilt(s, change)))
    return [pair if is_given(pair[0]) else next(renamed) for pair in located]


def _are_entries(letter: str, statements: Iterable[Statement]) -> bool:
    """Does a letter stand for entries wherever it stands, and is nowhere said what it is?"""
    met = False
    for s in statements:
        left = left_shape(s) if matrix_told(s.chain) is None else None
        if left is not None and left.base == letter:
            return False
        for shape in _shapes(letter, s):
            if shape.below != PLACES or shape.uppers or shape.primes:
                return False
            met = True
    return met


def _shapes(letter: str, s: Statement) -> Iterator[Shape]:
    for x in t.of_kind(s, Name):
        if x.base == letter and (shape := shape_of(x)) is not None and shape.letter == letter:
            yield shape


def _renamed(met: dict[str, tuple[str, str]], x: object) -> Name | None:
    if not isinstance(x, Name) or x.base not in met or x.accents or x.font or not x.scripts:
        return None
    font, base = met[x.base]
    return replace(x, base=base, font=font)
