r"""Integers as typed: index forms, bounds, ranges and conditions.

What stands in an index, a bound or a condition is an affine form of letters, sizes that depend on an index
(`d_{\ell-1}`, `d^{(\ell-1)}`, `m(l)`) and looked-up indices (`c_m`). Anything else is an error that says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from ...affine import Affine, AffineLike, IntFn, Sym, affine
from ...domain.constraint import Constraint, congruent, eq, ge, gt, le, lt, ne
from ...errors import ReadError
from ...latex import tree as t
from ...latex.tree import Chain, Formula, Node
from ...system import Span
from ..spelled.names import Names
from ..spelled.shape import STAR, Shape, is_slice, label_of, letter_of, letters_in, shape_of
from .distances import TURNED, Where, choices, holds_distance, inside

COMPARE = {r"\le": le, "<": lt, r"\ge": ge, ">": gt, "=": eq, "==": eq, r"\ne": ne}
UP = {r"\le": 0, "<": 1}
DOWN = {r"\ge": 0, ">": 1}
FORM_HINT = r"an index is a letter, a number, or a sum of multiples of them such as `2i+a-1`"


@dataclass(slots=True)
class Integers:
    """Reads integers of one formula; `lookups` and `size_functions` collect the terms met."""

    formula: Formula
    names: Names

    def error(self, cause: str, node: object, hint: str = "") -> ReadError:
        """An error at a node."""
        return ReadError(cause, self.formula.place(getattr(node, "span", (0, 0))), hint)

    def form(self, x: Node) -> Affine:
        """The affine form of a tree."""
        if isinstance(x, t.Name):
            return affine(self._name(x))
        if isinstance(x, t.Number) and "." not in x.text:
            return affine(int(x.text))
        if isinstance(x, t.Terms):
            return self._terms(x)
        if isinstance(x, t.Product):
            return self._product(x)
        if isinstance(x, t.Group) and len(x.items) == 1 and (x.open in PARENTHESES or self._is_size_of_set(x)):
            return self.form(x.items[0])
        if isinstance(x, t.Scripted) and (shape := shape_of(x)) is not None:
            return affine(self._term(shape, x))
        raise self.error("this is not an index form", x, FORM_HINT)

    def _terms(self, x: t.Terms) -> Affine:
        total = affine(0)
        for term in x.terms:
            if term.sign not in ("", "+", "-"):
                raise self.error(f"`{term.sign}` in an index form", term, FORM_HINT)
            value = self.form(term.body)
            total = total - value if term.sign == "-" else total + value
        return total

    def _product(self, x: t.Product) -> Affine:
        coefficient, rest = 1, affine(0)
        several = False
        n = 0
        while n < len(x.factors):
            f = x.factors[n]
            if f.operator not in ("", r"\cdot", r"\times", r"\ast"):
                raise self.error(f"`{f.operator}` in an index form", f.body, FORM_HINT)
            if n + 1 < len(x.factors) and x.factors[n + 1].joined and isinstance(f.body, t.Name):
                value = self._called(f.body, x.factors[n + 1].body)
                n += 1
            else:
                value = self.form(f.body)
            n += 1
            if value.is_constant:
                coefficient *= value.const
            elif several:
                raise self.error("an index form has no products of letters", x, FORM_HINT)
            else:
                rest, several = value, True
        return rest * coefficient if several else affine(coefficient)

    def _called(self, name: t.Name, group: Node) -> Affine:
        letter = letter_of(name)
        if letter is None or not isinstance(group, t.Group) or letter not in self.names.size_names:
            raise self.error("this is not an index form", name, FORM_HINT)
        holes = ",".join(f"#{n + 1}" for n in range(len(group.items)))
        return affine(IntFn(letter, tuple(map(self.form, group.items)), f"{name.base}({holes})"))

    def _name(self, x: t.Name) -> Sym | IntFn:
        letter = letter_of(x)
        if letter is not None:
            plain = x.base.startswith("\\") or len(x.base.removesuffix(STAR)) == 1
            if plain or letter in self.names.sizes | self.names.index:
                return Sym(letter)
            raise self.error(
                f"`{x.base}` is not an index", x, rf"write a label as `\text{{{x.base}}}`, indices with commas"
            )
        shape = shape_of(x)
        assert shape is not None
        return self._term(shape, x)

    def _term(self, shape: Shape, x: Node) -> Sym | IntFn:
        r"""A scripted name: a term with arguments (`d_{\ell-1}`, `c_m`), or a letter with a label (`n_{\text{in}}`)."""
        above = shape.bare and any(isinstance(p, t.Number) for item in shape.uppers for p in item)
        if above and (shape.below or shape.base not in self.names.raised_sizes - self.names.sizes):
            raise self.error("an index form has no powers", x, FORM_HINT)
        if is_slice(shape.pieces):
            raise self.error(f"`{label_of(x)}` is not an index", x, FORM_HINT)
        if not shape.pieces or any(self._is_label(p, shape.base) for p in shape.pieces):
            return Sym(_plain(shape))
        if all(isinstance(p, t.Number) for p in shape.pieces) and shape.base not in self.names.indexed_sizes:
            return Sym(_plain(shape))
        args = tuple(map(self.form, shape.pieces))
        return IntFn(shape.base, args, _term_spelling(shape))

    def _is_label(self, piece: Node, base: str) -> bool:
        letter = letter_of(piece)
        if letter is None:
            return isinstance(piece, (t.Text, t.Symbol))
        known = letter in self.names.index or letter in self.names.sizes or base in self.names.number
        return not known or (base, letter, False) in self.names.labels

    # ---------------------------------------- ranges, conditions

    def conditions(self, chain: Chain) -> tuple[tuple[Span, ...], tuple[Constraint, ...]]:
        r"""The ranges and the other conditions that a chain states.

        `1 \le i, j \le n`, `i = 1, \dots, I` and `i \in \{1, \dots, I\}` give ranges; `k \ne j`, `i < j`, `\ell = 2`
        conditions; `\forall i` nothing.
        """
        if len(chain.members) == 1:
            return (), ()
        if chain.relations == (r"\in",):
            return self._membership(chain)
        if chain.relations[-1] == r"\pmod":
            return (), (self._congruence(chain),)
        first, last = chain.members[0], chain.members[-1]
        if chain.relations == ("=",) and isinstance(last, t.Listing):
            low, high = self._listing(last.items, last)
            return tuple(Span(s, low, high) for s in self._letters(first)), ()
        if len(chain.members) == 3 and (span := self._between(chain)) is not None:
            return span, ()
        found = self._compared(chain)
        if len(found) > 1:
            cause = "this holds in one of two cases, and is not read here"
            raise self.error(cause, chain, r"write one line for each: `i > j + m`, `j > i + m`")
        return (), found[0]

    def choices(self, chain: Chain) -> tuple[tuple[tuple[Span, ...], Where], ...]:
        """The same, of a condition that leaves a choice (`|i-j| > m`) what holds in each case, in one at a time."""
        if not holds_distance(chain):
            return (self.conditions(chain),)
        return tuple(((), where) for where in self._compared(chain))

    def _compared(self, chain: Chain) -> list[Where]:
        """What a chain of comparisons says; of distances that may be several things, of which one holds at a time."""
        links: list[tuple[Where, ...]] = []
        for a, relation, b in zip(chain.members, chain.relations, chain.members[1:], strict=False):
            compare = COMPARE.get(relation)
            if compare is None:
                raise self.error(f"`{relation}` does not state a range", chain, r"write `1 \le i \le I` or `k \ne j`")
            found = self._distance(a, relation, b) or self._distance(b, TURNED.get(relation, relation), a)
            forms = ((left, right) for left in t.listed(a) for right in t.listed(b)) if found is None else ()
            links.append(found or (tuple(compare(self.form(left), self.form(right)) for left, right in forms),))
        return [tuple(c for where in chosen for c in where) for chosen in product(*links)]

    def _distance(self, x: Node, relation: str, other: Node) -> tuple[Where, ...] | None:
        """What it says of the letters in a distance to be compared so; None where it is none."""
        between = inside(x)
        if between is None or not self.names.index.intersection(letters_in(between)):
            return None
        return choices(self.form(between), relation, self.form(other))

    def _congruence(self, chain: Chain) -> Constraint:
        r"""`i \equiv 1 \pmod{2}`: parsed as a chain of three."""
        modulus = chain.members[-1]
        if chain.relations != (r"\equiv", r"\pmod") or not isinstance(modulus, t.Number) or not modulus.text.isdigit():
            raise self.error("this is no congruence", chain, r"write `i \equiv 1 \pmod{2}`")
        if int(modulus.text) == 0:
            raise self.error("a congruence modulo 0", modulus, "a modulus is at least 1")
        first, second = chain.members[:2]
        return congruent(self.form(first), self.form(second), int(modulus.text))

    def _between(self, chain: Chain) -> tuple[Span, ...] | None:
        a, middle, b = chain.members
        r, s = chain.relations
        if r in DOWN and s in DOWN:
            a, b, r, s = b, a, TURNED[s], TURNED[r]
        if r not in UP or s not in UP or any(letter_of(m) is None for m in t.listed(middle)):
            return None
        if isinstance(a, t.Listing) or isinstance(b, t.Listing):
            return None
        low, high = self.form(a) + UP[r], self.form(b) - UP[s]
        return tuple(Span(letter, low, high) for letter in self._letters(middle))

    def _membership(self, chain: Chain) -> tuple[tuple[Span, ...], tuple[Constraint, ...]]:
        group = chain.members[1]
        if isinstance(group, t.Group) and group.open in (r"\{", "["):
            low, high = self._listing(group.items, group)
            return tuple(Span(s, low, high) for s in self._letters(chain.members[0])), ()
        raise self.error("this set is not a range of integers", group, r"write `1 \le i \le I`")

    def _letters(self, x: Node) -> list[Sym]:
        found = [letter_of(m) for m in t.listed(x)]
        if any(letter is None for letter in found):
            raise self.error("a range is about letters", x, r"write `1 \le i \le I` or `i = 1, \dots, I`")
        return [Sym(letter) for letter in found if letter is not None]

    def _listing(self, items: tuple[Node, ...], x: Node) -> tuple[Affine, Affine]:
        r"""The ends of `1, \dots, I`, of `1, 2, \dots, I`, of `L, L-1, \dots, 1` or of an interval `1, I`;

        `[I]` are the numbers from 1 to I.
        """
        flat = [m for i in items for m in t.listed(i)]
        dots = [n for n, m in enumerate(flat) if isinstance(m, t.Symbol)]
        if len(dots) == 1 and 0 < dots[0] < len(flat) - 1:
            start = [self.form(m) for m in flat[: dots[0]]]
            end = self.form(flat[-1])
            if len(flat) == dots[0] + 2 and _falls(start, end):
                return end, start[0]
            if all(later == start[0] + n for n, later in enumerate(start)) and len(flat) == dots[0] + 2:
                return start[0], end
        elif not dots and len(flat) > 1:
            values = [self.form(m) for m in flat]
            if all(v == values[0] + n for n, v in enumerate(values)) or (isinstance(x, t.Group) and x.open == "["):
                return values[0], values[-1]
        elif not dots and flat and isinstance(x, t.Group) and x.open == "[":
            return affine(1), self.form(flat[0])
        raise self.error("this is not a range of consecutive integers", x, r"write `i = 1, \dots, I`")

    # ---------------------------------------- sums

    def _is_size_of_set(self, x: t.Group) -> bool:
        """Is it `|V|`, how many there are of V? Of an index, or of a difference, it is a distance."""
        (item,) = x.items
        return x.open == "|" and isinstance(item, t.Name) and letter_of(item) in self.names.sizes

    def bounds(self, x: Node, function: str) -> tuple[Affine, ...]:
        r"""The bounds that a form states: one, or those of `\max(..)` below and of `\min(..)` above."""
        if _calls(x, function):
            return tuple(b for a in x.args for b in self.bounds(a, function))  # type: ignore[union-attr]
        if isinstance(x, t.Group) and len(x.items) == 1 and x.open in PARENTHESES:
            return self.bounds(x.items[0], function)
        if isinstance(x, t.Terms):  # `\min(N, i+m) - 1` is the least of `N - 1` and `i + m - 1`
            called = [term for term in x.terms if _calls(_bare(term.body), function)]
            if len(called) == 1 and called[0].sign in ("", "+"):
                rest = self._terms(t.Terms(tuple(term for term in x.terms if term is not called[0]), x.span))
                return tuple(b + rest for b in self.bounds(called[0].body, function))
        return (self.form(x),)


PARENTHESES = ("(", "[", "{")


def _bare(x: Node) -> Node:
    """What stands in parentheses."""
    while isinstance(x, t.Group) and len(x.items) == 1 and x.open in PARENTHESES:
        x = x.items[0]
    return x


def _calls(x: Node, function: str) -> bool:
    r"""Is it `\max(..)` or `\min(..)`, as asked for, of some integers?"""
    return isinstance(x, t.Call) and x.function == function and not (x.scripts or x.primes) and bool(x.args)


def _falls(start: list[Affine], end: Affine) -> bool:
    r"""Is a list counted down: `L, L-1, \dots, 1`, or `L, \dots, 1` from a letter to a number?"""
    if len(start) > 1:
        return all(later == start[0] - n for n, later in enumerate(start))
    return end.is_constant and not start[0].is_constant


def _plain(shape: Shape) -> str:
    """A size with a label, as typed: `n_x`, `n_1`."""
    text = shape.letter + "'" * shape.primes
    for script in shape.order:
        inner = (",".join if script.commas else "".join)(label_of(e) or "?" for e in script.entries)
        text += ("^" if script.above else "_") + (inner if len(inner) == 1 else f"{{{inner}}}")
    return text


def _term_spelling(shape: Shape) -> str:
    text = shape.spelled + "'" * shape.primes
    above = sum(map(len, shape.uppers))
    for script in shape.order:
        items = shape.uppers if script.above else shape.lowers
        start = 0 if script.above else above
        parts = []
        for item in items:
            parts.append("".join(f"#{start + n + 1}" for n in range(len(item))))
            start += len(item)
        inner = ",".join(parts)
        inner = {"(": f"({inner})", "[": f"[{inner}]"}.get(script.bracket, inner)
        text += ("^" if script.above else "_") + f"{{{inner}}}"
    return text


def span_domain(spans: tuple[Span, ...]) -> tuple[Constraint, ...]:
    """Ranges as constraints."""
    return tuple(c for s in spans for c in (ge(s.letter, s.lower), le(s.letter, s.upper)))


def shift(form: AffineLike, by: int) -> Affine:
    """A form moved by an integer."""
    return affine(form) + by
