r"""From indexed expressions to arrays with named axes.

Inside a `Scope` every letter is either an axis, with a range in sizes, or one integer that is the same everywhere (a
size, the letter of a loop). A use `x_{i+a-1}` is a window along `i` and `a`, `x_i` a slice, `x_t` in a loop one place.
Sums are lowered in `sums`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Domain, simplify
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
)
from .algebra import ONE, plus, times
from .arrays import (
    Along,
    Array,
    At,
    Call,
    Counter,
    Dim,
    Elementwise,
    Looked,
    Mask,
    Number,
    Read,
    Select,
    Whole,
    Window,
)
from .errors import CompileError
from .exponentials import logarithm, quotient
from .scope import Scope
from .sums import Sums


@dataclass
class Lowering(Sums):
    """Lowers expressions; what must be done before the array at hand collects in `before`."""

    slopes: Mapping[Variable, tuple[str, tuple[int, ...]]] = field(default_factory=dict)
    bases: dict[str, tuple[Affine, Affine]] = field(default_factory=dict)

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
            args = tuple(self.array(a, scope) for a in e.args)
            plain_log = e.function == "log" and not any(e.order)
            return logarithm(args[0]) if plain_log else Call(e.function, args, e.order)
        if isinstance(e, Div):
            return quotient(self.array(e.numerator, scope), self.array(e.denominator, scope))
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
        picked = [any(isinstance(a, IntFn) and a.name in self.lookups for a in i.atoms()) for i in indices]
        every = twice or sum(picked) > 1
        dims: list[Dim] = []
        pads: list[tuple[Affine, Affine]] = []
        for form, (lower, upper), own_lookup in zip(indices, ranges, picked, strict=True):
            looked = every or own_lookup
            least, most = scope.extremes(form)
            before = self._excess(lower - least, scope) if not looked else affine(0)
            after = self._excess(most - upper, scope) if not looked else affine(0)
            pads.append((before, after))
            if looked:
                dims.append(self.looked(form, lower, upper, scope))
            else:
                dims.append(self._dim(form, lower - before, scope))
        padded = any(p != (affine(0), affine(0)) for p in pads)
        return Read(name, tuple(dims), tuple(pads) if padded else ())

    def _excess(self, amount: Affine, scope: Scope) -> Affine:
        """`max(0, amount)`, as an integer of its own where its sign is not known."""
        if scope.at_least(affine(0), amount):
            return affine(0)
        return amount if scope.at_least(amount, affine(0)) else self.extreme([affine(0), amount], largest=True)

    def looked(self, form: Affine, lower: Affine, upper: Affine, scope: Scope) -> Looked:
        """A position looked up in a range; the integers that its array holds are places in that range."""
        found = []
        for atom in form.atoms():
            if isinstance(atom, IntFn) and atom.name in self.lookups:
                if self.bases.setdefault(atom.name, (lower, upper)) != (lower, upper):
                    raise CompileError(f"{atom!r} looks up places in different ranges", hint="use two lookups")
                read = self.read(self.lookups[atom.name], atom.args, scope)
                assert isinstance(read, Read)
                found.append((affine(atom), read, lower))
        ranges = tuple((s, scope.ranges[s][0], scope.count(s)) for s in scope.axes_of(form))
        least, most = scope.extremes(form)
        inside = bool(found) or (scope.at_least(least, lower) and scope.at_least(upper, most))
        return Looked(form, lower, ranges, tuple(found), None if inside else upper - lower + 1)

    @staticmethod
    def _dim(form: Affine, lower: Affine, scope: Scope) -> Dim:
        letters = scope.axes_of(form)
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
                mask = self.mask(simplify(Domain(where), scope.known), scope)
                assert isinstance(mask, Mask)
                taken.append(mask)
                if body != Number(Fraction(0)):
                    terms.append(Select(mask, body) if mask.where else body)
            else:
                terms.append(times([plus([ONE, times([Number(Fraction(-1)), plus(taken)])]), body]))
        return plus(terms)
