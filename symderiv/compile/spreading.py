r"""Sums whose letter has bounds in other letters, turned round.

`\sum_{i : 1 \le m-i+1 \le A} \delta_i k_{m-i+1}` runs over the place in `k` instead, so that it becomes a window on
`\delta` among zeros. One in which a multiple of the letter is another (`\sum_{p : 2p = i} m_p`), or near it
(`0 \le 2p - i \le 1`), is spread over an array of zeros.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..affine import Affine, Sym, affine
from ..domain import TRUE, Constraint, Context, Domain, ge, le, simplify
from ..expr import Expr, Var, Variable, substitute
from .algebra import ONE, times
from .arrays import Along, Array, axes
from .lookups import Granted
from .names import fresh
from .program import Allocate, Statement, Storage, Store
from .scope import Scope, mentions


@dataclass(frozen=True)
class _Stretch:
    """A letter that runs over every so many places of a position.

    `where` is the place as a form, between `least` and `most`; the letter begins at the place `low` and goes on for
    `count` places that are `size` apart.
    """

    letter: Sym
    where: Affine
    least: Affine
    most: Affine
    low: Affine
    count: Affine
    size: int


@dataclass
class Spreading(ABC):
    """Turns sums round; what must be done before the array at hand collects in `before`."""

    storages: dict[str, Storage]
    of: dict[Variable, str]
    lookups: Mapping[str, str]
    granted: Granted = field(default_factory=dict, kw_only=True)
    before: list[Statement] = field(default_factory=list, kw_only=True)
    counter: int = field(default=0, kw_only=True)

    @abstractmethod
    def array(self, e: Expr, scope: Scope) -> Array:
        """An expression as an array."""

    @abstractmethod
    def read(self, name: str, indices: tuple[Affine, ...], scope: Scope) -> Array:
        """Entries of a stored array."""

    @abstractmethod
    def summed(self, letters: list[Sym], domain: Domain, factors: list[Expr], scope: Scope) -> Array:
        """A product of factors summed over letters within a domain."""

    @abstractmethod
    def contraction(self, arrays: list[Array], rest: Domain, letters: list[Sym], inner: Scope) -> Array:
        """The contraction of arrays, under a mask where conditions are left."""

    @abstractmethod
    def reach(
        self, letter: Sym, domain: Domain, letters: list[Sym], factors: list[Expr], scope: Scope
    ) -> tuple[Affine, Affine]:
        """The range of a letter over all values of the other axes."""

    def fresh(self, like: Sym) -> Sym:
        """A letter of its own."""
        self.counter += 1
        return Sym(f"{like.name.split('@')[0]}@{self.counter}")

    def apart(self, letters: list[Sym], left: Domain, factors: list[Expr], scope: Scope) -> Array | None:
        """The sum as an array of zeros with every so many places filled, if a condition says `outer = k * letter + d`.

        Where it says `0 <= k * letter + d - outer <= width`, the last `width + 1` places of that array are summed.
        """
        for c in left.constraints:
            outer = scope.axes_of(c.form)
            own = [s for s in letters if s in c.form.letters()]
            if len(own) != 1 or len(outer) != 1 or c.rel not in ("==", ">="):
                continue
            sign = -c.form.coefficient(outer[0])
            place = affine(outer[0]) + c.form * sign  # what the outer letter is, or is at most
            if abs(sign) != 1 or place.coefficient(own[0]) < 1 + (c.rel == "==") or (sign < 0 and c.rel == ">="):
                continue
            rest, width = _minus(left, c), 0
            if c.rel == ">=":
                if any(mentions(f, outer[0]) for f in factors):
                    continue
                other = next((d for d in rest.constraints if d.rel == ">=" and (d.form + c.form).is_constant), None)
                if other is None:
                    continue
                rest, width = _minus(rest, other), (other.form + c.form).const
            found = self._spread(own[0], outer[0], place, width, letters, left, rest, factors, scope)
            if found is not None:
                return found
        return None

    def _spread(
        self,
        letter: Sym,
        outer: Sym,
        place: Affine,
        width: int,
        letters: list[Sym],
        left: Domain,
        rest: Domain,
        factors: list[Expr],
        scope: Scope,
    ) -> Array | None:
        low, high = self.reach(letter, left, letters, factors, scope)
        least, most = scope.ranges[outer]
        first, last = place.substitute({letter: low}), place.substitute({letter: high})
        if not (scope.at_least(first, least) and scope.at_least(most + width, last)):
            return None
        inside = Scope({s: r for s, r in scope.ranges.items() if s != outer}, scope.known).within({letter: (low, high)})
        values = {outer: place}
        others = [s for s in letters if s != letter]
        value = self.summed(others, rest.substitute(values), [substitute(f, values) for f in factors], inside)
        kept = tuple(s for s in axes(value) if s != letter)
        name = self.zeros(((least, most + width), *(inside.ranges[s] for s in kept)))
        dims = (
            Along(letter, first - least, high - low + 1, place.coefficient(letter)),
            *(Along(s, affine(0), inside.count(s)) for s in kept),
        )
        self.before.append(Store(name, dims, (letter, *kept), value))
        if not width:
            return self.read(name, tuple(map(affine, (outer, *kept))), scope)
        step = self.fresh(Sym("s"))
        within = scope.within({step: (affine(0), affine(width))})
        window = self.read(name, (affine(outer) + step, *map(affine, kept)), within)
        return self.contraction([window], Domain(()), [step], within)

    def zeros(self, ranges: tuple[tuple[Affine, Affine], ...]) -> str:
        """A new array of zeros."""
        name = fresh("spread", self.storages)
        self.storages[name] = Storage(name, "", ranges)
        self.before.append(Allocate(name))
        return name

    def turned(
        self,
        letters: list[Sym],
        rest: Domain,
        factors: list[Expr],
        ranges: dict[Sym, tuple[Affine, Affine]],
        scope: Scope,
    ) -> Array | None:
        """The sum run over a place in one factor instead; the other factors become a window among zeros."""
        for letter in letters:
            for factor in factors:
                if isinstance(factor, Var):
                    for n, form in enumerate(factor.indices):
                        if form.coefficient(letter) and len(scope.axes_of(form)) == 1:
                            found = self._turn(letter, factor, n, rest, factors, ranges, scope)
                            if found is not None:
                                return found
        return None

    def _turn(
        self,
        letter: Sym,
        factor: Var,
        position: int,
        rest: Domain,
        factors: list[Expr],
        ranges: dict[Sym, tuple[Affine, Affine]],
        scope: Scope,
    ) -> Array | None:
        form = factor.indices[position]
        step = form.coefficient(letter)
        lower, upper = self.storages[self.of[factor.variable]].ranges[position]
        inner = scope.within(ranges)
        said = inner.known & Domain.of(ge(form, lower), le(form, upper))
        others = [f for f in factors if f is not factor and mentions(f, letter)]
        free = [f for f in factors if f is not factor and not mentions(f, letter)]
        (outer,) = scope.axes_of(form)
        only = sum(letter in i.letters() for i in factor.indices) == 1
        about = Domain(tuple(c for c in rest.constraints if c.mentions(letter)))
        left = rest.without(letter)
        if not only or about.is_true or not simplify(about, said).is_true or any(mentions(f, outer) for f in others):
            return None
        place = self.fresh(Sym("a"))
        turned = {**{s: r for s, r in ranges.items() if s != letter}, place: (lower, upper)}
        new = scope.within(turned)
        # |step| * letter, as a form of the place and of the outer letter
        sign = 1 if step > 0 else -1
        where = (affine(place) - (form - affine(letter) * step)) * sign
        least, most = new.extremes(where)
        size = abs(step)
        low, high = ranges[letter][0] * size, ranges[letter][1] * size
        if not (scope.at_least(low, least) and scope.at_least(most, high)):
            return None
        moved = Var(factor.variable, tuple(affine(place) if m == position else i for m, i in enumerate(factor.indices)))
        within = Domain.of(*(c for s, (lo, hi) in turned.items() for c in (ge(s, lo), le(s, hi)))) & left
        if size == 1 and self._ends_with(letter, ranges[letter], others):
            beside = [substitute(f, {letter: where}) for f in (*others, *free)]
            return self.summed(list(turned), within, [*beside, moved], scope)
        count = ranges[letter][1] - ranges[letter][0] + 1
        stretch = _Stretch(letter, where, least, most, low, count, size)
        spread = self._whole_spread(stretch, others, ranges) or self._part_spread(stretch, others, ranges, scope)
        return self.summed(list(turned), within, [spread, moved, *free], scope)

    def _whole_spread(
        self, stretch: _Stretch, others: list[Expr], ranges: dict[Sym, tuple[Affine, Affine]]
    ) -> Var | None:
        """An entry of an array that is another with zeros in between along one position, if there is one factor."""
        letter = stretch.letter
        (f,) = others if len(others) == 1 else (None,)
        if not isinstance(f, Var) or sum(letter in i.letters() for i in f.indices) != 1:
            return None
        if affine(letter) not in f.indices:
            return None
        at = f.indices.index(affine(letter))
        storage = self.storages[self.of[f.variable]]
        if storage.ranges[at] != ranges[letter]:
            return None
        rest = {self.fresh(letter): r for n, r in enumerate(storage.ranges) if n != at}
        letters = iter(rest)
        entry = tuple(affine(letter if n == at else next(letters)) for n in range(len(f.indices)))
        value = self.read(storage.name, entry, Scope({letter: ranges[letter], **rest}, Context(TRUE)))
        return self._filled(value, stretch, rest, f.indices[:at] + f.indices[at + 1 :])

    def _part_spread(
        self, stretch: _Stretch, others: list[Expr], ranges: dict[Sym, tuple[Affine, Affine]], scope: Scope
    ) -> Var:
        """An entry of an array that is a product with zeros in between along a letter."""
        letter = stretch.letter
        own = {s: r for s, r in ranges.items() if s == letter or any(mentions(f, s) for f in others)}
        value = times([self.array(f, scope.within(own)) for f in others]) if others else ONE
        kept = tuple(s for s in axes(value) if s != letter)
        box = {s: own[s] if s in own else scope.ranges[s] for s in kept}
        return self._filled(value, stretch, box, tuple(map(affine, kept)))

    def _filled(
        self, value: Array, stretch: _Stretch, box: Mapping[Sym, tuple[Affine, Affine]], beside: tuple[Affine, ...]
    ) -> Var:
        """A new array of zeros with a value at every so many places of its first position."""
        name = self.zeros(((stretch.least, stretch.most), *box.values()))
        places = Along(stretch.letter, stretch.low - stretch.least, stretch.count, stretch.size)
        dims = (places, *(Along(s, affine(0), hi - lo + 1) for s, (lo, hi) in box.items()))
        self.before.append(Store(name, dims, (stretch.letter, *box), value))
        made = Variable(f"@{name}_{{{','.join('#' * (1 + len(box)))}}}")
        self.of[made] = name
        return made(stretch.where, *beside)

    def _ends_with(self, letter: Sym, limits: tuple[Affine, Affine], factors: list[Expr]) -> bool:
        """Does one of the factors, all plain entries, have its own ends at the limits? Then it is 0 beyond them."""
        if not all(isinstance(f, Var) for f in factors):
            return False
        for f in factors:
            assert isinstance(f, Var)
            for form, (lower, upper) in zip(f.indices, self.storages[self.of[f.variable]].ranges, strict=True):
                shift = form - affine(letter)
                if shift.is_constant and (lower, upper) == (limits[0] + shift, limits[1] + shift):
                    return True
        return False


def _minus(domain: Domain, c: Constraint) -> Domain:
    return Domain(tuple(d for d in domain.constraints if d != c))
