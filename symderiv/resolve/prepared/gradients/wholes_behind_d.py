r"""Arrays of names that begin with a d, which a sentence makes of these: `d\mathbf{x} = (dx_k)` beside `dx_k =
\frac{\partial L}{\partial x_k}`.

Where `dx` is one name, the d before the bold letter is no factor. So both are names of their own beside x.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex.tree import Chain, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.differentials import CHANGE, changed, fused
from .gradients_by_d import OWN

SIGN = "d"
Letter: TypeAlias = tuple[str, str]
"""A letter and its font."""


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_wholes_behind_d(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such arrays, and their entries, as one name each.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.walking import of_kind
    >>> page = read_formulas(parse_document(r"$dx_k = 2 x_k$, $d\mathbf{x} = (dx_k)$, $A \, d\mathbf{x}$"))
    >>> [x.base for _, f in with_wholes_behind_d(page)[2:] for x in of_kind(f, Name)]
    ['A', 'x']
    """
    told = frozenset(x for f in read_of(located) for s in f.statements if (x := _told(s.chain)) is not None)
    runs = {SIGN + base: base for base, _ in told}

    def own(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.accents[:1] != (CHANGE,):
            return None
        return replace(x, accents=(OWN, *x.accents[1:]))

    def change(x: Any) -> Node | None:
        if isinstance(x, Name) and x.base in runs and not x.font and not x.accents:
            scripts = tuple(rebuilt(s, change) for s in x.scripts)
            return replace(x, base=runs[x.base], accents=(OWN,), scripts=scripts)
        if not isinstance(x, Product):
            return None
        found = fused(x, {SIGN}, lambda name: not name.accents and _letter(name) in told)
        return None if found is None or found == x else rebuilt(rebuilt(found, own), change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _sides(c: Chain) -> tuple[Node | None, Node | None]:
    """The left side of `.. = (..)`, and what stands in the parenthesis."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None, None
    left, right = c.members
    alone = isinstance(right, Group) and right.open in ("(", "[") and len(right.items) == 1
    return (left, right.items[0]) if isinstance(right, Group) and alone else (None, None)


def _told(c: Chain) -> Letter | None:
    """The letter behind the d of the array in such a sentence."""
    whole, entry = _sides(c)
    left = changed(whole, {SIGN}) if isinstance(whole, Product) else None
    if not isinstance(left, Name) or not isinstance(entry, Name) or left.font not in BOLD_FONTS or left.primes:
        return None
    below = any(not s.above for s in entry.scripts)
    same = entry.base == SIGN + left.base and not entry.font
    return _letter(left) if same and below and not (entry.accents or left.accents) else None


def _letter(x: Name) -> Letter:
    return x.base, x.font
