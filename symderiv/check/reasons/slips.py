r"""A slip as data, and the places of a formula at which one may have been made.

A slip is found by undoing it: `repaired` is what was written with the slip at `path` undone. Generators of slips live
in `slips_*`; none of them knows whether its repair is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from ...affine import Affine, Sym, affine
from ...domain.constraint import Constraint, Domain
from ...expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Labelled,
    Mul,
    Partial,
    Sum,
    Var,
    children,
    free,
    mul,
    of_kind,
    rebuild,
)

Path: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """A formula with the part at `path` replaced, built only where it is wanted."""

    whole: Expr
    path: Path
    part: Expr

    @property
    def done(self) -> Expr:
        """The formula with the part in place."""
        return put(self.whole, self.path, self.part)


@dataclass(frozen=True)
class Slip:
    """One way to undo one slip.

    `old` and `new` are what a reader is shown; `route` the variable a path runs through; `letter` the index it is
    about; `step` by how much an index is off; `where` the condition under which the line would hold as it is written.
    `covers`: so many neighbours, from the part at `path` on, are what the slip is in.
    `proof`: two sides whose equality is what the slip rests on, where that is not "repaired equals the other side".
    """

    kind: str
    path: Path
    made: Expr | Patch
    old: Expr | None = None
    new: Expr | None = None
    route: Expr | None = None
    letter: Sym | None = None
    step: int = 0
    where: tuple[Constraint, ...] | None = None
    proof: tuple[Expr, Expr] | None = None
    covers: int = 1

    @cached_property
    def repaired(self) -> Expr:
        """What was written, with the slip undone."""
        return self.made.done if isinstance(self.made, Patch) else self.made


@dataclass(frozen=True)
class Site:
    """A subexpression: the way to it from the whole, what stands above it, the letters that sums above it bind."""

    path: Path
    node: Expr
    above: tuple[Expr, ...] = ()
    sums: tuple[Sum, ...] = ()

    @property
    def parent(self) -> Expr | None:
        """What it stands in directly."""
        return self.above[-1] if self.above else None

    @property
    def is_term(self) -> bool:
        """May it be multiplied: is it the whole, a term, an argument, a denominator, a row, what a sum adds up?"""
        if isinstance(self.parent, Div):
            return self.path[-1] == 1
        return self.parent is None or isinstance(self.parent, (Add, Apply, Cases, Sum, Labelled))

    @property
    def is_named(self) -> bool:
        """Is it what something is differentiated by?"""
        return isinstance(self.parent, Partial) and self.path[-1] == 1


def put_right(kind: str, f: Formula, site: Site, new: Expr) -> Slip:
    """The slip of a kind that is undone by putting `new` in one place."""
    return Slip(kind, site.path, Patch(f.whole, site.path, new), site.node, new)


def is_denominator(site: Site) -> bool:
    """Is it the whole of what is divided by? Its sign and its constant are those of the term."""
    return isinstance(site.parent, Div) and site.path[-1] == 1


def sites(e: Expr) -> tuple[Site, ...]:
    """Every subexpression with its place, the whole first."""
    return tuple(_sites(Site((), e)))


def _sites(site: Site) -> Iterator[Site]:
    yield site
    e = site.node
    sums = (*site.sums, e) if isinstance(e, Sum) else site.sums
    for n, child in enumerate(children(e)):
        yield from _sites(Site((*site.path, n), child, (*site.above, e), sums))


def put(e: Expr, path: Path, new: Expr) -> Expr:
    """The expression with the part at `path` replaced.

    >>> from ...expr import Variable, add
    >>> x = Variable("x_{#}")
    >>> put(add(x(1), x(2)), (1,), x(3)) == add(x(1), x(3))
    True
    """
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(e, Partial):
        if first == 0:
            return Partial(put(e.of, rest, new), e.wrt, e.direct)
        return Partial(e.of, new, e.direct) if isinstance(new, Var) else e
    count = iter(range(len(children(e))))
    return rebuild(e, lambda x: put(x, rest, new) if next(count) == first else x)


def at(e: Expr, path: Path) -> Expr:
    """The part at a path."""
    for n in path:
        e = children(e)[n]
    return e


def without(e: Mul | Add, n: int) -> Expr:
    """A product or a sum of terms without its n-th part."""
    parts = children(e)
    kept = parts[:n] + parts[n + 1 :]
    if len(kept) == 1:
        return kept[0]
    return Add(kept) if isinstance(e, Add) else mul(*kept)


def occurrences(e: Expr, letter: Sym) -> int:
    """In how many indices, bounds and conditions a letter stands free."""
    counter = [0]
    _renamed(e, letter, affine(letter), frozenset(), counter)
    return counter[0]


def renamed_at(e: Expr, letter: Sym, new: Affine, chosen: frozenset[int]) -> Expr:
    """The expression with some of the free occurrences of a letter (by number) replaced."""
    return _renamed(e, letter, new, chosen, [0])


def _renamed(e: Expr, letter: Sym, new: Affine, chosen: frozenset[int], counter: list[int]) -> Expr:
    def form(f: Affine) -> Affine:
        if letter not in f.letters():
            return f
        counter[0] += 1
        return f.substitute({letter: new}) if counter[0] - 1 in chosen else f

    def conditions(where: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
        return tuple(Constraint(c.rel, form(c.form), c.modulus) for c in where)

    if isinstance(e, Var):
        return Var(e.variable, tuple(map(form, e.indices)))
    if isinstance(e, Bracket):
        return Bracket(conditions(e.where), e.delta)
    if isinstance(e, Partial):
        of = _renamed(e.of, letter, new, chosen, counter)
        wrt = _renamed(e.wrt, letter, new, chosen, counter)
        return Partial(of, wrt, e.direct) if isinstance(wrt, Var) else e
    if isinstance(e, Sum):
        lowers, uppers = tuple(map(form, e.lowers)), tuple(map(form, e.uppers))
        if e.letter == letter:
            return Sum(e.letter, lowers, uppers, e.body, e.where)
        where = conditions(e.where)
        return Sum(e.letter, lowers, uppers, _renamed(e.body, letter, new, chosen, counter), where)
    if isinstance(e, Cases):
        rows = tuple((_renamed(row, letter, new, chosen, counter), conditions(where)) for row, where in e.rows)
        return Cases(rows)
    return rebuild(e, lambda x: _renamed(x, letter, new, chosen, counter))


@dataclass(frozen=True)
class Formula:
    """The written side, `whole`, with the other side, `target`; its sites, and the letters that may stand at each.

    `given` are the free letters of the claim, `domain` their ranges.
    """

    whole: Expr
    target: Expr
    given: frozenset[Sym]
    sizes: frozenset[Sym]
    domain: Domain

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every place, the whole first."""
        return sites(self.whole)

    @cached_property
    def terms(self) -> tuple[Site, ...]:
        """The places that may be multiplied: the whole, terms, arguments, rows, what is summed."""
        return tuple(s for s in self.sites if s.is_term)

    @cached_property
    def ends(self) -> tuple[Affine, ...]:
        """What else fills the place of an index, beside letters: sizes, as in the last layer."""
        entries = (x for e in (self.whole, self.target) for x in of_kind(e, Var))
        return tuple(dict.fromkeys(i for x in entries for i in x.indices if i.terms and i.letters() <= self.sizes))

    def letters(self, site: Site) -> tuple[Sym, ...]:
        """The letters that mean something at a place, the innermost first."""
        bound = [s.letter for s in reversed(site.sums)]
        return tuple(dict.fromkeys((*bound, *sorted(self.given, key=lambda s: s.name))))

    def loose(self, e: Expr) -> frozenset[Sym]:
        """The free index letters of an expression."""
        return free(e) - self.sizes


__all__ = [
    "Formula",
    "Patch",
    "Path",
    "Site",
    "Slip",
    "at",
    "is_denominator",
    "occurrences",
    "put",
    "renamed_at",
    "sites",
    "without",
]
