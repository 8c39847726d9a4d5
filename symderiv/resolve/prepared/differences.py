r"""Differences that share the letter of what they are differences of: `x_{ij} = x_i - x_j` of vectors.

Two indices on the letter of a vector otherwise are an example and an entry of it. Where such a difference is
transposed or has a length, it is a vector itself, and no entry: a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Chain, Group, Name, Node, Script, Terms
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..asked import where
from ..located import Located, read_of, with_statements
from ..shape import Stem, is_mark, letter_of, stem_of

PAIR = 2


def _has_difference(s: t.Statement) -> bool:
    return _difference(s.chain) is not None


@where(_has_difference)
def with_differences_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with another name for such differences."""
    formulas = read_of(located)
    named = {stem for f in formulas for s in f.statements if (stem := _difference(s.chain)) is not None}
    found = {stem for f in formulas for x in t.walk(f) for stem in _vectors(x) if stem in named}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in found or len(_below(x)) != PAIR:
            return None
        return replace(x, base=rf"\Delta {x.base}")

    return with_statements(located, lambda s: rebuilt(s, change) if found else s)


def _difference(c: Chain) -> Stem | None:
    """The letter x of `x_{ij} = x_i - x_j`."""
    if len(c.members) != PAIR or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    if not isinstance(left, Name) or not isinstance(right, Terms) or [term.sign for term in right.terms] != ["", "-"]:
        return None
    bodies = [term.body for term in right.terms if isinstance(term.body, Name)]
    alike = len(bodies) == PAIR and all(stem_of(b) == stem_of(left) and len(b.scripts) == 1 for b in bodies)
    letters = [letter_of(e) for b in bodies for e in _below(b)]
    same = letters == [letter_of(e) for e in _below(left)] and None not in letters and len(set(letters)) == PAIR
    return stem_of(left) if alike and same else None


def _below(x: Node) -> tuple[Node, ...]:
    return tuple(e for s in x.scripts if not s.above for e in s.entries) if isinstance(x, Name) else ()


def _vectors(x: object) -> Iterator[Stem]:
    """Letters with two indices that are transposed, or of which a length is taken, maybe behind a matrix."""
    if isinstance(x, Name) and len(_below(x)) == PAIR and any(_is_transpose(s) for s in x.scripts):
        yield stem_of(x)
    elif isinstance(x, Group) and x.open == r"\|" and len(x.items) == 1:
        last = x.items[0].factors[-1].body if isinstance(x.items[0], t.Product) else x.items[0]
        if isinstance(last, Name) and len(_below(last)) == PAIR:
            yield stem_of(last)


def _is_transpose(s: Script) -> bool:
    return s.above and not s.bracket and len(s.entries) == 1 and is_mark(s.entries[0])
