r"""Objectives of which words say what they are made of: `The loss $L$ is a function of $y$`, `$L$ は $y$ の関数である`.

Nothing else says what such a loss is, and without these words it would be any function of all that is computed last. So
it is `L = \ell(y)`, with a letter for the function that the page does not use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...document.blocks import Block
from ...latex.statement_forms import replace_statement
from ...latex.tree import Derivative, Factor, Formula, Group, Nabla, Name, Node, Product, of_kind
from ..located import Located, read_of
from .applied import head_of
from .equal_in_words import gaps_of

_NOUNS = r"(?:the\s+)?(?:(?!and\b|or\b)[\w-]+\s+){0,3}?"
OF = re.compile(
    r"\s*,?\s*(?:(?:is|be|which is|as)\s+)?(?:an?|any|some)?\s*(?:(?!not\b|no\b)[\w-]+\s+){0,3}?"
    rf"function\s+of\s+{_NOUNS}"
    rf"|\s*(?:only\s+)?depends\s+(?:only\s+|solely\s+)?on\s+{_NOUNS}",
    re.I,
)
"""Words between the two names,"""
JA = re.compile(r"\s*は[、,]?\s*")
JA_BEHIND = re.compile(r"\s*の(?:みの)?関数(?!ではな)|\s*(?:のみ|だけ)?に(?:のみ|だけ)?依存(?:する|し(?!な))")
"""or between and behind them."""
MORE = re.compile(r"\s*(?:,|and\b|or\b|、|と|および)\s*\Z", re.I)
"""What stands before another name that it is a function of."""
SPARE = (r"\ell", r"\varphi", r"\Phi", r"\Psi")


def with_functions_of_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such a name as an equation in its place."""
    found = list(located)
    gaps = list(gaps_of(blocks, {id(d): n for n, (d, _) in enumerate(found)}))
    for (one, _), (two, gap), (three, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        said = OF.fullmatch(gap) or (JA.fullmatch(gap) and JA_BEHIND.match(behind))
        if said and not (three >= 0 and MORE.fullmatch(behind)):
            _tell(found, one, two)
    return found


def _tell(found: list[Located], one: int, two: int) -> None:
    """Put the equation in the place of the first name, if no formula says what it is and the page differentiates it."""
    loss, made_of = _bare(found[one]), _bare(found[two])
    if loss is None or made_of is None or loss.scripts or made_of.scripts or loss == made_of:
        return
    statements = [s for f in read_of(found) for s in f.statements]
    heads = (head_of(s.chain.members[0]) for s in statements if s.chain.relations)
    tops: set[Node | None] = {d.of for s in statements for d in of_kind(s, Derivative)}
    tops |= {d.of for s in statements for d in of_kind(s, Nabla)}
    letters = {x.base for s in statements for x in of_kind(s, Name)}
    spare = next((x for x in SPARE if x not in letters), None)
    if loss not in tops or spare is None or any(isinstance(h, Name) and h.base == loss.base for h in heads):
        return
    display, formula = found[one]
    assert isinstance(formula, Formula)
    statement = formula.statements[0]
    group = Group("(", (made_of,), ")", (), loss.span)
    # the letter of the function stands nowhere in the text
    body = Product((Factor("", Name(spare)), Factor("", group, joined=True)), loss.span)
    span = (loss.span[1], loss.span[1])
    chain = replace(statement.chain, members=(loss, body), relations=("=",), relation_spans=(span,))
    found[one] = display, replace(formula, statements=(replace_statement(statement, chain=chain),))


def _bare(located: Located) -> Name | None:
    """The name that an inline formula is."""
    display, f = located
    if not display.inline or not isinstance(f, Formula) or len(f.statements) != 1 or f.statements[0].conditions:
        return None
    chain = f.statements[0].chain
    member: Node = chain.members[0]
    return member if len(chain.members) == 1 and isinstance(member, Name) else None
