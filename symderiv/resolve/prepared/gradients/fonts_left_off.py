r"""Gradients by a name that is typed in another font than in the network: `\nabla_{\Omega_1} J` beside
`\boldsymbol{\Omega}_1`; derivatives of a small letter in a font without any, `\partial \mathcal{y_i}` beside `y_i`.

A line differentiates by what the network has. Where a name stands nowhere but below derivatives, and one name of the
network is the same but for its font, that one is meant. Above derivatives another font may be another name,
`\mathbf{y}` for all of the y; but `\mathcal` and `\mathscr` have capitals only, so a small letter in them slipped in,
unless it stands anywhere else, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Nabla, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements

CAPITALS_ONLY = frozenset(["mathcal", "mathscr"])
"""Fonts without small letters."""


@some(Name)
def _has_font(x: Name) -> bool:
    return bool(x.font)


@where(_has_font)
def with_fonts_as_in_network(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the names of their derivatives in the font of the network."""
    statements = [s for f in read_of(located) for s in f.statements]
    below = [x for s in statements for x in _in_derivatives(s)]
    if not below:
        return list(located)
    places = {id(x) for x in below}
    there = [x for s in statements for x in t.of_kind(s, Name) if id(x) not in places]
    bases = {x.base for x in below}
    in_fonts = {(x.base, x.font) for x in there}
    known: dict[Name, set[Name]] = {}
    for x in there:
        if x.base in bases:
            known.setdefault(_plain(x), set()).add(x)
    meant: dict[Name, str] = {}
    for x in below:
        others = known.get(_plain(x), set())
        if len(others) == 1 and x not in others and not (_slipped(x) and (x.base, x.font) in in_fonts):
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


def _in_derivatives(s: Statement) -> list[Name]:
    """The names below derivatives, and those above in small letters of a font that has none."""
    above = (x.of for x in t.of_kind(s, Derivative))
    return _taken_by(s) + [x for x in above if isinstance(x, Name) and _slipped(x)]


def _slipped(x: Name) -> bool:
    """Is it a small letter in a font that has none?"""
    return x.font in CAPITALS_ONLY and x.base.islower()


def _taken_by(s: Statement) -> list[Name]:
    """The names that stand for what derivatives and gradients are taken by."""
    found = [w.body for x in t.of_kind(s, Derivative) for w in x.wrt if isinstance(w.body, Name)]
    scripts = (x.by for x in t.of_kind(s, Nabla) if x.by is not None)
    return found + [e for script in scripts for e in script.entries if isinstance(e, Name)]
