"""Integers as text: sizes, places in arrays, and conditions on indices."""

from __future__ import annotations

from collections.abc import Mapping

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Constraint
from .arrays import Mask
from .dialect import Dialect
from .errors import CompileError
from .names import identifier

ADD, MUL, MATMUL, UNARY, POW, ATOM = 1, 2, 2, 3, 4, 5
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Text = tuple[str, int]


class Places:
    """Prints affine forms and conditions."""

    def __init__(self, dialect: Dialect, integers: Mapping[Sym, str]) -> None:
        self.dialect, self.integers = dialect, integers

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
                f"the integer {atom!r} depends on an index: neither sizes by layer nor looked-up indices are compiled",
                hint="write the layers out with a letter for each size; give a one-hot array instead of an index",
            )
        return self.integers.get(atom) or identifier(atom.name)

    def integers_along(
        self, form: Affine, ranges: Mapping[Sym, tuple[Affine, Affine]], order: tuple[Sym, ...], least: int = 0
    ) -> str:
        """A form as an array of integers along `order`."""
        terms: list[str] = []
        rest = form
        for s, (lower, count) in ranges.items():
            c = form.coefficient(s)
            if not c:
                continue
            rest = rest - affine(s) * c
            span = self.dialect.counter.format(self.form(lower), self.form(lower + count))
            after = len(order) - order.index(s) - 1
            span += f"[:{', None' * after}]" if after else ""
            terms.append(span if c == 1 else f"{c} * {span}")
        if rest != affine(0) or not terms:
            terms.append(self.form(rest, MUL))
        return f"({' + '.join(terms)})" if least and len(terms) > 1 else " + ".join(terms)

    def mask(self, a: Mask, order: tuple[Sym, ...]) -> Text:
        """Conditions as an array of truths."""
        ranges = {s: (lo, n) for s, lo, n in a.ranges}
        found = [self.condition(c, ranges, order) for c in a.where]
        return (found[0], ADD) if len(found) == 1 else (" & ".join(f"({c})" for c in found), ADD)

    def condition(self, c: Constraint, ranges: Mapping[Sym, tuple[Affine, Affine]], order: tuple[Sym, ...]) -> str:
        """One condition."""
        left = self.integers_along(c.form, ranges, order, 1)
        return f"({left}) % {c.modulus} == 0" if c.rel == "mod" else f"{left} {c.rel} 0"
