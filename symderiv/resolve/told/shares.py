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
from typing import Any, TypeAlias

from ...latex import tree as t
from ...latex.tree import BigSum, Call, Chain, Fraction, Group, Name, Node, Product, Terms
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..spelled.scripts import has_letters_alone
from ..spelled.shape import letter_of

NONE: Mapping[Name, Node] = MappingProxyType({})
INVERSE = t.Script(True, (t.Terms((t.Term("-", t.Number("1")),)),), "", False, True)
"""Behind the name of a sum that divides, `Z^{-1}`."""
DEPTH = 4
"""So many names may stand for one another, an exponential, a sum, its logarithm and a share of it."""
_Key: TypeAlias = tuple[Name, int]
"""A name without its scripts, and how many letters they have."""


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


def with_parts_put_in(chains: Sequence[Chain]) -> list[Chain]:
    r"""The chains with exponentials, sums of these and their logarithms in the place of names that are these, in
    whatever order they are defined: `s_o / S` beside `s_o = e^{u_o}` and `S = \sum_w s_w`.

    >>> from symderiv.latex.parse import parse
    >>> typed = "p_o = s_o / S", r"S = \sum_w s_w", "s_w = e^{u_w}"
    >>> share, *_ = with_parts_put_in([parse(x).statements[0].chain for x in typed])
    >>> share == parse(r"p_o = e^{u_o} / \sum_w e^{u_w}").statements[0].chain
    True
    """
    meant: dict[_Key, tuple[tuple[str, ...], Node]] = {}
    for _ in range(DEPTH):
        before = len(meant)
        for c in chains:
            name, *values = c.members
            if isinstance(name, Name) and _may_be_part(c, name) and _key(name) not in meant:
                parts = (y for x in values if _is_part(y := plain(_with_meant(x, meant))))
                meant |= {_key(name): (tuple(_indices(name)), y) for y in list(parts)[:1]}
        if len(meant) == before:
            break
    return [replace(c, members=(c.members[0], *(_with_meant(m, meant) for m in c.members[1:]))) for c in chains]


def _may_be_part(c: Chain, name: Name) -> bool:
    return EQUALITIES.issuperset(c.relations) and has_letters_alone(name)


def _key(x: Name) -> _Key:
    return replace(x, scripts=()), len(tuple(_indices(x)))


def _is_part(x: Node) -> bool:
    """Is it an exponential, a sum that holds one, or the logarithm of such a sum?"""
    return _exponent(x) is not None or _adds_exponentials(_logarithm(x) or x)


def _with_meant(x: Any, meant: Mapping[_Key, tuple[tuple[str, ...], Node]]) -> Any:
    def change(y: object) -> Node | None:
        if not isinstance(y, Name):
            return None
        inverse = bool(y.scripts) and y.scripts[-1] == INVERSE
        y = replace(y, scripts=y.scripts[:-1]) if inverse else y
        if (found := meant.get(_key(y))) is None or not has_letters_alone(y):
            return None
        letters, body = found
        renamed = dict(zip(letters, _indices(y), strict=True))
        made: Node = rebuilt(body, lambda z: _renamed(z, renamed))
        return Fraction(t.Number("1"), made, "frac") if inverse else made

    return rebuilt(x, change)


def _renamed(x: object, letters: Mapping[str, str]) -> Node | None:
    new = letters.get(letter_of(x) or "") if isinstance(x, Name) else None
    return None if new is None else Name(new)


def is_share(x: Node) -> bool:
    r"""Is it a softmax, whatever its letters: divided by a sum of exponentials, or with its logarithm taken off above?

    >>> from symderiv.latex.parse import parse
    >>> def told(typed): return is_share(parse(typed).statements[0].chain.members[1])
    >>> told(r"p_o = e^{u_o} / \sum_w e^{u_w}"), told(r"p_o = e^{u_o - \log \sum_w e^{u_w}}"), told(r"p_o = e^{u_o}")
    (True, True, False)
    """
    x = plain(x)
    exponent = _exponent(x)
    if exponent is not None:
        return is_logarithm_of_share(exponent)
    factors = x.factors if isinstance(x, Product) else (t.Factor("", x),)
    wholes = [f.body for f in factors if f.operator == "/"]
    wholes += [y.denominator for f in factors if isinstance(y := plain(f.body), Fraction)]
    return any(_adds_exponentials(y) for y in wholes)


def is_logarithm_of_share(x: Node) -> bool:
    r"""Is it `u_o - \log \sum_w e^{u_w}`, with either sign?"""
    x = plain(x)
    terms = x.terms if isinstance(x, Terms) else ()
    logarithms = [y.sign == "-" for y in terms if (w := _logarithm(plain(y.body))) and _adds_exponentials(w)]
    others = [y.sign == "-" for y in terms if _logarithm(plain(y.body)) is None]
    return len(logarithms) == 1 and (not logarithms[0]) in others


def _adds_exponentials(x: Node) -> bool:
    whole = _total(x)
    inside: list[Node] = [*t.of_kind(whole.body, Call), *t.of_kind(whole.body, Name)] if whole is not None else []
    return any(_exponent(y) is not None for y in inside)


def _is_whole(x: Node) -> bool:
    return _total(x) is not None or _logarithm(x) is not None


def _meant(x: Node, totals: Mapping[Name, Node]) -> Node:
    """What is divided by, with what the names of sums and of their logarithms stand for."""
    x = plain(x)
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
        inner = plain(part)
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
        if _by_depth(plain(_with_letter(summand, letter, new))) == _by_depth(plain(x)):
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


def plain(x: Node) -> Node:
    """What stands in parentheses or braces alone."""
    while isinstance(x, Group) and x.open in "({[" and len(x.items) == 1:
        x = x.items[0]
    return x


def _total(x: Node) -> BigSum | None:
    x = plain(x)
    return x if isinstance(x, BigSum) and x.operator == r"\sum" else None


def _logarithm(x: Node) -> BigSum | None:
    is_log = isinstance(x, Call) and x.function == "log" and len(x.args) == 1 and not x.scripts and not x.primes
    return _total(x.args[0]) if is_log and isinstance(x, Call) else None


def _exponent(x: Node) -> Node | None:
    """The argument of an exponential function, typed as one or as a power."""
    x = plain(x)
    if isinstance(x, Call) and x.function == "exp" and len(x.args) == 1:
        return x.args[0]
    if isinstance(x, Name) and x.base == "e" and len(x.scripts) == 1 and x.scripts[0].above:
        entries: Sequence[Node] = x.scripts[0].entries
        return entries[0] if len(entries) == 1 else None
    return None
