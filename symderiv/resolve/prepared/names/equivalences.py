r"""Equations with the sign of identity: `\phi(x) \equiv w^T x` is read like `\phi(x) = w^T x`.

A congruence is none, nor is `i \equiv 0`, whose modulus may stand in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Chain, Derivative, Name, Node, Number, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements
from ...spelled.shape import letter_of

IDENTITY = r"\equiv"


def _is_identity(x: Any) -> bool:
    if not isinstance(x, Chain) or IDENTITY not in x.relations or r"\pmod" in x.relations:
        return False
    return letter_of(x.members[0]) is None or not isinstance(x.members[-1], Number)


def _has_one(s: Statement) -> bool:
    return any(map(_is_identity, of_kind(s, Chain)))


def _has_d(x: Node) -> bool:
    return any(n.base[0] == "d" for n in of_kind(x, Name)) and not of_kind(x, Derivative)


@where(_has_one)
def with_equivalences_as_equations(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with equations for identities."""

    def change(x: Any) -> Any:
        if not _is_identity(x):
            return None
        # a name behind a d is what may be named so: an identity would be said of a derivative
        first = ":=" if _has_d(x.members[0]) else "="
        relations = tuple((first if n == 0 else "=") if r == IDENTITY else r for n, r in enumerate(x.relations))
        return replace(x, members=rebuilt(x.members, change), relations=relations)

    return with_statements(located, lambda s: rebuilt(s, change))
