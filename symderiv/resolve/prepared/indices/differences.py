r"""Differences that share the letter of what they are differences of: `x_{ij} = x_i - x_j` of vectors.

Two indices on the letter of a vector otherwise are an example and an entry of it. Where such a difference is
transposed or has a length, it is a vector itself, and no entry: a name of its own, and `x_{ij,s}` is an entry of it.
The page may have both: `x_{is}` is an entry where s stands behind two indices or behind another comma than that of the
difference, and numbers no examples. Where neither is seen, the name is not read. A difference that is defined by its
entries, `x_{ij,s} = x_{i,s} - x_{j,s}`, is a vector in any case, and so is such a sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Factor, Group, Misfit, Name, Node, Product, Terms
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


def _has_entries(s: t.Statement) -> bool:
    left = _difference(s.chain)
    return left is not None and _is_entry_of_pair(_below(left))


@where(_has_entries)
def with_differences_by_entries_apart(located: Sequence[Located]) -> list[Located]:
    """The same for those that are defined by their entries: before what `x_{ij} = (x_{ij,s})` makes of the others."""
    return _apart(located, by_entries=True)


@where(_has_difference)
def with_differences_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with another name for such differences."""
    return _apart(located)


def _apart(located: Sequence[Located], *, by_entries: bool = False) -> list[Located]:
    formulas = read_of(located)
    lefts = [d for f in formulas for s in f.statements if (d := _difference(s.chain)) is not None]
    vectors = [x for f in formulas if not by_entries for y in t.walk(f) for x in _vectors(y)]
    whole = {stem_of(x) for x in (*vectors, *(d for d in lefts if _is_entry_of_pair(_below(d))))}
    found = {stem_of(d): _Written(d) for d in lefts if stem_of(d) in whole}
    sure = {id(x) for x in (*lefts, *vectors)}
    for x in (x for f in formulas if found for x in t.of_kind(f, Name) if stem_of(x) in found):
        found[stem_of(x)].note(x, id(x) in sure)
    sums = [x for f in formulas if found for x in t.of_kind(f, t.BigSum)]
    for written in found.values():
        written.note_sums(sums)

    if by_entries:  # where none stands as a whole, entries alone are told apart by how many indices they have
        found = {stem: w for stem, w in found.items() if w.has_whole}

    def change(x: Any) -> Node | None:
        written = found.get(stem_of(x)) if isinstance(x, Name) else None
        is_pair = None if written is None else written.is_difference(x)
        if is_pair is None and written is not None and len(_below(x)) == PAIR:
            return Misfit(f"`{x.base}` with two indices: a difference, or an entry", HINT, span=x.span)
        return replace(x, base=rf"\Delta {x.base}", scripts=tuple(map(_parted, x.scripts))) if is_pair else None

    return with_statements(located, lambda s: rebuilt(s, change) if found else s)


@dataclass
class _Written:
    """How a page writes the letter of a difference: which letters number examples (`points`), which entries of one."""

    left: Name
    points: set[str | None] = field(default_factory=set)
    places: set[str | None] = field(default_factory=set)
    pairs: list[Name] = field(default_factory=list)

    @property
    def has_whole(self) -> bool:
        """Does a difference stand anywhere as a whole?"""
        return any(self.is_difference(x) for x in self.pairs)

    def note(self, x: Name, is_difference: bool) -> None:
        """What a name shows, which may be a difference for sure."""
        below = _below(x)
        if len(below) in (1, PAIR) and not _has_pair_before(below):
            self.points |= {letter_of(e) for e in (below if is_difference else below[:1])}
            self.pairs += [x] if len(below) == PAIR else []
        if _is_entry_of_pair(below):
            self.points |= set(_letters(below)[:-1]) if is_difference else set()
            self.places.add(letter_of(below[-1]))

    def note_sums(self, sums: Sequence[t.BigSum]) -> None:
        """A letter that is summed to where another of the examples is numbers examples."""
        runs = [(letter, x.above) for x in sums if x.above is not None for letter in _summed(x)]
        ends = {end for letter, end in runs if letter in self.points}
        self.points |= {letter for letter, end in runs if end in ends}

    def is_difference(self, x: Name) -> bool | None:
        """Is it a difference, or an entry of one? None where it may be an entry of what there are differences of."""
        below = _below(x)
        if len(below) != PAIR or _has_pair_before(below):
            return _has_pair_before(below)
        letter, typed_alike = letter_of(below[1]), _has_comma(x) == self._has_comma_between()
        if letter in self.places - self.points or (letter not in self.points and not typed_alike):
            return False
        return True if letter in self.points - self.places else None

    def _has_comma_between(self) -> bool:
        """Does a comma stand between the two letters of a difference?"""
        return _has_comma(self.left) and not isinstance(_below(self.left)[0], Product)


def _letters(below: Sequence[Node]) -> list[str | None]:
    """The letters below a name, where two stand side by side as well."""
    parts = (e.factors if isinstance(e, Product) else (e,) for e in below)
    return [letter_of(x.body if isinstance(x, Factor) else x) for part in parts for x in part]


def _is_entry_of_pair(below: Sequence[Node]) -> bool:
    """`x_{ij,s}`, `x_{ijs}`."""
    return _has_pair_before(below) and None not in _letters(below)


def _has_pair_before(below: Sequence[Node]) -> bool:
    """Two indices and one behind them, `x_{ij,1}` as well."""
    run = isinstance(below[0], Product) and len(below[0].factors) == PAIR if below else False
    return len(below) == PAIR + 1 - run


def _parted(s: t.Script) -> t.Script:
    """The two indices of a difference one by one, `x_{i,j,s}` for `x_{ij,s}`."""
    first = s.entries[0] if s.entries and not s.above else None
    if not isinstance(first, Product):
        return s
    return replace(s, entries=(*(f.body for f in first.factors), *s.entries[1:]))


def _has_comma(x: Name) -> bool:
    return any(s.commas for s in x.scripts if not s.above)


def _summed(x: t.BigSum) -> Iterator[str | None]:
    r"""The letters of a sum, `j` of `\sum_{j=1, j \neq i}^N`."""
    for c in x.below:
        yield letter_of(c.members[0] if isinstance(c, Chain) else c)


def _difference(c: Chain) -> Name | None:
    """The left side of `x_{ij} = x_i - x_j`, or of `x_{ij,s} = x_{i,s} - x_{j,s}`."""
    if len(c.members) != PAIR or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    if not isinstance(left, Name) or not isinstance(right, Terms):
        return None
    by_entries = _is_entry_of_pair(_below(left))
    signs = [term.sign for term in right.terms]
    bodies = [term.body for term in right.terms if isinstance(term.body, Name)]
    alike = len(bodies) == PAIR and all(stem_of(b) == stem_of(left) and len(b.scripts) == 1 for b in bodies)
    if not alike or len(left.scripts) != 1 or signs not in ([["", "-"], ["", "+"]] if by_entries else [["", "-"]]):
        return None
    pair, parts = _letters(_below(left)), [_letters(_below(b)) for b in bodies]
    if by_entries:
        *pair, last = pair
        parts = [part[:-1] for part in parts if part[-1:] == [last]]
    same = parts == [[x] for x in pair] and None not in pair and len(set(pair)) == PAIR
    return left if same else None


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
