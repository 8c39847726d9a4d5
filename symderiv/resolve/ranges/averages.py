r"""Ranges that an average tells: with `\mu = \frac{1}{m} \sum_i x_i` the i goes from 1 to m.

It is taken where nothing tells a range of the letter, all its averages divide by one letter, and nothing else is said
of that: it is no left side and carries no index. Who averages over i divides by how many there are; who divides by K
beside a sum over k, `\epsilon / K`, by how many of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import BigSum, Call, Chain, Factor, Formula, Fraction, Group, Name, Node, Number, Product, Terms
from ...notation import LOGARITHMS
from ..asked import remembered
from ..located import Located, read_of
from ..spelled.shape import letter_of
from .listed_ranges import told_in

COUNTS = frozenset(["n", "N", "m", "M", "T"])
"""Letters for how many there are."""


def ranges_of_averages(located: Sequence[Located], ranged: Iterable[Chain]) -> list[tuple[Formula, Chain]]:
    """The ranges of letters that averages tell; of those in `ranged` the front matter tells one."""
    formulas = read_of(located)
    met: dict[str, set[str]] = {}
    for letter, size in (pair for f in formulas for s in f.statements for pair in _averages(s)):
        met.setdefault(letter, set()).add(size)
    below = {x for f in formulas for s in f.statements for x in _divided_by(s)}
    for letter in (x for f in formulas for s in f.statements for x in _open_letters(s)) if below else ():
        if letter.upper() in below - {letter}:
            met.setdefault(letter, set()).add(letter.upper())
    if not met:
        return []
    chains = [s.chain for f in formulas for s in f.statements]
    told = set(told_in([*chains, *ranged]))
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    other = {x.base for x in names if x.scripts or x.primes} | {*_lefts(chains)}
    other |= {y for x in names for s in x.scripts for e in s.entries if (y := letter_of(e)) is not None}
    sizes = {x: sizes.pop() for x, sizes in met.items() if len(sizes) == 1 and x not in told}
    made = (parse(rf"1 \le {x} \le {size}") for x, size in sizes.items() if size not in other | {*sizes})
    return [(f, s.chain) for f in made for s in f.statements]


def _lefts(chains: Iterable[Chain]) -> Iterator[str]:
    return (left.base for c in chains if len(c.members) > 1 and isinstance(left := c.members[0], Name))


@remembered
def _averages(s: t.Statement) -> tuple[tuple[str, str], ...]:
    """For each open sum with a divisor before it the letter and the divisor."""
    found: list[tuple[str, str]] = []
    for x in t.of_kind(s, Product):
        for a, b in pairwise(x.factors):
            size, letter = _divisor(a.body), _open(b.body)
            if size is not None and letter is not None and not b.operator and a.operator != "/":
                found.append((letter, size))
        for number, a, b in zip(x.factors, x.factors[1:], x.factors[2:], strict=False):  # `1/m \\sum_i`, `1/(2m) ..`
            size, letter = _below_slash(number, a), _open(b.body)
            if size is not None and letter is not None and not b.operator:
                found.append((letter, size))
    for terms in t.of_kind(s, Terms):
        found += _counted(terms)
    return tuple(found)


def _below_slash(number: Factor, x: Factor) -> str | None:
    """The m of `1/m` and of `1/(2m)`."""
    if x.operator != "/" or not isinstance(number.body, Number):
        return None
    body = x.body.items[0] if isinstance(x.body, Group) and len(x.body.items) == 1 else x.body
    return _divisor(Fraction(number.body, body))


def _counted(x: Terms) -> Iterator[tuple[str, str]]:
    r"""Of a likelihood, `-n \log \sigma - \frac{1}{2\sigma^2} \sum_i (y_i - b)^2`: as many logarithms as squares."""
    letters = {y for term in x.terms for b in t.of_kind(term, BigSum) if (y := _open(b)) is not None}
    sizes = {y for term in x.terms if not t.of_kind(term, BigSum) for y in _times_logarithm(term.body)}
    if len(letters) == len(sizes) == 1:
        yield letters.pop(), sizes.pop()


def _times_logarithm(x: Node) -> Iterator[str]:
    r"""The n of `n \log \sigma` and of `\frac{n}{2} \log v`."""
    factors = x.factors if isinstance(x, Product) else ()
    if not any(isinstance(f.body, Call) and f.body.function in LOGARITHMS for f in factors):
        return
    for f in factors:
        body = f.body.numerator if isinstance(f.body, Fraction) and isinstance(f.body.denominator, Number) else f.body
        letter = letter_of(body) if isinstance(body, Name) else None
        if letter in COUNTS and not f.operator:
            yield letter


@remembered
def _divided_by(s: t.Statement) -> frozenset[str]:
    """The letters by which something is divided."""
    below = [x.denominator for x in t.of_kind(s, Fraction)]
    below += [f.body for x in t.of_kind(s, Product) for f in x.factors if f.operator == "/"]
    return frozenset(y for x in below if (y := letter_of(x)) is not None)


@remembered
def _open_letters(s: t.Statement) -> tuple[str, ...]:
    return tuple(y for x in t.of_kind(s, BigSum) if (y := _open(x)) is not None)


def _divisor(x: Node) -> str | None:
    r"""The m of `\frac{1}{m}`, of `\frac{2}{m}` and of `\frac{1}{2m}`."""
    if not isinstance(x, Fraction) or not isinstance(x.numerator, Number):
        return None
    below = x.denominator
    if isinstance(below, Product) and len(below.factors) == 2 and isinstance(below.factors[0].body, Number):
        below = below.factors[1].body
    return letter_of(below) if isinstance(below, Name) else None


def _open(x: Node) -> str | None:
    """The letter of a sum without bounds."""
    if not isinstance(x, BigSum) or x.above is not None or x.operator != r"\sum" or len(x.below) != 1:
        return None
    return letter_of(x.below[0])
