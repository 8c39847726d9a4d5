r"""Who uses what: every occurrence of every variable in a network, seen through its aliases.

A tie needs no rule of its own: `net_k = \sum_h o_h w^{(2)}_{k,h}` uses `w_{k,h}` because `w^{(2)}_{k,h}` is an alias of
it for `h <= I`, and uses `-\theta_k` because it is an alias of that at `h = I + 1`. So each occurrence is listed under
the copy that is written there and under everything the copy stands for, with the condition under which it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain import TRUE, Context, Domain, subset
from ..expr import Apply, Div, Expr, Var, Variable, of_kind, replace
from ..memo import of_this_object
from ..system import Piece, Role, System, alias_of
from . import Occurrence, occurrences
from .fold import foldable


@dataclass(frozen=True)
class Link:
    """What an entry stands for: `sign * entry` where `guard` holds."""

    entry: Var
    sign: int
    guard: Domain


@dataclass(frozen=True)
class Use:
    """A place in the body of `piece` that stands for `link.entry`."""

    piece: Piece
    place: Occurrence
    link: Link


class Flow:
    """The uses of each variable, and what reaches what."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.known = Context(system.context, system.size_functions)
        self.declared = frozenset(f.name for f in system.functions)
        self.pieces: dict[Variable, list[Piece]] = {}
        for piece in system.pieces:
            self.pieces.setdefault(piece.variable, []).append(piece)
        self.foldable = foldable(system)
        self.uses: dict[Variable, list[Use]] = {}
        for piece in self.bodies():
            for place in self.places(piece):
                for link in self.links(place.entry):
                    self.uses.setdefault(link.entry.variable, []).append(Use(piece, place, link))

    def bodies(self) -> Iterator[Piece]:
        """The pieces that compute something; a generic objective is one, a function of the last nodes."""
        for piece in self.system.pieces:
            if piece.role is Role.NODE:
                yield piece
        if self.system.generic and self.system.objective is not None:
            yield Piece(self.system.objective, (), (), TRUE, Var(self.system.objective), Role.NODE)

    def places(self, piece: Piece) -> Iterator[Occurrence]:
        """Every occurrence in the body of a piece."""
        assert piece.body is not None
        yield from occurrences(
            piece.body, value=piece.lhs, declared=self.declared, taken=frozenset(piece.letters), generic=self.generic
        )

    @property
    def generic(self) -> dict[Variable, tuple[Piece, ...]]:
        """The objective that is left open, with the nodes that it is a function of."""
        system = self.system
        return {system.objective: system.outputs} if system.generic and system.objective is not None else {}

    def links(self, entry: Var, sign: int = 1, guard: Domain = TRUE) -> Iterator[Link]:
        """The entry itself, then all that it is an alias of."""
        yield Link(entry, sign, guard)
        for piece in self.pieces.get(entry.variable, ()):
            if piece.role is Role.ALIAS and (found := alias_of(piece)) is not None:
                where, body = piece.at(entry.indices)
                if (guard & where).is_false or body is None:
                    continue
                root = Piece(piece.variable, piece.indices, piece.letters, TRUE, body, Role.ALIAS)
                aliased = alias_of(root)
                assert aliased is not None
                yield from self.links(aliased[1], sign * found[0], guard & where)

    def constants(self, e: Expr, domain: Domain, known: Context) -> Expr:
        """The expression with every entry that is certainly a constant (a bias unit's output) replaced by its value."""

        def value(x: Expr) -> Expr | None:
            if isinstance(x, Var):
                for piece in self.pieces.get(x.variable, ()):
                    if piece.role is Role.CONSTANT:
                        where, body = piece.at(x.indices)
                        if subset(domain, (where,), known):
                            return body
            return None

        return replace(e, value)

    def preactivations(self) -> frozenset[Variable]:
        r"""The nodes that are fed into elementwise functions, as `net_k` in `o_k = f(net_k)`: what `\delta` is for."""
        fed = {
            x.args[0].variable
            for piece in self.system.pieces
            if piece.role is Role.NODE and piece.variable.arity and piece.body is not None
            for x in of_kind(piece.body, Apply)
            if len(x.args) == 1 and isinstance(x.args[0], Var)
        }
        return frozenset(
            v
            for v in fed
            if any(p.role is Role.NODE and not isinstance(p.body, (Apply, Div)) for p in self.pieces.get(v, ()))
        )

    def is_given(self, variable: Variable) -> bool:
        """Does nothing compute it?"""
        return all(p.role is not Role.NODE for p in self.pieces.get(variable, ()))

    def users(self, variable: Variable) -> frozenset[Variable]:
        """The variables whose definitions use it."""
        return frozenset(u.piece.variable for u in self.uses.get(variable, ()))

    def downstream(self, start: Iterator[Variable] | frozenset[Variable]) -> frozenset[Variable]:
        """The variables that depend on some of `start`, those included."""
        seen: set[Variable] = set()
        waiting = list(start)
        while waiting:
            v = waiting.pop()
            if v not in seen:
                seen.add(v)
                waiting.extend(self.users(v))
        return frozenset(seen)

    def reaches(self, start: Variable, end: Variable) -> bool:
        """Does `end` depend on `start`?"""
        return end in self.downstream(frozenset({start}))

    def upstream(self, end: Variable) -> frozenset[Variable]:
        """The variables that `end` depends on, itself included."""
        before: dict[Variable, set[Variable]] = {}
        for variable in self.uses:
            for user in self.users(variable):
                before.setdefault(user, set()).add(variable)
        seen: set[Variable] = set()
        waiting = [end]
        while waiting:
            v = waiting.pop()
            if v not in seen:
                seen.add(v)
                waiting.extend(before.get(v, ()))
        return frozenset(seen)


@of_this_object(32)
def flow(system: System) -> Flow:
    """The flow of a network, computed once."""
    return Flow(system)
