r"""Letters for any of several numbered units: the o of `\frac{\partial E}{\partial out_o}` beside `out_{o_1} = ..` and
`out_{o_2} = ..`.

A sum over the letter adds up all of them, and is written out. A line with the letter alone may be about each of them or
about one: it is left unread.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Formula, Group, Listing, Name, Node, Statement, Term, Terms, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located, with_statements
from ...spelled.scripts import letter_below
from ...spelled.shape import Stem, letter_of, stem_of
from ..left_unread import without_doubtful

DIGITS = "0123456789"
DOUBTFUL = "a letter alone beside the same letter with numbers: which of them is meant?"
HINT = "write the number of the unit, or a line for each of them"

Labels = Mapping[Stem, Collection[str | None]]
"""What stands below each name that numbered units tell apart: the `o1` and `o2` of `out_{o_1}`, `out_{o_2}`."""


def with_any_unit(located: Sequence[Located], letters: Collection[str], labels: Labels) -> list[Located]:
    """The formulas of a page with sums over such letters written out, and without other lines about them."""

    def change(x: Any) -> Node | None:
        letter = _open(x) if isinstance(x, BigSum) else None
        return _written_out(rebuilt(x.body, change), letter, labels, x) if letter in letters and letter else None

    def doubt(s: Statement) -> Node | None:
        return next((x for x in t.of_kind(s, Name) if letter_below(x) in letters and stem_of(x) in labels), None)

    if not letters:
        return list(located)
    return without_doubtful(with_statements(located, lambda s: rebuilt(s, change)), doubt, DOUBTFUL, HINT)


def ranged(f: Formula) -> Iterator[str | None]:
    r"""The letters that a formula says a range of: `\sum_{o=1}^2`, `1 \le o \le K`, `o \in O`, `o = 1, \dots, K`."""
    for s in t.of_kind(f, BigSum):
        if _open(s) is None:
            yield from (letter_of(x) for item in s.below for x in t.of_kind(item, Name))
    for c in t.of_kind(f, Chain):
        listed = any(isinstance(m, Listing) for m in c.members)
        if listed or not EQUALITIES.issuperset(c.relations):
            yield from (letter_of(m) for m in c.members if isinstance(m, Name))


def _open(x: BigSum) -> str | None:
    """The letter of a sum without bounds."""
    one = x.below[0] if len(x.below) == 1 and x.above is None and x.operator == r"\sum" else None
    return letter_of(one) if isinstance(one, Name) else None


def _written_out(body: Node, letter: str, labels: Labels, x: BigSum) -> Node | None:
    """The sum of what a body is for each unit; None where a name with the letter is not there for all of them."""
    units = {u for own in labels.values() for u in own if u is not None and u.rstrip(DIGITS) == letter}
    every = sorted(units, key=lambda u: int(u.removeprefix(letter)))
    names = [y for y in t.of_kind(body, Name) if any(letter_of(e) == letter for s in y.scripts for e in s.entries)]
    plain = any(letter_of(y) == letter for y in t.of_kind(body, Name) if not _is_within(y, names))
    if plain or not all(letter_below(y) == letter and {*every} <= {*labels.get(stem_of(y), ())} for y in names):
        return None
    terms = (Term("+" if n else "", _at(body, letter, unit)) for n, unit in enumerate(every))
    return Group("(", (Terms(tuple(terms), x.span),), ")", (), x.span)


def _is_within(x: Name, names: Sequence[Name]) -> bool:
    return any(x is e for y in names for s in y.scripts for e in s.entries)


def _at(body: Node, letter: str, unit: str) -> Node:
    """The summand for one unit."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or letter_below(x) != letter:
            return None
        upright = (Text(unit, span=x.span),)
        return replace(x, scripts=tuple(s if s.above else replace(s, entries=upright) for s in x.scripts))

    found: Node = rebuilt(body, change)
    return found
