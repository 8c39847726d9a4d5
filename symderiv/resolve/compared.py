r"""Conditions on values that stand beside a line: `$u_j > 0$ のとき`, `.. = 0 \quad (u_j < 0)`.

Such a line is about the data for which the comparison holds, and nothing is said of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from ..errors import ReadError
from ..expr import ONE, Expr, Sum, add, neg, walk
from ..latex.tree import Chain
from .facts import Facts
from .formulas import Resolver
from .meaning import Meaning
from .stated import shown
from .steps import is_about_values, step_of


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as typed, and what is 1 where it holds and else 0, in two ways: a step, or what a step leaves."""

    typed: str
    holds: tuple[Expr, Expr]


def compared_values(facts: Facts, meaning: Meaning, doubtful: Collection[str]) -> Iterator[Compared]:
    """Every comparison of two values beside an equation, but for those that are typed like one of the `doubtful`."""
    for number, s in enumerate(facts.stated):
        for formula, chain in s.given:
            resolver = Resolver(formula, meaning.names, meaning, number)
            typed = shown((formula, chain))
            if len(chain.relations) != 1 or typed in doubtful or chain.relations[0] not in TURNED:
                continue
            try:
                about = is_about_values(resolver, chain, frozenset())
                holds = _both(resolver, chain) if about else None
            except ReadError:
                continue  # a condition that cannot be read is not used
            if holds is not None and not any(isinstance(x, Sum) for x in walk(holds[0])):
                yield Compared(typed, holds)


TURNED = {"<": ">", ">": "<", r"\le": r"\ge", r"\ge": r"\le"}


def _both(r: Resolver, chain: Chain) -> tuple[Expr, Expr]:
    """`u < 0` as the step of -u, and as what is left by the step of u; data hit no kink."""
    turned = replace(chain, relations=(TURNED[chain.relations[0]],))
    return step_of(r, chain, frozenset()), add(ONE, neg(step_of(r, turned, frozenset())))
