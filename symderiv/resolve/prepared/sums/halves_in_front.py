r"""Half a length in the front matter: `i = "0..d/2-1"` and `j = "0..d-1"` on a page that has the half as a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name
from ....latex.walking import rebuilt
from ...front import Front, front_changed
from ...located import Located, read_of
from ...spelled.shape import letter_of
from .halves import Half, halving


def front_with_halves(front: Front, located: Sequence[Located]) -> Front:
    """The front matter with the halves that a page has as letters; that the lengths are sizes is said no longer."""
    letters = dict.fromkeys(x.base for _, c in front.ranges for x in t.of_kind(c, Name))
    halves = {Half(x, more, False).name().base: Half(x, more, False) for x in letters for more in (0, 1)}
    named = {x.base for f in read_of(located) for x in t.of_kind(f, Name) if x.base in halves} if halves else ()
    found = {halves[x].letter: halves[x] for x in named}
    kept = replace(front, sizes=[(f, n) for f, n in front.sizes if letter_of(n) not in found])
    return front_changed(kept, lambda x: rebuilt(x, halving(found))) if found else front
