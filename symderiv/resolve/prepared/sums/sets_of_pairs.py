r"""Sets of pairs of which a page says where they lie: `\Omega \subseteq [D] \times [N]`, `E \subset V \times V`.

Which pairs such a set has stays data (`members`): the sentence gives no value, so it is no other use of the name. Under
`\sum_{(d,n) \in \Omega}` d and n run over the ranges that it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.statement_forms import index_like
from ....latex.tree import BigSum, Chain, Formula, Group, Name, Node, Number, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from .sets_compared import PART, has_dots

IN = (r"\in",)


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_pairs_ranging(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without what only says where pairs lie, with these ranges under sums over them."""
    told = [x for f in read_of(located) for s in f.statements if (x := _told(s.chain)) is not None]
    ranges = {stem: factors for stem, factors in told if all(x == factors for other, x in told if other == stem)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or x.above is not None or not all(isinstance(c, Chain) for c in x.below):
            return None
        more = tuple(y for c in x.below if isinstance(c, Chain) for y in _ranging(c, ranges) if y not in x.below)
        return replace(x, below=(*x.below, *more), body=rebuilt(x.body, change)) if more else None

    def changed(f: Formula | ReadError) -> Formula | ReadError:
        if isinstance(f, ReadError):
            return f
        found = tuple(y for s in f.statements for y in _without(s))
        found = tuple(rebuilt(s, change) for s in found)
        return f if found == f.statements else replace(f, statements=found)

    return [(d, changed(f)) for d, f in located]


def _told(c: Chain) -> tuple[Stem, tuple[Node, ...]] | None:
    """The name of a set of pairs and what it is part of, factor by factor."""
    if len(c.members) < 2 or c.relations[-1] not in PART or any(r not in IN for r in c.relations[:-1]):
        return None
    head, whole = c.members[-2:]
    if not isinstance(head, Name) or head.scripts or not isinstance(whole, Product) or len(whole.factors) < 2:
        return None
    first, *rest = whole.factors
    if first.operator or any(f.operator != r"\times" for f in rest) or not all(_is_set(f.body) for f in whole.factors):
        return None
    return stem_of(head), tuple(f.body for f in whole.factors)


def _is_set(x: Node) -> bool:
    return isinstance(x, Name) or _range(x) is not None


def _range(x: Node) -> Group | None:
    r"""`\{1, \dots, D\}`, also where it is typed as `[D]`."""
    if not isinstance(x, Group):
        return None
    if x.open == r"\{":
        return x if has_dots(x.items) else None
    if x.open != "[" or len(x.items) != 1 or not index_like(x.items[0]):
        return None
    items = (Number("1", x.span), t.Symbol(r"\dots", span=x.span), x.items[0])
    return Group(r"\{", items, r"\}", (",", ","), x.span)


def _ranging(c: Chain, ranges: dict[Stem, tuple[Node, ...]]) -> list[Chain]:
    """The ranges of the letters of a pair that is asked for."""
    element, of = c.members[0], c.members[-1]
    if c.relations != IN or not isinstance(of, Name) or of.scripts or not isinstance(element, Group):
        return []
    factors = ranges.get(stem_of(of), ())
    if len(element.items) != len(factors) or any(letter_of(x) is None for x in element.items):
        return []
    made = ((x, _range(y)) for x, y in zip(element.items, factors, strict=True))
    return [Chain((x, y), IN, (c.span,), c.span) for x, y in made if y is not None]


def _without(s: Statement) -> list[Statement]:
    if _told(s.chain) is None:
        return [s]
    c = s.chain
    if len(c.members) == 2:
        return []
    kept = replace(c, members=c.members[:-1], relations=c.relations[:-1], relation_spans=c.relation_spans[:-1])
    return [replace(s, chain=kept)]
