r"""Conditions behind two equations that one sentence joins: `$x_t = 0$ and $h_t = 0$ for $t \le 0$`.

What is said behind the second one is said of the first as well, where that has none of its own and the letters: of
`$w_{ii} = 0$ and $w_{ij} = w_{ji}$ for $i \ne j$` it is said of the second alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...latex.joining import AND
from ...pattern import lazily
from ..spelled.shape import letters_in, shape_of
from ..stated import Stated

JOINED = lazily(rf"\s*[,、，]?\s*{AND}?\s*\Z", re.I)
"""What stands between the two."""


def with_shared_conditions(stated: Sequence[Stated], home: Sequence[int], gaps: dict[int, str]) -> list[Stated]:
    """The statements of a page; `gaps` has the text before inline formulas, `home` the formula of each statement."""
    out = list(stated)
    for n, m in reversed([*pairwise(range(len(home)))]):
        one, two = out[n], out[m]
        joined = home[m] == home[n] + 1 and JOINED.match(gaps.get(home[m], "-")) is not None
        if not joined or home[n] not in gaps or one.conditions or one.statement.conditions or not two.conditions:
            continue
        letters = set(_letters_of_left(one))
        about = [{x for p in c.members for x in letters_in(p)} for _, c in two.conditions]
        second = set(_letters_of_left(two))
        if letters and all(x & letters and x & second <= letters for x in about):
            out[n] = replace(one, conditions=two.conditions)
    return out


def _letters_of_left(s: Stated) -> Iterator[str]:
    shape = shape_of(s.statement.chain.members[0]) if s.statement.chain.relations[:1] == ("=",) else None
    yield from (x for p in (shape.pieces if shape is not None else ()) for x in letters_in(p))
