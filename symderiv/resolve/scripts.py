r"""What stands at a name: the entries of its scripts, all of them or those below or above, and what a name is by these.

Which of them are indices, and which labels, is a question for later (`labels`).
"""

from __future__ import annotations

from typing import TypeAlias

from ..latex.tree import Name, Node, Number, Script
from .shape import Stem, is_mark, letter_of, stem_of

Kind: TypeAlias = tuple[Stem, int]
"""A name, and how many entries stand below it."""


def entries_of(x: Name) -> tuple[Node, ...]:
    r"""What stands above and below a name.

    >>> from symderiv.latex.parse import parse
    >>> x = parse("a_{ij}^{(2)}").statements[0].chain.members[0]
    >>> [len(found(x)) for found in (entries_of, entries_below, entries_above)]
    [3, 2, 1]
    """
    return tuple(e for s in x.scripts for e in s.entries)


def entries_below(x: Name) -> tuple[Node, ...]:
    """What stands below a name."""
    return tuple(e for s in x.scripts if not s.above for e in s.entries)


def entries_above(x: Name) -> tuple[Node, ...]:
    """What stands above a name."""
    return tuple(e for s in x.scripts if s.above for e in s.entries)


def letter_below(x: Name) -> str | None:
    """The letter that is all that stands below a name."""
    entries = entries_below(x)
    return letter_of(entries[0]) if len(entries) == 1 else None


def kind_of(x: Name) -> Kind:
    """A name and how many entries stand below it: what tells `a_i` from a and from `a_{ij}`."""
    return stem_of(x), len(entries_below(x))


def places_of(x: Name) -> tuple[Stem, tuple[tuple[bool, int], ...]]:
    """A name, and how many entries each of its scripts has."""
    return stem_of(x), tuple((s.above, len(s.entries)) for s in x.scripts)


def is_index(x: Node) -> bool:
    """Is it a letter or a number?"""
    return letter_of(x) is not None or isinstance(x, Number)


def transposes(s: Script) -> bool:
    """Is a script nothing but the mark of a transpose?"""
    return s.above and not s.bracket and len(s.entries) == 1 and is_mark(s.entries[0])
