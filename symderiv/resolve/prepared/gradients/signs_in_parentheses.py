r"""Names of several letters in parentheses with their indices behind: `(dy)_i := \frac{\partial L}{\partial y_i}`.

A sign of changes and the name behind it are read as they are without the parentheses, `dy_i`, where a line of the page
begins with them and the sign stands nowhere but before something, and has no indices: then nothing says that it is an
array, whose product has entries of its own. Of any other product `:=` makes a name where its right side does not make
it of these factors, `(gy)_k := \frac{\partial L}{\partial y_k}`; `(Wx)_i := \sum_j W_{ij} x_j` says of the product what
it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import parts, rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.differentials import UPRIGHT

SIGNS = frozenset(["d", r"\Delta", r"\delta"])
FONTS = BOLD_FONTS | UPRIGHT | {""}


def _begins_so(s: Statement) -> bool:
    left = s.chain.members[0]
    return isinstance(left, Scripted) and _product(left) is not None and s.chain.relations[:1] != ()


@where(_begins_so)
def with_signs_outside(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such indices at the names, and with names for such products."""
    statements = [s for f in read_of(located) for s in f.statements]
    begun = [s for s in statements if _begins_so(s) and s.chain.relations[0] in EQUALITIES]
    products = dict.fromkeys(p for s in begun if (p := _product(s.chain.members[0])) is not None)
    moved = {p for p in products if _is_change(p) and not _is_array(p.factors[0].body, statements)}
    defined = {p for s in begun if (p := _product(s.chain.members[0])) is not None and _is_named(p, s)} - moved
    taken = {x.base for s in statements for x in t.of_kind(s, Name)}

    def change(x: Any) -> Node | None:
        if isinstance(x, Product):
            return replace(x, factors=tuple(y for pair in pairwise((None, *x.factors)) for y in spliced(*pair)))
        p = _product(x) if isinstance(x, Scripted) else None
        if p in moved:
            return _with_indices(x, p)
        if p not in defined or (base := _base(p)) in taken:
            return None
        return Name(base, (), "mathit", x.primes, x.scripts, x.span)

    def spliced(before: Factor | None, f: Factor | None) -> Iterator[Factor]:
        """The factors that one is; what stands right behind a bare name may be its argument."""
        assert f is not None
        name = before.body if before is not None and f.joined else None
        if isinstance(name, Name) and not name.scripts:
            yield f
            return
        found = rebuilt(f.body, change)
        if isinstance(found, Product):
            first, *others = found.factors
            yield replace(f, body=first.body, joined=False)
            yield from others
        else:
            yield replace(f, body=found, joined=f.joined and found == f.body)

    return with_statements(located, lambda s: rebuilt(s, change))


def _product(x: object) -> Product | None:
    """The bare names side by side in a parenthesis with indices below."""
    group = x.base if isinstance(x, Scripted) and not x.primes else None
    if not isinstance(x, Scripted) or not isinstance(group, Group) or group.open not in ("(", "["):
        return None
    inner = group.items[0] if len(group.items) == 1 else None
    if not isinstance(inner, Product) or all(s.above for s in x.scripts):
        return None
    bare = (isinstance(f.body, Name) and not (f.body.scripts or f.body.primes or f.operator) for f in inner.factors)
    return inner if all(bare) else None


def _is_change(x: Product) -> bool:
    first = x.factors[0].body
    return len(x.factors) == 2 and isinstance(first, Name) and _is_sign(first)


def _is_sign(x: Name) -> bool:
    return x.base in SIGNS and not x.accents and x.font in FONTS


def _is_array(sign: Node, statements: Sequence[Statement]) -> bool:
    """Has a sign indices on the page, or does it stand elsewhere than before something?"""
    same = (x for s in statements for x in t.of_kind(s, Name) if isinstance(sign, Name) and x.base == sign.base)
    return any(x.scripts or x.primes for x in same) or any(x == sign for s in statements for x in _alone(s))


def _alone(x: object) -> Iterator[Name]:
    """The names that are values before nothing; what stands below lines, in roots and at ends of sums is a number."""
    if isinstance(x, Name):
        yield x
    elif isinstance(x, t.Fraction):
        yield from _alone(x.numerator)
    elif isinstance(x, t.BigSum):
        yield from _alone(x.body)
    elif isinstance(x, Product):
        for f, behind in pairwise((*x.factors, Factor("/", x))):
            if not isinstance(f.body, Name) or behind.operator or behind.joined:
                yield from _alone(f.body)
    elif not isinstance(x, (Script, t.Root, t.Listing)):
        for y in parts(x):
            yield from _alone(y)


def _is_named(x: Product, s: Statement) -> bool:
    """Does a line say by `:=` what the entries of a product are, and not as those of a product of its factors?"""
    inside = {y.base for m in s.chain.members[1:] for y in t.of_kind(m, Name)}
    return s.chain.relations[0] == ":=" and any(
        isinstance(f.body, Name) and f.body.base not in inside for f in x.factors
    )


def _with_indices(x: Scripted, change: Product) -> Node:
    """The sign before a name with the indices; what the whole is raised to stays outside."""
    sign, behind = change.factors
    assert isinstance(sign.body, Name)
    assert isinstance(behind.body, Name)
    own = tuple(s for s in x.scripts if not s.above or s.bracket)
    name = replace(behind.body, scripts=own, span=(behind.body.span[0], x.span[1]))
    first = replace(sign, body=replace(sign.body, span=(x.span[0], behind.body.span[0])))
    inner = Product((first, replace(behind, body=name)), x.span)
    rest = tuple(s for s in x.scripts if s not in own)
    return replace(x, base=Group("(", (inner,), ")", (), x.span), scripts=rest) if rest else inner


def _base(x: Product) -> str:
    names = [f.body.base for f in x.factors if isinstance(f.body, Name)]
    return "".join(f"{n} " if n.startswith("\\") else n for n in names[:-1]) + names[-1]
