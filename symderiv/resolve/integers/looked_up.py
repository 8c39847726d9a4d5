r"""Indices that are data, the `o_t` of `b_j(o_t)` beside `b_j(k)` and the `S_t` of `x_i(S_t)` beside `x_i(s)`.

Where both letters of `a_t` run over something, `w_{a_t}` may also be careless for `w_{at}`. It is looked up where the
page shows that it fills one place: it is compared or has a range (`[a_t = a]`, `$a_t \in \{1, \dots, K\}$`), or it
stands in a list of several in the place of a letter (`p_{t,a_t}` beside `p_{t,a}`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ...latex import tree as t
from ...latex.tree import Node
from ..facts import Facts
from ..spelled.shape import Shape, letters_in, shape_of

DELTA = r"\delta"
PAIR = 2
TOLD_APART = frozenset(["=", "==", r"\ne", r"\neq"])


def is_looked_up(x: Node, indices: Set[str], facts: Facts) -> bool:
    """Is it an entry that stands in such lists only, with nothing but indices of its own?"""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    if shape is None or not shape.pieces or shape.uppers or shape.primes:
        return False
    own = {letter for p in shape.pieces for letter in letters_in(p)}
    mine = [o for o in facts.occurrences if o.shape.base == shape.base]
    return bool(own) and own <= indices and all(o.within and not o.left for o in mine)


def names_looked_up(facts: Facts, shapes: Sequence[Shape], indices: Set[str]) -> frozenset[str]:
    """The letters among these indices that with an index below are what is looked up, by the names of a page."""
    found = facts.looked_up.keys() & indices
    if not found:
        return frozenset()
    compared = {x for s in facts.stated for x in _compared(s.statement)}
    filling = set(_filling(shapes)) if found - compared else set()
    return frozenset(found & (compared | filling))


def _compared(s: t.Statement) -> Iterator[str]:
    """The letters with an index below that a statement compares with an index, or of which it states a range."""
    inside = [c for x in t.of_kind(s, t.Indicator) for c in x.conditions]
    for c in (c for c in (*inside, *s.conditions, s.chain) if isinstance(c, t.Chain)):
        if (c is not s.chain and set(c.relations) <= TOLD_APART) or _is_range(c):
            yield from (x for m in c.members for y in _listed(m) if (x := _with_index(y)) is not None)
    for delta in (x for x in t.of_kind(s, t.Name) if x.base == DELTA):
        entries = [e for script in delta.scripts for e in script.entries]
        if len(entries) == PAIR:
            yield from (x for e in entries if (x := _with_index(e)) is not None)


def _is_range(c: t.Chain) -> bool:
    """Does it say of which set of integers something is?"""
    among = c.members[-1]
    numbers = isinstance(among, t.Name) and among.font == "mathbb"
    return c.relations == (r"\in",) and not numbers


def _listed(x: Node) -> tuple[Node, ...]:
    return x.items if isinstance(x, (t.Listing, t.Group)) else (x,)


def _with_index(x: Node) -> str | None:
    """The letter of `a_t`."""
    fits = isinstance(x, t.Name) and not x.accents and len(x.scripts) == 1 and not x.scripts[0].above
    return x.base if fits and isinstance(x, t.Name) and len(x.scripts[0].entries) == 1 else None


def _filling(shapes: Sequence[Shape]) -> Iterator[str]:
    """The letters that with an index below fill the place of one that is alone elsewhere, in a list of several.

    A name that also has a list longer by one has both letters in it: the `w_{t,a,b}` beside `w_{t,a_b}`.
    """
    plain: dict[tuple[str, int, int], set[int]] = {}
    for s in shapes:
        own = plain.setdefault((s.base, len(s.pieces) - s.below, s.below), set())
        own.update(n for n, x in enumerate(s.letters) if x is not None)
    for s in (s for s in shapes if len(s.pieces) > 1):
        above = len(s.pieces) - s.below
        if (s.base, above, s.below + 1) in plain or (s.base, above + 1, s.below) in plain:
            continue
        for n, p in enumerate(s.pieces):
            if (x := _with_index(p)) is not None and n in plain[s.base, above, s.below]:
                yield x
