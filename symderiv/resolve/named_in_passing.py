r"""Values of an index that a sentence only names, `the input layer is $l = 1$, the output layer $l = L$`.

Two different values of one letter in a sentence are no conditions on the same line, and where no equation stands
between them there is none for each. `for $k = 1$ and $k = 2$` gives a choice, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..latex.clauses import CHOOSING, CONNECTING, STOP
from ..latex.grouping import Beat
from ..latex.tree import Chain, Node
from .shape import letter_of
from .stated import Beside


def named_in_passing(beats: Sequence[Beat], alone: Mapping[int, Sequence[Beside]]) -> Iterator[int]:
    """The numbers of the formulas that only name a value; they are conditions no more."""
    found: set[int] = set()
    for one, two in pairwise(beats):
        if not (one.condition and two.condition and one.inline and two.inline and one.paragraph == two.paragraph):
            continue
        a, b = _value(alone.get(one.number, ())), _value(alone.get(two.number, ()))
        apart = not any(words.match(two.gap) for words in (CONNECTING, CHOOSING)) and not STOP.search(two.gap)
        if a is not None and b is not None and a[0] == b[0] and a[1] != b[1] and apart:
            found |= {one.number, two.number}
    for beat in beats:
        if beat.number in found:
            beat.condition = False
    yield from found


def _value(conditions: Sequence[Beside]) -> tuple[str, Node] | None:
    """The letter and the value of the only condition `l = 1`."""
    chain: Chain | None = conditions[0][1] if len(conditions) == 1 else None
    if chain is None or chain.relations != ("=",) or (letter := letter_of(chain.members[0])) is None:
        return None
    return letter, chain.members[1]
