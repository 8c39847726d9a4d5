"""From what was read to a draft that can be completed: what makes a page unusable, and what takes no part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .draft import Draft
from .errors import CyclicDefinition, Place, ReadError
from .expr import Var, holds_derivative, variables
from .latex import scripts
from .notation import EQUALITIES
from .resolve.statements import holds
from .resolve.written import Reading, Written

DEFINE = "a definition has one variable on its left: `a_i = \\sum_{j=1}^{J} w_{i,j} x_j`"


def network_of(reading: Reading, text: str, file: str = "") -> Draft:
    """The network of a page, with notes on what of the page takes no part in it.

    Raises the first `ReadError` if anything could not be read, if nothing is defined, or if a variable that the front
    matter names stands in no definition; `CyclicDefinition` if an entry is given by itself, as in `a_i = a_i + x_i`.
    """
    for problem in reading.problems:
        raise problem
    for doubt in reading.rows:
        raise doubt.error
    draft = reading.draft
    _no_circle(reading)
    if not draft.definitions:
        raise _empty(text, file, reading)
    defined = {v for d in draft.definitions for v in (d.left.variable, *variables(d.body))}
    for entry in (*draft.wrt, *draft.data):
        for claim in () if entry.variable in defined else _statements(reading):
            if any(entry.variable in variables(m) for m in claim.members if not isinstance(m, ReadError)):
                name = scripts.var(entry)
                cause = f"`{name}` stands only in an equation that defines nothing: its left side is no single variable"
                raise ReadError(cause, claim.place, DEFINE)
    return replace(draft, notes=tuple(dict.fromkeys(_notes(reading))))


def _no_circle(reading: Reading) -> None:
    defined = {d.left.variable for d in reading.draft.definitions}
    for c in reading.claims:
        left, *others = c.members
        if not isinstance(left, Var) or left.variable in defined or c.struck or c.relations[0] not in EQUALITIES:
            continue
        if any(not isinstance(x, ReadError) and holds(x, left) for x in others[:1]):
            name = scripts.var(left)
            cause = f"`{name}` depends on itself: {name} -> {name}"
            raise CyclicDefinition(cause, c.place, "give the sum another name than its first term")


def _empty(text: str, file: str, reading: Reading) -> ReadError:
    if reading.claims:
        return ReadError("no equation on this page defines a variable", reading.claims[0].place, DEFINE)
    if reading.outside:
        return reading.outside[0]
    cause = "the page has no equations" if text.strip() else "the page is empty"
    return ReadError(cause, Place(1, 1, file=file), "write the network as equations between `$$ .. $$`, in UTF-8 text")


def _statements(reading: Reading) -> Iterator[Written]:
    """Equations between values that define nothing and have no derivative in them."""
    for c in reading.claims:
        if c.defines or c.restates or c.struck or c.dummies or not all(r in EQUALITIES for r in c.relations):
            continue
        trees = [m for m in c.members if not isinstance(m, ReadError)]
        if not any(map(holds_derivative, trees)) and not isinstance(c.members[0], Var):
            yield c


def _notes(reading: Reading) -> Iterator[str]:
    yield from reading.notes
    for c in _statements(reading):
        yield f"line {c.line}: this equation defines nothing, because its left side is no single variable"
    for error in reading.outside:
        line = f"line {error.place.line}: " if error.place is not None else ""
        yield f"{line}{error.cause}"
