r"""One-hot data told by their class: `L = -\log p_c = -\sum_k y_k \log p_k` with a y that words call one-hot.

The two members are the same for every p only where `y_k` is 1 for `k = c` and else 0. That is what y is then, so that
both can be right, and either with another sign or another name cannot. Words may
say it, too: `one-hot with the correct class $c$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial

from ....errors import ReadError
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.statement_forms import replace_statement
from ....latex.tree import Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import letter_of, letters_in, named, shape_of
from ..words.called_classes import classes_called, is_called_class
from ..words.called_one_hot import accented, called_one_hot

UNIT = lazily(r"\s*-?\s*th\s+(?:unit|basis|standard basis)\s+vector", re.I)
CALLED_UNIT = lazily(r"\bthe\s*\Z", re.I)
ONE_HOT_WITH = lazily(r"\bone[- ]hot\b[^.;$]{0,20}\b(?:with|where|and|i\.e\.,?)\s*\Z", re.I)
"""What stands between the word and the entry that is 1."""


def with_true_class_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page, before the first such chain the definition of the data."""
    located = _without_its_value(located)
    called = set(called_one_hot(located))
    statements = [s for f in read_of(located) for s in f.statements] if called else []
    equations = [s.chain for s in statements if s.chain.relations and s.chain.relations[0] in EQUALITIES]
    defined = {accented(m) for c in equations if isinstance(m := c.members[0], Name)}  # a space said of y is no value
    for s in statements:
        for y, total, c in _told(s):
            if accented(y) in called - defined:
                return [_before(d, f, s, _definition(s, y, total, c)) for d, f in located]
    letters = [*dict.fromkeys(_classes(located))] if called - defined else []
    if len(letters) == 1:
        (c,) = letters
        for s in statements:
            for y, total in _weighted(s, c):
                if accented(y) in called - defined:
                    return [_before(d, f, s, _definition(s, y, total, c)) for d, f in located]
    return list(located)


def _without_its_value(located: Sequence[Located]) -> list[Located]:
    r"""The formulas without what one-hot data are for the true class: `$t_i = 1$` with an i that sums have elsewhere is
    no equation for each of these i, and `$y_t = 1$` beside `$y$ is one-hot` says no more than that t is the class."""
    hot = frozenset(called_one_hot(located))
    sums = (x for f in read_of(located) for x in t.of_kind(f, t.BigSum))
    bound = {y for x in sums for b in x.below for y in letters_in(b.members[0] if isinstance(b, t.Chain) else b)}
    made: list[Located] = []
    for display, f in located:
        beside = (display.before, display.after) if display.inline and not isinstance(f, ReadError) else ()
        called = {x for w in beside for x in classes_called(w)}
        if (hot or called & bound) and called and not isinstance(f, ReadError):
            f = replace(
                f, statements=tuple(_mentioned(s, called if _is_of(s, hot) else called & bound) for s in f.statements)
            )
        made.append((display, f))
    return made


def _is_of(s: Statement, names: Set[str]) -> bool:
    """Does a statement begin with an entry of one of such data?"""
    left = s.chain.members[0]
    return isinstance(left, Name) and accented(left) in names


def _mentioned(s: Statement, letters: Set[str]) -> Statement:
    left, *values = s.chain.members
    entries = {y for z in left.scripts for e in z.entries for y in letters_in(e)} if isinstance(left, Name) else set()
    if values != [t.Number("1")] or s.chain.relations != ("=",) or not entries & letters:
        return s
    return replace_statement(s, chain=replace(s.chain, members=(left,), relations=(), relation_spans=()))


