r"""Names of nodes in parentheses, `\mathbf{a}(q) = \mathbf{W} \, \mathbf{vec}(y_1) + ..` beside `\mathbf{a}(r) = ..`.

A tree is written so: q and r are nodes, and name nothing else. The page is read with the node above the name, as a
label; a number at the node (`\mathbf{vec}(y_m)`) stands below it then. So it is where a name stands before such letters
wherever it stands, these letters stand nowhere else in equations, and some name is defined for two of them.

A letter for any node, `\delta(x) = \partial E/\partial \mathbf{a}(x)`, has the line written out for each: for those
that `x = q, r` lists, else, where the line names a derivative, for those for which the name behind it is defined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Call, Chain, Factor, Formula, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of

VECTORS = frozenset(["vec"])
"""Functions of matrices that name a vector where what they are applied to is a node."""
LIST = lazily(r"\s*([A-Za-z])\s*=\s*([A-Za-z](?:\s*,\s*[A-Za-z])+)\s*")
"""`x = q, r`, which is no equation."""
Listed: TypeAlias = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Use:
    """A name at a node, which may have a number; `behind` stands behind the parenthesis."""

    name: Name
    node: Name
    behind: tuple[Script, ...] = ()


def with_nodes_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the nodes above the names."""
    if not any_of(located, _begins_at_a_node):
        return list(located)
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations and _list(s.chain) is None]
    names, nodes = _names_and_nodes(said)
    defined = _defined(said, names)
    lists = {x: listed for _, (x, listed) in _lists(located) if x in nodes and nodes.issuperset(listed)}
    anyone = {**_named_for_any(said, names, defined), **lists}
    free = [set(_letters(s, names)) & anyone.keys() for s in said]
    if not any(len(own - anyone.keys()) > 1 for own in defined.values()) or any(len(x) > 1 for x in free):
        return list(located)
    left_out = {id(d) for d, (x, _) in _lists(located) if x in lists}
    change = partial(_above, names)

    def changed(s: Statement) -> Iterator[Statement]:
        found = _list(s.chain)
        if found is not None and found[0] in lists:
            return
        conditions = tuple(c for c in s.conditions if (x := _list(c)) is None or x[0] not in lists)
        s = s if len(conditions) == len(s.conditions) else replace(s, conditions=conditions)
        letter = next(iter(set(_letters(s, names)) & anyone.keys()), None)
        for one in (s,) if letter is None else (_at(s, letter, node) for node in anyone[letter]):
            yield rebuilt(one, change)

    def formula(f: Formula) -> Formula:
        found = _gathered([x for s in f.statements for x in changed(s)])
        same = len(found) == len(f.statements) and all(a is b for a, b in zip(found, f.statements, strict=True))
        return f if same else replace(f, statements=tuple(found))

    return [(d, f if isinstance(f, ReadError) else formula(f)) for d, f in located if id(d) not in left_out]


# ---------------------------------------------------------------------------------------------------------- what is met


def _uses(x: t.Tree) -> Iterator[_Use]:
    """All names that may be names of nodes, with what they are applied to."""
    for y in t.walk(x):
        if isinstance(y, Product):
            yield from (use for a, b in pairwise(y.factors) if (use := _of_pair(a, b)) is not None)
        elif isinstance(y, Call) and (use := _of_call(y)) is not None:
            yield use


def _of_pair(a: Factor, b: Factor) -> _Use | None:
    """A name that stands right before a parenthesis with a node."""
    name, whole = a.body, b.body
    group, behind = (whole.base, whole.scripts) if isinstance(whole, Scripted) and not whole.primes else (whole, ())
    if not isinstance(name, Name) or name.scripts or name.primes:
        return None
    if not b.joined or not isinstance(group, Group) or group.open != "(" or len(group.items) != 1:
        return None
    node = group.items[0]
    return _Use(name, node, behind) if isinstance(node, Name) and _is_node(node) else None


