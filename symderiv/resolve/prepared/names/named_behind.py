r"""Names told behind a formula: `a^t = \tanh(W x^t + U h^{t-1}) = \tanh(\hat{a}^t)` says what `\hat{a}^t` is.

The same function stands twice, once of a formula and once of a name that nothing defines: the name is that formula; so
is one in the place of which the next member has a formula (`in_place`). A name that other definitions use may be given
(a target, say), unless the page differentiates by it, or they only apply that function to it. So is a name what
stands before it at the end of a chain about a derivative, `\partial J/\partial z = y - t = \delta`, where its letter
stands in no definition and nothing is differentiated by it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.statement_forms import definition_beside, inside_of
from ....latex.tree import (
    BigSum,
    Call,
    Chain,
    Derivative,
    Formula,
    Group,
    Nabla,
    Name,
    Node,
    Number,
    Product,
    Script,
    Statement,
)
from ...asked import where
from ...located import Located, read_of
from ..applied import arguments_of
from .in_place import told_in_place

Key: TypeAlias = tuple[object, ...]
Found: TypeAlias = tuple[Name, Node]
DERIVATIVES = (Derivative, Nabla)
KRONECKER = frozenset([r"\delta", "I"])


def _may_tell(s: Statement) -> bool:
    return _at_end(s) is not None or next(iter(_named(s)), None) is not None


@where(_may_tell)
def with_names_told_behind(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, before such a chain the definition that it implies."""
    statements = [s for f in read_of(located) for s in f.statements]
    first: dict[Key, Statement] = {}  # the first statement about each name is its definition
    letters: dict[Key, dict[Node, Statement]] = {}  # or the first with each letter, where these tell layers apart
    indices = _indices(located)
    for s in statements:
        left = s.chain.members[0]
        key = _key(_head(left), indices)
        if key is not None and s.chain.relations[:1] in (("=",), (":=",)):
            first.setdefault(key, s)
            letters.setdefault(key, {}).setdefault(left, s)
    chosen = [*first.values(), *(s for found in letters.values() for s in _layers(found))]
    told = {id(s): definition_beside(s, *found) for s, found in _arguments(located, first, chosen, indices)}
    told |= {id(s): definition_beside(s, *found) for s, found in _ends(located)}
    if not told:
        return list(located)
    return [(display, f if isinstance(f, ReadError) else _with(f, told)) for display, f in located]


def _layers(found: dict[Node, Statement]) -> list[Statement]:
    r"""The statements about the units of other layers, each made of units of the one before:
    `o_j = f(\sum_i w_{ij} o_i) = f(net_j)`, `o_k = f(\sum_j w_{jk} o_j) = f(net_k)`."""
    return [s for left, s in list(found.items())[1:] if any(x in found and x != left for x in t.of_kind(s, Name))]


def _head(x: Node) -> Node:
    """The L of `L(w)`, else what it is."""
    called = isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined
    return x.factors[0].body if called and isinstance(x, Product) else x


def _arguments(
    located: Sequence[Located], first: dict[Key, Statement], chosen: Sequence[Statement], indices: frozenset[Node]
) -> Iterator[tuple[Statement, Found]]:
    varied = {_key(x, indices) for x in _varied(located)}
    behind = {name for s in chosen for name, _ in _named(s)}
    for s in chosen:
        for name, body in _named(s):
            functions = {f for x in s.chain.members if (f := _function_of(x, name)) is not None}
            others = (x for other in chosen if other is not s for x in _outside(other, functions) if x not in behind)
            key = _key(name, indices)
            free = key in varied or name.accents or all(_key(x, indices) != key for x in others)
            if key not in first and free:
                yield s, (name, body)


def _function_of(x: Node, name: Name) -> str | None:
    """The letter of the function that is applied to a name."""
    found = _applied(x) if isinstance(x, Product) else None
    head = _head(x)
    return head.base if found is not None and found[1] == name and isinstance(head, Name) else None


def _outside(s: Statement, functions: Collection[str]) -> Iterator[Name]:
    r"""The names of a statement, those apart to which one of the functions is applied, or its derivative, `f'(z_k)`:
    the argument of that function is no target."""
    inside = {
        id(group.items[0])
        for x in t.of_kind(s, Product)
        for a, b in pairwise(x.factors)
        if isinstance(a.body, Name) and a.body.base in functions and (group := arguments_of(b)) is not None
    }
    yield from (x for x in t.of_kind(s, Name) if id(x) not in inside)


def _indices(located: Sequence[Located]) -> frozenset[Node]:
    """The letters of which a sum, a range or a step, `t - 1`, shows that they are indices; others may be labels."""
    found: set[Node] = set()
    for f in read_of(located):
        for x in t.walk(f):
            if isinstance(x, BigSum):
                found |= {y for b in x.below for y in t.walk(b) if isinstance(y, Name)}
            elif isinstance(x, Script):
                found |= {y for e in x.entries if not isinstance(e, Name) for y in t.walk(e) if isinstance(y, Name)}
            elif isinstance(x, Chain) and (set(x.relations) - {"=", ":="} or t.of_kind(x, t.Listing)):
                found |= {m for m in x.members if isinstance(m, Name)}
    return frozenset(found)


