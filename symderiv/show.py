r"""What was understood of a page: symbols with roles and ranges, definitions, ties, who depends on whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .domain import TRUE, implies
from .expr import Variable, variables
from .latex.style import Style, style_of
from .latex.write import conditions, write
from .remarks import remarks
from .system import Piece, Role, System


@dataclass(frozen=True)
class Row:
    """One piece of a variable: LaTeX of the entry, its role, its range, and what it is defined as ('' if given)."""

    entry: str
    role: str
    where: str
    body: str


@dataclass(frozen=True)
class Description:
    """Everything `symderiv show` prints, as text in LaTeX."""

    title: str
    objective: str
    rows: tuple[Row, ...]
    sizes: tuple[str, ...]
    functions: tuple[str, ...]
    ties: tuple[str, ...]
    dependencies: tuple[tuple[str, tuple[str, ...]], ...]
    remarks: tuple[str, ...] = ()


def describe(system: System) -> Description:
    """The description of a network, in document order."""
    style = style_of(system)
    return Description(
        title=system.title,
        objective=_objective(system, style),
        rows=tuple(_row(p, system, style) for p in system.pieces),
        sizes=tuple(sorted(s.name for s in system.sizes)) + tuple(f"{n}(.)" for n in sorted(system.size_functions)),
        functions=tuple(f"{f.name} ({'abstract' if f.body is None else 'defined'})" for f in system.functions),
        ties=tuple(_ties(system, style)),
        dependencies=tuple(_dependencies(system)),
        remarks=(*system.notes, *remarks(system)),
    )


def _objective(system: System, style: Style) -> str:
    if system.objective is None:
        return "none"
    if not system.generic:
        return system.objective.name
    outputs = ", ".join(write(p.lhs, style) for p in system.outputs)
    return f"{system.objective.name}, any function of {outputs}"


def _row(piece: Piece, system: System, style: Style) -> Row:
    open_ones = [c for c in piece.domain.constraints if not implies(TRUE, c, system.context)]
    body = "" if piece.body is None else write(piece.body, style)
    return Row(write(piece.lhs, style), str(piece.role), ", ".join(conditions(tuple(open_ones), style)), body)


def _ties(system: System, style: Style) -> Iterator[str]:
    for piece in system.pieces:
        if piece.role is Role.ALIAS and piece.body is not None:
            yield f"{write(piece.lhs, style)} = {write(piece.body, style)}"
    for group in system.ties:
        yield " = ".join(v.name for v in group)


def _dependencies(system: System) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each computed variable with the variables that its definitions mention."""
    uses: dict[Variable, dict[str, None]] = {}
    for piece in system.pieces:
        if piece.body is not None and piece.role is not Role.CONSTANT:
            found = uses.setdefault(piece.variable, {})
            found.update(dict.fromkeys(sorted(v.name for v in variables(piece.body))))
    for variable, found in uses.items():
        yield variable.name, tuple(found)
    if system.generic and system.objective is not None:
        yield system.objective.name, tuple(dict.fromkeys(p.variable.name for p in system.outputs))
