r"""Vectors and matrices of ones in plain digits: `1_n`, `1_n^T` and `1_{m \times n}`, n and m being declared lengths.

A 1 with a length below is set in bold, as most people write it; `1_{m \times n}` is the product of two of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Number, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import declarations
from ...spelled.shape import letter_of


def _has_ones(s: Statement) -> bool:
    return any(_lengths(x) for x in t.of_kind(s, Scripted))


@where(_has_ones)
def with_ones_in_bold(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, ones of declared lengths in bold."""
    statements = [s for f in read_of(located) for s in f.statements]
    declared = declarations([c for s in statements for c in (s.chain, *s.conditions)])
    sizes = {x for _, d in declared for e in d.sizes if (x := letter_of(e)) is not None}

    def change(x: object) -> Node | None:
        lengths = _lengths(x)
        if not isinstance(x, Scripted) or not lengths or not {letter_of(e) for e in lengths} <= sizes:
            return None
        if len(lengths) == 1:
            return Name("1", font="mathbf", scripts=x.scripts, span=x.span)
        below, turned = (
            (Script(False, (e,), span=x.span) for e in lengths),
            Script(True, (t.Symbol(r"\top"),), span=x.span),
        )
        one, two = (Name("1", font="mathbf", scripts=(s,), span=x.span) for s in below)
        two = Name("1", font="mathbf", scripts=(*two.scripts, turned), span=x.span)
        return Group("(", (Product((Factor("", one), Factor("", two)), x.span),), ")", (), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _lengths(x: object) -> tuple[Node, ...]:
    r"""What stands below a 1: the n of `1_n`, m and n of `1_{m \times n}`; nothing of anything else."""
    below = [s for s in x.scripts if not s.above] if isinstance(x, Scripted) and x.base == Number("1") else []
    if len(below) != 1 or below[0].bracket or len(below[0].entries) != 1:
        return ()
    entry = below[0].entries[0]
    if isinstance(entry, Product) and len(entry.factors) == 2 and entry.factors[1].operator == r"\times":
        plain = isinstance(x, Scripted) and len(x.scripts) == 1
        return tuple(f.body for f in entry.factors) if plain and all(letter_of(f.body) for f in entry.factors) else ()
    return (entry,) if letter_of(entry) is not None else ()
