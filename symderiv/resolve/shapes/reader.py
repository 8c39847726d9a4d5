r"""Trees to arrays: `(W^T \delta) \odot f'(z)` as a column whose entries are trees with indices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ...notation import OBJECTIVES
from ..spelled.beside_in_brackets import goes_on, has_one_beside
from ..spelled.function_letters import GREEK_FUNCTIONS
from ..spelled.powers_by_entries import BY_ENTRIES, NUMBER_OF_ARRAYS, OVER_WHAT, is_number_of_arrays, is_over_more
from ..spelled.shape import NORMS, is_mark, named, parted, shape_of, with_any_letters
from .algebra import ELEMENTWISE, PRODUCTS, added, common_sizes, divided, inner, misfit, norm, times
from .all_entries import is_bare, multiplies_entries, sum_of_entries
from .array import Array, ShapeDoubt, Unknown, grouped, held, number, transposed
from .chain_products import chain_in, chain_product, is_jacobian, links_of
from .compared import cases, compared
from .declared import BOLD, array_of, split
from .derivatives import by_entry, derived, known_to_stand, only_vector, second, twice
from .differentials import without_change
from .grids import grid, is_askew, rows_of
from .listed_alike import grid_listed, numbers_listed
from .losses import loss
from .named import ONES, SAY, NameReader
from .powers import is_of_entries, power_of, power_of_name, refuse_marked
from .special import SPECIAL, UNREAD, call_of, diagonal_listed, diagonal_of_numbers, of_numbers
from .stacked import partials, stacked
from .untold import is_bold_capital, scripted_key

PLAIN = ("(", "[", "{", r"\{")
COMPARING = frozenset(["<", ">", r"\le", r"\ge"])


MINUS_ONE = t.Terms((t.Term("-", t.Number("1")),))


class Reader(NameReader):
    """Reads the members of one equation."""

    __slots__ = ()

    def read(self, x: Node) -> Array:
        """The array that a tree means. Raises `ShapeDoubt`."""
        rule = RULES.get(type(x))
        return number(x) if rule is None else rule(self, x)

    # ------------------------------------------------------------------------------------------------------- operations

    def misfit(self, x: t.Misfit) -> Array:
        """What could not be read may be of any shape."""
        raise ShapeDoubt(x.cause, x.span, x.hint)

    def terms(self, x: t.Terms) -> Array:
        found: list[tuple[str, Array]] = []
        for term in x.terms:
            try:
                found.append((term.sign, self.read(term.body)))
            except Unknown:
                if not self.lenient:
                    raise
        if not found:
            raise Unknown("the shape of no term is known", x.span, SAY)
        return added(found, x.span)

    def product(self, x: t.Product) -> Array:
        r"""A product: `a \\odot B c` is the product by entries of a and B c, unless only `(a \\odot b) c` fits."""
        outer, self.by_entries = self.by_entries, self.by_entries or any(f.operator in ELEMENTWISE for f in x.factors)
        try:
            return self.parted(list(self.factors(x)), x)
        except ShapeDoubt:
            if (found := self.through_arrays(x)) is None:
                raise
            return found
        finally:
            self.by_entries = outer

    def through_arrays(self, x: t.Product) -> Array | None:
        """The chain rule, beside numbers; None for any other product, and where Jacobians stand the other way round."""
        found = chain_in(x)
        if found is None:
            return None
        others, links, backwards = found
        try:
            numbers = list(self.factors(t.Product(tuple(others), x.span))) if others else []
            if any(a.kind for _, a in numbers) or (any(is_jacobian(y, self.read, backwards) for y in links)):
                return None
            return self.parted([*numbers, ("", chain_product(links, self.read, self.letters, x.span))], x)
        except ShapeDoubt:
            return None

    def parted(self, factors: list[tuple[str, Array]], x: t.Product) -> Array:
        """The product of factors, those between signs of products by entries first."""
        parts = [[factors[0]]]
        for operator, a in factors[1:]:
            if operator in ELEMENTWISE:
                parts.append([(operator, a)])
            else:
                parts[-1].append((operator, a))
        if len(parts) > 1:
            try:
                runs = [self.chained(part, x) for part in parts]
            except ShapeDoubt:
                runs = []
            if any(is_number_of_arrays(a.kind, [f.kind for _, f in run]) for a, run in zip(runs, parts, strict=False)):
                raise ShapeDoubt(NUMBER_OF_ARRAYS, x.span, "write parentheses")
            if is_over_more(parts) and self.fits(factors, x):
                raise ShapeDoubt(OVER_WHAT, x.span, "write parentheses")
            try:
                result, *others = (self.chained(part, x) for part in parts)
                for part, right in zip(parts[1:], others, strict=True):
                    result = times(result, part[0][0], right, x.span, self.letters)
                return result
            except ShapeDoubt as doubt:
                try:
                    return self.chained(factors, x)
                except ShapeDoubt:
                    raise doubt from None
        return self.chained(factors, x)

    def fits(self, factors: list[tuple[str, Array]], x: t.Product) -> bool:
        """Do the shapes of factors fit one after another?"""
        try:
            return self.chained(factors, x) is not None
        except ShapeDoubt:
            return False

    def chained(self, factors: list[tuple[str, Array]], x: t.Product) -> Array:
        r"""The product of factors from left to right; `a (1 - a)` beside `\odot` is one by entries of columns."""
        result = factors[0][1]
        alone = result.kind != "m"  # `W a (1 - a)` is `(W a) (1 - a)`, or W times `a (1 - a)`
        for operator, a in factors[1:]:
            alone = (alone or operator in BY_ENTRIES) and a.kind != "m"
            if self.by_entries and not operator and result.kind == a.kind and a.kind in ("c", "r"):
                if not alone or result.raised or a.raised:
                    raise ShapeDoubt(f"{result.shown} times {a.shown}", x.span, r"write `\odot`, or `^T`")
                operator = r"\odot"
            result = times(result, operator, a, x.span, self.letters)
        return result

    def factors(self, x: t.Product) -> Iterator[tuple[str, Array]]:
        """The factors with the operator before each; a function with its argument is one."""
        n = 0
        before: Array | None = None
        while n < len(x.factors):
            f = x.factors[n]
            following = x.factors[n + 1] if n + 1 < len(x.factors) else None
            called = self.applied(f.body, following.body) if following is not None and following.joined else None
            n += 1 if called is None else 2
            before = self.factor(f, before) if called is None else called
            yield f.operator, before

    def factor(self, f: t.Factor, before: Array | None) -> Array:
        """One factor; where that is enough, a small letter of which nothing is known is a column behind a matrix."""
        try:
            return self.divisor(f.body) if f.operator == "/" else self.read(f.body)
        except Unknown:
            name = f.body.base if isinstance(f.body, t.Name) else ""
            small = BOLD.sub(r"\1", name)[:1].islower()
            if not self.lenient or before is None or before.kind != "m" or f.operator not in PRODUCTS or not small:
                raise
            return Array("c", before.sizes[1:], lambda _: f.body)

    def applied(self, head: Node, joined: Node) -> Array | None:
        """A function of an array, entry by entry; None for a product."""
        group, scripts = (joined.base, joined.scripts) if isinstance(joined, t.Scripted) else (joined, ())
        if not isinstance(head, t.Name) or not isinstance(group, t.Group) or not group.items:
            return None
        if (links := links_of(head, group)) is not None:
            return self.scripts(chain_product(links, self.read, self.letters, head.span), scripts, joined.span)
        shape = named(without_change(head))  # `dw^T (..)` is a product where `w^T (..)` is
        base, pieces, _ = split(shape)
        if base in ONES:
            return None  # `\mathbf{1} (b^{(1)})^T` is a product
        plain = pieces[shape.bare and isinstance(pieces[0], t.Number) :] if pieces else pieces  # `\sigma^2 (..)`
        known = self.shapes.find(base, pieces)
        if known is not None and base in GREEK_FUNCTIONS and len(group.items) == 1:
            known = None if known.kind == self.read(group.items[0]).kind == "c" else known  # two columns: no product
        if known is not None and head.primes and not pieces and self.shapes.find(base.rstrip("'"), ()) is None:
            # beside entries `\phi'_i`, the values of a derivative
            raise Unknown(
                f"`{shape.spelled}` may be an array or a function", head.span, "write its argument everywhere"
            )
        if (
            known is not None
            or (base, plain) in self.numbers
            or not self.suspicious.isdisjoint((base, scripted_key(shape)))
        ):
            return None
        if power_of(self.shapes, head, base, pieces) is not None:
            return None  # the inverse of a matrix, or a power of it, is no function
        if self.with_letter_above(shape, base, pieces) is not None:
            return None  # `W^t (..)` is a product
        refuse_marked(self.shapes, head)
        if len(group.items) > 1 or base in self.open:
            arrays = list(map(self.read, group.items))
            told = loss(head, group, arrays, head.span, self.letters) if self.losses else None
            told = told or of_numbers(head, group, arrays)
            if told or len(group.items) > 1:
                return self.scripts(number(told), scripts, joined.span) if told else None
        a = self.read(group.items[0])
        if not a.kind:
            inner = grouped(a.entry(), group) if self.met else group
            kept = tuple(s for s in scripts if not all(map(is_mark, s.entries)))  # a number is its own transpose
            behind = replace(joined, base=inner, scripts=kept) if isinstance(joined, t.Scripted) and kept else inner
            return number(call_of(head, behind))
        if base in OBJECTIVES or base in self.of_wholes or is_bold_capital(base):
            # what depends on a whole array is no function of its entries, and nobody calls one of these `\mathbf{W}`
            raise Unknown(f"the shape of `{shape.spelled}` is not known", head.span, SAY)
        if base in self.entered and not pieces:  # `h(x)` may be the array of the `h_i`, which have a definition
            raise Unknown(
                f"`{shape.spelled}` may be an array or a function", head.span, "write its argument everywhere"
            )
        whole = Array(a.kind, a.sizes, lambda *i: call_of(head, grouped(a.entry(*i), group)))
        return self.scripts(whole, scripts, joined.span)

    def fraction(self, x: t.Fraction) -> Array:
        return divided(self.read(x.numerator), self.divisor(x.denominator), x.span)

    def divisor(self, x: Node) -> Array:
        """What something is divided by."""
        outer, self.dividing = self.dividing, True
        try:
            return self.read(x)
        finally:
            self.dividing = outer

    def grid(self, rows: list[tuple[Node, ...]], x: t.Group) -> Array:
        """A matrix typed entry by entry; that a length is a letter elsewhere makes no line wrong."""
        if (listed := grid_listed(rows, self.letters, self.read)) is not None:
            self.met = True
            return listed
        cells = [list(map(self.read, row)) for row in rows]
        if not cells or any(a.kind for row in cells for a in row):  # none: rows right behind a function are arguments
            raise ShapeDoubt("a matrix of arrays is not read", x.span, "write its entries")
        self.met = self.labelled = True
        self.askew = self.askew or is_askew(cells)
        return grid(cells, x.span)

    def group(self, x: t.Group) -> Array:
        if (rows := rows_of(x)) is not None:
            return self.grid(rows, x)
        if x.open in NORMS and len(x.items) == 1:
            return self.bars(x, "", None)
        if x.open == r"\langle" and len(x.items) == 2:
            a, b = map(self.read, x.items)
            return number(inner(a, b, x.span, self.letters)) if a.kind or b.kind else number(x)
        if (columns := self.stack(x)) is not None:
            return columns
        if (column := numbers_listed(x, self.letters, self.read)) is not None:
            self.met = self.perhaps_rows = True
            return column
        one = has_one_beside(x) and any(self.read(f.body).kind for f in t.of_kind(x.items[0], t.Factor))
        if one or goes_on(x):
            raise Unknown("a matrix of arrays is not read", x.span, "write its entries")
        if partials(x) is not None:
            raise ShapeDoubt("how many entries this gradient has is not said", x.span, r"say it: `x \in \mathbb{R}^n`")
        if len(x.items) != 1 or x.open not in PLAIN:
            before = self.met
            self.met = False
            for item in x.items:
                self.read(item)
            inside, self.met = self.met, self.met or before
            if inside:
                raise ShapeDoubt(f"`{x.open}` around arrays is not read", x.span, "write indices")
            return number(x)
        a = self.read(x.items[0])
        return replace(a, entry=lambda *i: e if isinstance(e := a.entry(*i), t.Name) else grouped(e, x))

    def stack(self, x: t.Group) -> Array | None:
        """Vectors typed side by side."""
        found = stacked(x)
        one = self.read(found.first) if found is not None else number(x)
        if found is None or one.kind != "c" or (shape := shape_of(found.first)) is None:
            return None
        base, pieces, _ = split(shape)
        d = self.shapes.find(base, pieces)
        assert d is not None
        plain = self.shapes.plain
        return Array("m", (d.sizes[0], found.last), lambda i, j: array_of(found.at(j), d, plain).entry(i))

    def bars(self, x: t.Group, kind: str, power: Node | None) -> Array:
        a = self.read(x.items[0])
        if not a.kind:
            one = replace(x, items=(a.entry(),))
            return number(one if power is None else t.Scripted(one, (t.Script(True, (power,)),), 0, x.span))
        if x.open == "|" and a.kind == "m":
            raise ShapeDoubt("bars around a matrix: a determinant or a norm?", x.span, r"write `\|A\|_F`")
        return number(norm(a, kind, power, x.span, self.letters))

    def scripted(self, x: t.Scripted) -> Array:
        if x.primes:
            a = self.read(x.base)
            if a.kind:
                raise ShapeDoubt(f"a prime on {a.shown}", x.span, "write `^T` for the transpose")
            return number(t.Scripted(t.Group("(", (a.entry(),), ")", (), x.span), x.scripts, x.primes, x.span))
        if isinstance(x.base, t.Group) and x.base.open in NORMS and len(x.base.items) == 1:
            below = [e for s in x.scripts if not s.above for e in s.entries]
            above = [e for s in x.scripts if s.above for e in s.entries]
            kind = {"1": "1", "2": "", "F": "", "": ""}.get(_plain(below[0]) if below else "")
            if kind is None or len(below) > 1 or len(above) > 1:
                raise ShapeDoubt("this norm is not read", x.span, "write it out with indices")
            if below == [t.Number("2")] and self.read(x.base.items[0]).kind == "m":
                cause = "this norm of a matrix is its largest singular value, or the root of the sum of all squares"
                raise ShapeDoubt(cause, x.span, r"write `\|A\|_F` for the second")
            return self.bars(x.base, kind, above[0] if above else None)
        if (column := numbers_listed(x, self.letters, self.read)) is not None:
            self.met = True
            return column
        before, self.met = self.met, False
        a = self.read(x.base)
        turned = not a.kind and self.met and "T" not in self.shapes.sizes  # a number is its own transpose
        self.met = self.met or before
        if x.base == t.ONE and "T" not in self.shapes.sizes and any(is_mark(e) for s in x.scripts for e in s.entries):
            raise ShapeDoubt("over how many entries is summed here?", x.span, r"write `\mathbf{1}_n` with its size")
        kept = tuple(s for s in x.scripts if not (turned and all(map(is_mark, s.entries))))
        if not a.kind and "T" not in self.shapes.sizes and any(is_mark(e) for s in kept for e in s.entries):
            raise Unknown("the transpose of what is not known to be a matrix", x.span, SAY)  # nobody turns a number
        if (product := None if self.by_entries else power_of_name(a, x, kept, self.letters)) is not None:
            return product
        return self.scripts(a, kept, x.span)

    def scripts(self, a: Array, scripts: tuple[t.Script, ...], span: Offsets) -> Array:
        """A transpose, an entry, a power of a number."""
        for s in scripts:
            if a.kind and s.above and not s.bracket and len(s.entries) == 1 and is_mark(s.entries[0]):
                a = transposed(a)
            elif a.kind and s.above and not s.bracket and is_of_entries(a.kind, s.entries[0], self.by_entries):
                a = self.raised(a, s.entries[0], span)
            elif a.kind == "m" and s.above and s.entries == (MINUS_ONE,):
                cause = "the inverse of this matrix is not read in indices"
                raise ShapeDoubt(cause, span, "multiply both sides by the matrix: `X^T X w = X^T y`")
            elif a.kind and s.above:
                raise ShapeDoubt(
                    f"a power of {a.shown}", span, r"write the product, or `\odot` for the product by entries"
                )
            elif a.kind:
                entries = parted(s.entries, len(a.sizes))
                if len(entries) < len(a.sizes):  # a row or a column, or what stands before it is no factor
                    raise ShapeDoubt(f"{len(entries)} indices on {a.shown}", span, "write all of its indices")
                if len(entries) > len(a.sizes):
                    raise misfit(f"{len(entries)} indices on {a.shown}", span)
                a = self.part(a, entries, span)
            else:
                a = number(t.Scripted(t.Group("(", (a.entry(),), ")", (), span), (s,), 0, span))
        return a

    # -------------------------------------------------------------------------------------------------------- functions

    def listed(self, x: t.Call) -> Array | None:
        """A diagonal of which the first and the last entry stand."""
        diagonal = diagonal_listed(x, self.letters, self.read) if stacked(t.Group("(", x.args, ")")) is None else None
        self.met = self.met or diagonal is not None
        return diagonal

    def call(self, x: t.Call) -> Array:
        if (diagonal := self.listed(x)) is not None:
            return diagonal
        outer, self.by_entries = self.by_entries, x.function == "diag"
        before, self.met = self.met, False
        args = [self.read(a) for a in x.args]
        made, self.met = self.met, self.met or before
        self.by_entries = outer
        arrays = [a for a in args if a.kind]
        if made and not arrays and x.function == "tr" and len(args) == 1:  # the one entry of `y^T W x`
            return self.scripts(number(held(args[0].entry())), x.scripts, x.span)
        if not arrays:
            diagonal = diagonal_of_numbers(x, self.letters)
            self.met = self.met or diagonal is not None
            return diagonal or number(replace(x, args=tuple(a.entry() for a in args)))
        if x.function in SPECIAL and len(args) == 1:
            return self.scripts(SPECIAL[x.function](arrays[0], x, self.letters), x.scripts, x.span)
        if x.function in UNREAD or any(not s.above or any(map(is_mark, s.entries)) for s in x.scripts):
            raise ShapeDoubt(f"`{x.function}` of {arrays[0].shown} is not read", x.span, "write indices")
        sizes = common_sizes(arrays, lambda a, b: f"`{x.function}` of {a} and {b}", x.span)

        def entry(*indices: Node) -> Node:
            return replace(x, args=tuple(a.entry(*indices) if a.kind else a.entry() for a in args))

        return Array(arrays[0].kind, sizes, entry)

    def big_sum(self, x: t.BigSum) -> Array:
        a = self.read(x.body)
        if a.kind and x.operator != r"\sum" and not multiplies_entries(x, a.kind):
            raise ShapeDoubt(f"`{x.operator}` of {a.shown} is not read", x.span, "write indices")
        if a.kind and is_bare(x):
            return sum_of_entries(a, x, self.letters, self.dividing)
        below = tuple(map(self.condition, x.below))
        return replace(a, broadcast=False, entry=lambda *i: replace(x, body=a.entry(*i), below=below))

    def condition(self, x: Node) -> Node:
        r"""What stands under a sum; of numbers made of arrays their entries, `\sum_{i : y_i w^T x_i < 1}`."""
        if not isinstance(x, t.Chain) or not COMPARING.issuperset(x.relations) or not x.relations:
            return x
        found = [self.read(m) for m in x.members]
        if any(a.kind for a in found):
            raise ShapeDoubt("arrays are compared under a sum", x.span, "write indices")
        return replace(x, members=tuple(a.entry() for a in found))

    def nabla(self, x: t.Nabla) -> Array:
        if (block := twice(x, self.read, self.shown)) is not None:
            return block
        of = self.read(x.of)
        shown = self.shown.get(with_any_letters(x.of), ()) if isinstance(x.of, t.Name) else ()
        entries = x.by.entries if x.by is not None else shown or only_vector(x.of, self.read)
        if len(entries) != 1:
            if of.kind or self.met:
                raise ShapeDoubt("a gradient needs what it is taken by", x.span, r"write `\nabla_W L`")
            return number(x)
        by = self.below(entries[0])
        if of.kind:
            raise ShapeDoubt(f"the gradient of {of.shown}", x.span, r"write `\frac{\partial y}{\partial x}`")
        node = entries[0]
        if not by.kind and not self.met:
            # by a number of a page with arrays: `\\nabla_g L`
            self.met = plain = x.order == 1 and isinstance(node, t.Name)
            return number(t.Derivative(x.of, (t.Wrt(node),), span=x.span) if plain else x)
        if x.order == 2:
            return second(t.Derivative(x.of, (t.Wrt(node), t.Wrt(node)), 2, span=x.span), of, [by, by])
        whole = t.Derivative(of.entry(), (t.Wrt(node),), 1, r"\partial", False, False, "frac", x.span)
        vector = known_to_stand(x, by)
        return Array(by.kind, by.sizes, lambda *i: by_entry(whole, of.entry(), by.entry(*i)), gradient=vector)

    def root(self, x: t.Root) -> Array:
        a = self.read(x.body)
        if a.kind == "m":
            raise ShapeDoubt("a root of a matrix, or of its entries?", x.span, "write indices")
        return replace(a, broadcast=False, entry=lambda *i: replace(x, body=a.entry(*i)))

    def braced(self, x: t.Braced) -> Array:
        a = self.read(x.body)
        label = None if a.kind else x.label  # a name for a number
        return replace(a, entry=lambda *i: replace(x, body=a.entry(*i), label=label))


def _plain(x: Node) -> str:
    return x.text if isinstance(x, t.Number) else x.base if isinstance(x, t.Name) else "?"


RULES: dict[type, Callable[[Reader, Any], Array]] = {
    t.Name: Reader.name,
    t.Terms: Reader.terms,
    t.Product: Reader.product,
    t.Group: Reader.group,
    t.Fraction: Reader.fraction,
    t.Scripted: Reader.scripted,
    t.Derivative: lambda r, x: derived(x, r.read, r.below),
    t.Nabla: Reader.nabla,
    t.Call: Reader.call,
    t.BigSum: Reader.big_sum,
    t.Braced: Reader.braced,
    t.Root: Reader.root,
    t.Indicator: lambda r, x: compared(x, r.read),
    t.Cases: lambda r, x: cases(x, r.read),
    t.Number: lambda r, x: number(x, broadcast=True),
    t.Misfit: Reader.misfit,
}
