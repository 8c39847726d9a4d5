"""What kind of condition a chain is, and which conditions of a formula are whose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ...latex.tree import Chain, Listing, Name, Number, Product, Terms, walk
from ...notation import EQUALITIES
from ..facts import Facts
from ..spelled.shape import letters_in
from ..stated import Beside, Stated
from .conditions import RANGING, is_condition, subjects
from .unequal import loose_letters


def own_conditions(
    n: int, beside: list[tuple[int, Beside]], facts: Facts, is_separate: Callable[[int], bool]
) -> list[Beside]:
    """Conditions of the same formula: ranges hold for all its equations, other conditions for the one before them."""
    found: list[Beside] = []
    mine = {x for c in facts.stated[n].statement.conditions for x in subjects(c, facts.strong)[0]}
    for m, (formula, chain) in beside:
        if m == n:
            continue
        typed = bool(chain.relation_spans)  # the ranges of arrays written out are those of their own equation
        spread = typed and is_whole_range(chain) and not mine.intersection(subjects(chain, facts.strong)[0])
        if spread or (is_separate(m) and _neighbour(m, facts, is_separate) == n):
            found.append((formula, chain))
    return found


def _neighbour(m: int, facts: Facts, is_separate: Callable[[int], bool]) -> int | None:
    """The equation before a condition of the same formula, else the one after it."""
    formula = facts.stated[m].formula
    same = [k for k, s in enumerate(facts.stated) if s.formula is formula and not is_separate(k)]
    chain = facts.stated[m].statement.chain
    value = facts.stated[m].inline and EQUALITIES.issuperset(chain.relations) and not is_condition(chain, facts)
    if not same and value:  # it stands in the words of a display
        same = [k for k, s in enumerate(facts.stated[:m]) if s.formula is not formula and not is_separate(k)][-1:]
    return max((k for k in same if k < m), default=min(same, default=None))


def is_range(chain: Chain) -> bool:
    """Does it say where something lies, from one side at least?"""
    return is_whole_range(chain) or any(r in RANGING and r != r"\ne" for r in chain.relations)


def is_whole_range(chain: Chain) -> bool:
    r"""Does it say how far something runs, `1 \le i \le I`, `i = 1, \dots, I`, `i \in S`?"""
    listed = any(isinstance(m, Listing) for m in chain.members) and all(r in EQUALITIES for r in chain.relations)
    return len(chain.members) > 2 or listed or r"\in" in chain.relations


def leaves_out(chain: Chain) -> bool:
    r"""Is it no range that a letter may have on the whole page: `l < L`, `l = L-1, \dots, 2`?"""
    return not is_whole_range(chain) or any(isinstance(x, Terms) for m in chain.members for x in walk(m))


def is_full_range(chain: Chain) -> bool:
    r"""Does it say where a letter begins and ends, from 1 or 0 to a size, `n = 1, \dots, N`: a range, and no case?"""
    if not is_whole_range(chain) or leaves_out(chain) or _stops_before(chain):
        return False
    inside = [x for m in chain.members for x in walk(m)]
    begins = next((x.text for x in inside if isinstance(x, Number)), "")
    return begins in ("0", "1") and len({x.base for x in inside if isinstance(x, Name)}) > 1


def is_part_of_another(chain: Chain, facts: Facts) -> bool:
    r"""Is it a part of the range that its letters have elsewhere, `1 \le t < T` beside `t = 1, \dots, T`?

    It is then said of the line below it, not of the page.
    """
    if not is_whole_range(chain) or not (leaves_out(chain) or _stops_before(chain)):
        return False
    letters, _ = subjects(chain, facts.strong)
    others = [c for s in facts.stated for c in (s.statement.chain, *s.statement.conditions) if c is not chain]
    whole = [c for c in others if c.relations and is_whole_range(c) and not (leaves_out(c) or _stops_before(c))]
    known = {x for c in whole for x in subjects(c, facts.strong)[0]} | {x for x, _ in facts.given_ends}
    return bool(letters) and known.issuperset(letters)


def _stops_before(chain: Chain) -> bool:
    r"""Does it end before a size, and begin with 1: `1 \le t < T`? From 0 to N is a way to count N."""
    return chain.relations[-1] == "<" and chain.members[0] != Number("0")


def at_no_index(conditions: Sequence[Beside], near: Iterable[Sequence[Stated]]) -> list[Beside]:
    r"""Conditions but for ranges that begin at an index of lines near them, the s of `\partial E/\partial h_s`.

    These are said of a sum in the lines, and tell nothing of its letter elsewhere.
    """
    met = {x for stated in near for s in stated for x in loose_letters(s.statement.chain)}
    return [c for c in conditions if not (is_whole_range(c[1]) and met.intersection(_first_end(c[1])))]


def _first_end(chain: Chain) -> Iterator[str]:
    _, ends = subjects(chain, set())
    yield from letters_in(ends[0]) if ends else ()


def tells_function(chain: Chain) -> bool:
    """Does it say what a function is, `f(z) = z`?"""
    return isinstance(chain.members[0], Product) and chain.relations[:1] == ("=",)


def said_below(below: Sequence[Beside], near: Sequence[Beside]) -> list[Beside]:
    """What is said of all lines below, but the ranges of letters that a line has a range of its own for."""
    own = {x for _, c in near if is_whole_range(c) for x in subjects(c, set())[0]}
    return [b for b in below if not is_whole_range(b[1]) or own.isdisjoint(subjects(b[1], set())[0])]


def that_fit(conditions: Sequence[Beside], line: Chain) -> list[Beside]:
    r"""Conditions without ranges that are another line's, where one of several has a layer that the line does not have.

    Of `$j = 0, \dots, J^{(M)}-1$ for $m = M$, and $j = 0, \dots, J^{(m)}-1$ for $m < M$` the first is that of
    `e_j^{(M)} = ..`.
    """
    ranges = [c for _, c in conditions if is_whole_range(c)]
    there = _layers(line) if len(ranges) > 1 else set()
    fitting = [c for c in ranges if _layers(c) <= there]
    told = {x for c in fitting if _layers(c) for x in subjects(c, set())[0]}
    return [b for b in conditions if b[1] in fitting or b[1] not in ranges or told.isdisjoint(subjects(b[1], set())[0])]


def _layers(chain: Chain) -> set[str]:
    """The letters in scripts of a formula."""
    names = (x for m in chain.members for x in walk(m) if isinstance(x, Name))
    return {y.base for x in names for s in x.scripts for e in s.entries for y in walk(e) if isinstance(y, Name)}
