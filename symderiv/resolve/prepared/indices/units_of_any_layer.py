r"""A letter for the units of every layer: `\delta_j = \partial E / \partial a_j` beside `a_h = ..`, `a_k = ..`.

Where the page defines a with h and with k and never with j, and uses j for nothing else, the one line is one for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from ....latex.tree import Chain, Derivative, Formula, Name, Number, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import remembered
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of

Place: TypeAlias = tuple[Stem, int, tuple[Number, ...]]


def with_units_of_any_layer(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such a line written out for each of the letters."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    named = [c for c in chains if _named(c) is not None]
    if not named:
        return list(located)
    letters = _letters_of_lefts(chains)
    if all(len(found) < 2 for found in letters.values()):
        return list(located)

    def once(letter: Name) -> bool:
        return letter_of(letter) is not None and sum(letter in of_kind(c, Name) for c in chains) == 1

    def written_out(s: Statement) -> Iterator[Statement]:
        others = _others(s.chain, letters, once) if any(s.chain is c for c in named) else None
        if others is None:
            yield s
            return
        letter, found = others
        yield from (rebuilt(s, partial(_instead, letter, one)) for one in found)

    def changed(f: Any) -> Any:
        found = tuple(x for s in f.statements for x in written_out(s)) if isinstance(f, Formula) else ()
        return replace(f, statements=found) if found and len(found) != len(f.statements) else f

    return [(display, changed(f)) for display, f in located]


def _instead(letter: Name, one: Name, x: Any) -> Name | None:
    return one if x == letter else None


@remembered
def _named(chain: Chain) -> Name | None:
    r"""What `\delta_j = \partial E / \partial a_j` differentiates by; None for anything else."""
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES or not isinstance(chain.members[0], Name):
        return None
    right = chain.members[1]
    if not isinstance(right, Derivative) or right.of is None or right.order != 1 or len(right.wrt) != 1:
        return None
    by = right.wrt[0].body
    return by if isinstance(by, Name) else None


def _letters_of_lefts(chains: Sequence[Chain]) -> dict[Place, list[Name]]:
    """For each name that the page defines the letters at each of its places, in the order of the page."""
    found: dict[Place, list[Name]] = {}
    for c in chains:
        for place, letter in _letters_of_left(c):
            letters = found.setdefault(place, [])
            if letter not in letters:
                letters.append(letter)
    return found


@remembered
def _letters_of_left(c: Chain) -> tuple[tuple[Place, Name], ...]:
    """The letters of the name that an equation defines, each with its place."""
    left = c.members[0]
    if not isinstance(left, Name) or c.relations[0] not in EQUALITIES or isinstance(c.members[1], Derivative):
        return ()
    entries = enumerate(_entries(left))
    return tuple((_place(left, n), e) for n, e in entries if isinstance(e, Name) and letter_of(e) is not None)


def _others(
    chain: Chain, letters: dict[Place, list[Name]], once: Callable[[Name], bool]
) -> tuple[Name, list[Name]] | None:
    """The letter of no layer, and those that the page has in its place."""
    by, left = _named(chain), chain.members[0]
    if by is None or not isinstance(left, Name):
        return None
    for n, e in enumerate(_entries(by)):
        found = letters.get(_place(by, n), [])
        if isinstance(e, Name) and len(found) > 1 and e not in found and e in _entries(left) and once(e):
            return e, found
    return None


def _place(x: Name, n: int) -> Place:
    """A place of a name. With another number, as in `net_i^{(2)}` beside `net_j^{(3)}`, it is another name."""
    return stem_of(x), n, tuple(e for e in _entries(x) if isinstance(e, Number))


def _entries(x: Name) -> list[Any]:
    return [e for above in (True, False) for s in x.scripts if s.above == above for e in s.entries]
