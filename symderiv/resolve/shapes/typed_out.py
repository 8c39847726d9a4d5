r"""Vectors typed out: `x = (x_1, \dots, x_n)^T` is what `x \in \mathbb{R}^{n \times 1}` says.

So is a row of several, `x_n = (x_{n1}, \dots, x_{nD})`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Node, Statement
from ...notation import EQUALITIES
from ..located import Located, read_of, with_statements
from ..spelled.scripts import entries_below
from ..spelled.shape import is_mark, letter_of, shape_of
from .array import ZERO, from_zero
from .declared import BOLD, Declared, split


def declared_where_typed_out(located: Sequence[Located]) -> list[Located]:
    """The formulas with such equations as declarations."""
    return with_statements(located, _declared)


def turned_where_typed_out(located: Sequence[Located]) -> dict[tuple[str, tuple[Node, ...]], bool]:
    """The names typed out by entries, and whether their own index comes last, `z_i = (z_{1i}, \\dots, z_{Mi})`."""
    chains = (s.chain for f in read_of(located) for s in f.statements)
    told: dict[tuple[str, tuple[Node, ...]], bool] = {}
    for c in chains:
        left = c.members[0]
        shape = shape_of(left) if isinstance(left, t.Name) else None
        if shape is not None and _declaration(c) is not None:
            name = split(shape)[:2]
            told[name] = told.get(name, False) or _is_turned(c)
    return told


def as_typed_out(base: str, d: Declared, told: Iterable[tuple[str, Declared]]) -> Declared:
    """A vector that entries show, the `w_k` of `w_{kj}`, as a column or a row where its name with another letter, the
    `w_c` of `w_c^T = [w_{c1}, \\dots, w_{cD}]`, is typed out as one. Entry 0 of that is one of all, shown or not."""
    alike = [x for name, x in told if name == base and len(x.pieces) == len(d.pieces) == 1]
    same = [
        x
        for x in alike
        if d.loose and x.sizes in (d.sizes, tuple(map(from_zero, d.sizes))) and x.turned == d.turned
        if letter_of(x.pieces[0]) is not None
    ]
    return replace(same[0], pieces=d.pieces) if len(same) == len(alike) > 0 and len({x.kind for x in same}) == 1 else d


def _is_turned(chain: Chain) -> bool:
    left, group = chain.members[0], _turned(chain.members[1])[0]
    first = group.items[0] if group is not None else None
    if not isinstance(left, t.Name) or not isinstance(first, t.Name):
        return False
    own, below = entries_below(left), entries_below(first)
    return bool(own) and below[:-1] != own


def _declared(s: Statement) -> Statement:
    said = _declaration(s.chain)
    return s if said is None else replace(s, chain=said)


def _declaration(chain: Chain) -> Chain | None:
    """`x \\in \\mathbb{R}^n` for an equation that types x out; None for any other."""
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES:
        return None
    left, right = chain.members
    group, column = _turned(right)
    if not isinstance(left, t.Name) or group is None:
        return None
    marked = [s for s in left.scripts if s.above and s.entries and all(map(is_mark, s.entries))]
    if marked and not column:  # `w^T = (w_1, .., w_n)`
        left, column = replace(left, scripts=tuple(s for s in left.scripts if s not in marked)), True
    size = _size(group.items, left)
    if size is None:
        return None
    one = t.Factor(r"\times", t.Number("1"))
    whole: Node = t.Product((t.Factor("", size), one), chain.span) if column else size
    space = t.Name("R", (), "mathbb", 0, (t.Script(True, (whole,), "", False, True, chain.span),), chain.span)
    return replace(chain, members=(left, space), relations=(r"\in",))


def _turned(x: Node) -> tuple[t.Group | None, bool]:
    """The parenthesis that types a vector out, and whether it is turned to be a column."""
    if isinstance(x, t.Group):
        return (x, False) if x.open in ("(", "[") else (None, False)
    marked = isinstance(x, t.Scripted) and len(x.scripts) == 1 and x.scripts[0].above
    if isinstance(x, t.Scripted) and marked and isinstance(x.base, t.Group) and x.base.open in ("(", "["):
        return (x.base, True) if all(map(is_mark, x.scripts[0].entries)) else (None, False)
    return None, False


def _size(items: tuple[Node, ...], left: t.Name) -> Node | None:
    r"""The last index of `x_1, x_2, \\dots, x_n`, all entries of what stands on the left; a listing from 0 to it for
    `x_0, \\dots, x_n`."""
    names = [x for x in items if isinstance(x, t.Name)]
    others = [x for x in items if not isinstance(x, t.Name)]
    dotted = len(others) == 1 and isinstance(others[0], t.Symbol) and others[0].name == r"\dots"
    if len(names) < 2 or (others and not dotted):
        return None
    indices = [_index(x, left) for x in names]
    last = indices[-1]
    begin = 0 if indices[0] == ZERO else 1
    counted = [isinstance(i, t.Number) and i.text == str(n) for n, i in enumerate(indices[:-1], begin)]
    if last is None or not all(counted):
        return None
    whole = dotted or (isinstance(last, t.Number) and last.text == str(len(names) - 1 + begin))
    if not whole:
        return None
    return last if begin else from_zero(last)


def _index(x: t.Name, left: t.Name) -> Node | None:
    """The lower index that an entry of what stands on the left has more."""
    one, two = shape_of(x), shape_of(left)
    below = entries_below(x)
    if one is None or two is None or not below:
        return None
    own = entries_below(left)
    if own not in (below[:-1], below[1:]):
        return None
    same = BOLD.sub(r"\1", one.base) == BOLD.sub(r"\1", two.base) and one.uppers == two.uppers
    return None if not same else below[-1] if own == below[:-1] else below[0]  # `z_i = (z_{1i}, .., z_{Mi})`
