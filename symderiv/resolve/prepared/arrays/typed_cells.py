r"""What equations type out as a matrix or a column: the cells, the dots between them, and what is written for it."""

from __future__ import annotations

from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Factor, Group, Name, Node, Number, Product, Script, Scripted
from ....notation import EQUALITIES
from ...shapes.grids import rows_of
from ...shapes.listed_alike import DOTS
from ...spelled.shape import is_mark

TURNED = Script(True, (t.Symbol(r"\top"),))
"""The mark of a transpose."""
DOT = t.Symbol(r"\dots")
"""What stands for all dots of a matrix with a column of ones (`latex.grids_of_ones`)."""
ANY_DOTS = DOTS | {r"\ddots"}
PAIR = 2


def told_by(chain: Chain) -> tuple[Name, Node] | None:
    r"""A name, and what an equation says that it is; None for any other chain.

    >>> from symderiv.latex.parse import parse
    >>> [told_by(parse(x).statements[0].chain) is None for x in ("a = b + c", "a + b = c", "a = b = c", "a < b")]
    [False, True, True, True]
    """
    if len(chain.members) != PAIR or chain.relations[0] not in EQUALITIES:
        return None
    whole, told = chain.members
    return (whole, told) if isinstance(whole, Name) else None


def cells_of(x: Node) -> list[tuple[Node, ...]]:
    """The rows of a matrix; none of anything else."""
    return (rows_of(x) or []) if isinstance(x, Group) else []


def column_of(x: Node) -> tuple[Node, ...]:
    """What stands in a column: in a matrix environment, or in a list that is turned."""
    if isinstance(x, Group):
        rows = cells_of(x)
        return tuple(row[0] for row in rows) if all(len(row) == 1 for row in rows) else ()
    turned = isinstance(x, Scripted) and len(x.scripts) == 1 and x.scripts[0].above and not x.primes
    if not isinstance(x, Scripted) or not turned or not all(map(is_mark, x.scripts[0].entries)):
        return ()
    plain = isinstance(x.base, Group) and x.base.open in ("(", "[") and ";" not in x.base.separators
    return x.base.items if isinstance(x.base, Group) and plain else ()


def is_dots(x: Node) -> bool:
    """Does a cell hold dots, in any direction?"""
    return isinstance(x, t.Symbol) and x.name in ANY_DOTS


def digits_apart(x: Name) -> Name:
    r"""An entry with two indices in two digits, `a_{11}`, with each for itself."""
    return replace(x, scripts=tuple(map(_apart, x.scripts))) if x.scripts else x


def _apart(s: Script) -> Script:
    only = s.entries[0] if len(s.entries) == 1 and not s.above else None
    if isinstance(only, Number) and only.text.isdecimal() and len(only.text) == PAIR:
        return replace(s, entries=tuple(Number(digit, s.span) for digit in only.text))
    return s


def column_listed(items: tuple[Node, ...], span: tuple[int, int]) -> Scripted:
    """A column as a list that is turned, `(a, b)^T`."""
    return Scripted(Group("(", items, ")", tuple("," for _ in items[1:]), span), (TURNED,), 0, span)


def matrices_of_size(rows: Node, columns: Node, span: tuple[int, int]) -> Name:
    r"""`\mathbb{R}^{n \times m}`."""
    size = Product((Factor("", rows), Factor(r"\times", columns)), span)
    return Name("R", (), "mathbb", 0, (Script(True, (size,), "", False, True, span),), span)
