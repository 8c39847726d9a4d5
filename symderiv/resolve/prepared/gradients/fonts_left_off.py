r"""Gradients by a name that is typed in another font than in the network: `\nabla_{\Omega_1} J` beside
`\boldsymbol{\Omega}_1`.

A line differentiates by what the network has. Where a name stands nowhere but below derivatives, and one name of the
network is the same but for its font, that one is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Nabla, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements


def _has_any(s: Statement) -> bool:
    return any(True for _ in _taken_by(s))


@where(_has_any)
def with_fonts_as_in_network(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the names below their derivatives in the font of the network."""
    statements = [s for f in read_of(located) for s in f.statements]
    below = [x for s in statements for x in _taken_by(s)]
    places = {id(x) for x in below}
    there = [x for s in statements for x in t.of_kind(s, Name) if id(x) not in places]
    bases = {x.base for x in below}
    known: dict[Name, set[Name]] = {}
    for x in there:
        if x.base in bases:
            known.setdefault(_plain(x), set()).add(x)
    meant: dict[Name, str] = {}
    for x in below:
        others = known.get(_plain(x), set())
        if len(others) == 1 and x not in others:
            meant[x] = next(iter(others)).font
    if not meant:
        return list(located)

    def named(x: Any) -> Node | None:
        return replace(x, font=meant[x]) if isinstance(x, Name) and x in meant else None

    def changed(s: Statement) -> Statement:
        found: Statement = rebuilt(s, named)
        return found

    return with_statements(located, changed)


def _plain(x: Name) -> Name:
    return replace(x, font="") if x.font else x


def _taken_by(s: Statement) -> list[Name]:
    """The names that stand for what derivatives and gradients are taken by."""
    found = [w.body for x in t.of_kind(s, Derivative) for w in x.wrt if isinstance(w.body, Name)]
    scripts = (x.by for x in t.of_kind(s, Nabla) if x.by is not None)
    return found + [e for script in scripts for e in script.entries if isinstance(e, Name)]
