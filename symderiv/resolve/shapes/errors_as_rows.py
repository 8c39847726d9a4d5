r"""Names of derivatives that a page writes as rows: `\delta = \partial E/\partial z`, and then `\delta W`.

A derivative of a number by a column stands as the column does. In the other layout it is a row, and so is its name:
where lines with such names only fit so, and none only the usual way, all of them are rows. On a page with lines of both
kinds the latter are judged, and the former are left open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Node, Statement
from ...latex.walking import rebuilt
from ..spelled.shape import shape_of
from ..stated import Stated, wrt_of
from .declared import Declared
from .forms import name_defined
from .rewrite import Document, Rewritten
from .unsaid import Said

MIXED = "the derivative is a row here, and a column in other lines"
LAID_OUT = "a derivative by a matrix, where derivatives by vectors are rows: which index comes first?"
HINT = "write the entries with their indices"
Key = tuple[str, tuple[Node, ...]]
Make = Callable[[list[Said]], Document]


def with_errors_as_rows(columns: Document, usual: Rewritten, stated: Sequence[Stated], make: Make) -> Rewritten:
    """The statements with names of derivatives as rows, where lines need that; `make` is a document of more shapes."""
    named = dict(_named(columns, stated))
    met = [_met(s.statement, named, columns) for s in stated] if named else []
    about = [n for n, marks in enumerate(met) if marks]
    stuck = [n for n in about if is_stuck(usual.statements[n])]
    if not stuck:
        return usual
    rows = make([(base, replace(d, kind="r", loose=False)) for (base, _), d in named.items()]).written()
    lying = [n for n in stuck if not is_stuck(rows.statements[n])]
    if not lying:
        return usual
    standing = any(is_stuck(rows.statements[n]) for n in about if n not in stuck)
    found = list(usual.statements)
    for n in lying if standing else about:
        unsure = not any(met[n]) and n in stuck and _is_by_matrix(stated[n].statement.chain, columns)
        found[n] = rows.statements[n]
        if standing or unsure:
            found[n] = left_open(usual.statements[n], MIXED if standing else LAID_OUT)
    misfits = [s for s in found if is_stuck(s)]
    definitions = sum(name_defined(s.chain) is not None for s in misfits)
    return Rewritten(found, (definitions, len(misfits) - definitions))


def _named(columns: Document, stated: Sequence[Stated]) -> Iterator[tuple[Key, Declared]]:
    """The names that are derivatives of a number by a column."""
    for s in stated:
        chain = s.statement.chain
        left = name_defined(chain)
        if left is None or len(chain.members) < 2 or not _is_of_number(chain.members[1], columns):
            continue
        shape = columns.shapes.find(*left)
        if shape is not None and shape.kind == "c":
            yield left, shape


def _met(s: Statement, named: dict[Key, Declared], columns: Document) -> list[bool]:
    """Whether each name of a derivative in a statement is transposed."""
    bases = {base for base, _ in named}
    names = (_taken_apart(x, columns) for x in t.of_kind(s.chain, t.Name))
    return [marked for base, _, marked in names if base in bases]


def _is_of_number(x: Node, columns: Document) -> bool:
    """Is it the derivative of a name that is no array by one thing, or minus that?"""
    if isinstance(x, t.Terms) and len(x.terms) == 1:
        x = x.terms[0].body
    if isinstance(x, t.Nabla):
        return x.order == 1 and x.by is not None and isinstance(x.of, t.Name) and not _kind(x.of, columns)
    if not isinstance(x, t.Derivative) or x.order != 1 or len(x.wrt) != 1 or x.row or x.turned:
        return False
    return isinstance(x.of, t.Name) and not _kind(x.of, columns)


def _taken_apart(x: Node, columns: Document) -> tuple[str, tuple[Node, ...], bool]:
    shape = shape_of(x) if isinstance(x, t.Name) else None
    return ("", (), False) if shape is None else columns.shapes.taken_apart(shape)


def _kind(x: Node, columns: Document) -> str:
    base, pieces, _ = _taken_apart(x, columns)
    shape = columns.shapes.find(base, pieces)
    return "" if shape is None else shape.kind


def is_stuck(s: Statement) -> bool:
    """Does a member of a statement not fit?"""
    return any(isinstance(m, t.Misfit) for m in s.chain.members)


def _is_by_matrix(chain: Chain, columns: Document) -> bool:
    by = [wrt_of(d.wrt[0], d)[0] for d in t.of_kind(chain, t.Derivative) if len(d.wrt) == 1]
    return any(_kind(x, columns) == "m" for x in by)


def left_open(s: Statement, cause: str) -> Statement:
    """The statement with what does not fit left open."""

    def change(x: object) -> Node | None:
        if not isinstance(x, t.Misfit):
            return None
        return replace(x, cause=cause, hint=HINT, known=False, perhaps=False)

    changed: Statement = rebuilt(s, change)
    return changed
