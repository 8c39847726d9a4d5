r"""Definitions in standard form: every index position of the left side is a letter of its own or a constant.

`h_{t+1} = f(h_t)` for `0 <= t <= T-1` becomes `h_t = f(h_{t-1})` for `1 <= t <= T`; a diagonal `K_{i,i}` gets a second
letter and an equality. What is stated of a letter beside its definition comes along.

Domains of different definitions are compared in *coordinates*: `@1`, `@2`, ... stand for the index positions.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from ..affine import Affine, Atom, IntFn, Sym, affine
from ..domain import Constraint, Domain, eq, ge, le
from ..draft import RawDefinition
from ..errors import NetworkError, Place, RangeClash
from ..expr import Expr, Num, Var, Variable, bound, free, fresh, holds_derivative, substitute
from ..latex import scripts
from ..system import Span
from .sizes import Letters


@dataclass(frozen=True, slots=True)
class Entry:
    """A definition in standard form.

    - `letters`: those of `indices`; `fixed` says which positions are constants.
    - `stated`: what is stated beside it of its letters; `ranged`: the letters of which a range is stated there.
    - `inner`: ranges stated beside it for other letters, those of its sums without bounds;
    - `moved`: for each letter that stands for a position, what is written there (`l + 1`).
    """

    variable: Variable
    indices: tuple[Affine, ...]
    letters: tuple[Sym, ...]
    body: Expr
    stated: Domain
    ranged: frozenset[Sym]
    inner: tuple[Span, ...]
    written: Var
    place: Place | None
    moved: tuple[tuple[Sym, Affine], ...] = ()

    def at_position(self, span: Span) -> Span:
        """What a range of a letter as written says of the position that it stands for.

        `l = 1, .., L` beside `a_{l+1} = ..` is about `a_2`, .., `a_{L+1}`; `j = 1, .., n_{l-1}` beside
        `y_j^{(l-1)} = ..` goes as far as `n_l` where l is the position.
        """
        terms = {arg for end in (span.lower, span.upper) for a in end.atoms() if isinstance(a, IntFn) for arg in a.args}
        there = [(s, f) for s, f in self.moved if f in terms]
        values = {s: (affine(s) - (f - f.coefficient(s) * affine(s))) * f.coefficient(s) for s, f in there}
        if values:
            span = Span(span.letter, span.lower.substitute(values), span.upper.substitute(values))
        form = dict(self.moved).get(span.letter)
        if form is None:
            return span
        ends = [form.substitute({span.letter: end}) for end in (span.lower, span.upper)]
        low, high = ends if form.coefficient(span.letter) > 0 else reversed(ends)
        return Span(span.letter, low, high)

    @property
    def unstated(self) -> frozenset[Sym]:
        """Its letters without a range beside it."""
        return frozenset(self.letters) - self.ranged

    @property
    def fixed(self) -> frozenset[int]:
        """The positions that are constants."""
        return frozenset(n for n, i in enumerate(self.indices) if i.letter not in self.letters)

    @property
    def diagonal(self) -> bool:
        """Does one letter stand in two places of its left side (`w_{ii}`)?"""
        letters = [i.letter for i in self.written.indices if i.letter is not None]
        return len(set(letters)) < len(letters)

    @property
    def is_special(self) -> bool:
        """Is it about few of the entries: some position is a constant, or two are equal?"""
        return bool(self.fixed) or self.diagonal

    @property
    def nominal(self) -> bool:
        """Does it define a name for a derivative? Then it is no node."""
        return holds_derivative(self.body)

    @property
    def constant(self) -> bool:
        """Is its body a number?"""
        return isinstance(self.body, Num)

    def in_coordinates(self, domain: Domain) -> Domain:
        """A domain in its letters as a domain in coordinates."""
        at = coordinates(self.variable.arity)
        values = {i.letter: affine(c) for i, c in zip(self.indices, at, strict=True) if i.letter in self.letters}
        fixed = (eq(at[n], self.indices[n]) for n in sorted(self.fixed))
        return domain.substitute({s: v for s, v in values.items() if s is not None}) & Domain.of(*fixed)

    def from_coordinates(self, domain: Domain) -> Domain:
        """A domain in coordinates as one in its letters."""
        return domain.substitute(dict(zip(coordinates(self.variable.arity), self.indices, strict=True)))


@lru_cache(maxsize=64)
def coordinates(arity: int) -> tuple[Sym, ...]:
    """The letters that stand for the index positions."""
    return tuple(Sym(f"@{n + 1}") for n in range(arity))


def standard(raw: RawDefinition, letters: Letters) -> Entry:
    """A definition as written in standard form.

    Raises `RangeClash` where two ranges are stated for one letter, `NetworkError` where a left index has no inverse.
    """
    ranges = one_range_each(raw.ranges, raw.place)
    indices: list[Affine] = []
    values: dict[Sym, Affine] = {}
    moved: list[tuple[Sym, Affine]] = []
    equalities: list[Constraint] = []
    taken = _taken(raw)
    plain = {i.letter for i in raw.left.indices if i.letter is not None and i.letter not in letters.sizes}
    used: set[Sym] = set()
    for form in raw.left.indices:
        own = letters.indices(form)
        letter = form.letter
        if not own or (letter is not None and letter not in used):
            indices.append(form)
            used |= own
            continue
        inverse = _inverse(form, own) if not own & (plain | used) else None
        if inverse is not None:
            letter, value = inverse
            values[letter] = value
            moved.append((letter, form))
            indices.append(affine(letter))
            used.add(letter)
            continue
        if not own <= plain | used:
            raise _no_inverse(raw, form)
        new = fresh(taken, Sym("i"))
        taken |= {new}
        equalities.append(eq(new, form))
        indices.append(affine(new))
    mine = tuple(dict.fromkeys(s for i in indices if (s := i.letter) is not None and s not in letters.sizes))
    stated = [c for span in ranges for c in (ge(span.letter, span.lower), le(span.letter, span.upper))]
    about = [c.substitute(values) for c in (*stated, *raw.where) if c.letters() & {*mine, *values}]
    ranged = frozenset(span.letter for span in ranges) | _bounded_both_ways(raw.where)
    determined = {s for s in mine if any(c.mentions(s) for c in equalities)} - plain
    return Entry(
        variable=raw.left.variable,
        indices=tuple(indices),
        letters=mine,
        body=substitute(raw.body, values),
        stated=Domain.of(*about, *equalities),
        ranged=(ranged & set(mine)) | determined,
        inner=tuple(s for s in ranges if s.letter not in mine),
        written=raw.left,
        place=raw.place,
        moved=tuple(moved),
    )


def _taken(raw: RawDefinition) -> frozenset[Sym]:
    return free(raw.body) | bound(raw.body) | free(raw.left)


def _inverse(form: Affine, own: frozenset[Sym]) -> tuple[Sym, Affine] | None:
    r"""For `t + 1`, the letter t and the value t - 1 that it takes in terms of the position."""
    if len(own) != 1:
        return None
    (letter,) = own
    a = form.coefficient(letter)
    rest = form - a * affine(letter)
    if a not in (1, -1) or letter in rest.letters():
        return None
    return letter, (affine(letter) - rest) * a


def _no_inverse(raw: RawDefinition, form: Affine) -> NetworkError:
    hint = "let each index on a left side be a letter of its own, a letter plus a number, or a constant"
    if len(form.letters()) == 1:
        (letter,) = (s.name for s in form.letters())
        hint += rf"; a stride stands in a sum: `.. = \sum_{{{letter}}} .. [i = {scripts.index(form)}]`"
    return NetworkError(
        f"`{scripts.var(raw.left)}` cannot be defined: `{scripts.index(form)}` does not give back its letters",
        raw.place,
        hint,
    )


def one_range_each(ranges: tuple[Span, ...], place: Place | None) -> tuple[Span, ...]:
    """The ranges without repetition. Raises `RangeClash` where two differ for one letter."""
    found: dict[Sym, Span] = {}
    for span in ranges:
        before = found.setdefault(span.letter, span)
        if before != span:
            raise RangeClash(
                f"`{span.letter.name}` is given two ranges, `{spell(before)}` and `{spell(span)}`",
                place,
                "give one of them another letter, or state each range beside the definition that it belongs to",
            )
    return tuple(found.values())


def spell(span: Span) -> str:
    r"""`1 \le i \le I`"""
    return scripts.domain(Domain.of(ge(span.letter, span.lower), le(span.letter, span.upper)), [span.letter])


def _bounded_both_ways(where: tuple[Constraint, ...]) -> frozenset[Sym]:
    r"""The letters that conditions bound from below and from above, or fix; not those that are only near one another,
    `|i-j| \le m`."""
    found: dict[Sym, set[int]] = {}
    lettered = [(c, {(a, n) for a, n in c.form.terms if isinstance(a, Sym)}) for c in where]
    turned = [{(a, -n) for a, n in terms} for c, terms in lettered if c.rel == ">="]
    for c, terms in lettered:
        if c.rel == ">=" and len(terms) > 1 and any(_is_difference(terms & other) for other in turned):
            continue
        for atom, a in c.form.terms:
            if isinstance(atom, Sym) and c.rel in (">=", "=="):
                sides = {1, -1} if c.rel == "==" else {1 if a > 0 else -1}
                found.setdefault(atom, set()).update(sides)
    return frozenset(s for s, sides in found.items() if len(sides) == 2)


def _is_difference(terms: Set[tuple[Atom, int]]) -> bool:
    """Do terms that stand in two conditions with opposite signs hold two letters, one of them taken from the other?"""
    return len(terms) > 1 and {n > 0 for _, n in terms} == {True, False}


def without_repetition(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The definitions with identical ones (up to the names of their letters) kept once."""
    found: list[Entry] = []
    seen: dict[tuple[object, ...], int] = {}
    for e in entries:
        at = coordinates(e.variable.arity)
        values = {i.letter: affine(c) for i, c in zip(e.indices, at, strict=True) if i.letter in e.letters}
        body = substitute(e.body, {s: v for s, v in values.items() if s is not None})
        forms = tuple(i.substitute({s: v for s, v in values.items() if s is not None}) for i in e.indices)
        key = (e.variable, forms, body)
        before = found[seen[key]] if key in seen else None
        if before is None or (e.ranged and before.ranged and e.stated != before.stated):
            seen[key] = len(found)
            found.append(e)
        elif e.ranged:
            found[seen[key]] = e
    return tuple(found)
