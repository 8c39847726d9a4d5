r"""Sums that carry a number where their terms carry a letter: the `C_0` of `C_0 = \frac{1}{n} \sum_x C_x`.

No value can be one of those that it adds up. Where nothing says over what the letter runs, the number would be one of
them: it is part of the name. It is not where a name with that letter is at another step somewhere (`C_{x-1}`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Number, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, label_of, letter_of, stem_of


def _adds_up(s: Statement) -> bool:
    return _total(s) is not None


@where(_adds_up)
def with_numbered_totals_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such numbers as part of their names."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    totals = {x for s in statements if (x := _total(s)) is not None}
    steps = {stem_of(x) for x in names if any(letter_of(e) is None for e in entries_below(x)) and not _is_numbered(x)}
    found = {x for x in totals if stem_of(x) not in steps}

    def change(x: Any) -> Name | None:
        if not isinstance(x, Name) or replace(x, primes=0) not in found:
            return None
        return replace(x, base=f"{x.base}_{''.join(map(str, map(label_of, entries_below(x))))}", scripts=())

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _total(s: Statement) -> Name | None:
    """The name with a number that an equation says to be a sum of those with a letter, without bounds."""
    left = s.chain.members[0]
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES or not isinstance(left, Name):
        return None
    if s.struck or not _is_numbered(left) or left.primes:
        return None
    return left if any(_is_of(stem_of(left), x) for m in s.chain.members[1:] for x in t.of_kind(m, BigSum)) else None


def _is_of(stem: Stem, x: BigSum) -> bool:
    r"""Is it `\sum_x` of names with that x, alone below them?"""
    letters = [letter_of(i) for i in x.below] if x.above is None else []
    terms = (y for y in t.of_kind(x.body, Name) if stem_of(y) == stem)
    return (
        len(letters) == 1
        and letters[0] is not None
        and any([*map(letter_of, entries_below(y))] == letters for y in terms)
    )


def _is_numbered(x: Name) -> bool:
    return (
        len(x.scripts) == 1 and not x.scripts[0].above and len(below := entries_below(x)) == 1 and _is_whole(below[0])
    )


def _is_whole(x: t.Node) -> bool:
    return isinstance(x, Number) and len(x.text) == 1 and x.text.isdigit()
