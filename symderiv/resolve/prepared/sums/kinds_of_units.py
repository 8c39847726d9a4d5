r"""Sets that are all units of a kind: `k \in K`, `h \in H`, `l \in L` of a network with three layers.

The letter of a unit says of which kind it is, and the set is named after it. So it is all that the letter runs over,
where `\sum_{j \in P}` beside `\sum_{k \in N}` would be parts of one range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ...shape import letter_of


def are_kinds(statements: Sequence[Statement], asked: Sequence[tuple[str, Name]]) -> bool:
    r"""Is each set that of the units with a letter of its own, `\sum_{k \in K}` beside `\sum_{h \in H}`, of a network
    in which names are defined for two of these letters, `n_h` and `n_l`, or weights lead from one to the next, `w_{kh}`
    and `w_{hl}`?"""
    if any(x.base.lower() != letter or x.scripts for letter, x in asked):
        return False
    letters = {letter for letter, _ in asked}
    defined: dict[str, set[str]] = {}
    for left in (s.chain.members[0] for s in statements if s.chain.relations):
        if isinstance(left, Name):
            defined.setdefault(left.base, set()).update(letters.intersection(letters_in_scripts(left)))
    places: dict[tuple[str, str], set[int]] = {}
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        for n, letter in enumerate(letters_in_scripts(x)):
            places.setdefault((x.base, letter), set()).add(n)
    led_through = {letter for (_, letter), found in places.items() if len(found) > 1} & letters
    return any(len(found) > 1 or found & led_through for found in defined.values())


def letters_in_scripts(of: Node) -> Iterator[str]:
    """The letters that stand in the scripts of an expression."""
    scripts = (x for x in t.walk(of) if isinstance(x, Script))
    return (letter for x in scripts for e in x.entries if (letter := letter_of(e)) is not None)
