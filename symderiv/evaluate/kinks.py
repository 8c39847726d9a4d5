r"""Which sides of its kinks a draw takes: `\max(0, x)` says nothing of its derivative where x is negative throughout.

A claim about a network with a hinge is looked at until each kink that it can depend on has been on every side (bounded
many draws); where one never was, and both sides of a link are 0 wherever it was looked at, nothing has been verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..affine import Sym, affine
from ..domain import Domain
from ..expr import Apply, Expr, Sum, Variable, children, fresh, replace, substitute, variables
from ..system import System
from .failures import Failure, Undefined
from .loops import Loops
from .numbers import KINKED
from .oracle import Draw
from .program import Closed, Program
from .signs import apart, signed

POINTS = 60
"""At most so many places of a kink are looked at in a draw."""


@dataclass(frozen=True)
class Kink:
    """A call of a function with kinks in a definition: its arguments, at every entry and under every sum around it."""

    name: str
    args: tuple[Closed, ...]
    loops: Loops

    @property
    def sides(self) -> int:
        """How many sides it has."""
        return max(2, len(self.args))

    def taken(self, draw: Draw, kind: str) -> frozenset[int]:
        """The sides it is on, in one number system of a draw; none where nothing has a value."""
        found: set[int] = set()
        try:
            for point in islice(self.loops.points(draw.world(kind)), POINTS):
                values = draw.values(kind, self.args, point)
                if not any(isinstance(x, Undefined) for x in values):
                    found.add(KINKED[self.name].side(draw.world(kind).numbers, tuple(values)))
                if len(found) == self.sides:
                    break
        except Failure:
            pass
        return frozenset(found)


@lru_cache(maxsize=256)
def own_kinks(program: Program, members: tuple[Expr, ...], letters: tuple[Sym, ...], full: Domain) -> tuple[Kink, ...]:
    """The kinks of the members themselves, over a domain of their letters."""
    return tuple(k for e in members for k in _kinks_of(program, e, letters, full))


@lru_cache(maxsize=256)
def kinks(program: Program, members: tuple[Expr, ...]) -> tuple[Kink, ...]:
    """The kinks of every definition that the members can depend on."""
    system = program.system
    seen: dict[Variable, None] = {}
    waiting = [v for e in members for v in variables(e)]
    found: list[Kink] = []
    while waiting:
        variable = waiting.pop()
        if variable in seen:
            continue
        seen[variable] = None
        for piece in system.of(variable):
            if piece.body is not None:
                waiting.extend(variables(piece.body))
                found.extend(_kinks_of(program, piece.body, piece.letters, piece.domain))
        if variable == system.objective and system.generic:
            waiting.extend(p.variable for p in system.outputs)
    return tuple(found)


def _kinks_of(program: Program, body: Expr, letters: tuple[Sym, ...], domain: Domain) -> Iterator[Kink]:
    for call, inner, inside in _calls(program.system, body, letters, domain):
        try:
            loops = Loops(program.maker, inside, inner, program.scope(*inner))
            yield Kink(call.function, tuple(program.expression(a, inner) for a in call.args), loops)
        except Failure:
            continue


def _calls(
    system: System, e: Expr, letters: tuple[Sym, ...], domain: Domain
) -> Iterator[tuple[Apply, tuple[Sym, ...], Domain]]:
    """Every call of a function with kinks, with the letters and the domain that hold there."""
    if isinstance(e, Sum):
        letter = fresh({*letters, *domain.letters()}, e.letter)
        new = {e.letter: affine(letter)}
        where = tuple(c.substitute(new) for c in e.where)
        domain = domain & Sum(letter, e.lowers, e.uppers, e.body, where).domain
        yield from _calls(system, substitute(e.body, new), (*letters, letter), domain)
        return
    if isinstance(e, Apply):
        f = system.function(e.function)
        if f is not None and f.body is not None:
            values = dict(zip((p() for p in f.parameters), e.args, strict=True))
            yield from _calls(system, replace(f.body, lambda x: values.get(x)), letters, domain)  # type: ignore[arg-type]
        elif f is None and e.function in KINKED and not _is_settled(system, e):
            yield e, letters, domain
    for child in children(e):
        yield from _calls(system, child, letters, domain)


def _is_settled(system: System, call: Apply) -> bool:
    """Is a kink on one side for all data, as its form shows?"""
    if len(call.args) == 1:
        return signed(system, call.args[0])
    return len(call.args) == 2 and apart(system, *call.args)


__all__ = ["Kink", "kinks", "own_kinks"]
