r"""How many outputs a convolution has, where only lines tell it: `\sum_{i=0}^{N-M}` beside `y_i = \sum_m w_m x_{i+m}`.

From which entries of data an output is made depends on its number, and these are as many as are used: with any end
such a line is consistent. So `\sum_{i=0}^{N-1}` and `\sum_{i=0}^{N-M}` would both be right. The end of a line is taken
for that of the outputs where it fits what words say of the length of these data; and a letter that stands nowhere else
may be their number, where no words say how the ends are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...affine import Affine, Sym
from ...domain import bounds
from ...domain.constraint import Context
from ...expr import Variable
from ...network.counted import fits
from ...network.uses import uses
from ...pattern import lazily
from ...read import Reading
from ...system import Piece, System

ENDS = lazily(
    r"\b(?:valid|full|same|pad\w*|border\w*|boundar\w+|edges?|lengths?|signals?|Länge|Rand|gültig\w*|longueur|bords?"
    r"|longitud|bordes?|comprimento|lunghezza)\b|有效|填充|长度|長|境界|パディング",
    re.I,
)
"""Words that may say how many outputs there are."""


def told_at_will(before: System, after: System, reading: Reading) -> frozenset[Sym]:
    """The presumed sizes of `before` in whose place lines put ends (`after`) that nothing else supports, though any
    other ends would do."""
    return frozenset(
        size
        for piece in before.pieces
        for place, size in _open_places(piece, before)
        if size not in after.sizes and not _is_supported(piece, place, after, reading)
    )


def _open_places(piece: Piece, system: System) -> Iterator[tuple[int, Sym]]:
    """The positions of a definition that end at a presumed size, with that size, where they move about in data."""
    if piece.body is None or not piece.domain.letters() & system.presumed:
        return
    for place, form in enumerate(piece.indices):
        ends = None if form.letter not in piece.letters else _ends(piece, form.letter, system)
        size = None if ends is None else ends[1].letter
        if size is not None and size in system.presumed and any(_moved(piece, place, system)):
            yield place, size


def _moved(piece: Piece, place: int, system: System) -> Iterator[tuple[Variable, int]]:
    """The data of which a definition uses entries that depend on the letter at a position and are not numbered by it
    alone, with where it stands there."""
    letter = piece.indices[place].letter
    for use in uses(piece.body) if piece.body is not None else ():
        if all(p.body is None for p in system.of(use.entry.variable)):
            for n, form in enumerate(use.entry.indices):
                if letter in form.letters() and form.letter != letter:
                    yield use.entry.variable, n


def _ends(piece: Piece, letter: Sym | None, system: System) -> tuple[Affine, Affine] | None:
    """Where a letter of a piece begins and ends."""
    if letter is None:
        return None
    found = bounds(piece.domain, letter, Context(system.context, system.size_functions))
    return (found.lowers[0], found.uppers[0]) if len(found.lowers) == len(found.uppers) == 1 else None


def _is_supported(piece: Piece, place: int, after: System, reading: Reading) -> bool:
    """Do the ends of a position agree with what is said of it or of the data, or are they but the number of outputs?"""
    new = next((p for p in after.of(piece.variable) if p.place == piece.place), None)
    ends = None if new is None else _ends(new, new.indices[place].letter, after)
    if new is None or ends is None:
        return False
    if fits(after, reading.draft.counted, piece.variable, place):
        return True
    if after.outside_zero:
        return False
    said = {fits(after, reading.draft.counted, v, n) for v, n in _moved(new, place, after)}
    if said != {None}:
        return said == {True}
    number = (ends[1] - ends[0] + 1).letter
    return number is not None and not _is_named_elsewhere(number, reading) and ENDS.search(reading.typed) is None


def _is_named_elsewhere(letter: Sym, reading: Reading) -> bool:
    """Does a letter stand anywhere but in the lines that are judged?"""
    named = re.compile(rf"(?<![A-Za-z]){re.escape(letter.name)}(?![A-Za-z])")
    own = {w.number: w.latex for w in reading.claims if w.claims}
    return len(named.findall(reading.typed)) != sum(len(named.findall(x)) for x in own.values())
