r"""Products of vectors typed side by side, and what they are in entries: `a_i = x w_i = \sum_{j=1}^N x_j w_{ij}`.

Nothing is transposed there, and by its own rules `x w_i` is a column times a number, or no product at all. The page
says what it means by it; so `x w_k` is that sum wherever it stands, the line itself shows it once. Only where the
line defines something, is the first with such a product, and has its own index of a row in front, `w_{ij}` of `w_i`:
a later one claims something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Factor, Group, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...scripts import entries_of
from ...shape import letter_of


@dataclass(frozen=True, slots=True)
class _Told:
    """A product of two names as the sum that it is; `member`: the product as typed."""

    member: Product
    whole: BigSum

    @property
    def key(self) -> tuple[object, ...]:
        """What the same product has in other letters."""
        return tuple(map(_key, _pair(self.member)))


@where(lambda s: _told(s.chain) is not None)
def with_products_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas with such products as sums."""
    statements = [s for f in read_of(located) for s in f.statements]
    found: dict[tuple[object, ...], _Told | None] = {}
    for s in statements:
        told = _told(s.chain)
        if told is not None:
            before = found.setdefault(told.key, told)
            if before is not told and before is not None and _in_letters(before, _pair(told.member)) != told.whole:
                found[told.key] = None  # two lines say two things
        for pair in (p for x in t.of_kind(s, Product) for p in _pairs(x)):
            found.setdefault(tuple(map(_key, pair)), None)
    meant = {key: x for key, x in found.items() if x is not None}
    return with_statements(located, lambda s: _written(s, meant)) if meant else list(located)


def _written(s: Statement, meant: dict[tuple[object, ...], _Told]) -> Statement:
    """A statement with the sums in the place of the products, each only once in a chain."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        told = {n: (pair, y) for n, pair in _placed(x) if (y := meant.get(tuple(map(_key, pair)))) is not None}
        if not told:
            return None
        factors: list[Factor] = []
        for n, f in enumerate(x.factors):
            if n in told:
                pair, y = told[n]
                whole = replace(_in_letters(y, pair), span=x.span)
                factors.append(replace(f, body=Group("(", (whole,), ")", (), x.span)))
            elif n - 1 not in told:
                factors.append(replace(f, body=rebuilt(f.body, change)))
        return factors[0].body.items[0] if len(factors) == 1 else replace(x, factors=tuple(factors))  # type: ignore

    told = _told(s.chain)
    if told is not None and meant.get(told.key) == told:
        s = replace(s, chain=_without(s.chain, told.member))
    found: Statement = rebuilt(s, change)
    return found


def _without(c: Chain, member: Product) -> Chain:
    """A chain without one of its members, and the relation before it."""
    n = next(n for n, m in enumerate(c.members) if m is member)
    spans = c.relation_spans[: n - 1] + c.relation_spans[n:]
    return replace(
        c,
        members=c.members[:n] + c.members[n + 1 :],
        relations=c.relations[: n - 1] + c.relations[n:],
        relation_spans=spans,
    )


def _told(c: Chain) -> _Told | None:
    """The product that a definition writes out."""
    if len(c.members) < 3 or set(c.relations) != {"="} or not isinstance(c.members[0], Name):
        return None
    for one, two in pairwise(c.members[1:]):
        pair = _pair(one) if isinstance(one, Product) else None
        if pair and isinstance(two, BigSum) and _is_of(two, pair):
            return _Told(one, two)  # type: ignore[arg-type]
    return None


def _is_of(x: BigSum, pair: tuple[Name, ...]) -> bool:
    """Does a sum run over one letter more in both names?"""
    letter = _letter_run(x)
    inner = _pair(x.body) if isinstance(x.body, Product) else None
    if letter is None or inner is None or any(letter in map(letter_of, entries_of(y)) for y in pair):
        return False
    longer = [_lengthened(y, letter) for y in pair]
    return longer in ([*inner], [*reversed(inner)])


def _letter_run(x: BigSum) -> str | None:
    """The letter of a sum over one."""
    if x.operator != r"\sum" or len(x.below) != 1:
        return None
    below = x.below[0]
    if isinstance(below, Chain):
        return letter_of(below.members[0]) if below.relations == ("=",) else None
    return letter_of(below)


def _pair(x: Node) -> tuple[Name, ...]:
    """The two names of a product of nothing else."""
    pairs = list(_pairs(x)) if isinstance(x, Product) and len(x.factors) == 2 else []
    return pairs[0] if pairs else ()


def _pairs(x: Product) -> Iterator[tuple[Name, ...]]:
    return (pair for _, pair in _placed(x))


def _placed(x: Product) -> Iterator[tuple[int, tuple[Name, ...]]]:
    """The names that stand side by side in a product, and where the first does."""
    for n, (a, b) in enumerate(pairwise(x.factors)):
        if _is_plain(a.body) and _is_plain(b.body) and not b.joined and not b.operator:
            yield n, (a.body, b.body)  # type: ignore[misc]


def _is_plain(x: Node) -> bool:
    """Is it a name with at most one script, indices below it?"""
    return isinstance(x, Name) and not x.primes and all(not s.above and not s.bracket for s in x.scripts)


def _key(x: Name) -> tuple[object, ...]:
    return x.base, x.accents, x.font, len(entries_of(x))


def _lengthened(x: Name, letter: str) -> Name:
    """A name with one index more behind its own."""
    commas = any(s.commas for s in x.scripts)
    return replace(x, scripts=(Script(False, (*entries_of(x), Name(letter)), "", commas),))


def _in_letters(told: _Told, pair: tuple[Name, ...]) -> BigSum:
    """The sum for the same product in other letters."""
    letter = _letter_run(told.whole) or ""
    taken = {y.base for x in pair for e in entries_of(x) for y in t.of_kind(e, Name)}
    own, whole = letter, told.whole
    while own in taken:
        own += "'"
    bodies = [_lengthened(x, own) for x in pair]
    body = Product((Factor("", bodies[0]), Factor("", bodies[1])), whole.body.span)
    below = rebuilt(whole.below[0], lambda x: Name(own) if isinstance(x, Name) and letter_of(x) == letter else None)
    return replace(whole, below=(below,), body=body)
