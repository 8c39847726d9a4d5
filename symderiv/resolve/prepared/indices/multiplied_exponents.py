r"""Exponents with a number before a letter: `d_i^{2b}` is a power where nothing on the page runs over b.

Digits and letters that run together above a name are an entry each (`w^{1j}`), unless what stands there can only be a
product: no letter of it stands below a name, under a sum or in a range, and no left side has such a script.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Factor, Group, Name, Node, Product, Script, Scripted
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of


def _is_multiplied(x: object) -> bool:
    r"""Is it a name with a number and letters above, `2b`, `2(b - 1)`, and without parentheses around all of it?"""
    above = [s for s in x.scripts if s.above] if isinstance(x, Name) else []
    if len(above) != 1 or above[0].bracket or above[0].commas or len(above[0].entries) < 2:
        return False
    first, *others = above[0].entries
    return isinstance(first, t.Number) and all(letter_of(e) is not None or isinstance(e, Group) for e in others)


@some(Name)
def _has_multiplied(x: Name) -> bool:
    return _is_multiplied(x)


@where(_has_multiplied)
def with_exponents_multiplied(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such names in parentheses."""
    formulas = read_of(located)
    chains = [c for f in formulas for s in f.statements for c in (s.chain, *s.conditions)]
    if any(_is_multiplied(c.members[0]) for c in chains if c.relations and c.relations[0] in EQUALITIES):
        return list(located)
    counting = _counting(chains)

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or not _is_multiplied(x):
            return None
        script = next(s for s in x.scripts if s.above)
        if counting & {y.base for e in script.entries for y in t.of_kind(e, Name)}:
            return None
        below = tuple(s for s in x.scripts if not s.above)
        exponent = Product(tuple(Factor("", e, False) for e in script.entries), script.span)
        if x.base == "e" and not below:  # the number e, unless the page says otherwise: no name of its own
            return replace(x, scripts=(replace(script, entries=(exponent,)),))
        bare = replace(x, scripts=below)
        return Scripted(Group("(", (bare,), ")", (), x.span), (replace(script, entries=(exponent,)),), 0, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _counting(chains: Sequence[Chain]) -> Set[str]:
    """The letters below names, alone above them, under sums and in ranges."""
    scripts = [x for c in chains for x in t.of_kind(c, Script)]
    counted = [x for x in scripts if not x.above or x.bracket or len(x.entries) == 1]
    parts: list[object] = [e for x in counted for e in x.entries if not x.above or letter_of(e) is not None]
    parts += [b for c in chains for x in t.of_kind(c, t.BigSum) for b in (*x.below, x.above) if b is not None]
    parts += [c for c in chains if c.relations and c.relations[0] not in EQUALITIES]
    return {y.base for p in parts for y in t.walk(p) if isinstance(y, Name)}
