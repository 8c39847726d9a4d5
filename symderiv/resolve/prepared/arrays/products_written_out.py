r"""Products of vectors typed side by side, and what they are in entries: `a_i = x w_i = \sum_{j=1}^N x_j w_{ij}`.

Nothing is transposed there, and by its own rules `x w_i` is a column times a number, or no product at all. The page
says what it means by it; so `x w_k` is that sum wherever it stands, the line itself shows it once. Only where the
line defines something, is the first with such a product, and has its own index of a row in front, `w_{ij}` of `w_i`:
a later one claims something.

Where one of the two is transposed, `x_u^T y_i = \sum_d x_{ud} y_{id}`, the product means what it always does. A sum
without an end, over entries that stand in no other place of the page, then shows how it is computed and no more: of
these entries nothing else is known, not even on which side the own index of `y_i` stands. It is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import is_mention
from ....latex.tree import BigSum, Chain, Factor, Group, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of, kind_of
from ...spelled.shape import is_mark, letter_of


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


@where(lambda s: _shown(s.chain) is not None)
def without_products_shown(located: Sequence[Located]) -> list[Located]:
    r"""The formulas without such sums beside the products that they show.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$s = x_u^T y_i = \sum_d x_{ud} y_{id}$"))
    >>> len(without_products_shown(page)[0][1].statements[0].chain.members)
    2
    """
    statements = [s for f in read_of(located) for s in f.statements]
    shown = [x for s in statements if (x := _shown(s.chain)) is not None]
    within = {id(y) for x in shown for y in t.of_kind(x, Name)}
    others = [y for s in statements if not is_mention(s) for y in t.of_kind(s, Name) if id(y) not in within]
    taken = {kind_of(y) for y in others} | {y.base for y in others}
    alone = {id(x) for x in shown if taken.isdisjoint((*map(kind_of, _pair(x.body)), _letter_run(x)))}

    def changed(s: Statement) -> Statement:
        sums = [m for m in s.chain.members if id(m) in alone]
        return replace(s, chain=_without(s.chain, sums[0])) if sums else s

    return with_statements(located, changed) if alone else list(located)


def _shown(c: Chain) -> BigSum | None:
    """The sum without an end that stands beside the same product with a transpose."""
    if set(c.relations) != {"="} or len(c.members) < 3:
        return None
    for one, two in (p for a, b in pairwise(c.members[1:]) for p in ((a, b), (b, a))):
        pair = _transposed_pair(one) if isinstance(one, Product) else ()
        letter = _letter_run(two) if isinstance(two, BigSum) and two.above is None else None
        inner = _pair(two.body) if letter is not None and isinstance(two, BigSum) else ()
        if (
            pair
            and isinstance(two, BigSum)
            and not isinstance(two.below[0], Chain)
            and _are_entries(inner, pair, letter)
        ):
            return two
    return None


def _are_entries(inner: Sequence[Name], pair: Sequence[Name], letter: str | None) -> bool:
    """Are these the two names with one letter more, in front of their own indices or behind them?"""
    for x, y in zip(inner, pair, strict=False):
        own, found = entries_of(y), entries_of(x)
        if _key(replace(x, scripts=())) != _key(replace(y, scripts=())) or len(found) != len(own) + 1:
            return False
        ends = [e for e, rest in ((found[0], found[1:]), (found[-1], found[:-1])) if rest == own]
        if letter in map(letter_of, own) or letter not in map(letter_of, ends):
            return False
    return bool(inner)


def _transposed_pair(x: Product) -> tuple[Name, ...]:
    """The two names of a product, without the transpose that one of them carries."""
    names = [f.body for f in x.factors if isinstance(f.body, Name) and not f.operator and not f.joined]
    plain = [replace(y, scripts=tuple(s for s in y.scripts if not _is_transpose(s))) for y in names]
    turned = sum(len(a.scripts) > len(b.scripts) for a, b in zip(names, plain, strict=True))
    fits = len(names) == len(x.factors) == 2 and turned == 1 and all(map(_is_plain, plain))
    return tuple(plain) if fits else ()


def _is_transpose(s: Script) -> bool:
    return s.above and len(s.entries) == 1 and is_mark(s.entries[0])


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


def _without(c: Chain, member: Node) -> Chain:
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
