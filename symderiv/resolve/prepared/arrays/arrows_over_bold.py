r"""Vectors that are set in bold and carry an arrow, too: `\overrightarrow{\mathbf{h}}` is `\vec{h}`.

One of the two says all; where the page has the letter with one of them alone, they may tell names apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import some, where
from ...located import Located, read_of, with_statements
from .wholes_in_bold import ARROW, is_bold


@some(Name)
def _has_both(x: Name) -> bool:
    return _is_both(x)


@where(_has_both)
def with_arrows_alone(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the arrow alone.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ \vec{\mathbf{y}} = \mathbf{W} \vec{\mathbf{x}} + \mathbf{x} $$"))
    >>> [x.font for _, f in with_arrows_alone(page) for x in t.of_kind(f, Name)]
    ['', 'mathbf', 'mathbf', 'mathbf']
    """
    names = [x for f in read_of(located) for x in t.of_kind(f, Name)]
    kept = {x.base for x in names if is_bold(x) and not _is_both(x)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not _is_both(x) or x.base in kept:
            return None
        return replace(x, font="", scripts=tuple(rebuilt(s, change) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_both(x: Name) -> bool:
    return ARROW in x.accents and x.font in BOLD_FONTS
