r"""Arrays of a layer that a sentence makes of their entries and puts into a space besides, `b_l = (b_{l,j}) \in
\mathbb{R}^{d_l}`, where the page tells others by their spaces alone, `\delta_l \in \mathbb{R}^{d_l}`.

Those are arrays with entries of the same name, and so is this one then: it is read as `b_l \in \mathbb{R}^{d_l}`. Were
it its entries alone, what is added to the others, or is a derivative by it, would be no array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.tree import Name, Statement, listed
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import BOLD, space
from ...spelled.shape import letter_of, shape_of
from ...stated import whole_and_entry

AXES = {"c": 1, "r": 1, "m": 2}
"""How many indices an entry has, by the kind of its array."""


def _has_any(s: Statement) -> bool:
    return _declared(s) is not s


@where(_has_any)
def with_spaces_of_told(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document, such arrays by their spaces alone.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$b_l = (b_{l,j}) \in \mathbb{R}^n$, $d_l %s$"
    >>> pages = [read_formulas(parse_document(text % x)) for x in (r"\in \mathbb{R}^n", "= (d_{l,j})")]
    >>> [len(with_spaces_of_told(page)[0][1].statements[0].chain.members) for page in pages]
    [2, 3]
    """
    spaces = (s.chain for f in read_of(located) for s in f.statements if s.chain.relations == (r"\in",))
    named = ((x, c.members[1]) for c in spaces for x in listed(c.members[0]))
    others = any(isinstance(x, Name) and x.scripts and space(y) is not None for x, y in named)
    return with_statements(located, _declared) if others else list(located)


def _declared(s: Statement) -> Statement:
    c = s.chain
    if c.relations != ("=", r"\in"):
        return s
    pair = whole_and_entry(replace(c, members=c.members[:2], relations=("=",), relation_spans=c.relation_spans[:1]))
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in pair or (None, None))
    kind = space(c.members[2])
    if one is None or two is None or kind is None or (one.uppers, one.primes) != (two.uppers, two.primes):
        return s
    own, below = [[p for item in x.lowers for p in item] for x in (one, two)]
    left = [letter_of(p) for p in below[len(own) :]]
    fits = (
        bool(own or one.uppers) and below[: len(own)] == own and BOLD.sub(r"\1", one.base) == BOLD.sub(r"\1", two.base)
    )
    if not fits or None in left or len(set(left)) != len(left) or len(left) != AXES.get(kind[0]):
        return s
    return replace(s, chain=replace(c, members=(c.members[0], c.members[2]), relations=(r"\in",), relation_spans=()))
