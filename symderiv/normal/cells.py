r"""Functions with a kink or a jump, cell by cell: `\max(-1, \min(1, u))` is -1, u or 1.

Each of them is one of two plain things, by the sign of a value: `|u|` is u or -u, `\max(a, b)` is a where a - b is
positive. A sum of terms vanishes if it does for every choice of signs that is possible. Choices are followed from the
innermost function outwards; those that contradict one another are left out (`halfspaces`). Values are in general
position: that they are exactly 0 is no cell. Where something makes them 0 (a condition, a relation between data) no
cells are formed. What is 0 in a whole cell, the hinge in `\sign(\max(u, 0))`, has the sign 0 there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice
from typing import TypeAlias

from ..affine import Affine, Sym, affine, unshared
from ..domain import TRUE, Constraint, eq
from ..expr import Variable, variables
from ..functions import EXTREMA, is_analytic
from ..halfspaces import negative, possible
from .factors import UNIT, Base, Call, Entry, Factor, Normal, Rate, Term, Terms, is_placeholder
from .flatten import Flattener
from .graph import entries
from .limits import Unprovable
from .poly import number
from .rewrite import rewrite
from .shape import slots
from .terms import collect, opened, renamed, restrict_all, scale

MOST_CELLS = 40
JUMPS = frozenset(["step", "sign"])

Form: TypeAlias = dict[Hashable, Fraction]


class Cells:
    """The cells of sums of terms in one system."""

    def __init__(self, flattener: Flattener) -> None:
        self.flattener = flattener
        system = flattener.system
        related = (e for a in system.assumptions for e in (a.left, a.right))
        self.bound_to: frozenset[Variable] = frozenset(
            [*(v for e in related for v in variables(e)), *(v.variable for v in system.values)]
        )

    def vanish(self, terms: Terms, is_zero: Callable[[Terms], bool]) -> bool:
        """Is there a kink or a jump, and does the sum vanish in every cell? So it does where its summand does."""
        if next(self._open(terms), None) is None:
            terms = at_each_point(terms)
            if next(self._open(terms), None) is None:
                return False
        try:
            cells = list(islice(self._cells(terms, tuple(self._positive(terms))), MOST_CELLS + 1))
            return len(cells) <= MOST_CELLS and all(map(is_zero, cells)) and self._vanish_at_jumps(terms, is_zero)
        except Unprovable:
            return False

    def _vanish_at_jumps(self, terms: Terms, is_zero: Callable[[Terms], bool]) -> bool:
        """Does the sum vanish where a jump is hit for every data, the `[x_i > x_j]` at i = j?"""
        for f in dict.fromkeys(self._open(terms)):
            for meeting in _meetings(_lead(f)) if f.function in JUMPS else ():
                there = self.flattener.known.prune_all(restrict_all(terms, meeting))
                if there and not is_zero(there) and not self.vanish(there, is_zero):
                    return False
        return True

    def _positive(self, terms: Terms) -> Iterator[Form]:
        """What is known to be positive, as forms."""
        for e in entries(terms):
            if e.head in self.flattener.facts.positive:
                yield {(((e, 1),), (), TRUE, ()): Fraction(1)}

    def _cells(self, terms: Terms, chosen: tuple[Form, ...]) -> Iterator[Terms]:
        """The terms in each cell, without what has a kink."""
        f = next(self._open(terms), None)
        if f is None:
            yield terms
            return
        lead = _lead(f)
        if not lead and f.function != "step":
            value = [] if f.function == "sign" else self._value(f, True)
            yield from self._cells(self._put(f, value, terms), chosen)
            return
        form = self._form(f, lead)
        for yes in (True, False):
            signed = form if yes else negative(form)
            if possible((*chosen, signed)):
                yield from self._cells(self._put(f, self._value(f, yes), terms), (*chosen, signed))

    def _put(self, f: Call, value: Terms, terms: Terms) -> Terms:
        """The terms with what a function is in their cell."""
        return collect(rewrite(self.flattener, terms, lambda g: value if g == f else None))

    def _open(self, terms: Terms) -> Iterator[Call]:
        """The functions with a kink whose arguments have none and are the same in the whole sum."""
        for t in terms:
            for f, _ in t.powers:
                yield from self._open_in(f)

    def _open_in(self, f: Factor) -> Iterator[Call]:
        inner: tuple[Normal, ...] = f.args if isinstance(f, Call) else (f.inner,) if isinstance(f, Base) else ()
        found = [c for n in inner for c in self._open(list(n.terms))]
        yield from found
        if isinstance(f, Call) and not found and not any(f.order) and self._has_kink(f):
            yield from [] if any(is_placeholder(s) for n in f.args for s in n.free) else [f]

    def _has_kink(self, f: Call) -> bool:
        known = not is_analytic(f.function) and (f.function not in EXTREMA or len(f.args) > 1)
        return known and f.function not in self.flattener.facts.declared

    def _form(self, f: Call, lead: Terms) -> Form:
        """The value whose sign matters, as a linear form of its terms. Raises `Unprovable` if it may be exactly 0."""
        found: Form = {}
        if f.function == "sign" and any(t.bound for t in lead) and not _has_own_term(lead):
            raise Unprovable("the sign of a sum")  # it may be one of nothing, and 0
        for t in lead:
            self._check(t)
            for mono, coefficient in t.weight.terms:
                plain = not t.powers and not t.bound and not mono and not t.domain.constraints
                key = None if plain else (t.powers, t.bound, t.domain, mono)
                found[key] = found.get(key, Fraction(0)) + coefficient
        if not any(found.values()):
            raise Unprovable("a kink in its very place")
        if any(map(self._counts, lead)) and all(not t.powers or self._counts(t) for t in lead):
            raise Unprovable("a kink at the value of an index")  # `m - 3` is 0 for one m
        return found

    def _counts(self, t: Term) -> bool:
        """Is a term weighed with what may be 0: the value of an index, the `N - 3` of sizes?"""
        letters = t.weight.letters()
        return bool(letters - self.flattener.system.sizes) or (bool(letters) and len(t.weight.terms) > 1)

    def _check(self, t: Term) -> None:
        inside = frozenset(t.bound)
        about = [c.letters() for c in t.domain.constraints]
        if any(not letters & inside or letters - inside - self.flattener.system.sizes for letters in about):
            raise Unprovable("a kink where a condition may make its argument 0")
        if any(v in self.bound_to for g, _ in t.powers for v in _heads(g)):
            raise Unprovable("a kink at data of which something is known")

    def _value(self, f: Call, yes: bool) -> Terms:
        """What a function is on one side of its kink."""
        if f.function in EXTREMA:
            first, second, *rest = f.args
            kept = opened(first if yes else second)
            return self.flattener.apply(f.function, f.order[1:], [kept, *map(opened, rest)]) if rest else kept
        if f.function == "step":
            return [UNIT] if yes else []
        if f.function == "sign":
            return [UNIT] if yes else [Term(number(-1))]
        if f.function == "relu":
            return opened(f.args[0]) if yes else []
        return scale(opened(f.args[0]), number(1 if yes else -1))


def at_each_point(terms: Terms) -> Terms:
    r"""The summands of the sums that all terms are, at one point for all of them: what is 0 at each has the sum 0.

    The point is told by an entry that all have: the `u_m` of `\sum_m u_m \max(0, x - m)`. Nothing if there is none.
    """
    pivots = [[f for f, e in t.powers if isinstance(f, Entry) and e == 1 and _tells_point(f, t)] for t in terms]
    for head, count in [(f.head, len(f.indices)) for f in pivots[0]] if terms else []:
        mine = [[f for f in found if f.head == head] for found in pivots]
        if all(len(found) == 1 for found in mine):
            letters = [affine(unshared(f"point{n}")) for n in range(count)]
            return [_summand(t, f, letters) for t, (f,) in zip(terms, mine, strict=True)]
    return []


def _tells_point(f: Entry, t: Term) -> bool:
    """Are the letters of a sum indices of an entry, one of each?"""
    plain = [i.letter for i in f.indices]
    return bool(t.bound) and all(plain.count(b) == 1 for b in t.bound)


def _summand(t: Term, f: Entry, letters: Sequence[Affine]) -> Term:
    names = {i.letter: x for i, x in zip(f.indices, letters, strict=True) if i.letter in t.bound}
    return renamed(t, {s: x for s, x in names.items() if isinstance(s, Sym)}, ())


def _meetings(lead: Terms) -> Iterator[list[Constraint]]:
    """Where a value is 0 because of its letters: `x_i - x_j` at i = j."""
    for a, b in combinations(lead, 2):
        entries = [(f, g) for (f, _), (g, _) in zip(a.powers, b.powers, strict=False)]
        if not entries or len(a.powers) != len(b.powers) or (a.weight + b.weight).terms:
            continue
        if all(isinstance(f, Entry) and isinstance(g, Entry) and f.head == g.head for f, g in entries):
            pairs = [(x, y) for f, g in entries for x, y in zip(slots(f), slots(g), strict=True) if x != y]
            found = [eq(x, y) for x, y in pairs]
            if not collect(restrict_all(lead, found)):
                yield found


def _lead(f: Call) -> Terms:
    """The value whose sign settles which side of its kink a function is on."""
    if f.function not in EXTREMA:
        return collect(opened(f.args[0]))
    _, sign = EXTREMA[f.function]
    first, second = (opened(n) for n in f.args[:2])
    return collect([*scale(first, number(sign)), *scale(second, number(-sign))])


def _has_own_term(terms: Terms) -> bool:
    r"""Is there a term beside the sums, always, with a name that they do not have: the b of `\sum_j w_j x_j + b`?"""
    inside = {v for t in terms if t.bound for f, _ in t.powers for v in _heads(f)}
    alone = [t for t in terms if not t.bound and not t.domain.constraints and not any(m for m, _ in t.weight.terms)]
    return any(isinstance(f, Entry) and inside.isdisjoint(_heads(f)) for t in alone for f, _ in t.powers)


def _heads(f: Factor) -> Iterator[Variable]:
    """The variables that stand in a factor."""
    if isinstance(f, Entry):
        yield from (f.head.of, f.head.wrt) if isinstance(f.head, Rate) else (f.head,)
        return
    for n in f.args if isinstance(f, Call) else (f.inner,):
        yield from (v for t in n.terms for g, _ in t.powers for v in _heads(g))
