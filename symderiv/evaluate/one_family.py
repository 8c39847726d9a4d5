r"""Claims about one member of a family: all that they are made of has the same letter in a size that depends on one.

`l(w) >= 2` is so for some w and not for others. In a claim about one w, all of whose sums and definitions are about it,
that holds or not at each point, and draws give both. A sum over w takes members of both kinds, in any number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Constraint
from ..expr import Bracket, Cases, Expr, Sum, Var, Variable, variables, walk
from ..system import Piece, System

Place = tuple[Variable, int]
"""A name and the place of an index of it."""


def is_of_one(members: Iterable[Expr], system: System) -> bool:
    r"""Are the sides of a claim, and all that they are made of, about the same letter wherever a size depends on one?

    >>> from symderiv.api import read_network
    >>> page = r"$$ q_w = \sum_{j=1}^{n_w} a_{w,j}, \quad w = 1, \dots, W $$ $$ E = \sum_{w=1}^W q_w $$"
    >>> system = read_network(page).system
    >>> [(p.variable.name, is_of_one([p.body], system)) for p in system.pieces if p.body is not None]
    [('q', True), ('E', False)]
    """
    members = tuple(members)
    pieces = _made_of(members, system)
    places = _places(pieces)
    bodies = [(p.body, frozenset(p.letters)) for p in pieces if p.body is not None]
    for body, own in bodies:
        if any(form.letter is None or form.letter not in own for form in _forms(body, places)):
            return False
    named = {form for m in members for form in _forms(m, places)}
    bound = {x.letter for m in members for x in walk(m) if isinstance(x, Sum)}
    return len(named) < 2 and all(form.letter is not None and form.letter not in bound for form in named)


def _made_of(members: Iterable[Expr], system: System) -> list[Piece]:
    """The pieces of all names that the sides depend on."""
    found: dict[Variable, None] = {}
    waiting = [v for m in members for v in variables(m)]
    while waiting:
        variable = waiting.pop()
        if variable not in found:
            found[variable] = None
            waiting += [v for p in system.of(variable) if p.body is not None for v in variables(p.body)]
    return [p for v in found for p in system.of(v)]


def _places(pieces: Iterable[Piece]) -> set[Place]:
    """Where names have the letters on which sizes depend, in their own ranges or in those of what they are made of."""
    pieces = list(pieces)
    found: set[Place] = set()
    while True:
        more = set(found)
        for p in pieces:
            said = {x for c in p.domain.constraints for x in _arguments(c)}
            used = (form.letter for form in _forms(p.body, found)) if p.body is not None else ()
            said |= {x for x in used if x is not None}
            more |= {(p.variable, n) for n, i in enumerate(p.indices) if said & affine(i).letters()}
        if more == found:
            return found
        found = more


def _forms(e: Expr, places: set[Place]) -> Iterator[Affine]:
    """The indices in such places, and those on which the sizes in sums and conditions depend."""
    for x in walk(e):
        if isinstance(x, Var):
            yield from (i for n, i in enumerate(x.indices) if (x.variable, n) in places)
        elif isinstance(x, Sum):
            yield from (affine(y) for c in x.domain.constraints for y in _arguments(c))
        elif isinstance(x, Bracket):
            yield from (affine(y) for c in x.where for y in _arguments(c))
        elif isinstance(x, Cases):
            yield from (affine(y) for _, where in x.rows for c in where for y in _arguments(c))


def _arguments(c: Constraint) -> Iterator[Sym]:
    """The letters on which the sizes in a condition depend."""
    yield from (s for a, _ in c.form.terms if isinstance(a, IntFn) for i in a.args for s in i.letters())
