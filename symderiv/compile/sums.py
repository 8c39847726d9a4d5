r"""Sums as contractions: which letters run how far, and what becomes of conditions between letters.

A sum whose letter has bounds in other letters (`\sum_{i : 1 \le m-i+1 \le A} \delta_i k_{m-i+1}`) is turned round to
run over the place in `k`, so that it becomes a window on `\delta` among zeros. One in which a multiple of the letter is
another (`\sum_{p : 2p = i} m_p`), or near it (`0 \le 2p - i \le 1`), is spread over an array of zeros. Where neither
works, the sum is taken over the whole range under a mask.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Constraint, Domain, bounds_with_ends, ge, le, simplify
from ..expr import Add, Apply, Bracket, Div, Expr, Mul, Sum, Var, Variable, num, substitute, walk
from .algebra import ONE, is_square, plus, times
from .arrays import Along, Array, Dim, Elementwise, Looked, Mask, Select, Whole, axes
from .contraction import contract
from .errors import CompileError
from .lookups import Granted, within
from .names import fresh
from .program import Allocate, Integer, Statement, Storage, Store
from .scope import Scope, mentions, worth_distributing


@dataclass
class Sums(ABC):
    """Lowers sums; what must be done before the array at hand collects in `before`."""

    storages: dict[str, Storage]
    of: Mapping[Variable, str]
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
    def looked(self, form: Affine, lower: Affine, upper: Affine, scope: Scope) -> Looked:
        """A position looked up in a range."""

    @abstractmethod
    def mask(self, where: Domain, scope: Scope) -> Array:
        """1 where the conditions hold."""

    def fresh(self, like: Sym) -> Sym:
        """A letter of its own."""
        self.counter += 1
        return Sym(f"{like.name.split('@')[0]}@{self.counter}")

    def extreme(self, forms: list[Affine], *, largest: bool) -> Affine:
        """The largest (or least) of some forms, as an integer computed before."""
        if len(forms) == 1:
            return forms[0]
        symbol = self.fresh(Sym("bound"))
        self.before.append(Integer(symbol, largest, tuple(forms)))
        return affine(symbol)

    def sum(self, e: Sum, scope: Scope) -> Array:
        """A sum: its letters, conditions and factors, then a contraction."""
        if isinstance(e.body, Add) and worth_distributing(e.body):
            return plus([self.sum(Sum(e.letter, e.lowers, e.uppers, t, e.where), scope) for t in e.body.terms])
        letters: list[Sym] = []
        domain = Domain(())
        factors: list[Expr] = []
        todo: list[Expr] = [e]
        while todo:
            x = todo.pop(0)
            if isinstance(x, Sum):
                letter = self.fresh(x.letter)
                values = {x.letter: affine(letter)}
                domain &= Domain.of(
                    *(ge(letter, a) for a in x.lowers),
                    *(le(letter, a) for a in x.uppers),
                    *(c.substitute(values) for c in x.where),
                )
                letters.append(letter)
                todo.insert(0, substitute(x.body, values))
            elif isinstance(x, Mul):
                todo[:0] = x.factors
            elif isinstance(x, Div):
                kept, others = _taken_apart(x, letters, {*scope.ranges, *letters})
                factors.append(kept)
                todo[:0] = others
            elif isinstance(x, Bracket):
                domain &= Domain(x.where)
            else:
                factors.append(x)
        return self.summed(letters, domain, factors, scope)

    def summed(self, letters: list[Sym], domain: Domain, factors: list[Expr], scope: Scope) -> Array:
        """A product of factors summed over letters within a domain."""
        left = simplify(domain, scope.known & within(domain, self.granted))
        apart = self._scattered(letters, left, factors, scope) or self._apart(letters, left, factors, scope)
        if apart is not None:
            return apart
        ranges: dict[Sym, tuple[Affine, Affine]] = {}
        for letter in letters:
            ranges[letter] = self._range(letter, left, letters, factors, scope.within(ranges))
        inner = scope.within(ranges)
        rest = simplify(left, inner.known)
        if not rest.is_true:
            turned = self._turned(letters, rest, factors, ranges, scope)
            if turned is not None:
                return turned
        arrays = [self.array(f, inner) for f in factors]
        return self.contraction(arrays, rest, letters, inner)

    def contraction(self, arrays: list[Array], rest: Domain, letters: list[Sym], inner: Scope) -> Array:
        """The contraction of arrays, under a mask where conditions are left."""
        if not rest.is_true:
            mask = self.mask(rest, inner)
            assert isinstance(mask, Mask)
            own = set(axes(mask))
            for n, a in enumerate(arrays):
                if own <= set(axes(a)):
                    arrays[n] = Select(mask, a)
                    break
            else:
                arrays.append(mask)
        numbers = [a for a in arrays if not axes(a)]
        others = [a for a in arrays if axes(a)]
        missing = [s for s in letters if not any(s in axes(a) for a in others)]
        numbers += [Whole(inner.count(s)) for s in missing]
        summed = tuple(s for s in letters if s not in missing)
        if not others:
            return times(numbers)
        kept = {s for a in others for s in axes(a)} - set(summed)
        if len(others) == 1 and not kept and is_square(others[0]):
            base = others[0]
            assert isinstance(base, Elementwise)
            others = [base.args[0], base.args[0]]
        lengths = {s: inner.count(s) for s in inner.ranges}
        if not summed:
            return times([*numbers, *others])
        free = [a for a in others if not set(axes(a)) & set(summed)]
        bound = [a for a in others if set(axes(a)) & set(summed)]
        return times([*numbers, *free, contract(tuple(bound), summed, lengths)])

    def _range(
        self, letter: Sym, domain: Domain, letters: list[Sym], factors: list[Expr], scope: Scope
    ) -> tuple[Affine, Affine]:
        """The range of a letter over all values of the other axes; without bounds, that of an array that it indexes."""
        found = bounds_with_ends(domain, letter, scope.known)
        others = [s for s in letters if s != letter and s not in scope.ranges]
        lowers = [f for f in found.lowers if not any(s in f.letters() for s in others)]
        uppers = [f for f in found.uppers if not any(s in f.letters() for s in others)]
        if not lowers or not uppers:
            for f in factors:
                for x in walk(f):
                    for n, form in enumerate(x.indices if isinstance(x, Var) else ()):
                        shift = form - affine(letter)
                        if isinstance(x, Var) and shift.is_constant:
                            first, last = self.storages[self.of[x.variable]].ranges[n]
                            return first - shift, last - shift
            raise CompileError(f"the sum over {letter.name.split('@')[0]} has no bounds of its own")
        least = list(dict.fromkeys(scope.extremes(f)[0] for f in lowers))
        most = list(dict.fromkeys(scope.extremes(f)[1] for f in uppers))
        least = [f for f in least if not any(g != f and scope.at_least(g, f) for g in least)] or least[:1]
        most = [f for f in most if not any(g != f and scope.at_least(f, g) for g in most)] or most[:1]
        low, high = self.extreme(least, largest=True), self.extreme(most, largest=False)
        if not scope.at_least(high, low - 1):  # an empty range must not count backwards
            high = self.extreme([high, low - 1], largest=True)
        return low, high

    def _scattered(self, letters: list[Sym], left: Domain, factors: list[Expr], scope: Scope) -> Array | None:
        """A sum over all letters whose lookup is the outer one (`v = c_m`): each term added at its place."""
        for c in left.constraints:
            outer = [s for s in scope.axes_of(c.form) if c.form.coefficient(s)]
            looked = [a for a in c.form.atoms() if isinstance(a, IntFn) and a.name in self.lookups]
            if c.rel != "==" or len(outer) != 1 or len(looked) != 1 or abs(c.form.coefficient(outer[0])) != 1:
                continue
            place = affine(outer[0]) - c.form * c.form.coefficient(outer[0])
            least, most = scope.ranges[outer[0]]
            own = [s for s in letters if s in place.letters()]
            within = Domain(tuple(d for d in left.constraints if not any(a in looked for a in d.form.atoms())))
            ranges = {s: self._range(s, within, letters, factors, scope) for s in own}
            inside = Scope({s: r for s, r in scope.ranges.items() if s != outer[0]}, scope.known).within(ranges)
            values = {outer[0]: place}
            others = [s for s in letters if s not in own]
            value = self.summed(others, within.substitute(values), [substitute(f, values) for f in factors], inside)
            picked = self.looked(place, least, most, inside)
            along = tuple(s for s, _, _ in picked.ranges)
            kept = tuple(s for s in axes(value) if s not in along)
            name = self._zeros(((least, most), *(inside.ranges[s] for s in kept)))
            dims: tuple[Dim, ...] = (picked, *(Along(s, affine(0), inside.count(s)) for s in kept))
            self.before.append(Store(name, dims, (*along, *kept), value, add=True))
            return self.read(name, tuple(map(affine, (outer[0], *kept))), scope)
        return None

    def _apart(self, letters: list[Sym], left: Domain, factors: list[Expr], scope: Scope) -> Array | None:
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
        low, high = self._range(letter, left, letters, factors, scope)
        least, most = scope.ranges[outer]
        first, last = place.substitute({letter: low}), place.substitute({letter: high})
        if not (scope.at_least(first, least) and scope.at_least(most + width, last)):
            return None
        inside = Scope({s: r for s, r in scope.ranges.items() if s != outer}, scope.known).within({letter: (low, high)})
        values = {outer: place}
        others = [s for s in letters if s != letter]
        value = self.summed(others, rest.substitute(values), [substitute(f, values) for f in factors], inside)
        kept = tuple(s for s in axes(value) if s != letter)
        name = self._zeros(((least, most + width), *(inside.ranges[s] for s in kept)))
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

    def _zeros(self, ranges: tuple[tuple[Affine, Affine], ...]) -> str:
        """A new array of zeros."""
        name = fresh("spread", self.storages)
        self.storages[name] = Storage(name, "", ranges)
        self.before.append(Allocate(name))
        return name

    def _turned(
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
        moved = tuple(affine(place) if m == position else i for m, i in enumerate(factor.indices))
        if size == 1 and self._ends_with(letter, ranges[letter], others):
            beside = [substitute(f, {letter: where}) for f in (*others, *free)]
            within = Domain.of(*(c for s, (lo, hi) in turned.items() for c in (ge(s, lo), le(s, hi)))) & left
            return self.summed(list(turned), within, [*beside, Var(factor.variable, moved)], scope)
        if not left.is_true:
            return None
        own = {s: r for s, r in ranges.items() if s == letter or any(mentions(f, s) for f in others)}
        value = times([self.array(f, scope.within(own)) for f in others]) if others else ONE
        kept = tuple(s for s in axes(value) if s != letter)
        box = {**{s: scope.ranges[s] for s in kept if s in scope.ranges}, **own}
        name = self._zeros(((least, most), *(box[s] for s in kept)))
        count = ranges[letter][1] - ranges[letter][0] + 1
        lengths = {s: hi - lo + 1 for s, (lo, hi) in box.items()}
        dims = (Along(letter, low - least, count, size), *(Along(s, affine(0), lengths[s]) for s in kept))
        self.before.append(Store(name, dims, (letter, *kept), value))
        spread = self.read(name, (where, *(affine(s) for s in kept)), new)
        arrays = [spread, self.array(Var(factor.variable, moved), new), *(self.array(f, new) for f in free)]
        return self.contraction(arrays, Domain(()), list(turned), new)

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


def _taken_apart(e: Div, letters: list[Sym], around: set[Sym]) -> tuple[Expr, list[Expr]]:
    """A quotient as a quotient of few letters and other factors, so that a sum can be taken of the product.

    The denominator stays below an exponential (they are computed together), or below a factor that has all of its
    letters; where the sum does not change it, it is a factor of its own, and stands outside of the sum.
    """
    factors: list[Expr] = list(e.numerator.factors) if isinstance(e.numerator, Mul) else [e.numerator]
    below = {s for s in around if mentions(e.denominator, s)}
    exponentials = [isinstance(f, Apply) and f.function == "exp" for f in factors]
    for n, f in enumerate(factors):
        within = below & set(letters) and all(mentions(f, s) for s in below) and not isinstance(f, (Sum, Div))
        if exponentials[n] or (within and not any(exponentials)):
            return Div(f, e.denominator), factors[:n] + factors[n + 1 :]
    return Div(num(1), e.denominator), [f for f in factors if f != num(1)]


def _minus(domain: Domain, c: Constraint) -> Domain:
    return Domain(tuple(d for d in domain.constraints if d != c))
