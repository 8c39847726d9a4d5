r"""Units that are constant in every layer but the first: `a^l_0 = 1` for `l = 1, .., L`, beside inputs from 0 on.

Who says so means as a rule that the `a^0_0` of the input is 1, too, and does not say it. A line that is wrong for any
`a^0_0` but not for this one is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...affine import Affine, affine
from ...domain import Context, Domain, is_empty, ne
from ...errors import DomainTooHard
from ...expr import Num, Var
from ...latex.write import write
from ...memo import of_this_object
from ...step import Judgement, Verdict
from ...system import Piece, Role, System
from ..cases.assuming import Judge
from ..link import Link

OPEN = "it is wrong unless {} is {}, as in the other layers, of which the page says nothing"


def unless_bias_of_input(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is not wrong if a unit of the input is the constant of other layers."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    for entry, value, system in _with_units(link.system):
        if judge(replace(link, system=system)).judgement is not Judgement.WRONG:
            return Verdict(Judgement.UNPROVED, detail=OPEN.format(f"`{write(entry)}`", f"`{write(value)}`"))
    return verdict


@of_this_object(64)
def _with_units(system: System) -> tuple[tuple[Var, Num, System], ...]:
    """The units with the constant of the other layers, and the network where they have it."""
    return tuple(_units(system))


def _units(system: System) -> Iterator[tuple[Var, Num, System]]:
    for p in system.pieces:
        first = _first_without(p)
        given = (
            [q for q in system.of(p.variable) if q.role is not Role.NODE and q is not p] if first is not None else []
        )
        holding = [q for q in given if _holds(q, first, system)] if first is not None else []
        if first is None or len(holding) != 1 or not isinstance(p.body, Num) or isinstance(holding[0].body, Num):
            continue
        input_ = holding[0]
        apart = next((ne(i, x) for i, x in zip(input_.indices, first, strict=True) if i != x), None)
        if apart is None:
            continue
        less = replace(input_, domain=input_.domain & Domain((apart,)))
        unit = replace(p, indices=first, letters=(), domain=Domain(()))
        pieces = tuple(less if q is input_ else q for q in system.pieces)
        yield Var(p.variable, first), p.body, replace(system, pieces=(*pieces, unit))


def _first_without(p: Piece) -> tuple[Affine, ...] | None:
    """The entry one layer before those that are constant, of a piece with one letter and a number in another place."""
    if not isinstance(p.body, Num) or len(p.letters) != 1 or len(p.indices) < 2:
        return None
    letter, numbers = p.letters[0], [i for i in p.indices if i.is_constant]
    lows = [-c.form.const for c in p.domain.constraints if c.rel == ">=" and c.form == affine(letter) + c.form.const]
    if len(numbers) != len(p.indices) - 1 or len(lows) != 1 or not any(i.letter == letter for i in p.indices):
        return None
    return tuple(affine(lows[0] - 1) if i.letter == letter else i for i in p.indices)


def _holds(q: Piece, entry: tuple[Affine, ...], system: System) -> bool:
    try:
        return not is_empty(q.at(entry)[0], Context(system.context, system.size_functions))
    except DomainTooHard:
        return False
