r"""Entries that one-hot data single out: the c of `t_i = [i = c]` and of `t_i = \delta_{ic}`."""

from __future__ import annotations

from collections.abc import Iterator

from ...latex.tree import Cases, Chain, Indicator, Name, Node
from ..spelled.shape import letter_of, shape_of


def classes_in(c: Chain) -> Iterator[tuple[str, str]]:
    r"""The i and the c of `t_i = [i = c]` and of `t_i = \delta_{ic}`."""
    left, right = (c.members[0], c.members[1]) if c.relations[:1] == ("=",) else (None, None)
    if not isinstance(left, Name) or right is None:
        return
    if not isinstance(right, Cases):
        yield from _numbered(left, _compared(right, ("=",)))


def classes_told_apart(c: Chain) -> Iterator[tuple[str, str]]:
    r"""Those, and the c of data with other values in cases that compare an index with it, `i = c`, `i \ne c`."""
    yield from classes_in(c)
    left, right = (c.members[0], c.members[1]) if c.relations[:1] == ("=",) else (None, None)
    if isinstance(left, Name) and isinstance(right, (Cases, Indicator)):
        yield from _numbered(left, _compared(right, ("=",)) or _compared(right, (r"\ne",)))


def _compared(right: Node, relations: tuple[str, ...]) -> tuple[Node, ...]:
    """What the only condition of a value compares."""
    delta = shape_of(right) if isinstance(right, Name) and right.base == r"\delta" else None
    if delta is not None:
        return delta.pieces
    conditions = right.conditions if isinstance(right, Indicator) else ()
    if isinstance(right, Cases) and len(right.rows) == 2 and (right.rows[1].otherwise or are_opposite(right)):
        conditions = right.rows[0].conditions
    only = conditions[0] if len(conditions) == 1 else None
    return only.members if isinstance(only, Chain) and only.relations == relations else ()


def are_opposite(x: Cases) -> bool:
    r"""Are the two conditions `i = c` and `i \ne c`?

    >>> from symderiv.latex.parse import parse
    >>> f = parse(r"\begin{cases} a & k = c \\ b & k \ne c \end{cases}")
    >>> are_opposite(f.statements[0].chain.members[0])
    True
    """
    chains = [c for row in x.rows for c in row.conditions]
    if len(chains) != 2 or not all(isinstance(c, Chain) and len(c.members) == 2 for c in chains):
        return False
    one, two = (c for c in chains if isinstance(c, Chain))
    relations = {*one.relations, *two.relations}
    return relations in ({"=", r"\ne"}, {"=", r"\neq"}) and one.members in (two.members, two.members[::-1])


def _numbered(left: Name, compared: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    own = shape_of(left)
    if own is not None and len(compared) == 2:
        one, two = map(letter_of, compared)
        mine = {letter_of(p) for p in own.pieces}
        yield from ((x, y) for x, y in ((one, two), (two, one)) if x is not None and y is not None and x in mine - {y})
