r"""A line with another letter for the same index: `\delta_j = (y_j - t_j) y_j` beside `y_i`, `t_i` and `\delta_i`.

Where every name of such a line but its left side stands with i elsewhere, and never with j, the j is any letter: the
line is about all entries. It gets the letter that the rest of the page has, so that it is not taken for another layer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Name, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import remembered
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

Place = tuple[Stem, int]
Uses = dict[Place, dict[str | None, set[int]]]
"""For each place of an index of a name its letters, each with the statements (by identity) that have it there."""


def with_any_letter_as_usual(located: Sequence[Located]) -> list[Located]:
    """The formulas with the usual letter in such lines."""
    statements = [s for f in read_of(located) for s in f.statements]
    lefts = [(stem_of(left), letter) for s in statements for left, letter in _left(s.chain)]
    if len({stem for stem, _ in lefts}) == len({*lefts}):
        return list(located)
    ends = {x for s in statements for y in t.of_kind(s, t.BigSum) for x in _named(y.above)}
    ends |= {x for s in statements for y in t.of_kind(s, t.Listing) for x in _named(y)}
    lefts = [(stem, letter) for stem, letter in lefts if letter not in ends]
    several = {stem for stem, letter in lefts if any(a == stem and b != letter for a, b in lefts)}
    if not several:
        return list(located)
    uses: Uses = defaultdict(lambda: defaultdict(set))
    for s in statements:
        for place, letter in _places(s):
            uses[place][letter].add(id(s))

    def change(s: Statement) -> Statement:
        for left, letter in _left(s.chain):
            usual = _usual(s, left, letter, uses) if stem_of(left) in several and letter not in ends else None
            if usual is not None:
                return _renamed(s, letter, usual)
        return s

    return with_statements(located, change)


def _named(x: t.Node | None) -> Iterator[str]:
    return (y.base for y in t.of_kind(x, Name))


@remembered
def _left(c: Chain) -> tuple[tuple[Name, str], ...]:
    """The name with one letter below on the left of an equation."""
    left = c.members[0]
    if c.relations and c.relations[0] in EQUALITIES and isinstance(left, Name) and len(left.scripts) == 1:
        letters = [letter_of(e) for e in left.scripts[0].entries]
        plain = len(letters) == 1 and letters[0] is not None and letters[0].islower()  # `\delta_T` is the last step
        if plain and letters[0] is not None and not left.scripts[0].above:
            return ((left, letters[0]),)
    return ()


def _places(s: Statement) -> Iterator[tuple[Place, str | None]]:
    for x in t.of_kind(s, Name):
        below = [e for script in x.scripts if not script.above for e in script.entries]
        yield from (((stem_of(x), n), letter_of(e)) for n, e in enumerate(below))


def _usual(s: Statement, left: Name, letter: str, uses: Uses) -> str | None:
    """The one letter that stands elsewhere in the places of this one; None where there is none or not but one."""
    own = {x for c in t.of_kind(s, t.BigSum) for b in c.below for x in map(letter_of, t.of_kind(b, Name))}
    mine = {place for place, x in _places(s) if x == letter and place[0] != stem_of(left)}
    found: set[str | None] = set()
    for place in mine:
        others = {x for x, there in uses[place].items() if there - {id(s)}}
        if letter in others or not others:
            return None
        found |= others
    others = {x for x, there in uses[(stem_of(left), 0)].items() if there - {id(s)}}
    (usual,) = found if len(found) == 1 else (None,)
    here = {x for _, x in _places(s)}
    return usual if usual in others and usual not in here | own and letter not in own and letter not in others else None


def _renamed(s: Statement, letter: str, usual: str) -> Statement:
    chain = rebuilt(
        s.chain, lambda y: replace(y, base=usual) if isinstance(y, Name) and letter_of(y) == letter else None
    )
    return replace(s, chain=chain)
