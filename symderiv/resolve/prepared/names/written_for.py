r"""Functions that a page writes without their arguments: `We write $g_i$ for $g_i(y_i)$`, beside `g_i(\xi) = ..`.

The bare name is the value there, and has a definition of its own: that of the function with this argument. It is told
apart, for the function still stands before other arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, with_statements
from ...spelled.shape import APART
from ..arguments.arrays_shown import applied_in, defined_with, kind_of
from ..said_in_place import gaps_of, has_values, value_alone

WRITE = lazily(
    r"\b(?:we|us|simply|just|also|often|shall|will|to)\s+(?:simply\s+|just\s+)?(?:write|abbreviate)\s*\Z|\bwrite\s*\Z",
    re.I,
)
"""Words before the bare name,"""
FOR = lazily(r"\s*(?:for|instead\s+of|in\s+place\s+of|to\s+mean|as\s+short\s+for|as\s+a\s+shorthand\s+for)\s*", re.I)
"""and between it and what it is."""


def with_values_written_for(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, a definition of each such name behind that of its function; what says so is gone."""
    found = list(located)
    for bare, value, numbers in list(_said(found, blocks)):
        at = _definition(found, bare, value)
        if at is None:
            continue
        number, place, s = at
        for n in numbers:
            display, f = found[n]
            assert isinstance(f, Formula)
            found[n] = display, replace(f, statements=())
        found = with_statements(found, partial(_renamed, bare))
        display, f = found[number]
        assert isinstance(f, Formula)
        made = _valued(s, bare, value)
        statements = (*f.statements[: place + 1], made, *f.statements[place + 1 :])
        found[number] = display, replace(f, statements=statements)
    return found


def _said(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[Name, Group, list[int]]]:
    """The bare name, the arguments that are meant, and by which formulas it is said."""
    gaps = gaps_of(located, blocks) if has_values(located) else []
    for (n, before), (m, between) in pairwise(gaps):
        if m < 0 or not WRITE.search(before) or not FOR.fullmatch(between):
            continue
        bare, value = value_alone(located[n]), value_alone(located[m])
        if isinstance(bare, Name) and isinstance(value, Product) and len(value.factors) == 2:
            applied = [group for name, _, group in applied_in(value) if name == bare]
            if applied:
                yield bare, applied[0], [n, m]


def _definition(located: Sequence[Located], bare: Name, value: Group) -> tuple[int, int, Statement] | None:
    """What says of letters what the function is, in the same letters of indices, if one statement does."""
    found = []
    for n, (_, f) in enumerate(located):
        for k, s in enumerate(f.statements if isinstance(f, Formula) else ()):
            head = defined_with(s.chain)
            if head is not None and head[0] == bare and len(head[1].items) == len(value.items):
                found.append((n, k, s, head[1]))
    if len(found) != 1:
        return None
    number, place, s, group = found[0]
    letters = [i for i in group.items if isinstance(i, Name) and not i.scripts]
    bound = {y.base for x in t.of_kind(s, t.BigSum) for item in x.below for y in t.of_kind(item, Name)}
    inner = {y.base for i in value.items for y in t.of_kind(i, Name)}
    if len(letters) != len(group.items) or len(set(letters)) != len(letters) or bound & inner:
        return None
    return number, place, s


def _valued(s: Statement, bare: Name, value: Group) -> Statement:
    """The definition of the bare name: that of the function, the arguments in the place of its letters."""
    head = defined_with(s.chain)
    assert head is not None
    put = dict(zip(head[1].items, value.items, strict=True))

    def change(x: Any) -> Node | None:
        return put.get(x) if isinstance(x, Name) else None

    members = (_in_font(bare), *(rebuilt(m, change) for m in s.chain.members[1:]))
    conditions = tuple(rebuilt(c, change) for c in s.conditions)
    return replace_statement(s, chain=replace(s.chain, members=members), conditions=conditions)


def _renamed(bare: Name, s: Statement) -> Statement:
    """The statement with the bare name in its font, wherever it is not applied."""
    applied = {id(x.factors[n - 1].body) for x in t.of_kind(s, Product) for _, n, _ in applied_in(x)}

    def change(x: Any) -> Node | None:
        same = isinstance(x, Name) and id(x) not in applied and kind_of(x) == kind_of(bare)
        return _in_font(x) if same else None

    found: Statement = rebuilt(s, change)
    return found


def _in_font(x: Name) -> Name:
    return replace(x, font=APART)
