r"""A loss that a page gives once more, in the names of its parts: `L = \frac{1}{2} \|W^T W x - x\|^2`, and further down
`a = W x`, `b = W^T a`, `c = b - x`, `L = \frac{1}{2} \|c\|^2`.

By the first formula no way leads from the names to L, and `\partial L/\partial a` says nothing. The page says in the
second how L is made of them. Where both are proved to be the same for all sizes, the second defines: its value is that
of the first, and what is nudged is what the author means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from ...draft import Draft, RawDefinition
from ...errors import ReadError, SymderivError
from ...expr import Expr, Partial, Var, Variable, holds_derivative, variables
from ...normal import prove_equal
from ...read import Reading, Written
from ...system import System
from ..known.named_below import apart, cone


def defined_by_names(
    draft: Draft,
    reading: Reading,
    derived: Sequence[Partial],
    complete: Callable[[Draft, list[str]], System],
    presumed: list[str],
) -> tuple[Draft, System]:
    """The draft in which second formulas define, and its network; what had to be presumed is noted in the list."""
    system = complete(draft, presumed)
    for d, body in list(_given_again(draft, reading, derived)):
        with suppress(SymderivError):
            said: list[str] = []
            other = replace(draft, definitions=tuple(replace(d, body=body) if x is d else x for x in draft.definitions))
            again = complete(other, said)
            if _are_the_same(system, again, d.left):
                draft, system = other, again
                presumed[:] = said
    return draft, system


def _are_the_same(one: System, other: System, left: Var) -> bool:
    """Is a number the same in two networks of one page, of the same sizes?"""
    pieces = one.of(left.variable)
    if len(pieces) != 1 or pieces[0].body is None or (one.sizes, one.presumed) != (other.sizes, other.presumed):
        return False
    return prove_equal(other, left, pieces[0].body).proved


def _given_again(draft: Draft, reading: Reading, derived: Sequence[Partial]) -> Iterator[tuple[RawDefinition, Expr]]:
    """The definitions of numbers that are differentiated by names apart from them, each with a second formula by which
    they are computed from all names that they are differentiated by."""
    by: dict[Variable, set[Variable]] = {}
    for x in derived:
        if isinstance(x.of, Var) and not x.of.indices:
            by.setdefault(x.of.variable, set()).add(x.wrt.variable)
    lefts = [d.left.variable for d in draft.definitions]
    for d in (d for d in draft.definitions if d.left.variable in by and lefts.count(d.left.variable) == 1):
        names = by[d.left.variable]
        if d.where or d.ranges or not apart(draft.definitions, d.left.variable, names):
            continue
        computed = names & {*lefts}
        bodies = (m for w in reading.claims if _says(w, d.left) for m in w.members if not isinstance(m, ReadError))
        for body in bodies:
            below = cone(draft.definitions, variables(body))
            if not holds_derivative(body) and computed <= below and d.left.variable not in below:
                yield d, body
                break


def _says(w: Written, left: Var) -> bool:
    """Does a chain of equations claim what a number is? What it may be said under does not matter: it is proved."""
    plain = bool(w.claims) and not (w.where or w.ranges or w.given or w.doubtful or w.choice or w.struck)
    return plain and left in w.members and all(r == "=" for r in w.relations)
