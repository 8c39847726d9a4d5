r"""What is looked up as an element of a set of data, `i_l \in A_l`, also in words: `the alternatives $A_l$, which
contain $i_l$`.

The indicator of the set is 1 there, `A_{l,i_l} = 1`: lines may use that, and no values are drawn without it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Formula, Name, Number, Script, Statement
from ....pattern import lazily
from ...located import Located
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone
from ..words.zeros_in_words import CASE
from .membership import set_of
from .sets_compared import IN, PART, entry_below

CONTAINS = lazily(
    r"\s*(?:(?:is|are|be)\s+the\s+[^.;:!?$()]{0,50}?)?,?\s*(?:(?:which|that|and)\s+)?(?:always\s+)?"
    r"(?:contains?|containing|includes?|including)\s+(?:the\s+(?:winner|index|item|class|label)\s+)?",
    re.I,
)
"""Words between a set and what is looked up."""


def with_elements_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    """The formulas of a page, with a membership in the place of what words say is in a set."""
    if not any(d.inline and ("contain" in d.before[-60:] or "includ" in d.before[-60:]) for d, _ in located):
        return located
    found = list(located)
    gaps = gaps_of(found, blocks)
    for (n, before), (other, between) in pairwise(gaps):
        if other < 0 or CONTAINS.fullmatch(between) is None or CASE.search(before) or is_hedged(before, between):
            continue
        display, formula = found[other]
        entry, of = value_alone(found[other]), _set(found[n])
        if of is not None and isinstance(entry, Name) and entry_below(entry) is not None:
            assert isinstance(formula, Formula)
            chain = Chain((entry, of), IN, (entry.span,), entry.span)
            found[other] = (
                display,
                replace(formula, statements=(replace_statement(formula.statements[0], chain=chain),)),
            )
    return found


def _set(located: Located) -> t.Node | None:
    """The set with letters that a formula is, or that it says is part of another."""
    display, formula = located
    one = formula.statements[0].chain if isinstance(formula, Formula) and len(formula.statements) == 1 else None
    if one is None or not display.inline or not PART.issuperset(one.relations) or len(one.members) > len("AB"):
        return None
    told = set_of(one.members[0])
    return one.members[0] if told is not None and told[1] and all(map(letter_of, told[1])) else None


def elements_apart(located: Sequence[Located]) -> tuple[Sequence[Located], Mapping[int, list[Statement]]]:
    """The formulas without such memberships, and these by the number of their formula."""
    found: dict[int, list[Statement]] = {}
    for n, (_, f) in enumerate(located):
        told = [s for s in f.statements if _indicator(s) is not None] if isinstance(f, Formula) else []
        if told:
            found[n] = told
    if not found:
        return located, found
    kept = list(located)
    for n, told in found.items():
        display, f = kept[n]
        assert isinstance(f, Formula)
        kept[n] = display, replace(f, statements=tuple(s for s in f.statements if s not in told))
    return kept, found


def with_elements(located: list[Located], elements: Mapping[int, list[Statement]]) -> list[Located]:
    """The formulas with what says that indicators are 1."""
    for n, told in elements.items():
        display, f = located[n]
        if isinstance(f, Formula):
            made = (replace_statement(s, chain=c) for s in told if (c := _indicator(s)) is not None)
            located[n] = display, replace(f, statements=(*f.statements, *made))
    return located


def _indicator(s: Statement) -> Chain | None:
    c = s.chain
    entry = c.members[0]
    told = set_of(c.members[1]) if c.relations == IN and isinstance(entry, Name) and entry_below(entry) else None
    if told is None or not told[1] or not all(map(letter_of, told[1])):
        return None
    name = replace(told[0], scripts=(Script(False, (*told[1], entry), "", True, True, told[0].span),))
    return Chain((name, Number("1", c.span)), ("=",), (c.span,), c.span)
