r"""Displays that go on with the chain of the display above: `= (y_j - t_j) g'(h_j) x_i`.

What stands before the sign of equality is the last member of the equation above, under its conditions. Not where the
display above is itself an aside of another (`where ..`), or works out a part of an equation further up: then it may be
that one which goes on. Nor behind another case (`For $i \ne j$`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document.blocks import Display
from ....errors import ReadError
from ....latex.joining import FOR, IF
from ....latex.statement_forms import replace_statement
from ....latex.tree import UNBEGUN, Chain, Formula, Misfit, Statement, walk
from ....latex.walking import moved
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located

ASIDE = lazily(
    r"(?:\b(?:where|with|here|since|because|using|let|as|for|from|recall)\b|ただし|ここで|なお)[^.。]*\Z", re.I
)
"""Words at the end of what stands before a display that make it an aside."""
CASE = lazily(rf"(?<![^\W\d_])(?:{IF}|{FOR}|case|where|with)\s*[:(]?\s*\Z", re.I)
"""Words before a relation in a sentence that make it the case of what follows."""
NEXT = 2
"""So many lines below the end of a display begins the next one where no words stand between."""


def _is_open(s: Statement) -> bool:
    first = s.chain.members[0]
    return isinstance(first, Misfit) and first.cause.startswith(UNBEGUN)


@where(_is_open)
def with_chains_continued(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document, with the members that such displays leave to the one above."""
    found: list[Located] = []
    last: Statement | None = None
    above: list[Statement] = []
    end, goes_on = 0, False
    for display, formula in located:
        if display.inline:
            last = None if _is_case(display, formula) else last
            found.append((display, formula))
            continue
        close, end = display.line - end <= NEXT, display.end_line
        if isinstance(formula, Formula) and formula.statements and _is_open(formula.statements[0]):
            if last is not None and (close or goes_on or not _is_part(last, above)):
                formula, goes_on = _continued(formula, last), True
            else:
                above = []  # the one that it goes on with is done
        elif ASIDE.search(display.before):
            found.append((display, formula))
            last = None
            continue
        else:
            above += [last] if last is not None else []
            goes_on = False
        last = _equation(formula) if isinstance(formula, Formula) else None
        found.append((display, formula))
    return found


def _is_case(display: Display, formula: Formula | ReadError) -> bool:
    """Is it the relation of a case, the `$i \\ne j$` of `For $i \\ne j$ we get`?"""
    chains = [s.chain for s in formula.statements] if isinstance(formula, Formula) else []
    return any(c.relations for c in chains) and CASE.search(display.before) is not None


def _is_part(last: Statement, above: Sequence[Statement]) -> bool:
    """Does it work out a part of what an equation further up has come to?"""
    part = last.chain.members[0]
    return any(x == part for s in above for x in walk(s.chain.members[-1]))


def _equation(formula: Formula) -> Statement | None:
    """The equation of a formula, if it is one that something can go on from: of two it is open which."""
    equations = [s for s in formula.statements if EQUALITIES & {*s.chain.relations}]
    last = equations[0] if len(equations) == 1 else None
    whole = last is not None and last.chain.relations and EQUALITIES.issuperset(last.chain.relations)
    return last if whole and last is not None and not last.struck and not _is_open(last) else None


def _continued(formula: Formula, last: Statement) -> Formula:
    """The formula with the last member of an equation above before its first relation."""
    first, *more = formula.statements
    before, *own = first.chain.members
    assert isinstance(before, Misfit)
    members = (moved(last.chain.members[-1], before.span), *own)
    conditions = (*moved(last.conditions, before.span), *first.conditions)
    chain: Chain = replace(first.chain, members=members)
    return replace(formula, statements=(replace_statement(first, chain=chain, conditions=conditions), *more))
