r"""What the names of a page are, numbers, columns or matrices, where its equations leave only one answer.

`\mathbf{W} \mathbf{x}` is a matrix before a column, nobody transposes a number or takes its norm, what is added or
equated is of one kind, and so is what is multiplied by entries. Each name has the kinds that its letter may have (a
bold small letter is a column, a capital a matrix or a number); all ways to choose are tried, equation by equation.
A name is of the kind that it has both where numbers are preferred and where arrays are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product, zip_longest

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import NORMS, Shape, is_mark, named, values_in
from .algebra import ELEMENTWISE
from .axes import PRODUCTS, Form, multiplied, turned
from .neighbours import Key

MOST_TRIED = 20_000
"""So many choices are looked at on one page."""
OF_ONE = frozenset(["tr", "Tr", "det"])
EXTREMES = frozenset(["max", "min"])
AXES = {"": 0, "c": 1, "r": 1, "m": 2}
PREFERRED = {"m": 2, "c": 1, "": 0}


class Clash(Exception):
    """An equation of things that do not fit."""


class Unread(Exception):
    """An equation of which the forms do not tell the kinds."""


@dataclass(slots=True)
class Forms:
    """The forms of trees: `of` says what a name is and whether it is transposed, `join` makes axes equal,
    `is_function` which names are applied to what stands behind them, `spread` along which axis of a matrix a vector
    lies that is added to it, `is_number` of which functions the values are numbers, of whatever they are applied to."""

    of: Callable[[t.Name], tuple[Form, bool]]
    is_function: Callable[[t.Name], bool]
    join: Callable[[Form, Form], None] = lambda _a, _b: None
    spread: int | None = None
    is_number: Callable[[str], bool] = lambda _base: False

    def equation(self, chain: Chain) -> None:
        """Raises `Clash` where its members are not of one kind."""
        self.alike([self.form(m) for m in chain.members])

    def alike(self, forms: Sequence[Form]) -> Form:
        """The form of things that are added or equated."""
        for f in forms[1:]:
            if f[0] != forms[0][0]:
                raise Clash
            self.join(forms[0], f)
        return forms[0]

    def form(self, x: Node) -> Form:
        """The form of a tree."""
        rule = RULES.get(type(x))
        if rule is None:
            raise Unread
        return rule(self, x)

    def name(self, x: t.Name) -> Form:
        form, marked = self.of(x)
        if not marked:
            return form
        if not form[0]:
            raise Clash  # nobody transposes a number
        return turned(form)

    def terms(self, x: t.Terms) -> Form:
        forms = [(self.form(term.body), term.body) for term in x.terms]
        arrays = [f for f, body in forms if f[0] or not isinstance(body, t.Number)]  # the 1 of `1 - z` is one of each
        matrix = next((f for f in arrays if f[0] == "m"), None) if self.spread is not None else None
        if matrix is not None and self.spread is not None:
            spread = [f for f, body in forms if f[0] in ("c", "r") and isinstance(body, t.Name)]
            for f in spread:
                self.join(("", matrix[1][self.spread :][:1]), ("", f[1]))
            arrays = [f for f in arrays if f not in spread]
        return self.alike(arrays) if arrays else ("", ())

    def product(self, x: t.Product) -> Form:
        result: Form = ("", ())
        before, counts = "", True
        for f, following in zip_longest(x.factors, x.factors[1:]):
            if not counts:
                counts = True  # the argument of a number
                continue
            operator, before = before or f.operator, ""
            if following is not None and following.joined and isinstance(f.body, t.Name) and self.is_function(f.body):
                if self.is_number(f.body.base):
                    counts = False
                    continue
                if not isinstance(following.body, t.Group) or len(following.body.items) != 1:
                    raise Unread
                before = operator
                continue
            result = self.times(result, operator, self.form(f.body))
        return result

    def times(self, a: Form, operator: str, b: Form) -> Form:
        """The product of two forms."""
        if operator in (r"\odot", r"\circ"):
            return self.alike([a, b]) if a[0] and b[0] else _fail()
        if operator == r"\otimes":
            return ("m", (*a[1], *b[1])) if a[0] + b[0] == "cc" else _fail()
        if not b[0]:
            return a
        if operator == "/":
            if a[0] == b[0] == "m":
                raise Unread  # by entries, or times the inverse
            return self.alike([a, b]) if a[0] else _fail()
        if not a[0]:
            return b
        if a[0] == b[0] and operator in ELEMENTWISE:
            return self.alike([a, b])
        if operator == r"\cdot" and a[0] == b[0] == "c":
            self.join(a, b)
            return "", ()
        if a[0] + b[0] not in PRODUCTS:
            raise Clash
        (one, two), found = multiplied(a, b)
        self.join(("", one), ("", two))
        return found

    def group(self, x: t.Group) -> Form:
        forms = [self.form(i) for i in x.items]
        if x.open == r"\langle" and len(forms) == 2:
            return _scalar(forms[0][0] == forms[1][0] != "" and self.alike(forms)[0] != "")
        if len(forms) != 1:
            raise Unread
        if x.open in NORMS:
            return _scalar(forms[0][0] != "" or x.open == "|")
        return forms[0]

    def scripted(self, x: t.Scripted) -> Form:
        inner = self.form(x.base)
        marks = [e for s in x.scripts for e in s.entries]
        if len(marks) == 1 and is_mark(marks[0]) and not x.primes:
            return turned(inner) if inner[0] else _fail()  # nobody transposes a number
        return inner if not inner[0] or (inner[0] == "c" and isinstance(marks[0], t.Number)) else _unread()

    def call(self, x: t.Call) -> Form:
        if x.function in EXTREMES and not x.scripts:  # of each entry, some of which are numbers: `\max(0, z)`
            arrays = [f for f in map(self.form, x.args) if f[0]]
            return self.alike(arrays) if arrays else ("", ())
        if len(x.args) != 1 or x.function in EXTREMES:
            raise Unread
        inner = self.form(x.args[0])
        if x.function in OF_ONE:
            return _scalar(inner[0] == "m")
        if x.function == "softmax":
            return inner if inner[0] else _fail()
        if x.function == "diag":
            return ("m", (*inner[1], *inner[1])) if inner[0] == "c" else _fail()
        return inner

    def cases(self, x: t.Cases) -> Form:
        """Rows that are arrays, but for those that are 0; of numbers alone it may be one of the signs of an array."""
        arrays = [f for f in (self.form(row.value) for row in x.rows) if f[0]]
        return self.alike(arrays) if arrays else _unread()

    def fraction(self, x: t.Fraction) -> Form:
        above, below = self.form(x.numerator), self.form(x.denominator)
        if not below[0]:
            return above
        if not above[0]:
            return below if isinstance(x.numerator, t.Number) else _fail()
        return self.alike([above, below])


def _fail() -> Form:
    raise Clash


def _unread() -> Form:
    raise Unread


def _scalar(fits: bool) -> Form:
    if not fits:
        raise Clash
    return "", ()


RULES: dict[type, Callable[..., Form]] = {
    t.Name: Forms.name,
    t.Number: lambda _f, _x: ("", ()),
    t.Terms: Forms.terms,
    t.Product: Forms.product,
    t.Group: Forms.group,
    t.Scripted: Forms.scripted,
    t.Call: Forms.call,
    t.Fraction: Forms.fraction,
    t.Cases: Forms.cases,
    t.BigSum: lambda f, x: f.form(x.body),
    t.Braced: lambda f, x: f.form(x.body),
    t.Root: lambda f, x: f.form(x.body),
}


@dataclass(slots=True)
class Kinds:
    """The kinds of the names of some equations.

    `told` says what stands for a name, whether it is transposed and, if that is known, its form; `may_be` lists the
    kinds of what is not known; `is_function` tells names that are applied to what stands behind them; `spread` and
    `is_number` as in `Forms`.
    """

    told: Callable[[Shape], tuple[Key, bool, Form | None]]
    may_be: Callable[[Key], Sequence[str]]
    is_function: Callable[[str], bool]
    spread: int | None = None
    is_number: Callable[[str], bool] = lambda _base: False
    tried: int = field(default=0, init=False)

    def solved(self, chains: Sequence[Chain]) -> dict[Key, str] | None:
        """The kinds that are sure; None where the equations do not fit together, or do in too many ways."""
        asked = sorted(((c, self._asked(c)) for c in chains), key=lambda x: len(x[1]))
        arrays = self._best(asked, lambda kind: -PREFERRED[kind])
        numbers = self._best(asked, lambda kind: PREFERRED[kind]) if arrays is not None else None
        if arrays is None or numbers is None:
            return None
        return {k: kind for k, kind in arrays.items() if numbers.get(k) == kind}

    def forms(self, kinds: Mapping[Key, str], join: Callable[[Form, Form], None] = lambda _a, _b: None) -> Forms:
        """The forms of trees where names are of these kinds; others are what they can only be."""

        def of(x: t.Name) -> tuple[Form, bool]:
            key, marked, form = self.told(named(x))
            if form is None:
                ways = self.may_be(key)
                kind = kinds.get(key, ways[0] if len(ways) == 1 else None)
                if kind is None:
                    raise Unread
                form = kind, tuple((key, n) for n in range(AXES[kind]))
            return form, marked

        return Forms(of, lambda x: self.is_function(x.base), join, self.spread, self.is_number)

    def _asked(self, chain: Chain) -> list[Key]:
        """The names of an equation of which it is not known what they are."""
        shapes = (s for m in chain.members for s in values_in(m) if not self.is_function(s.base))
        try:
            keys = [key for key, _, form in map(self.told, shapes) if form is None]
        except Unread:
            return []
        return [k for k in dict.fromkeys(keys) if len(self.may_be(k)) > 1]

    def _best(self, asked: Sequence[tuple[Chain, list[Key]]], cost: Callable[[str], int]) -> dict[Key, str] | None:
        """A choice that fits all equations, of the least cost equation by equation."""
        self.tried = 0
        return next(self._choices(asked, 0, {}, cost), None)

    def _choices(
        self, asked: Sequence[tuple[Chain, list[Key]]], at: int, kinds: dict[Key, str], cost: Callable[[str], int]
    ) -> Iterator[dict[Key, str]]:
        if at == len(asked):
            yield kinds
            return
        chain, keys = asked[at]
        left = [k for k in keys if k not in kinds]
        for way in sorted(product(*map(self.may_be, left)), key=lambda way: sum(map(cost, way))):
            self.tried += 1
            if self.tried > MOST_TRIED:
                return
            chosen = {**kinds, **dict(zip(left, way, strict=True))}
            try:
                self.forms(chosen).equation(chain)
            except Clash:
                continue
            except Unread:
                chosen = kinds  # this equation tells nothing
                yield from self._choices(asked, at + 1, chosen, cost)
                return
            yield from self._choices(asked, at + 1, chosen, cost)
