r"""Sums as contractions: which letters run how far, and what becomes of conditions between letters.

A sum whose bounds depend on other letters is turned round (`spreading`); where that does not work, it is taken over the
whole range under a mask.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Domain, bounds_with_ends, ge, le, simplify, solve
from ..expr import Apply, Bracket, Div, Expr, Mul, Sum, Var, num, substitute, walk
from .algebra import is_square, plus, times
from .arrays import Along, Array, Dim, Elementwise, Looked, Mask, Select, Whole, axes
from .contraction import contract
from .errors import CompileError
from .lookups import within
from .program import Integer, Store
from .scope import Scope, mentions, terms_apart
from .spreading import Spreading


@dataclass
class Sums(Spreading):
    """Lowers sums."""

    @abstractmethod
    def looked(self, form: Affine, lower: Affine, upper: Affine, scope: Scope) -> Looked:
        """A position looked up in a range."""

    @abstractmethod
    def mask(self, where: Domain, scope: Scope) -> Array:
        """1 where the conditions hold."""

    def extreme(self, forms: list[Affine], *, largest: bool) -> Affine:
        """The largest (or least) of some forms, as an integer computed before."""
        if len(forms) == 1:
            return forms[0]
        symbol = self.fresh(Sym("bound"))
        self.before.append(Integer(symbol, largest, tuple(forms)))
        return affine(symbol)

    def sum(self, e: Sum, scope: Scope) -> Array:
        """A sum: its letters, conditions and factors, then a contraction."""
        terms = terms_apart(e.body)
        if len(terms) > 1:
            return plus([self.sum(Sum(e.letter, e.lowers, e.uppers, t, e.where), scope) for t in terms])
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
        for letter in letters:
            given = solve(left, letter)
            if given is not None and not any(isinstance(a, IntFn) for a in given[0].atoms()):
                values = {letter: given[0]}
                others = [s for s in letters if s != letter]
                return self.summed(others, given[1], [substitute(f, values) for f in factors], scope)
        apart = self._scattered(letters, left, factors, scope) or self.apart(letters, left, factors, scope)
        if apart is not None:
            return apart
        ranges: dict[Sym, tuple[Affine, Affine]] = {}
        for letter in letters:
            ranges[letter] = self.reach(letter, left, letters, factors, scope.within(ranges))
        inner = scope.within(ranges)
        rest = simplify(left, inner.known)
        if not rest.is_true:
            turned = self.turned(letters, rest, factors, ranges, scope)
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

    def reach(
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
            ranges = {s: self.reach(s, within, letters, factors, scope) for s in own}
            inside = Scope({s: r for s, r in scope.ranges.items() if s != outer[0]}, scope.known).within(ranges)
            values = {outer[0]: place}
            others = [s for s in letters if s not in own]
            value = self.summed(others, within.substitute(values), [substitute(f, values) for f in factors], inside)
            picked = self.looked(place, least, most, inside)
            along = tuple(s for s, _, _ in picked.ranges)
            kept = tuple(s for s in axes(value) if s not in along)
            name = self.zeros(((least, most), *(inside.ranges[s] for s in kept)))
            dims: tuple[Dim, ...] = (picked, *(Along(s, affine(0), inside.count(s)) for s in kept))
            self.before.append(Store(name, dims, (*along, *kept), value, add=True))
            return self.read(name, tuple(map(affine, (outer[0], *kept))), scope)
        return None


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
