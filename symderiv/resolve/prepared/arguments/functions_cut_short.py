r"""Functions that are sums of as many terms as they are numbered, and one that has fewer: `f_{m-1}(x_i)` beside
`f_m(x) = \sum_{j=1}^m a_j y_j(x)`.

What m numbers is nothing but where the sums end. So `f_{m-1}(x_i)` is the sum up to m - 1 at `x_i`, and is written out;
one term more may not be there. Where the m stands anywhere else in the definition, a condition beside it, or the page
has one of these functions by its number, `f_0(x)`, nothing is known of `f_{m-1}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Factor, Group, Name, Node, Number, Product, Statement, Terms
from ....latex.walking import rebuilt
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

PAIR = 2


@dataclass(frozen=True, slots=True)
class _Sum:
    """What such a function is: its letter by which it ends, its parameter, its value."""

    end: Name
    parameter: Name
    value: Node


def _has_any(s: Statement) -> bool:
    return any(_cut(a.body) is not None for a, _ in _applied(s))


@where(_has_any)
def with_functions_cut_short(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such sums written out.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ f_m(x) = \sum_{j=1}^m a_j y_j(x) $$ $$ w = f_{m-1}(u) $$"))
    >>> [[len(list(t.of_kind(f, BigSum))) for _, f in found] for found in (page, with_functions_cut_short(page))]
    [[1, 0], [1, 1]]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    defined: dict[str, list[_Sum | None]] = {}
    for s in statements:
        for letter, found in _defined(s):
            defined.setdefault(letter, []).append(found)
    numbered = {x.base for s in statements for x in t.of_kind(s, Name) if isinstance(_below(x), Number)}
    known = {x: f[0] for x, f in defined.items() if len(f) == 1 and f[0] is not None and x not in numbered}
    return with_statements(located, lambda s: rebuilt(s, lambda x: _written_out(x, known))) if known else list(located)


def _applied(s: Statement) -> Iterator[tuple[Factor, Factor]]:
    """The names with something below them that stand right before a parenthesis, and that."""
    for x in t.of_kind(s, Product):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            if b.joined and isinstance(a.body, Name) and isinstance(b.body, Group) and len(b.body.items) == 1:
                yield a, b


def _below(x: Node) -> Node | None:
    """The one thing below a name that has nothing else."""
    plain = isinstance(x, Name) and len(x.scripts) == 1 and not x.scripts[0].above and not x.primes
    return x.scripts[0].entries[0] if isinstance(x, Name) and plain and len(x.scripts[0].entries) == 1 else None


def _cut(x: Node) -> tuple[str, Terms] | None:
    r"""The m of `f_{m-1}`, and all that stands there."""
    below = _below(x)
    terms = below.terms if isinstance(below, Terms) and len(below.terms) == PAIR else ()
    if not isinstance(below, Terms) or not terms or terms[1].sign != "-" or terms[0].sign not in ("", "+"):
        return None
    letter = letter_of(terms[0].body)
    return (letter, below) if letter is not None and isinstance(terms[1].body, Number) else None


def _defined(s: Statement) -> Iterator[tuple[str, _Sum | None]]:
    """The letter of the function that an equation defines, and what it is, if it is such a sum."""
    left = s.chain.members[0]
    pair = next(_applied(s), None) if isinstance(left, Product) and len(left.factors) == PAIR else None
    if not s.chain.relations or pair is None or not isinstance(left, Product) or left.factors != pair:
        return
    name, group = pair[0].body, pair[1].body
    if not isinstance(name, Name) or not isinstance(group, Group) or _below(name) is None:
        return
    end, parameter = _below(name), group.items[0]
    value = s.chain.members[1] if len(s.chain.members) == PAIR and s.chain.relations == ("=",) else None
    fit = isinstance(end, Name) and letter_of(end) is not None and isinstance(parameter, Name) and not parameter.scripts
    ends = fit and value is not None and not s.conditions and isinstance(end, Name) and _only_ends(value, end)
    whole = isinstance(end, Name) and isinstance(parameter, Name) and value is not None
    yield name.base, _Sum(end, parameter, value) if ends and whole else None  # type: ignore[arg-type]


def _only_ends(value: Node, end: Name) -> bool:
    """Does a letter stand in a formula where sums end that begin at 1, and nowhere else?"""
    ends = [x for x in t.of_kind(value, BigSum) if x.operator == r"\sum" and x.above == end and _from_one(x)]
    return bool(ends) and len(ends) == sum(x.base == end.base for x in t.of_kind(value, Name))


def _from_one(x: BigSum) -> bool:
    item = x.below[0] if len(x.below) == 1 else None
    return isinstance(item, t.Chain) and item.relations == ("=",) and item.members[1:] == (Number("1"),)


def _written_out(x: Any, known: Mapping[str, _Sum]) -> Node | None:
    """The product with each of such functions as the sum that it is."""
    if not isinstance(x, Product):
        return None
    factors: list[Factor] = []
    changed = False
    for f in x.factors:
        before = factors[-1] if factors and f.joined else None
        value = _value(before.body, f.body, known) if before is not None else None
        if before is not None and value is not None:
            factors[-1], changed = replace(before, body=value, joined=False), True
        else:
            factors.append(f)
    if not changed:
        return None
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))


def _value(name: Node, group: Node, known: Mapping[str, _Sum]) -> Node | None:
    """The sum that a function is at what stands in the parenthesis behind it."""
    cut = _cut(name)
    found = known.get(name.base) if cut is not None and isinstance(name, Name) else None
    if (
        cut is None
        or found is None
        or cut[0] != found.end.base
        or not isinstance(group, Group)
        or len(group.items) != 1
    ):
        return None
    argument, end = group.items[0], cut[1]
    bound = {letter for y in t.of_kind(found.value, BigSum) for letter in letters_under(y)}
    if any(y.base in bound for y in t.of_kind(argument, Name)):
        return None

    def at(y: Any) -> Node | None:
        return argument if y == found.parameter else end if y == found.end else None

    return Group("(", (rebuilt(found.value, at),), ")", (), group.span)
