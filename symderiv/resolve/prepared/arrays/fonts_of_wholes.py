r"""Arrays in an upright font, of which a sentence has the plain name among the entries: `\mathrm{S}_B = ((S_B)_{dc})`.

Both are one name, which the parenthesis shows. So it has one font: that of the array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Chain, Group, Name, Node, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...stated import whole_and_entry, whole_of_entry


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_fonts_of_wholes(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the font of such arrays in their entries.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.walking import of_kind
    >>> page = read_formulas(parse_document(r"$\mathrm{S}_B = ((S_B)_{dc})$, $(S_B)_{dc} = m_d m_c$"))
    >>> [x.font for x in of_kind(with_fonts_of_wholes(page)[1][1], Name) if x.base == "S"]
    ['mathrm']
    """
    told = {replace(x, font=""): x.font for f in read_of(located) for s in f.statements if (x := _told(s.chain))}

    def change(x: Any) -> Node | None:
        name = whole_of_entry(x) if isinstance(x, Scripted) else None
        if not isinstance(x, Scripted) or not isinstance(x.base, Group) or name not in told:
            return None
        assert isinstance(name, Name)
        return replace(x, base=replace(x.base, items=(replace(name, font=told[name]),)))

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> Name | None:
    """The array of such a sentence."""
    whole, entry = whole_and_entry(c) or (None, None)
    name = whole_of_entry(entry) if isinstance(entry, Scripted) else None
    if whole is None or name is None or not whole.font or whole.font in BOLD_FONTS or name.font:
        return None
    return whole if replace(whole, font="") == name else None
