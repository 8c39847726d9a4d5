r"""Steps in parentheses behind layers: `z_i^{l(t)}`, `a_m^{l-1(t)}`, `h^{l(t-1)}` have two indices above.

Alone `l(t)` may be a product, or a function. Where a number stands before such a parenthesis, `l-1(t)`, the page means
two indices. They are those of all names above which nothing else stands; both are letters, shifts of them, or numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Number, Product, Script, Terms
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, shifted, stem_of

PAIR = 2


@some(Name)
def _has_shift(x: Name) -> bool:
    return bool(_shifts(x))


@where(_has_shift)
def with_steps_behind_layers(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with both indices of such names apart.

    >>> from symderiv.document import parse_document, read_formulas
    >>> found = with_steps_behind_layers(read_formulas(parse_document("$$z_i^{l(t)} = w^l a_i^{l-1(t)}$$")))
    >>> [[len(s.entries) for s in x.scripts] for _, f in found for x in t.of_kind(f, Name) if x.base in ("z", "w", "a")]
    [[1, 2], [1], [1, 2]]
    """
    above: dict[Stem, list[Script]] = {}
    for x in (x for f in read_of(located) for x in t.of_kind(f, Name)):
        above.setdefault(stem_of(x), []).extend(s for s in x.scripts if s.above)
    meant = {stem for stem, scripts in above.items() if scripts and all(_both(s) is not None for s in scripts)}
    bare = {stem_of(x) for f in read_of(located) for x in t.of_kind(f, Name) if x.scripts and not _is_above(x)}

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in meant - bare:
            return None
        scripts = (replace(s, entries=both, commas=True) if (both := _both(s)) else s for s in x.scripts)
        return replace(x, scripts=tuple(scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_above(x: Name) -> bool:
    return any(s.above for s in x.scripts)


def _shifts(x: Name) -> bool:
    """Does a number stand right before a parenthesis above a name, `l-1(t)`?"""
    return any(
        s.above and len(s.entries) == 1 and isinstance(s.entries[0], Terms) and _both(s) is not None for s in x.scripts
    )


def _both(s: Script) -> tuple[Node, Node] | None:
    """The layer and the step of a script."""
    if not s.above or s.commas or s.bracket:
        return None
    found = s.entries if len(s.entries) == PAIR else _parted(s.entries[0]) if len(s.entries) == 1 else None
    if found is None:
        return None
    layer, step = found
    inner = step.items[0] if isinstance(step, Group) and step.open == "(" and len(step.items) == 1 else None
    return (layer, inner) if inner is not None and _is_index(layer) and _is_index(inner) else None


def _parted(x: Node) -> tuple[Node, Node] | None:
    """`l(t)` and `l-1(t)` as what stands before the parenthesis, and the parenthesis."""
    if isinstance(x, Product):
        one, two = x.factors if len(x.factors) == PAIR else (None, None)
        return (one.body, two.body) if one is not None and two is not None and not two.operator else None
    if not isinstance(x, Terms) or (last := _parted(x.terms[-1].body)) is None or not isinstance(last[0], Number):
        return None
    term = replace(x.terms[-1], body=last[0], span=(x.terms[-1].span[0], last[0].span[1]))
    return replace(x, terms=(*x.terms[:-1], term), span=(x.span[0], last[0].span[1])), last[1]


def _is_index(x: Node) -> bool:
    letter, _ = shifted(x)
    return letter is not None
