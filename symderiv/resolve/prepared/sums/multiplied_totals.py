r"""Totals in the parenthesis behind a multiplier: `\lambda (\sum_h n_h - n)` in the Lagrangian of the `n_h`.

Such a total is held fixed, or the parenthesis would be 0 for all `n_h`. So `n = \sum_h n_h` on that page does not say
how n depends on them, but what is asked of them: it is read as `\sum_h n_h - n = 0`. Where the page computes with a
total so defined elsewhere, too, it may be meant either way, unless words right behind the equation call it fixed.

By its entries the n of `n_h` would be a vector, of which nobody takes the sum of its own entries away. Where a sum is
added to the product, and n stands nowhere but in such differences and equations, it is a number of its own. So it is
where an equation says that it is that sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.clauses import SUPPOSING
from ....latex.hedged import is_hedged
from ....latex.statement_forms import alone_in, is_mention
from ....latex.tree import BigSum, Chain, Misfit, Name, Node, Number, Product, Scripted, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, is_given, read_of, with_statements
from ...shapes.rows_told import VECTORS
from ...spelled.shape import APART, letter_of

OPEN = ("(", "[")
CAUSE = "a total that depends on its terms, or one that a multiplier keeps fixed"
FIXED = lazily(
    r"\s*,?\s*(?:(?:is|be|being|stays?|remains?|to be)\s+)?(?:(?:held|kept)\s+)?(?:fixed|constant)\b"
    r"(?!\s+(?:by|at|only|if|when))"
    r"|\s*(?:は|を)(?:一定|固定)(?:で|と|し|さ|である)(?!.*ない)",
    re.I,
)
"""Words right behind an equation that hold its total fixed."""
Differences = dict[Name, Terms]
"""The differences behind multipliers, by the name of the total in each."""


def _has_any(s: Statement) -> bool:
    return any(True for _ in _multiplied(s))


@where(_has_any)
def with_multiplied_totals_fixed(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such totals as numbers of their own, and what is asked of them.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ L = \sum_h n_h^2 + \kappa (\sum_h n_h - n) $$"))
    >>> [x.font for x in t.of_kind(with_multiplied_totals_fixed(page)[0][1], Name) if x.base == "n"]
    ['', '', 'mathord']
    """
    if any(is_given(d) for d, _ in located):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    found = {x: y for s in reversed(statements) for x, y, _ in _multiplied(s)}
    plain = [f for d, f in located if not VECTORS.search(f"{d.before} {d.after}")]
    named = {id(s) for f in plain for s in getattr(f, "statements", ()) if is_mention(s)}
    used = {x for s in statements if id(s) not in named for x in _elsewhere(s, found)} - {*_held(located, found)}
    equated = {pair[0] for s in statements if (pair := _equated(s.chain, found)) is not None}
    beside_sums = {x for s in statements for x, _, added in _multiplied(s) if added}
    vectors = {x for x in found if _has_entries(x, found[x])}
    apart = vectors & (beside_sums - used | equated)
    fixed = {x: y for x, y in found.items() if x not in vectors - apart}

    def told_apart(x: Any) -> Name | None:
        return replace(x, font=APART) if isinstance(x, Name) and x in apart else None

    located = with_statements(located, lambda s: _asked(s, fixed, used))
    return with_statements(located, lambda s: rebuilt(s, told_apart)) if apart else list(located)


def _held(located: Sequence[Located], found: Differences) -> Iterator[Name]:
    """The totals that words right behind their equation hold fixed."""
    for d, f in located:
        if FIXED.match(d.after) is None or is_hedged(d.before, d.after) or SUPPOSING.search(d.before):
            continue
        pairs = [_equated(s.chain, found) for s in getattr(f, "statements", ())]
        yield from (pair[0] for pair in pairs if pair is not None and len(pairs) == 1)


def _multiplied(s: Statement) -> Iterator[tuple[Name, Terms, bool]]:
    """Such totals, the difference of each, and whether a sum is added to the product."""
    for x in t.of_kind(s.chain, Terms):
        for n, y in enumerate(x.terms):
            inner = _behind_a_multiplier(y.body) if len(x.terms) > 1 else None
            if isinstance(inner, Terms) and (pair := _difference(inner)) is not None:
                others = (z.body for z in (*x.terms[:n], *x.terms[n + 1 :]))
                yield pair[0], inner, any(True for z in others for _ in t.of_kind(z, BigSum))


