r"""Units that are typed out one by one: `o_A = w_A s`, `o_B = w_B s`, and no `o_k` beside them.

Their letters are capitals, tell the left sides of a name apart and stand on nothing that is numbered as well: the A of
`\delta_A^o` is none of the i of `\delta_i^e`, as these are two names. So they number no entry of anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from ...latex.tree import Node
from ..spelled.shape import Shape, label_of, letter_of


def typed_out_units(lefts: Iterable[Set[str]], shapes: Iterable[Shape], running: Set[str]) -> frozenset[str]:
    r"""The letters of such units: `lefts` are those that left sides have in one place, `running` those of indices.

    >>> from symderiv.latex.parse import parse
    >>> from symderiv.resolve.spelled.shape import shape_of
    >>> def units(*typed):
    ...     names = [shape_of(parse(x).statements[0].chain.members[0]) for x in typed]
    ...     return sorted(typed_out_units([{"A", "B"}], names, {"i"}))
    >>> units("o_A", "o_B", r"\delta_A^o", r"\delta_B^o", r"\delta_i^e"), units("o_A", "o_B", "o_i")
    (['A', 'B'], [])
    """
    groups = [g for g in lefts if len(g) > 1 and all(len(x) == 1 and x.isupper() for x in g) and not g & running]
    if not groups:
        return frozenset()
    alike: dict[tuple[str, int, int], list[Shape]] = {}
    for shape in shapes:
        alike.setdefault((shape.base, len(shape.pieces), shape.below), []).append(shape)
    numbered = {x for group in alike.values() for x in _numbered(group, running)}
    return frozenset(x for g in groups if numbered.isdisjoint(g) for x in g)


def _numbered(shapes: list[Shape], running: Set[str]) -> Iterator[str]:
    """The letters in the place of which an index stands on what may be the same name."""
    for place in range(len(shapes[0].pieces)):
        indexed = [s for s in shapes if s.letters[place] in running]
        for s in shapes if indexed else ():
            letter = s.letters[place]
            if letter is not None and any(_may_be_one(s, other, place, running) for other in indexed):
                yield letter


def _may_be_one(one: Shape, other: Shape, place: int, running: Set[str]) -> bool:
    """Are they not told apart by other letters, which are no indices?"""
    beside = [(x, y) for n, (x, y) in enumerate(zip(one.pieces, other.pieces, strict=True)) if n != place]
    return not any(_are_labels(x, y, running) for x, y in beside)


def _are_labels(x: Node, y: Node, running: Set[str]) -> bool:
    """Are they two different labels, words or letters?"""
    one, two = label_of(x), label_of(y)
    return None not in (one, two) and one != two and not {letter_of(x), letter_of(y)} & running
