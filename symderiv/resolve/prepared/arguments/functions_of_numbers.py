r"""Functions of several numbers in letters of arrays: `\psi(b, u) = \exp(-b u^2)` beside `\psi(b_m, r_{nm})`.

Where nothing but its letters stands in what a function is, and it is applied to other things wherever more stands, the
letters are its own, even where a page has arrays that are called so. They get the look of such in that line, and in
those about nothing else, `\frac{\partial \psi(b, u)}{\partial u} = -2 b u \psi(b, u)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ....functions import EXTREMA, KNOWN
from ....latex import tree as t
from ....latex.tree import Call, Formula, Name, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...shapes.forms import shows_arrays
from ...spelled.shape import APART, Stem, letter_of, stem_of
from ..applied import applied_alone, before_parentheses

SEVERAL = 2


@remembered
def _defined(s: Statement) -> tuple[Stem, frozenset[str]] | None:
    """The function of which a statement says what it is in its letters alone, and these."""
    head, group = applied_alone(s.chain.members[0]) or (None, None)
    if head is None or group is None or head.primes or head.scripts or s.conditions or s.struck:
        return None
    letters = frozenset(filter(None, map(letter_of, group.items)))
    several = len(letters) == len(group.items) >= SEVERAL and len(s.chain.members) == len(("left", "right"))
    if not several or s.chain.relations[0] not in EQUALITIES or shows_arrays(s.chain):
        return None
    body = s.chain.members[1]
    known = all(x.function in KNOWN and x.function not in EXTREMA for x in t.of_kind(body, Call))
    return (stem_of(head), letters) if known and _is_of(body, letters) and not t.of_kind(body, t.BigSum) else None


def _is_of(x: object, letters: frozenset[str], head: Stem | None = None) -> bool:
    """Do nothing but these letters stand there, with powers at most, the function and e?"""
    return all(_is(y, letters) or y.base == "e" or stem_of(y) == head for y in t.of_kind(x, Name))


def _is(x: Name, letters: frozenset[str]) -> bool:
    powers = all(s.above and not s.bracket and all(isinstance(e, t.Number) for e in s.entries) for s in x.scripts)
    return powers and not x.font and letter_of(replace(x, scripts=())) in letters


def _defines(s: Statement) -> bool:
    return _defined(s) is not None


@where(_defines)
def with_functions_of_numbers(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such letters told apart from its arrays."""
    formulas = read_of(located)
    statements = [s for f in formulas for s in f.statements]
    said = [found for s in statements if (found := _defined(s)) is not None]
    functions = {head: letters for head, letters in said if [h for h, _ in said].count(head) == 1}
    arrays = {x.base for f in formulas for x in t.of_kind(f, Name) if any(not s.above for s in x.scripts)}
    own: dict[int, frozenset[str]] = {}
    for head, letters in functions.items():
        mine = [s for s in statements if _is_of(s, letters, head) and _has(s, head)]
        if letters & arrays and _is_applied_elsewhere(formulas, head, letters, mine):
            own |= {id(s): letters & arrays for s in mine}

    def apart(s: Statement) -> Statement:
        letters = own.get(id(s))
        if letters is None:
            return s
        change = partial(_with_look, letters)
        return replace(s, chain=rebuilt(s.chain, change))

    return with_statements(located, apart) if own else list(located)


def _with_look(letters: frozenset[str], x: object) -> Name | None:
    return replace(x, font=APART) if isinstance(x, Name) and _is(x, letters) else None


def _has(s: Statement, head: Stem) -> bool:
    return any(stem_of(x) == head for x in t.of_kind(s, Name))


def _is_applied_elsewhere(
    formulas: Sequence[Formula], head: Stem, letters: frozenset[str], mine: Sequence[Statement]
) -> bool:
    """Does a function stand before as many other things in all other statements, and in one at least?"""
    others = [s for f in formulas for s in f.statements if s not in mine and _has(s, head)]
    pairs = [pair for s in others for x in t.of_kind(s, Product) for pair in before_parentheses(x)]
    groups = [group for name, group in pairs if stem_of(name) == head]
    names = sum(stem_of(x) == head for s in others for x in t.of_kind(s, Name))
    plain = all(letter_of(i) not in letters for g in groups for i in g.items)
    return bool(groups) and len(groups) == names and plain and all(len(g.items) == len(letters) for g in groups)
