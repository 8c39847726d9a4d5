r"""Sums of which only the end is typed, `\sum_i^n`: they begin at 1.

Not where a name that the letter numbers stands with a 0, too (`\theta_0` beside `\theta_j`), nor where another sum over
it begins elsewhere: this one may begin there. What a page differentiates by takes any letter, in `\partial J/\partial
\theta_i`, and so does what it only mentions (`$\theta_i$`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Formula, Name, Node, Number, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, stem_of


def _has_half_bounds(s: Statement) -> bool:
    return any(_letter(x) is not None for x in t.of_kind(s, BigSum))


@where(_has_half_bounds)
def with_sums_from_one(located: Sequence[Located]) -> list[Located]:
    """The formulas with the beginning of such sums."""
    sums = [x for f in read_of(located) for x in t.of_kind(f, BigSum)]
    letters = {letter for x in sums if (letter := _letter(x)) is not None}
    begins = {letter: {b for x in sums for b in _begin(x, letter)} for letter in letters}
    names = [x for f in read_of(located) for x in t.of_kind(f, Name)]
    zero = {place for x in names for place, e in _places(x) if e == Number("0")}
    used = {x for f in read_of(located) for x in _elsewhere(f)}
    open_ = {z for x in used for p, e in _places(x) if p in zero and (z := letter_of(e)) is not None}
    known = {x for x, found in begins.items() if found <= {Number("1")} and x not in open_}

    def change(x: Any) -> Node | None:
        letter = _letter(x) if isinstance(x, BigSum) else None
        if letter is None or letter not in known:
            return None
        (item,) = x.below
        chain = Chain((item, Number("1")), ("=",), (item.span,), item.span)
        found: Node = replace(x, below=(chain,), body=rebuilt(x.body, change))
        return found

    return with_statements(located, lambda s: rebuilt(s, change))


def _letter(x: BigSum) -> str | None:
    """The letter of a sum of which only the end is typed."""
    half = x.above is not None and len(x.below) == 1 and not isinstance(x.below[0], Chain)
    return letter_of(x.below[0]) if half else None


def _mentions(s: Statement) -> bool:
    return isinstance(s.chain.members[0], Name) and not s.chain.relations and not s.conditions


def _elsewhere(x: Any) -> Iterator[Name]:
    """The names that do not stand alone, nor in what is differentiated by."""
    if isinstance(x, Formula) and all(map(_mentions, x.statements)):
        return
    without: Any = rebuilt(x, lambda y: replace(y, body=Number("1")) if isinstance(y, t.Wrt) else None)
    yield from t.of_kind(without, Name)


def _begin(x: BigSum, letter: str) -> Iterator[Node]:
    for c in x.below if x.above is not None else ():
        if isinstance(c, Chain) and c.relations[:1] == ("=",) and letter_of(c.members[0]) == letter:
            yield c.members[1]


def _places(x: Name) -> Iterator[tuple[tuple[object, ...], Node]]:
    """The places of a name for indices, with what stands in them."""
    for s in x.scripts:
        yield from (((stem_of(x), s.above, n), e) for n, e in enumerate(s.entries) if not s.above or s.bracket)
