r"""Values that a number has in one case or another: `positive pairs ($y = 1$) and negative ones ($y = 0$)`.

Equations in sentences that give one name different numbers define nothing. Each is a condition of the equation of its
clause; a definition is not made in that case only where it names the number itself, or stands in another sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...latex.clauses import STOP
from ...latex.tree import Chain, Derivative, Nabla, Name, Node, Number, Symbol, Terms
from ..stated import Stated, names_of


def cases_of(own: Sequence[Stated], yes: Sequence[bool]) -> frozenset[int]:
    """The numbers of such equations among the statements of a page; `yes` tells which are equations."""
    found: dict[Node, dict[Node, list[int]]] = {}
    for n, s in enumerate(own):
        members = s.statement.chain.members
        if yes[n] and len(members) == 2 and isinstance(members[0], Name) and not members[0].scripts:
            found.setdefault(members[0], {}).setdefault(members[1], []).append(n)
    several = (
        at for values in found.values() if len(values) > 1 and all(map(is_number, values)) for at in values.values()
    )
    return frozenset(n for at in several for n in at if all(own[k].inline for k in at))


def is_number(x: Node) -> bool:
    r"""Is it a number, perhaps with a sign, or `\infty`, which no name is equal to throughout?"""
    x = x.terms[0].body if isinstance(x, Terms) and len(x.terms) == 1 else x
    return isinstance(x, Number) or (isinstance(x, Symbol) and x.name == r"\infty")


def is_aside(case: Chain, definition: Sequence[Stated], between: str) -> bool:
    """Does a definition hold in every case? `between` is the text between it and the case."""
    own = names_of(case)
    return STOP.search(between) is not None or any(own & names_of(s.statement.chain) for s in definition)


def is_of_one_step(chain: Chain) -> bool:
    """Does it say what one entry by number is, `h_0 = 0`?"""
    left = chain.members[0]
    numbered = isinstance(left, Name) and any(isinstance(e, Number) for s in left.scripts for e in s.entries)
    return numbered and chain.relations in (("=",), (":=",)) and isinstance(chain.members[1], Number)


def derives(own: Sequence[Stated]) -> bool:
    """Do statements say what derivatives are? Beside what defines, a comparison may be said of all there is."""
    chains = [s.statement.chain for s in own]
    return bool(chains) and all(c.relations and isinstance(c.members[0], (Derivative, Nabla)) for c in chains)
