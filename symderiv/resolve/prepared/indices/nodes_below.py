r"""Nodes below what belongs to them: `p_j = f(net_{p_j})`, `\delta_{p_j} = \partial E/\partial net_{p_j}`.

The p below is no index, since `p_j` is computed, and from `net_{p_j}` itself: it says whose net it is, and the j is its
index. So `net_{p_j}` is the j-th entry of `net_p`. Nor is the `h_t` of `\delta_{h_t} = \partial E/\partial h_t` one,
for nobody differentiates by an index: `\delta_{h_{t-1}}` and `\delta_{h_t,i}` belong to h, too, but what stands below
other names, or other values below this one, may be looked up. The whole of such entries has no indices, in any font:
`\boldsymbol{\delta_z}` and `\boldsymbol{\delta}_{\mathbf{z}}` beside `\delta_{z_i} = \partial E/\partial z_i`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, is_index, transposes
from ...spelled.shape import Stem, is_mark, named, stem_of
from ..arrays.wholes_in_bold import is_bold, without_bold

Owner: TypeAlias = tuple[Stem, Stem]
"""A name, and whose it is where that stands below it."""


def _tells(s: Statement) -> bool:
    return _computed(s) is not None or any(True for _ in _explained(s.chain))


@where(_tells)
def with_nodes_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a name for what belongs to each of such nodes."""
    statements = [s for f in read_of(located) for s in f.statements]
    counting = {x.base for s in statements for x in _counting(s)}
    nodes = {p for s in statements if (p := _computed(s)) is not None and p[0] not in counting}
    summed = {stem_of(x) for s in statements for x in counted(s)}
    owned = {x for s in statements for x in _explained(s.chain) if x[1] not in summed}
    named_so = _Naming(frozenset(nodes), frozenset(owned), frozenset(_of_entries(statements, owned)))
    return with_statements(located, lambda s: rebuilt(s, named_so)) if nodes or owned else list(located)


@dataclass(frozen=True, slots=True)
class _Naming:
    """What a name is that has one of the nodes below, or one that it is the derivative by."""

    nodes: frozenset[Stem]
    owned: frozenset[Owner]
    wholes: frozenset[Owner]

    def __call__(self, x: Any) -> Node | None:
        node = _node(x) if isinstance(x, Name) else None
        if isinstance(x, Name) and node is not None and stem_of(node) in self.nodes:
            return replace(x, base=f"({x.base}_{{{node.base}}})", scripts=_with_indices(x, node))
        name = _with_entries_inside(x)
        whole = _whole(x) if isinstance(x, Name) else None
        if whole is not None and whole.owned in self.wholes:
            return whole.renamed()
        belongs = _belonging(name) if name is not None else None
        if name is None or belongs is None or (stem_of(name), stem_of(belongs.owner)) not in self.owned:
            return None
        return belongs.renamed(name)


def _computed(s: Statement) -> Stem | None:
    """The node that a statement computes from what carries it below."""
    left = s.chain.members[0]
    if not isinstance(left, Name) or left.primes or not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return None
    if not _has_node(s):
        return None
    used = (x for m in s.chain.members[1:] for x in t.of_kind(m, Name) if not x.primes)
    belonging = (y for x in used if stem_of(x) != stem_of(left) and (y := _node(x)) is not None)
    return stem_of(left) if any(stem_of(y) == stem_of(left) and _same(y, left) for y in belonging) else None


@some(Name)
def _has_node(x: Name) -> bool:
    return _node(x) is not None


def _node(x: Name) -> Name | None:
    """The node below a name, with its indices."""
    below = [s for s in x.scripts if not s.above]
    node = below[0].entries[0] if len(below) == 1 and len(below[0].entries) == 1 else None
    if not isinstance(node, Name) or node.primes or len(node.scripts) != 1 or node.scripts[0].above:
        return None
    return node if all(map(is_index, node.scripts[0].entries)) else None


