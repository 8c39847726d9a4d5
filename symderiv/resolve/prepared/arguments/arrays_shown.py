r"""Arrays behind the arguments of a function of values, the `\mathbf{w}^i` of `g_i(\xi, \mathbf{w}^i)`.

Where bold names are the last arguments wherever such a function stands, always the same ones, they say only on what it
depends. So does what stands behind its derivatives, `\frac{\partial g_i}{\partial w_{ij}}(\xi, \mathbf{w}^i)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Derivative, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, arguments_of, with_arguments


def defined_with(c: Chain) -> tuple[Name, Group] | None:
    """The name and the arguments of `f(x) = ..`."""
    equation = bool(c.relations) and c.relations[0] in EQUALITIES
    found = applied_alone(c.members[0]) if equation else None
    return found if found is not None and not found[0].primes else None


Kind: TypeAlias = tuple[Stem, int, tuple[tuple[bool, int], ...]]


def kind_of(x: Name) -> Kind:
    """A name but for the letters of its indices: `g_i` is not the g of `g(y)`."""
    return stem_of(x), x.primes, tuple((s.above, len(s.entries)) for s in x.scripts)


def applied_in(x: Product) -> Iterator[tuple[Name, int, Group]]:
    """The names of a product that are applied to something, or differentiated right before it, and where it stands."""
    for n, (a, b) in enumerate(pairwise(x.factors), 1):
        group = arguments_of(b)
        if isinstance(a.body, Name) and group is not None:
            yield a.body, n, group
        elif isinstance(a.body, Derivative) and isinstance(b.body, Group) and b.body.open == "(":
            name = differentiated(a.body)
            if name is not None:
                yield name, n, b.body


def differentiated(x: Derivative) -> Name | None:
    r"""The f of `\frac{\partial f}{\partial w}` and of `\frac{\partial \ln f}{\partial w}`."""
    of: object = x.of
    if isinstance(of, t.Call) and len(of.args) == 1:
        of = of.args[0]
    return of if isinstance(of, Name) else None


def _arrays_behind(group: Group) -> tuple[Node, ...]:
    """The bold names that are the last arguments, behind one that is none; not the last of a list with dots."""
    items = group.items
    n = len(items)
    while n > 1 and _is_bold(items[n - 1]):
        n -= 1
    return () if _is_bold(items[n - 1]) or isinstance(items[n - 1], t.Symbol) else items[n:]


def _is_bold(x: Node) -> bool:
    return isinstance(x, Name) and x.font in BOLD_FONTS and not x.primes


def _shows(s: Statement) -> bool:
    found = defined_with(s.chain)
    return found is not None and bool(_arrays_behind(found[1]))


@where(_shows)
def without_arrays_shown(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arrays."""
    statements = [s for f in read_of(located) for s in f.statements]
    shown: dict[Kind, tuple[Node, ...]] = {}
    for found in (found for s in statements if (found := defined_with(s.chain)) is not None):
        shown.setdefault(kind_of(found[0]), _arrays_behind(found[1]))
    others: set[Kind] = set()
    for x in (x for s in statements for x in t.of_kind(s, Product)):
        others |= {kind_of(f) for f, _, g in applied_in(x) if _arrays_behind(g) != shown.get(kind_of(f))}
    names = {kind for kind, arrays in shown.items() if arrays and kind not in others}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        short = {n: g for f, n, g in applied_in(x) if kind_of(f) in names}
        if not short:
            return None
        kept = {n: len(g.items) - len(_arrays_behind(g)) for n, g in short.items()}
        factors = tuple(
            with_arguments(f, replace(short[n], items=short[n].items[:k], separators=short[n].separators[: k - 1]))
            if (k := kept.get(n, 0))
            else replace(f, body=rebuilt(f.body, change))
            for n, f in enumerate(x.factors)
        )
        return replace(x, factors=factors)

    return with_statements(located, lambda s: rebuilt(s, change)) if names else list(located)
