r"""Total and partial derivatives side by side.

Where a side of an equation is a derivative with a d, and a sum beside it has that of the same by the same with
`\partial`, as in `\frac{dL}{dx} = \frac{\partial L}{\partial x} + \frac{\partial L}{\partial y} \frac{dy}{dx}`, the
curly one is the direct effect, as `\partial^+` is, on the whole page. Elsewhere both signs mean the same.

In such a line the curly ones beside total ones are direct, too, as the second factor of `\frac{dL}{dy_k} \frac{\partial
y_k}{\partial x}`. Where y is made of x through one name alone, as in `y_k = g(e_k)`, it is the derivative by that name
times the direct effect on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Derivative, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import stem_of

CURLY = r"\partial"
CAUSE = "a partial derivative beside the total one, of what nothing defines"
HINT = "write what it is made of: `L = x y`"
FORMULA = "a partial derivative of a formula, on a page that tells partial derivatives from total ones"
NAME_IT = "give the formula a name"
Pair: TypeAlias = tuple[Node, Node]


def _pair(x: Derivative) -> Pair | None:
    """What is differentiated once, and what by."""
    if x.order != 1 or len(x.wrt) != 1 or x.of is None or x.direct:
        return None
    return x.of, x.wrt[0].body


def _pairs(x: Node, *, curly: bool) -> set[Pair]:
    found = (d for d in t.of_kind(x, Derivative) if (d.symbol == CURLY) == curly)
    return {p for d in found if (p := _pair(d)) is not None}


def _told_apart(s: Statement) -> Iterator[Pair]:
    r"""What a line takes both derivatives of: the one with a d is a side, the other a term of a sum beside it."""
    members = s.chain.members
    whole = {p for m in members if isinstance(m, Derivative) and m.symbol != CURLY and (p := _pair(m)) is not None}
    terms = [x.body for m in members if isinstance(m, t.Terms) and len(m.terms) > 1 for x in m.terms]
    if whole:
        yield from whole.intersection(p for x in terms for p in _pairs(x, curly=True))


def _tells(s: Statement) -> bool:
    return any(True for _ in _told_apart(s))


@where(_tells)
def with_totals_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with direct effects for such derivatives of names that it defines.

    What nothing defines has no direct effect that could be compared: nobody can read such a member.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    made = {stem_of(x) for s in statements if (x := _defined(s)) is not None}
    every = {p for s in statements for p in _told_apart(s)}
    apart = {p for p in every if isinstance(p[0], Name) and stem_of(p[0]) in made}

    def change(x: Any) -> Node | None:
        if isinstance(x, Derivative) and x.symbol == CURLY and _pair(x) in apart:
            return replace(x, direct=True)
        return None

    made_by = chains_of_definitions(statements)

    def beside(m: Node, by: set[Node]) -> Node:
        unknown = not (every - apart).isdisjoint(_pairs(m, curly=True))
        return t.Misfit(CAUSE, HINT, span=m.span) if unknown else _beside_totals(m, by, made_by)

    def told(s: Statement) -> Statement:
        by = {x for _, x in _told_apart(s)}
        members = (_of_formulas(m, apart) or beside(m, by) for m in s.chain.members)
        changed: Statement = rebuilt(replace_statement(s, chain=replace(s.chain, members=tuple(members))), change)
        return changed

    return with_statements(located, told)


def _of_formulas(m: Node, apart: set[Pair]) -> t.Misfit | None:
    r"""What stands for a member with `\frac{\partial}{\partial x} L^2` where that of L is direct: is it of L^2, too?"""
    names, by = {of for of, _ in apart}, {x for _, x in apart}
    formulas = (of for of, x in _pairs(m, curly=True) if x in by and of not in names)
    met = any(x in names or _unraised(x) in names for of in formulas for x in t.of_kind(of, Name))
    return t.Misfit(FORMULA, NAME_IT, span=m.span) if met else None


def _unraised(x: Name) -> Name:
    """A name without a number above it."""
    kept = tuple(s for s in x.scripts if not s.above or not all(isinstance(e, t.Number) for e in s.entries))
    return replace(x, scripts=kept)


def _beside_totals(m: Node, by: set[Node], made_by: Sequence[t.Chain]) -> Node:
    """A member of such a line, in which derivatives by the same beside total ones are direct."""
    terms = m.terms if isinstance(m, t.Terms) and by else ()
    open_ = False

    def change(x: Any) -> Node | None:
        nonlocal open_
        pair = _pair(x) if isinstance(x, Derivative) and x.symbol == CURLY else None
        if pair is None or pair[1] not in by:
            return None
        found = direct_effect(x, pair, made_by)
        open_ = open_ or (found is None and _goes_around(pair[0], made_by))
        return found

    found = [replace(a, body=rebuilt(a.body, change)) if _holds_total(a.body) else a for a in terms]
    if open_:
        return t.Misfit(CAUSE, HINT, span=m.span)
    return replace(m, terms=tuple(found)) if found and isinstance(m, t.Terms) else m


def _holds_total(x: Node) -> bool:
    return any(d.symbol != CURLY for d in t.of_kind(x, Derivative))


def direct_effect(x: Derivative, pair: Pair, made_by: Sequence[t.Chain]) -> Node | None:
    """The direct effect on a name, or on the one that it is made of; None where it is not clear how it is made."""
    head = _parted(pair[0])
    own = [
        c for c in made_by if (left := _parted(c.members[0])) is not None and head is not None and left[0] == head[0]
    ]
    by = _parted(pair[1])
    if len(own) != 1 or head is None or by is None:
        return None
    if by[0] in names_in(own[0].members[1]):
        return replace(x, direct=True)
    left = _parted(own[0].members[0])
    through = {e for e in _parts(own[0].members[1]) if left is not None and e[1] == left[1]}
    if len(through) != 1:
        return None
    between = _put(pair[0], next(iter(through))[0])
    first = replace(x, wrt=(replace(x.wrt[0], body=between),))
    return t.Product((t.Factor("", first), t.Factor("", replace(x, of=between, direct=True))), x.span)


def _goes_around(x: Node, made_by: Sequence[t.Chain]) -> bool:
    """Is a name made of others of its kind, so that a total derivative has paths through these?"""
    own = _parted(x)
    seen, todo = set[Name](), [own[0]] if own is not None else []
    while todo:
        name = todo.pop()
        for c in made_by:
            left = _parted(c.members[0])
            if left is not None and left[0] == name:
                more = names_in(c.members[1]) - seen
                seen |= more
                todo += more
    return own is not None and own[0] in seen


def _parted(x: Node) -> tuple[Name, object] | None:
    """The name without indices and what stands on it, in scripts or in parentheses."""
    if isinstance(x, Name):
        return replace(x, scripts=(), span=(0, 0)), x.scripts
    if isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined and isinstance(x.factors[0].body, Name):
        return replace(x.factors[0].body, span=(0, 0)), x.factors[1].body
    return None


def _parts(x: object) -> Iterator[tuple[Name, object]]:
    """The names in a formula with what stands on them, in scripts or right behind: the `e(n)` of `g(e(n))`."""
    if isinstance(x, Name):
        yield replace(x, scripts=(), span=(0, 0)), x.scripts
    elif isinstance(x, t.Product):
        for n, f in enumerate(x.factors):
            behind = x.factors[n + 1 : n + 2]
            if isinstance(f.body, Name) and not f.body.scripts and behind and behind[0].joined:
                yield replace(f.body, span=(0, 0)), behind[0].body
            else:
                yield from _parts(f.body)
    elif isinstance(x, t.Tree) and not isinstance(x, t.Script):
        for part in t.parts(x):
            yield from _parts(part)


def names_in(x: Node) -> set[Name]:
    """The names in a formula without what stands on them."""
    return {name for name, _ in _parts(x)}


def _put(x: Node, name: Name) -> Node:
    """An entry with another name before its indices."""
    if isinstance(x, Name):
        return replace(name, scripts=x.scripts, span=x.span)
    assert isinstance(x, t.Product)
    first = replace(x.factors[0], body=replace(name, span=x.factors[0].body.span))
    return replace(x, factors=(first, *x.factors[1:]))


def _defined(s: Statement) -> Name | None:
    """The name on the left of an equation without derivatives."""
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations[:1] == ("=",) and not _derives(s) else None


def chains_of_definitions(statements: Sequence[Statement]) -> list[t.Chain]:
    """The equations that may say what a name is made of."""
    return [c for s in statements if (c := s.chain).relations[:1] == ("=",) and _is_made(s)]


def _is_made(s: Statement) -> bool:
    """Is it an equation without derivatives, that gives more than a number?"""
    return not _derives(s) and not isinstance(s.chain.members[1], t.Number)


def _derives(s: Statement) -> bool:
    return bool(t.of_kind(s.chain, Derivative))
