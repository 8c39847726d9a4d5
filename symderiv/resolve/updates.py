r"""Update rules: `w \leftarrow w - \eta \frac{\partial E}{\partial w}` says what is done with a gradient.

Such a link defines nothing and claims nothing about the network; it is told and left out. Links after it are judged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..latex import tree as t
from ..latex.tree import Formula, Statement
from ..notation import EQUALITIES, RATES


def is_update(formula: Formula, statement: Statement) -> bool:
    r"""Is it an arrow, a left side that stands on the right again (`w := w - \eta ..`), or a change (`\Delta w = ..`)?

    With a plain sign only where a derivative stands on the right, or a rate (`w = w - \alpha \sum_n ..`): `a = a + x`
    is an equation, and a circle.
    """
    chain = statement.chain
    if not chain.relations:
        return False
    if chain.relations[0] == r"\leftarrow":
        return True
    left, right = chain.members[:2]
    again = (
        isinstance(left, (t.Name, t.Scripted))
        and isinstance(right, t.Terms)
        and _typed(formula, left) == _typed(formula, right.terms[0].body)
    )
    if again and (chain.relations[0] == ":=" or (chain.relations[0] in EQUALITIES and _has_rate(right))):
        return True
    if chain.relations[0] not in EQUALITIES or _differentiates(left) or not _differentiates(right):
        return False
    return _is_change(left) or again


def _has_rate(x: t.Node) -> bool:
    """Does the second of two terms begin with a letter for a rate?"""
    if not isinstance(x, t.Terms) or len(x.terms) != 2 or not isinstance(x.terms[1].body, t.Product):
        return False
    first = x.terms[1].body.factors[0].body
    return isinstance(first, t.Name) and first.base in RATES and not first.scripts


def tells_arguments(formula: Formula, statement: Statement) -> bool:
    r"""Does it only say on what something depends: `E = E(y_1, \dots, y_n)`?"""
    chain = statement.chain
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES:
        return False
    left, right = chain.members
    if not isinstance(left, t.Name) or not isinstance(right, t.Product) or len(right.factors) != 2:
        return False
    called, group = right.factors[0].body, right.factors[1]
    names = isinstance(group.body, t.Group) and group.joined and group.body.open == "("
    return names and isinstance(called, t.Name) and _typed(formula, left) == _typed(formula, called)


def after_first(chain: t.Chain) -> t.Chain:
    r"""The links after the first: of `\Delta w = -\eta \frac{\partial E}{\partial w} = -\eta \delta x` the second."""
    return replace(
        chain,
        members=chain.members[1:],
        relations=chain.relations[1:],
        relation_spans=chain.relation_spans[1:],
    )


def behind_changes(statement: Statement, rewrite: Callable[[Statement], Statement]) -> Statement:
    r"""The statement rewritten; in an update rule only what stands behind `\Delta W =`, of which nothing is claimed."""
    chain = statement.chain
    if len(chain.members) < 3 or not _is_change(chain.members[0]) or not _differentiates(chain.members[1]):
        return rewrite(statement)
    new = rewrite(replace(statement, chain=after_first(chain)))
    whole = replace(
        new.chain,
        members=(chain.members[0], *new.chain.members),
        relations=(chain.relations[0], *new.chain.relations),
        relation_spans=(*chain.relation_spans[:1], *new.chain.relation_spans),
    )
    return replace(new, chain=whole)


def _differentiates(x: t.Node) -> bool:
    return bool(t.of_kind(x, t.Derivative) or t.of_kind(x, t.Nabla))


def _is_change(x: t.Node) -> bool:
    if not isinstance(x, t.Product) or len(x.factors) != 2:
        return False
    first = x.factors[0].body
    return isinstance(first, t.Name) and first.base == r"\Delta" and not first.scripts


def _typed(formula: Formula, x: t.Node) -> str:
    start, end = x.span
    return "".join(formula.source.text[start:end].split())
