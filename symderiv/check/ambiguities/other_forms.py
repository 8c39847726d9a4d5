r"""What a chain makes of a definition: `Z = X A` and `Y = X (V + A B) = X V + Z B`.

Y is computed as the first member says, and from Z nothing is. Who differentiates by Z means the member in which it
stands. So where that member is proved equal to the first, a derivative by Z is judged in the network that has it for
the definition. It is asked only where a derivative would say nothing otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ...errors import ReadError
from ...expr import Expr, Partial, Var, Variable, holds_derivative, of_kind, substitute, variables
from ...network.graph import upstream
from ...read import Written
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..known.derivatives import idle
from ..link import Link

AsLink = Callable[[Written, Expr, Expr], Link]
"""A link between two members of a chain."""


def in_other_forms(
    link: Link, lines: Iterable[Written], as_link: AsLink, judge: Callable[[Link], Verdict]
) -> list[Link]:
    """The link in the networks with such a member for a definition; where they differ it is open which is meant."""
    wanted = {x.wrt.variable for side in (link.left, link.right) for x in of_kind(side, Partial)}
    found = [
        _with_form(link.system, as_link(written, entry, form), judge) for written, entry, form in _forms(lines, wanted)
    ]
    return [
        replace(link, system=system)
        for system in dict.fromkeys(found)
        if system is not None and not idle(system, link.left, link.right)
    ]


def _forms(lines: Iterable[Written], wanted: set[Variable]) -> Iterator[tuple[Written, Var, Expr]]:
    """Later members of chains that define a name, in which one of the wanted names stands."""
    for w in lines:
        for n, entry in w.defines:
            for m in w.members[n + 2 :]:
                if not isinstance(m, ReadError) and not holds_derivative(m) and wanted & variables(m):
                    yield w, entry, m


def _with_form(system: System, form: Link, judge: Callable[[Link], Verdict]) -> System | None:
    """The network with the member as the definition, if it is proved to be equal and makes no circle."""
    entry, body = form.left, form.right
    pieces = system.of(entry.variable) if isinstance(entry, Var) else ()
    if not isinstance(entry, Var) or len(pieces) != 1 or pieces[0].body is None or form.where:
        return None
    letters = [i.letter for i in entry.indices]
    plain = all(i.letter == x for i, x in zip(pieces[0].indices, pieces[0].letters, strict=False))
    if None in letters or len({*letters}) != len(letters) or not plain or len(letters) != len(pieces[0].letters):
        return None
    if any(entry.variable in {v, *upstream(system, v)} for v in variables(body)):
        return None
    if judge(form).judgement is not Judgement.RIGHT:
        return None
    named = dict(zip((x for x in letters if x is not None), pieces[0].indices, strict=True))
    new = replace(pieces[0], body=substitute(body, named))
    return replace(system, pieces=tuple(_swapped(system.pieces, pieces[0], new)))


def _swapped(pieces: Iterable[Piece], old: Piece, new: Piece) -> Iterator[Piece]:
    return (new if p is old else p for p in pieces)
