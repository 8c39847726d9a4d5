r"""Values and ranges of an index that a sentence only names, `the input layer is $l = 1$, the output layer $l = L$`.

Two different values of one letter in a sentence are no conditions on the same line, and where no equation stands
between them there is none for each. `for $k = 1$ and $k = 2$` gives a choice, and stays. So it is with two ranges of
the same letters, `the image is a grid ($i = 1, \dots, N$), the map is one ($i = 1, \dots, M$)`: both are ranges of
things, and none is that of the letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...latex.clauses import CHOOSING, CONNECTING, STOP
from ...latex.grouping import Beat
from ...latex.tree import Chain, Node
from ..integers.conditions import subjects
from ..integers.ranging import is_whole_range
from ..spelled.shape import letter_of
from ..stated import Beside


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
    found |= {n for sentence in _sentences(beats) for n in _of_things(sentence, alone)}
    for beat in beats:
        if beat.number in found:
            beat.condition = False
    yield from found


def _sentences(beats: Sequence[Beat]) -> Iterator[list[Beat]]:
    """The formulas of every sentence."""
    row: list[Beat] = []
    for beat in beats:
        if row and STOP.search(beat.gap):
            yield row
            row = []
        row.append(beat)
    yield row


def _of_things(sentence: Sequence[Beat], alone: Mapping[int, Sequence[Beside]]) -> Iterator[int]:
    """The numbers of two ranges of the same letters that end differently.

    Where an equation or a display stands in the sentence they may be conditions of it.
    """
    if any(b.equation or not b.inline for b in sentence):
        return
    for one, two in pairwise(b for b in sentence if b.condition):
        a, b = _range(alone.get(one.number, ())), _range(alone.get(two.number, ()))
        beside = any(words.match(two.gap) for words in (CONNECTING, CHOOSING))
        if a is not None and b is not None and a[0] == b[0] and b[1] not in (a[1], a[1][::-1]) and not beside:
            yield from (one.number, two.number)


def _range(conditions: Sequence[Beside]) -> tuple[list[str], tuple[Node, ...]] | None:
    r"""The letters and the ends of the only condition `i, j = 1, \dots, N`."""
    chain = conditions[0][1] if len(conditions) == 1 else None
    if chain is None or not is_whole_range(chain) or r"\in" in chain.relations:
        return None
    letters, ends = subjects(chain, set())
    return (letters, (ends[0], ends[-1])) if letters and ends else None


def _value(conditions: Sequence[Beside]) -> tuple[str, Node] | None:
    """The letter and the value of the only condition `l = 1`."""
    chain: Chain | None = conditions[0][1] if len(conditions) == 1 else None
    if chain is None or chain.relations != ("=",) or (letter := letter_of(chain.members[0])) is None:
        return None
    return letter, chain.members[1]
