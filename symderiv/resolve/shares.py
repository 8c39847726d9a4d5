r"""Shares of a whole, `p_o = \frac{e^{u_o}}{\sum_{w=1}^W e^{u_w}}` and `q_o = u_o - \log \sum_w e^{u_w}`.

What is divided by a sum is a term of it: so the letter that stands on it numbers one of the entries that the sum runs
over, whatever else may be a label on the page. The sum may have a name, `Z = \sum_w e^{u_w}`, and so may its logarithm.
A term that is added to that sum, too (`e^{s_p} + \sum_n e^{s_n}`), may lie apart from the others, and so may one of a
sum that leaves something out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ..latex import tree as t
from ..latex.tree import BigSum, Call, Chain, Fraction, Group, Name, Node, Product, Terms
from ..latex.walking import rebuilt
from ..notation import EQUALITIES
from .shape import letter_of

NONE: Mapping[Name, Node] = MappingProxyType({})


def totals_in(chains: Iterable[Chain]) -> dict[Name, Node]:
    r"""The names of sums over all, and of their logarithms: Z and A, where `Z = \sum_w e^{u_w}` and `A = \log Z` begin
    a page.

    >>> from symderiv.latex.parse import parse
    >>> typed = r"Z = \sum_w e^{u_w}", r"A = \log Z", "p_o = z_o / A"
    >>> [x.base for x in totals_in(parse(x).statements[0].chain for x in typed)]
    ['Z', 'A']
    """
    found: dict[Name, Node] = {}
    for c in chains:
        name, *values = c.members
        if not isinstance(name, Name) or name in found or not EQUALITIES.issuperset(c.relations):
            continue
        whole = next((y for x in values if _is_whole(y := _meant(x, found))), None)
        if whole is not None:
            found[name] = whole
    return found


def _is_whole(x: Node) -> bool:
    return _total(x) is not None or _logarithm(x) is not None


def _meant(x: Node, totals: Mapping[Name, Node]) -> Node:
    """What is divided by, with what the names of sums and of their logarithms stand for."""
    x = _plain(x)
    if isinstance(x, Name):
        return totals.get(x, x)
    if isinstance(x, Call) and x.function == "log" and len(x.args) == 1:
        return replace(x, args=(_meant(x.args[0], totals),))
    return x


def shares_in(c: Chain, totals: Mapping[Name, Node] = NONE) -> Iterator[str]:
    r"""The letters of what is divided by the sum of all that is like it, which may have one of the names of `totals`.

    >>> from symderiv.latex.parse import parse
    >>> def letters(typed): return sorted(set(shares_in(parse(typed).statements[0].chain)))
    >>> letters(r"p_o = \frac{\exp(u_o)}{\sum_{w=1}^W \exp(u_w)}"), letters(r"q_o = u_o - \log \sum_w e^{u_w}")
    (['o'], ['o'])
    >>> letters(r"p = e^{u_o} / \sum_w e^{u_w}"), letters(r"p = \frac{e^{u_o}}{e^{u_o} + \sum_w e^{u_w}}")
    (['o'], [])
    """
    for m in c.members[1:]:
        for x in t.of_kind(m, Fraction):
            yield from _terms_of(x.numerator, _meant(x.denominator, totals))
        for y in t.of_kind(m, Product):
            for a, b in zip(y.factors, y.factors[1:], strict=False):
                if b.operator == "/":
                    yield from _terms_of(a.body, _meant(b.body, totals))
        for z in t.of_kind(m, Terms):
            yield from _with_logarithms([_meant(term.body, totals) for term in z.terms])


def _with_logarithms(terms: Sequence[Node]) -> Iterator[str]:
    for whole in (w for x in terms if (w := _logarithm(x)) is not None):
        exponent = _exponent(whole.body)
        if exponent is not None:
            for x in terms:
                yield from _letters(x, whole, exponent)


def _terms_of(part: Node, whole: Node) -> Iterator[str]:
    total = _total(whole)
    if total is not None:
        inner = _plain(part)
        bodies = [f.body for f in inner.factors] if isinstance(inner, Product) else []
        for body in (inner, *bodies):
            yield from _letters(body, total, total.body)


def _letters(x: Node, whole: BigSum, summand: Node) -> Iterator[str]:
    """The letter in `x` with which the summand is the same as it, if the sum runs over all."""
    (letter,) = (_running(b) for b in whole.below) if len(whole.below) == 1 else (None,)
    if letter is None:
        return
    there = {y for n in t.of_kind(summand, Name) for y in _indices(n)}
    for new in dict.fromkeys(y for n in t.of_kind(x, Name) for y in _indices(n) if y not in there):
        if _by_depth(_plain(_with_letter(summand, letter, new))) == _by_depth(_plain(x)):
            yield new


def _by_depth(x: Any, depth: int = 0) -> Any:
    """What is the same whatever the letters of its sums are."""

    def change(y: object) -> Node | None:
        letter = _running(y.below[0]) if isinstance(y, BigSum) and len(y.below) == 1 else None
        if letter is None or not isinstance(y, BigSum):
            return None
        new = f"#{depth}"
        return replace(y, below=(Name(new),), body=_by_depth(_with_letter(y.body, letter, new), depth + 1))

    return rebuilt(x, change)


def _indices(x: Name) -> Iterator[str]:
    return (y for s in x.scripts for e in s.entries if (y := letter_of(e)) is not None)


def _with_letter(x: Any, old: str, new: str) -> Any:
    def change(y: Any) -> Node | None:
        return Name(new) if isinstance(y, Name) and letter_of(y) == old else None

    return rebuilt(x, change)


def _running(below: Node) -> str | None:
    r"""The letter of a sum over all: the w of `\sum_w` and `\sum_{w=1}^W`."""
    if isinstance(below, Chain):
        first, *others = below.members
        return letter_of(first) if below.relations == ("=",) and isinstance(others[0], t.Number) else None
    return letter_of(below)


def _plain(x: Node) -> Node:
    while isinstance(x, Group) and x.open in "({[" and len(x.items) == 1:
        x = x.items[0]
    return x


def _total(x: Node) -> BigSum | None:
    x = _plain(x)
    return x if isinstance(x, BigSum) and x.operator == r"\sum" else None


def _logarithm(x: Node) -> BigSum | None:
    is_log = isinstance(x, Call) and x.function == "log" and len(x.args) == 1 and not x.scripts and not x.primes
    return _total(x.args[0]) if is_log and isinstance(x, Call) else None


def _exponent(x: Node) -> Node | None:
    """The argument of an exponential function, typed as one or as a power."""
    x = _plain(x)
    if isinstance(x, Call) and x.function == "exp" and len(x.args) == 1:
        return x.args[0]
    if isinstance(x, Name) and x.base == "e" and len(x.scripts) == 1 and x.scripts[0].above:
        entries: Sequence[Node] = x.scripts[0].entries
        return entries[0] if len(entries) == 1 else None
    return None