def _ends(located: Sequence[Located]) -> Iterator[tuple[Statement, Found]]:
    statements = [s for f in read_of(located) for s in f.statements]
    told = [
        s
        for s in statements
        if not isinstance(s.chain.members[0], DERIVATIVES) or set(s.chain.relations) - {"=", r"\in"}
    ]
    used = {x.base for s in told for x in t.walk(s) if isinstance(x, Name)}
    used |= {x.base for x in _varied(located) if isinstance(x, Name)}
    seen: set[Key | None] = set()
    for s in statements:
        found = _at_end(s)
        if found is not None and found[0].base not in used and (key := _key(found[0])) not in seen:
            seen.add(key)
            yield s, found


def _varied(located: Sequence[Located]) -> Iterator[Node]:
    """What the page differentiates by."""
    for f in read_of(located):
        for x in t.walk(f):
            if isinstance(x, Derivative):
                yield from (w.body for w in x.wrt)


def _with(f: Formula, told: dict[int, Statement]) -> Formula:
    if not any(id(s) in told for s in f.statements):
        return f
    found: list[Statement] = []
    for s in f.statements:
        found += [told[id(s)], s] if id(s) in told else [s]
    return replace(f, statements=tuple(found))


def _named(s: Statement) -> Iterator[tuple[Name, Node]]:
    """The names that stand where the member before, or behind, has a formula under the same function."""
    if s.struck or any(r not in ("=", ":=") for r in s.chain.relations):
        return
    for a, b in pairwise(s.chain.members[1:]):
        for told in (told_in_place(a, b), told_in_place(b, a)):
            if told is not None and not isinstance(a, Name) and not isinstance(b, Name) and _alone(told[0], s):
                yield told
    applied = [_applied(m) for m in s.chain.members[1:]]
    for one, two in pairwise(applied):
        if one is None or two is None or one[0] != two[0]:
            continue
        for name, body in ((one[1], two[1]), (two[1], one[1])):
            if isinstance(name, Name) and not isinstance(body, (Name, Number)) and _once(name, s):
                yield name, body


def _at_end(s: Statement) -> Found | None:
    """The name at the end of a chain about a derivative, and what stands before it; a Kronecker delta is no name."""
    members, relations = s.chain.members, s.chain.relations
    if relations[-1:] == (r"\in",):  # `.. = \delta \in \mathbb{R}^n`
        members, relations = members[:-1], relations[:-1]
    if s.struck or len(members) < 3 or any(r != "=" for r in relations):
        return None
    name, body = members[-1], members[-2]
    derivative = isinstance(members[0], DERIVATIVES) and not isinstance(body, (Name, Number))
    if not derivative or not isinstance(name, Name) or not _once(name, s):
        return None
    entries = [e for x in name.scripts for e in x.entries]
    return (name, body) if len(entries) < 2 or name.base not in KRONECKER else None


def _once(name: Name, s: Statement) -> bool:
    key = _key(name)
    return sum(isinstance(x, Name) and _key(x) == key for x in t.walk(s.chain)) == 1


def _alone(name: Name, s: Statement) -> bool:
    """Does its letter stand once in the chain?"""
    return sum(isinstance(x, Name) and (x.base, x.accents) == (name.base, name.accents) for x in t.walk(s.chain)) == 1


def _applied(x: Node) -> tuple[object, Node] | None:
    """A function of one argument and what it is applied to."""
    if isinstance(x, Call) and len(x.args) == 1:
        return (x.function, x.scripts, x.primes), inside_of(x.args[0])
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined and isinstance(x.factors[0].body, Name):
        group = x.factors[1].body
        if isinstance(group, Group) and group.open in "([{" and len(group.items) == 1:
            return x.factors[0].body, group.items[0]
    return None


def _key(x: Node, indices: frozenset[Node] | None = None) -> Key | None:
    r"""A name without its letters: what tells `z^{(1)}_j` from `z^{(2)}_j`, and not `z_j` from `z_k`.

    With `indices` the letters that are none are kept: `\Gamma_r` and `\Gamma_u` are two.
    """
    if not isinstance(x, Name):
        return None

    def kept(e: Node) -> str:
        label = indices is not None and isinstance(e, Name) and not e.scripts and e not in indices
        return e.text if isinstance(e, Number) else e.base if label and isinstance(e, Name) else "#"

    entries = tuple((s.above, tuple(map(kept, s.entries))) for s in x.scripts)
    return (x.base, x.accents, x.font, x.primes, tuple(sorted(entries)))
