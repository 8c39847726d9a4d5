"""What the passes share by which words around inline formulas become equations in the place of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import is_

from ...document.blocks import Block, Display, Heading, Prose
from ...latex.statement_forms import replace_statement
from ...latex.tree import Formula, Name, Node
from ..located import Located


def gaps_of(located: Sequence[Located], blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Every formula by its number with the words since the one before it, then -1 with the words behind the last.

    One way of writing after the other asks this of the same page: what was found last is kept.
    """
    global _last
    displays, known = [display for display, _ in located], _last
    if known.blocks is blocks and len(known.displays) == len(displays) and all(map(is_, known.displays, displays)):
        return [*known.gaps]
    found = _found(displays, blocks)
    if isinstance(blocks, tuple):
        _last = _Gaps(blocks, displays, found)
    return [*found]


@dataclass(frozen=True, slots=True)
class _Gaps:
    """The gaps of a page, of which the very blocks and displays are known."""

    blocks: Sequence[Block]
    displays: Sequence[Display]
    gaps: Sequence[tuple[int, str]]


_last = _Gaps((), (), ((-1, ""),))


def _found(displays: Sequence[Display], blocks: Sequence[Block]) -> list[tuple[int, str]]:
    numbers = {id(display): n for n, display in enumerate(displays)}
    gaps: list[tuple[int, str]] = []
    gap = ""
    for block in blocks:
        if isinstance(block, Prose):
            gap += block.text
        elif isinstance(block, Heading):
            gap += "\n\n#"
        elif isinstance(block, Display) and id(block) in numbers:
            gaps.append((numbers[id(block)], gap))
            gap = ""
    return [*gaps, (-1, gap)]


def value_alone(located: Located) -> Node | None:
    """What an inline formula is that neither equates nor compares."""
    display, formula = located
    if not isinstance(formula, Formula) or not display.inline or len(formula.statements) != 1:
        return None
    chain = formula.statements[0].chain
    return chain.members[0] if len(chain.members) == 1 and not formula.statements[0].conditions else None


def has_values(located: Sequence[Located]) -> bool:
    """Does an inline formula stand for a value alone? Words that name values are about such; most pages have none."""
    return any(display.inline and value_alone((display, f)) is not None for display, f in located)


def with_equation(located: Located, name: Name, value: Node) -> Located:
    """A formula of one statement with `name = value` in its place."""
    display, formula = located
    assert isinstance(formula, Formula)
    statement, end = formula.statements[0], name.span[1]
    chain = replace(statement.chain, members=(name, value), relations=("=",), relation_spans=((end, end),))
    return display, replace(formula, statements=(replace_statement(statement, chain=chain),))
