r"""What stands at a name: the entries of its scripts, all of them or those below or above, and what a name is by these.

Which of them are indices, and which labels, is a question for later (`labels`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ...latex.tree import Name, Node, Number, Script, of_kind
from ...latex.walking import Tree
from .shape import Stem, is_mark, letter_of, letters_in, stem_of

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


def has_below(x: Name) -> bool:
    """Does anything stand below a name?"""
    return any(not s.above for s in x.scripts)


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


def letters_in_scripts(x: Tree) -> Iterator[str]:
    """The letters in the scripts of all that a tree holds."""
    return (y for s in of_kind(x, Script) for e in s.entries for y in letters_in(e))


def has_letters_alone(x: Name) -> bool:
    """Is each entry of its scripts a letter?"""
    return all(letter_of(e) is not None for e in entries_of(x))


def is_index(x: Node) -> bool:
    """Is it a letter or a number?"""
    return letter_of(x) is not None or isinstance(x, Number)


def transposes(s: Script) -> bool:
    """Is a script nothing but the mark of a transpose?"""
    return s.above and not s.bracket and len(s.entries) == 1 and is_mark(s.entries[0])
