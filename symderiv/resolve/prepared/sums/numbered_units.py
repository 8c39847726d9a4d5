r"""Sums over units that a page only names by a number: `\sum_o \frac{\partial E}{\partial net_o}` beside `net_{o1}`.

Such a letter is no index of the page: it stands before a number everywhere but in such sums. So these are written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Formula, Name, Node, Number, Script
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of


def _has_sum(s: t.Statement) -> bool:
    return any(_letter(x) is not None for x in t.of_kind(s, BigSum))


@where(_has_sum)
def with_sums_over_numbered_units(located: Sequence[Located]) -> list[Located]:
    """The formulas with sums over such units written out."""
    formulas = read_of(located)
    summed = {x for f in formulas for s in t.of_kind(f, BigSum) if (x := _letter(s)) is not None}
    units = {x: numbers for x in summed if (numbers := _numbers(x, formulas))}
    if not units:
        return list(located)

    numbered = {
        (letter, x.base) for f in formulas for x in t.of_kind(f, Name) for letter in units if _has_number(x, letter)
    }

    def change(x: Any) -> Node | None:
        letter = _letter(x) if isinstance(x, BigSum) else None
        if letter not in units or letter is None:
            return None
        for name in t.of_kind(x.body, Name):
            if any(_stands_alone(s, letter) for s in name.scripts) and (letter, name.base) not in numbered:
                cause = f"`{name.base}` carries the letter of the units `{letter}1`, but none has such a number"
                return t.Misfit(cause, "write the terms out", span=name.span)
        body = rebuilt(x.body, change)
        terms = (t.Term("+" if k else "", _at(body, letter, n)) for k, n in enumerate(units[letter]))
        return t.Group("(", (t.Terms(tuple(terms), x.span),), ")", (), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _letter(x: BigSum) -> str | None:
    r"""The letter of `\sum_o` without bounds."""
    if x.operator != r"\sum" or x.above is not None or len(x.below) != 1 or not isinstance(x.below[0], Name):
        return None
    return letter_of(x.below[0])


def _numbers(letter: str, formulas: Sequence[Formula]) -> list[str]:
    """The numbers that stand behind a letter on left sides; none if it ever stands alone outside such a sum."""
    found: dict[str, None] = {}
    for f in formulas:
        for s in f.statements:
            left = s.chain.members[0] if len(s.chain.members) > 1 else None
            for script in left.scripts if isinstance(left, Name) else ():
                found.update(dict.fromkeys(_behind(script, letter)))
    inside = {id(y) for f in formulas for x in t.of_kind(f, BigSum) if _letter(x) == letter for y in t.walk(x)}
    scripts = [x for f in formulas for x in t.of_kind(f, Script) if id(x) not in inside]
    alone = any(_stands_alone(x, letter) for x in scripts)
    bound = any(
        id(x) not in inside and any(letter_of(y) == letter for item in x.below for y in t.of_kind(item, Name))
        for f in formulas
        for x in t.of_kind(f, BigSum)
    )
    return [] if alone or bound or len(found) < 2 else sorted(found, key=int)


def _behind(script: Script, letter: str) -> Iterator[str]:
    """The number of the script `o1`."""
    match script.entries:
        case (Name() as one, Number(text=text)) if letter_of(one) == letter and text.isdigit() and not script.commas:
            yield text


def _has_number(x: Name, letter: str) -> bool:
    return any(True for script in x.scripts for _ in _behind(script, letter))


def _stands_alone(script: Script, letter: str) -> bool:
    return any(letter_of(e) == letter for e in script.entries) and not list(_behind(script, letter))


def _at(body: Node, letter: str, number: str) -> Node:
    """The summand for one unit."""

    def change(x: Any) -> Script | None:
        if not isinstance(x, Script) or not _stands_alone(x, letter) or x.commas:
            return None
        entries = [y for e in x.entries for y in ((e, Number(number, e.span)) if letter_of(e) == letter else (e,))]
        return replace(x, entries=tuple(entries))

    found: Node = rebuilt(body, change)
    return found
