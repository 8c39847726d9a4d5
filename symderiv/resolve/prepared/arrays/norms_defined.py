r"""Norms whose value a page defines: `\|J_f(x)\|_F^2 = \sum_i \sum_j (\frac{\partial h_i}{\partial x_j})^2`.

Where what stands in such a norm stands nowhere else, nothing else says what it is: the norm is a name, power and all.
It stays a norm where the page writes it with another power or with another letter below it, or an index inside. One
with nothing but a power is named by that without this.

So is `\|w\|_2^2 = \sum_{j=1}^{D} w_j^2` beside `w = (w_j)` with a j that begins at 0: it leaves w_0 out and is no norm
of w, and that w begins at 1 it does not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shape import NORMS, label_of, shape_of, stem_of
from ...shapes.sizes import ranges_in
from ...stated import matrix_told
from ..applied import before_parentheses


def _defines(s: Statement) -> bool:
    return _defined(s) is not None


def _begins_at_one(s: Statement) -> bool:
    """Is it the definition of a norm by a sum from 1?"""
    sums = [x for m in s.chain.members[1:] for x in t.of_kind(m, t.BigSum)] if _defines(s) else []
    sizes = [size for x in sums for _, size in ranges_in(x)]
    return bool(sizes) and not any(size is None or isinstance(size, t.Listing) for size in sizes)


@where(_begins_at_one)
def with_norms_from_one(located: Sequence[Located], ranges: Sequence[Chain]) -> list[Located]:
    """The formulas of a page with a name for each norm that leaves the entry at 0 out."""
    statements = [s for f in read_of(located) for s in f.statements]
    from_zero = {x for c in ranges for x, size in ranges_in(c) if isinstance(size, t.Listing)}
    told = (m for s in statements if (m := matrix_told(s.chain)) is not None)
    wholes = {base for base, entry in told if _index(entry) in from_zero}
    named: dict[Node, Name] = {}
    for x in (x for s in statements if _begins_at_one(s) and (x := _defined(s)) is not None):
        inner = _alone(x)
        label = _label(x, inner) if isinstance(inner, Name) and _base(inner) in wholes else None
        if label is not None:
            named[x] = Name(label)
    groups = [x.base for x in named if isinstance(x, Scripted)]
    bare = sum(x in groups for s in statements for x in t.of_kind(s, Group))
    if not named or bare > sum(x in named for s in statements for x in t.of_kind(s, Scripted)):
        return list(located)  # another norm of the same name may be one

    def change(x: Any) -> Node | None:
        found = named.get(x) if isinstance(x, Scripted) else None
        return None if found is None else Name(found.base, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _base(x: Name) -> str | None:
    shape = shape_of(x)
    return shape.base if shape is not None and not shape.pieces else None


def _index(entry: Node) -> str | None:
    """The letter of the one index of an entry."""
    shape = shape_of(entry)
    return shape.letters[0] if shape is not None and len(shape.letters) == 1 else None


@where(_defines)
def with_norms_defined(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a name for each of them."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {x: inner for s in statements if (x := _defined(s)) is not None and (inner := _inner(x)) is not None}
    met = [stem_of(n) for s in statements for n in t.of_kind(s, Name)]
    letters = {x.base for s in statements for x in _numbering(s)}
    named: dict[Scripted, Name] = {}
    for x, inner in defined.items():
        uses = sum(y == x for s in statements for y in t.of_kind(s, Scripted))
        label = _label(x, inner)
        numbered = any(n.base in letters for script in inner.scripts for n in t.of_kind(script, Name))
        plain = inner == _alone(x) and not inner.scripts and all(s.above for s in x.scripts)
        if met.count(stem_of(inner)) == uses and not numbered and not plain and label is not None:
            named[x] = Name(label)

    def change(x: Any) -> Node | None:
        found = named.get(x) if isinstance(x, Scripted) else None
        return None if found is None else Name(found.base, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if named else list(located)


def _defined(s: Statement) -> Scripted | None:
    """The norm with scripts that an equation begins with."""
    left = s.chain.members[0]
    told = s.chain.relations and s.chain.relations[0] in EQUALITIES and not s.struck
    return left if told and isinstance(left, Scripted) and _inner(left) is not None else None


def _alone(x: Scripted) -> Node | None:
    """What stands alone between the bars."""
    return x.base.items[0] if isinstance(x.base, Group) and len(x.base.items) == 1 else None


def _inner(x: Scripted) -> Name | None:
    """The name of which it is a norm, also where it stands before arguments."""
    group = x.base
    if not isinstance(group, Group) or group.open not in NORMS or len(group.items) != 1 or x.primes:
        return None
    inner = group.items[0]
    if isinstance(inner, Product) and len(inner.factors) == 2:
        inner = next((name for name, _ in before_parentheses(inner)), inner)
    return inner if isinstance(inner, Name) else None


def _label(x: Scripted, inner: Name) -> str | None:
    """How the norm is called; None where what stands beside the bars is no number and no letter."""
    beside = [label_of(e) for s in sorted(x.scripts, key=lambda s: s.above) for e in s.entries]
    name = label_of(inner)
    return None if None in beside or name is None else rf"\|{name}\|{','.join(map(str, beside))}"


def _numbering(s: Statement) -> Iterator[Name]:
    """The letters over which a statement adds up."""
    for x in t.of_kind(s, t.BigSum):
        heads = (b.members[0] if isinstance(b, t.Chain) else b for b in x.below)
        yield from (h for h in heads if isinstance(h, Name))
