r"""Slips in indices: transposed, off by one, of the wrong letter, captured; deltas resolved wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ...affine import Affine, Sym, affine
from ...domain.constraint import Constraint
from ...expr import Add, Bracket, Expr, Mul, Partial, Pow, Sum, Var, bound, free, fresh, num, substitute
from ...system import System
from .slips import Formula, Patch, Site, Slip, occurrences, renamed_at

LAYERS = frozenset(["l", r"\ell", "L"])
"""Letters that number layers."""
MOST_OCCURRENCES = 6


def transposed(f: Formula, system: System) -> Iterator[Slip]:
    """Two indices of one entry exchanged; two letters exchanged throughout a part."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Var):
            for a, b in combinations(range(len(e.indices)), 2):
                if e.indices[a] != e.indices[b]:
                    indices = list(e.indices)
                    indices[a], indices[b] = indices[b], indices[a]
                    yield _slip("transposed", f, site, Var(e.variable, tuple(indices)))
        elif site.is_term or isinstance(e, (Mul, Sum, Partial)):
            inside = [s for s in f.letters(site) if s in free(e)]
            for s, r in combinations(inside, 2):
                yield _slip("transposed", f, site, substitute(e, {s: affine(r), r: affine(s)}))


def entries(f: Formula, system: System) -> Iterator[Slip]:
    """One index of one entry: shifted by one, or another letter."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Pow) and isinstance(e.base, Var) and e.exponent == num(2):
            yield from _squares(f, site, e.base, system)
        if not isinstance(e, Var):
            continue
        letters = f.letters(site)
        for n, form in enumerate(e.indices):
            for step in (1, -1, 2, -2):
                new = Var(e.variable, (*e.indices[:n], form + step, *e.indices[n + 1 :]))
                yield _slip("layer" if _is_layer(e, n) else "shift", f, site, new, step=abs(step))
            for other in _relettered(form, letters, system.sizes):
                yield _slip("index", f, site, Var(e.variable, (*e.indices[:n], other, *e.indices[n + 1 :])))


def reflected(f: Formula, system: System) -> Iterator[Slip]:
    r"""A window that runs the wrong way, `y_{i-a}` for `y_{i+a}`, in one index or in all of an entry."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Var):
            turned = [list(_turned(i)) for i in e.indices]
            for n, choices in enumerate(turned):
                for other in choices:
                    new = Var(e.variable, (*e.indices[:n], other, *e.indices[n + 1 :]))
                    yield _slip("index", f, site, new)
            for last in (0, -1):
                both = tuple(c[last] if c else i for i, c in zip(e.indices, turned, strict=True))
                if sum(map(bool, turned)) > 1:
                    yield _slip("index", f, site, Var(e.variable, both))


def _turned(form: Affine) -> Iterator[Affine]:
    """The form with the sign of one of several letters turned."""
    letters = [(a, c) for a, c in form.terms if isinstance(a, Sym)]
    if len(letters) > 1:
        for a, c in letters:
            yield form - affine(a) * (2 * c)


def _squares(f: Formula, site: Site, e: Var, system: System) -> Iterator[Slip]:
    """A square of one entry that should be the product of two."""
    for n, form in enumerate(e.indices):
        for other in _relettered(form, f.letters(site), system.sizes):
            new = Mul((e, Var(e.variable, (*e.indices[:n], other, *e.indices[n + 1 :]))))
            yield _slip("index", f, site, new)


def _is_layer(e: Var, n: int) -> bool:
    form = e.indices[n]
    if any(s.name in LAYERS for s in form.letters()):
        return True
    return form.is_constant and e.variable.key.find("#") < e.variable.key.find("_") and n == 0


def _relettered(form: Affine, letters: tuple[Sym, ...], sizes: frozenset[Sym]) -> Iterator[Affine]:
    inside = form.letters()
    for old in inside - sizes:
        for new in letters:
            if new not in inside:
                yield form.substitute({old: affine(new)})
    for old in inside & sizes:
        for new in sizes - inside:
            yield form.substitute({old: affine(new)})
    if not inside - sizes:
        yield from map(affine, letters)


def letters(f: Formula, system: System) -> Iterator[Slip]:
    """One letter for another throughout a part."""
    for site in f.sites:
        e = site.node
        if not (site.is_term or isinstance(e, (Add, Mul, Sum, Partial))):
            continue
        there = f.letters(site)
        for old in f.loose(e):
            if occurrences(e, old) > 1:
                for new in there:
                    if new != old:
                        yield _slip("index", f, site, substitute(e, {old: affine(new)}))


def deltas(f: Formula, system: System) -> Iterator[Slip]:
    """A delta between other indices."""
    for site in f.sites:
        e = site.node
        if not isinstance(e, Bracket):
            continue
        there = f.letters(site)
        for n, c in enumerate(e.where):
            for new in _conditions(c, there):
                yield _slip("index", f, site, Bracket((*e.where[:n], new, *e.where[n + 1 :]), e.delta))


def _conditions(c: Constraint, letters: tuple[Sym, ...]) -> Iterator[Constraint]:
    for step in (1, -1):
        yield Constraint(c.rel, c.form + step, c.modulus)
    for old in c.form.letters():
        for new in letters:
            if new not in c.form.letters():
                yield Constraint(c.rel, c.form.substitute({old: affine(new)}), c.modulus)


def captured(f: Formula, system: System) -> Iterator[Slip]:
    """A sum whose letter means something outside: some of what it binds meant that."""
    for site in f.sites:
        e = site.node
        if not isinstance(e, Sum):
            continue
        outside = f.given | {s.letter for s in site.sums}
        if e.letter not in outside:
            continue
        new = fresh(outside | free(e) | bound(e) | system.sizes, e.letter)
        for kept in subsets(occurrences(e.body, e.letter)):
            body = renamed_at(e.body, e.letter, affine(new), kept)
            where = tuple(c.substitute({e.letter: affine(new)}) for c in e.where)
            repaired = Sum(new, e.lowers, e.uppers, body, where)
            yield Slip("captured", site.path, Patch(f.whole, site.path, repaired), e, repaired, letter=e.letter)


def subsets(n: int) -> Iterator[frozenset[int]]:
    """Every way to choose some, not all, of n things; the largest choices first. None if there are too many."""
    if n <= MOST_OCCURRENCES:
        for size in range(n - 1, 0, -1):
            yield from map(frozenset, combinations(range(n), size))


def _slip(kind: str, f: Formula, site: Site, new: Expr, step: int = 0) -> Slip:
    return Slip(kind, site.path, Patch(f.whole, site.path, new), site.node, new, step=step)


__all__ = ["captured", "deltas", "entries", "letters", "subsets", "transposed"]
