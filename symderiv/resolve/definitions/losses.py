r"""Statements that are left out of a page because the rest of it holds together without them.

An equation that is left out stays where it stands as one that cannot be read: the conditions beside it keep their
place, it says nothing of any letter, and it is reported with the reason. A range or a line of the front matter that is
left out is as if it were not there, and what it speaks of is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...document.blocks import Display, FrontMatter
from ...errors import Place, ReadError
from ...latex.source import Offsets
from ...latex.tree import Chain, Formula, Misfit, Statement
from ..told.untold import Untold


@dataclass(frozen=True, slots=True)
class Loss:
    """One statement that is left out: where it stands and its span in its formula, or the key of the front matter.

    `error` says why, `names` are what it would define or speak of; `equation`: it is no range or condition; `middle`:
    of a chain what stands between its ends alone.
    """

    error: ReadError
    names: tuple[Untold, ...] = ()
    place: Place | None = None
    span: Offsets = (0, 0)
    equation: bool = True
    key: tuple[str, ...] = ()
    middle: bool = False


def without_losses(
    located: Sequence[tuple[Display, Formula | ReadError]], losses: Iterable[Loss]
) -> list[tuple[Display, Formula | ReadError]]:
    """The formulas of a page, the statements that are left out unreadable."""
    found = list(located)
    for loss in losses:
        for n, (display, formula) in enumerate(found):
            if not isinstance(formula, ReadError) and any(_is_meant(formula, s, loss) for s in formula.statements):
                found[n] = (display, replace(formula, statements=tuple(_without(formula, loss))))
    return found


def _is_meant(formula: Formula, s: Statement, loss: Loss) -> bool:
    """Is a statement the one that is left out? Its place tells: what is read of a page may join formulas."""
    if loss.place is None or s.span != loss.span:
        return False
    here, there = formula.place(s.span), loss.place
    return (here.file, here.line, here.column) == (there.file, there.line, there.column)


def _without(formula: Formula, loss: Loss) -> Iterator[Statement]:
    alone = len(formula.statements) == 1  # what stands beside several equations may be said of all of them
    nothing = Misfit(loss.error.cause, loss.error.hint, span=loss.span)
    for s in formula.statements:
        if s.span != loss.span:
            yield s
        elif loss.middle:
            first, *between, last = s.chain.members
            yield replace(s, chain=replace(s.chain, members=(first, *(nothing for _ in between), last)))
        elif loss.equation:
            chain = Chain((nothing, nothing), ("=",), span=s.span)
            yield replace(s, chain=chain, conditions=() if alone else s.conditions)


def front_without(front: FrontMatter, losses: Iterable[Loss]) -> FrontMatter:
    """The front matter without the lines that are left out.

    >>> front = FrontMatter({"ranges": {"i": "1..I", "j": "1..J"}, "wrt": ["w", "v"]})
    >>> front_without(front, [Loss(ReadError("no"), key=("ranges", "i")), Loss(ReadError("no"), key=("wrt", "0"))]).data
    {'ranges': {'j': '1..J'}, 'wrt': ['v']}
    """
    keys = [loss.key for loss in losses if loss.key]
    return replace(front, data=_less(front.data, keys)) if keys else front


def _less(data: Mapping[str, Any], keys: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in data.items():
        deeper = [k[1:] for k in keys if k[0] == name]
        if () in deeper:
            continue
        if isinstance(value, list):
            value = [x for n, x in enumerate(value) if (str(n),) not in deeper]
        elif deeper:
            value = _less(value, deeper)
        found[name] = value
    return found
