r"""Conditions: the line holds as it is written, but not everywhere where it is said to.

Looked at are the points of one draw at which both sides agree; a condition that holds at just these explains the slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ...affine import affine
from ...domain.constraint import Constraint, eq, ge, ne
from ...domain.points import holds_at
from ...expr import Bracket, Cases
from ...system import System
from .samples import Samples
from .slips import Formula, Site, Slip, put_right

FEWEST = 3
"""Agreement at fewer points than this out of all fits too many conditions."""


def stated(f: Formula, samples: Samples) -> Iterator[Slip]:
    """Conditions under which the line is right as it stands."""
    points = samples.judged(f.whole)
    agreeing = [same for _, same, _ in points]
    if len(points) < FEWEST or all(agreeing) or not any(same and telling for _, same, telling in points):
        return
    for c in possible(f):
        try:
            there = [holds_at(c, values) for values, _, _ in points]
        except KeyError:
            continue  # it speaks of sizes that depend on indices
        if there == agreeing:
            yield Slip("condition-wide", (), f.whole, where=(c,))


def possible(f: Formula) -> Iterator[Constraint]:
    """Conditions that people state: not at the end of a range, two indices apart or equal, one before the other."""
    letters = sorted(f.given, key=lambda s: s.name)
    ends = [(s, c.form) for s in letters for c in f.domain.constraints if c.rel == ">=" and s in c.letters()]
    for _, form in ends:
        yield Constraint(">=", form - 1)
    for a, b in combinations(letters, 2):
        yield ne(a, b)
        yield eq(a, b)
        for step in (0, 1):
            yield ge(affine(a), affine(b) + step)
            yield ge(affine(b), affine(a) + step)
    for _, form in ends:
        yield Constraint("==", form)


def inside(f: Formula, system: System) -> Iterator[Slip]:
    """Conditions within the formula: of a bracket, of the rows of a case distinction."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Bracket):
            for n, c in enumerate(e.where):
                for kind, new in _changed(c):
                    yield put_right(kind, f, site, Bracket((*e.where[:n], new, *e.where[n + 1 :]), e.delta))
        elif isinstance(e, Cases):
            yield from _rows(f, site, e)


def _rows(f: Formula, site: Site, e: Cases) -> Iterator[Slip]:
    for a, b in combinations(range(len(e.rows)), 2):
        rows = list(e.rows)
        rows[a], rows[b] = (rows[a][0], rows[b][1]), (rows[b][0], rows[a][1])
        yield put_right("condition-wide", f, site, Cases(tuple(rows)))
    for r, (row, where) in enumerate(e.rows):
        for n, c in enumerate(where):
            for kind, new in _changed(c):
                changed = (row, (*where[:n], new, *where[n + 1 :]))
                yield put_right(kind, f, site, Cases((*e.rows[:r], changed, *e.rows[r + 1 :])))


def _changed(c: Constraint) -> Iterator[tuple[str, Constraint]]:
    """Other conditions, with the kind of slip that the written one is."""
    if c.rel == ">=":
        yield "condition-narrow", Constraint(">=", c.form + 1)
        yield "condition-wide", Constraint(">=", c.form - 1)
        yield "condition-wide", Constraint(">=", -c.form)
        yield "condition-wide", Constraint("==", c.form)
    elif c.rel == "==":
        yield "condition-narrow", Constraint("!=", c.form)
        yield "condition-narrow", Constraint(">=", c.form)
        yield "condition-narrow", Constraint(">=", -c.form)
    elif c.rel == "!=":
        yield "condition-wide", Constraint("==", c.form)
        yield "condition-wide", Constraint(">=", c.form - 1)
        yield "condition-wide", Constraint(">=", -c.form - 1)
