r"""Vectors whose components carry the letters of axes, `S_i = (S_i^x, S_i^y, S_i^z)`, and those that words call vectors
beside one in a scalar product: `S_i \cdot C_i`.

Where none of the components stands anywhere else, the list says no more than `S_i \in \mathbb{R}^3`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node, Statement
from ...notation import EQUALITIES
from ..asked import any_of
from ..located import Located, read_of, with_statements
from ..spelled.shape import letter_of, shape_of
from .declared import Declared, split

AXES = frozenset(["xy", "xz", "yz", "xyz", "txyz", "xyzt", "xyzw", "rgb"])
"""Letters of axes, in their order."""
DOT = r"\cdot"


def declared_by_components(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with such lists as declarations.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$v = (v_x, v_y)$ is given. $$ E = v^T v $$")
    >>> (_, f), _ = declared_by_components(read_formulas(page))
    >>> f.statements[0].chain.relations
    ('\\in',)
    """
    if not any_of(located, _lists):
        return list(located)
    names = Counter(x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name))

    def changed(s: Statement) -> Statement:
        found = _components(s.chain)
        if not found or any(names[x] > 1 for x in found):
            return s
        size = t.Number(str(len(found)), s.chain.span)
        space = Name("R", (), "mathbb", 0, (t.Script(True, (size,), "", False, True, s.chain.span),), s.chain.span)
        return replace(s, chain=replace(s.chain, members=(s.chain.members[0], space), relations=(r"\in",)))

    return with_statements(located, changed)


def _lists(s: Statement) -> bool:
    return bool(_components(s.chain))


def _components(chain: Chain) -> tuple[Name, ...]:
    """The components that an equation lists of the vector on its left."""
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES:
        return ()
    left, right = chain.members
    if not isinstance(left, Name) or not isinstance(right, t.Group) or right.open not in ("(", "["):
        return ()
    items = tuple(x for x in right.items if isinstance(x, Name))
    plain = len(items) == len(right.items) and {*right.separators} == {","} and left not in items
    return items if plain and "".join(_axis(x, left) for x in items) in AXES else ()


def _axis(x: Name, left: Name) -> str:
    """The letter that a component of what stands on the left has behind the scripts of that, or above them."""
    if (x.base, x.accents, x.primes) != (left.base, left.accents, left.primes) or x.font not in ("", left.font):
        return "?"
    below, above = _scripts(x, False), _scripts(x, True)
    own = _scripts(left, False), _scripts(left, True)
    if below[:-1] == own[0] and above == own[1]:
        return letter_of(below[-1]) or "?" if below else "?"
    return letter_of(above[0]) or "?" if below == own[0] and not own[1] and len(above) == 1 else "?"


def _scripts(x: Name, above: bool) -> list[Node]:
    return [e for s in x.scripts if s.above is above for e in s.entries]


def dotted(
    chains: Iterable[Chain], declared: Sequence[tuple[str, Declared]], called: Collection[tuple[str, int]]
) -> Iterator[tuple[str, Declared]]:
    r"""The vectors that words call so, which have the length of one that they are multiplied by: the C of
    `S_i \cdot C_i` and `S_i \in \mathbb{R}^3`."""
    known = {(base, len(d.pieces)): d for base, d in declared if d.kind in ("c", "r")}
    told = {(base, len(d.pieces)) for base, d in declared}
    for x in (x for c in chains for x in t.of_kind(c, t.Product)):
        bodies = [f.body for f in x.factors]
        if len(bodies) != 2 or x.factors[1].operator != DOT or not all(isinstance(y, Name) for y in bodies):
            continue
        for one, two in (bodies, bodies[::-1]):
            known_shape, shape = shape_of(one), shape_of(two)
            if known_shape is None or shape is None:
                continue
            first, first_pieces, marked = split(known_shape)
            base, pieces, other = split(shape)
            d = known.get((first, len(first_pieces)))
            if d is not None and not marked and not other and (base, len(pieces)) in {*called} - told:
                yield base, Declared(pieces, d.kind, d.sizes, d.loose)
