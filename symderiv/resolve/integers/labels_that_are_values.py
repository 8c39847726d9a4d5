r"""Letters below a name that are any numbers: the `\beta` of a cost `D_{\beta} = \frac{1}{\beta(\beta-1)} \sum_n ..`.

A Greek letter below a left side may number a family. It is a parameter, and the name one number with a label, where
the letter also stands in an exponent and as a value of its own, and where it has no range and nothing runs over it.
Every name that carries it below is defined so, and carries no number and no other letter there, anywhere: `D_2` would
be one of a family.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...latex.tree import Node, Text
from ..facts import Facts, Occurrence
from ..spelled.shape import is_word, letter_of, letters_in
from .exponents_that_are_values import holds_in_exponent


def labels_that_are_values(facts: Facts) -> Iterator[tuple[str, str]]:
    """The names with such a letter below, and the letter."""
    candidates = {x for place, letters in facts.left_places.items() if place[1:] == (0, 1, 0) for x in letters}
    candidates = {x for x in candidates if x.startswith("\\")}
    if candidates:
        candidates -= facts.strong | facts.ends | facts.range_ends | facts.conditioned | facts.compared | facts.derived
    for letter in candidates:
        names = {o.shape.base for o in facts.occurrences if o.left and _below(o) == letter}
        if _is_value(letter, facts) and all(_fits(o, letter, names) for o in facts.occurrences):
            yield from ((base, letter) for base in names)


def _below(o: Occurrence) -> str | None:
    """The letter that is all that a name carries."""
    return letter_of(o.shape.pieces[0]) if len(o.shape.pieces) == o.shape.below == 1 else None


def _is_value(letter: str, facts: Facts) -> bool:
    """Does it stand in an exponent, and by itself?"""
    alone = any(o.shape.base == letter and not o.shape.pieces and not o.left for o in facts.occurrences)
    return alone and any(letter in letters_in(p) for o in facts.occurrences for i in o.shape.uppers for p in i)


def _is_word(piece: Node) -> bool:
    return is_word(piece) or (isinstance(piece, Text) and piece.content.isalpha())


def _fits(o: Occurrence, letter: str, names: set[str]) -> bool:
    """Is the letter, if it stands there, a label of such a name or in an exponent? And are other labels words?"""
    if o.shape.base in names:
        return bool(o.shape.pieces) and o.args is None and (_below(o) == letter or all(map(_is_word, o.shape.pieces)))
    return not any(letter in letters_in(p) for p in o.shape.pieces) or holds_in_exponent(o, letter)
