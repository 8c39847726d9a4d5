r"""Values of what a page differentiates by: `x = 3` beside `dy/dx`, `b = \frac1N \sum_n x_n` where b is solved for.

Such an equation is no definition by which a line about all values could become right: it names one point. A line that
holds at that point alone is right where it is a number that is said below the value (`dy/dx = 6`), else open. A value
that is concluded from a derivative that is 0 is put to the test where the page has that derivative.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Expr, Partial, Var, Variable, free, variables, walk
from ...latex.clauses import FIXING
from ...latex.scripts import var
from ...pattern import lazily
from ...read import Reading, Written
from ...step import Judgement, Verdict
from ...system import Role, System
from ..known.in_passing import is_in_passing
from ..known.rests import rests
from ..link import Link
from .required import ARROW, SET_TO_ZERO, SOLVED

Order = tuple[int, ...]
DERIVED = lazily(
    r"\b(?:derivatives?|gradients?)\b[^.]{0,40}\b(?:to|is|are|equal|be) (?:zero|\$?0)\b|\bsolv(?:e|es|ed|ing)\b"
    r"|微分[^。]{0,12}(?:ゼロ|零|0)|を解[くいき]",
    re.I,
)
SOLVING = lazily(
    rf"{DERIVED.pattern}|{SET_TO_ZERO.pattern}|\b(?:minimi[sz]\w+|minim(?:um|al)|maxim(?:um|al)|optim(?:um|al)|stationary"
    r"|critical point)\b|極値|最小|最大|最適",
    re.I,
)
"""Words beside a value that is concluded, anywhere and below a line that differentiates by it."""
EXPLAINING = lazily(r"\bwhere\b|ここで|ただし", re.I)
"""Words behind which a sentence says what the names are that stand before them."""
GIVING = lazily(r"\b(?:at|when|if|where|assum\w+|suppos\w+|e\.\s?g\.|example|say)\W*\Z", re.I)
"""Words right before a value that is given for a while."""

PREMISE = lazily(rf"(?:\s|&|\\[,;:! ]|\\q?quad)*{ARROW}")
"""Behind a value of which something follows."""

CONCLUDED = "it gives a value to what is differentiated by, at which no derivative of the page is known to be 0"


@dataclass(frozen=True, slots=True)
class Pin:
    """The value of a name: whether it is a number, where it stands, and whether it is concluded rather than given.

    One of a name by which nothing is differentiated (`loose`) counts where it is said in passing alone; a premise,
    `w = 1 \\Rightarrow ..`, in its own display (`local`) alone.
    """

    entry: Var
    number: bool
    order: Order
    written: Written
    link: int
    concluded: bool
    loose: bool = False
    local: bool = False


def pins_of(reading: Reading) -> tuple[Pin, ...]:
    """Every value on a page of what it differentiates by, and every one that it solves for."""
    return tuple(_pins(reading))


def order_of(reading: Reading, w: Written) -> Order:
    """Where a chain stands among all of a document."""
    return (*reading.order(w.place.file, w.line), w.number, w.span[0] if w.span else 0)


def _pins(reading: Reading) -> Iterator[Pin]:
    chains = [(order_of(reading, w), w) for w in reading.claims]
    by: dict[Variable, list[tuple[Order, Var]]] = {}
    for order, w in chains:
        for e in _parts(w):
            if isinstance(e, Partial):
                by.setdefault(e.wrt.variable, []).append((order, e.wrt))
    bodies: dict[Variable, list[Expr]] = {}
    for d in reading.draft.definitions:
        bodies.setdefault(d.left.variable, []).append(d.body)
    for order, w in chains:
        for link, entry in w.defines:
            body = w.members[link + 1]
            if isinstance(body, ReadError):
                continue
            number = not variables(body) and not free(body)
            orders = [o for o, wrt in by.get(entry.variable, []) if _is_at(entry, wrt)]
            earlier = (other for o, other in chains if o <= order and other is not w)
            used = any(entry.variable in _names(other) for other in earlier)
            solved = used and _is_plain(entry) and _is_solved(w, any(o < order for o in orders))
            if number and orders and all(not variables(b) for b in bodies.get(entry.variable, ())):
                local = link + 2 == len(w.members) and PREMISE.match(w.latex[w.spans[-1][1] :]) is not None
                given = local or order < min(orders) or FIXING.search(w.words[0]) or GIVING.search(w.words[0])
                yield Pin(entry, True, order, w, link, solved or not given, local=local)
            elif solved:
                yield Pin(entry, number, order, w, link, True)
            elif number and w.inline:
                yield Pin(entry, True, order, w, link, concluded=False, loose=True)


def _is_solved(w: Written, differentiated: bool) -> bool:
    """Do the words beside a value, or an arrow, say that it follows from a derivative that is 0?"""
    before, behind = w.words
    if SOLVED.search(w.latex) is not None:
        return True
    words = f"{EXPLAINING.split(before)[-1]} {behind}"
    return (SOLVING if differentiated else DERIVED).search(words) is not None


def _is_at(entry: Var, wrt: Var) -> bool:
    """Is a derivative by the very entry: has it the same number wherever the entry has one (`x_1`, not `x_i`)?"""
    return all(a == b for a, b in zip(entry.indices, wrt.indices, strict=True) if a.letter is None)


def _is_plain(entry: Var) -> bool:
    letters = [i.letter for i in entry.indices]
    return None not in letters and len(set(letters)) == len(letters)


def _parts(w: Written) -> Iterator[Expr]:
    return (e for m in w.members if not isinstance(m, ReadError) for e in walk(m))


def _names(w: Written) -> set[Variable]:
    return {v for m in w.members if not isinstance(m, ReadError) for v in variables(m)}


def at_values(
    link: Link,
    verdict: Verdict,
    pins: tuple[Pin, ...],
    here: Order,
    judge: Callable[[Link], Verdict],
    definitions: Sequence[RawDefinition] = (),
) -> Verdict:
    """The verdict on a link; open for one right at a value only, unless it is a number told below that value or the
    value is said of something else."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    mine = [p for p in pins if rests(link.system, (link.left, link.right), p.entry.variable)]
    passing = [
        p
        for p in mine
        if (p.local and p.order[:-2] != here[:-2])
        or (not p.concluded and is_in_passing(p.written, p.link, p.entry, link.system, definitions))
    ]
    mine = [p for p in mine if p in passing or not p.loose]
    if not mine:
        return verdict
    general = judge(replace(link, system=without(link.system, mine)))
    if general.judgement is Judgement.RIGHT:
        return verdict
    if general.judgement is Judgement.WRONG and passing == mine:
        return general
    shown = ", ".join(f"`{var(p.entry)}`" for p in mine)
    plain = any(not any(rests(link.system, (e,), p.entry.variable) for p in mine) for e in (link.left, link.right))
    if plain and not passing and all(p.number and p.order <= here for p in mine):
        return replace(verdict, detail=verdict.detail or f"at the value of {shown}")
    return Verdict(Judgement.UNPROVED, detail=f"it is right at the value of {shown} and not in general")


def without(system: System, pins: Iterable[Pin]) -> System:
    """The network in which the names have any value."""
    return with_any_value(system, {p.entry.variable for p in pins})


def with_any_value(system: System, names: Collection[Variable]) -> System:
    """The network in which nothing defines some names."""
    pieces = (replace(p, body=None, role=Role.PARAMETER) if p.variable in names else p for p in system.pieces)
    return replace(system, pieces=tuple(pieces))


def derivative_at(pin: Pin, reading: Reading) -> Partial | None:
    """The derivative that is 0 at a value that is concluded: the one of the page by that name."""
    found = (e for w in reading.claims for e in _parts(w) if isinstance(e, Partial) and isinstance(e.of, Var))
    same = [e for e in found if e.wrt == pin.entry]
    return same[-1] if same else None
