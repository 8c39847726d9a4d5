r"""Shifts that may be numbers: the b of `y = a x + b` beside `\partial L/\partial b = \sum_i \partial L/\partial y_i`.

What is added to a column is taken for one, since many add a vector of biases. Others add one number to all entries.
Where nothing else tells, and lines only fit if it is a number, it is one; where some only fit if it is none, these and
those are open. Beside a matrix, or a factor of each entry, by which the page differentiates each entry has its bias;
beside any other matrix only if that does not multiply what the page differentiates by, `X w + b`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import shape_of
from ..stated import Stated
from .algebra import ELEMENTWISE
from .declared import BOLD, split
from .errors_as_rows import is_stuck, left_open
from .forms import name_defined
from .neighbours import SMALL
from .rewrite import Document, Rewritten
from .unsaid import Said, differentiated_by, first_of_each
from .untold import CAPITAL

UNTOLD = "is what is added here a number or a column?"
Make: TypeAlias = Callable[[list[Said]], Document]
Shift: TypeAlias = tuple[str, tuple[Node, ...]]
Learned: TypeAlias = Collection[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Shifts:
    """The arrays of a page, and what of them nothing says: `unsaid`. `called` are vectors by words, by letter and
    number of scripts; `fixed`: they are those of a network that is given."""

    declared: Sequence[Said]
    unsaid: Sequence[Said]
    called: Learned
    fixed: bool


def with_shifts_as_numbers(usual: Rewritten, stated: Sequence[Stated], known: Shifts, make: Make) -> Rewritten:
    """The statements with shifts as numbers, where lines need that; `make` is a document of other shapes."""
    declared = list(known.declared)
    found = usual
    for shift, free in _shifts(stated, known) if usual.misfits[1] else ():
        about = [n for n, s in enumerate(stated) if shift in _names(s.statement.chain)]
        stuck = {n for n in about if is_stuck(found.statements[n])}
        if not stuck:
            continue
        changed = [(base, replace(d, kind="", sizes=()) if (base, d.pieces) == shift else d) for base, d in declared]
        other = make(changed).written()
        lying = {n for n, s in enumerate(other.statements) if is_stuck(s)}
        standing = lying - {n for n, s in enumerate(found.statements) if is_stuck(s)}
        if not stuck - lying:
            continue
        if free and not standing:
            declared, found = changed, other
            continue
        statements = list(found.statements)
        for n in stuck - lying:
            statements[n] = left_open(statements[n], UNTOLD)
        for n in standing if free else ():
            statements[n] = left_open(other.statements[n], UNTOLD)
        found = _counted(statements)
    return found


def _counted(statements: Sequence[t.Statement]) -> Rewritten:
    misfits = [s for s in statements if is_stuck(s)]
    definitions = sum(name_defined(s.chain) is not None for s in misfits)
    return Rewritten([*statements], (definitions, len(misfits) - definitions))


def _shifts(stated: Sequence[Stated], known: Shifts) -> Iterator[tuple[Shift, bool]]:
    """The names of which a page only shows that it adds them to columns, and differentiates by them; may each be a
    number as well?"""
    chains = [s.statement.chain for s in stated]
    learned = differentiated_by(chains)
    said = ((base, d.pieces) for base, d in known.unsaid if d.kind == "c" and SMALL.fullmatch(base))
    columns = [(base, own) for base, own in said if (base, len(own)) in learned - {*known.called}]
    definitions = first_of_each(chains) if columns else []
    added = {id(x): free for c in definitions for x, free in _added(c, learned)}
    for shift in columns:
        found = [added.get(id(x)) for c in definitions for x in t.of_kind(c, t.Name) if _is(x, shift)]
        if found and None not in found:
            yield shift, all(found) and not known.fixed


def _names(c: Chain) -> set[Shift]:
    shapes = (shape_of(x) for x in t.of_kind(c, t.Name))
    return {split(s)[:2] for s in shapes if s is not None}


def _is(x: t.Name, shift: Shift) -> bool:
    shape = shape_of(x)
    return shape is not None and split(shape)[:2] == shift


def _added(c: Chain, learned: Learned) -> Iterator[tuple[t.Name, bool]]:
    """The names that are added as they stand, but to nothing with learned entries; may each be a number as well?"""
    for x in t.of_kind(c, t.Terms):
        bodies = [term.body for term in x.terms]
        products = [y for body in bodies for y in t.of_kind(body, t.Product)]
        if not any(_has_learned_entries(y, learned) for y in products):
            free = not any(_is_by_matrix(y, learned) for y in products)
            yield from ((y, free) for y in bodies if isinstance(y, t.Name) and not _is_turned(y))


def _has_learned_entries(x: t.Product, learned: Learned) -> bool:
    """Is one of its factors a matrix, or something for each entry, by which the page differentiates?"""
    by_entries = any(f.operator in ELEMENTWISE for f in x.factors)
    names = [f.body for f in x.factors if isinstance(f.body, t.Name)]
    return any(_is_learned(y, learned) and (by_entries or _is_capital(y)) for y in names)


def _is_by_matrix(x: t.Product, learned: Learned) -> bool:
    """Does a matrix multiply something by which the page does not differentiate?"""
    pairs = [(a.body, b.body) for a, b in pairwise(x.factors) if isinstance(a.body, t.Name)]
    return any(_is_capital(a) and not (isinstance(b, t.Name) and _is_learned(b, learned)) for a, b in pairs)


def _is_learned(x: t.Name, learned: Learned) -> bool:
    shape = shape_of(x)
    base, pieces, _ = split(shape) if shape is not None else ("", (), False)
    return (base, len(pieces)) in learned


def _is_capital(x: t.Name) -> bool:
    shape = shape_of(x)
    return shape is not None and CAPITAL.fullmatch(BOLD.sub(r"\1", shape.base)) is not None


def _is_turned(x: t.Name) -> bool:
    shape = shape_of(x)
    return shape is None or split(shape)[2]
