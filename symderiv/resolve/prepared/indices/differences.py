r"""Differences that share the letter of what they are differences of: `x_{ij} = x_i - x_j` of vectors.

Two indices on the letter of a vector otherwise are an example and an entry of it. Where such a difference is
transposed or has a length, it is a vector itself, and no entry: a name of its own, and `x_{ij,s}` is an entry of it.
The page may have both: `x_{is}` is an entry where s stands behind two indices or behind another comma than that of the
difference, and numbers no examples. Where neither is seen, the name is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Group, Misfit, Name, Node, Product, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import transposes
from ...spelled.shape import letter_of, stem_of

PAIR = 2
HINT = "write `x_{ij,s}` for an entry of a difference, and `x_{i,s}` for one of `x_i`"


def _has_difference(s: t.Statement) -> bool:
    return _difference(s.chain) is not None


@where(_has_difference)
def with_differences_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with another name for such differences."""
    formulas = read_of(located)
    lefts = [d for f in formulas for s in f.statements if (d := _difference(s.chain)) is not None]
    vectors = [x for f in formulas for y in t.walk(f) for x in _vectors(y)]
    found = {stem_of(d): _Written(d) for d in lefts if stem_of(d) in {stem_of(x) for x in vectors}}
    sure = {id(x) for x in (*lefts, *vectors)}
    for x in (x for f in formulas if found for x in t.of_kind(f, Name) if stem_of(x) in found):
        found[stem_of(x)].note(x, id(x) in sure)
    sums = [x for f in formulas if found for x in t.of_kind(f, t.BigSum)]
    for written in found.values():
        written.note_sums(sums)

    def change(x: Any) -> Node | None:
        written = found.get(stem_of(x)) if isinstance(x, Name) else None
        is_pair = None if written is None else written.is_difference(x)
        if is_pair is None and written is not None and len(_below(x)) == PAIR:
            return Misfit(f"`{x.base}` with two indices: a difference, or an entry", HINT, span=x.span)
        return replace(x, base=rf"\Delta {x.base}") if is_pair else None

    return with_statements(located, lambda s: rebuilt(s, change) if found else s)


@dataclass
class _Written:
    """How a page writes the letter of a difference: which letters number examples (`points`), which entries of one."""

    left: Name
    points: set[str | None] = field(default_factory=set)
    places: set[str | None] = field(default_factory=set)

    def note(self, x: Name, is_difference: bool) -> None:
        """What a name shows, which may be a difference for sure."""
        below = _below(x)
        if len(below) in (1, PAIR):
            self.points |= {letter_of(e) for e in (below if is_difference else below[:1])}
        if _is_entry_of_pair(below):
            self.places.add(letter_of(below[-1]))

    def note_sums(self, sums: Sequence[t.BigSum]) -> None:
        """A letter that is summed to where another of the examples is numbers examples."""
        runs = [(letter, x.above) for x in sums if x.above is not None for letter in _summed(x)]
        ends = {end for letter, end in runs if letter in self.points}
        self.points |= {letter for letter, end in runs if end in ends}

    def is_difference(self, x: Name) -> bool | None:
        """Is it a difference, or an entry of one? None where it may be an entry of what there are differences of."""
        below = _below(x)
        if len(below) != PAIR or _is_entry_of_pair(below):
            return _is_entry_of_pair(below)
        letter, typed_alike = letter_of(below[1]), _has_comma(x) == _has_comma(self.left)
        if letter in self.places - self.points or (letter not in self.points and not typed_alike):
            return False
        return True if letter in self.points - self.places else None


def _is_entry_of_pair(below: Sequence[Node]) -> bool:
    """`x_{ij,s}`, `x_{ijs}`."""
    run = isinstance(below[0], Product) and len(below[0].factors) == PAIR if below else False
    return len(below) == PAIR + 1 - run and None not in {letter_of(e) for e in below[run:]}


def _has_comma(x: Name) -> bool:
    return any(s.commas for s in x.scripts if not s.above)


def _summed(x: t.BigSum) -> Iterator[str | None]:
    r"""The letters of a sum, `j` of `\sum_{j=1, j \neq i}^N`."""
    for c in x.below:
        yield letter_of(c.members[0] if isinstance(c, Chain) else c)


def _difference(c: Chain) -> Name | None:
    """The left side of `x_{ij} = x_i - x_j`."""
    if len(c.members) != PAIR or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    if not isinstance(left, Name) or not isinstance(right, Terms) or [term.sign for term in right.terms] != ["", "-"]:
        return None
    bodies = [term.body for term in right.terms if isinstance(term.body, Name)]
    alike = len(bodies) == PAIR and all(stem_of(b) == stem_of(left) and len(b.scripts) == 1 for b in bodies)
    letters = [letter_of(e) for b in bodies for e in _below(b)]
    same = letters == [letter_of(e) for e in _below(left)] and None not in letters and len(set(letters)) == PAIR
    return left if alike and same else None


def _below(x: Node) -> tuple[Node, ...]:
    return tuple(e for s in x.scripts if not s.above for e in s.entries) if isinstance(x, Name) else ()


def _vectors(x: object) -> Iterator[Name]:
    """Names with two indices that are transposed, or of which a length is taken, maybe behind a matrix."""
    if isinstance(x, Name) and len(_below(x)) == PAIR and any(transposes(s) for s in x.scripts):
        yield x
    elif isinstance(x, Group) and x.open == r"\|" and len(x.items) == 1:
        last = x.items[0].factors[-1].body if isinstance(x.items[0], t.Product) else x.items[0]
        if isinstance(last, Name) and len(_below(last)) == PAIR:
            yield last