def _of_call(x: Call) -> _Use | None:
    node = x.args[0] if len(x.args) == 1 else None
    if x.function not in VECTORS or x.scripts or x.primes or not isinstance(node, Name) or not _is_node(node):
        return None
    return _Use(Name(x.function, font="mathbf", span=x.span), node)


def _is_node(x: Name) -> bool:
    """Is it a letter, with or without a number below?"""
    if x.accents or x.font or x.primes or len(x.base) != 1:
        return False
    return not x.scripts or (len(x.scripts) == 1 and not x.scripts[0].above and len(x.scripts[0].entries) == 1)


def _number(x: Name) -> t.Number | None:
    """The number of a node, the 1 of `h_1`."""
    entry = x.scripts[0].entries[0] if x.scripts else None
    return entry if isinstance(entry, t.Number) else None


def _begins_at_a_node(s: Statement) -> bool:
    return _left(s) is not None


def _left(s: Statement) -> _Use | None:
    """The name at a node, without a number, that an equation begins with."""
    left = s.chain.members[0]
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return None
    return next((u for u in _whole(left) if not u.behind and (not u.node.scripts or _number(u.node) is not None)), None)


def _whole(x: Node) -> Iterator[_Use]:
    """What a tree is, where it is nothing but a name at a node."""
    use = _of_call(x) if isinstance(x, Call) else None
    if isinstance(x, Product) and len(x.factors) == 2:
        use = _of_pair(*x.factors)
    if use is not None:
        yield use


def _names_and_nodes(said: Sequence[Statement]) -> tuple[frozenset[Stem], frozenset[str]]:
    """The names that always stand before nodes, and the letters that are nothing but nodes of these."""
    uses = [u for s in said for u in _uses(s)]
    met = [x for s in said for x in t.of_kind(s, Name)]
    calls = Counter(x.function for s in said for x in t.of_kind(s, Call))
    stems, letters = Counter(map(stem_of, met)), Counter(x.base for x in met)
    for function in VECTORS:
        stems[_stem(function)] = calls[function]
    names = {stem_of(u.name) for u in uses}
    nodes = {u.node.base for u in uses}
    while True:
        kept = [u for u in uses if stem_of(u.name) in names and u.node.base in nodes]
        own, at = Counter(stem_of(u.name) for u in kept), Counter(u.node.base for u in kept)
        fewer = {x for x in names if own[x] == stems[x]}, {x for x in nodes if at[x] == letters[x]}
        if fewer == (names, nodes):
            return frozenset(names), frozenset(nodes)
        names, nodes = fewer


def _stem(function: str) -> Stem:
    return stem_of(Name(function, font="mathbf"))


def _defined(said: Sequence[Statement], names: frozenset[Stem]) -> Mapping[Stem, set[str]]:
    """The nodes at which each name is defined."""
    found: dict[Stem, set[str]] = {}
    for left in filter(None, map(_left, said)):
        if stem_of(left.name) in names:
            found.setdefault(stem_of(left.name), set()).add(left.node.base)
    return found


def _letters(s: Statement, names: frozenset[Stem]) -> Iterator[str]:
    """The nodes without a number at which a statement has names."""
    yield from (x for u in _uses(s) if stem_of(u.name) in names and (x := letter_of(u.node)) is not None)


# ------------------------------------------------------------------------------------------------------------- any node


def _named_for_any(
    said: Sequence[Statement], names: frozenset[Stem], defined: Mapping[Stem, set[str]]
) -> dict[str, tuple[str, ...]]:
    r"""The x of `\delta(x) = \partial E/\partial a(x)`, with the nodes at which a is defined: not at x."""
    found: dict[str, tuple[str, ...]] = {}
    for s in said:
        left, right = _left(s), s.chain.members[-1]
        if (
            left is None
            or stem_of(left.name) not in names
            or not isinstance(right, t.Derivative)
            or len(right.wrt) != 1
        ):
            continue
        for by in _whole(right.wrt[0].body):
            own = defined.get(stem_of(by.name), set())
            if by.node == left.node and left.node.base not in own and own:
                found[left.node.base] = tuple(sorted(own))
    return found


