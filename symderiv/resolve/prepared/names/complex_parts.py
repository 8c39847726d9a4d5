r"""The two parts of complex names, `\mathrm{Re}[w_{ml}]` and `\mathrm{Im}[w_{ml}]`: two real names with its indices.

So they are on a page that never has the complex name itself in a formula, nor a part of anything but a name: there each
part has a definition of its own, and is differentiated by itself. Any other page is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark
from ..applied import with_names_for_two

PARTS = {"Re": "Re", "Im": "Im", r"\Re": "Re", r"\Im": "Im"}
CONJUGATED = frozenset(["bar", "overline"])
WRITTEN = frozenset([r"\Re", r"\Im"])
"""Signs that need no bracket behind them."""


@some(Name)
def _has_parts(x: Name) -> bool:
    return x.base in PARTS


@where(_has_parts)
def with_complex_parts(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a name for each part."""
    statements = [s for f in read_of(located) for s in f.statements if not _is_mention(s)]
    uses = [use for s in statements for x in t.of_kind(s, Product) for use in _uses(x).values()]
    names = {id(name): name for name, _ in uses}
    heads = sum(x.base in PARTS for s in statements for x in t.of_kind(s, Name))
    bases = {name.base for name in names.values()}
    whole = (x for s in statements for x in t.of_kind(s, Name) if x.base in bases and id(x) not in names)
    if not uses or any(_is_turned(name) for name, _ in uses) or heads != len(uses) or any(True for _ in whole):
        return list(located)
    return with_statements(located, lambda s: s if _is_mention(s) else rebuilt(s, _change))


def _is_turned(name: Name) -> bool:
    r"""Is it a power or a conjugate, `z_k^2`, `z^*`, `\bar{z}`? Its parts are made of both parts of the name."""
    above = (e for s in name.scripts if s.above and not s.bracket for e in s.entries)
    return not CONJUGATED.isdisjoint(name.accents) or any(
        isinstance(e, (t.Number, t.Symbol)) or is_mark(e) for e in above
    )


def _is_mention(s: Statement) -> bool:
    """Does a formula only name something, `the weights $w_{ml}$`?"""
    return not s.chain.relations and not any(t.of_kind(s.chain, t.Derivative))


def _uses(x: Product) -> dict[int, tuple[Name, Node]]:
    """The places of such signs in a product, each with the name of which they take a part, and what that part is."""
    found: dict[int, tuple[Name, Node]] = {}
    for n, (head, behind) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        sign = head.body
        if not isinstance(sign, Name) or sign.base not in PARTS or sign.scripts or sign.primes or sign.accents:
            continue
        if (name := _named(sign, behind)) is not None:
            found[n] = name, _part(sign, name, behind)
    return found


def _named(sign: Name, behind: Factor) -> Name | None:
    body = behind.body.base if isinstance(behind.body, Scripted) else behind.body
    if isinstance(body, Group) and len(body.items) == 1 and (behind.joined or body.open == r"\{"):
        return body.items[0] if isinstance(body.items[0], Name) else None
    return body if isinstance(body, Name) and body is behind.body and sign.base in WRITTEN else None


def _part(sign: Name, name: Name, behind: Factor) -> Node:
    """The name of a part, which is marked as an accent marks a name; what stands above the bracket stays a power."""
    part = replace(name, accents=(PARTS[sign.base], *name.accents), span=(sign.span[0], behind.body.span[1]))
    if not isinstance(behind.body, Scripted):
        return part
    return replace(behind.body, base=Group("(", (part,), ")", (), part.span))


def _change(x: object) -> Node | None:
    if not isinstance(x, Product):
        return None
    found = {n: part for n, (_, part) in _uses(x).items()}
    return with_names_for_two(x, found, _change) if found else None
