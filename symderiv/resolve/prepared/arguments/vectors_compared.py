r"""Functions of several vectors that are applied to others: `d(a, p)` beside `d(x, y) = \sum_k (x_k - y_k)^2`.

Each application to bare letters is a name of its own, defined by the formula with the entries of these letters in it.
The equation that says what the function is goes, unless the page applies the function to its own letters, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...integers.unequal import loose_letters
from ...located import Located, read_of
from ...spelled.shape import label_of
from ..applied import arguments_of
from .applied_to_vectors import OfVectors, Vectors, said_once, says_what, with_values_defined


def _says_what(s: Statement) -> bool:
    return _definition(s) is not None


@where(_says_what)
def with_vectors_compared(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a name for each application of such a function."""
    formulas = read_of(located)
    functions = said_once(located, _definition)
    applied: dict[Name, set[Vectors]] = {}
    for s in (s for f in formulas for s in f.statements):
        for head, given in _applications(s):
            if not any(s is one.statement for one in functions.values()):
                applied.setdefault(head, set()).add(given)
    functions = {h: f for h, f in functions.items() if applied.get(h, set()) - {f.letters} and _only(h, formulas)}
    if not functions:
        return list(located)
    every = {head: sorted(applied[head], key=str) for head in functions}
    return with_values_defined(located, functions, every, _name, _placed)


def _name(head: Name, given: Vectors) -> Name:
    text = ",".join(label_of(x) or "" for x in given)
    return Name(f"{label_of(head)}({text})")


def _placed(c: OfVectors, given: Vectors) -> Node:
    """The formula about other vectors."""
    by = {(x.base, x.accents): y for x, y in zip(c.letters, given, strict=True)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.primes or (x.base, x.accents) not in by:
            return None
        other = by[x.base, x.accents]
        scripts = rebuilt(x.scripts, change)
        return Name(other.base, other.accents, other.font if x.font else "", other.primes, scripts, x.span)

    found: Node = rebuilt(c.body, change)
    return found


def _definition(s: Statement) -> tuple[Name, OfVectors] | None:
    said = says_what(s)
    if said is None or said[0].primes:
        return None
    head, group, body = said
    letters = _given(group)
    if not letters or any(x.primes for x in letters):
        return None
    whole = len(letters) > 1 and len({(x.base, x.accents) for x in letters}) == len(letters)
    return (head, OfVectors(letters, body, s)) if whole and _is_of_vectors(body, letters) else None


def _is_of_vectors(body: Node, letters: Vectors) -> bool:
    """Do all letters stand with entries that sums run over, or all of them within norms, and none as a number?"""
    names = [x for x in t.of_kind(body, Name) if any(_is_of(x, y) for y in letters)]
    met = {(x.base, x.accents) for x in names}
    if len(met) < len(letters) or any(x.primes for x in names):
        return False
    if any(x.scripts for x in names):
        indices = {i for x in names for s in x.scripts for i in loose_letters(s)}
        return all(x.scripts for x in names) and not indices & set(loose_letters(body))
    normed = {id(x) for g in t.of_kind(body, Group) if g.open == r"\|" for x in t.of_kind(g, Name)}
    return all(id(x) in normed for x in names)


def _is_of(x: Name, letter: Name) -> bool:
    return (x.base, x.accents) == (letter.base, letter.accents) and x.font in ("", letter.font)


def _applications(x: Product | Statement) -> Iterator[tuple[Name, Vectors]]:
    """The names before several bare letters, and these."""
    for p in t.of_kind(x, Product):
        for a, b in pairwise(p.factors):
            group = arguments_of(b) if isinstance(a.body, Name) and not a.body.primes else None
            if group is not None and len(group.items) > 1 and _given(group):
                yield a.body, _given(group)  # type: ignore[misc]


def _given(group: Group) -> Vectors:
    names = tuple(x for x in group.items if isinstance(x, Name) and not x.scripts)
    return names if len(names) == len(group.items) else ()


def _only(head: Name, formulas: Sequence[Formula]) -> bool:
    """Does the name stand nowhere but before as many bare letters?"""
    stands = sum(1 for f in formulas for x in t.of_kind(f, Name) if x == head)
    given = [g for f in formulas for s in f.statements for h, g in _applications(s) if h == head]
    return stands == len(given) and len({len(g) for g in given}) == 1
