r"""Primes behind parentheses: `\sigma'(x) = \left(\frac{1}{1+e^{-x}}\right)'`, `\frac{(e^z)' Z - e^z Z'}{Z^2}`.

The derivative is by the argument of a primed function in the chain, or else by the one letter that is a value in the
parentheses. Where there are several, nothing tells which is meant. Beside them a number with a prime is 0: `1' v - v'`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Derivative, Group, Name, Node, Product, Scripted, Wrt
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..applied import arguments_of


def _has_primed(s: t.Statement) -> bool:
    return any(map(_primed, t.of_kind(s, Scripted)))


@where(_has_primed)
def with_primes_on_groups(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives for such primes."""
    formulas = read_of(located)
    primed = [x for f in formulas for x in t.of_kind(f, Scripted) if _primed(x)]
    if not primed or any(_holds_array(x) for x in primed):
        return list(located)

    def chain(x: Any) -> Node | None:
        if not isinstance(x, Chain):
            return None
        by = set(_arguments(x))

        def change(y: Any) -> Node | None:
            if by and isinstance(y, Scripted) and isinstance(y.base, t.Number) and y.primes == 1 and not y.scripts:
                return t.Number("0", y.span)  # `1' \cdot v - 1 \cdot v'`
            if not isinstance(y, Scripted) or not _primed(y):
                return None
            letters = by or {z.base for z in _values(y.base)}
            inner = rebuilt(y.base, change)
            if len(letters) != 1 or not isinstance(inner, Group):
                return None
            (letter,) = letters
            wrt = Wrt(Name(letter, span=y.span), 1, y.span)
            return Derivative(inner.items[0], (wrt,), front=True, span=y.span)

        found: Node = rebuilt(x, change)
        return found

    return with_statements(located, lambda s: rebuilt(s, chain))


def _primed(x: Scripted) -> bool:
    single = isinstance(x.base, Group) and len(x.base.items) == 1 and not isinstance(x.base.items[0], Name)
    return x.primes == 1 and not x.scripts and single


def _holds_array(x: Scripted) -> bool:
    """Is there a bold letter or a capital? Then the prime may be a transpose."""
    return any(y.font == "mathbf" or (y.base.isupper() and not y.scripts) for y in t.of_kind(x, Name))


def _arguments(c: Chain) -> Iterator[str]:
    """The letter at which a function stands with its prime, `\\sigma'(x)`."""
    for x in t.of_kind(c, Product):
        for one, two in zip(x.factors, x.factors[1:], strict=False):
            group = arguments_of(two)
            letter = letter_of(group.items[0]) if group is not None and len(group.items) == 1 else None
            if isinstance(one.body, Name) and one.body.primes and letter is not None:
                yield letter


def _values(x: Node) -> Iterator[Name]:
    """The bare letters in an expression, but for the base of the exponential and what a function is called."""
    called = {
        id(a.body)
        for p in t.of_kind(x, Product)
        for a, b in zip(p.factors, p.factors[1:], strict=False)
        if arguments_of(b) is not None
    }
    for y in t.of_kind(x, Name):
        if not (y.base == "e" and y.scripts) and id(y) not in called:
            yield y
