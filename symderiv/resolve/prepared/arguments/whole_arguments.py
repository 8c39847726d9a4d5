r"""Arrays as arguments of one another: `P_t(W) = S_t(g(W))`, `C(W) = C(P(W))`, where `$a = g(W)$` and S is made of a.

What stands in parentheses then only shows on what a value depends, and is left out, where the page says that it is the
same value whatever is shown: `g(W)` is the array g, for g is made of W; `C(W) = C(P(W))` says of C that of W it is what
it is of P, and nothing else; and `a = g(W)` that what is made of a is that of g. With another array, or where nothing
says so, it may be another value, and all arguments of that name stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.tree import Chain, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for

ANY: Stem = ("", (), "")
"""In the place of an argument: it is not shown."""


@dataclass(slots=True)
class Page:
    """What a page says of its names: the arrays, what each is made of, which arrays are the same, of which a name is
    the same value, what it is shown with, and what its definition shows."""

    arrays: set[Stem]
    made: dict[Stem, set[Stem]] = field(default_factory=dict)
    same: dict[Stem, Stem] = field(default_factory=dict)
    alike: dict[Stem, list[set[Stem]]] = field(default_factory=dict)
    shown: dict[Stem, set[Stem | None]] = field(default_factory=dict)
    heads: dict[Stem, set[Stem]] = field(default_factory=dict)

    def array(self, x: Node) -> Stem | None:
        """The array that an argument is, the g of `g(W)`; None for anything else."""
        if isinstance(x, Name):
            return stem_of(x) if _is_letter(x) and stem_of(x) in self.arrays else None
        applied = applied_alone(x)
        if applied is None or not _is_letter(applied[0]) or len(applied[1].items) != 1:
            return None
        name, inner = stem_of(applied[0]), self.array(applied[1].items[0])
        return name if name in self.arrays and inner is not None and inner in self.made.get(name, ()) else None

    def first(self, x: Stem) -> Stem:
        """Of arrays that are the same, the one that is told by entries."""
        seen = {x}
        while x in self.same and self.same[x] not in seen:
            x = self.same[x]
            seen.add(x)
        return x

    def is_one_value(self, name: Stem) -> bool:
        """Is it the same value whatever it is shown with?"""
        shown = self.shown.get(name, set())
        forms = {self.first(x) for x in shown if x is not None and x != ANY}
        if None in shown or not forms or len(set(map(self.first, self.heads.get(name, ())))) > 1:
            return False  # `a(q) = ..` and `a(r) = ..` are two
        if ANY in shown and not self.heads.get(name) and not forms <= set(map(self.first, self.made.get(name, ()))):
            return False
        for pair in self.alike.get(name, []):
            both = {self.first(x) for x in pair}
            forms = forms - both | {min(both)} if forms & both else forms
        return len(forms) == 1


def _is_letter(x: Name) -> bool:
    """Is it a letter as it is? `x'` is another value than x."""
    return letter_of(x) is not None and not x.primes


def _composes(s: Statement) -> bool:
    """Is an argument itself a name that is applied?"""
    groups = (g for x in t.of_kind(s, Product) for _, g in before_parentheses(x))
    return any(applied_alone(i) is not None for g in groups for i in g.items)


@where(_composes)
def with_whole_arguments_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    formulas = read_of(located)
    if not any(_composes(s) for f in formulas for s in f.statements):
        return list(located)
    page = _page(located, formulas)
    dropped = {name for name in page.shown if page.is_one_value(name)}

    def value(name: Name, group: Group) -> Node | None:
        whole = stem_of(name) in dropped and len(group.items) == 1 and page.array(group.items[0])
        return name if whole else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    def without(s: Statement) -> Statement:
        if (found := _of_itself(s.chain)) is not None and found[0] in dropped:
            s = replace(s, chain=replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=()))
        changed: Statement = rebuilt(s, change)
        return changed

    return with_statements(located, without) if dropped else list(located)


def _page(located: Sequence[Located], formulas: Sequence[Formula]) -> Page:
    """What a page says."""
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    page = Page({stem_of(x) for x in names if any(not s.above for s in x.scripts)})
    told = (f for d, f in located if isinstance(f, Formula) and not is_doubted(d.before, d.after))
    said = [s.chain for f in told for s in f.statements]
    said = [c for c in said if EQUALITIES & {*c.relations[:1]}]
    for c in said:
        _note_definition(page, c)
    for c in said:
        left, right = c.members[0], c.members[1]
        name, array = stem_of(left) if isinstance(left, Name) and not left.scripts else None, page.array(right)
        if name in page.arrays and len(c.members) == 2 and array is not None and name not in page.made:
            assert name is not None
            page.same[name] = array
        found = _of_itself(c)
        if found is not None and None not in (pair := {page.array(x) for x in found[1]}):
            page.alike.setdefault(found[0], []).append({x for x in pair if x is not None})
    for f in formulas:
        for name, shown in _shown(f, page):
            page.shown.setdefault(name, set()).add(shown)
    return page


def _note_definition(page: Page, c: Chain) -> None:
    """Of what the entries of an array are made, and which arrays its definition shows."""
    left = c.members[0]
    applied = applied_alone(left)
    head = applied[0] if applied is not None else left
    if not isinstance(head, Name) or _of_itself(c) is not None or (applied is None and not head.scripts):
        return
    shown = {stem_of(i) for i in applied[1].items if isinstance(i, Name)} if applied is not None else set()
    inside = {stem_of(x) for m in c.members[1:] for x in t.of_kind(m, Name)} & page.arrays
    page.made.setdefault(stem_of(head), set()).update(inside | shown)
    page.heads.setdefault(stem_of(head), set()).update(shown)


def _of_itself(c: Chain) -> tuple[Stem, list[Node]] | None:
    """The name and the arguments of `C(W) = C(P(W))`."""
    if len(c.members) != 2 or not EQUALITIES & {*c.relations}:
        return None
    left, right = map(applied_alone, c.members)
    if left is None or right is None or left[0] != right[0] or len(left[1].items) != 1 or len(right[1].items) != 1:
        return None
    return stem_of(left[0]), [left[1].items[0], right[1].items[0]]


def _shown(x: object, page: Page) -> Iterator[tuple[Stem, Stem | None]]:
    """Every value with what it is shown with; None for what is no array. Arguments are no values."""
    if isinstance(x, Name):
        yield stem_of(x), ANY
        return
    behind: dict[int, Group] = {}
    if isinstance(x, Product):
        behind = {id(name): group for name, group in before_parentheses(x)}
        for name, group in before_parentheses(x):
            array = page.array(group.items[0]) if len(group.items) == 1 else None
            multiplied = array is None and len(group.items) == 1 and _may_be_a_factor(group.items[0], page)
            yield stem_of(name), ANY if multiplied else array
            for i in group.items:
                yield from _shown(i, page) if multiplied or not isinstance(i, Name) else ()
    groups = {id(g) for g in behind.values()}
    for part in t.parts(x):
        body = part.body if isinstance(part, t.Factor) else part
        if not isinstance(part, t.Script) and id(body) not in behind and id(body) not in groups:
            yield from _shown(part, page)


def _may_be_a_factor(x: Node, page: Page) -> bool:
    """May a parenthesis be one, the `(h(x) - y)` of `\\alpha (h(x) - y)`? Not around a name, applied or alone."""
    return not isinstance(x, Name) and applied_alone(x) is None and not any(_are_wholes(x, page))


def _are_wholes(x: object, page: Page) -> Iterator[bool]:
    """For each value in a parenthesis, whether it may be a whole array: then it is no factor."""
    if isinstance(x, Name):
        yield stem_of(x) in page.arrays and all(s.above for s in x.scripts)
    elif not isinstance(x, t.Script):
        for part in t.parts(x):
            yield from _are_wholes(part, page)
