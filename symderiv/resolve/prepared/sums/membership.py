r"""What `j \in N_i` names: the set, the letters that are in it, and the indicator that is 1 where they are."""

from __future__ import annotations

from dataclasses import replace

from ....latex.tree import Chain, Group, Listing, Name, Node, Product, Script
from ...spelled.shape import letter_of


def asks_whether(c: Chain) -> bool:
    r"""Does it ask whether letters are in a set, `(u, i) \in \mathcal{K}`, `j \in C_i`, `j \in R(t_i)`?"""
    if c.relations != (r"\in",) or not letters_of(c.members[0]):
        return False
    return set_of(c.members[1]) is not None


def affirmed(c: Chain) -> Chain:
    r"""`j \notin N(i)` as what it denies."""
    return replace(c, relations=(r"\in",)) if c.relations == (r"\notin",) else c


def tells(c: Chain) -> bool:
    """Is it about several letters, or does the set depend on others?"""
    return len(letters_of(c.members[0])) > 1 or _is_dependent(c.members[1])


def set_of(x: Node) -> tuple[Name, tuple[Node, ...]] | None:
    r"""The name of a set and the letters that it depends on."""
    if isinstance(x, Name):
        return x, tuple(e for s in x.scripts if not s.above for e in s.entries)
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined:
        name, group = x.factors[0].body, x.factors[1].body
        if isinstance(name, Name) and not name.scripts and isinstance(group, Group):
            return name, tuple(e for item in group.items for e in _depended(item))
    return None


def letters_of(x: Node) -> tuple[Node, ...]:
    r"""The letters of which it is said that they are in a set: `j`, `(u, i)`; none where anything else stands there.

    >>> [x.base for x in letters_of(Listing((Name("u"), Name("i"))))]
    ['u', 'i']
    """
    items = x.items if isinstance(x, (Group, Listing)) else (x,)
    return items if all(letter_of(i) is not None for i in items) else ()


def stem_of_set(x: Node) -> tuple[str, tuple[str, ...], str]:
    """The name of a set without what it depends on."""
    found = set_of(x)
    assert found is not None
    return found[0].base, found[0].accents, found[0].font


def indicator(c: Chain) -> Name:
    """The indicator of a set, an array with what the set depends on and the letters for indices."""
    found, letters = set_of(c.members[1]), letters_of(c.members[0])
    assert found is not None
    name, depends = found
    span = name.span
    labels = (e for s in name.scripts if s.above for e in s.entries)  # `N_i^+` is another set than `N_i^-`
    return replace(name, scripts=(Script(False, (*labels, *depends, *letters), "", True, True, span),), span=span)


def _is_dependent(x: Node) -> bool:
    found = set_of(x)
    return found is not None and bool(found[1]) and all(letter_of(e) is not None for e in found[1])


def _depended(x: Node) -> tuple[Node, ...]:
    """The letters that an argument of a set names: i for itself, i for a value `t_i`."""
    below = isinstance(x, Name) and len(x.scripts) == 1 and not x.scripts[0].above and not x.primes
    return x.scripts[0].entries if isinstance(x, Name) and below else (x,)
