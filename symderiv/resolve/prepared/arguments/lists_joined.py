r"""Arguments in braces: `\ell{\left(\beta, \alpha\right)}` is `\ell(\beta, \alpha)`, for nothing multiplies a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements


def _has_list(s: Statement) -> bool:
    return any(_apart(a, b) for x in t.of_kind(s, Product) for a, b in zip(x.factors, x.factors[1:], strict=False))


@where(_has_list)
def with_lists_joined(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such lists right behind their names."""

    def change(x: object) -> Node | None:
        if not isinstance(x, Product) or not any(map(_apart, x.factors, x.factors[1:])):
            return None
        pairs = zip((None, *x.factors), x.factors, strict=False)
        factors = (replace(b, joined=True) if a is not None and _apart(a, b) else b for a, b in pairs)
        return replace(x, factors=tuple(replace(f, body=rebuilt(f.body, change)) for f in factors))

    return with_statements(located, lambda s: rebuilt(s, change))


def _apart(a: Factor, b: Factor) -> bool:
    listed = isinstance(b.body, Group) and b.body.open == "(" and len(b.body.items) > 1
    return listed and not b.joined and not b.operator and isinstance(a.body, Name)