def _same(node: Name, left: Name) -> bool:
    """Does a node have the indices below that it has on the left side?"""
    return node.scripts[0].entries == tuple(e for s in left.scripts if not s.above for e in s.entries)


def _with_indices(x: Name, node: Name) -> tuple[Script, ...]:
    """The scripts of a name with the indices of the node in the place of the node."""
    return tuple(s if s.above else replace(node.scripts[0], span=s.span) for s in x.scripts)


def _counting(s: Statement) -> Iterator[Name]:
    """The letters that number something: those of sums, and those that are all of an index."""
    yield from (h for h in counted(s) if isinstance(h, Name))
    entries = (e for x in t.of_kind(s, Script) for e in x.entries)
    yield from (e for e in entries if isinstance(e, Name) and not e.scripts)


def counted(s: Statement) -> Iterator[Name]:
    """What sums run over."""
    for x in t.of_kind(s, t.BigSum):
        heads = (b.members[0] if isinstance(b, Chain) else b for b in x.below)
        yield from (h for h in heads if isinstance(h, Name))


# ---------------------------------------------------------------------------------------- derivatives by what is below


@dataclass(frozen=True, slots=True)
class _Belonging:
    r"""The h below `\delta_{h_t,i}^T`, the indices `t, i` below and those above that both have, and what else stands
    above the name: a mark or a power."""

    owner: Name
    indices: tuple[Script, ...]
    above: tuple[Script, ...]

    @property
    def alone(self) -> Name:
        """The owner with all of these indices."""
        return replace(self.owner, scripts=self.indices)

    def renamed(self, x: Name) -> Node:
        """The name of what belongs to it, with these indices."""
        thin = x.font in BOLD_FONTS and self.owner.font in BOLD_FONTS
        whose = named(replace(self.owner, scripts=(), font="" if thin else self.owner.font)).spelled
        name = replace(x, base=f"({x.base}_{{{whose}}})", scripts=self.indices)
        if not self.above or all(not s.above for s in self.indices):
            return replace(name, scripts=(*self.indices, *self.above))
        return Scripted(Group("(", (name,), ")", (), x.span), self.above, 0, x.span)


def _with_entries_inside(x: object) -> Name | None:
    r"""A name; that of an entry, `\delta_{h_t,i}`, for `(\delta_{h_t})_i` and `{\delta_{h_t}}_i`."""
    if isinstance(x, Name):
        return x
    group = x.base if isinstance(x, Scripted) and isinstance(x.base, Group) and not x.primes else None
    whole = group.items[0] if group is not None and group.open in ("(", "{") and len(group.items) == 1 else None
    if not isinstance(x, Scripted) or not isinstance(whole, Name) or len(whole.scripts) != 1 or whole.scripts[0].above:
        return None
    below = [s for s in x.scripts if not s.above]
    if len(below) != 1:
        return None
    joined = replace(whole.scripts[0], entries=(*whole.scripts[0].entries, *below[0].entries), commas=True)
    return replace(whole, scripts=(joined, *(s for s in x.scripts if s.above)), span=x.span)


def _belonging(x: Name) -> _Belonging | None:
    """The name with indices that stands first below a name, where it is no index itself."""
    below = [s for s in x.scripts if not s.above]
    first = below[0].entries[0] if len(below) == 1 else None
    if not isinstance(first, Name) or not first.scripts or first.primes or x.primes:
        return None
    inner = {s.above: s for s in first.scripts}
    rest, above = below[0].entries[1:], tuple(s for s in x.scripts if s.above)
    if any(isinstance(e, Name) and e.scripts for e in rest) or (True in inner and not all(map(_is_apart, above))):
        return None
    under = inner.get(False)
    entries = (*(under.entries if under is not None else ()), *rest)
    commas = below[0].commas if rest else under is not None and under.commas
    placed = (Script(False, entries, "", commas and len(entries) > 1, span=below[0].span),) if entries else ()
    return _Belonging(first, (*placed, *(s for s in first.scripts if s.above)), above)


