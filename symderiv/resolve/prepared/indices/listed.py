r"""Arrays that carry their indices in parentheses: the features `\phi(s, a) \in \mathbb{R}^d` of a state and an action.

Where a page sums over a letter in such a place (`\sum_b e^{\phi(s, b)^T \theta}`), and the letters there are never
values, they are indices: `\phi_{s,a}`, or, beside entries `\phi_i(s, a)`, `\phi^{(s,a)}` and `\phi_i^{(s,a)}`. Pages
without arrays are none of this; there every name is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import is_mention
from ....latex.tree import BigSum, Chain, Group, Name, Node, Product, Script, Scripted
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import has_below
from ...spelled.shape import Stem, is_mark, letter_of, stem_of

Use: TypeAlias = tuple[Name, Group, tuple[Script, ...]]
"""A name, the list behind it, and what stands above that."""


def _lists_vectors(s: t.Statement) -> bool:
    products = t.of_kind(s, Product)
    turned = any(_is_turned(above) for x in products for _, _, above in _uses(x).values())
    return turned or any(map(_behind_turned, products))


@where(_lists_vectors)
def with_lists_as_indices(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such lists as scripts."""
    formulas = read_of(located)
    uses = [use for f in formulas for x in t.of_kind(f, Product) for use in _uses(x).values()]
    behind = any(_behind_turned(x) for f in formulas for x in t.of_kind(f, Product))
    if not behind and not any(_is_turned(above) for _, _, above in uses):
        return list(located)
    alone = {id(s.chain.members[0]) for f in formulas for s in f.statements if is_mention(s)}  # `in state $s$`
    names = [x for f in formulas for x in t.of_kind(f, Name) if id(x) not in alone]
    within = [x for _, group, _ in uses for i in group.items for x in t.of_kind(i, Name)]
    bounds = [x for f in formulas for s in t.of_kind(f, BigSum) for c in s.below for x in t.of_kind(c, Name)]
    ranged = [x for f in formulas for x in _ranged(f)]
    known = {id(x) for x in (*within, *bounds, *ranged)}
    values = {letter_of(x) for x in names if id(x) not in known}
    summed = {
        letter_of(c.members[0] if isinstance(c, Chain) else c)
        for f in formulas
        for s in t.of_kind(f, BigSum)
        for c in s.below
    }
    groups: dict[Stem, list[Group]] = {}
    for name, group, _ in uses:
        groups.setdefault(stem_of(name), []).append(group)
    counts = {k: sum(stem_of(x) == k for x in names) for k in groups}
    found = {k for k, gs in groups.items() if counts[k] == len(gs) and _are_indices(gs, summed - {None}, values)}
    entered = {stem_of(name) for name, _, _ in uses if has_below(name)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        here = {n: use for n, use in _uses(x).items() if stem_of(use[0]) in found}
        if not here:
            return None
        factors: list[t.Factor] = []
        for n, f in enumerate(x.factors):
            if n - 1 in here:
                continue
            body = _indexed(here[n], stem_of(here[n][0]) in entered) if n in here else rebuilt(f.body, change)
            factors.append(replace(f, body=body))
        return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

    return with_statements(located, lambda s: rebuilt(s, change) if found else s)


def _uses(x: Product) -> dict[int, Use]:
    """The names of a product right before a list in parentheses, by their places."""
    found: dict[int, Use] = {}
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        body, above = (b.body.base, b.body.scripts) if isinstance(b.body, Scripted) else (b.body, ())
        if b.joined and isinstance(a.body, Name) and isinstance(body, Group) and body.open == "(" and body.items:
            found[n] = (a.body, body, above)
    return found


def _is_turned(above: tuple[Script, ...]) -> bool:
    return any(s.above and len(s.entries) == 1 and is_mark(s.entries[0]) for s in above)


def _behind_turned(x: Product) -> bool:
    r"""Does a list of several stand right behind a transpose, `\theta^T \phi(s, a)`?"""
    return any(
        n > 0 and len(group.items) > 1 and isinstance(a := x.factors[n - 1].body, Name) and _is_turned(a.scripts)
        for n, (_, group, _) in _uses(x).items()
    )


def _ranged(f: t.Formula) -> Iterator[Name]:
    """The letters of which a formula says what they run over, `a = 1, \\dots, A` or `a \\in \\mathcal{A}`."""
    for s in f.statements:
        for c in (s.chain, *s.conditions):
            if c.relations in (("=",), (r"\in",)) and (c.relations == (r"\in",) or isinstance(c.members[1], t.Listing)):
                yield from t.of_kind(c.members[0], Name)


def _are_indices(groups: Sequence[Group], summed: set[str | None], values: set[str | None]) -> bool:
    """Are the lists equally long, of letters that are no values, one of which is summed over somewhere?"""
    letters = [[letter_of(i) for i in g.items] for g in groups]
    alike = len({len(row) for row in letters}) == 1
    plain = all(x is not None and x not in values for row in letters for x in row)
    return alike and plain and any(x in summed for row in letters for x in row)


def _indexed(use: Use, taken: bool) -> Node:
    """The name with its list: below it, or, where that place is taken, above."""
    name, group, above = use
    span = (name.span[0], group.span[1])
    script = Script(taken, group.items, "(" if taken else "", len(group.items) > 1, True, span)
    if not taken and not name.scripts:
        return replace(name, scripts=(script, *above), span=span)
    whole = replace(name, scripts=(*name.scripts, script), span=span)
    return Scripted(Group("(", (whole,), ")", (), span), above, 0, span) if above else whole
