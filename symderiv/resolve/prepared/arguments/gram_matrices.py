r"""A kernel and its matrix in one letter, `K_{i,j} = K(x_i, x_j)` beside `\|Y - K\alpha\|^2`: both are called K.

The equation says where the entries come from. Where nothing else on the page is a value of the kernel it is no more
than that: the matrix is given. Where it is, the line cannot be read, and is no slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Formula, Name, Statement
from ...asked import any_of, remembered
from ...located import Located, read_of
from ...spelled.shape import letter_of, named

PAIR = 2
DETAIL = "a matrix and a function have one letter"


def with_kernels_of_matrices(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a page without the equations that only say of which kernel a matrix is."""
    if not any_of(located, says_kernel):
        return located
    made: list[Located] = []
    values = [x.base for f in read_of(located) for x in _applied(f)]
    for display, f in located:
        said = [s for s in f.statements if says_kernel(s)] if isinstance(f, Formula) else []
        if not said or not isinstance(f, Formula):
            made.append((display, f))
        elif all(values.count(x.base) == 1 for s in said for x in _applied(s)):
            made.append((display, replace(f, statements=tuple(s for s in f.statements if not says_kernel(s)))))
        else:
            made.append((display, ReadError(DETAIL, f.here)))
    return made


@remembered
def says_kernel(s: Statement) -> bool:
    r"""Is it `K_{ij} = K(x_i, x_j)`, one letter for both?

    >>> from symderiv.latex.parse import parse
    >>> typed = ("K_{ij} = K(x_i, x_j)", "K_{ij} = k(x_i, x_j)", "K_{ij} = K(i, j)")
    >>> [says_kernel(parse(x).statements[0]) for x in typed]
    [True, False, False]
    """
    members = s.chain.members
    if s.chain.relations != ("=",) or not isinstance(members[0], Name):
        return False
    group = _arguments(members[1])
    shape = named(members[0])
    below = [letter_of(p) for item in shape.lowers for p in item]
    if group is None or shape.uppers or len(below) != PAIR or None in below or below[0] == below[1]:
        return False
    name, items = group
    points = [x for x in items if isinstance(x, Name)]
    alike = len(points) == PAIR and points[0].base == points[1].base and points[0].font == points[1].font
    return alike and name.base == members[0].base and [_index(x) for x in points] == below


def _index(x: Name) -> str | None:
    entries = [e for s in x.scripts for e in s.entries]
    return letter_of(entries[0]) if len(entries) == 1 else None


def _arguments(x: t.Node) -> tuple[Name, tuple[t.Node, ...]] | None:
    """The name before a pair in parentheses, with the pair."""
    if not isinstance(x, t.Product) or len(x.factors) != PAIR:
        return None
    name, group = (f.body for f in x.factors)
    if not isinstance(name, Name) or name.scripts or not isinstance(group, t.Group) or group.open != "(":
        return None
    return (name, group.items) if len(group.items) == PAIR else None


def _applied(x: Formula | Statement) -> Iterator[Name]:
    """The names that stand before pairs in parentheses."""
    for p in t.of_kind(x, t.Product):
        for one, two in zip(p.factors, p.factors[1:], strict=False):
            if isinstance(one.body, Name) and isinstance(two.body, t.Group) and len(two.body.items) == PAIR:
                yield one.body
