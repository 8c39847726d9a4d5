r"""Conditions that the words beside them may widen, turn round or except: `even if $i = j$`, `sauf pour $i = j$`.

No line is judged under such a condition. Where it does not hold in general, it is open, unless it holds neither under
the condition nor outside of it (`check.reserve`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...domain.constraint import Constraint
from ...latex.clauses import STOP
from ...latex.grouping import Beat, Group
from ...latex.led_elsewhere import of_others
from ...latex.tree import Chain
from ..stated import Beside, Stated, shown


@dataclass(frozen=True, slots=True)
class Doubted:
    """A condition, as typed, that `word` beside it may change, and possibly others; `where`: what it says."""

    typed: str
    word: str
    where: tuple[Constraint, ...]


def with_doubtful(
    stated: Sequence[Stated],
    home: Sequence[int],
    beats: Sequence[Beat],
    groups: Sequence[Group],
    alone: Mapping[int, Sequence[Beside]],
    usable: Callable[[Chain], bool],
) -> list[Stated]:
    """The statements with such conditions, which stand in their formula or around it; `usable`: about integers."""
    around: dict[int, list[tuple[Beside, str]]] = {}
    below: dict[int, list[tuple[Beside, str]]] = {}
    for group in groups:
        said = [(c, group.word) for m in group.members for c in alone[beats[m].number] if group.word and usable(c[1])]
        for target in group.targets:
            around.setdefault(beats[target].number, []).extend(said)
        for target in group.perhaps:
            if not group.word and (other := _of_others(group, target, beats[target])):
                inner = (c for m in group.members if not group.doubt for c in alone[beats[m].number] if usable(c[1]))
                below.setdefault(beats[target].number, []).extend((c, other) for c in inner)
            below.setdefault(beats[target].number, []).extend(said)
    found = []
    for s, number in zip(stated, home, strict=True):
        beside = around.get(number, [])
        if not (beside or s.conditions or s.statement.conditions):
            beside = below.get(number, [])
        found.append(_with(s, beside, usable))
    return found


def _of_others(group: Group, number: int, target: Beat) -> str:
    """Words before an equation by which it is none of a case that stands above it."""
    return group.others.get(number, "") or of_others(STOP.split(target.gap)[-1])


def _with(s: Stated, around: Sequence[tuple[Beside, str]], usable: Callable[[Chain], bool]) -> Stated:
    own = s.statement.doubtful
    if not own and not around:
        return s
    doubtful = [((s.formula, d.chain), d.word, d.typed) for d in own if usable(d.chain)]
    doubtful += [(c, word, shown(c)) for c, word in around]
    return replace(s, given=(*s.given, *((s.formula, d.chain) for d in own)), doubtful=tuple(doubtful))
