r"""Values that words equate with an equation: `$a = b$, i.e. $c$` says that b is c.

Such a value becomes an equation of its own, `(b) = c`, in the place where it stands; whether words mean it so is not
sure, so that where it is wrong it is left open (`check.required`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...document.blocks import Block, Display, Heading, Prose
from ...errors import ReadError
from ...latex.statement_forms import is_equation, replace_statement
from ...latex.tree import Formula, Group, Node
from ..located import Located

_THE_SAME = (
    r"(?:(?:simply|just|exactly|again|of course|clearly|identical(?:ly)? to|equal to|the same as|nothing but)\s+)*"
)
SAID = re.compile(
    r"[\s,;:.(（–—-]*(?:(?:and|or|so|hence|thus)\s+)?"
    r"(?:i\.\s?e\.[,:]?|that is(?: to say)?[,:]?|that means[,:]?|in other words[,:]?|namely[,:]?|viz\."
    rf"|or (?:just|simply)|which (?:is|equals|becomes|evaluates to|simplifies to|reduces to)"
    rf"|すなわち|つまり|即ち)[\s、,]*{_THE_SAME}",
    re.I,
)
"""Words between an equation and a value that it has besides."""
ENDING = re.compile(
    r"\s*(?:[.,;:)）。、]|\Z|\n[ \t]*\n|(?:for|if|when|where|since|because|and|or|at|only|everywhere|である|となる)\b)"
)
"""How a sentence goes on behind a value that stands for itself."""


def with_values_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, values that words equate with the equation before them as equations."""
    found = list(located)
    gaps = list(_gaps(blocks, {id(d): n for n, (d, _) in enumerate(found)}))
    for (first, _), (number, gap), (_, after) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        display, formula = found[number]
        if not display.inline or SAID.fullmatch(gap) is None or ENDING.match(after) is None:
            continue
        made = _equated(found[first][1], formula)
        if made is not None:
            found[number] = (display, made)
    return found


def _equated(first: Formula | ReadError, second: Formula | ReadError) -> Formula | None:
    """The second formula, a value alone, as equal to the last member of the first; None where they are no such."""
    if isinstance(first, ReadError) or isinstance(second, ReadError):
        return None
    if len(second.statements) != 1 or second.statements[0].chain.relations or not first.statements:
        return None
    statement, chain = second.statements[0], first.statements[-1].chain
    if statement.conditions or not is_equation(chain) or chain.relations[-1] != "=":
        return None
    left: Node = Group("(", (chain.members[-1],), ")", (), (0, 0))
    own = replace(statement.chain, members=(left, *statement.chain.members), relations=("=",), relation_spans=((0, 0),))
    return replace(second, statements=(replace_statement(statement, chain=own),))


def _gaps(blocks: Sequence[Block], numbers: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Every formula by its number with the words since the one before it, then the words behind the last."""
    gap = ""
    for block in blocks:
        if isinstance(block, Prose):
            gap += block.text
        elif isinstance(block, Heading):
            gap = "\n\n#"
        elif isinstance(block, Display) and id(block) in numbers:
            yield numbers[id(block)], gap
            gap = ""
    yield -1, gap
