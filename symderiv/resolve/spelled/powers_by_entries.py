r"""Powers by entries: `1 - h^2` in a product by entries, `\tanh^2(a)` and `h^{.2}` of arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ...expr import Pow, num
from ...latex import tree as t
from ...latex.tree import Node
from .shaped import Array

OVER = r"\oslash"
"""The sign of a quotient by entries."""
BY_ENTRIES = frozenset([r"\odot", r"\circ", OVER])
"""Signs that always work entry by entry; a star may be a product of matrices."""
DOTTED = {".2": 2, ".3": 3}
"""Exponents behind the dot of programs, `h^{.2}`: of an array nobody takes such a root."""
ONES_OR_ONE = "a column of ones, or one with a single 1"
OVER_WHAT = "what is divided by entries: one factor, or all that follow"
NUMBER_OF_ARRAYS = "a number made of arrays beside a product by entries"
T = TypeVar("T")


def power_by_entries(exponent: Node, within: bool) -> int | None:
    """The exponent of a power that can only be one of each entry; `within` a product by entries a number is one.

    >>> [power_by_entries(t.Number(x), within) for x, within in ((".2", False), ("2", False), ("2", True))]
    [2, None, 2]
    """
    text = exponent.text if isinstance(exponent, t.Number) else ""
    return DOTTED.get(text, int(text) if within and text.isdigit() else None)


def power_of_function(scripts: Sequence[t.Script]) -> int | None:
    r"""The 2 of `\tanh^2(a)`, which is taken entry by entry as the function is."""
    plain = len(scripts) == 1 and scripts[0].above and not scripts[0].bracket and len(scripts[0].entries) == 1
    return power_by_entries(scripts[0].entries[0], True) if plain else None


def powered(a: Array, power: int) -> Array:
    """The array with each entry raised to a power."""
    return Array(a.kind, lambda *i: Pow(a.entry(*i), num(power)), a.letters, raised=True)


def parted_by_entries(factors: Sequence[tuple[str, T]]) -> list[list[tuple[str, T]]]:
    r"""The runs of factors between signs of products by entries.

    >>> parted_by_entries([("", 1), (r"\odot", 2), ("", 3)])
    [[('', 1)], [('\\odot', 2), ('', 3)]]
    """
    parts = [[factors[0]]]
    for operator, a in factors[1:]:
        if operator in BY_ENTRIES:
            parts.append([(operator, a)])
        else:
            parts[-1].append((operator, a))
    return parts


def is_over_more(parts: Sequence[Sequence[tuple[str, object]]]) -> bool:
    r"""Is there a product right behind the sign of a quotient, `a \oslash B c`?"""
    return any(part[0][0] == OVER and len(part) > 1 for part in parts)


def is_number_of_arrays(kind: str, kinds: Sequence[str]) -> bool:
    r"""Is a run of factors such as the `x^T y` of `x^T y \odot z` a number, by its kind and those of its factors?

    It is one that nobody multiplies by entries: `x^T (y \odot z)` may be meant.
    """
    return not kind and len(kinds) > 1 and any(kinds)
