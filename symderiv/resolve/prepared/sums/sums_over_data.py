r"""Sums over the pairs of a data set, values and no indices: `\frac{1}{n} \sum_{(x, y) \in D} (w^\top x - y)^2`.

Each is a sum over numbers of examples, `\sum_{i=1}^n`, and the letters of the pair in it carry that number,
`x^{(i)}`; outside of the sums they are those of any example, as in `\ell(w, x, y) = ..`. How many pairs there are is
what the sum is divided by, or `|D|`. Letters that stand in scripts or below other sums, or nowhere but in parentheses
behind names, number things (`\sum_{(u, i) \in K} r_{ui}`). Where a name without arguments is made of them outside, it
does not say of which example it is, and where the page lists the set, it has its numbers there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Fraction, Group, Name, Node, Number, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.shape import NORMS, Stem, letter_of, stem_of
from ..applied import before_parentheses, head_of

LETTERS = "istrnmujklq"
"""For the number of an example, the first that the page does not have,"""
SIZES = "NMSRTQ"
"""and for how many there are."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The letters of a pair, the set that has them, the number of one and how many there are."""

    letters: frozenset[Stem]
    of: Name
    number: Name
    size: Name


def _sums_pairs(s: Statement) -> bool:
    return any(_pair(x) is not None for x in t.of_kind(s, BigSum))


def is_sum_over_data(x: BigSum) -> bool:
    r"""Does a sum run over the values of pairs, `\sum_{(x, y) \in D}`?

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> def first(text): return parse.parse(Source(text)).statements[0].chain.members[0]
    >>> is_sum_over_data(first(r"\sum_{(x, y) \in D} x")), is_sum_over_data(first(r"\sum_{(x_i, y_i) \in D} x_i"))
    (True, False)
    """
    return _pair(x) is not None


