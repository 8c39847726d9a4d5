r"""A network with what a page adds to it: names of its own (`\delta_k := \partial E/\partial net_k`) and dummies.

What is added lies outside the network: no path to the objective runs through it, so it can make no claim about the
network true or false.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..affine import Sym
from ..constraint import Domain
from ..draft import Draft, RawDefinition
from ..expr import Variable
from ..system import Piece, Role, System
from .ranges import Ranges


def extended(system: System, draft: Draft) -> System:
    """The network with the definitions of a page; a name that it has already is left as it is."""
    there = set(system.variables()) | {system.objective}
    for raw in draft.definitions:
        if raw.left.variable not in there:
            system = replace(system, pieces=(*system.pieces, _piece(system, draft, raw)))
    functions = {f.name: f for f in (*draft.functions, *system.functions)}
    return replace(system, functions=tuple(functions.values()))


def _piece(system: System, draft: Draft, raw: RawDefinition) -> Piece:
    ranges = Ranges(system, draft.ranges)
    letters = tuple(s for i in raw.left.indices if (s := i.letter) is not None and s not in system.sizes)
    body = ranges.filled(raw.body, frozenset(letters))
    domain = ranges.domain((body, raw.left), raw.ranges) & Domain(raw.where)
    return Piece(raw.left.variable, raw.left.indices, letters, domain, body, Role.NODE, raw.place)


def with_dummies(system: System, dummies: Iterable[Variable]) -> System:
    r"""The network with letters that stand for any number: the z of `\sigma'(z) = \sigma(z)(1 - \sigma(z))`."""
    there = set(system.variables())
    made = tuple(_dummy(v) for v in dummies if v not in there)
    return replace(system, pieces=(*system.pieces, *made)) if made else system


def _dummy(variable: Variable) -> Piece:
    nothing: tuple[Sym, ...] = ()
    return Piece(variable, (), nothing, Domain(()), None, Role.INPUT)
