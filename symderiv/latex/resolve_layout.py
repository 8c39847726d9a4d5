r"""Which condition belongs to which equation.

A condition belongs to the equation on whose line it stands, or to the next display when it is a paragraph of its own.
A range in a paragraph of its own, said of nothing in particular, holds for the whole document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..document.blocks import Block, Display, Heading
from ..errors import ReadError
from ..notation import EQUALITIES
from .conditions import RANGING, is_condition, is_remark
from .facts import Facts
from .resolve_stated import Stated
from .tree import Chain, Formula

ONLY_NEXT = ("for", "when", "if", "where", "のとき", "の時", "とき", "ならば", "なら", "場合", "において")
"""Words that tie a range to what follows."""

Located = tuple[Display, "Formula | ReadError"]


@dataclass(slots=True)
class Layout:
    """Every statement of the document, equations with their conditions; which are equations; ranges of the document."""

    stated: list[Stated]
    is_equation: list[bool]
    ranges: list[tuple[Formula, Chain]]


def statements(located: Sequence[Located]) -> tuple[list[Stated], list[int]]:
    """Every statement of every formula that could be read, and the number of its formula."""
    stated: list[Stated] = []
    home: list[int] = []
    for n, (display, formula) in enumerate(located):
        if isinstance(formula, ReadError):
            continue
        for s in formula.statements:
            stated.append(Stated(formula, s, (), display.struck or s.struck, display.inline))
            home.append(n)
    return stated, home


def attach(blocks: Sequence[Block], located: Sequence[Located], facts: Facts, home: list[int]) -> Layout:
    """Give every condition to its equation."""
    order = {id(b): n for n, b in enumerate(blocks)}
    headings = [n for n, b in enumerate(blocks) if isinstance(b, Heading)]
    own = facts.stated[: len(home)]
    is_equation = [bool(s.statement.chain.relations) and not is_condition(s.statement.chain, facts) for s in own]
    equations = {home[n] for n, yes in enumerate(is_equation) if yes}
    given: dict[int, list[tuple[Formula, Chain]]] = {}
    ranges: list[tuple[Formula, Chain]] = []
    beside: dict[int, list[tuple[int, tuple[Formula, Chain]]]] = {}
    for n, s in enumerate(own):
        here = home[n]
        chains = _conditions(s, facts)
        if not chains:
            continue
        if here in equations:
            beside.setdefault(here, []).extend((n, c) for c in chains)
            continue
        target, close = _target(located, equations, here, order, headings)
        if target is not None:
            given.setdefault(target, []).extend(chains)
        if (target is None or not close) and not _said_of_next(located[here][0]):
            ranges.extend(c for c in chains if _is_range(c[1]))
    stated = [
        replace(s, conditions=(*_own(n, beside.get(home[n], []), facts, is_equation), *given.get(home[n], [])))
        if is_equation[n]
        else s
        for n, s in enumerate(own)
    ]
    return Layout([*stated, *facts.stated[len(own) :]], is_equation, ranges)


def _conditions(s: Stated, facts: Facts) -> list[tuple[Formula, Chain]]:
    """The conditions that a statement consists of, or that stand in its formula without an equation."""
    chain = s.statement.chain
    own = (chain,) if is_condition(chain, facts) else ()
    return [(s.formula, c) for c in (*own, *s.statement.conditions) if not is_remark(c, facts)]


def _own(
    n: int, beside: list[tuple[int, tuple[Formula, Chain]]], facts: Facts, is_equation: list[bool]
) -> list[tuple[Formula, Chain]]:
    """Conditions of the same formula: ranges hold for all its equations, other conditions for the one before them."""
    found: list[tuple[Formula, Chain]] = []
    for m, (formula, chain) in beside:
        if m == n:
            continue
        separate = is_condition(facts.stated[m].statement.chain, facts)
        if _is_range(chain) or (separate and _before(m, facts, is_equation) == n):
            found.append((formula, chain))
    return found


def _before(m: int, facts: Facts, is_equation: list[bool]) -> int | None:
    """The equation before a condition of the same formula, else the one after it."""
    formula = facts.stated[m].formula
    same = [k for k, yes in enumerate(is_equation) if yes and facts.stated[k].formula is formula]
    earlier = [k for k in same if k < m]
    return earlier[-1] if earlier else (same[0] if same else None)


def _is_range(chain: Chain) -> bool:
    return len(chain.members) > 2 or any(r in RANGING and r != r"\ne" for r in chain.relations) or _listed(chain)


def _listed(chain: Chain) -> bool:
    return any(type(m).__name__ == "Listing" for m in chain.members) and all(r in EQUALITIES for r in chain.relations)


def _target(
    located: Sequence[Located], equations: set[int], here: int, order: dict[int, int], headings: list[int]
) -> tuple[int | None, bool]:
    """The formula that a condition belongs to, and whether it stands beside it."""
    display = located[here][0]
    near = [n for n in equations if _same_line(located[n][0], display)] or [
        n for n in equations if located[n][0].paragraph == display.paragraph
    ]
    before = [n for n in near if n < here]
    if before:
        return max(before), True
    if near:
        return min(near), True
    after = [n for n in equations if n > here and not located[n][0].inline]
    if not after:
        return None, False
    target = min(after)
    start, end = order[id(display)], order[id(located[target][0])]
    return (None if any(start < h < end for h in headings) else target), False


def _same_line(a: Display, b: Display) -> bool:
    return a.line <= b.end_line and b.line <= a.end_line


def _said_of_next(display: Display) -> bool:
    words = f"{display.before} {display.after}".lower()
    return any(w in words.split() if w.isascii() else w in words for w in ONLY_NEXT)
