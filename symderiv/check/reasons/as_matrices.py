r"""Expressions in indices written in matrices: `\sum_k w_{kj} \delta_k x_i` as `(W^T \delta) x^T`.

A line in matrices is judged in indices that its author never typed. What a reason shows of it has none of these
either: a product over one of them is one of matrices, factors with the same ones are multiplied by entries. What
cannot be written so has no form here, and whoever shows one reads it again first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from ...affine import Sym, affine
from ...expr import (
    Add,
    Apply,
    Div,
    Expr,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    children,
    free,
    mul,
    neg,
    of_kind,
    walk,
)
from ...latex.style import Style
from ...latex.write import group, write
from ...pattern import lazily

ENTRIES = lazily(r"_\{([^{}]*)\}|_([A-Za-z])(?![A-Za-z'])")
"""The indices below a name."""
LETTER = lazily(r"\\[A-Za-z]+'*|[A-Za-z]'*|\S")
BODY = Var(Variable("Z"))
WHOLE, PRODUCT, SUM = 2, 1, 0
"""How firmly what is written holds together."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An array as it is written, with the letters that number its rows and columns; `parts`: of a product.

    `front`: numbers before these.
    """

    text: str
    letters: tuple[Sym, ...] = ()
    level: int = WHOLE
    parts: tuple[Shown, ...] = ()
    front: str = ""

    @property
    def inner(self) -> str:
        """As a factor."""
        return self.text if self.level == WHOLE else group(self.text)


@dataclass(frozen=True, slots=True)
class Notation:
    """How a page writes: letters that it does not, signs of a transposition, of a product by entries, of a norm."""

    hidden: frozenset[Sym]
    transposed: str
    by_entries: str
    norm: str
    style: Style

    def written(self, e: Expr, order: tuple[Sym, ...] = ()) -> str | None:
        """An expression in matrices, with its rows and columns in that order; None if it has no such form."""
        found = self._shown(e)
        if found is None:
            return None
        return self._turned(found, order).text if {*found.letters} == {*order} else found.text

    def order(self, e: Expr) -> tuple[Sym, ...]:
        """The letters of rows and columns as an expression has them."""
        found = self._shown(e)
        return () if found is None else found.letters

    def _turned(self, x: Shown, order: tuple[Sym, ...]) -> Shown:
        """An array with its letters in an order."""
        if x.letters == order or len(x.letters) < 2:
            return x
        return Shown(self._flipped(x), order, PRODUCT if x.parts else WHOLE)

    def _flipped(self, x: Shown) -> str:
        """The transpose of what is written."""
        if x.parts:
            one, two = x.parts
            return (
                f"{x.front} {two.inner if len(two.letters) == 1 else self._flipped(two)} {self._flipped(one)}".strip()
            )
        inner = x.inner
        if inner.endswith(self.transposed):
            return inner.removesuffix(self.transposed)
        plain = x.level != WHOLE or not re.search(r"\^(\{[^{}]*\}|\S)\Z", inner)
        return f"{inner}{self.transposed}" if plain else f"{group(inner)}{self.transposed}"

    def _shown(self, e: Expr) -> Shown | None:
        if not self._hidden_in(e):
            return Shown(write(e, self.style), (), _level(e))
        if isinstance(e, Var):
            return self._entry(e, e)
        if isinstance(e, Partial):
            return self._entry(e, e.wrt) if not self._hidden_in(e.of) else None
        if isinstance(e, Add):
            return self._terms(e)
        if isinstance(e, (Mul, Sum)):
            return self._product(e)
        if isinstance(e, (Apply, Pow, Div)):
            return self._by_entries(e)
        return None

    def _hidden_in(self, e: Expr) -> bool:
        bound = {x.letter for x in of_kind(e, Sum)}
        return bool((free(e) | bound) & self.hidden)

    def _entry(self, e: Expr, named: Var) -> Shown | None:
        letters = [i.letter for i in named.indices if i.letters() & self.hidden]
        whole = all(i == affine(i.letter) for i in named.indices if i.letter in self.hidden and i.letter is not None)
        if None in letters or not whole or len(letters) != len({*letters}) or len(letters) > 2:
            return None
        return Shown(self.bare(write(e, self.style)), tuple(s for s in letters if s is not None))

    def bare(self, text: str) -> str:
        """A formula without the letters that the page does not write."""
        names = {s.name for s in self.hidden}

        def without(found: re.Match[str]) -> str:
            inner = found[1] or found[2]
            entries = inner.split(",") if "," in inner else LETTER.findall(inner)
            kept = [x.strip() for x in entries if x.strip() not in names]
            if len(kept) == len(entries):
                return found[0]
            more = ("," if "," in inner else "").join(kept)
            return "" if not kept else f"_{more}" if len(more) == 1 else f"_{{{more}}}"

        return ENTRIES.sub(without, text)

    def _by_entries(self, e: Expr) -> Shown | None:
        """A function, a power, a quotient of arrays, each entry for itself."""
        if isinstance(e, Div) and not self._hidden_in(e.denominator):
            above = self._shown(e.numerator)
            below = write(e.denominator, self.style)
            return None if above is None else Shown(rf"\frac{{{above.text}}}{{{below}}}", above.letters)
        if of_kind(e, Sum) or any(isinstance(x, (Mul, Partial)) and self._hidden_in(x) for x in walk(e)):
            return None
        letters = {tuple(i.letter for i in x.indices if i.letter in self.hidden) for x in of_kind(e, Var)} - {()}
        found = next(iter(letters)) if len(letters) == 1 else ()
        return Shown(self.bare(write(e, self.style)), tuple(s for s in found if s is not None)) if found else None

    def _terms(self, e: Add) -> Shown | None:
        text = ""
        shown = [(_sign(t), self._shown(_plain(t))) for t in e.terms]
        order: tuple[Sym, ...] = next((s.letters for _, s in shown if s is not None and s.letters), ())
        for n, (sign, s) in enumerate(shown):
            number = n == 0 and isinstance(e.terms[0], Num)  # the 1 of `1 - h^2`
            if s is None or ({*s.letters} != {*order} and not number):
                return None
            part = self._turned(s, order)
            joined = group(part.text) if part.level == SUM else part.text
            text += f" {sign} {joined}" if n else ("-" if sign == "-" else "") + joined
        return Shown(text, order, SUM)

    def _product(self, e: Mul | Sum) -> Shown | None:
        """Factors, within sums over letters that are written and products over such as are not."""
        factors: list[Expr] = [e]
        over: list[Sym] = []
        sums: list[Sum] = []
        while isinstance(last := factors[-1], (Mul, Sum)):
            factors.pop()
            if isinstance(last, Mul):
                factors += last.factors
            elif last.letter in self.hidden and not last.where:
                over.append(last.letter)
                factors.append(last.body)
            else:
                sums.append(last)
                if any(last.letter in free(f) for f in factors):
                    return None
                factors.append(last.body)
        scalars = [f for f in factors if not self._hidden_in(f)]
        arrays = [self._shown(f) for f in factors if self._hidden_in(f)]
        if any(a is None for a in arrays):
            return None
        made = self._norm(factors, over) or self._multiplied([a for a in arrays if a is not None], over)
        if made is None:
            return None
        outer = [f for f in scalars if not {s.letter for s in sums} & free(f)]
        inner = [f for f in scalars if f not in outer]
        body = self._scaled(inner, made)
        for x in reversed(sums):
            head = write(replace(x, body=BODY), self.style).removesuffix("Z").strip()
            body = Shown(f"{head} {group(body.text) if body.level == SUM else body.text}", made.letters, PRODUCT)
        return self._scaled(outer, body)

    def _norm(self, factors: list[Expr], over: list[Sym]) -> Shown | None:
        r"""The square of a norm, `\sum_{ij} W_{ij}^2`."""
        found = [f for f in factors if self._hidden_in(f)]
        if len(found) != 1 or not isinstance(found[0], Pow) or found[0].exponent != Num(Fraction(2)):
            return None
        base = self._shown(found[0].base)
        if base is None or {*base.letters} != {*over}:
            return None
        return Shown(rf"\|{base.text}\|{self.norm if len(over) == 2 else ''}^2")

    def _scaled(self, scalars: list[Expr], x: Shown) -> Shown:
        if not scalars:
            return x
        number = mul(*scalars)
        text = group(x.text) if x.level == SUM else x.text
        if number == Num(Fraction(-1)):
            return Shown(f"-{text}", x.letters, PRODUCT)
        front = write(number, self.style)
        front = group(front) if _level(number) == SUM else front
        return Shown(f"{front} {text}", x.letters, PRODUCT, x.parts, f"{front} {x.front}".strip())

    def _multiplied(self, arrays: list[Shown], over: list[Sym]) -> Shown | None:
        """The product of arrays, summed over some of their letters."""
        grouped = self._gathered(arrays)
        for letter in reversed(over):
            mine = [a for a in grouped if letter in a.letters]
            if len(mine) > 2:
                grouped = self._with_outer(grouped, letter)
                mine = [a for a in grouped if letter in a.letters]
            if len(mine) != 2:
                return None
            made = self._contracted(mine[0], mine[1], letter)
            if made is None:
                return None
            grouped = self._gathered([made, *(a for a in grouped if a not in mine)])
        if len(grouped) == 1:
            return grouped[0]
        if len(grouped) == 2 and all(len(a.letters) == 1 for a in grouped):
            one, two = grouped
            return Shown(f"{one.inner} {self._flipped(two)}", (*one.letters, *two.letters), PRODUCT, (one, two))
        return None

    def _gathered(self, arrays: list[Shown]) -> list[Shown]:
        """Arrays with the same letters multiplied by entries."""
        found: list[Shown] = []
        for a in arrays:
            n = next((n for n, b in enumerate(found) if {*a.letters} == {*b.letters}), None)
            if n is None:
                found.append(a)
            else:
                one, two = found[n], self._turned(a, found[n].letters)
                left, right = (group(x.text) if x.level < WHOLE else x.text for x in (one, two))
                left = one.text if f" {self.by_entries} " in one.text and one.level == PRODUCT else left
                found[n] = Shown(f"{left} {self.by_entries} {right}", one.letters, PRODUCT)
        return found

    def _with_outer(self, arrays: list[Shown], letter: Sym) -> list[Shown]:
        """A matrix by entries with the outer product of vectors that number its rows and its columns."""
        vectors = [a for a in arrays if len(a.letters) == 1]
        for a in (a for a in arrays if len(a.letters) == 2 and letter in a.letters):
            beside = [v for s in a.letters for v in vectors if v.letters == (s,)]
            if len(beside) == 2:
                one, two = beside
                outer = Shown(f"{one.inner} {self._flipped(two)}", a.letters, PRODUCT, (one, two))
                return self._gathered([outer, *(x for x in arrays if x not in beside)])
        return arrays

    def _contracted(self, a: Shown, b: Shown, letter: Sym) -> Shown | None:
        """The product of two arrays over a letter of both."""
        if len(a.letters) == 1 and len(b.letters) == 1:
            return Shown(f"{self._flipped(a)} {b.inner}", (), PRODUCT)
        if len(a.letters) == 1:
            a, b = b, a
        row = next(s for s in a.letters if s != letter)
        left = self._turned(a, (row, letter))
        if len(b.letters) == 1:
            return Shown(f"{left.inner} {b.inner}", (row,), PRODUCT)
        column = next(s for s in b.letters if s != letter)
        if column == row:
            return None
        right = self._turned(b, (letter, column))
        return Shown(f"{left.inner} {right.inner}", (row, column), PRODUCT, (left, right))


def _level(e: Expr) -> int:
    if isinstance(e, Add):
        return SUM
    return PRODUCT if isinstance(e, (Mul, Sum)) or (isinstance(e, Num) and e.value < 0) else WHOLE


def _sign(e: Expr) -> str:
    first = children(e)[0] if isinstance(e, Mul) else e
    return "-" if isinstance(first, Num) and first.value < 0 else "+"


def _plain(e: Expr) -> Expr:
    """A term without its sign."""
    if _sign(e) == "+":
        return e
    first = e.factors[0] if isinstance(e, Mul) else e
    if isinstance(first, Num) and isinstance(e, Mul):
        return mul(*([Num(-first.value)] if first.value != -1 else []), *e.factors[1:])
    return neg(e)
