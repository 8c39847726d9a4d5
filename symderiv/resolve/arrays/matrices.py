r"""Matrix notation turned into indices: `\nabla_W F`, `W^T (W x - x)`, `(C \mathbf{x})_k`, `\|W x\|^2`.

Read only where every shape is known: a bare name stands for the variable of the same letter that carries indices
elsewhere in the document (`W` for `W_{kj}`, `\mathbf{x}` for `x_i`, `W^{(l)}` for `W^{(l)}_{ij}`), or for what a
sentence says (`C = (c_{i,j})`). Products become sums without bounds, whose ranges follow from the places that their
letter fills; an equation of matrices becomes the equation of their entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...affine import Affine, Sym, affine
from ...domain.constraint import eq
from ...errors import ReadError
from ...expr import Apply, Bracket, Cases, Expr, Partial, Pow, Sum, Var, add, mul, neg, num
from ...functions import FACTOR, PRODUCT
from ...latex import tree as t
from ...latex.tree import Node
from ..formulas import PRODUCTS, differentiated, divide
from ..functions.families import is_of_family
from ..integers.sums import read_sum
from ..integers.unequal import letters_under
from ..meaning import function_name, signature
from ..shapes.algebra import BESIDE_IDENTITY, BESIDE_IDENTITY_HINT
from ..shapes.all_entries import multiplies_entries
from ..spelled.beside_in_brackets import has_one_beside
from ..spelled.powers_by_entries import (
    BY_ENTRIES,
    NUMBER_OF_ARRAYS,
    OVER,
    OVER_WHAT,
    is_number_of_arrays,
    is_over_more,
    parted_by_entries,
    power_by_entries,
    power_of_function,
    powered,
)
from ..spelled.shape import NORMS, is_mark, label_of, letter_of, parted, shape_of
from ..spelled.shaped import KINDS, Array, by_entry, entry_of, scalar
from ..stated import wrt_of
from ..values import MatrixNotation
from .matrix_names import ArrayNames

ELEMENTWISE = frozenset([r"\odot", r"\circ", r"\ast", OVER])
LENGTH = "how long is this vector of ones?"
PLAIN = ("(", "[", "{", r"\{")
"""Delimiters that only hold together."""


@dataclass(slots=True)
class Matrices(ArrayNames):
    """Reads the members of one equation."""

    def members(self, nodes: Sequence[Node]) -> list[Expr | ReadError]:
        """The members of an equation as formulas of one entry; a shape that does not fit is the error of its member."""
        found: list[Array | ReadError] = []
        for node in nodes:
            self.by_entries = False
            try:
                found.append(self.read(node))
            except ReadError as error:
                found.append(error)
        arrays = [a for a in found if isinstance(a, Array)]
        first = next((a for a in arrays if a.letters or not a.kind), arrays[0] if arrays else None)
        if first is None:
            return [a for a in found if isinstance(a, ReadError)]
        indices = [affine(self.fresh(x)) for x in first.letters]
        outside = frozenset(self.used)
        result: list[Expr | ReadError] = []
        for array, node in zip(found, nodes, strict=True):
            if isinstance(array, Array) and array.kind != first.kind and not array.zero:
                array = self.shape_error(f"this is {KINDS[array.kind]}, the left side is {KINDS[first.kind]}", node)
            # letters of sums are new in each member, and the same letters in all of them
            self.used = set(outside)
            result.append(array if isinstance(array, ReadError) else entry_of(array, indices))
        return result

    # -------------------------------------------------------------------------------------------------------- reading

    def read(self, x: Node) -> Array:
        """The array that a tree means."""
        if isinstance(x, t.Terms):
            return self.terms(x)
        if isinstance(x, t.Product):
            return self.product(x)
        if isinstance(x, t.Group) and len(x.items) == 1 and x.open in (*NORMS, *PLAIN):
            if has_one_beside(x):
                raise self.shape_error("a matrix of arrays is not read", x)
            return self.norm(x.items[0], None) if x.open in NORMS else self.read(x.items[0])
        if isinstance(x, t.Fraction):
            return self.fraction(x)
        if isinstance(x, t.Scripted):
            return self.scripted(x)
        if isinstance(x, (t.Derivative, t.Nabla)):
            return self.derivative(x)
        if isinstance(x, t.Call):
            return self.call(x)
        if isinstance(x, t.Name):
            return self.name(x)
        if isinstance(x, t.BigSum) and x.operator == r"\sum":
            return self.summed(x)
        if isinstance(x, t.BigSum) and multiplies_entries(x, "c"):
            return self.multiplied(x)
        return self.cases(x) if isinstance(x, t.Cases) else self.number(x)

    def cases(self, x: t.Cases) -> Array:
        """Arrays of one kind, by conditions on indices; a 0 is an array of zeros."""
        rows = [self.read(row.value) for row in x.rows]
        first = next((a for a in rows if a.kind), None)
        if first is None or any(row.in_words for row in x.rows):
            return self.number(x)
        if any(a.kind != first.kind and not a.zero for a in rows):
            raise self.shape_error("the rows of these cases differ in shape", x)
        where = [[()] if row.otherwise else self.reader.wheres(row.conditions) for row in x.rows]

        def entry(*indices: Affine) -> Expr:
            values = (a.entry() if a.zero else a.entry(*indices) for a in rows)
            return Cases(tuple((value, case) for value, cases in zip(values, where, strict=True) for case in cases))

        return Array(first.kind, entry, first.letters)

    def summed(self, x: t.BigSum) -> Array:
        """A sum of arrays, or of entries of them."""
        outside, letters = self.bound, frozenset(letters_under(x))
        self.bound |= letters
        self.used |= letters
        body = self.read(x.body)
        self.bound = outside

        def entry(*indices: Affine) -> Expr:
            return read_sum(self.reader, x, outside, body_of=lambda _: body.entry(*indices))

        return Array(body.kind, entry, body.letters) if body.kind else scalar(entry())

    def multiplied(self, x: t.BigSum) -> Array:
        """A product over an index, of columns by entries."""
        outside, used = self.bound, set(self.used)
        self.bound |= frozenset(letters_under(x))
        try:
            body = self.read(x.body)
        except ReadError:
            body = None
        self.bound = outside
        if body is None or not multiplies_entries(x, body.kind):
            self.used = used
            return self.number(x)
        self.used |= frozenset(letters_under(x))

        def entry(*indices: Affine) -> Expr:
            factor = read_sum(self.reader, x, outside, body_of=lambda _: Apply(FACTOR, (body.entry(*indices),)))
            return Apply(PRODUCT, (factor,))

        return Array(body.kind, entry, body.letters)

    # ---------------------------------------------------------------------------------------------------- operations

    def terms(self, x: t.Terms) -> Array:
        parts = [(term, self.beside_labelled(term.body) or self.read(term.body)) for term in x.terms]
        arrays = [a for _, a in parts if a.kind]
        first = next((a for a in arrays if a.letters), arrays[0] if arrays else parts[0][1])
        if any(a.unit for a in arrays) and len(arrays) < len(parts):
            raise self.reader.error(BESIDE_IDENTITY, x, BESIDE_IDENTITY_HINT)
        if arrays and not all(a.number or a.kind == first.kind for _, a in parts):
            shown = " and ".join(KINDS[k] for k in sorted({a.kind for _, a in parts if not a.number}))
            raise self.shape_error(f"{shown} are added", x)

        def entry(*indices: Affine) -> Expr:
            values = [(term.sign, a.entry(*indices) if a.kind else a.entry()) for term, a in parts]
            return add(*(neg(v) if sign == "-" else v for sign, v in values))

        return Array(first.kind, entry, first.letters)

    def product(self, x: t.Product) -> Array:
        r"""A product from left to right; where only that fits, `a \odot B c` is one by entries of a and B c."""
        outer, self.by_entries = self.by_entries, self.by_entries or any(f.operator in BY_ENTRIES for f in x.factors)
        try:
            factors = list(self.factors(x))
            parts = parted_by_entries(factors)
            if is_over_more(parts):
                raise self.shape_error(OVER_WHAT, x)
            runs = [self.fitting_run(part, x) for part in parts] if len(parts) > 1 else []
            for a, part in zip(runs, parts, strict=False):
                if a is not None and is_number_of_arrays(a.kind, [f.kind for _, f in part]):
                    raise self.shape_error(NUMBER_OF_ARRAYS, x)
            try:
                return self.chained(factors, x)
            except ReadError:
                if None in runs or not runs:
                    raise
                return self.chained([(p[0][0], a) for p, a in zip(parts, runs, strict=True) if a is not None], x)
        finally:
            self.by_entries = outer

    def fitting_run(self, factors: list[tuple[str, Array]], x: t.Product) -> Array | None:
        """The product of the factors of a run, None where their shapes do not fit."""
        try:
            return self.chained(factors, x)
        except ReadError:
            return None

    def factors(self, x: t.Product) -> Iterator[tuple[str, Array]]:
        """The factors with the operator before each; a function with its argument is one."""
        n = 0
        while n < len(x.factors):
            f = x.factors[n]
            following = x.factors[n + 1] if n + 1 < len(x.factors) else None
            called = self.applied(f.body, following.body) if following is not None and following.joined else None
            n += 1 if called is None else 2
            yield f.operator, self.read(f.body) if called is None else called

    def chained(self, factors: list[tuple[str, Array]], x: t.Product) -> Array:
        r"""The product of factors from left to right; `a (1 - a)` beside `\odot` is one by entries of columns."""
        result = factors[0][1]
        alone = result.kind != "m"
        for operator, a in factors[1:]:
            alone = (alone or operator in BY_ENTRIES) and a.kind != "m"
            columns = result.kind == a.kind == "c" and not (result.raised or a.raised)
            beside = alone and columns and not operator and self.by_entries
            result = self.times(result, r"\odot" if beside else operator, a, x)
        return result

    def times(self, a: Array, operator: str, b: Array, x: Node) -> Array:
        """The product of two arrays."""
        if operator == "/":
            if b.kind:
                raise self.shape_error(f"division by {KINDS[b.kind]}", x)
            return Array(a.kind, lambda *i: divide(a.entry(*i), b.entry()), a.letters)
        if not a.kind or not b.kind:
            big = b if not a.kind else a
            if not a.kind:
                return Array(big.kind, lambda *i: mul(a.entry(), b.entry(*i)), big.letters, unit=big.unit)
            return Array(big.kind, lambda *i: mul(a.entry(*i), b.entry()), big.letters, unit=big.unit)
        if not (a.letters or b.letters):
            raise self.shape_error(LENGTH, x)
        if operator == r"\ast" and a.kind != b.kind:
            operator = ""
        if operator in ELEMENTWISE:
            if a.kind != b.kind:
                raise self.shape_error(f"the product by entries of {KINDS[a.kind]} and {KINDS[b.kind]}", x)
            made = divide if operator == OVER else mul
            return Array(a.kind, lambda *i: made(a.entry(*i), b.entry(*i)), a.letters or b.letters)
        if (operator == r"\otimes" and a.kind == b.kind == "c") or (a.kind, b.kind) == ("c", "r"):
            if not (a.letters and b.letters):
                raise self.shape_error(LENGTH, x)
            return Array("m", lambda i, j: mul(a.entry(i), b.entry(j)), (*a.letters, *b.letters))
        if operator == r"\cdot" and a.kind == b.kind == "c":
            return self.contracted("", a, b, lambda k: (a.entry(k), b.entry(k)), ())
        if operator not in PRODUCTS:
            raise self.shape_error(f"`{operator}` between matrices", x)
        return self.matrix_product(a, b, x)

    def matrix_product(self, a: Array, b: Array, x: Node) -> Array:
        if a.kind == "c" or b.kind == "r":
            raise self.shape_error(f"{KINDS[a.kind]} times {KINDS[b.kind]}", x)
        if a.kind == "r" and b.kind == "c":
            return self.contracted("", a, b, lambda k: (a.entry(k), b.entry(k)), ())
        if a.kind == "r":
            return self.contracted("r", a, b, lambda k, j: (a.entry(k), b.entry(k, j)), b.letters[1:])
        if b.kind == "c":
            return self.contracted("c", a, b, lambda k, i: (a.entry(i, k), b.entry(k)), a.letters[:1])
        letters = (*a.letters[:1], *b.letters[1:])
        return self.contracted("m", a, b, lambda k, i, j: (a.entry(i, k), b.entry(k, j)), letters)

    def contracted(
        self, kind: str, a: Array, b: Array, entries: Callable[..., tuple[Expr, Expr]], letters: tuple[str, ...]
    ) -> Array:
        """A sum over the inner index; its letter is new each time an entry is taken."""

        def entry(*indices: Affine) -> Expr:
            letter = Sym(self.fresh(b.letters[0] if b.letters else a.letters[-1]))
            return Sum(letter, (), (), mul(*entries(affine(letter), *indices)))

        return Array(kind, entry, letters)

    def fraction(self, x: t.Fraction) -> Array:
        top, bottom = self.read(x.numerator), self.read(x.denominator)
        if bottom.kind:
            raise self.shape_error(f"division by {KINDS[bottom.kind]}", x)
        return Array(top.kind, lambda *i: divide(top.entry(*i), bottom.entry()), top.letters)

    def scripted(self, x: t.Scripted) -> Array:
        shape = shape_of(x)
        if shape is not None and signature(shape) in self.reader.meaning.lefts:
            return self.number(x)
        if x.primes:
            raise self.shape_error("a prime on something that is not a name", x)
        above = [s for s in x.scripts if s.above]
        below = [s for s in x.scripts if not s.above]
        if isinstance(x.base, t.Group) and x.base.open in NORMS and len(x.base.items) == 1:
            if any(label_of(e) not in ("2", "F") for s in below for e in s.entries):
                raise self.shape_error("this norm is not read", x)
            return self.norm(x.base.items[0], above[0].entries[0] if above else None)
        found = self.raised(self.read(x.base), above, x)
        for s in below:
            found = self.indexed(found, s)
        return found

    def raised(self, a: Array, above: Sequence[t.Script], x: Node) -> Array:
        """What stands behind a parenthesis above: a transpose, a power of a number, one of entries."""
        for s in above:
            if len(s.entries) != 1:
                raise self.shape_error("this superscript is not read on a matrix", s)
            [exponent] = s.entries
            if a.kind and is_mark(exponent):
                a = self.transposed(a)
            elif a.kind and (power := power_by_entries(exponent, a.kind != "m" and self.by_entries)) is not None:
                a = powered(a, power)
            elif a.kind:
                raise self.shape_error(f"a power of {KINDS[a.kind]}", s)
            else:
                a = scalar(Pow(a.entry(), self.reader.power(exponent, x, frozenset())))
        return a

    def indexed(self, a: Array, s: t.Script) -> Array:
        """One entry, `(C x)_k`."""
        entries = tuple(self.reader.form(e) for e in parted(s.entries, len(a.letters)))
        if len(entries) != len(a.letters) or not a.kind:
            raise self.shape_error(f"{len(entries)} indices on {KINDS[a.kind]}", s)
        self.used |= {letter.name for form in entries for letter in form.letters()}
        return scalar(a.entry(*entries))

    def norm(self, x: Node, power: Node | None) -> Array:
        """The length of a column, or the root of the sum of the squares of all entries of a matrix."""
        a = self.read(x)
        if power is None and letter_of(x) in self.reader.meaning.names.sizes:
            return a  # the number of elements, `|B|`
        if not a.kind:
            raise self.shape_error("the norm of what is not known to be a matrix", x)
        letters = [Sym(self.fresh(letter)) for letter in a.letters]
        if not letters:
            raise self.shape_error(LENGTH, x)
        total: Expr = Pow(a.entry(*map(affine, letters)), num(2))
        for letter in reversed(letters):
            total = Sum(letter, (), (), total)
        if isinstance(power, t.Number) and power.text == "2":
            return scalar(total)
        root = Pow(total, divide(num(1), num(2)))
        return scalar(root if power is None else Pow(root, self.reader.power(power, x, frozenset())))

    # ------------------------------------------------------------------------------------- functions and derivatives

    def applied(self, head: Node, joined: Node) -> Array | None:
        """A function of an array, entry by entry; None where this is a product."""
        shape = shape_of(head)
        name = function_name(shape) if shape is not None else None
        group, scripts = (joined.base, joined.scripts) if isinstance(joined, t.Scripted) else (joined, ())
        if isinstance(joined, t.Scripted) and joined.primes:
            return None
        meaning = self.reader.meaning
        if shape is None or not isinstance(group, t.Group):
            return None
        if name not in meaning.functions and not is_of_family(shape, meaning):
            return None
        if len(group.items) != 1:
            return self.number(t.Product((t.Factor("", head), t.Factor("", joined, True)), head.span))
        a = self.read(group.items[0])
        known = meaning.functions.get(name or "")
        stored, indices = self.reader.of_family(shape) if known is None else (known, ())
        order = (*(0 for _ in indices), shape.primes)
        found = Array(a.kind, lambda *i: Apply(stored, (*indices, a.entry(*i)), order), a.letters)
        found = self.raised(found, [s for s in scripts if s.above], joined)
        for s in scripts:
            found = found if s.above else self.indexed(found, s)
        return found

    def call(self, x: t.Call) -> Array:
        if x.function in ("diag", "tr") and len(x.args) == 1 and not x.scripts:
            return self.special(x)
        power = power_of_function(x.scripts)
        if len(x.args) == 1 and (not x.scripts or power is not None):
            a = self.read(x.args[0])
            if a.kind:
                probe = self.reader.expr(t.Call(x.function, (t.Number("1"),), (), x.primes, x.closed, x.span))
                assert isinstance(probe, Apply)
                found = Array(a.kind, lambda *i: Apply(probe.function, (a.entry(*i),), probe.order), a.letters)
                return found if power is None else powered(found, power)
        return self.number(x)

    def special(self, x: t.Call) -> Array:
        """A diagonal matrix, a trace."""
        outer, self.by_entries = self.by_entries, x.function == "diag"
        try:
            a = self.read(x.args[0])
        finally:
            self.by_entries = outer
        if x.function == "diag" and a.kind in ("c", "r") and a.letters:
            return Array("m", lambda i, j: mul(Bracket((eq(i, j),), delta=True), a.entry(i)), (a.letters * 2)[:2])
        if x.function == "tr" and a.kind == "m":
            letter = Sym(self.fresh(a.letters[0]))
            return scalar(Sum(letter, (), (), a.entry(affine(letter), affine(letter))))
        raise self.shape_error(f"`{x.function}` of {KINDS[a.kind]}", x)

    def derivative(self, x: t.Derivative | t.Nabla) -> Array:
        r"""`\partial F/\partial W` has the shape of W; that of an array by an array has no agreed layout."""
        wrt, direct = self.variable_of(x)
        if wrt is None:
            return self.by_number(by_entry(x, self.is_number))
        if x.of is None:
            raise self.shape_error("nothing stands after the operator", x)
        of = self.read(x.of)
        if of.kind:
            if (laid := self.laid(of, wrt, x)) is not None:
                return laid
            raise self.shape_error(f"the derivative of {KINDS[of.kind]} by {KINDS[wrt.kind]} has no agreed layout", x)
        array = self.as_told(wrt, x)

        def entry(*indices: Affine) -> Expr:
            by = array.entry(*indices)
            if not isinstance(by, Var):
                raise self.shape_error("a variable is expected below", x)
            return Partial(of.entry(), by, direct)

        return Array(array.kind, entry, array.letters)

    def by_number(self, x: t.Derivative | t.Nabla) -> Array:
        """A derivative by a number; one of an array is that of each entry."""
        try:
            return self.number(x)
        except MatrixNotation:
            if not isinstance(x, t.Derivative) or x.of is None:
                raise
        of = self.read(x.of)

        def entry(*indices: Affine) -> Expr:
            return differentiated(self.reader, of.entry(*indices), x, self.bound)

        return Array(of.kind, entry, of.letters) if of.kind else scalar(entry())

    def is_number(self, x: t.Name) -> bool:
        """Does a name stand for a value wherever the page has it, and never carry an index?"""
        shape = shape_of(x)
        families = [f for f in self.reader.meaning.names.families if shape is not None and f[0] == shape.base]
        return bool(families) and not x.scripts and all(not any(f[1:]) for f in families)

    def variable_of(self, x: t.Derivative | t.Nabla) -> tuple[Array | None, bool]:
        """The array that is differentiated by; None for a derivative by a number."""
        if isinstance(x, t.Nabla):
            if x.order != 1:
                raise self.shape_error("a Hessian is read where the shapes are declared", x)
            if x.by is None or len(x.by.entries) != 1:
                raise self.shape_error("a gradient needs what it is taken by", x)
            node, direct = x.by.entries[0], False
        elif len(x.wrt) == 1 and x.order == 1:
            node, direct = wrt_of(x.wrt[0], x)[0], x.direct
        else:
            return None, False
        shape = shape_of(node)
        found = self.array(shape) if shape is not None else None
        if found is None and isinstance(x, t.Nabla) and by_entry(x, self.is_number) is x:
            raise self.shape_error("a gradient is taken by a variable whose indices are known", x)
        return found, direct
