r"""Gradients named by a d, told by their entries: `(d\mathbf{O})_{il} = \frac{\partial L}{\partial O_{il}}`.

Whatever a d is besides, also the length of something: there it is no factor, but the name of an array is `dO`. So it is
a name of its own, which such an equation defines; the array has the entries that stand in it. Where a d stands as a
value, or before the loss, as in equations of differentials, nothing is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....document.blocks import Display
from ....latex.source import Source
from ....latex.tree import (
    BigSum,
    Chain,
    Derivative,
    Formula,
    Fraction,
    Group,
    Listing,
    Misfit,
    Name,
    Node,
    Product,
    Root,
    Script,
    Scripted,
    Statement,
)
from ....latex.walking import of_kind, parts, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.differentials import CHANGE, UPRIGHT, changed, fused
from ...spelled.shape import letter_of
from .gradients_by_d import OWN, values_of, with_marks_kept

SIGNS = {"d"}
IN_DOUBT = "is the d a factor, or does the name stand for a gradient?"
Key: TypeAlias = tuple[str, tuple[str, ...], int]
"""A name but for its font and its scripts."""


@dataclass(frozen=True, slots=True)
class Told:
    """An array behind a d, and the entry by which the loss is derived; `is_turned`: that of the transposed one."""

    whole: Name
    entry: Name
    loss: Name
    is_turned: bool


@dataclass(frozen=True, slots=True)
class Named:
    """What is told of such arrays, and the `others` that are called so."""

    told: dict[Key, Told]
    others: Collection[Key]
    loss: Name

    def __contains__(self, key: object) -> bool:
        return key in self.told or key in self.others


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_entries_behind_d(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such arrays, and their entries, as one name each.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.walking import of_kind
    >>> page = read_formulas(parse_document(r"$(d\mathbf{O})_i = \frac{\partial L}{\partial O_i}$, $A d\mathbf{O}$"))
    >>> [x.base for x in of_kind(with_entries_behind_d(page)[-1][1], Name)]
    ['A', 'O']
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = {_key(x.whole): x for x in map(_told, chains) if x is not None}
    losses = {x.loss for x in told.values()}
    if len(losses) != 1 or any(_is_value(c) or _is_before(c, losses) for c in chains):
        return with_statements(located, lambda s: _doubted(s, told))
    values = values_of(chains)
    others = {_key(x) for c in chains for x in _alone(c) if x.base in values} - told.keys()
    if any(x.is_turned for x in told.values()) and others:
        return with_statements(located, lambda s: _doubted(s, told.keys() | others))
    named = Named(told, others, losses.pop())
    return [x for pair in located for x in _written_out(pair, named)]


def _doubted(s: Statement, told: Collection[Key] | Named) -> Statement:
    """A statement with such names where a d is something else, too."""
    return _in_doubt(s, lambda m: _holds(m, told))


def _divided(s: Statement, told: Named) -> Statement:
    r"""A statement with such names below a line: nobody divides by a gradient, `\frac{y_i}{d a_i}` has a factor d."""
    return _in_doubt(s, lambda m: any(_holds(x.denominator, told) for x in of_kind(m, Fraction)))


def _in_doubt(s: Statement, asked: Callable[[Node], bool]) -> Statement:
    def doubted(m: Node) -> Node:
        if not asked(m):
            return m
        return Misfit(IN_DOUBT, r"write `\frac{\partial L}{\partial W}`", span=getattr(m, "span", (0, 0)))

    members = tuple(map(doubted, s.chain.members)) if s.chain.relations else s.chain.members
    return s if members == s.chain.members else replace(s, chain=replace(s.chain, members=members))


def _holds(m: Node, told: Collection[Key] | Named) -> bool:
    """Does such a name stand in it, of the letters `d W`?"""
    return bool(rebuilt(m, lambda x: fused(x, SIGNS, lambda y: _key(y) in told)) != m)


def _alone(c: Chain) -> Iterator[Name]:
    r"""The names behind a d that are a side by themselves, the V of `dV = ..` and of `(dV)_{ij} = ..`."""
    for m in c.members if c.relations else ():
        inner = m.base if isinstance(m, Scripted) else m
        alone = isinstance(inner, Group) and len(inner.items) == 1
        x = changed(inner.items[0] if isinstance(inner, Group) and alone else inner, SIGNS)
        if isinstance(x, Name):
            yield x


def _written_out(pair: Located, named: Named) -> Iterator[Located]:
    """A formula in these names; behind one that defines an entry, what array it is an entry of."""
    display, f = pair
    if not isinstance(f, Formula):
        yield pair
        return
    found = tuple(_statement(s, named) for s in f.statements)
    yield pair if found == f.statements else (display, replace(f, statements=found))
    for s, new in zip(f.statements, found, strict=True):
        definition = _told(s.chain)
        if definition is not None:
            yield _array_of(new.chain.members[0], definition, display)


def _array_of(entry: Node, told: Told, display: Display) -> Located:
    """The sentence that an array has such entries."""
    source = Source("", display.line, file=display.source.file)
    whole = replace(told.whole, accents=(OWN, *told.whole.accents))
    statement = Statement(Chain((whole, Group("(", (entry,), ")")), ("=",), ((0, 0),)))
    return Display(source, display.line, 1, display.line, True, paragraph=display.paragraph), Formula(
        source, (statement,)
    )


def _statement(s: Statement, named: Named) -> Statement:
    """A statement in these names."""

    def own(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.accents[:1] != (CHANGE,):
            return None
        if (x.base, x.accents[1:], x.primes) in named.others:
            return with_marks_kept(x, named.loss)
        return _as_entry(replace(x, accents=(OWN, *x.accents[1:])), (), named)

    def change(x: Any) -> Node | None:
        found = fused(x, SIGNS, lambda name: _key(name) in named)
        return None if found is None or found == x else rebuilt(rebuilt(found, own), change)

    def entry(x: Any) -> Node | None:
        within = x.base if isinstance(x, Scripted) and not x.primes else None
        inner = within.items[0] if isinstance(within, Group) and len(within.items) == 1 else None
        if not isinstance(inner, Name) or inner.accents[:1] != (OWN,) or any(y.above for y in x.scripts):
            return None
        return _as_entry(replace(inner, span=x.span), x.scripts, named)

    found: Statement = rebuilt(rebuilt(_divided(s, named), change), entry)
    return found


def _as_entry(x: Name, behind: tuple[Script, ...], named: Named) -> Name:
    """An array with these scripts behind it; in the font of its entries, if that is what it is then."""
    scripts = (*x.scripts, *behind)
    known = named.told[x.base, x.accents[1:], x.primes]
    alike = _count(scripts) == _count(known.entry.scripts)
    return replace(x, scripts=scripts, font=known.entry.font if alike else x.font)


def _count(scripts: Sequence[Script]) -> int:
    return sum(len(s.entries) for s in scripts if not s.above)


def _told(c: Chain) -> Told | None:
    r"""What `(d\mathbf{O})_{il} = \frac{\partial L}{\partial O_{il}}` tells."""
    left, *rest = c.members
    if not rest or c.relations[0] not in EQUALITIES or not isinstance(left, Scripted) or left.primes:
        return None
    group, d = left.base, rest[0]
    if not isinstance(group, Group) or group.open not in ("(", "[") or len(group.items) != 1:
        return None
    whole = changed(group.items[0], SIGNS)
    if not isinstance(d, Derivative) or d.order != 1 or len(d.wrt) != 1 or not isinstance(d.of, Name) or d.of.scripts:
        return None
    by = d.wrt[0].body
    if not isinstance(whole, Name) or not isinstance(by, Name) or _key(whole) != _key(by) or any(_below(whole)):
        return None
    above = [[x for x in scripts if x.above] for scripts in (whole.scripts, by.scripts)]
    indices, those = ([e for x in scripts if not x.above for e in x.entries] for scripts in (left.scripts, by.scripts))
    letters = list(map(letter_of, indices))
    same = above[0] == above[1] and None not in letters and not any(x.above for x in left.scripts)
    same &= sorted(map(str, letters)) == sorted(str(letter_of(e)) for e in those)
    return Told(whole, by, d.of, indices != those) if same and indices else None


def _below(x: Name) -> Iterator[Script]:
    return (s for s in x.scripts if not s.above)


def _key(x: Name) -> Key:
    return x.base, x.accents, x.primes


def _is_d(x: object) -> bool:
    plain = isinstance(x, Name) and x.base == "d" and not (x.scripts or x.accents or x.primes)
    return plain and isinstance(x, Name) and (not x.font or x.font in UPRIGHT)


def _is_value(x: Any) -> bool:
    r"""Does a d stand as a value? Not in scripts, below lines and roots, in lists of sizes, or before a name."""
    if isinstance(x, (Script, Root, Listing)) or (isinstance(x, Chain) and set(x.relations) & {r"\in", r"\times"}):
        return False
    if isinstance(x, Fraction):
        return _is_value(x.numerator)
    if isinstance(x, BigSum):
        return _is_value(x.body)
    if isinstance(x, Product):
        return any(_is_value(f.body) for f, after in _paired(x) if not (_is_d(f.body) and after))
    return _is_d(x) or any(map(_is_value, parts(x)))


def _paired(x: Product) -> Iterator[tuple[Any, bool]]:
    """The factors, each with whether a name follows, without a sign between."""
    behind = (*(isinstance(f.body, Name) and not f.operator for f in x.factors[1:]), False)
    yield from zip(x.factors, behind, strict=True)


def _is_before(c: Chain, losses: set[Name]) -> bool:
    """Does a d stand before the loss?"""
    found = rebuilt(c, lambda x: fused(x, SIGNS))
    return any(_is_change_of(x, losses) for x in _names(found))


def _names(x: Any) -> Iterator[Name]:
    if isinstance(x, Name):
        yield x
    for y in parts(x):
        yield from _names(y)


def _is_change_of(x: Name, losses: set[Name]) -> bool:
    return x.accents[:1] == (CHANGE,) and any((x.base, x.font) == (y.base, y.font) for y in losses)
