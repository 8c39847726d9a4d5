r"""Nablas of functions that a page says to be diagonal: `\nabla \sigma(z) := \operatorname{diag}(\sigma'(z))`.

Nothing below tells by what such a nabla is taken: the line does, the argument. What it says is true of every function
that is applied entry by entry, so each such nabla of that function and argument is that matrix, whatever numbers their
layer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex.tree import Call, Chain, Factor, Group, Nabla, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import arguments_of

Applied: TypeAlias = tuple[Name, Name]
"""A function and its one argument."""


def _has_diagonal(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_diagonal)
def with_nablas_of_functions(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with these matrices for such nablas; the line that says so says no more."""
    told = {_stems(x) for f in read_of(located) for s in f.statements if (x := _told(s.chain)) is not None}

    def change(x: Any) -> Node | None:
        applied = _applied(x.of) if isinstance(x, Nabla) and x.by is None and x.order == 1 else None
        return _diagonal(x, *applied) if applied is not None and _stems(applied) in told else None

    def changed(s: Statement) -> Statement:
        if _has_diagonal(s):
            return replace(s, chain=Chain((s.chain.members[1],), (), (), s.chain.span))
        found: Statement = rebuilt(s, change)
        return found

    return with_statements(located, changed)


def _told(c: Chain) -> Applied | None:
    """The function and the argument of such an equation."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    applied = _applied(left.of) if isinstance(left, Nabla) and left.by is None and left.order == 1 else None
    if (
        applied is None
        or applied[0].primes
        or not isinstance(right, Call)
        or right.function != "diag"
        or len(right.args) != 1
    ):
        return None
    slope = _applied(right.args[0])
    return applied if slope == (replace(applied[0], primes=1), applied[1]) else None


def _applied(x: Node) -> Applied | None:
    r"""The `\sigma_l` and the `z_l` of `\sigma_l(z_l)`."""
    if not isinstance(x, Product) or len(x.factors) != 2:
        return None
    f, group = x.factors[0].body, arguments_of(x.factors[1])
    argument = group.items[0] if group is not None and group is x.factors[1].body and len(group.items) == 1 else None
    return (f, argument) if isinstance(f, Name) and isinstance(argument, Name) else None


def _stems(applied: Applied) -> tuple[Stem, int, Stem]:
    f, argument = applied
    return stem_of(f), f.primes, stem_of(argument)  # of `\sigma'` nothing is told


def _diagonal(x: Nabla, f: Name, argument: Name) -> Call:
    group = Group("(", (argument,), ")", span=argument.span)
    slope = Product((Factor("", replace(f, primes=1)), Factor("", group, joined=True)), span=x.of.span)
    return Call("diag", (slope,), span=x.span)
