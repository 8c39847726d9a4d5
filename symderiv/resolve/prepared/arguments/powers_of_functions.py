r"""Powers of functions, `\sigma^2(z)` as `\sigma(z)^2`, where the page also has the function without a number.

So it is of the logistic function and of one that the page defines. Of any other function it may be one that is applied
twice, and a letter that also stands without a parenthesis may be multiplied with it: these are not read. A number tells
functions apart where `f^1(z)` stands beside it, or `f^2(z) = ..`. One of several, `f_t^2(x_i)`, is a power only where
the page defines them, `f_t(x_i) = ..`, and has them with an argument everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Group, Misfit, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS

Head: TypeAlias = tuple[str, int]
"""The letter of a function, and how many entries stand below it."""


def _has_powers(s: Statement) -> bool:
    return any(_power(f.body) is not None for p in t.of_kind(s, Product) for f, _ in _applied(p))


@where(_has_powers)
def with_powers_of_functions(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such powers behind what the function is applied to."""
    statements = [s for f in read_of(located) for s in f.statements]
    heads = [f.body for s in statements for p in t.of_kind(s, Product) for f, _ in _applied(p)]
    called = Counter(head for x in heads if (head := _function(x)) is not None)
    plain = {_function(x) for x in heads if _number(x) is None}
    lefts = [f.body for s in statements if (f := _defined(s)) is not None]
    numbered = {_function(x) for x in lefts if _power(x) is not None} | {_function(x) for x in heads if _number(x) == 1}
    met = Counter(_function(x) for s in statements if s.chain.relations for x in t.of_kind(s, Name))
    known = {_function(x) for x in lefts} | {(x, 0) for x in GREEK_FUNCTIONS}
    powers = (head for x in heads if _power(x) is not None and (head := _function(x)) is not None)
    names = {x for x in powers if x in plain - numbered and x in known | {(y, 0) for y in FUNCTION_LETTERS}}
    sure = {x for x in names if x in known and met[x] <= called[x]}
    return with_statements(located, lambda s: rebuilt(s, lambda x: _changed(x, names, sure)))


def _changed(x: object, names: set[Head], sure: set[Head]) -> Node | None:
    if not isinstance(x, Product):
        return None
    powers = [(f, g) for f, g in _applied(x) if _power(f.body) is not None and _function(f.body) in names]
    if not powers:
        return None
    if any(_function(f.body) not in sure for f, _ in powers):
        return Misfit("a power of a function, or another function", "write `f(x)^2` for the power", span=x.span)
    factors = list(x.factors)
    for n, (f, g) in enumerate(pairwise(x.factors)):
        if any(f is head and g is group for head, group in powers):
            assert isinstance(f.body, Name)
            below = tuple(s for s in f.body.scripts if not s.above)
            above = tuple(s for s in f.body.scripts if s.above)
            factors[n] = replace(f, body=replace(f.body, scripts=below))
            factors[n + 1] = replace(g, body=Scripted(g.body, above, 0, getattr(g.body, "span", (0, 0))))
    changed = replace(x, factors=tuple(factors))
    return replace(changed, factors=tuple(rebuilt(f, lambda y: _changed(y, names, sure)) for f in changed.factors))


def _applied(x: Product) -> Iterator[tuple[Factor, Factor]]:
    """The names in a product that stand before a parenthesis, with it."""
    for f, following in pairwise(x.factors):
        behind = following.body.base if isinstance(following.body, Scripted) else following.body
        if isinstance(f.body, Name) and following.joined and isinstance(behind, Group):
            yield f, following


def _defined(s: Statement) -> Factor | None:
    """The function of `f(x) = ..`."""
    left = s.chain.members[0]
    if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and isinstance(left, Product):
        return next((f for f, _ in _applied(left) if len(left.factors) == 2), None)
    return None


def _function(x: Node) -> Head | None:
    """A name without scripts above, or with nothing but a number there."""
    if not isinstance(x, Name) or (_number(x) is None and any(s.above for s in x.scripts)):
        return None
    return x.base, sum(len(s.entries) for s in x.scripts if not s.above)


def _power(x: Node) -> Script | None:
    """The number above a name that may be a power."""
    above = [s for s in x.scripts if s.above] if isinstance(x, Name) and not x.primes else []
    return above[0] if (_number(x) or 0) > 1 and above else None


def _number(x: Node) -> int | None:
    above = [s for s in x.scripts if s.above] if isinstance(x, Name) else []
    match above:
        case [Script(bracket="", entries=(t.Number(text=text),))] if text.isdigit():
            return int(text)
    return None
