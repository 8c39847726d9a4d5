r"""The number `\pi` in angles: `\cos(\pi i) = (-1)^i` holds of no other number.

Everywhere else a `\pi` that nothing defines is as good as any number, and what holds of any is proved. Where it stands
in an angle that is not so: a line that fails is looked at once more with the number in its place.
"""

from __future__ import annotations

from dataclasses import replace

from ...expr import Apply, Expr, Partial, Variable, mul, num, of_kind, variables
from ...memo import of_this_object
from ...system import Role, System

PI = Variable(r"\pi")
NUMBER = mul(num(4), Apply("arctan", (num(1),)))
ANGLES = frozenset(["sin", "cos", "tan", "cot", "sec", "csc"])
"""Functions with values of their own at parts and multiples of pi."""


def with_the_number(system: System, *sides: Expr) -> System | None:
    """The network with the number for what it is given as; None where it is no angle, or differentiated by."""
    if not _is_given(system) or any(p.wrt.variable == PI for side in sides for p in of_kind(side, Partial)):
        return None
    return _put_in(system) if _in_bodies(system) or any(map(_in_angle, sides)) else None


@of_this_object(64)
def _is_given(system: System) -> bool:
    own = system.of(PI)
    return len(own) == 1 and own[0].body is None and not system.function(PI.key)


@of_this_object(64)
def _in_bodies(system: System) -> bool:
    return any(p.body is not None and _in_angle(p.body) for p in system.pieces)


@of_this_object(64)
def _put_in(system: System) -> System:
    pieces = (replace(p, body=NUMBER, role=Role.NODE) if p.variable == PI else p for p in system.pieces)
    return replace(system, pieces=tuple(pieces))


def _in_angle(e: Expr) -> bool:
    return any(x.function in ANGLES and any(PI in variables(a) for a in x.args) for x in of_kind(e, Apply))