def _list(c: Chain) -> Listed | None:
    r"""The x, and the q and r, of `x \in \{q, r\}`."""
    last = c.members[-1]
    if c.relations != (r"\in",) or not isinstance(last, Group) or last.open != r"\{" or len(last.items) < 2:
        return None
    x, items = letter_of(c.members[0]), tuple(letter for i in last.items if (letter := letter_of(i)) is not None)
    return (x, items) if x is not None and len(items) == len(last.items) else None


def _lists(located: Sequence[Located]) -> Iterator[tuple[Display | None, Listed]]:
    """The letters of which the page lists values, with the display that does nothing else."""
    for d, f in located:
        if isinstance(f, Formula):
            every = (c for s in f.statements for c in (s.chain, *s.conditions))
            yield from ((None, found) for c in every if (found := _list(c)) is not None)
        elif (m := LIST.fullmatch(d.latex)) is not None:
            yield d, (m[1], tuple(x.strip() for x in m[2].split(",")))


def _at(s: Statement, letter: str, node: str) -> Statement:
    """The statement at one node."""
    found: Statement = rebuilt(s, lambda x: replace(x, base=node) if letter_of(x) == letter else None)
    return found


# ------------------------------------------------------------------------------------------------------------ rewritten


def _above(names: frozenset[Stem], x: Any) -> Node | None:
    """A product or a call with the nodes above its names; None for anything else."""
    if isinstance(x, Call) and (use := _of_call(x)) is not None and stem_of(use.name) in names:
        return _named(use, x)
    if isinstance(x, Scripted) and isinstance(x.base, Call) and not x.primes and (use := _of_call(x.base)) is not None:
        return _named(replace(use, behind=x.scripts), x) if stem_of(use.name) in names else None
    if not isinstance(x, Product):
        return None
    factors: list[Factor] = []
    for before, f in zip((None, *x.factors), x.factors, strict=False):
        use = _of_pair(before, f) if before is not None else None
        if before is not None and use is not None and stem_of(use.name) in names:
            factors[-1] = replace(factors[-1], body=_named(use, f.body))
        else:
            factors.append(replace(f, body=rebuilt(f.body, partial(_above, names))))
    if len(factors) == len(x.factors):
        return None
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))


def _named(use: _Use, whole: Node) -> Node:
    """The name with the node above it, its number and an index below; a transpose stands outside."""
    span = (use.name.span[0], whole.span[1])
    label = Script(True, (t.Text(use.node.base, span=use.node.span),), "(", span=use.node.span)
    number = tuple(e for s in use.node.scripts for e in s.entries)
    below = (*number, *(e for s in use.behind if not s.above for e in s.entries))
    above = tuple(s for s in use.behind if s.above)
    scripts = (label, Script(False, below, "", len(below) > 1, True, span)) if below else (label,)
    named = replace(use.name, scripts=scripts, span=span)
    return Scripted(Group("{", (named,), "}", (), span), above, 0, span) if above else named


def _gathered(statements: Sequence[Statement]) -> list[Statement]:
    r"""Names that share what is behind the last one, `\mathbf{vec}(q), \mathbf{vec}(r) \in \mathbb{R}^D`."""
    found: list[Statement] = []
    for s in statements:
        before = found[-1].chain if found and s.separator == "," else None
        mine = s.chain.members[0]
        if before is not None and not before.relations and r"\in" in s.chain.relations and isinstance(mine, Name):
            names = [before.members[0]]
            found.pop()
            while found and not found[-1].chain.relations:
                names.insert(0, found.pop().chain.members[0])
            if all(isinstance(n, Name) for n in names):
                s = replace(s, chain=replace(s.chain, members=(t.Listing((*names, mine)), *s.chain.members[1:])))
        found.append(s)
    return found
