r"""Sets that are told by a condition on data of which nothing else is said: `I_j = \{i \mid q(x_i) = j\}`.

Which elements such a set has is data, as of a set that is only named, where the condition speaks of a name that stands
nowhere else on the page (q; the times of `R_i = \{j : t_j \ge t_i\}`). A set of what the page computes with stays an
equation, which is not read: its elements change with the values (`S = \{i : y_i w^T x_i < 1\}`). So does one that a
comparison of data tells, where that is not read (`sets_compared`): as data it would be any set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Formula, Group, Name, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from .sets_compared import made_of


def _tells(s: Statement) -> bool:
    return _condition(s) is not None


@where(_tells)
def without_set_builders(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without the statements that only say what a set holds."""
    statements = [s for f in read_of(located) for s in f.statements]
    telling = [s for s in statements if _condition(s) is not None]
    if not telling:
        return list(located)
    equating = [s for s in statements if s not in telling and s.chain.relations]  # a mention says nothing of values
    elsewhere = {x.base for s in equating for x in t.of_kind(s, Name)}

    def is_data(s: Statement) -> bool:
        condition = _condition(s)
        return condition is not None and made_of(s.chain) is None and bool(_valued(condition) - elsewhere)

    def changed(f: Formula | ReadError) -> Formula | ReadError:
        if isinstance(f, ReadError) or not any(map(is_data, f.statements)):
            return f
        return replace(f, statements=tuple(s for s in f.statements if not is_data(s)))

    return [(display, changed(f)) for display, f in located]


def _condition(s: Statement) -> tuple[t.Node, ...] | None:
    r"""The condition of `S = \\{i \\mid ..\\}`."""
    chain = s.chain
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES or not isinstance(chain.members[0], Name):
        return None
    right = chain.members[1]
    told = isinstance(right, Group) and right.open == r"\{" and bool(right.separators) and right.separators[0] == "|"
    return right.items[1:] if isinstance(right, Group) and told else None


def _valued(condition: tuple[t.Node, ...]) -> set[str]:
    """The letters of what has indices or arguments in a condition; a bare letter is an index."""
    found = set()
    for x in (x for part in condition for x in t.walk(part)):
        if isinstance(x, Name) and x.scripts:
            found.add(x.base)
        elif isinstance(x, t.Product):
            heads = (a.body for a, b in zip(x.factors, x.factors[1:], strict=False) if b.joined)
            found |= {a.base for a in heads if isinstance(a, Name)}
    return found
