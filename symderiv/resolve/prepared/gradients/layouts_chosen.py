r"""Derivatives of which words of a page leave open how they stand, in a layout that is chosen: lines that are the same
in each are judged, others not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Derivative, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import ACROSS, BY_MATRICES, BY_VECTORS, LAID, MIRRORED, OF_NUMBERS, SETTLED, TURNED
from ...chosen import BY_COLUMNS, SHAPED, TRANSPOSED, Layouts
from ...located import Located, read_of, with_statements

OPEN = frozenset([BY_VECTORS, BY_MATRICES, OF_NUMBERS, SHAPED, TRANSPOSED])


def with_layouts_chosen(located: Sequence[Located], layouts: Layouts) -> Sequence[Located]:
    """The formulas with derivatives in the layouts that are chosen; the kinds of which that was asked are told.

    >>> layouts = Layouts(frozenset([BY_MATRICES]))
    >>> with_layouts_chosen([], layouts), layouts.open
    ([], set())
    """
    found = {mark for f in read_of(located) for x in of_kind(f, Derivative) for mark in x.layout & OPEN}
    if not found:
        return located if layouts.anyway is None else _all_turned(located, layouts.anyway)
    layouts.open |= found

    def change(x: Any) -> Derivative | None:
        if not isinstance(x, Derivative) or not x.layout & OPEN:
            return None
        return replace(_chosen(x, x.layout & OPEN, layouts.turned), of=rebuilt(x.of, change))

    def changed(s: Statement) -> Statement:
        made: Statement = rebuilt(s, change)
        return made

    return with_statements(located, changed)


def _all_turned(located: Sequence[Located], kinds: frozenset[str]) -> Sequence[Located]:
    """The formulas of a page without words about layouts with derivatives of some kinds transposed."""
    more = {TURNED} if BY_MATRICES in kinds else set()
    more |= {SETTLED} if OF_NUMBERS in kinds or BY_COLUMNS in kinds else set()

    def change(x: Any) -> Derivative | None:
        if not isinstance(x, Derivative) or more <= x.layout:
            return None
        return replace(x, layout=x.layout | more, row=OF_NUMBERS in kinds, of=rebuilt(x.of, change))

    def changed(s: Statement) -> Statement:
        made: Statement = rebuilt(s, change)
        return made

    return with_statements(located, changed)


def _chosen(x: Derivative, doubted: frozenset[str], turned: frozenset[str] | None) -> Derivative:
    told = x.layout - OPEN
    if TRANSPOSED in doubted and turned is None:
        x, told = replace(x, row=True), told | {SETTLED, MIRRORED}
    if turned is None:
        told -= {LAID, ACROSS} if BY_VECTORS in doubted else set()
        return replace(x, layout=told, unclear=x.unclear and OF_NUMBERS not in doubted)
    if BY_VECTORS in doubted:
        told = told - {LAID, ACROSS} | {ACROSS if BY_VECTORS in turned else LAID}
    if BY_MATRICES in doubted & turned:
        told |= {TURNED}
    if SHAPED in doubted:
        told |= {SETTLED}
    if OF_NUMBERS not in doubted:
        return replace(x, layout=told)
    told |= {SETTLED, MIRRORED} if OF_NUMBERS in turned else {SETTLED}
    return replace(x, layout=told, row=OF_NUMBERS in turned, unclear=False)
