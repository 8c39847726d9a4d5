r"""Vectors one above the other that a sentence gives entries, `$[x_1; x_2] = (c_{1,k})$`: the array of these.

What stands in the brackets is that array in every line then, `\delta [x_1; x_2]^T` is `\delta c_1^T`. What its entries
are say the definitions of the page. The same vectors in another order are another array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Chain, Group, Name, Node, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of
from ...stated import whole_and_entry


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_stacks_named(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the names of such arrays.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.tree import of_kind
    >>> page = parse_document(r"Here $[u; v] = (s_k)$. $$z = w^T [u; v]$$")
    >>> [x.base for _, f in with_stacks_named(read_formulas(page)) for x in of_kind(f, Name)][-1]
    's'
    """
    told = [x for f in read_of(located) for s in f.statements if (x := _told(s.chain)) is not None]
    named: dict[object, Name] = {}
    for group, whole in told:
        if named.setdefault(_key(group), whole) != whole:
            return list(located)

    def change(x: Any) -> Node | None:
        if isinstance(x, Scripted) and not x.primes and isinstance(x.base, Group) and (whole := _named(x.base)):
            return replace(whole, scripts=(*whole.scripts, *x.scripts), span=x.span)
        return _named(x) if isinstance(x, Group) else None

    def _named(x: Group) -> Name | None:
        whole = named.get(_key(x)) if _is_stack(x) else None
        return None if whole is None else replace(whole, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> tuple[Group, Name] | None:
    """What stands one above the other, and the array of the entries that it is said to have."""
    group = c.members[0]
    if not isinstance(group, Group) or not _is_stack(group) or len(c.members) != 2:
        return None
    _, entry = whole_and_entry(replace(c, members=(Name("A"), c.members[1]))) or (None, None)
    if not isinstance(entry, Name) or entry.primes or any(s.above for s in entry.scripts):
        return None
    below = entries_below(entry)
    if len(entry.scripts) != 1 or not below or letter_of(below[-1]) is None:
        return None
    own = replace(entry.scripts[0], entries=below[:-1])
    return group, replace(entry, scripts=(own,) if below[:-1] else ())


def _is_stack(x: Group) -> bool:
    """Do names stand in brackets, parted by semicolons?"""
    parted = x.open in ("[", "(") and len(x.items) > 1 and {*x.separators} == {";"}
    return parted and all(isinstance(i, Name) for i in x.items)


def _key(x: Group) -> object:
    return x.open, x.items
