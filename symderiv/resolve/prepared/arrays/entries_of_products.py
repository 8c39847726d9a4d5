r"""Entries of products by entries of numbered arrays: `(\delta_j \circ z_i)_{uv}` is `(\delta_j)_{uv} (z_i)_{uv}`.

Each of the arrays stands with its own entries elsewhere, `(z_i)_{uv}`: what it carries itself tells which array it is.
A function between them, `(\delta_j \odot f'(u_j))_{uv}`, is one of entries. Arrays without a number of their own, and
all else that has entries, are arrays of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ...stated import whole_of_entry
from ..applied import arguments_of

SIGNS = frozenset([r"\odot", r"\circ"])
"""Signs of products by entries; a star between maps is a convolution."""

Kind: TypeAlias = tuple[Stem, tuple[tuple[bool, int], ...], int]
"""An array with how many pieces stand above and below it, and how many indices behind its parenthesis."""


def _has_any(s: Statement) -> bool:
    return any(_factors(x) is not None for x in t.of_kind(s, Scripted))


@where(_has_any)
def with_entries_of_products(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with products of entries for such entries of products."""
    found = [x for f in read_of(located) for x in t.of_kind(f, Scripted)]
    known = {_kind(inner, x.scripts[0]) for x in found if (inner := whole_of_entry(x)) is not None and inner.scripts}
    if not known:
        return list(located)

    def change(x: Any) -> Node | None:
        factors = _factors(x) if isinstance(x, Scripted) else None
        if factors is None or any(_kind(a, x.scripts[0]) not in known for _, a in factors):
            return None
        entries = (_entry(f, a, x.scripts[0]) for f, a in factors)
        return Group("(", (Product(tuple(e for es in entries for e in es), x.span),), ")", (), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _kind(x: Name, script: Script) -> Kind:
    return stem_of(x), tuple((s.above, len(s.entries)) for s in x.scripts), len(script.entries)


def _factors(x: Scripted) -> list[tuple[Name | None, Name]] | None:
    """The arrays of a product by entries with indices behind it, each with the function that is applied to it."""
    group = x.base
    if not isinstance(group, Group) or group.open != "(" or len(group.items) != 1 or x.primes or len(x.scripts) != 1:
        return None
    product = group.items[0]
    if x.scripts[0].above or not isinstance(product, Product):
        return None
    found = list(_parted(product))
    return [(f, a) for f, a in found if a is not None] if len(found) > 1 and all(a for _, a in found) else None


def _parted(x: Product) -> Iterator[tuple[Name | None, Name | None]]:
    """Each factor of a product by entries; no array where it is anything else."""
    skipped = False
    for n, (f, behind) in enumerate(pairwise((*x.factors, None))):
        assert f is not None
        if skipped:
            skipped = False
            continue
        name = f.body if isinstance(f.body, Name) and (n == 0 or f.operator in SIGNS) else None
        group = arguments_of(behind) if behind is not None else None
        argument = group.items[0] if group is not None and len(group.items) == 1 else None
        skipped = group is not None and behind is not None and behind.body is group
        if group is None:
            yield None, name
        else:
            yield name, argument if name is not None and skipped and isinstance(argument, Name) else None


def _entry(function: Name | None, x: Name, script: Script) -> Iterator[Factor]:
    """The entry of an array, or the function of it."""
    entry = Scripted(Group("(", (x,), ")", (), x.span), (script,), span=x.span)
    if function is None:
        yield Factor("", entry)
        return
    yield Factor("", function)
    yield Factor("", Group("(", (entry,), ")", (), x.span), True)
