r"""Steps of time, each one number: the `\Delta t` of `h^{k+1} = h^k + \Delta t f(h^k)`, `\Delta \tau`, `\mathrm{d}t`.

Two letters are one name where neither has a meaning of its own: the sign stands nowhere but before such a letter, and
that letter is nowhere a value without the sign. In scripts it may number something, `h_{t+1} = h_t + \Delta t f(h_t)`;
then a sentence that merely names it, too, says nothing against that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Script, Statement, Terms
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..gradients.changes_of_weights import DELTA, fused_throughout, name_behind
from ..indices.in_brackets import in_exponents, valued

SIGNS = {DELTA: "", "d": "mathrm"}
"""What makes a step of a time, with its font."""
TIMES = frozenset(["t", r"\tau", "s"])
"""The letters of time."""
Pair = tuple[str, Name]
"""A sign and the name behind it."""


def _has_step(s: Statement) -> bool:
    return any(True for x in t.of_kind(s, Product) for _ in _pairs(x))


@where(_has_step)
def with_steps_of_time_named(located: Sequence[Located]) -> Sequence[Located]:
    r"""The formulas of a document with one name for each such step.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$$ h^{k+1} = h^k + \Delta t \, f(h^k) $$")
    >>> found = with_steps_of_time_named(read_formulas(page))
    >>> [x.base for x in t.of_kind(found[0][1], Name) if "t" in x.base]
    ['\\Delta t']
    """
    statements = [s for f in read_of(located) for s in f.statements]
    pairs = [pair for s in statements for x in t.of_kind(s, Product) for pair in _pairs(x).values()]
    for sign in sorted({sign for sign, _ in pairs}):
        letters = {stem_of(name) for at, name in pairs if at == sign}
        if _are_apart(sign, letters, statements, len([at for at, _ in pairs if at == sign])):
            located = with_statements(located, partial(_with_steps, sign, letters))
    return located


def _with_steps(sign: str, letters: Set[Stem], s: Statement) -> Statement:
    """A statement with one name for each step, which multiplies what stands in the parenthesis behind it."""
    names = {f"{sign} {base}" for base, _, _ in letters}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors = [replace(f, body=rebuilt(f.body, change)) for f in x.factors]
        for n, (a, b) in enumerate(pairwise(factors), 1):
            if b.joined and isinstance(a.body, Name) and a.body.base in names and _is_made_of_values(b.body):
                factors[n] = replace(b, joined=False)
        return replace(x, factors=tuple(factors))

    multiplied: Statement = rebuilt(fused_throughout(sign, letters, s, SIGNS[sign]), change)
    return multiplied


def _is_made_of_values(x: Node) -> bool:
    r"""Is it `(w h_t + b)`? In `\Delta t(k + 1)` there may be an argument."""
    made = isinstance(x, Group) and len(x.items) == 1 and isinstance(x.items[0], Terms)
    return made and any(y.scripts for y in t.of_kind(x, Name))


def _pairs(x: Product) -> dict[int, Pair]:
    """By the place of its letter, what may be a step in a product."""
    found = {}
    for n in range(len(x.factors) - 1):
        sign = x.factors[n].body
        if isinstance(sign, Name) and SIGNS.get(sign.base) == sign.font and not sign.scripts:
            name = name_behind(x, n, sign.base, sign.font)
            if name is not None and name.base in TIMES and not (name.accents or name.font or name.primes):
                found[n + 1] = (sign.base, name)
    return found


def _are_apart(sign: str, letters: Set[Stem], statements: Sequence[Statement], pairs: int) -> bool:
    """Does the sign stand nowhere else, and is none of the letters a value without it?"""
    if sum(x.base == sign for s in statements for x in t.of_kind(s, Name)) != pairs:
        return False
    numbering = {stem_of(x) for s in statements for script in t.of_kind(s, Script) for x in t.of_kind(script, Name)}
    return all(stem_of(x) not in letters for s in statements for x in _values(s, numbering))


def _values(s: Statement, numbering: Set[Stem]) -> Iterator[Name]:
    """The names that are values in a statement, but for the letters of steps."""
    members = s.chain.members
    mentioned = not s.chain.relations and isinstance(members[0], Name) and stem_of(members[0]) in numbering
    if not mentioned and not any(isinstance(m, t.Listing) for m in members):
        yield from valued(s.chain, lambda x: _pairs(x).keys())
        yield from in_exponents(s)