@dataclass(frozen=True, slots=True)
class _Whole:
    r"""The `\boldsymbol{\delta}_{\mathbf{z}}^T` of `\delta_{z_i}`: the name with its mark, and its owner, not bold."""

    name: Name
    owner: Name

    @property
    def owned(self) -> Owner:
        """Which entries these are."""
        return stem_of(self.name), stem_of(self.owner)

    def renamed(self) -> Name:
        """The name that the entries have, without their indices."""
        return replace(self.name, base=f"({self.name.base}_{{{named(self.owner).spelled}}})")


def _whole(x: Name) -> _Whole | None:
    """A name with one name below that has no indices, and nothing above but the mark of a transpose."""
    below = entries_below(x)
    owner = below[0] if len(below) == 1 else None
    if not isinstance(owner, Name) or owner.scripts or owner.primes or x.primes:
        return None
    above = tuple(s for s in x.scripts if s.above)
    thin = replace(without_bold(x), scripts=above)
    return _Whole(thin, without_bold(owner)) if all(map(transposes, above)) else None


def _of_entries(statements: Sequence[Statement], owned: Set[Owner]) -> Iterator[Owner]:
    """Names with an owner below that have one index or more below it each time, and no bold letter."""
    names = [x for s in statements for x in t.of_kind(s, Name)]
    found: dict[Owner, bool] = {}
    for x in names:
        belongs = _belonging(x)
        if belongs is not None and (key := (stem_of(x), stem_of(belongs.owner))) in owned:
            plain = not (is_bold(x) or is_bold(belongs.owner)) and all(not s.above for s in belongs.indices)
            thin = stem_of(without_bold(x)), stem_of(without_bold(belongs.owner))
            found[thin] = found.get(thin, True) and plain and key == thin
    yield from (key for key, plain in found.items() if plain)


def _is_apart(s: Script) -> bool:
    """Is what stands above a name with such an owner a transpose, or a power by a number?"""
    only = s.entries[0] if len(s.entries) == 1 and not s.bracket else None
    return only is not None and (is_mark(only) or isinstance(only, t.Number))


def _explained(c: Chain) -> Iterator[Owner]:
    """The names in a chain of equations that are the derivative by what stands below them."""
    if not c.relations or not EQUALITIES.issuperset(c.relations):
        return
    names = [x for m in c.members if (x := _with_entries_inside(m)) is not None]
    by = [x for m in c.members if (x := _taken_by(m)) is not None]
    for x in names if by else ():
        belongs = _belonging(x)
        if belongs is not None and any(_is_entry(belongs, y) for y in by):
            yield stem_of(x), stem_of(belongs.owner)


def _taken_by(x: Node) -> Name | None:
    """The name by which a member is the derivative of something, but for its sign."""
    body = x.terms[0].body if isinstance(x, t.Terms) and len(x.terms) == 1 else x
    by: Node | None = None
    if isinstance(body, t.Derivative) and body.order == 1 and len(body.wrt) == 1 and not body.direct:
        by = body.wrt[0].body
    elif isinstance(body, t.Nabla) and body.order == 1 and body.by is not None and len(body.by.entries) == 1:
        by = body.by.entries[0]
    return by if isinstance(by, Name) and not by.primes else None


def _is_entry(belongs: _Belonging, by: Name) -> bool:
    """Is a derivative taken by the owner with the indices that the name has?"""
    marks = all(is_mark(e) for s in belongs.above for e in s.entries)
    above = () if marks or any(s.above for s in belongs.indices) else belongs.above
    return stem_of(by) == stem_of(belongs.owner) and _places((*belongs.indices, *above)) == _places(by.scripts)


def _places(scripts: Sequence[Script]) -> dict[bool, tuple[Node, ...]]:
    """What stands above and below."""
    return {s.above: s.entries for s in scripts}
