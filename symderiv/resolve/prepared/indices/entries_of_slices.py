r"""Entries of a tensor beside those of its slices, `X_{ijk} = (X_k)_{ij}`: one thing in two spellings.

The equation defines nothing. Wherever the letter carries as many indices, the entry of the slice is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex.tree import Group, Name, Node, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of


@dataclass(frozen=True, slots=True)
class _Slices:
    """Which of the indices of an entry stand on its slice, and which behind that."""

    whole: Stem
    count: int
    of_slice: tuple[int, ...]
    behind: tuple[int, ...]

    def entry(self, x: Name) -> Node | None:
        """The entry of a slice that a name means; None for any other name."""
        below = _below(x)
        if stem_of(x) != self.whole or x.primes or below is None or len(below) != self.count:
            return None
        own, rest = (tuple(below[n] for n in places) for places in (self.of_slice, self.behind))
        one = replace(x, scripts=(Script(False, own, "", len(own) > 1, True, x.span),))
        return Scripted(Group("(", (one,), ")", (), x.span), (Script(False, rest, "", True, True, x.span),), 0, x.span)


def _has_any(s: Statement) -> bool:
    return _told(s) is not None


@where(_has_any)
def with_entries_of_slices(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the entries of slices; what says so only names one of them."""
    told = [x for f in read_of(located) for s in f.statements if (x := _told(s)) is not None]
    found = {x.whole: x for x in told}
    if len(set(told)) != len(found):
        return list(located)  # two of one letter do not agree

    def change(x: Any) -> Node | None:
        return found[stem_of(x)].entry(x) if isinstance(x, Name) and stem_of(x) in found else None

    def changed(s: Statement) -> Statement:
        if _told(s) is None:
            new: Statement = rebuilt(s, change)
            return new
        only = (s.chain.members[1],)
        return replace(s, chain=replace(s.chain, members=only, relations=(), relation_spans=()), conditions=())

    return with_statements(located, changed)


def _told(s: Statement) -> _Slices | None:
    """What such an equation says."""
    members = s.chain.members
    if len(members) != 2 or s.chain.relations[0] not in EQUALITIES:
        return None
    left, right = members if isinstance(members[0], Name) else members[::-1]
    inner = right.base if isinstance(right, Scripted) and not right.primes and len(right.scripts) == 1 else None
    one = inner.items[0] if isinstance(inner, Group) and inner.open == "(" and len(inner.items) == 1 else None
    if not isinstance(left, Name) or not isinstance(one, Name) or stem_of(left) != stem_of(one):
        return None
    whole, own = _letters(_below(left)), _letters(_below(one))
    rest = _letters(right.scripts[0].entries) if isinstance(right, Scripted) and not right.scripts[0].above else None
    if whole is None or own is None or rest is None or sorted(whole) != sorted([*own, *rest]):
        return None
    return _Slices(stem_of(left), len(whole), tuple(map(whole.index, own)), tuple(map(whole.index, rest)))


def _below(x: Name) -> Sequence[Node] | None:
    """What stands below a name that carries nothing else."""
    return x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above and not x.primes else None


def _letters(entries: Sequence[Node] | None) -> list[str] | None:
    """The letters of entries, all of them different."""
    letters = [letter for e in entries or () if (letter := letter_of(e)) is not None]
    return letters if entries and len(letters) == len(entries) == len(set(letters)) else None


__all__ = ["with_entries_of_slices"]
