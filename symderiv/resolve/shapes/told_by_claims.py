r"""Vectors only claims show: `q_t` beside `\frac{\partial E}{\partial q_{t,i}}`, the h of `U h_{t-1}` beside `U^T`.

A claim may be wrong, but nobody gives a number one more index, or transposes one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Chain
from ..spelled.shape import Shape, letter_of, letters_in, shape_of
from .declared import BOLD, split
from .neighbours import SMALL, Key
from .small import transposed_base
from .untold import CAPITAL

Value = tuple[str, int]
"""A name by its letter and the number of its scripts."""


def vectors_of_claims(
    definitions: Sequence[Chain], chains: Sequence[Chain], defined: Collection[Key]
) -> Iterator[Value]:
    """The small letters behind capitals that are transposed, and those with one more index in a derivative."""
    pairs = [pair for c in definitions for pair in _behind_capitals(c)]
    if not pairs:
        return
    turned = {base for c in chains for x in t.of_kind(c, t.Name) if (base := transposed_base(x)) is not None}
    yield from (_value(x) for one, x in pairs if one.base in turned)
    whole = {(base, len(pieces)) for base, pieces in defined}
    typed = {_value(s) for c in definitions for x in t.of_kind(c, t.Name) if (s := shape_of(x)) is not None}
    for wrt in (w for c in chains for w in t.of_kind(c, t.Wrt)):
        shape = shape_of(wrt.body) if isinstance(wrt.body, t.Name) else None
        if shape is None or not shape.lowers or letter_of(shape.lowers[-1][-1]) is None:
            continue
        base, count = _value(shape)
        if SMALL.fullmatch(base) and (base, count - 1) in whole and (base, count) not in typed:
            yield base, count - 1


def _behind_capitals(c: Chain) -> Iterator[tuple[Shape, Shape]]:
    for x in t.of_kind(c, t.Product):
        for a, b in pairwise(x.factors):
            one, two = (shape_of(f.body) if isinstance(f.body, t.Name) else None for f in (a, b))
            if one is None or two is None or b.operator or b.joined or one.primes:
                continue
            met = {x for p in one.pieces for x in letters_in(p)} & {x for p in two.pieces for x in letters_in(p)}
            whole = len(one.pieces) < 2 and not met  # `W_{ij} x_j` and `w_i x_i` are entries
            if whole and CAPITAL.fullmatch(BOLD.sub(r"\1", one.base)) and SMALL.fullmatch(two.base):
                yield one, two


def _value(s: Shape) -> Value:
    return s.base, len(split(s)[1])
