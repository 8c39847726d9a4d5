r"""Indices that are parts of others, rounded: `e_k` where `k = \lfloor i/2 \rfloor` is `2k \le i \le 2k + 1`.

So it is where both letters number entries. `\lceil (i+1)/3 \rceil` is read alike. `k = i/2` is not: nobody says whether
it is rounded, or about even i.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Number, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, shifted

DOWN, UP = r"\lfloor", r"\lceil"


@dataclass(frozen=True, slots=True)
class _Part:
    """`letter` is that part of `whole` plus `more`, rounded as `sign` says: 1 of so many `parts`."""

    letter: str
    whole: str
    more: int
    parts: int
    sign: str

    def chain(self, c: Chain) -> Chain:
        """What it says of the whole."""
        last = self.parts - 1 if self.sign == DOWN else 0
        low, high = (self._end(n - self.more, c) for n in (last - self.parts + 1, last))
        whole = Name(self.whole, span=c.span)
        return replace(c, members=(low, whole, high), relations=(r"\le", r"\le"), relation_spans=(c.span, c.span))

    def _end(self, more: int, c: Chain) -> Node:
        factors = (t.Factor("", Number(str(self.parts), c.span)), t.Factor("", Name(self.letter, span=c.span)))
        times = t.Product(factors, c.span)
        if not more:
            return times
        number = t.Term("-" if more < 0 else "+", Number(str(abs(more)), c.span))
        return t.Terms((t.Term("", times), number), c.span)


def _says(s: Statement) -> bool:
    return any(_part(c) is not None for c in (s.chain, *s.conditions))


@where(_says)
def with_rounded_letters(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with what such equations say of the whole."""
    statements = [s for f in read_of(located) for s in f.statements]
    scripts = (x for s in statements for x in t.of_kind(s, t.Script))
    numbering = {letter for x in scripts for e in x.entries if (letter := letter_of(e)) is not None}

    def told(c: Chain) -> Chain:
        part = _part(c)
        return c if part is None or not {part.letter, part.whole} <= numbering else part.chain(c)

    def changed(s: Statement) -> Statement:
        chain, conditions = told(s.chain), tuple(map(told, s.conditions))
        return s if chain is s.chain and conditions == s.conditions else replace(s, chain=chain, conditions=conditions)

    return with_statements(located, changed)


def _part(c: Chain) -> _Part | None:
    if c.relations != ("=",):
        return None
    letter, right = letter_of(c.members[0]), c.members[1]
    rounded = isinstance(right, t.Group) and right.open in (DOWN, UP) and len(right.items) == 1
    over = divided(right.items[0]) if isinstance(right, t.Group) and rounded else None
    if letter is None or over is None or not isinstance(right, t.Group):
        return None
    (whole, more), parts = shifted(over[0]), int(over[1])
    plain = bool(whole) and whole != letter and parts > 1
    return _Part(letter, whole, more, parts, right.open) if plain and whole is not None else None


def divided(x: Node) -> tuple[Node, str] | None:
    """What is divided by a whole number, and this."""
    above, below = None, None
    if isinstance(x, t.Fraction):
        above, below = x.numerator, x.denominator
    elif isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].operator == "/":
        above, below = x.factors[0].body, x.factors[1].body
    if above is None or not isinstance(below, Number) or not below.text.isdigit():
        return None
    inner = above.items[0] if isinstance(above, t.Group) and above.open == "(" and len(above.items) == 1 else above
    return (inner, below.text) if not isinstance(inner, Chain) else None
