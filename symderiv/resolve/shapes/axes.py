r"""What equations say of vectors of no length: which axes are equal, from the forms of their trees.

A form is the kind of an array and what its axes are. Where two are added, multiplied or equated, axes are one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, TypeAlias

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.function_letters import GREEK_FUNCTIONS
from ..spelled.shape import NORMS, Shape, named, shape_of
from .algebra import ELEMENTWISE
from .declared import BOLD, Shapes, Way, split
from .neighbours import SMALL, Key, key_of, labelled_key
from .powers import is_exponent, power_of
from .small import transposed_base
from .stacked import stacked
from .untold import CAPITAL

Axis: TypeAlias = "tuple[Key, int] | Node"
Form: TypeAlias = tuple[str, tuple[Axis, ...]]
"""A kind as in `Array`, and what its axes are: a length that is known, or one of a name."""

PRODUCTS = {"rc": "", "cr": "m", "rm": "r", "mc": "c", "mm": "m"}
"""What the products of arrays are, by their kinds."""
ANY = "@"
"""An index of stacked rows, which no page types."""


@dataclass(slots=True)
class Axes:
    """Vectors without a length; `same` joins axes that are equal, by the one that stands for each.

    `defined`, `numbers`: names that equations define, or that are known to be numbers; `forms`: what the former are;
    `capitals`: names of matrices; `entries`: names with indices of which equations are made, by letter and number;
    `called`: names that sentences call vectors, likewise; `learned`: those by which the page differentiates, which are
    vectors where they are added to one; `objectives`: what it differentiates; `single`: axes of length 1;
    `functions`: names that stand before a parenthesis wherever they stand; `spread`: the axis of a matrix of examples
    along which a vector lies that is added to it; `parts`: entries of declared arrays, like `entries`; `rows`: the
    `biases` that are added to a row.
    """

    shapes: Shapes
    defined: Collection[Key]
    numbers: Collection[Key]
    entries: Collection[tuple[str, int]]
    called: Collection[tuple[str, int]] = ()
    capitals: Collection[Key] = ()
    learned: Collection[tuple[str, int]] = ()
    vectors: dict[Key, t.Name] = field(default_factory=dict)
    matrices: dict[Key, t.Name] = field(default_factory=dict)
    biases: dict[Key, t.Name] = field(default_factory=dict)
    rows: set[Key] = field(default_factory=set)
    same: dict[Axis, Axis] = field(default_factory=dict)
    forms: dict[Key, Form] = field(default_factory=dict)
    objectives: Collection[Node] = ()
    functions: Collection[str] = ()
    parts: Collection[tuple[str, int]] = ()
    single: set[Axis] = field(default_factory=set)
    spread: int | None = None
    within: bool = False
    """Is it an objective that is read?"""
    clashing: bool = False

    def root(self, a: Axis) -> Axis:
        """What stands for an axis and all that are equal to it."""
        while a in self.same:
            a = self.same[a]
        return a

    def join(self, one: tuple[Axis, ...], two: tuple[Axis, ...]) -> None:
        """Axes that are equal, one by one; what is known stands for what is not."""
        for a, b in zip(map(self.root, one), map(self.root, two), strict=False):
            if a == b:
                continue
            if isinstance(a, tuple):
                self.same[a] = b
            elif isinstance(b, tuple):
                self.same[b] = a
            else:
                self.clashing = True

    # ----------------------------------------------------------------------------------------------------------- forms

    def form(self, x: Node) -> Form | None:
        """What a tree is, as far as that is told; axes that must be equal are joined on the way."""
        rule = RULES.get(type(x))
        return ("", ()) if rule is None else rule(self, x)

    def name(self, x: t.Name) -> Form | None:
        shape = shape_of(x)
        assert shape is not None
        base, pieces, marked = split(shape)
        if base == "e" and pieces and not shape.lowers and is_exponent(self.shapes, x, pieces):
            return self.form(t.Product(tuple(t.Factor("", p) for p in pieces), x.span)) or ("", ())
        found = self.shapes.find(base, pieces)
        if found is None and power_of(self.shapes, x, base, pieces) is not None:
            found = self.shapes.find(base, pieces[1:])  # `h_T^2` of each entry
        if found is not None:
            return turned((found.kind, found.sizes)) if marked else (found.kind, found.sizes)
        key = key_of(base, pieces)
        if self._is_raised(shape, key):
            return self.name(replace(x, scripts=tuple(s for s in x.scripts if not s.above)))
        if key in self.forms:  # before what was taken for a number while nothing was known
            return turned(self.forms[key]) if marked else self.forms[key]
        if key in self.numbers:
            return "", ()
        own = labelled_key(base, pieces, self.shapes)
        if own in self.biases:
            return "r" if marked is not (own in self.rows) else "c", ((own, 0),)
        if own in self.capitals:
            self.matrices.setdefault(own, x)
            return "m", ((own, 1), (own, 0)) if marked else ((own, 0), (own, 1))
        thin = BOLD.sub(r"\1", base)
        bold = BOLD.search(base) is not None
        called = (base, len(pieces)) in self.called  # a capital among these, too: `U_i^T V_j`
        column = called or (bold and SMALL.fullmatch(thin) and not self._is_entry(base, pieces))
        if not column or any((thin, len(pieces) + n) in self.entries for n in (1, 2)):
            return None if bold or marked else ("", ())
        if key not in self.defined:
            self.vectors.setdefault(key, x)
        row = self.shapes.way_of(base, pieces) is Way.ROW
        return "r" if marked is not row else "c", ((key, 0),)

    def _is_raised(self, shape: Shape, key: Key) -> bool:
        r"""Is it a power by entries, the `\mathbf{o}_t^2` that no equation defines, beside `\mathbf{o}_t = ..`?"""
        base, pieces = key
        number = shape.bare and bool(pieces) and isinstance(pieces[0], t.Number)
        return number and key not in self.defined and (base, pieces[1:]) in self.defined

    def _is_entry(self, base: str, pieces: tuple[Node, ...]) -> bool:
        r"""Is it an entry of a declared array, the `\mathbf{w}_{a,b}` of `\mathbf{w} \in \mathbb{R}^{m \times n}`?"""
        if (base, len(pieces)) in self.parts:
            return True
        whole = self.shapes.find(base, pieces[:-2]) if len(pieces) > 1 else None
        return whole is not None and whole.kind == "m"

    def is_matrix(self, x: t.Name) -> bool:
        """Is it one of the capitals?"""
        base, pieces, _ = split(named(x))
        return labelled_key(base, pieces, self.shapes) in self.capitals

    def terms(self, x: t.Terms) -> Form | None:
        forms = [f for f in (self.form(term.body) for term in x.terms) if f is not None and f[0]]
        for f in forms[1:]:
            if f[0] == forms[0][0]:
                self.join(forms[0][1], f[1])
        along = forms[0][1] if forms and forms[0][0] in ("c", "r") else ()
        if forms and forms[0][0] == "m" and self.spread is not None:
            along = () if any(self._holds_untold(term.body) for term in x.terms) else forms[0][1][self.spread :][:1]
        if along:
            for own, name in filter(None, map(self.bias, (term.body for term in x.terms))):
                self.biases[own] = name
                self.rows |= {own} if forms[0][0] == "r" else set()
                self.join(along, ((own, 0),))
        return forms[0] if forms else ("", ())

    def _holds_untold(self, x: Node) -> bool:
        """Is a capital of which nothing is known a factor? The W of `X W` is no number, and `X W` not as wide as X."""
        names = [f.body for f in x.factors if isinstance(f.body, t.Name)] if isinstance(x, t.Product) else []
        capitals = [name for name in names if CAPITAL.fullmatch(BOLD.sub(r"\1", name.base))]
        free = [name for name in capitals if key_of(*split(named(name))[:2]) not in self.numbers]
        return any(self.form(name) in (None, ("", ())) for name in free)

    def bias(self, x: Node) -> tuple[Key, t.Name] | None:
        """A learned small letter of which nothing is known, with its labels, or a b."""
        shape = shape_of(x) if isinstance(x, t.Name) else None
        base, pieces, marked = split(shape) if shape is not None else ("", (), True)
        if marked or not SMALL.fullmatch(base) or ((base, len(pieces)) not in self.learned and base != "b"):
            return None
        own, key = labelled_key(base, pieces, self.shapes), key_of(base, pieces)
        known = key in self.defined or key in self.numbers or (base, len(pieces) + 1) in self.entries
        free = not known and own not in self.biases and self.shapes.find(base, pieces) is None
        return (own, x) if free and isinstance(x, t.Name) else None

    def product(self, x: t.Product) -> Form | None:
        result: Form | None = ("", ())
        before = ""
        for f, following in zip_longest(x.factors, x.factors[1:]):
            joined = following is not None and following.joined
            operator, before = before or f.operator, ""
            if joined and isinstance(f.body, t.Name) and transposed_base(f.body) is None and not self.is_matrix(f.body):
                # a function before its argument, as far as that can be told here
                known = f.body.base in GREEK_FUNCTIONS or f.body.base in self.functions
                result, before = (result if known else None), operator
                continue
            one = self.form(f.body)
            result = None if result is None or one is None else self.times(result, operator, one)
        return result

    def times(self, a: Form, operator: str, b: Form) -> Form | None:
        """The product of two forms."""
        if operator == "/" or not b[0]:
            return a
        if not a[0]:
            return b
        if operator == r"\ast" and a[0] != b[0]:
            operator = ""
        if operator in ELEMENTWISE or (operator == r"\cdot" and a[0] == b[0] != "m"):
            self.join(a[1], b[1])
            if a[0] + b[0] == "cm":
                return b  # `f \odot W x`: the product with the x behind comes first
            return a if operator in ELEMENTWISE else ("", ())
        if self.within and a[0] + b[0] == "cc" and isinstance(self.root(a[1][0]), tuple):
            self.join(a[1], b[1])
            self.single.add(self.root(a[1][0]))
            return "", ()
        if a[0] + b[0] not in PRODUCTS:
            return None
        met, found = multiplied(a, b)
        self.join(*met)
        return found

    def group(self, x: t.Group) -> Form | None:
        rows = stacked(x)
        if rows is not None:
            one = self.form(rows.at(t.Name(ANY)))
            return ("m", (*one[1], rows.last)) if one is not None and one[0] == "c" else None
        forms = [self.form(i) for i in x.items]
        if x.open == r"\langle" and len(forms) == 2 and None not in forms:
            self.join(forms[0][1], forms[1][1])  # type: ignore[index]
        return forms[0] if len(forms) == 1 and x.open not in (*NORMS, r"\langle") else ("", ())

    def scripted(self, x: t.Scripted) -> Form | None:
        from_base = self.form(x.base)
        if from_base is None or not from_base[0]:
            return from_base
        marked = len(x.scripts) == 1 and x.scripts[0].above and not x.primes
        return turned(from_base) if marked else None

    def call(self, x: t.Call) -> Form | None:
        forms = [self.form(a) for a in x.args]
        return forms[0] if len(forms) == 1 and x.function not in ("tr", "det", "diag", "Tr") else ("", ())

    def fraction(self, x: t.Fraction) -> Form | None:
        above, below = self.form(x.numerator), self.form(x.denominator)
        if above is None or below is None or not below[0]:
            return above
        if above[0] == below[0] == "c":
            self.join(above[1], below[1])  # by entries
        return above if above[0] else below


def multiplied(a: Form, b: Form) -> tuple[tuple[tuple[Axis, ...], tuple[Axis, ...]], Form]:
    """The axes that a product of two arrays makes equal, and what it comes to; its kinds are some of `PRODUCTS`."""
    kind = PRODUCTS[a[0] + b[0]]
    if a[0] + b[0] == "cr":
        return ((), ()), (kind, (*a[1], *b[1]))
    return (a[1][-1:], b[1][:1]), (kind, (*a[1][:-1], *b[1][1:]))


def turned(form: Form) -> Form:
    """The transpose."""
    return {"": "", "c": "r", "r": "c", "m": "m"}[form[0]], form[1][::-1]


RULES: dict[type, Any] = {
    t.Name: Axes.name,
    t.Terms: Axes.terms,
    t.Product: Axes.product,
    t.Group: Axes.group,
    t.Scripted: Axes.scripted,
    t.Call: Axes.call,
    t.Fraction: Axes.fraction,
    t.BigSum: lambda u, x: u.form(x.body),
    t.Braced: lambda u, x: u.form(x.body),
    t.Root: lambda u, x: u.form(x.body),
}
