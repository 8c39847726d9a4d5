r"""Cases that ask whether something is in a set: `\begin{cases} a & (u, i) \in K \\ b & \text{otherwise} \end{cases}`.

That is `[(u, i) \in K] a + (1 - [(u, i) \in K]) b`, with the indicator of the set (`members`). The second case is all
others, or denies the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import ONE, CaseRow, Cases, Chain, Factor, Group, Indicator, Node, Number, Product, Statement, Term
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements
from .membership import set_of

ASKING = (r"\in",), (r"\notin",)


def _has_cases(s: Statement) -> bool:
    return any(_asked(x) is not None for x in t.of_kind(s, Cases))


@where(_has_cases)
def with_cases_of_members(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with indicators for such cases."""
    return with_statements(located, lambda s: rebuilt(s, _change) if _has_cases(s) else s)


def _asked(x: Cases) -> tuple[Chain, Node, Node] | None:
    """What is asked, the value of elements, and that of all others."""
    if len(x.rows) != 2:
        return None
    one, other = x.rows
    c = _membership(one)
    if c is None:
        return None
    denied = _membership(other)
    if not other.otherwise and (denied is None or denied.members != c.members or denied.relations == c.relations):
        return None
    values = (one.value, other.value) if c.relations == ASKING[0] else (other.value, one.value)
    return replace(c, relations=ASKING[0]), *values


def _membership(row: CaseRow) -> Chain | None:
    """The only condition of a row, where it asks whether something is in a set that has a name."""
    c = row.conditions[0] if len(row.conditions) == 1 and not row.in_words else None
    return c if isinstance(c, Chain) and c.relations in ASKING and set_of(c.members[1]) is not None else None


def _change(x: Any) -> Node | None:
    told = _asked(x) if isinstance(x, Cases) else None
    if told is None:
        return None
    chain, inside, outside = told
    indicator: Node = Indicator((chain,), chain.span)
    rest = Group("(", (t.Terms((Term("", ONE), Term("-", indicator)), chain.span),), ")", span=chain.span)
    parts = [(indicator, inside), (rest, outside)]
    terms = [Term("+", _times(f, rebuilt(v, _change))) for f, v in parts if not _is_zero(v)]
    if not terms:
        return Number("0", x.span)
    first = replace(terms[0], sign="")
    made = first.body if len(terms) == 1 else t.Terms((first, *terms[1:]), x.span)
    return Group("(", (made,), ")", span=x.span)


def _is_zero(x: Node) -> bool:
    return isinstance(x, Number) and not x.text.strip("0.")


def _times(factor: Node, value: Node) -> Node:
    if value == ONE:
        return factor
    span = getattr(value, "span", (0, 0))
    return Product((Factor("", factor), Factor("", Group("(", (value,), ")", span=span))), span)
