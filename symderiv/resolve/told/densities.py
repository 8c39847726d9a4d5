r"""Constants that normalise a density: the c of `f(x) = c \, k(\|x\|^2)`, `where $c$ is a normalization constant`.

Such a name is made of whatever the density is made of, and so of its parameters; but it is the same at every point. So
where a page about a density differentiates by the point alone, the argument that stands on its left, it is a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block, Prose
from ...latex import tree as t
from ...latex.tree import Chain, Name
from ...notation import EQUALITIES
from ...pattern import lazily
from ..located import Located, read_of
from ..prepared.applied import arguments_of
from ..prepared.said_in_place import value_alone
from ..spelled.shape import shape_of

CONSTANT = (
    r"(?:normali[sz](?:ing|ation|er)[ -]?constants?|Normierungskonstanten?|constantes? de normalisation"
    r"|constantes? de normalización|正規化定数|规格化定数|归一化常[数量]|歸一化常數|정규화 상수)"
)
BEHIND = lazily(
    rf"\s*,?\s*(?:(?:is|are|denotes?|being|ist|est|es)\b|は|是|为)?\s*(?:(?:an?|the|its|eine?|une|una)\s+)?{CONSTANT}",
    re.I,
)
BEFORE = lazily(rf"{CONSTANT}\s*\Z", re.I)
"""Words right behind and right before a name that call it so;"""
DENSITY = lazily(r"\bdensit(?:y|ies)\b|Dichte|densité|densidad|密度|밀도|плотност", re.I)
"""words of pages about densities."""


def constants_of_densities(located: Sequence[Located], blocks: Sequence[Block]) -> frozenset[str]:
    """The letters of such names."""
    called = set(_called(located))
    if not called or not any(isinstance(b, Prose) and DENSITY.search(b.text) for b in blocks):
        return frozenset()
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    by = set(_taken_by(chains))
    if len(by) != 1 or None in by:
        return frozenset()
    return frozenset(called.intersection(x for c in chains for x in _made_of(c, by)))


def _called(located: Sequence[Located]) -> Iterator[str]:
    """The letters of the names that words call so."""
    for display, f in located:
        if display.inline and (BEHIND.match(display.after) or BEFORE.search(display.before)):
            x = value_alone((display, f))
            shape = shape_of(x) if x is not None else None
            if shape is not None:
                yield shape.base


def _taken_by(chains: Sequence[Chain]) -> Iterator[str | None]:
    """The letters of all that a page differentiates by; None for a gradient that does not show it."""
    for c in chains:
        bodies = [w.body for w in t.of_kind(c, t.Wrt)]
        for x in t.of_kind(c, t.Nabla):
            bodies += x.by.entries if x.by is not None else [y for y in [_argument(x.of)] if y is not None]
            yield from [None] if x.by is None and _argument(x.of) is None else []
        for body in bodies:
            shape = shape_of(body) if isinstance(body, Name) else None
            yield shape.base if shape is not None else None


def _argument(x: t.Node | None) -> t.Node | None:
    """The x of `f(x)`."""
    group = arguments_of(x.factors[1]) if isinstance(x, t.Product) and len(x.factors) == 2 else None
    return group.items[0] if group is not None and len(group.items) == 1 else None


def _made_of(c: Chain, by: set[str | None]) -> Iterator[str]:
    """The letters of the names in a definition of a function of what is differentiated by."""
    argument = _argument(c.members[0])
    shape = shape_of(argument) if isinstance(argument, Name) else None
    if c.relations[0] not in EQUALITIES or shape is None or shape.pieces or shape.base not in by:
        return
    yield from (s.base for m in c.members[1:] for x in t.of_kind(m, Name) if (s := shape_of(x)) is not None)
