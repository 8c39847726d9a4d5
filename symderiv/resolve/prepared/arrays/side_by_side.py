r"""Products without a sign that words call those by entries, of all vectors: `b_F s` is `b_F \odot s`.

Between two factors that are no matrices and not transposed, `\odot` is written then. A capital is a matrix; so is what
has one before it, until something is multiplied by entries: `W b s` is left as it stands, it may be `W (b s)`.
A line that then does not fit is unreadable and not wrong (`shapes.placing`): words leave open what is multiplied first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block, Prose
from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...located import Located, with_statements
from ...shapes.untold import CAPITAL
from ...spelled.shape import is_mark
from ...told.vectors_multiplied import tells


def _is_side_by_side(s: Statement) -> bool:
    return any(_joins(a, b) for x in t.of_kind(s, Product) for a, b in pairwise(x.factors))


@where(_is_side_by_side)
def with_vectors_side_by_side(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with `\odot` between such factors."""
    if not any(tells(b.text) for b in blocks if isinstance(b, Prose)):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        after_matrix, signed = False, False
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            body = rebuilt(f.body, change)
            joins = before is not None and _joins(before, f) and not after_matrix
            signed |= joins
            factors.append(replace(f, operator=r"\odot", body=body) if joins else replace(f, body=body))
            after_matrix = (after_matrix and not f.operator) or _is_matrix(f.body)
        same = not signed and all(a.body is b.body for a, b in zip(factors, x.factors, strict=True))
        return x if same else replace(x, factors=tuple(factors))

    return with_statements(located, lambda s: rebuilt(s, change))


def _joins(a: Factor, b: Factor) -> bool:
    """Do two factors stand side by side, neither of them a matrix, a row, or a number by its form?"""
    return not b.operator and not b.joined and _may_be_column(a.body) and _may_be_column(b.body)


def _may_be_column(x: Node) -> bool:
    if isinstance(x, Scripted):
        return not _is_turned(x) and _may_be_column(x.base)
    if isinstance(x, Name):
        return not (_is_turned(x) or _is_matrix(x))
    return isinstance(x, t.Call) or (isinstance(x, Group) and x.open in ("(", "[", "{") and len(x.items) == 1)


def _is_turned(x: Name | Scripted) -> bool:
    return any(s.above and not s.bracket and any(map(is_mark, s.entries)) for s in x.scripts)


def _is_matrix(x: Node) -> bool:
    """Is it a capital, or a parenthesis with one alone?"""
    inner = x.base if isinstance(x, Scripted) else x
    return (
        isinstance(inner, Name)
        and CAPITAL.fullmatch(inner.base) is not None
        and (not inner.font or inner.font in BOLD_FONTS)
    )
