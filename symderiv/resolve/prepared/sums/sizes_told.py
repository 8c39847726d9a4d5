r"""What a size is made of, `M = K \times H \times W` beside `\sum_{i=1}^{M}`, where one of K, H, W stands nowhere else,
also not in a list `x_1, \dots, x_W`.

That one may be as it likes, so the equation says nothing that any line could use: M is a size as it would be without
it. Read as a definition it would part the M of `\frac{1}{M}` from the one that ends the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...integers.kinds import integral
from ...located import Located, read_of, with_statements
from ...spelled.letter_keys import keys_typed, spelled
from ...spelled.shape import letter_of

BETWEEN = frozenset([r"\le", "<"])
"""Relations of a range."""


def _may_be_a_size(s: Statement) -> bool:
    """Is a letter equated with letters and numbers alone?"""
    left, *others = s.chain.members
    if len(others) != 1 or s.chain.relations[0] not in EQUALITIES or s.conditions or s.struck:
        return False
    return letter_of(left) is not None and _whole(others[0]) and bool(_letters(others[0]))


@where(_may_be_a_size)
def without_sizes_told(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a document without equations that only say of which letters a size is made."""
    formulas = read_of(located)
    ends = frozenset(x for f in formulas for x in _ends(f)) - {x for f in formulas for x in _numbering(f)}
    listed = frozenset(x for f in formulas for s in f.statements if not s.chain.relations for x in _in_scripts(s))
    typed = " ".join(map(str, ranges.values()))
    labelled = set(map(spelled, keys_typed(typed)))

    def change(s: Statement) -> Statement:
        if not _may_be_a_size(s) or letter_of(s.chain.members[0]) not in ends:
            return s
        others = (other for f in formulas for other in f.statements if other.chain != s.chain and other.chain.relations)
        loose = _letters(s.chain.members[1]).difference(listed, *map(_letters, others))
        if all(letter in typed or letter in labelled for letter in loose):
            return s
        return replace(s, chain=Chain(s.chain.members[:1], (), (), s.chain.span))

    return with_statements(located, change)


def _whole(x: t.Node) -> bool:
    """Is it made of plain letters and numbers, with one line under another at most?"""
    if isinstance(x, t.Fraction):
        return integral(x.numerator) and integral(x.denominator)
    return integral(x)


def _letters(x: t.Node | Statement | t.Script) -> frozenset[str]:
    return frozenset(name.base for name in t.of_kind(x, Name))


def _ends(f: Formula) -> Iterator[str]:
    """The letters at the ends of sums and ranges."""
    for x in t.of_kind(f, t.BigSum):
        if x.above is not None:
            yield from _letters(x.above)
    for c in t.of_kind(f, Chain):
        last = c.members[-1]
        if isinstance(last, t.Listing):
            yield from _letters(last.items[-1])
        elif len(c.members) == 3 and not BETWEEN.isdisjoint(c.relations):
            yield from _letters(last)


def _in_scripts(s: Statement) -> Iterator[str]:
    r"""The letters of entries that are only listed, the N of `x_1, \dots, x_N`."""
    for script in t.of_kind(s, t.Script):
        yield from _letters(script)


def _numbering(f: Formula) -> Iterator[str]:
    """The letters in scripts and under sums: `k = K` beside them is a condition."""
    for script in t.of_kind(f, t.Script):
        yield from _letters(script)
    for x in t.of_kind(f, t.BigSum):
        for item in x.below:
            yield from _letters(item.members[0] if isinstance(item, Chain) else item)
