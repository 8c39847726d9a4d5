r"""Definitions of matrices typed with dots, `R = \begin{bmatrix} f_1(x_1) & \cdots & f_m(x_1) \\ \vdots & \ddots &
\vdots \\ f_1(x_n) & \cdots & f_m(x_n) \end{bmatrix}`: `R \in \mathbb{R}^{n \times m}` and `R_{ij} = f_j(x_i)`.

The rows that are typed are alike but for one index that counts from 1 in the first, and so are the columns. Entries of
the letter of the whole say of which shape it is, and no more. Any other such definition is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of
from ...shapes.listed_alike import listed_alike
from .typed_cells import cells_of, digits_apart, is_dots, matrices_of_size, told_by

LETTERS = "ijklpqrstuvw"
"""Of these are the two that number rows and columns."""
PLACES = 2


@dataclass(frozen=True, slots=True)
class _Dotted:
    """A matrix with dots: how many rows and columns, and its entry in the row and the column of such letters."""

    sizes: tuple[Node, Node]
    entry: Node


def _is_told(s: Statement) -> bool:
    told = told_by(s.chain)
    if told is None or s.conditions or told[0].scripts or told[0].primes:
        return False
    return any(is_dots(x) for row in cells_of(told[1]) for x in row)


@where(_is_told)
def with_matrices_with_dots(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a document with the entries of such matrices, by letters that stand nowhere else."""
    used = {x.base for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)}
    free = [x for x in LETTERS if x not in used and x not in ranges]
    if len(free) < PLACES:
        return list(located)
    i, j = map(Name, free[:PLACES])
    found: list[Located] = []
    for display, f in located:
        if isinstance(f, t.Formula) and any(map(_is_told, f.statements)):
            f = replace(f, statements=tuple(x for s in f.statements for x in _statements(s, i, j)))
        found.append((display, f))
    return found


def _statements(s: Statement, i: Name, j: Name) -> Iterator[Statement]:
    """What such a definition says, one thing after the other; any other statement as it is."""
    left = s.chain.members[0]
    told = _dotted(cells_of(s.chain.members[-1]), i, j) if _is_told(s) else None
    if told is None or not isinstance(left, Name):
        yield s
        return
    space = matrices_of_size(*told.sizes, s.chain.span)
    yield replace(s, chain=replace(s.chain, members=(left, space), relations=(r"\in",)))
    entry = replace(left, scripts=(Script(False, (i, j), "", True, True, left.span),))
    if not isinstance(told.entry, Name) or _plain(told.entry) != _plain(entry):
        yield replace(s, chain=replace(s.chain, members=(entry, told.entry)), separator=",")


def _plain(x: Name) -> tuple[object, ...]:
    r"""A name with its indices, without a font: `\mathbf{W}_{ij}` as `W_{ij}`."""
    return x.base, x.accents, x.primes, tuple((s.above, s.entries) for s in x.scripts)


def _dotted(rows: Sequence[tuple[Node, ...]], i: Name, j: Name) -> _Dotted | None:
    """What such rows are; None where they are not alike."""
    across = [n for n, row in enumerate(rows) if all(map(is_dots, row))]
    down = [n for n, column in enumerate(zip(*rows, strict=True)) if all(map(is_dots, column))]
    if across != [len(rows) - 2] or down != [len(rows[0]) - 2]:
        return None
    dots = t.Symbol(r"\dots")
    found = [listed_alike([dots if is_dots(x) else _parted(x) for x in row]) for row in (*rows[:-2], rows[-1])]
    lists = [x for x in found if x is not None]
    if len(lists) != len(found) or len({size for size, _ in lists}) != 1:
        return None
    *front, last = [at(j) for _, at in lists]
    columns = listed_alike([*front, dots, last])
    return None if columns is None else _Dotted((columns[0], lists[0][0]), columns[1](i))


def _parted(x: Node) -> Node:
    """An entry with the two digits of each `_{11}` in it apart."""
    found: Node = rebuilt(x, _digits)
    return found


def _digits(x: object) -> Node | None:
    return digits_apart(x) if isinstance(x, Name) and x.scripts else None
