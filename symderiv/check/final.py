r"""The author's last word: a right line that a later wrong one about the same thing takes back reaches no goal.

Who writes `\partial E/\partial w = a`, then `\partial E/\partial w = b`, says b. So a list of guesses is worth what its
last one is; a slip that is put right further down costs only its own mark. That a result is right all the same is said
of a slip on the way to it, not of one about something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..affine import Affine
from ..domain import is_empty
from ..domain.constraint import Context, Domain
from ..errors import DomainTooHard
from ..expr import Partial, Var, Variable, of_kind, variables
from ..network.graph import upstream
from ..step import Judgement
from ..system import System
from .goal import kind, placed, places
from .link import Line, Link, Outcome, plainly
from .marks import written_out

SLIP = 2
"""So many links of a chain are bad where one member is."""
Told = tuple[tuple[object, ...], tuple[Affine, ...], Domain]
"""What a line is about: a derivative or a name, its entry, and the points that it is stated for."""
Names = frozenset[Variable]


def standing(lines: Sequence[Line], ends: Callable[[Line], Outcome | None]) -> list[Outcome]:
    """The outcomes of the lines (in the order of the page) without those that are taken back.

    `ends` judges the first member of a chain with its last. Where one member on the way is bad and these are equal,
    this is an outcome too, and nothing is taken back. A line that uses a name which a wrong line says anew stands again
    once a right line says what the name is.
    """
    kept: list[Outcome] = []
    waiting: list[tuple[Names, Outcome]] = []
    for line in lines:
        bad = sum(not o.right for o in line.outcomes)
        whole = ends(line) if 0 < bad <= SLIP else None
        first = line.outcomes[0]
        if whole is not None and whole.right:
            kept.append(whole)
        elif first.wrong and first.link is not None:
            said, names = list(_about(first.link)), _own_names(first.link)
            kept = [o for o in kept if o.link is None or not _is_taken_back(o.link, said)]
            waiting += [(names, o) for o in kept if o.link is not None and names & _used(o.link)]
            kept = [o for o in kept if o.link is None or not names & _used(o.link)]
        elif first.right and first.link is not None:
            names = _own_names(first.link)
            kept += [o for missing, o in waiting if missing <= names]
            waiting = [(missing, o) for missing, o in waiting if not missing <= names]
        kept += line.outcomes
    return kept


def is_on_the_way(lines: Sequence[Line], wanted: Sequence[Var]) -> bool:
    """Does the last line tell the goal, or what the first wrong one is about, or something that results from it?"""
    kept = [line for line in lines if not line.written.struck]
    slip = next((line for line in lines if line.claim().counted is Judgement.WRONG), None)
    if slip is None or slip.written.struck or slip is kept[-1]:
        return slip is not None and not slip.written.struck
    first, last = (next((o.link for o in line.outcomes if o.link is not None), None) for line in (slip, kept[-1]))
    if first is None or last is None:
        return False
    about, result = _derivative(first), _derivative(last)
    if _is_wanted(result, wanted, last.system):
        return not _is_wanted(about, wanted, last.system) or _is_taken_back(last, list(_about(first)))
    if about is None or result is None:
        return _is_taken_back(last, list(_about(first))) or bool(_own_names(first) & _used(last))
    return _is_taken_back(last, list(_about(first))) or _results(result, about, last.system)


def _derivative(link: Link) -> Partial | None:
    """The derivative that a line is about, also under its name."""
    return next(iter(of_kind(written_out(plainly(link.left), link.system), Partial)), None)


def _is_wanted(e: Partial | None, wanted: Sequence[Var], system: System) -> bool:
    if e is None or system.objective is None or e.of != Var(system.objective):
        return False
    return e.wrt.variable in {w.variable for w in wanted}


def _results(e: Partial, part: Partial, system: System) -> bool:
    """Is a derivative one that the chain rule makes of another: of what is computed later, by what is before it?"""
    later, before = variables(e.of), e.wrt.variable
    inner = part.wrt.variable
    return all(v in later or any(v in upstream(system, y) for y in later) for v in variables(part.of)) and (
        before in upstream(system, inner) or (before == inner and kind(e) != kind(part))
    )


def _own_names(link: Link) -> Names:
    r"""The names that a line is about which the objective is not made of: `\delta_k`, or a name for a result."""
    objective = link.system.objective
    made_of = frozenset() if objective is None else upstream(link.system, objective) | {objective}
    sides = (plainly(side) for side in (link.left, link.right))
    return frozenset(e.variable for e in sides if isinstance(e, Var)) - made_of


def _used(link: Link) -> Names:
    return frozenset(x.variable for e in (link.left, link.right) for x in of_kind(e, Var))


def _about(link: Link) -> Iterator[Told]:
    for side in (link.left, link.right):
        whole = plainly(side)
        for e in dict.fromkeys((whole, written_out(whole, link.system))):
            if isinstance(e, (Partial, Var)):
                yield _kind(e), _entry(e), link.full


def _kind(e: Partial | Var) -> tuple[object, ...]:
    return kind(e) if isinstance(e, Partial) else (e.variable,)


def _entry(e: Partial | Var) -> tuple[Affine, ...]:
    return places(e) if isinstance(e, Partial) else e.indices


def _is_taken_back(link: Link, said: Sequence[Told]) -> bool:
    return any(
        mine == other and _meet(entry, full, at, points, link.system)
        for mine, entry, full in _about(link)
        for other, at, points in said
    )


def _meet(entry: tuple[Affine, ...], full: Domain, at: tuple[Affine, ...], points: Domain, system: System) -> bool:
    """Do two lines speak of the same entry at some point? Where that is not known, yes."""
    found = placed(entry, at, full, system.sizes)
    if found is None:
        return True
    try:
        return not is_empty(found & points, Context(system.context, system.size_functions))
    except DomainTooHard:
        return True


__all__ = ["is_on_the_way", "standing"]
