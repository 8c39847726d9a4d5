r"""Objectives of which words say what they are made of: `The loss $L$ is a function of $y$`, `$L$ は $y$ の関数である`.

Nothing else says what such a loss is, and without these words it would be any function of all that is computed last. So
it is `L = \ell(y)`, with a letter for the function that the page does not use. Where the page has that y with indices
only and its equations compute nothing else last, any function of what is computed last says the same, and nothing is
written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....document.blocks import Block
from ....latex.tree import Derivative, Factor, Group, Listing, Nabla, Name, Node, Product, Statement, of_kind
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import stem_of
from ..applied import head_of
from ..said_in_place import gaps_of, has_values, value_alone, with_equation

_NOUNS = r"(?:the\s+)?(?:(?!and\b|or\b)[\w-]+\s+){0,3}?"
OF = lazily(
    r"\s*,?\s*(?:(?:is|be|which is|as)\s+)?(?:an?|any|some)?\s*(?:(?!not\b|no\b)[\w-]+\s+){0,3}?"
    rf"function\s+of\s+{_NOUNS}"
    rf"|\s*(?:only\s+)?depends\s+(?:only\s+|solely\s+)?on\s+{_NOUNS}",
    re.I,
)
"""Words between the two names,"""
JA = lazily(r"\s*は[、,]?\s*")
JA_BEHIND = lazily(r"\s*の(?:みの)?関数(?!ではな)|\s*(?:のみ|だけ)?に(?:のみ|だけ)?依存(?:する|し(?!な))")
"""or between and behind them."""
MORE = lazily(r"\s*(?:,|and\b|or\b|、|と|および)\s*\Z", re.I)
"""What stands before another name that it is a function of."""
SPARE = (r"\ell", r"\varphi", r"\Phi", r"\Psi")


def with_functions_of_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such a name as an equation in its place."""
    found = list(located)
    gaps = gaps_of(found, blocks) if has_values(found) else []
    for (one, _), (two, gap), (three, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        said = OF.fullmatch(gap) or (JA.fullmatch(gap) and JA_BEHIND.match(behind))
        if said and not (three >= 0 and MORE.fullmatch(behind)):
            _tell(found, one, two)
    return found


def _tell(found: list[Located], one: int, two: int) -> None:
    """Put the equation in the place of the first name, if no formula says what it is and the page differentiates it."""
    loss, made_of = value_alone(found[one]), value_alone(found[two])
    if not isinstance(loss, Name) or not isinstance(made_of, Name) or loss == made_of:
        return
    if loss.scripts or made_of.scripts:
        return
    statements = [s for f in read_of(found) for s in f.statements]
    heads = (head_of(s.chain.members[0]) for s in statements if s.chain.relations)
    tops: set[Node | None] = {d.of for s in statements for d in of_kind(s, Derivative)}
    tops |= {d.of for s in statements for d in of_kind(s, Nabla)}
    letters = {x.base for s in statements for x in of_kind(s, Name)}
    spare = next((x for x in SPARE if x not in letters), None)
    if loss not in tops or spare is None or any(isinstance(h, Name) and h.base == loss.base for h in heads):
        return
    if _alone_at_the_end(statements, made_of):
        return
    group = Group("(", (made_of,), ")", (), loss.span)
    # the letter of the function stands nowhere in the text
    body = Product((Factor("", Name(spare)), Factor("", group, joined=True)), loss.span)
    found[one] = with_equation(found[one], loss, body)


def _alone_at_the_end(statements: Sequence[Statement], made_of: Name) -> bool:
    """Is a name, always with indices, the only one that equations define and no other equation is made of?

    Derivatives and their abbreviations are none of these equations, and what they are made of is used for nothing else.
    """
    own = {stem_of(made_of)}
    with_indices = [x for s in statements if s.chain.relations for x in of_kind(s, Name) if stem_of(x) in own]
    if not with_indices or not all(x.scripts for x in with_indices):
        return False
    told = [(h, s.chain) for s in statements if s.chain.relations and (h := head_of(s.chain.members[0])) is not None]
    told = [(h, c) for h, c in told if not any(isinstance(m, Listing) for m in c.members[1:])]
    derived = {stem_of(h) for h, c in told if any(True for kind in (Derivative, Nabla) for _ in of_kind(c, kind))}
    told = [(h, c) for h, c in told if stem_of(h) not in derived]
    used = {x for h, c in told for m in c.members[1:] for x in map(stem_of, of_kind(m, Name)) if x != stem_of(h)}
    return {stem_of(h) for h, _ in told} - used == own
