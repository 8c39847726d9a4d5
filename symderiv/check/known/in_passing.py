r"""Values said in passing, of one formula: `and the cross entropy at the normal temperature $T = 1$:` above `s_i = ..`.

Where the definition in whose sentence it stands is one above it with that value put in, the page has two names: were it
so throughout, they would be names of one thing. So lines about anything else hold for every value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...draft import RawDefinition
from ...expr import Num, Var, Variable
from ...normal.prove import prove_equal
from ...pattern import lazily
from ...read import Written
from ...system import System
from .rests import rests

FIXES = lazily(
    r"\b(?:set(?:s|ting)?|put(?:s|ting)?|tak(?:e|es|ing)|let(?:ting)?|fix(?:ed|es|ing)?|choos(?:e|es|ing)|us(?:e|es|ing)"
    r"|assum\w+|suppos\w+|if|throughout|always|from (?:now|here)|henceforth|in what follows|simplicity|convenience"
    r"|without loss|everywhere|(?:train|run|work|experiment|stay|keep|consider|restrict|evaluat)\w*)\b"
    r"|[取令设設当若用]|簡単|简单|方便|以下|今后|今後|以降|全体|常に|总是",
    re.I,
)
"""Words in the sentence before a value by which the page may mean it for all that follows."""
FIXED = lazily(r"\W*(?:と|を|throughout|from (?:now|here)|in what follows|everywhere|always|for simplicity)", re.I)
"""Words right behind it."""
ENDS = lazily(r"[.;!?](?=\s|\Z)|[。；！？]")
BEHIND = lazily(
    r"\W*(?:(?:i\.\s?e\.,?|that is,?|which is|with|at|for|where)\W+)+(?:(?:the|a|an|normal|usual|standard)\W+)*"
    r"(?:temperature\W*)?",
    re.I,
)
"""What stands between a definition and a value that is said of it alone."""


def is_in_passing(w: Written, link: int, entry: Var, system: System, definitions: Sequence[RawDefinition]) -> bool:
    """Is the value that a link says of an entry, and that it has in the network, said of the definition beside it?"""
    if not w.inline or not isinstance(w.members[link + 1], Num):
        return False
    before, behind = (ENDS.split(w.words[0])[-1], w.words[1])
    if FIXES.search(before) or FIXED.match(behind):
        return False
    place = (w.place.line, w.place.column)
    told = (((d.place.line, d.place.column), d.left.variable) for d in definitions if d.place is not None)
    placed = sorted(told, key=lambda x: x[0])
    above = [v for at, v in placed if at < place and v != entry.variable]
    below = [v for at, v in placed if at > place and v != entry.variable]
    of: list[Variable] = []
    if below and (w.leading or re.search(r"\w", behind)) and not ENDS.search(behind):
        of.append(below[0])
    if above and BEHIND.fullmatch(w.words[0]) and re.match(r"\s*(?:[.。]|\Z)", behind):
        of.append(above[-1])
    return any(_is_at(v, set(above) - {v}, entry, system) for v in of)


def _is_at(name: Variable, others: Iterable[Variable], entry: Var, system: System) -> bool:
    """Is what a name stands for that of another one, made of an entry of which it is not, at its value?"""
    pieces = [p for p in system.of(name) if p.body is not None]
    if len(pieces) != 1 or rests(system, (pieces[0].lhs,), entry.variable):
        return False
    (piece,) = pieces
    alike = (v(*piece.indices) for v in others if v.arity == name.arity)
    return any(
        rests(system, (x,), entry.variable)
        and prove_equal(system, piece.lhs, x, piece.domain).outcome == "proved"
        and any(p.body is not None and p.domain == piece.domain for p in system.of(x.variable))
        for x in alike
    )
