r"""Wholes of derivatives: `\partial C = (\partial c_j)` and `\frac{\partial E}{\partial C} = (\frac{\partial
E}{\partial c_j})` say that `C = (c_j)`.

So a sentence says it that lists the gradients and not what they are taken by; a display of it is a claim. Where the
page lists that too, such a sentence says no more; where the capital is anything else on the page, it is left as it is.
So it is with a sign that the page explains, `\delta \mathbf{y}^t = (\delta y_k^t)` beside `\delta y_k^t =
\partial L/\partial y_k^t`. Words that call such a list a row, `the row vector $\partial C = (\partial c_j)$`, say so
of these derivatives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Derivative, Formula, Group, Name, Node, Statement, Wrt
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES, SETTLED
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import Way
from ...shapes.rows_told import ways_told
from ...spelled.shape import stem_of
from ...stated import is_told_by_letter, whole_and_entry
from .deltas import explained_by_equations, signed

SIGNED = (r"\delta", "d")
"""Signs of derivatives that are not read before."""


def _says_whole(s: Statement) -> bool:
    return _told(s) is not None


def _may_say_whole(s: Statement) -> bool:
    return _says_whole(s) or any(_signed(s, sign) is not None for sign in SIGNED)


@where(_may_say_whole)
def with_wholes_of_derivatives(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with what such sentences say of the arrays by which they differentiate."""
    typed = [s for f in read_of(located) for s in f.statements]
    meant = {sign: of for sign in SIGNED if (of := _explained(typed, sign)) is not None}
    statements = [_written_out(s, meant) for s in typed]
    in_line = {id(s) for d, f in located if d.inline and isinstance(f, Formula) for s in f.statements}
    said = {_plain(s.chain) for s in statements if whole_and_entry(s.chain) is not None}
    rest = [s for s in statements if not _says_whole(s) and _plain(s.chain) not in said]
    below = {id(w.body) for s in rest for x in t.of_kind(s, Derivative) for w in x.wrt}
    elsewhere = {stem_of(x) for s in rest for x in t.of_kind(s, Name) if not x.scripts and id(x) not in below}
    scripted = {stem_of(x) for s in rest for x in t.of_kind(s, Name) if x.scripts and id(x) not in below}
    pairs = zip(typed, statements, strict=True)
    told = {_plain(c) for s, x in pairs if id(s) in in_line and (c := _told(x)) is not None}
    stems = [stem_of(c[0]) for c in told]

    def changed(s: Statement) -> Statement:
        c = _told(_written_out(s, meant)) if id(s) in in_line else None
        if c is None or stems.count(stem_of(_plain(c)[0])) > 1:
            return s
        whole = _plain(c)[0]
        if _plain(c) in said:
            return replace(s, chain=Chain((s.chain.members[0],), (), (), s.chain.span))
        others = {stem_of(x) for x, _ in said}
        if not _is_in_bold(*_plain(c)):
            others |= elsewhere | (scripted if whole.scripts else set())
        return s if stem_of(whole) in others else replace_statement(s, chain=c)

    found = with_statements(located, changed)
    lying = _lying(located, found)

    def settled(x: Any) -> Derivative | None:
        by = x.wrt[0].body if isinstance(x, Derivative) and len(x.wrt) == 1 and not x.layout else None
        return replace(x, layout=frozenset([SETTLED])) if isinstance(by, Name) and by in lying else None

    return with_statements(found, lambda s: rebuilt(s, settled)) if lying else found


def _lying(located: Sequence[Located], found: Sequence[Located]) -> set[Name]:
    """The arrays that stand nowhere but below derivatives, where words call these rows or columns with certainty."""
    ways = ways_told(found)
    sure = {n for n, way in ways.items() if way in (Way.ROW, Way.COLUMN) and found[n] is not located[n]}
    chains = [s.chain for n in sure if isinstance(f := found[n][1], Formula) for s in f.statements]
    return {x for c in chains if isinstance(x := c.members[0], Name)}


def _signed(s: Statement, sign: str) -> tuple[Name, Group, Name] | None:
    r"""The array, the list and the entry in it of `\delta \mathbf{y} = (\delta y_k)`."""
    left, right = s.chain.members if len(s.chain.members) == 2 else (None, None)
    if left is None or not isinstance(right, Group) or len(right.items) != 1:
        return None
    whole, entry = signed(left, sign), signed(right.items[0], sign)
    return None if whole is None or entry is None else (whole, right, entry)


def _explained(statements: Sequence[Statement], sign: str) -> Node | None:
    """The one thing whose derivatives a sign stands for, as equations explain it."""
    if all(_signed(s, sign) is None for s in statements):
        return None
    found = {*explained_by_equations([s.chain for s in statements], sign).values()}
    return found.pop() if len(found) == 1 else None


def _written_out(s: Statement, meant: Mapping[str, Node]) -> Statement:
    """The statement with derivatives for such a sign."""
    for sign, of in meant.items():
        if (found := _signed(s, sign)) is not None:
            whole, right, entry = found
            items = (Derivative(of, (Wrt(entry),), span=right.items[0].span),)
            left = Derivative(of, (Wrt(whole),), span=s.chain.members[0].span)
            return replace(s, chain=replace(s.chain, members=(left, replace(right, items=items))))
    return s


def _told(s: Statement) -> Chain | None:
    """What is said of the array."""
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES or s.conditions or s.struck:
        return None
    left, right = c.members
    entry = right.items[0] if isinstance(right, Group) and len(right.items) == 1 and right.open in ("(", "[") else None
    if not isinstance(left, Derivative) or not isinstance(entry, Derivative) or left.of is None or left.of != entry.of:
        return None
    if left.order != entry.order or left.order != 1 or len(left.wrt) != len(entry.wrt) or len(left.wrt) != 1:
        return None
    whole, part = left.wrt[0].body, entry.wrt[0].body
    if not isinstance(whole, Name) or not isinstance(part, Name) or not part.scripts:
        return None
    if whole.scripts and whole.scripts != tuple(x for x in part.scripts if x.above):
        return None
    assert isinstance(right, Group)
    found = replace(c, members=(whole, replace(right, items=(part,))))
    return found if is_told_by_letter(whole, part) and whole_and_entry(found) is not None else None


def _is_in_bold(whole: Name, entry: Name) -> bool:
    """Is it the letter of the entry in bold? It then is of these entries wherever it stands."""
    return whole.font in BOLD_FONTS and (whole.base, whole.accents) == (entry.base, entry.accents)


def _plain(c: Chain) -> tuple[Name, Name]:
    """The whole and the entry of such a chain, or what stands there in another."""
    found = whole_and_entry(c)
    whole, entry = found if found is not None else (Name(""), Name(""))
    return whole, entry if isinstance(entry, Name) else Name("")
