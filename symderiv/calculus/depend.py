r"""Which entries may depend on an entry `w[b]`: "for h != i neither o_h nor w_{k,h} depends on w_{j,i}".

For each variable, a few domains in its indices and `b` whose union holds every entry that `w[b]` can reach. They may be
too large (a recurrence, a projection that is not exact) but never too small, so all they justify is "independent".
"""

from __future__ import annotations

from collections.abc import Sequence

from ..affine import Affine, Sym
from ..domain import TRUE, Constraint, Context, Domain, eq, implies, is_empty, shadow, solve
from ..expr import Var, Variable
from ..system import Piece, Role, alias_of
from .flow import Flow

MOST_DOMAINS = 6
"""A union of more domains than this is given up for "everywhere"."""

Parts = tuple[Domain, ...]


def _slots(count: int, mark: str) -> tuple[Sym, ...]:
    return tuple(Sym(f"@{mark}{n}") for n in range(count))


class Dependence:
    """What depends on one variable of a network, entry by entry."""

    def __init__(self, flow: Flow, root: Variable) -> None:
        self.flow = flow
        self.root = root
        self.reached = flow.downstream(frozenset({root}))
        self._found: dict[Variable, Parts] = {}
        self._open: set[Variable] = set()
        self._asked: dict[tuple[Var, Var, Domain, Context | None], Parts] = {}

    def of(self, entry: Var, by: Var, domain: Domain = TRUE, known: Context | None = None) -> Parts:
        """The conditions, within `domain` and what is known, under which `entry` may depend on the root's `by`."""
        found = self.parts(entry.variable)
        if not found:
            return ()
        key = (entry, by, domain, known)
        if key not in self._asked:
            self._asked[key] = self._within(found, entry, by, domain, known)
        return self._asked[key]

    def _within(self, found: Parts, entry: Var, by: Var, domain: Domain, known: Context | None) -> Parts:
        context = self.flow.known if known is None else known
        mine, theirs = _slots(len(entry.indices), "x"), _slots(len(by.indices), "w")
        values = dict(zip((*mine, *theirs), (*entry.indices, *by.indices), strict=True))
        parts = (p.substitute(values) for p in found)
        return tuple(p for p in parts if not is_empty(p & domain, context))

    def may(self, entry: Var, by: Var, domain: Domain = TRUE, known: Context | None = None) -> bool:
        """May it depend at all?"""
        return bool(self.of(entry, by, domain, known))

    def parts(self, variable: Variable) -> Parts:
        """The domains of a variable, in the letters `@x0`, .. of its indices and `@w0`, .. of the root's."""
        mine, theirs = _slots(variable.arity, "x"), _slots(self.root.arity, "w")
        if variable == self.root:
            return (Domain.of(*(eq(a, b) for a, b in zip(mine, theirs, strict=True))),)
        if variable in self._open:
            return (TRUE,)
        if variable not in self._found:
            self._open.add(variable)
            found = [d for piece in self.flow.pieces.get(variable, ()) for d in self._piece(piece, mine, theirs)]
            self._open.discard(variable)
            self._found[variable] = _union(found, self.flow.known)
        return self._found[variable]

    def _piece(self, piece: Piece, mine: Sequence[Sym], theirs: Sequence[Sym]) -> list[Domain]:
        here = piece.domain & Domain.of(*(eq(a, b) for a, b in zip(mine, piece.indices, strict=True)))
        if piece.role is Role.ALIAS and (alias := alias_of(piece)) is not None:
            return self._through(alias[1], here, piece.letters, theirs)
        if piece.role is not Role.NODE or variable_free(self, piece):
            return []
        found: list[Domain] = []
        for place in self.flow.places(piece):
            found += self._through(place.entry, here & place.domain, (*piece.letters, *place.letters), theirs)
        return found

    def _through(self, entry: Var, here: Domain, letters: Sequence[Sym], theirs: Sequence[Sym]) -> list[Domain]:
        if entry.variable not in self.reached and not self._aliased(entry.variable):
            return []
        values: dict[Sym, Affine] = dict(zip(_slots(len(entry.indices), "x"), entry.indices, strict=True))
        found: list[Domain] = []
        for part in self.parts(entry.variable):
            domain = here & part.substitute(values)
            for letter in letters:
                domain = shadow(domain, letter)
            if not is_empty(domain, self.flow.known):
                found.append(domain)
        return found

    def _aliased(self, variable: Variable) -> bool:
        """Does it stand for the root somewhere?"""
        for piece in self.flow.pieces.get(variable, ()):
            alias = alias_of(piece) if piece.role is Role.ALIAS else None
            if alias is not None and (alias[1].variable == self.root or self._aliased(alias[1].variable)):
                return True
        return False


def variable_free(dependence: Dependence, piece: Piece) -> bool:
    """Is the variable of the piece out of the root's reach altogether?"""
    return piece.variable not in dependence.reached


def _union(found: list[Domain], known: Context) -> Parts:
    kept: list[Domain] = []
    for d in dict.fromkeys(found):
        if any(_inside(d, k, known) for k in kept):
            continue
        kept = [k for k in kept if not _inside(k, d, known)] + [d]
    return tuple(kept) if len(kept) <= MOST_DOMAINS else (TRUE,)


def _inside(d: Domain, e: Domain, known: Context) -> bool:
    return all(implies(d, c, known) for c in e.constraints)


def fixed_value(parts: Parts, letter: Sym, domain: Domain, known: Context) -> Affine | None:
    """The one value that every part allows a letter, if there is one: what collapses a sum over it.

    >>> from symderiv.affine import affine
    >>> from symderiv.domain import interval
    >>> i, j = affine("i"), affine("j")
    >>> parts = (Domain.of(eq("h", i)), Domain.of(eq("h", i), eq("k", j)))
    >>> fixed_value(parts, Sym("h"), interval("h", 1, "I"), Context())
    i
    >>> fixed_value((TRUE, *parts), Sym("h"), interval("h", 1, "I"), Context()) is None
    True
    """
    for part in parts:
        solved = solve(part, letter)
        if solved is None:
            return None
        same: Constraint = eq(letter, solved[0])
        if all(implies(p & domain, same, known) for p in parts):
            return solved[0]
    return None