@where(_sums_pairs)
def with_sums_over_data(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with sums over numbers in the place of such sums."""
    pairs = (
        None if any(is_given(d) for d, _ in located) else _pairs([s for f in read_of(located) for s in f.statements])
    )
    if pairs is None:
        return list(located)

    def change(x: Any) -> Node | None:
        if isinstance(x, Group) and x.open in NORMS and x.items == (pairs.of,):
            return replace(pairs.size, span=x.span)
        if not isinstance(x, BigSum) or _pair(x) is None:
            return None
        one = Chain((pairs.number, Number("1")), ("=",), span=x.span)
        return replace(x, below=(one,), above=pairs.size, body=_numbered(rebuilt(x.body, change), pairs))

    return with_statements(located, lambda s: rebuilt(s, change))


def _pair(x: BigSum) -> tuple[tuple[Name, ...], Name] | None:
    """The letters and the set of a sum over pairs."""
    below = x.below[0] if len(x.below) == 1 and x.above is None else None
    if not isinstance(below, Chain) or below.relations != (r"\in",):
        return None
    pair, of = below.members
    if not isinstance(pair, Group) or pair.open != "(" or not isinstance(of, Name) or of.scripts or of.primes:
        return None
    letters = tuple(i for i in pair.items if isinstance(i, Name) and not i.scripts and not i.primes)
    return (letters, of) if 1 < len(letters) == len(pair.items) == len({*letters}) else None


def _pairs(statements: Sequence[Statement]) -> Pairs | None:
    """What such sums run over; None where they are no such sums, or not all of them."""
    sums = [x for s in statements for x in t.of_kind(s, BigSum)]
    found = {pair for x in sums if (pair := _pair(x)) is not None}
    if len(found) != 1:
        return None
    ((names, of),) = found
    letters = frozenset(map(stem_of, names))
    values = {stem_of(v) for s in statements for m in s.chain.members for v in _values(m)}
    if not letters <= values or letters & _numbering(statements, sums) or _says(statements, of, letters):
        return None
    if _made_of(statements, letters) & {stem_of(v) for x in sums if _pair(x) for v in _bare(x.body)}:
        return None
    met = {x.base for s in statements for x in t.of_kind(s, Name)}
    number = next((x for x in LETTERS if x not in met), None)
    size = _size(statements, of) or next((Name(x) for x in SIZES if x not in met), None)
    return Pairs(letters, of, Name(number), size) if number is not None and size is not None else None


def _values(x: object) -> Iterator[Name]:
    """The names that stand as values: in no script, below no sum, not alone in parentheses behind a name."""
    if isinstance(x, Name):
        yield x
        yield from (v for s in x.scripts for e in _exponents(x, s) for v in _values(e))
        return
    shown = {id(g): g for _, g in before_parentheses(x)} if isinstance(x, Product) else {}
    if isinstance(x, BigSum):
        yield from _values(x.body)
        return
    for part in t.parts(x):
        if id(getattr(part, "body", None)) in shown:
            yield from (v for i in shown[id(part.body)].items if not isinstance(i, Name) for v in _values(i))  # type: ignore[attr-defined]
        elif not isinstance(part, Script):
            yield from _values(part)
        else:
            yield from (v for e in _exponents(x, part) for v in _values(e))


def _exponents(x: object, s: Script) -> Iterator[Node]:
    """What is no index in a script: all that stands above e, a formula above anything else."""
    exponential = isinstance(x, Name) and x.base == "e"
    return (e for e in s.entries if s.above and not s.bracket and (exponential or not isinstance(e, Name)))


def _bare(x: object) -> Iterator[Name]:
    """The values without arguments behind them."""
    called = {id(name) for y in t.of_kind(x, Product) for name, _ in before_parentheses(y)}
    return (v for v in _values(x) if id(v) not in called)


def _numbering(statements: Sequence[Statement], sums: Sequence[BigSum]) -> set[Stem]:
    """The letters that stand in scripts, and those that other sums run over."""
    found: set[Stem] = set()
    for x in (x for s in statements for x in t.walk(s) if isinstance(x, (Name, Scripted))):
        for y in x.scripts:
            exponents = [*_exponents(x, y)]
            found |= {stem_of(v) for e in y.entries if e not in exponents for v in t.of_kind(e, Name)}
    return found | {stem_of(x) for y in sums if _pair(y) is None for b in y.below for x in t.of_kind(b, Name)}


def _says(statements: Sequence[Statement], of: Name, letters: frozenset[Stem]) -> bool:
    """Does the page say what the set is, or what one of the letters is?"""
    heads = (head_of(s.chain.members[0]) for s in statements if EQUALITIES & {*s.chain.relations})
    return any(h is not None and (h == of or stem_of(h) in letters) for h in heads)


def _made_of(statements: Sequence[Statement], letters: frozenset[Stem]) -> set[Stem]:
    """The names without arguments that are made of such letters outside of the sums."""
    told: list[tuple[Stem, set[Stem]]] = []
    for s in statements:
        left, *right = s.chain.members
        if isinstance(left, Name) and EQUALITIES & {*s.chain.relations}:
            told.append((stem_of(left), {stem_of(v) for m in right for v in _outside(m)}))
    found: set[Stem] = set()
    while more := {left for left, inside in told if inside & (letters | found)} - found:
        found |= more
    return found


def _outside(x: object) -> Iterator[Name]:
    """All names but those in sums over pairs."""
    if isinstance(x, Name):
        yield x
    for part in t.parts(x):
        if not isinstance(part, BigSum) or _pair(part) is None:
            yield from _outside(part)


def _size(statements: Sequence[Statement], of: Name) -> Name | None:
    r"""The n of `\frac{1}{n} \sum_{(x, y) \in D}` in the first equation with such a sum, if it is a letter."""
    first = next(s for s in statements if _sums_pairs(s))
    for x in t.of_kind(first, Product):
        for f in x.factors:
            below = f.body.denominator if isinstance(f.body, Fraction) else None
            parts = [g.body for g in below.factors] if isinstance(below, Product) else [below]
            letters = [y for y in parts if isinstance(y, Name) and letter_of(y) is not None and y != of]
            numbers = [y for y in parts if isinstance(y, Number)]
            if (
                len(letters) == 1
                and len(numbers) + 1 == len(parts)
                and any(isinstance(g.body, BigSum) for g in x.factors)
            ):
                return letters[0]
    return None


def _numbered(x: Node, pairs: Pairs) -> Node:
    """What is summed, with the number of the example on the letters of the pair; powers stand around that."""

    def change(y: Any) -> Node | None:
        if not isinstance(y, Name) or stem_of(y) not in pairs.letters:
            return None
        above = tuple(s for s in y.scripts if s.above)
        number = Script(True, (replace(pairs.number, span=y.span),), "(", False, True, y.span)
        name = replace(y, primes=0, scripts=(*(s for s in y.scripts if not s.above), number))
        if not above and not y.primes:
            return name
        return Scripted(Group("(", (name,), ")", (), y.span), above, y.primes, y.span)

    found: Node = rebuilt(x, change)
    return found
