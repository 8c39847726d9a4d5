r"""Sets in the letter of a size: `\sum_{v \in N_u}` and `\sum_{v \in N(u)}` beside `\sum_{u=1}^{N}`.

A set that depends on something is no number: so the letter stands for two things, and the set gets the font in which
others write sets, `\mathcal{N}_u`. That is so where the letter alone is a size, and with anything below or in
parentheses behind it always a set: `N_k` that stands for how many there are stays, and with it all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Group, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from .membership import affirmed, asks_whether, set_of

FONT = "mathcal"


def _has_any(s: Statement) -> bool:
    return any(True for _ in _of(_asked(s)))


@where(_has_any)
def with_sets_beside_sizes(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a page with such sets in their own font; `ranges` are those of letters, as typed."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    fonts = {x.base for x in names if x.font == FONT}
    ends = {*_ends(statements), *(str(x).rpartition("..")[2].strip() for x in ranges.values())}
    sets = [x for s in statements for x in _sets(s)]
    known = {id(x) for x in sets}
    numbers = {id(x) for s in statements for x in _numbers(s)}
    others = {x.base for x in names if id(x) not in known | numbers}
    asked = (x for s in statements for x in _of(_asked(s)))
    bases = {x.base for x in asked if _is_plain(x)} & ends - fonts - others
    if not bases:
        return located
    apart = {id(x) for x in sets if x.base in bases and _is_plain(x)}

    def change(x: Any) -> Node | None:
        return replace(x, font=FONT) if isinstance(x, Name) and id(x) in apart else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_plain(x: Name) -> bool:
    return not (x.font or x.accents or x.primes)


def _sets(s: Statement) -> Iterator[Name]:
    """The names of sets that depend on something: below sums and in conditions, in bars, in mentions."""
    said = [x.items[0] for x in t.of_kind(s, Group) if x.open == "|" and len(x.items) == 1]
    return _of((*_asked(s), *said, *(s.chain.members if not s.chain.relations else ())))


def _asked(s: Statement) -> list[Node]:
    """What is said to have elements."""
    return [c.members[1] for c in map(affirmed, t.of_kind(s, Chain)) if asks_whether(c)]


def _of(said: Iterable[Node]) -> Iterator[Name]:
    told = (set_of(x) for x in said)
    return (found[0] for found in told if found is not None and found[1])


def _numbers(s: Statement) -> Iterator[Name]:
    """The letters without indices that stand before no parenthesis, and are no set themselves."""
    applied = {
        id(a.body)
        for x in t.of_kind(s, t.Product)
        for a, b in zip(x.factors, x.factors[1:], strict=False)
        if _is_call(b)
    }
    asked = {*map(id, _asked(s))}
    yield from (x for x in t.of_kind(s, Name) if not x.scripts and _is_plain(x) and id(x) not in applied | asked)


def _is_call(f: t.Factor) -> bool:
    return f.joined and isinstance(f.body, Group)


def _ends(statements: Iterable[Statement]) -> Iterator[str]:
    """The letters at which sums end."""
    above = (x.above for s in statements for x in t.of_kind(s, BigSum))
    yield from (x.base for x in above if isinstance(x, Name) and not x.scripts and _is_plain(x))
