r"""Matrix notation turned into indices: `\nabla_W F`, `W^T (W x - x)`, `(C \mathbf{x})_k`, `\|W x\|^2`.

Read only where every shape is known: a bare name stands for the variable of the same letter that carries indices
elsewhere in the document (`W` for `W_{kj}`, `\mathbf{x}` for `x_i`, `W^{(l)}` for `W^{(l)}_{ij}`), or for what a
sentence says (`C = (c_{i,j})`). Products become sums without bounds, whose ranges follow from the places that their
letter fills; an equation of matrices becomes the equation of their entries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..affine import Affine, Sym, affine
from ..domain.constraint import eq
from ..errors import ReadError
from ..expr import Apply, Bracket, Cases, Expr, Partial, Pow, Sum, Var, Variable, add, bound, free, mul, neg, num
from ..latex import tree as t
from ..latex.tree import Node
from .formulas import PRODUCTS, Resolver, differentiated, divide
from .keys import key_of, split_key
from .meaning import function_name, signature
from .shape import NORMS, Shape, is_mark, is_transpose, label_of, parted, shape_of
from .shaped import KINDS, Array, by_entry, plain, scalar, untransposed
from .stated import wrt_of
from .sums import read_sum
from .unequal import letters_under
from .values import MatrixNotation

ELEMENTWISE = frozenset([r"\odot", r"\circ", r"\ast"])
IDENTITIES = frozenset(["I", r"\mathbf{I}", r"\mathbb{I}"])
PLAIN = ("(", "[", "{", r"\{")
"""Delimiters that only hold together."""


@dataclass(slots=True)
class Matrices:
    """Reads the members of one equation; `arrays` are the letters that sentences explain (`C = (c_{i,j})`),
    `bound` those of the sums around what is read,
    `oblong` those of arrays with two different lengths: no power of them is meant."""

    reader: Resolver
    arrays: dict[str, Variable] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    bound: frozenset[str] = frozenset()
    oblong: frozenset[str] = frozenset()

    def members(self, nodes: Sequence[Node]) -> list[Expr | ReadError]:
        """The members of an equation as formulas of one entry; a shape that does not fit is the error of its member."""
        found: list[Array | ReadError] = []
        for node in nodes:
            try:
                found.append(self.read(node))
            except ReadError as error:
                found.append(error)
        first = next((a for a in found if isinstance(a, Array)), None)
        if first is None:
            return [a for a in found if isinstance(a, ReadError)]
        indices = [affine(self.fresh(x)) for x in first.letters]
        outside = frozenset(self.used)
        result: list[Expr | ReadError] = []
        for array, node in zip(found, nodes, strict=True):
            if isinstance(array, Array) and array.kind != first.kind and not array.zero:
                array = self.shape_error(f"this is {KINDS[array.kind]}, the left side is {KINDS[first.kind]}", node)
            if isinstance(array, ReadError):
                result.append(array)
            else:
                # letters of sums are new in each member, and the same letters in all of them
                self.used = set(outside)
                result.append(array.entry() if array.zero else array.entry(*indices))
        return result

    # ------------------------------------------------------------------------------------------------------- helpers

    def shape_error(self, cause: str, node: object) -> ReadError:
        """Shapes that do not fit."""
        return self.reader.error(cause, node, "check the order of the factors and the transposes, or write indices")

    def fresh(self, like: str) -> str:
        """A letter that this equation does not use yet: `like`, or `like` with primes."""
        while like in self.used:
            like += "'"
        self.used.add(like)
        return like

    def number(self, node: Node) -> Array:
        """A part that is an ordinary formula."""
        e = self.reader.expr(node, self.bound)
        self.used |= {s.name for s in free(e) | bound(e)}
        return scalar(e)

    # -------------------------------------------------------------------------------------------------------- reading

    def read(self, x: Node) -> Array:
        """The array that a tree means."""
        if isinstance(x, t.Terms):
            return self.terms(x)
        if isinstance(x, t.Product):
            return self.product(x)
        if isinstance(x, t.Group) and len(x.items) == 1 and x.open in (*NORMS, *PLAIN):
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

    def name(self, x: t.Name) -> Array:
        shape = shape_of(x)
        assert shape is not None
        if self.reader.meaning.is_transposed(shape) or (is_transpose(shape) and shape.base in self.oblong):
            found = self.name(untransposed(x))
            if not found.kind:
                raise self.shape_error("the transpose of what is not known to be a matrix", x)
            return self.transposed(found)
        array = self.array(shape)
        return array if array is not None else self.number(x)

    def array(self, shape: Shape) -> Array | None:
        """The array that a bare name stands for; None for an ordinary name."""
        names, meaning = self.reader.names, self.reader.meaning
        if shape.lowers or (signature(shape) in meaning.lefts and not shape.uppers and shape.base not in self.arrays):
            return None
        if shape.base in IDENTITIES and shape.letter not in names.sizes and not shape.pieces:
            return Array("m", lambda i, j: Bracket((eq(i, j),), delta=True), ("i", "j"))
        variable = self.arrays.get(shape.base) if not shape.pieces else None
        above: tuple[Affine, ...] = ()
        if variable is None:
            fitting = list(self.fitting(shape))
            if len(fitting) != 1:
                return None
            variable = fitting[0]
            above = tuple(
                self.reader.form(p) for p, e in zip(shape.pieces, split_key(variable.key)[1], strict=True) if e is None
            )
        known = variable
        axes = known.arity - len(above)
        letters = names.letters.get(known.key, ("i", "j"))[len(above) :][:axes]
        letters = letters if len(letters) == axes else ("i", "j")[:axes]
        kind = {1: "c", 2: "m"}.get(axes)
        if kind is None:
            return None
        self.used |= {s.name for form in above for s in form.letters()}
        return Array(kind, lambda *indices: Var(known, (*above, *indices)), letters)

    def fitting(self, shape: Shape) -> dict[Variable, None]:
        """The variables with indices whose name is the bare name (bold letters stand for plain ones)."""
        names = self.reader.names
        bases = {shape.base, plain(shape.base)}
        upper = tuple(map(label_of, shape.pieces))
        found: dict[Variable, None] = {}
        for family, patterns in names.families.items():
            if family[0] not in bases or family[3]:
                continue
            if any(apart == family for apart, _, _ in names.apart):
                continue  # of two arrays of one letter the bare letter is neither
            for pattern in patterns:
                final = names.final(family, pattern)
                above, below = final[: family[1]], final[family[1] :]
                if not below or any(p is not None for p in below) or len(above) != len(upper):
                    continue
                if all(p is None or p == u for p, u in zip(above, upper, strict=True)):
                    key = key_of(family, final)
                    found[names.known.get(key, Variable(key))] = None
        return found

    # ---------------------------------------------------------------------------------------------------- operations

    def terms(self, x: t.Terms) -> Array:
        parts = [(term, self.read(term.body)) for term in x.terms]
        arrays = [a for _, a in parts if a.kind]
        first = arrays[0] if arrays else parts[0][1]
        if arrays and not all(a.number or a.kind == first.kind for _, a in parts):
            shown = " and ".join(KINDS[k] for k in sorted({a.kind for _, a in parts if not a.number}))
            raise self.shape_error(f"{shown} are added", x)

        def entry(*indices: Affine) -> Expr:
            values = [(term.sign, a.entry(*indices) if a.kind else a.entry()) for term, a in parts]
            return add(*(neg(v) if sign == "-" else v for sign, v in values))

        return Array(first.kind, entry, first.letters)

    def product(self, x: t.Product) -> Array:
        result: Array | None = None
        n = 0
        while n < len(x.factors):
            f = x.factors[n]
            following = x.factors[n + 1] if n + 1 < len(x.factors) else None
            if following is not None and following.joined and (called := self.applied(f.body, following.body)):
                value = called
                n += 1
            else:
                value = self.read(f.body)
            result = value if result is None else self.times(result, f.operator, value, x)
            n += 1
        assert result is not None
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
                return Array(big.kind, lambda *i: mul(a.entry(), b.entry(*i)), big.letters)
            return Array(big.kind, lambda *i: mul(a.entry(*i), b.entry()), big.letters)
        if operator == r"\ast" and a.kind != b.kind:
            operator = ""
        if operator in ELEMENTWISE:
            if a.kind != b.kind:
                raise self.shape_error(f"the product by entries of {KINDS[a.kind]} and {KINDS[b.kind]}", x)
            return Array(a.kind, lambda *i: mul(a.entry(*i), b.entry(*i)), a.letters)
        if (operator == r"\otimes" and a.kind == b.kind == "c") or (a.kind, b.kind) == ("c", "r"):
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
            letter = Sym(self.fresh(b.letters[0] if b.letters else "k"))
            return Sum(letter, (), (), mul(*entries(affine(letter), *indices)))

        return Array(kind, entry, letters)

    def transposed(self, a: Array) -> Array:
        if a.kind == "m":
            return Array("m", lambda i, j: a.entry(j, i), a.letters[::-1])
        return Array({"c": "r", "r": "c", "": ""}[a.kind], a.entry, a.letters)

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
            return self.norm(x.base.items[0], above[0].entries[0] if above else None)
        found = self.read(x.base)
        for s in above:
            if len(s.entries) != 1:
                raise self.shape_error("this superscript is not read on a matrix", s)
            if found.kind and is_mark(s.entries[0]):
                found = self.transposed(found)
            elif found.kind:
                raise self.shape_error(f"a power of {KINDS[found.kind]}", s)
            else:
                base, power = found, self.reader.power(s.entries[0], x, frozenset())
                found = scalar(Pow(base.entry(), power))
        for s in below:
            found = self.indexed(found, s)
        return found

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
        if not a.kind:
            raise self.shape_error("the norm of what is not known to be a matrix", x)
        letters = [Sym(self.fresh(letter)) for letter in a.letters]
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
        if shape is None or name not in self.reader.meaning.functions or not isinstance(joined, t.Group):
            return None
        if len(joined.items) != 1:
            return self.number(t.Product((t.Factor("", head), t.Factor("", joined, True)), head.span))
        a = self.read(joined.items[0])
        stored, order = self.reader.meaning.functions[name], (shape.primes,)
        return Array(a.kind, lambda *i: Apply(stored, (a.entry(*i),), order), a.letters)

    def call(self, x: t.Call) -> Array:
        if x.function in ("diag", "tr") and len(x.args) == 1 and not x.scripts:
            return self.special(x)
        if len(x.args) == 1 and not x.scripts:
            a = self.read(x.args[0])
            if a.kind:
                probe = self.reader.expr(t.Call(x.function, (t.Number("1"),), (), x.primes, x.closed, x.span))
                assert isinstance(probe, Apply)
                return Array(a.kind, lambda *i: Apply(probe.function, (a.entry(*i),), probe.order), a.letters)
        return self.number(x)

    def special(self, x: t.Call) -> Array:
        a = self.read(x.args[0])
        if x.function == "diag" and a.kind in ("c", "r"):
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
            raise self.shape_error(f"the derivative of {KINDS[of.kind]} by {KINDS[wrt.kind]} has no agreed layout", x)
        array = wrt

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
