r"""From indexed expressions to arrays with named axes.

Inside a `Scope` every letter is either an axis, with a range in sizes, or one integer that is the same everywhere (a
size, the letter of a loop). A use `x_{i+a-1}` is a window along `i` and `a`, `x_i` a slice, `x_t` in a loop one place.
A sum of products is a contraction; one whose letter has bounds in other letters (`\sum_{i : 1 \le m-i+1 \le A} \delta_i
k_{m-i+1}`) is turned round to run over the place in `k`, so that it becomes a window on `\delta` among zeros, and where
that does not work it is summed over the whole range under a mask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Domain, bounds_with_ends, ge, le, simplify
from ..expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    substitute,
)
from .algebra import ONE, called, is_exp, is_square, plus, shifted, times
from .arrays import (
    Along,
    Array,
    At,
    Call,
    Contract,
    Counter,
    Dim,
    Elementwise,
    Largest,
    Looked,
    Mask,
    Number,
    Read,
    Select,
    Whole,
    Window,
    axes,
)
from .contraction import contract
from .errors import CompileError
from .program import Allocate, Integer, Statement, Storage, Store
from .scope import Scope, mentions, worth_distributing


@dataclass
class Lowering:
    """Lowers expressions; what must be done before the array at hand collects in `before`."""

    storages: dict[str, Storage]
    of: Mapping[Variable, str]
    slopes: Mapping[Variable, tuple[str, tuple[int, ...]]]
    lookups: Mapping[str, str] = field(default_factory=dict)
    before: list[Statement] = field(default_factory=list)
    counter: int = 0

    def fresh(self, like: Sym) -> Sym:
        """A letter of its own."""
        self.counter += 1
        return Sym(f"{like.name.split('@')[0]}@{self.counter}")

    def array(self, e: Expr, scope: Scope) -> Array:
        """The expression as an array whose axes are its letters that are axes of the scope."""
        if isinstance(e, Num):
            return Number(e.value)
        if isinstance(e, Var):
            return self.read(self.of[e.variable], e.indices, scope)
        if isinstance(e, Mul):
            return times([self.array(f, scope) for f in e.factors])
        if isinstance(e, Add):
            return plus([self.array(t, scope) for t in e.terms])
        if isinstance(e, Sum):
            return self.sum(e, scope)
        if isinstance(e, Apply):
            return called(Call(e.function, tuple(self.array(a, scope) for a in e.args), e.order))
        if isinstance(e, Div):
            return self.quotient(e, scope)
        if isinstance(e, Pow):
            return Elementwise("pow", (self.array(e.base, scope), self.array(e.exponent, scope)))
        if isinstance(e, Index):
            return self.integer(e.form, scope)
        if isinstance(e, Bracket):
            return self.mask(Domain(e.where), scope)
        if isinstance(e, Cases):
            return self.cases(e, scope)
        if isinstance(e, Labelled):
            return self.array(e.body, scope)
        return self.slope(e, scope)

    def slope(self, e: Partial, scope: Scope) -> Array:
        """A direct derivative of a generic objective: an array handed over."""
        if not e.direct or e.wrt.variable not in self.slopes or isinstance(e.of, Partial):
            raise CompileError(
                "a derivative is left in the expression that nothing computes",
                hint="compile the result of a derivation, or an objective that is written out",
            )
        name, positions = self.slopes[e.wrt.variable]
        return self.read(name, tuple(e.wrt.indices[n] for n in positions), scope)

    def quotient(self, e: Div, scope: Scope) -> Array:
        """A quotient; exponentials over a sum of exponentials are both taken relative to the largest."""
        above, below = self.array(e.numerator, scope), self.array(e.denominator, scope)
        if isinstance(below, Contract) and len(below.factors) == 1 and is_exp(below.factors[0]):
            tops = above.args if isinstance(above, Elementwise) and above.op == "mul" else (above,)
            if any(is_exp(t) for t in tops):
                (inner,) = below.factors
                assert isinstance(inner, Call)
                top = Largest(inner.args[0], below.letters)
                below = Contract((shifted(inner, top),), below.letters)
                done = False
                shifts: list[Array] = []
                for t in tops:
                    shifts.append(shifted(t, top) if is_exp(t) and not done else t)
                    done = done or is_exp(t)
                above = times(shifts)
        return Elementwise("div", (above, below))

    def integer(self, form: Affine, scope: Scope) -> Array:
        """An index or a size as a value."""
        terms: list[Array] = []
        rest = form
        for s in scope.axes_of(form):
            c = form.coefficient(s)
            if not c:
                raise CompileError(f"the value {form!r} depends on an index inside a size")
            lower, _ = scope.ranges[s]
            rest = rest - affine(s) * c
            terms.append(times([Number(Fraction(c)), Counter(s, lower, scope.count(s))]))
        if rest != affine(0) or not terms:
            terms.append(Whole(rest))
        return plus(terms)

    def read(self, name: str, indices: tuple[Affine, ...], scope: Scope) -> Array:
        """Entries of a stored array."""
        ranges = self.storages[name].ranges
        seen: set[Sym] = set()
        twice = False
        for form in indices:
            own = set(scope.axes_of(form))
            twice = twice or bool(own & seen)
            seen |= own
        looked = twice or any(isinstance(a, IntFn) and a.name in self.lookups for i in indices for a in i.atoms())
        dims: list[Dim] = []
        pads: list[tuple[Affine, Affine]] = []
        for form, (lower, upper) in zip(indices, ranges, strict=True):
            least, most = scope.extremes(form)
            before = self._excess(lower - least, scope) if not looked else affine(0)
            after = self._excess(most - upper, scope) if not looked else affine(0)
            pads.append((before, after))
            dims.append(self._dim(form, lower - before, scope, looked=looked))
        padded = any(p != (affine(0), affine(0)) for p in pads)
        return Read(name, tuple(dims), tuple(pads) if padded else ())

    def _excess(self, amount: Affine, scope: Scope) -> Affine:
        """`max(0, amount)`, as an integer of its own where its sign is not known."""
        if scope.at_least(affine(0), amount):
            return affine(0)
        return amount if scope.at_least(amount, affine(0)) else self.extreme([affine(0), amount], largest=True)

    def extreme(self, forms: list[Affine], *, largest: bool) -> Affine:
        """The largest (or least) of some forms, as an integer computed before."""
        if len(forms) == 1:
            return forms[0]
        symbol = self.fresh(Sym("bound"))
        self.before.append(Integer(symbol, largest, tuple(forms)))
        return affine(symbol)

    @staticmethod
    def _dim(form: Affine, lower: Affine, scope: Scope, *, looked: bool) -> Dim:
        letters = scope.axes_of(form)
        if looked:
            return Looked(form, lower, tuple((s, scope.ranges[s][0], scope.count(s)) for s in letters))
        start = form - lower
        for s in letters:
            start = start + (scope.ranges[s][0] - affine(s)) * form.coefficient(s)
        if not letters:
            return At(start)
        if len(letters) == 1 and form.coefficient(letters[0]) > 0:
            return Along(letters[0], start, scope.count(letters[0]), form.coefficient(letters[0]))
        return Window(tuple((s, scope.count(s), form.coefficient(s)) for s in letters), start)

    def mask(self, where: Domain, scope: Scope) -> Array:
        """1 where the conditions hold."""
        found = frozenset(s for c in where.constraints for s in scope.axes_of(c.form))
        ranges = tuple((s, scope.ranges[s][0], scope.count(s)) for s in scope.ranges if s in found)
        return Mask(where.constraints, ranges)

    def cases(self, e: Cases, scope: Scope) -> Array:
        """Rows under masks; the last, unconditional one where no other holds."""
        terms: list[Array] = []
        taken: list[Array] = []
        for row, where in e.rows:
            body = self.array(row, scope)
            if where:
                mask = self.mask(Domain(where), scope)
                assert isinstance(mask, Mask)
                terms.append(Select(mask, body))
                taken.append(mask)
            else:
                terms.append(times([plus([ONE, times([Number(Fraction(-1)), plus(taken)])]), body]))
        return plus(terms)

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
            elif isinstance(x, Bracket):
                domain &= Domain(x.where)
            else:
                factors.append(x)
        return self.summed(letters, domain, factors, scope)

    def summed(self, letters: list[Sym], domain: Domain, factors: list[Expr], scope: Scope) -> Array:
        """A product of factors summed over letters within a domain."""
        left = simplify(domain, scope.known)
        ranges: dict[Sym, tuple[Affine, Affine]] = {}
        for letter in letters:
            ranges[letter] = self._range(letter, left, letters, scope.within(ranges))
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

    def _range(self, letter: Sym, domain: Domain, letters: list[Sym], scope: Scope) -> tuple[Affine, Affine]:
        """The range of a letter over all values of the other axes."""
        found = bounds_with_ends(domain, letter, scope.known)
        others = [s for s in letters if s != letter and s not in scope.ranges]
        lowers = [f for f in found.lowers if not any(s in f.letters() for s in others)]
        uppers = [f for f in found.uppers if not any(s in f.letters() for s in others)]
        if not lowers or not uppers:
            raise CompileError(f"the sum over {letter.name.split('@')[0]} has no bounds of its own")
        least = list(dict.fromkeys(scope.extremes(f)[0] for f in lowers))
        most = list(dict.fromkeys(scope.extremes(f)[1] for f in uppers))
        least = [f for f in least if not any(g != f and scope.at_least(g, f) for g in least)] or least[:1]
        most = [f for f in most if not any(g != f and scope.at_least(f, g) for g in most)] or most[:1]
        low, high = self.extreme(least, largest=True), self.extreme(most, largest=False)
        if not scope.at_least(high, low - 1):  # an empty range must not count backwards
            high = self.extreme([high, low - 1], largest=True)
        return low, high

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
        name = f"spread_{self.counter}"
        box = {**{s: scope.ranges[s] for s in kept if s in scope.ranges}, **own}
        self.storages[name] = Storage(name, "", ((least, most), *(box[s] for s in kept)))
        count = ranges[letter][1] - ranges[letter][0] + 1
        lengths = {s: hi - lo + 1 for s, (lo, hi) in box.items()}
        dims = (Along(letter, low - least, count, size), *(Along(s, affine(0), lengths[s]) for s in kept))
        self.before += [Allocate(name), Store(name, dims, (letter, *kept), value)]
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
