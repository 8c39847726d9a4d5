r"""Entries of arrays that a given network has, in the letters that solutions take: `w_{ij}` beside the `W` of its page.

The network computes with `W_{ij}`, `W_{2,kj}`, `\mathbf{h}_j`. A solution that says `W = (w_{ij})`, or writes `w_{ij}`,
`w^{(2)}_{kj}`, `h_j` without a word, means the same entries, where the network has no such letter, and the solution
uses it in no other way. A small letter that a line of the solution defines is a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...latex import tree as t
from ...latex.tree import Name, Node, Statement
from ...latex.walking import rebuilt
from ...pattern import lazily
from ..located import Located, is_given, read_of, with_statements
from ..spelled.shape import Shape, shape_of
from ..stated import left_shape, matrix_told
from .declared import split

FONT = lazily(r"\\(mathbf|boldsymbol|bm)\{([A-Za-z])\}|([A-Z])")
"""A letter set in bold, or a capital."""
MATRIX = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """What a letter stands for: the letter of the network with its font; an entry of a matrix, with a label (a number
    above the entry, before the indices of the matrix) or not; or, `bold`, the same letter, whole or with up to `places`
    indices."""

    base: str
    font: str
    places: int
    labelled: bool = False
    bold: bool = False

    def fits(self, shape: Shape) -> bool:
        """May a name be meant so?"""
        _, pieces, _ = split(shape)
        above = pieces[: len(pieces) - shape.below]
        power = shape.bare and len(above) == 1 and isinstance(above[0], t.Number)
        label = not shape.bare and len(above) == 1 and isinstance(above[0], t.Number)
        if shape.primes or not (label if self.labelled else power or not above):
            return False
        return shape.below <= self.places if self.bold else shape.below == MATRIX

    def put(self, x: Name) -> Name:
        """The name in the letter of the network."""
        label: list[Node] = [e for s in x.scripts if s.above and self.labelled for e in s.entries]
        scripts = tuple(
            replace(s, entries=(*label, *s.entries), commas=s.commas or bool(label))
            for s in x.scripts
            if not (s.above and self.labelled)
        )
        return replace(x, base=self.base, font=self.font, scripts=scripts)


def with_entries_of_given(
    located: Sequence[Located], lengths: Mapping[tuple[str, int], Sequence[str | None]]
) -> list[Located]:
    """The formulas with such entries in the letters of the network; `lengths` are those of its names, by letter and
    number of places."""
    own = [s for f in read_of([pair for pair in located if not is_given(pair[0])]) for s in f.statements]
    given = [s for f in read_of([pair for pair in located if is_given(pair[0])]) for s in f.statements]
    taken = {base for base, _ in lengths} | {x for ends in lengths.values() for x in ends if x is not None}
    taken |= {x.base for s in given for x in t.of_kind(s, Name) if not x.font and not x.accents}
    met: dict[str, Meant] = {}
    for letter, meant in _letters(lengths):
        if letter not in taken and letter not in met and _is_meant(letter, meant, own):
            met[letter] = meant
    if not met:
        return list(located)

    def change(x: object) -> Name | None:
        plain = isinstance(x, Name) and x.base in met and not x.accents and not x.font
        return met[x.base].put(x) if isinstance(x, Name) and plain else None

    mine = iter(with_statements([p for p in located if not is_given(p[0])], lambda s: rebuilt(s, change)))
    return [pair if is_given(pair[0]) else next(mine) for pair in located]


def _letters(lengths: Mapping[tuple[str, int], Sequence[str | None]]) -> Iterator[tuple[str, Meant]]:
    for base, places in lengths:
        found = FONT.fullmatch(base)
        if found is None:
            continue
        font, letter = found[1] or "", found[2] or found[3]
        if font and places:
            yield letter, Meant(letter, font, places, bold=True)
        if letter.isupper() and places in (MATRIX, MATRIX + 1):
            yield letter.lower(), Meant(letter, font, places, labelled=places > MATRIX)


def _is_meant(letter: str, meant: Meant, statements: Iterable[Statement]) -> bool:
    """Is a letter used so wherever it stands, and nowhere defined?"""
    met = False
    for s in statements:
        left = left_shape(s) if matrix_told(s.chain) is None and not meant.bold else None
        if left is not None and left.base == letter:
            return False
        for shape in _shapes(letter, s):
            if not meant.fits(shape):
                return False
            met = True
    return met


def _shapes(letter: str, s: Statement) -> Iterator[Shape]:
    for x in t.of_kind(s, Name):
        if x.base == letter and (shape := shape_of(x)) is not None and shape.letter == letter:
            yield shape
