r"""Names that are defined for one label and stand with another: `f^{(j)}` beside `f^{(i)} = \sum_k w_k x_k^{(i)}`.

With i and j read as labels the second name is given data. An author who defines the score of an example i may mean that
of any example, so that the second depends on the weights, too. A line that differentiates by what the definition has
without its label, and that rests on the other name, is open. No name counts of which the definition itself is made, as
in a chain `h_b = \tanh(w h_a)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ...expr import Partial, Variable, of_kind
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..known.rests import rests
from ..link import Link

DETAIL = "nothing says whether `{}` is defined as `{}` is"


def unless_at_another_label(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that may have such a path by a name that was read as given."""
    sides = (link.left, link.right)
    nominal = (p for p in link.system.pieces if p.body is not None and p.nominal)
    named = [p.body for p in nominal if p.body is not None and rests(link.system, sides, p.variable)]
    by = {x.wrt.variable for side in (*sides, *named) for x in of_kind(side, Partial)}
    for given, made in labelled_apart(link.system):
        (label,) = (b for a, b in _places(given, made.variable) if a != b)
        if made.body is None or not rests(link.system, sides, given):
            continue
        shared = (v for v in by if v != made.variable and label not in _parts(v))
        if any(rests(link.system, (made.body,), v) for v in shared):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(given.spelling, made.variable.spelling))
    return verdict


@lru_cache(maxsize=16)
def labelled_apart(system: System) -> tuple[tuple[Variable, Piece], ...]:
    """The given names of a network beside pieces that define the same one with another label, and its label in them."""
    given = [p.variable for p in system.pieces if p.body is None]
    made = [p for p in system.pieces if p.body is not None and not p.nominal and _has_label(p.variable)]
    pairs = ((g, p) for g, p in product(given, made) if _is_sibling(g, p.variable))
    return tuple((g, p) for g, p in pairs if _is_of_any(g, p, system))


def _is_of_any(given: Variable, made: Piece, system: System) -> bool:
    """Is a definition made of something with its label, and not of the other name?"""
    if made.body is None or any(p.body is not None for p in system.of(given)):
        return False
    (label,) = (b for a, b in _places(given, made.variable) if a != b)
    below = [p.variable for p in system.pieces if p.variable != made.variable and label in _parts(p.variable)]
    return any(rests(system, (made.body,), v) for v in below) and not rests(system, (made.body,), given)


def _is_sibling(a: Variable, b: Variable) -> bool:
    """Do two names differ in one label above alone, a small letter? What is below is read both ways (`partners`)."""
    one, two = split_key(a.key), split_key(b.key)
    if (one[0], *one[2:]) != (two[0], *two[2:]) or a.arity != b.arity or r"\text" in a.spelling:  # a node, `v(p)`
        return False
    differ = [x for x in _places(a, b) if x[0] != x[1]]
    return len(differ) == 1 and all(map(_is_label, differ[0]))


def _places(a: Variable, b: Variable) -> list[tuple[str | None, str | None]]:
    """What stands in the same places of two names; nothing for names of other places."""
    one, two = split_key(a.key)[1:], split_key(b.key)[1:]
    if [*map(len, one)] != [*map(len, two)]:
        return []
    return [pair for x, y in zip(one, two, strict=True) for pair in zip(x, y, strict=True)]


def _parts(v: Variable) -> Iterator[str | None]:
    return (x for part in split_key(v.key)[1:] for x in part)


def _has_label(v: Variable) -> bool:
    return any(map(_is_label, _parts(v)))


def _is_label(part: str | None) -> bool:
    return part is not None and len(part) == 1 and part.isascii() and part.islower()
