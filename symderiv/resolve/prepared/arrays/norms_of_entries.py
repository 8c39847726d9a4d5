r"""Norms of numbers: the `\|x_i\|_2` of a page on which `x_i` is an entry of `\mathbf{x}`, which is `|x_i|`.

An entry is typed without the bold of the whole and with one index more, and multiplied as numbers are: `x_i x_j` under
sums or `x_i^2` somewhere. Beside vectors `x_i` the whole may be the list of these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import BOLD, split
from ...spelled.shape import label_of, named, values_in

Key: TypeAlias = tuple[str, int]
"""A name by its letter and the number of its scripts."""
BARS = r"\|"
SIDES = frozenset(["1", "2"])
"""What may stand below the bars: of one number these norms are the same."""


def _has_norm(s: Statement) -> bool:
    return any(x.open == BARS and len(x.items) == 1 for x in t.of_kind(s, Group))


@where(_has_norm)
def with_norms_of_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas with such norms as absolute values."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = {_key(x) for s in statements for x in t.of_kind(s, Name)}
    wholes = {(BOLD.sub(r"\1", base), count + 1) for base, count in names if BOLD.fullmatch(base)}
    bold = {(BOLD.sub(r"\1", base), count) for base, count in names if BOLD.fullmatch(base)}
    entries = (wholes & names).difference(bold)
    numbers = entries & {key for s in statements for key in _multiplied(s)}
    numbers -= {key for s in statements for key in _like_vectors(s)} if numbers else set()
    if not numbers:
        return list(located)

    def change(x: Any) -> Node | None:
        inner = _within(x)
        if inner is None or not _is_number(inner, numbers):
            return None
        value = Group("|", (rebuilt(inner, change),), "|", (), x.span)
        above = tuple(s for s in x.scripts if s.above) if isinstance(x, Scripted) else ()
        return replace(x, base=value, scripts=above) if isinstance(x, Scripted) and above else value

    return with_statements(located, lambda s: rebuilt(s, change))


def _key(x: Name) -> Key:
    base, pieces, _ = split(named(x))
    return base, len(pieces)


def _multiplied(s: Statement) -> Iterator[Key]:
    """The names of a statement that are squared, or multiplied by themselves with another index."""
    for x in t.of_kind(s, Name):
        shape = named(x)
        if shape.bare and shape.below and shape.uppers == ((t.Number("2"),),):
            yield shape.base, shape.below
    for p in t.of_kind(s, t.Product):
        for a, b in pairwise(f.body for f in p.factors):
            if isinstance(a, Name) and isinstance(b, Name) and _key(a) == _key(b) and not named(a).uppers:
                yield _key(a)


def _like_vectors(s: Statement) -> Iterator[Key]:
    r"""Names where vectors stand: `x_i^T`, `x_i \cdot x_j`, `k(x_i, \mathbf{x})`, `x_i \in \mathbb{R}^d`."""
    for x in t.of_kind(s, Name):
        yield from [_key(x)] if split(named(x))[2] else ()
    for g in (g for g in t.of_kind(s, Group) if len(g.items) > 1):
        yield from (_key(x) for x in g.items if isinstance(x, Name))
    for a, b in (pair for p in t.of_kind(s, t.Product) for pair in pairwise(p.factors)):
        yield from _of_one_letter([a.body, b.body]) if b.operator else ()
    for added_up in t.of_kind(s, t.Terms):
        added = [term.body for term in added_up.terms]
        yield from (
            _of_one_letter(added) if any(BOLD.fullmatch(_key(y)[0]) for y in added if isinstance(y, Name)) else ()
        )
    if _within(s.chain.members[0]) is not None:  # what it is, an equation may say
        yield from map(_key, t.of_kind(s.chain.members[0], Name))
    if r"\in" in s.chain.relations:
        yield from map(_key, t.of_kind(s.chain.members[0], Name))


def _of_one_letter(values: Sequence[Node]) -> Iterator[Key]:
    r"""The names among some values of which others have the letter, too: `x_i` beside `x_j` or `\mathbf{x}`."""
    keys = [_key(x) for x in values if isinstance(x, Name)]
    letters = [BOLD.sub(r"\1", base) for base, _ in keys]
    yield from (key for key, letter in zip(keys, letters, strict=True) if letters.count(letter) > 1)


def _within(x: object) -> Node | None:
    """What stands between the bars of a norm with nothing below them but 1 or 2."""
    below = [e for s in x.scripts if not s.above for e in s.entries] if isinstance(x, Scripted) and not x.primes else []
    group = x.base if isinstance(x, Scripted) else x
    if not isinstance(group, Group) or group.open != BARS or len(group.items) != 1:
        return None
    return group.items[0] if all(label_of(e) in SIDES for e in below) else None


def _is_number(x: Node, numbers: Collection[Key]) -> bool:
    """Are all values in it such entries, added and multiplied? Powers and functions are left out."""
    shapes = values_in(x)
    plain = not any(True for kind in (t.Call, Scripted, t.Derivative, t.Fraction) for _ in t.of_kind(x, kind))
    return plain and bool(shapes) and all(not s.uppers and (s.base, len(s.pieces)) in numbers for s in shapes)
