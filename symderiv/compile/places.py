"""Integers as text: sizes, places in arrays, and conditions on indices."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Constraint
from .arrays import Array, At, Dim, Looked, Mask, Read
from .dialect import Dialect
from .errors import CompileError

ADD, MUL, MATMUL, UNARY, POW, ATOM = 1, 2, 2, 3, 4, 5
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Text = tuple[str, int]


class Places(ABC):
    """Prints affine forms and conditions."""

    @abstractmethod
    def text(self, a: Array, order: Sequence[Sym], least: int = 0) -> str:
        """The array along `order`, in parentheses where it holds less firmly than `least`."""

    def __init__(self, dialect: Dialect, integers: Mapping[Sym, str]) -> None:
        self.dialect, self.integers = dialect, integers

    @staticmethod
    def wrapped(text: Text, least: int) -> str:
        """In parentheses if it holds less firmly."""
        return f"({text[0]})" if text[1] < least else text[0]

    @staticmethod
    def number(value: Fraction) -> Text:
        """A number, exactly if it has a short decimal, else as a quotient."""
        if value.denominator == 1:
            return str(value), ATOM if value >= 0 else UNARY
        exact = Fraction(str(float(value))) == value
        text = repr(float(value)) if exact else f"{value.numerator} / {value.denominator}"
        return text, (ATOM if value >= 0 else UNARY) if exact else MUL

    def form(self, f: Affine, least: int = 0) -> str:
        """An affine form as an integer expression."""
        text = ""
        for atom, c in f.terms:
            name = self.atom(atom)
            body = name if abs(c) == 1 else f"{abs(c)} * {name}"
            text += f" {'-' if c < 0 else '+'} {body}" if text else (f"-{body}" if c < 0 else body)
        if f.const or not text:
            text += f" {'-' if f.const < 0 else '+'} {abs(f.const)}" if text else str(f.const)
        return f"({text})" if least >= MUL and len(f.terms) + bool(f.const) > 1 else text

    def atom(self, atom: Sym | IntFn) -> str:
        """A size, a letter of a loop, a computed integer, or a looked-up one."""
        if isinstance(atom, IntFn):
            raise CompileError(
                f"the integer {atom!r} depends on an index, where one that is the same everywhere must stand",
                hint="write the layers out with a letter for each size; give a one-hot array instead of an index",
            )
        if atom not in self.integers:
            raise CompileError(f"the index {atom.name} is left where a size must stand")
        return self.integers[atom]

    def span(self, lower: Affine, count: Affine) -> str:
        """The integers from `lower` on."""
        return self.dialect.counter.format(self.form(lower), self.form(lower + count)).replace("(0, ", "(")

    def integers_along(
        self,
        form: Affine,
        ranges: Mapping[Sym, tuple[Affine, Affine]],
        order: tuple[Sym, ...],
        lookups: Iterable[tuple[Affine, Read, Affine]] = (),
    ) -> str:
        """A form as an array of integers along `order`; each letter is counted from 0."""
        terms: list[tuple[bool, str]] = []
        rest = form
        for s, (lower, count) in ranges.items():
            c = form.coefficient(s)
            if not c:
                continue
            rest = rest - affine(s) * c + lower * c
            after = len(order) - order.index(s) - 1
            span = self.span(affine(0), count) + (f"[:{', None' * after}]" if after else "")
            terms.append((c < 0, span if abs(c) == 1 else f"{abs(c)} * {span}"))
        for looked, read, base in lookups:
            c = dict(form.terms)[looked.terms[0][0]]
            rest = rest - looked * c + base * c
            text = self.text(read, order, ATOM)
            terms.append((c < 0, text if abs(c) == 1 else f"{abs(c)} * {text}"))
        if rest != affine(0) or not terms:
            terms.append((False, self.form(rest)))
        terms.sort()  # what is subtracted comes last
        text = " ".join(("- " if negative else "+ ") + term for negative, term in terms)
        return text.replace(" + -", " - ").removeprefix("+ ").replace("- ", "-", text.startswith("- "))

    def picks(self, dims: Iterable[Dim], order: tuple[Sym, ...]) -> list[str]:
        """Arrays of integers, one a position, that broadcast along `order`."""
        found: list[str] = []
        for d in dims:
            if isinstance(d, Looked):
                found.append(self.place_of(d, order))
            else:
                assert isinstance(d, At)
                found.append(self.form(d.offset))
        return found

    def place_of(self, d: Looked, order: tuple[Sym, ...]) -> str:
        """A position looked up, as an array of integers."""
        text = self.integers_along(d.form - d.lower, {s: (lo, n) for s, lo, n in d.ranges}, order, d.lookups)
        if d.clipped is None:
            return text
        return (self.dialect.clip if d.ranges else "min(max({0}, 0), {1})").format(text, self.form(d.clipped - 1))

    def mask(self, a: Mask, order: tuple[Sym, ...]) -> Text:
        """Conditions as an array of truths."""
        ranges = {s: (lo, n) for s, lo, n in a.ranges}
        found = [self.condition(c, ranges, order) for c in a.where]
        return (found[0], ADD) if len(found) == 1 else (" & ".join(f"({c})" for c in found), ADD)

    def condition(self, c: Constraint, ranges: Mapping[Sym, tuple[Affine, Affine]], order: tuple[Sym, ...]) -> str:
        """One condition: what is subtracted stands on the right."""
        form, counted = c.form, {s: (affine(0), count) for s, (_, count) in ranges.items()}
        for s, (lower, _) in ranges.items():
            form = form + lower * form.coefficient(s)
        if c.rel == "mod":
            return f"({self.integers_along(form, counted, order)}) % {c.modulus} == 0"
        left = Affine(tuple(t for t in form.terms if t[1] > 0), max(form.const, 0))
        right = left - form
        sides = [self.integers_along(f, counted, order) for f in (left, right)]
        return f"{sides[0]} {c.rel} {sides[1]}"
