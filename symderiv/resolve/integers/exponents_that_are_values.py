r"""Letters in exponents that are any numbers: the `\alpha` of `w_{ij}^{\alpha + 1}` beside `\alpha f_{ij} + 1`.

What is added or multiplied in a script may number a layer or count steps, and is a whole number then. It is none where
the name below it also stands without it, where nothing runs over any letter beside it, and where the letter, which
numbers nothing and ends nothing, stands in equations as a value besides.
"""

from __future__ import annotations

from ..facts import Facts, Occurrence
from ..spelled.shape import letter_of, letters_in


def exponents_that_are_values(facts: Facts) -> frozenset[str]:
    """The letters of arithmetic in scripts that are no whole numbers."""
    integral = facts.strong | facts.ends | facts.range_ends | facts.left | facts.conditioned | facts.compared
    found = facts.arithmetic - integral - facts.derived
    if not found:
        return frozenset()
    found &= {o.shape.base for o in facts.occurrences if not o.shape.pieces and not o.left}
    if not found:
        return frozenset()
    plain = {(o.shape.base, o.shape.below) for o in facts.occurrences if not o.shape.uppers}
    for o in facts.occurrences:
        labels = {x for base, x in facts.size_labels if base == o.shape.base}
        within = {x for p in o.shape.pieces for x in letters_in(p)} - labels
        if within & found and not (_is_exponent(o, plain) and not within_exponent(o) & integral):
            found -= within
    return frozenset(found)


def holds_in_exponent(o: Occurrence, letter: str) -> bool:
    """Does a letter stand above a name, where a power may be, and not below it?"""
    below = {x for item in o.shape.lowers for p in item for x in letters_in(p)}
    return o.shape.bare and not o.left and letter in within_exponent(o) - below


def within_exponent(o: Occurrence) -> set[str]:
    """The letters above a name."""
    return {x for item in o.shape.uppers for p in item for x in letters_in(p)}


def _is_exponent(o: Occurrence, plain: set[tuple[str, int]]) -> bool:
    """Is what stands above a name all that holds the letters, and a power?"""
    above = within_exponent(o)
    below = {x for item in o.shape.lowers for p in item for x in letters_in(p)}
    power = o.shape.bare and (o.shape.base, o.shape.below) in plain and not above & below and not o.left
    return power and all(letter_of(p) is None or len(item) == 1 for item in o.shape.uppers for p in item)
