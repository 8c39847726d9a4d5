r"""Definitions beside one another: do two say the same, does one give a diagonal only?"""

from __future__ import annotations

from ..affine import Affine, Sym
from ..bound_letters import by_depth
from ..draft import RawDefinition
from ..expr import Expr, Labelled, Num, Var, rebuild, substitute
from .statements import Equation


def is_constant_diagonal(e: Equation) -> bool:
    """Does it give the entries of which two indices are equal a number, `w_{ii} = 0`?"""
    return e.left is not None and repeats(e.left) and len(e.members) == 2 and isinstance(e.members[1], Num)


def repeats(entry: Var) -> bool:
    """Does one letter stand in two places?"""
    letters = [i.letter for i in entry.indices if i.letter is not None]
    return len(set(letters)) < len(letters)


def without_labels(e: Expr) -> Expr:
    """The expression without the labels of its braces."""
    if isinstance(e, Labelled):
        return without_labels(e.body)
    return rebuild(e, without_labels)


def same_definition(a: RawDefinition, b: RawDefinition) -> bool:
    """Do two definitions say the same, letters renamed?"""
    if a.left.variable != b.left.variable:
        return False
    values: dict[Sym, Affine] = {}
    for x, y in zip(a.left.indices, b.left.indices, strict=True):
        letter = x.letter
        if letter is not None and y.letter is not None:
            values[letter] = y
        elif x != y:
            return False
    renamed = substitute(a.body, values)
    return by_depth(renamed) == by_depth(b.body)
