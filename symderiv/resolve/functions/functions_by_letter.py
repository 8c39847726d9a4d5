r"""Functions that letters tell apart: `\rho_q(u) = ..` beside `\rho_e(u) = ..`, each with a formula of its own.

Such a letter is part of the name of each, and of what is made of it (`L_q = \sum_i \rho_q(u_i)`), where it is nothing
else on the page.
"""

from __future__ import annotations

from ...latex import tree as t
from ..facts import Facts
from ..spelled.shape import letter_of, letters_in
from .calls import defined_function


def told_by_letter(facts: Facts) -> frozenset[str]:
    """The letters that stand below such functions."""
    found: dict[str, set[str]] = {}
    for s in facts.stated:
        left = defined_function(s)
        letter = letter_of(left[0].pieces[0]) if left is not None and len(left[0].pieces) == 1 else None
        if left is None or letter is None or not left[0].below:
            continue
        inside = (x for m in s.statement.chain.members[1:] for x in t.of_kind(m, t.Name))
        if letter not in left[1] and all(letter not in letters_in(x) and x.base != letter for x in inside):
            found.setdefault(left[0].letter, set()).add(letter)
    elsewhere = facts.strong | facts.arithmetic | facts.ends | facts.range_ends | facts.conditioned | facts.compared
    elsewhere |= {base for base, *_ in facts.values}
    return frozenset(x for letters in found.values() if len(letters) > 1 for x in letters) - elsewhere
