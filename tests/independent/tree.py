"""Trees of the independent interpreter: formulas with integer forms as indices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias, Union


class Unsupported(Exception):
    """Something outside this small language."""


@dataclass(frozen=True)
class Form:
    """An integer form: letters with coefficients, and a constant."""

    terms: tuple[tuple[str, int], ...] = ()
    const: int = 0

    def value(self, letters: Mapping[str, int]) -> int:
        """Its value; `KeyError` for a letter that has none."""
        found = self.const
        for s, c in self.terms:
            found += c * letters[s]
        return found

    def put(self, values: Mapping[str, Form]) -> Form:
        """Letters replaced by forms."""
        found = form(self.const)
        for s, c in self.terms:
            found = found.plus(values[s] if s in values else form(s), c)
        return found

    def plus(self, other: Form, times: int = 1) -> Form:
        """The sum of this form and a multiple of another."""
        total = dict(self.terms)
        for s, c in other.terms:
            total[s] = total.get(s, 0) + times * c
        kept = tuple(sorted((s, c) for s, c in total.items() if c))
        return Form(kept, self.const + times * other.const)

    @property
    def letter(self) -> str | None:
        """The letter that it is, if it is one."""
        return self.terms[0][0] if len(self.terms) == 1 and self.terms[0][1] == 1 and not self.const else None

    @property
    def letters(self) -> set[str]:
        """Its letters."""
        return {s for s, _ in self.terms}


def form(x: int | str) -> Form:
    """The form of a number or a letter."""
    return Form((), x) if isinstance(x, int) else Form(((x, 1),))


@dataclass(frozen=True)
class Condition:
    """`form` is zero (`=`), not zero (`!`), or at least zero (`>`)."""

    relation: str
    form: Form

    def holds(self, letters: Mapping[str, int]) -> bool:
        """Is it so?"""
        n = self.form.value(letters)
        if self.relation == ">":
            return n >= 0
        return (n == 0) == (self.relation == "=")


@dataclass(frozen=True)
class Number:
    """A rational number."""

    value: Fraction


@dataclass(frozen=True)
class Size:
    """An integer form as a value."""

    form: Form


@dataclass(frozen=True)
class Entry:
    """An entry of a variable: its key is its name with `#` for each index."""

    key: str
    indices: tuple[Form, ...] = ()


@dataclass(frozen=True)
class Call:
    """The derivative of some order of a function, at a value."""

    name: str
    order: int
    argument: Tree


@dataclass(frozen=True)
class Plus:
    """A sum of terms."""

    terms: tuple[Tree, ...]


@dataclass(frozen=True)
class Times:
    """A product."""

    factors: tuple[Tree, ...]


@dataclass(frozen=True)
class Quotient:
    """A fraction."""

    above: Tree
    below: Tree


@dataclass(frozen=True)
class Power:
    """A whole power."""

    base: Tree
    exponent: int


@dataclass(frozen=True)
class Total:
    """A sum over a letter between bounds, where the conditions hold."""

    letter: str
    low: Form
    high: Form
    body: Tree
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Truth:
    """1 where the conditions hold, else 0."""

    where: tuple[Condition, ...]


@dataclass(frozen=True)
class Slope:
    """A derivative, total or direct."""

    of: Tree
    wrt: Entry
    direct: bool = False


Tree: TypeAlias = Union[Number, Size, Entry, Call, Plus, Times, Quotient, Power, Total, Truth, Slope]


def parts(e: Tree) -> tuple[Tree, ...]:
    """Direct subtrees (not what is differentiated by)."""
    match e:
        case Plus(terms):
            return terms
        case Times(factors):
            return factors
        case Quotient(a, b):
            return (a, b)
        case Power(base, _):
            return (base,)
        case Call(_, _, argument):
            return (argument,)
        case Total():
            return (e.body,)
        case Slope():
            return (e.of,)
    return ()


def rebuilt(e: Tree, f: Callable[[Tree], Tree]) -> Tree:
    """The same node with `f` applied to its direct subtrees."""
    match e:
        case Plus(terms):
            return Plus(tuple(map(f, terms)))
        case Times(factors):
            return Times(tuple(map(f, factors)))
        case Quotient(a, b):
            return Quotient(f(a), f(b))
        case Power(base, n):
            return Power(f(base), n)
        case Call(name, order, argument):
            return Call(name, order, f(argument))
        case Total(letter, low, high, body, where):
            return Total(letter, low, high, f(body), where)
        case Slope(of, wrt, direct):
            return Slope(f(of), wrt, direct)
    return e


def every(e: Tree) -> Iterator[Tree]:
    """Every subtree, the whole first."""
    yield e
    for p in parts(e):
        yield from every(p)


def own(e: Tree) -> set[str]:
    """The letters that stand in the node itself, those of bounds and conditions included."""
    match e:
        case Entry(_, indices):
            return {s for i in indices for s in i.letters}
        case Slope(_, wrt, _):
            return own(wrt)
        case Size(f):
            return f.letters
        case Truth(where):
            return {s for c in where for s in c.form.letters}
        case Total():
            return {e.letter} | e.low.letters | e.high.letters | {s for c in e.where for s in c.form.letters}
    return set()


def letters(e: Tree) -> set[str]:
    """Every letter that occurs, bound or free."""
    return {s for x in every(e) for s in own(x)}


def free(e: Tree) -> set[str]:
    """The letters that no sum binds."""
    if isinstance(e, Total):
        inside = {s for c in e.where for s in c.form.letters} | free(e.body)
        return e.low.letters | e.high.letters | (inside - {e.letter})
    return own(e).union(*map(free, parts(e)))


def put(e: Tree, values: Mapping[str, Form]) -> Tree:
    """Free letters replaced by forms. Bound letters must be different from all letters of the forms."""
    if not values:
        return e
    if isinstance(e, Entry):
        return Entry(e.key, tuple(i.put(values) for i in e.indices))
    if isinstance(e, Size):
        return Size(e.form.put(values))
    if isinstance(e, Truth):
        return Truth(tuple(Condition(c.relation, c.form.put(values)) for c in e.where))
    if isinstance(e, Slope):
        wrt = put(e.wrt, values)
        assert isinstance(wrt, Entry)
        return Slope(put(e.of, values), wrt, e.direct)
    if isinstance(e, Total):
        if any(e.letter in v.letters for v in values.values()):
            raise Unsupported("capture")
        inner = {s: v for s, v in values.items() if s != e.letter}
        where = tuple(Condition(c.relation, c.form.put(inner)) for c in e.where)
        return Total(e.letter, e.low.put(values), e.high.put(values), put(e.body, inner), where)
    return rebuilt(e, lambda x: put(x, values))
