r"""Letters that differ, said before several displays: `For a pair $i \ne j$:` above `s_i = ..` and `P_{ij} = ..`.

The display that the words lead to may lack one of the letters. They are meant for the first definition behind it that
has both, where nothing but definitions stands between.

A range said before several (`For $1 \le n \le N$,` above `e_n = ..` and `y_n = g(e_n)`) is that of each definition of a
name of which another line says what it is elsewhere, `y_n = 0` for `n < 1`.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from ...latex.grouping import Beat, Group
from ...latex.tree import Chain, Name, Number, walk
from ..facts import Signature
from ..integers.ranging import is_whole_range
from ..spelled.shape import letter_of
from ..stated import Beside, Stated
from .supposing import left_signature

UNEQUAL = frozenset([r"\ne"])


def passed_on(
    conditions: Iterable[Beside], group: Group, beats: Sequence[Beat], chains: Callable[[int], list[Chain]]
) -> Iterator[tuple[int, Beside]]:
    """Such conditions of a group that leads to displays without their letters, each with the number of its formula."""
    if not group.leading or not group.targets or beats[group.members[0]].in_heading:
        return
    for c in conditions:
        letters = {letter_of(m) for m in c[1].members}
        if frozenset(c[1].relations) != UNEQUAL or None in letters:
            continue
        held = [n for n, b in enumerate(beats) if n >= group.targets[0] and _holds(chains(b.number), letters)]
        here = beats[group.members[0]]
        if not held or held[0] in group.targets or beats[held[0]].section != here.section:
            continue
        between = [b for b in beats[group.targets[0] : held[0] + 1] if b.equation]
        if beats[held[0]].equation and all(_names(x) for b in between for x in chains(b.number)):
            yield beats[held[0]].number, c


def numbers_told(stated: Iterable[Stated]) -> frozenset[Signature]:
    """The names of which a line says that they are a number, `y_n = 0`."""
    chains = ((s, s.statement.chain.members) for s in stated)
    told = (left_signature(s) for s, members in chains if len(members) == 2 and isinstance(members[1], Number))
    return frozenset(sig for sig in told if sig is not None)


def defines_part(c: Chain, own: Iterable[Stated], elsewhere: Container[Signature]) -> bool:
    """Is it the range of a letter by which a formula defines a name of which others say what it is `elsewhere`?"""
    letters = {letter_of(m) for m in c.members} - {None}
    twice = (s for s in own if (sig := left_signature(s)) is not None and sig in elsewhere)
    lefts = (s.statement.chain.members[0] for s in twice)
    return is_whole_range(c) and any(letters & {x.base for x in walk(left) if isinstance(x, Name)} for left in lefts)


def _names(c: Chain) -> bool:
    """Does a name stand on its left side, as where something is defined?"""
    return isinstance(c.members[0], Name)


def _holds(chains: Iterable[Chain], letters: set[str | None]) -> bool:
    """Does a formula have all of some letters?"""
    return letters <= {x.base for c in chains for x in walk(c) if isinstance(x, Name)}
