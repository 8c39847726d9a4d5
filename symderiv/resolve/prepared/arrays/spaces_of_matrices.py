r"""Spaces of matrices with a letter of their own: `\mathcal{M}_{p,n}(\mathbb{R})` is `\mathbb{R}^{p \times n}`.

One size alone, `\mathcal{M}_n(\mathbb{R})`, is that of a square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements

SPACES = frozenset([("M", ""), ("M", "mathcal"), ("M", "mathscr"), ("M", "mathrm"), ("M", "mathbb"), ("Mat", "mathrm")])
"""Letters of such a space, with their fonts."""


def with_spaces_of_matrices(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such spaces as powers of the reals."""
    chains = (s.chain for f in read_of(located) for s in f.statements)
    if not any(r"\in" in c.relations and any(map(_space, c.members)) for c in chains):
        return list(located)

    def change(x: object) -> Node | None:
        if not isinstance(x, t.Chain) or r"\in" not in x.relations:
            return None
        return replace(x, members=tuple(_space(m) or m for m in x.members))

    return with_statements(located, lambda s: rebuilt(s, change))


def _space(x: Node) -> Node | None:
    r"""`\mathbb{R}^{m \times n}` for `\mathcal{M}_{m,n}(\mathbb{R})`."""
    if not isinstance(x, t.Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    name, group = x.factors[0].body, x.factors[1].body
    if not isinstance(name, Name) or (name.base, name.font) not in SPACES or len(name.scripts) != 1:
        return None
    reals = group.items[0] if isinstance(group, t.Group) and len(group.items) == 1 else None
    if not isinstance(reals, Name) or (reals.base, reals.font) != ("R", "mathbb") or reals.scripts:
        return None
    sizes = _sizes(name.scripts[0])
    if sizes is None:
        return None
    both = t.Product(tuple(t.Factor(r"\times" if n else "", s) for n, s in enumerate(sizes)), name.span)
    return replace(reals, scripts=(t.Script(True, (both,), "", False, True, name.scripts[0].span),), span=x.span)


def _sizes(s: t.Script) -> tuple[Node, ...] | None:
    """The numbers of rows and columns below."""
    if s.above:
        return None
    first = s.entries[0]
    if len(s.entries) == 1 and isinstance(first, t.Product):
        crossed = len(first.factors) == 2 and first.factors[1].operator in (r"\times", r"\ast")
        return tuple(f.body for f in first.factors) if crossed else None
    return {1: (first, first), 2: tuple(s.entries)}.get(len(s.entries))
