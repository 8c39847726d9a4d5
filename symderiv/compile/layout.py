r"""Arrays with named axes as text: here the letters become positions.

`text(a, order)` prints an expression whose positions are the letters of `order` that it has, in that order, with new
axes where it has none; what stands to the left is left to broadcasting. A product of two arrays summed over a letter is
a matrix product, whichever operand must be turned for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from ..affine import Affine, Sym, affine
from ..functions import FACTOR, MULTIPLIED
from .algebra import plus, times
from .arrays import (
    Along,
    Array,
    At,
    Call,
    Contract,
    Counter,
    Dim,
    Elementwise,
    Fork,
    Largest,
    Looked,
    Mask,
    Number,
    Read,
    Whole,
    Window,
    axes,
    is_plain,
    letters_of_dim,
)
from .contraction import relative
from .dialect import Dialect
from .errors import CompileError
from .places import ADD, ATOM, MATMUL, MUL, POW, UNARY, Text
from .products import Products, turned_round
from .program import Storage


class Layout(Products):
    """Prints arrays in a dialect; remembers which helpers were used."""

    def __init__(
        self,
        dialect: Dialect,
        storages: Mapping[str, Storage],
        functions: Mapping[tuple[str, tuple[int, ...]], str],
        integers: Mapping[Sym, str],
    ) -> None:
        super().__init__(dialect, integers)
        self.storages, self.functions = storages, functions
        self.helpers: set[str] = set()

    # arrays

    def text(self, a: Array, order: Sequence[Sym], least: int = 0) -> str:
        """The array along `order`, in parentheses where it holds less firmly than `least`."""
        own = axes(a)
        inner = tuple(s for s in order if s in own)
        found, level = self.exact(a, inner)
        first = next((n for n, s in enumerate(order) if s in own), len(order))
        if inner and len(order) - first > len(inner):
            where = ", ".join(":" if s in own else "None" for s in order[first:])
            return f"{self.wrapped((found, level), ATOM)}[{where}]"
        return self.wrapped((found, level), least)

    def exact(self, a: Array, order: tuple[Sym, ...]) -> Text:
        """The array with exactly the positions `order`."""
        if isinstance(a, Number):
            return self.number(a.value)
        if isinstance(a, Whole):
            return self.form(a.form), (ATOM if len(a.form.terms) + bool(a.form.const) < 2 else ADD)
        if isinstance(a, Counter):
            return self.dialect.cast.format(self.span(a.lower, a.count)), ATOM
        if isinstance(a, Read):
            return self.read(a, order)
        if isinstance(a, Elementwise):
            return self.elementwise(a, order)
        if isinstance(a, Call):
            return self.call(a, order)
        if isinstance(a, Contract):
            return self.contract(a, order)
        if isinstance(a, Largest):
            return self.reduced(a.body, a.letters, order, self.dialect.largest)
        if isinstance(a, Fork):
            return self.fork(a, order)
        if isinstance(a, Mask) and not a.ranges:
            return f"int({' and '.join(self.condition(c, {}, ()) for c in a.where)})", ATOM
        if isinstance(a, Mask):
            return self.dialect.cast.format(self.wrapped(self.mask(a, order), ATOM)), ATOM
        mask = self.mask(a.mask, tuple(s for s in order if s in axes(a.mask)))[0]
        if tuple(s for s in order if s in axes(a.mask)) != order:
            mask = self.mask(a.mask, order)[0]
        other = f"-{self.dialect.module}.inf" if a.lowest else "0"
        return self.dialect.where.format(mask, self.text(a.body, order), other), ATOM

    def read(self, a: Read, order: tuple[Sym, ...]) -> Text:
        """A part of a stored array, turned as wanted."""
        storage = self.storages[a.name]
        base = a.name
        counts = list(storage.counts)
        for n, (before, after) in enumerate(a.pads):
            if (before, after) != (affine(0), affine(0)):
                base = self.use("padded").format(base, n, self.form(before), self.form(after))
                counts[n] = counts[n] + before + after
        picked = [d for d in a.dims if isinstance(d, Looked)]
        if len(picked) > 1 or any(not d.lookups for d in picked):
            return self.looked(base, a, order)
        back = [n for n, d in enumerate(a.dims) if isinstance(d, Along) and d.step == -1]
        if back and not any(isinstance(d, At) for d in a.dims):
            base = self.dialect.turned.format(base, ", ".join(map(str, back)))
            a = replace(
                a, dims=tuple(turned_round(d, letters_of_dim(d)) if n in back else d for n, d in enumerate(a.dims))
            )
        native = tuple(s for d in a.dims for s in letters_of_dim(d))
        windows = any(isinstance(d, Window) for d in a.dims)
        base = self.windowed(base, a.dims, counts) if windows else self.sliced(base, a.dims, counts)
        return self.turned(base, native, order), ATOM

    def sliced(self, base: str, dims: Sequence[Dim], counts: Sequence[Affine]) -> str:
        """Part of an array, a position after the other; an integer beside an array of integers goes first."""
        places = [self.place(d, n) for d, n in zip(dims, counts, strict=True)]
        if any(isinstance(d, Looked) for d in dims) and any(isinstance(d, At) for d in dims):
            first = [":" if isinstance(d, Looked) else p for d, p in zip(dims, places, strict=True)]
            base = f"{base}[{', '.join(first)}]"
            places = [
                p if isinstance(d, Looked) else ":" for d, p in zip(dims, places, strict=True) if not isinstance(d, At)
            ]
        while places and places[-1] == ":":
            places.pop()
        return f"{base}[{', '.join(places)}]" if places else base

    def place(self, d: Dim, count: Affine) -> str:
        """One position between brackets."""
        if isinstance(d, At):
            return self.form(d.offset)
        if isinstance(d, Looked):
            return self.place_of(d, letters_of_dim(d))
        assert isinstance(d, Along)
        start = "" if d.start == affine(0) else self.form(d.start)
        last = d.start + (d.count - 1) * d.step + 1
        stop = "" if last == count else self.form(last)
        return f"{start}:{stop}" + (f":{d.step}" if d.step != 1 else "")

    def windowed(self, base: str, dims: Sequence[Dim], counts: Sequence[Affine]) -> str:
        """Several letters along one position: the helper `windows` makes an axis for each."""
        rows: list[str] = []
        for d, _ in zip(dims, counts, strict=True):
            if isinstance(d, At):
                rows.append(f"({self.form(d.offset)},)")
            elif isinstance(d, Along):
                rows.append(f"({self.form(d.start)}, ({self.form(d.count)}, {d.step}))")
            else:
                assert isinstance(d, Window)
                steps = ", ".join(f"({self.form(n)}, {k})" for _, n, k in d.parts)
                rows.append(f"({self.form(d.start)}, {steps})")
        return self.use("windows").format(base, ", ".join(rows))

    def looked(self, base: str, a: Read, order: tuple[Sym, ...]) -> Text:
        """Entries picked one by one, by arrays of integers."""
        return f"{base}[{', '.join(self.picks(a.dims, order))}]", ATOM

    def fork(self, a: Fork, order: tuple[Sym, ...]) -> Text:
        """The cheapest of several orders, chosen at the call by the sizes."""
        *others, (_, last) = self.ways(a)
        text = self.text(last, order)
        for condition, option in reversed(others):
            text = f"{self.text(option, order)} if {condition} else {text}"
        return text, 0

    def ways(self, a: Fork) -> list[tuple[str, Array]]:
        """The orders, each with the condition on the sizes under which it is taken before those after it."""
        costs = [[" * ".join(self.form(n, MUL) for n in term) or "1" for term in cost] for cost in relative(a)]
        found = []
        for n, option in enumerate(a.options):
            cost, *rest = [" + ".join(terms) or "0" for terms in costs[n:]]
            least = rest[0] if len(rest) == 1 else f"min({', '.join(rest)})"
            found.append((f"{cost} <= {least}" if rest else "", option))
        return found

    def elementwise(self, a: Elementwise, order: tuple[Sym, ...]) -> Text:
        """Sums, products, quotients and powers."""
        if a.op == "add":
            joined = self.joined(a, order) if self.dialect.joined else None
            if joined is not None:
                return joined
            text = ""
            for n, term in enumerate(sorted(a.args, key=_negative) if _negative(a.args[0]) else a.args):
                negative, body = _sign(term)
                shown = self.text(body, order, MUL if negative and n else ADD)
                sign = "-" if negative else "+"
                text += f" {sign} {shown}" if n else (self.negated(body, order)[0] if negative else shown)
            return text, ADD
        if a.op == "mul":
            negative, body = _sign(a)
            if negative:
                return self.negated(body, order)
            assert isinstance(a, Elementwise)
            return " * ".join(self.text(f, order, UNARY if n else MUL + 1) for n, f in enumerate(a.args)), MUL
        if a.op == "div":
            return f"{self.text(a.args[0], order, MUL)} / {self.text(a.args[1], order, UNARY)}", MUL
        return self.power(a, order)

    def negated(self, a: Array, order: tuple[Sym, ...]) -> Text:
        """Minus the array; of a difference, the difference turned round: one pass less."""
        if isinstance(a, Elementwise) and a.op == "add" and any(map(_negative, a.args)):
            return self.exact(plus([times([Number(Fraction(-1)), t]) for t in a.args]), order)
        if isinstance(a, Elementwise) and a.op == "mul" and isinstance(a.args[0], Number):
            number = self.wrapped(self.number(a.args[0].value), MUL + 1)
            return f"-{number} * {self.text(times(list(a.args[1:])), order, MUL + 1)}", MUL
        return f"-{self.text(a, order, UNARY)}", UNARY

    def joined(self, a: Elementwise, order: tuple[Sym, ...]) -> Text | None:
        """Several matrix products of one shape added up, as a tied weight has them: one product over a longer axis."""
        products = [t for t in a.args if isinstance(t, Contract) and self._is_matrix_product(t, order)]
        if len(order) != 2 or len(products) < 2:
            return None
        rest = [t for t in a.args if t not in products]
        pairs = []
        for t in products:
            left = next(f for f in t.factors if order[0] in axes(f))
            right = next(f for f in t.factors if order[1] in axes(f))
            pairs.append((left, right, t.letters[0]))
        if self.dialect.joined == "concatenate":
            first = ", ".join(self.text(left, (n, order[0])) for left, _, n in pairs)
            second = ", ".join(self.text(right, (n, order[1])) for _, right, n in pairs)
            whole = self.dialect.concatenate
            text: Text = (f"{whole.format(first)}.T @ {whole.format(second)}", MATMUL)
        else:
            left, right, n = pairs[-1]
            text = (f"{self.text(left, (order[0], n), POW)} @ {self.text(right, (n, order[1]), POW)}", MATMUL)
            for left, right, n in reversed(pairs[:-1]):
                shown = (text[0], self.text(left, (order[0], n)), self.text(right, (n, order[1])))
                text = (self.dialect.joined.format(*shown), ATOM)
        if not rest:
            return text
        others, level = self.elementwise(Elementwise("add", tuple(rest)), order) if len(rest) > 1 else ("", ADD)
        return f"{text[0]} + {others or self.text(rest[0], order, ADD)}", level

    @staticmethod
    def _is_matrix_product(t: Contract, order: tuple[Sym, ...]) -> bool:
        if len(t.factors) != 2 or len(t.letters) != 1:
            return False
        n = t.letters[0]
        return {frozenset(axes(f)) for f in t.factors} == {frozenset({s, n}) for s in order}

    def power(self, a: Elementwise, order: tuple[Sym, ...]) -> Text:
        """A power; a root where the exponent is one half."""
        base, exponent = a.args
        if isinstance(exponent, Number) and exponent.value == Fraction(1, 2) and not is_plain(base):
            return self.dialect.functions["sqrt"].format(self.text(base, order)), ATOM
        if isinstance(exponent, Number) and exponent.value == -1:
            return f"1 / {self.text(base, order, UNARY)}", MUL
        return f"{self.text(base, order, ATOM)} ** {self.text(exponent, order, ATOM)}", POW

    def multiplied(self, a: Call, order: tuple[Sym, ...]) -> Text:
        """A product over an index (see `functions.PRODUCT`)."""
        over = a.args[0]
        if isinstance(over, Contract) and len(over.letters) == len(over.factors) == 1:
            (factor,) = over.factors
            if isinstance(factor, Call) and factor.function == FACTOR:
                return self.reduced(factor.args[0], over.letters, order, self.dialect.multiplied)
        raise CompileError(
            "a product over an index with conditions, or over several, is not compiled",
            hint="write its logarithm, as a sum",
        )

    def call(self, a: Call, order: tuple[Sym, ...]) -> Text:
        """A function that is handed over, or one of the backend's."""
        if a.function in MULTIPLIED:
            return self.multiplied(a, order)
        name = self.functions.get((a.function, a.order))
        shown = [self.text(x, order) for x in a.args]
        if all(map(is_plain, a.args)):  # functions of arrays want an array, of the type at hand
            shown = [self.dialect.scalar.format(x) for x in shown]
        if name is not None:
            return f"{name}({', '.join(shown)})", ATOM
        if a.function in ("max", "min"):
            return self.extreme(a, shown), ATOM
        spelled = self.dialect.functions.get(a.function)
        if spelled is None or any(a.order):
            raise CompileError(f"no code for the function {a.function}")
        if spelled in self.dialect.helpers:
            return f"{self.use(spelled)}({shown[0]})", ATOM
        if "{-0}" in spelled:  # an operator stands around minus its argument
            return spelled.replace("{-0}", self.negated(a.args[0], order)[0]), MUL
        return spelled.format(shown[0]), ATOM

    def extreme(self, a: Call, shown: list[str]) -> str:
        """The largest (or least) of several arrays and numbers, the numbers last."""
        template = self.dialect.maximum if a.function == "max" else self.dialect.minimum
        bounded = self.dialect.at_least if a.function == "max" else self.dialect.at_most
        order = sorted(range(len(shown)), key=lambda n: is_plain(a.args[n]))
        text = shown[order[0]]
        for n in order[1:]:
            bound = is_plain(a.args[n]) and not is_plain(a.args[order[0]])
            text = (bounded if bound else template).format(text, shown[n])
        return text

    def use(self, helper: str) -> str:
        """A helper's call template (or its name), noted as used."""
        self.helpers.add(helper)
        return {"padded": "padded({0}, {1}, {2}, {3})", "windows": "windows({0}, {1})"}.get(helper, helper)


def _negative(a: Array) -> bool:
    return _sign(a)[0]


def _sign(a: Array) -> tuple[bool, Array]:
    """Is there a minus in front, and what follows it?"""
    if isinstance(a, Number) and a.value < 0:
        return True, Number(-a.value)
    if isinstance(a, Elementwise) and a.op == "mul" and isinstance(a.args[0], Number) and a.args[0].value < 0:
        value = -a.args[0].value
        rest = a.args[1:]
        if value == 1:
            return True, rest[0] if len(rest) == 1 else Elementwise("mul", rest)
        return True, Elementwise("mul", (Number(value), *rest))
    return False, a
