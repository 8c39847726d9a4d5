r"""Values that words equate with an equation: `$a = b$, i.e. $c$` says that b is c.

So does the value of a second case, `$x = b$ if $i = j$, and $c$ if $i \ne j$`.

Such a value becomes an equation of its own, `(b) = c`, in the place where it stands; whether words mean it so is not
sure, so that where it is wrong it is left open (`check.required`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document.blocks import Block
from ....errors import ReadError
from ....latex.statement_forms import index_like, is_equation, replace_statement
from ....latex.tree import Formula, Group, Node
from ....pattern import lazily
from ...located import Located
from ..said_in_place import gaps_of

_THE_SAME = (
    r"(?:(?:simply|just|exactly|again|of course|clearly|identical(?:ly)? to|equal to|the same as|nothing but)\s+)*"
)
SAID = lazily(
    r"[\s,;:.(（–—-]*(?:(?:and|or|so|hence|thus)\s+)?"
    r"(?:i\.\s?e\.[,:]?|that is(?: to say)?[,:]?|that means[,:]?|in other words[,:]?|namely[,:]?|viz\."
    rf"|or (?:just|simply)|which (?:is|equals|becomes|evaluates to|simplifies to|reduces to)"
    rf"|すなわち|つまり|即ち)[\s、,]*{_THE_SAME}",
    re.I,
)
"""Words between an equation and a value that it has besides."""
ENDING = lazily(
    r"\s*(?:[.,;:)）。、]|\Z|\n[ \t]*\n|(?:for|if|when|where|since|because|and|or|at|only|everywhere|である|となる)\b)"
)
"""How a sentence goes on behind a value that stands for itself."""


CASE = lazily(r"\s*,?\s*(?:if|for|when|where)\s+", re.I)
"""Words between an equation and the case in which it holds."""
OTHER = lazily(r"\s*[,;]?\s*(?:and|but|while)\s+(?:(?:it )?(?:is|equals)\s+|by\s+|to\s+)?", re.I)
"""Words between a case and the value in another one."""
OTHERWISE = lazily(r"\s*,?\s*(?:otherwise|else|if not)\b", re.I)


def with_values_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, values that words equate with the equation before them as equations."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    for (first, _), (number, gap), (_, after) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        display, formula = found[number]
        if not display.inline or SAID.fullmatch(gap) is None or ENDING.match(after) is None:
            continue
        made = _equated(found[first][1], formula)
        if made is not None:
            found[number] = (display, made)
    for (first, _), (case, when), (number, gap), (_, after) in zip(gaps, gaps[1:], gaps[2:], gaps[3:], strict=False):
        display, formula = found[number]
        told = CASE.fullmatch(when) and OTHER.fullmatch(gap) and (CASE.fullmatch(after) or OTHERWISE.match(after))
        if display.inline and told and _is_case(found[case][1]):
            made = _equated(found[first][1], formula, at=0)
            if made is not None:
                found[number] = (display, made)
    return found


def _is_case(formula: Formula | ReadError) -> bool:
    """Does it only compare two indices?"""
    chains = [] if isinstance(formula, ReadError) else [s.chain for s in formula.statements]
    return len(chains) == 1 and len(chains[0].members) == 2 and all(map(index_like, chains[0].members))


def _equated(first: Formula | ReadError, second: Formula | ReadError, at: int = -1) -> Formula | None:
    """The second formula, a value alone, as equal to a member of the first; None where they are no such."""
    if isinstance(first, ReadError) or isinstance(second, ReadError):
        return None
    if len(second.statements) != 1 or second.statements[0].chain.relations or not first.statements:
        return None
    statement, chain = second.statements[0], first.statements[-1].chain
    if statement.conditions or not is_equation(chain) or chain.relations[-1] != "=":
        return None
    left: Node = Group("(", (chain.members[at],), ")", (), (0, 0))
    own = replace(statement.chain, members=(left, *statement.chain.members), relations=("=",), relation_spans=((0, 0),))
    return replace(second, statements=(replace_statement(statement, chain=own),))
