r"""Sets of data that a page lists, `\mathcal{D} = \{(x_i, y_i)\}_{i=1}^n`, `B = \{x_1, \dots, x_m\}`, `X^\ell = (x_i,
y_i)_{i=1}^\ell`: what there is.

Such an equation says of no value what it is. Where nothing is computed with the set it is only a mention, also if it is
the label of a name (`\mu_B`); a set that stands in another formula, below a sum for one, is left as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ....latex.tree import Formula, Group, Name, Node, Script, Scripted, Statement, of_kind
from ...asked import where
from ...located import Located, read_of


def _lists_data(s: Statement) -> bool:
    r"""Is the right side a set with entries of arrays, or lists, in it: `\{x_1, .., x_m\}`, not `\{1, .., n\}`?"""
    chain = s.chain
    if chain.relations not in (("=",), (":=",)) or not isinstance(chain.members[0], Name):
        return False
    right: Node = chain.members[1]
    numbered = isinstance(right, Scripted) and len(right.scripts) > 1
    right = right.base if isinstance(right, Scripted) else right
    if not isinstance(right, Group):
        return False
    if right.open == "(" and numbered and len(right.items) > 1:
        return all(isinstance(x, Name) and x.scripts for x in right.items)
    if right.open not in (r"\{", r"\lbrace"):
        return False
    return any((isinstance(x, Name) and x.scripts) or (isinstance(x, Group) and x.open == "(") for x in right.items)


@where(_lists_data)
def without_data_sets(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such equations, where the set stands nowhere else."""
    statements = [s for f in read_of(located) for s in f.statements]
    used = Counter(x.base for s in statements for x in of_kind(s, Name))
    used.subtract(e.base for s in statements for x in of_kind(s, Script) for e in x.entries if isinstance(e, Name))

    def kept(f: Formula) -> tuple[Statement, ...]:
        return tuple(s for s in f.statements if not (_lists_data(s) and used[_letter(s)] == 1))

    return [
        (d, replace(f, statements=kept(f)) if isinstance(f, Formula) and any(map(_lists_data, f.statements)) else f)
        for d, f in located
    ]


def _letter(s: Statement) -> str:
    left = s.chain.members[0]
    assert isinstance(left, Name)
    return left.base
