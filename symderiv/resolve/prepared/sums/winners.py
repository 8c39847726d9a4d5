r"""Where the largest entry stands: `j_i^* = \arg\max_j z_{ij}`, then `x_{j_i^*}`, `[j = j_i^*]`, `1` if `j = j_i^*`.

A condition that an entry is the largest is a factor, 1 or 0; a value at that place is the sum over all places of the
value times that factor. A name for the place that stands where it is neither (a bound, a value) is left as it is, and
with it what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Factor, Formula, Name, Node, Statement, Term
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located, read_of
from ...spelled.scripts import entries_of
from ...spelled.shape import letter_of
from ..extremum import Extremum, Fresh, extremum, held, one_by_one, put

EQUAL, APART = frozenset({"=", "=="}), r"\ne"


@dataclass(frozen=True, slots=True)
class _Named:
    """A name for a largest entry or for its place, with letters that stand for any index."""

    name: Name
    what: Extremum

    def at(self, x: object) -> Extremum | None:
        """What such a name with other letters stands for."""
        if not isinstance(x, Name) or replace(x, scripts=()) != replace(self.name, scripts=()):
            return None
        if [(s.above, s.bracket, len(s.entries)) for s in x.scripts] != [
            (s.above, s.bracket, len(s.entries)) for s in self.name.scripts
        ]:
            return None
        values: dict[Name, Node] = {}
        for p, e in zip(entries_of(self.name), entries_of(x), strict=True):
            if not isinstance(p, Name) or letter_of(p) is None:
                if p != e:
                    return None
            elif values.setdefault(p, e) != e:
                return None
        return self.what.put(values)


def with_winners_told(located: Sequence[Located], fresh: Fresh) -> list[Located]:
    """The formulas, conditions that an entry is the largest as factors, values at its place as sums."""
    tops = [n for _, _, n in _named(located, ("max", "min"))]
    defined = list(_named(located, ("argmax", "argmin")))
    # several lines may each say it once more
    stems = [(replace(n.name, scripts=()), n) for _, _, n in defined]
    places = {(f, k): n for f, k, n in defined if all(n == x for y, x in stems if y == replace(n.name, scripts=()))}
    places = {key: n for key, n in places.items() if not any(_is_value(n, f) for f in read_of(located))}
    while True:
        reader = _Reader(tuple(tops), tuple(places.values()), fresh)
        found = [(d, _changed(number, f, places, reader)) for number, (d, f) in enumerate(located)]
        left = {key for key, n in places.items() if any(_stands(n, f) for f in read_of(found))}
        left |= {key for key, n in places.items() if sum(_standing(n, f) for f in read_of(located)) < 2}  # never used
        if not left:
            return found
        places = {key: n for key, n in places.items() if key not in left}


def _named(located: Sequence[Located], functions: tuple[str, ...]) -> Iterator[tuple[int, int, _Named]]:
    for number, (_, f) in enumerate(located):
        for k, s in enumerate(f.statements if isinstance(f, Formula) else ()):
            if len(s.chain.members) != 2 or s.chain.relations[0] not in EQUALITIES:
                continue
            left, right = s.chain.members
            what = _top(right)
            if what is None or not isinstance(left, Name) or not isinstance(right, t.Call):
                continue
            letters = [e for e in entries_of(left) if isinstance(e, Name)]
            if right.function in functions and left != what.letter and len(set(letters)) == len(letters):
                yield number, k, _Named(left, what)


def _top(x: Node) -> Extremum | None:
    r"""What the largest over one letter says, or over several: then it is the largest over one of the largest."""
    return extremum(x) or extremum(one_by_one(x))


def _inside(what: Extremum) -> Extremum | None:
    """The largest over the next letter, of which something is the largest; its range is the same for all of these."""
    inner = extremum(what.body)
    alike = inner is not None and inner.sign == what.sign
    return inner if alike and inner is not None and not any(what.letter in t.walk(b) for b in inner.below) else None


def _changed(number: int, f: Any, places: Mapping[tuple[int, int], _Named], reader: _Reader) -> Any:
    if not isinstance(f, Formula):
        return f
    kept = [s for k, s in enumerate(f.statements) if (number, k) not in places]
    found = tuple(map(reader.statement, kept))
    return f if found == f.statements else replace(f, statements=found)


def _stands(n: _Named, f: Formula) -> bool:
    """Does a name still stand in an equation or a condition of a formula?"""
    return _standing(n, f) > 0


def _standing(n: _Named, f: Formula) -> int:
    """In how many statements of a formula it does: one may use what the next one says."""
    chains = ([c for c in (s.chain, *s.conditions) if c.relations] for s in f.statements)
    return sum(any(n.at(x) is not None for c in found for x in t.of_kind(c, Name)) for found in chains)


def _is_value(n: _Named, f: Formula) -> bool:
    """Is a place computed with (`\\sum_i j_i^*`), rather than an index or what one is compared with?"""
    members = (m for s in f.statements for m in s.chain.members if not isinstance(m, Name))
    return any(_computes(n, m) for m in members)


def _computes(n: _Named, x: object) -> bool:
    if isinstance(x, (t.Script, t.Indicator, Chain)):
        return False
    if isinstance(x, Name):
        return n.at(x) is not None
    if isinstance(x, tuple):
        return any(_computes(n, y) for y in x)
    return is_dataclass(x) and any(_computes(n, getattr(x, f.name)) for f in fields(x))


@dataclass(frozen=True, slots=True)
class _Reader:
    """The names for largest entries (`tops`) and for their `places`."""

    tops: tuple[_Named, ...]
    places: tuple[_Named, ...]
    fresh: Fresh

    def statement(self, s: Statement) -> Statement:
        factors = [(c, self.holds(c)) for c in s.conditions]
        told = [f for _, f in factors if f is not None]
        members = tuple(self.value(m) for m in s.chain.members)
        if told and s.chain.relations:
            members = tuple(replace(_times(told, m), span=m.span) for m in members)
        if not told and members == s.chain.members:
            return s
        rest = tuple(c for c, f in factors if f is None) if s.chain.relations else s.conditions
        return replace_statement(s, chain=replace(s.chain, members=members), conditions=rest)

    # ------------------------------------------------------------------------------------------------------ conditions

    def holds(self, condition: object) -> Node | None:
        """What is 1 where a condition holds, else 0, if it says that an entry is the largest, or that it is not."""
        if not isinstance(condition, Chain) or len(condition.members) != 2:
            return None
        (relation,) = condition.relations
        if relation not in EQUAL and relation != APART:
            return None
        one, two = condition.members
        won = self.won(one, two) or self.won(two, one)
        return won if won is None or relation in EQUAL else _not(won)

    def won(self, place: Node, other: Node) -> Node | None:
        if isinstance(other, t.Call) and (what := _top(other)) is not None:
            if other.function.startswith("arg"):
                return what.wins(place, self.fresh(what.letter))
            return self.of_entry(what, place)
        what = self.place(other)
        if what is not None:
            return what.wins(place, self.fresh(what.letter))
        what = next((w for n in self.tops if (w := n.at(other)) is not None), None)
        return None if what is None else self.of_entry(what, place)

    def of_entry(self, what: Extremum, value: Node) -> Node | None:
        r"""What `z_{ij} = \max_{j'} z_{ij'}` says of j."""
        letters = {n for x in t.of_kind(value, t.Script) for e in x.entries for n in t.of_kind(e, Name)}
        if (inner := _inside(what)) is not None:
            return self.of_entry_of_several(what, inner, value, letters)
        found = [e for e in letters if what.at(e) == value]
        return what.wins(found[0], self.fresh(what.letter)) if len(found) == 1 else None

    def of_entry_of_several(self, what: Extremum, inner: Extremum, value: Node, letters: set[Name]) -> Node | None:
        """What the largest of all says of a value: it is the largest of its row, and its row has the largest."""
        outer = {e: replace(what, body=inner.body).at(e) for e in letters}
        found = [e for e, body in outer.items() if self.of_entry(replace(inner, body=body), value) is not None]
        won = self.of_entry(replace(inner, body=outer[found[0]]), value) if len(found) == 1 else None
        return None if won is None else _times([what.wins(found[0], self.fresh(what.letter)), won], None)

    def place(self, x: object) -> Extremum | None:
        return next((w for n in self.places if (w := n.at(x)) is not None), None)

    # ---------------------------------------------------------------------------------------------------------- values

    def value(self, x: Node) -> Node:
        found: Node = rebuilt(x, self.factor)
        found = self.summed(found) if self.places else found
        return found if found is x else replace(found, span=x.span)

    def factor(self, x: Any) -> Node | None:
        """What stands for an indicator, a Kronecker delta, or cases of an entry that is the largest."""
        if isinstance(x, t.Indicator):
            told = [(c, self.holds(c)) for c in x.conditions]
            if all(f is None for _, f in told):
                return None
            rest = tuple(c for c, f in told if f is None)
            return _times([f for _, f in told if f is not None], replace(x, conditions=rest) if rest else None)
        if isinstance(x, Name) and x.base == r"\delta" and len(x.scripts) == 1 and len(x.scripts[0].entries) == 2:
            return self.holds(Chain(x.scripts[0].entries, ("=",)))
        return self.cases(x) if isinstance(x, t.Cases) and len(x.rows) == 2 else None

    def cases(self, x: t.Cases) -> Node | None:
        """Two cases as a sum: the first where its conditions hold, the second elsewhere."""
        one, two = x.rows
        told = [(c, self.holds(c)) for c in one.conditions]
        factors = [f for _, f in told if f is not None]
        rest = tuple(c for c, f in told if f is None)
        if not factors or one.in_words or two.in_words:
            return None
        first = _times([*factors, *([t.Indicator(rest)] if rest else [])], None)
        if two.conditions and (rest or len(two.conditions) > 1 or not self.opposite(one.conditions, two.conditions)):
            return None
        values = [rebuilt(row.value, self.factor) for row in x.rows]
        products = [_times([f], v) for f, v in zip((first, _not(first)), values, strict=True) if v != t.Number("0")]
        terms = tuple(Term("+" if n else "", p) for n, p in enumerate(products))
        return held(t.Terms(terms)) if len(terms) > 1 else terms[0].body if terms else t.Number("0")

    def opposite(self, one: tuple[Node, ...], two: tuple[Node, ...]) -> bool:
        first, second = one[0], two[0]
        if len(one) != 1 or not isinstance(first, Chain) or not isinstance(second, Chain):
            return False
        relations = {first.relations[0], second.relations[0]}
        return first.members == second.members and APART in relations and bool(relations & EQUAL)

    def summed(self, x: Node) -> Node:
        """A value with names for places as a sum over all places; around the whole term in which they stand."""
        found = dict.fromkeys(y for y in t.of_kind(x, Name) if self.place(y) is not None)
        if not found:
            return x
        if isinstance(x, t.Terms):
            return replace(x, terms=tuple(replace(term, body=self.summed(term.body)) for term in x.terms))
        if isinstance(x, t.BigSum):
            return replace(x, body=self.summed(x.body))
        if isinstance(x, t.Group) and len(x.items) == 1:
            return replace(x, items=(self.summed(x.items[0]),))
        inner = {n for y in t.of_kind(x, t.BigSum) for b in y.below for n in t.of_kind(b, Name)}
        for name in found:
            what = self.place(name)
            if what is not None and inner.isdisjoint(t.of_kind(name, Name)):
                letter = self.fresh(what.letter)
                x = what.over(letter).total(put(x, {name: letter}), self.fresh(letter))
        within = t.of_kind(x, t.BigSum)
        return rebuilt(x, lambda y: self.summed(y) if y in within and y is not x else None) if inner else x


def _not(x: Node) -> Node:
    return held(t.Terms((Term("", t.Number("1")), Term("-", x))))


def _times(factors: Sequence[Node], value: Node | None) -> Node:
    """A product; a value of 1 is left out."""
    kept = [*factors, *([held(value)] if value is not None and value != t.Number("1") else [])]
    return kept[0] if len(kept) == 1 else t.Product(tuple(Factor("", x) for x in kept))


__all__ = ["with_winners_told"]