def _classes(located: Sequence[Located]) -> Iterator[str]:
    """The letters that words call the class of one-hot data."""
    for display, f in located:
        if not display.inline or isinstance(f, ReadError) or len(f.statements) != 1:
            continue
        chain = f.statements[0].chain
        letter = letter_of(chain.members[0])
        if len(chain.members) == 1 and letter is not None:
            said = is_called_class(display.before, display.after)
            if said or (UNIT.match(display.after) and CALLED_UNIT.search(display.before)):
                yield letter
        elif chain.relations == ("=",) and chain.members[1] == t.Number("1") and ONE_HOT_WITH.search(display.before):
            left = shape_of(chain.members[0])
            entries = [letter_of(p) for item in left.lowers for p in item] if left is not None else []
            yield from (x for x in entries if x is not None and len(entries) == 1)


def _weighted(s: Statement, c: str) -> Iterator[tuple[Name, t.BigSum]]:
    r"""The data that weight a sum over all classes, the `t_k` of `\sum_k t_k \log y_k`."""
    for x in t.of_kind(s.chain, t.BigSum):
        found: list[tuple[Name, t.BigSum]] = []
        _picked(x, c, found)
        yield from found


def _before(display: object, f: object, s: Statement, made: Statement) -> Located:
    if isinstance(f, ReadError) or not any(x is s for x in f.statements):  # type: ignore[attr-defined]
        return display, f  # type: ignore[return-value]
    found = tuple(y for x in f.statements for y in ((made, x) if x is s else (x,)))  # type: ignore[attr-defined]
    return display, replace(f, statements=found)  # type: ignore[return-value, type-var]


def _definition(s: Statement, y: Name, total: t.BigSum, c: str) -> Statement:
    """The definition of the data, for the range of the sum."""
    k = letter_of(named(y).lowers[-1][-1])
    body = parse(rf"y = [{k} = {c}]").statements[0].chain.members[1]
    chain = t.Chain((y, body), ("=",), (y.span,), s.chain.span)
    under = total.below[0]
    conditions = s.conditions
    if isinstance(under, t.Chain) and len(under.members) == 2 and total.above is not None:
        order = (under.members[1], under.members[0], total.above)
        conditions = (*conditions, t.Chain(order, (r"\le", r"\le"), (y.span, y.span), s.chain.span))
    return replace_statement(s, chain=chain, conditions=conditions, words=(), tag="", labels=())


def _told(s: Statement) -> Iterator[tuple[Name, t.BigSum, str]]:
    """The data and their class by every two members of a chain that are the same but for such a sum."""
    if s.struck or not set(s.chain.relations) <= EQUALITIES:
        return
    for whole in s.chain.members:
        for other in (m for m in s.chain.members if m is not whole):
            letters = {x.base for x in t.of_kind(other, Name) if letter_of(x) == x.base}
            for c in sorted(letters):
                found: list[tuple[Name, t.BigSum]] = []
                if rebuilt(whole, partial(_picked, c=c, found=found)) == other and len(found) == 1:
                    yield *found[0], c


def _picked(x: object, c: str, found: list[tuple[Name, t.BigSum]]) -> Node | None:
    r"""What is left of `\sum_k y_k \log p_k` if y is 1 for the class alone."""
    if not isinstance(x, t.BigSum) or len(x.below) != 1 or not isinstance(x.body, t.Product):
        return None
    under = x.below[0]
    k = letter_of(under.members[0] if isinstance(under, t.Chain) else under)
    first, *rest = x.body.factors
    y = first.body
    if k is None or not rest or not isinstance(y, Name) or first.operator or c in {z.base for z in t.of_kind(x, Name)}:
        return None
    shape = named(y)
    if shape.uppers or len(shape.lowers) != 1 or [letter_of(p) for p in shape.lowers[0]] != [k]:
        return None
    found.append((y, x))
    body = rest[0].body if len(rest) == 1 else replace(x.body, factors=(replace(rest[0], operator=""), *rest[1:]))

    def of_class(z: object) -> Node | None:
        return replace(z, base=c) if isinstance(z, Name) and letter_of(z) == k else None

    made: Node = rebuilt(body, of_class)
    return made
