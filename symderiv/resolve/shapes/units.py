r"""Unit vectors: the `e_c` of `p - e_c` beside `L = -\\log p_c`, which no page defines.

A name is one where its letter singles an entry out, or where words speak of unit vectors, and nothing else is said of
its letter: `e_t = y_t - d_t` is an error. With a number, `e_1`, words have to say so; so they have where the page shows
that it is an array, `e_c^\top A x`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import Chain
from ...notation import ONE_HOT
from ...pattern import lazily
from ..spelled.shape import letter_of, shape_of
from .declared import Declared

NAMES = frozenset(["e", r"\mathbf{e}", r"\boldsymbol{e}", r"\vec{e}", r"\bm{e}"])
WORDS = lazily(
    r"\b(?:unit|basis|standard) vectors?\b|\bcanonical basis\b|\bstandard basis\b|単位ベクトル|基底"
    r"|\bcolumns? of (?:the|an?) (?:\w+[- ])?(?:identity|unit matrix)|単位行列の[^。、]{0,8}列",
    re.I,
)


def unit_vectors(chains: Sequence[Chain], words: str, singled: Collection[str]) -> dict[tuple[str, str], bool]:
    """The names of such vectors, by base and letter, and whether words say so."""
    names = [s for c in chains for x in t.of_kind(c, t.Name) if (s := shape_of(x)) is not None and s.base in NAMES]
    if not names or not all(s.below == 1 and all(map(_is_transpose, s.uppers)) for s in names):
        return {}
    equated = (
        x for c in chains if r"\in" not in c.relations[:1] and c.relations and isinstance(x := c.members[0], t.Name)
    )
    lefts = {s.base for x in equated if (s := shape_of(x)) is not None}
    told = WORDS.search(words) is not None
    places = ((s.base, _place(s.pieces[-1])) for s in names if s.base not in lefts)
    return {(base, place): told for base, place in places if place is not None and (told or place in singled)}


def vectors_of_classes(chains: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    r"""The vectors that are one-hot by a function, with their lengths: with `x_t \in \{1, \dots, K\}` that is K."""
    names = dict.fromkeys(x for c in chains for x in t.of_kind(c, t.Name) if x.base == ONE_HOT)
    if not names:
        return
    ends = {_one_of(c.members[0]): end for c in chains if (end := _last_of(c)) is not None}
    for x in names:
        place = x.scripts[0].entries[0]
        if (end := ends.get(_one_of(place))) is not None:
            yield x.base, Declared((place,), "c", (end,), True)


def _one_of(x: t.Node) -> tuple[object, ...]:
    """The same for a name of any step."""
    return (x.base, x.font, sum(len(s.entries) for s in x.scripts)) if isinstance(x, t.Name) else (x,)


def _last_of(c: Chain) -> t.Node | None:
    r"""The K of `x \in \{1, \dots, K\}` and `x \in [K]`."""
    among = c.members[-1]
    if c.relations != (r"\in",) or not isinstance(among, t.Group | t.Listing):
        return None
    if isinstance(among, t.Group) and among.open == "[":
        return among.items[0] if len(among.items) == 1 else None
    all_of = among.items[0] == t.ONE and t.Symbol(r"\dots") in among.items
    return among.items[-1] if all_of else None


def _place(x: t.Node) -> str | None:
    """The letter or the number of the entry that is 1."""
    return x.text if isinstance(x, t.Number) else letter_of(x)


def _is_transpose(above: tuple[t.Node, ...]) -> bool:
    return len(above) == 1 and (above[0] == t.Symbol(r"\top") or letter_of(above[0]) == "T")


def is_unit(base: str, place: t.Node, units: Mapping[tuple[str, str], bool], vector: bool | None) -> bool:
    """Is it one of these vectors, with its only 1 at that place? `vector`: it is known to be a vector, None if nothing
    else is known of it."""
    if base == ONE_HOT:
        return True
    told = units.get((base, _place(place) or ""))
    return told is not None and (vector is None or (vector and told))