def _behind_a_multiplier(x: Node) -> Node | None:
    r"""What stands in the parenthesis of `\lambda (..)` or `\frac{\rho}{2} (..)^2`."""
    if not isinstance(x, Product):
        return alone_in(x.base, OPEN) if isinstance(x, Scripted) and _is_squared(x) else None
    bodies = [f.body.base if isinstance(f.body, Scripted) and _is_squared(f.body) else f.body for f in x.factors]
    found = [inner for y in bodies if (inner := alone_in(y, OPEN)) is not None]
    return found[0] if len(found) == 1 and all(f.operator in ("", r"\cdot") for f in x.factors) else None


def _is_squared(x: Scripted) -> bool:
    return [(z.above, z.entries) for z in x.scripts] == [(True, (Number("2"),))] and not x.primes


def _difference(x: Terms) -> tuple[Name, BigSum] | None:
    r"""The total and the sum of `\sum_h n_h - n`, `n - \sum_h n_h`."""
    if len(x.terms) != len("ab") or {_sign(y) for y in x.terms} != {"+", "-"}:
        return None
    bodies = [y.body for y in x.terms]
    names = [y for y in bodies if isinstance(y, Name) and y == Name(y.base)]
    sums = [y for y in bodies if isinstance(y, BigSum) and y.operator == r"\sum"]
    return (names[0], sums[0]) if len(names) == len(sums) == 1 else None


def _sign(x: Term) -> str:
    return x.sign or "+"


def _has_entries(total: Name, difference: Terms) -> bool:
    """Does the sum add up what has the letter of the total, and an index for each letter under the sum?"""
    pair = _difference(difference)
    entry = pair[1].body if pair is not None else None
    if pair is None or not isinstance(entry, Name) or len(entry.scripts) != 1 or entry.scripts[0].above:
        return False
    letters = {letter_of(e) for e in entry.scripts[0].entries}
    return replace(entry, scripts=()) == total and letters <= letters_under(pair[1])


def _asked(s: Statement, found: Differences, used: Set[Name]) -> Statement:
    r"""`\sum_h n_h - n = 0` for an equation of such a total and its sum; nothing where it may be meant either way."""
    pair = _equated(s.chain, found)
    if pair is None:
        return s
    total, difference = pair
    if total in used and s.chain.members[0] == total:
        doubt = Misfit(CAUSE, "write another letter for the one that is fixed", span=s.chain.members[1].span)
        return replace(s, chain=replace(s.chain, members=(total, doubt)))
    return replace(s, chain=replace(s.chain, members=(difference, Number("0", s.chain.members[1].span))))


def _equated(c: Chain, found: Differences) -> tuple[Name, Terms] | None:
    """The total of which an equation says that it is the sum in the difference."""
    if len(c.members) != len("ab") or c.relations != ("=",):
        return None
    for total, added in (c.members, c.members[::-1]):
        difference = found.get(total) if isinstance(total, Name) else None
        pair = _difference(difference) if difference is not None else None
        same = pair is not None and isinstance(added, BigSum) and _is_same_sum(added, pair[1])
        if same and isinstance(total, Name) and difference is not None:
            return total, replace(difference, span=c.span)
    return None


def _is_same_sum(one: BigSum, two: BigSum) -> bool:
    """Are they one sum, perhaps over another letter, or with its ends left out?"""
    letters = [letters_under(x) for x in (one, two)]
    if one.operator != two.operator or any(len(x) != 1 for x in letters):
        return False
    if one.above is not None and two.above is not None and one.above != two.above:
        return False
    a, b = (next(iter(x)) for x in letters)

    def renamed(x: Any) -> Name | None:
        return replace(x, base=b) if isinstance(x, Name) and letter_of(x) == a else None

    return bool(rebuilt(one.body, renamed) == two.body)


def _elsewhere(s: Statement, found: Differences) -> Iterator[Name]:
    """The totals that stand in anything but such differences, and equations with their sums."""
    if _equated(s.chain, found) is not None:
        return
    within = {id(pair[0]) for x in t.of_kind(s, Terms) if (pair := _difference(x)) is not None}
    for x in t.of_kind(s, Name):
        bare = replace(x, scripts=())
        if id(x) not in within and all(z.above for z in x.scripts) and bare in found:
            yield bare
