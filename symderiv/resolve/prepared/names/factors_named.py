r"""Names for a factor: `\frac{\partial R}{\partial w_m} = -2 (y - f) g'(a) z_m = \delta z_m` says what `\delta` is.

Two members of a chain about a derivative or the change of a weight, or of two such equations with one left side, are
the same but for one name in the place of a formula; nothing before has that letter, and lines to come use the name. It
stands for the formula, whose letters it carries: `\delta_{ki}` for one with k and i. What the lines say of it later is
a claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.statement_forms import definition_beside
from ....latex.tree import BigSum, Derivative, Factor, Formula, Name, Node, Product, Statement, Term, Terms
from ...asked import remembered, where
from ...integers.unequal import loose_letters
from ...located import Located, read_of
from ...spelled.shape import is_mark, letters_in, stem_of
from ..gradients.changes_of_weights import DELTA

Unit: TypeAlias = tuple[Factor, ...]
"""A factor with the parentheses that belong to it."""
PLAIN = frozenset(["", r"\cdot", r"\times"])


@remembered
def _is_about_derivatives(s: Statement) -> bool:
    c = s.chain
    about = isinstance(x := c.members[0], Derivative) or (isinstance(x, Name) and x.base.startswith(f"{DELTA} "))
    return about and len(c.members) > 1 and set(c.relations) == {"="} and not s.struck


@where(_is_about_derivatives)
def with_factors_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, before such a line the definition that it implies."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = list(_candidates(statements))
    if not found:
        return list(located)
    every = Counter(x for s in statements for x in t.of_kind(s, Name))
    said = {stem_of(x) for d, f in located if d.inline for x in _named_in(f)}
    told: dict[int, Statement] = {}
    for at, name, body in (x for x in found if stem_of(x[1]) not in said):
        first = [[stem_of(x) for x in t.of_kind(s, Name)].count(stem_of(name)) for s in statements[: at + 1]]
        if sum(first) == first[-1] == 1 and every[name] > 1:
            told.setdefault(id(statements[at]), definition_beside(statements[at], name, body))
    return [(d, f if isinstance(f, ReadError) else _with(f, told)) for d, f in located] if told else list(located)


def _named_in(f: Formula | ReadError) -> Iterator[Name]:
    r"""The names with which equations of a formula begin: `where $\delta = y - t$` says what it is, too."""
    chains = (s.chain for s in f.statements) if isinstance(f, Formula) else ()
    yield from (x for c in chains if len(c.members) > 1 and isinstance(x := c.members[0], Name))


def _candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, Name, Node]]:
    """The names that may stand for a formula: the statement where each does, and the formula."""
    members: dict[Node, list[Node]] = {}
    for at, s in enumerate(statements):
        if _is_about_derivatives(s):
            left, *others = s.chain.members
            earlier = members.setdefault(left, [])
            yield from ((at, name, body) for a in earlier for name, body in _named(a, others[0]))
            yield from ((at, name, body) for name, body in _named_within(s))
            earlier += others


@remembered
def _named_within(s: Statement) -> tuple[tuple[Name, Node], ...]:
    """The names that may stand for a formula of the member before."""
    return tuple(x for a, b in pairwise(s.chain.members[1:]) for x in _named(a, b))


def _with(f: Formula, told: dict[int, Statement]) -> Formula:
    if not any(id(s) in told for s in f.statements):
        return f
    return replace(f, statements=tuple(x for s in f.statements for x in ([told[id(s)]] if id(s) in told else []) + [s]))


def _named(a: Node, b: Node) -> Iterator[tuple[Name, Node]]:
    """The name in b that stands for a formula in a, and this formula."""
    one, two = _signed(a), _signed(b)
    sign = "-" if one[0] != two[0] else ""
    found = _in_place(one[1], two[1])
    if found is None or isinstance(found[1], (Name, t.Number)):
        return
    name, body = found
    carried = {letter for s in name.scripts for e in s.entries for letter in letters_in(e)}
    if set(loose_letters(body)) - _transposing(body) == carried and not _is_kronecker(name, body):
        yield name, Terms((Term("-", body, name.span),), name.span) if sign else body


def _transposing(x: Node) -> set[str]:
    """The letters that only transpose, `\\beta_k^T`."""
    uppers = {id(s) for s in t.of_kind(x, t.Script) if s.above and s.entries and all(map(is_mark, s.entries))}
    others = {y for s in t.of_kind(x, t.Script) if id(s) not in uppers for e in s.entries for y in letters_in(e)}
    return {y for s in t.of_kind(x, t.Script) if id(s) in uppers for e in s.entries for y in letters_in(e)} - others


def _is_kronecker(name: Name, body: Node) -> bool:
    r"""May it be a Kronecker delta, as a derivative may well be: `\frac{\partial a_i}{\partial a_j} = \delta_{ij}`?"""
    entries = [e for s in name.scripts for e in s.entries]
    return name.base in (r"\delta", "I") and len(entries) == 2 and bool(t.of_kind(body, Derivative))


def _signed(x: Node) -> tuple[str, Node]:
    if isinstance(x, Terms) and len(x.terms) == 1:
        return ("-" if x.terms[0].sign == "-" else ""), x.terms[0].body
    return "", x


def _in_place(a: Node, b: Node) -> tuple[Name, Node] | None:
    if isinstance(b, BigSum):
        same = isinstance(a, BigSum) and (a.operator, a.below, a.above) == (b.operator, b.below, b.above)
        return _in_place(a.body, b.body) if same and isinstance(a, BigSum) else None
    if not isinstance(b, Product) or not isinstance(a, (Product, BigSum)):
        return None
    theirs, mine = _units(b), _units(a)
    if theirs is None or mine is None:
        return None
    mine = list(_apart(mine, {unit[0].body for unit in theirs if len(unit) == 1}))
    before = 0
    while before < min(len(theirs), len(mine)) - 1 and theirs[before] == mine[before]:
        before += 1
    behind = theirs[before + 1 :]
    name = theirs[before][0].body
    if len(theirs[before]) > 1 or not isinstance(name, Name) or name.primes:
        return None
    rest = _without_end(mine[before:], behind)
    return None if rest is None else (name, rest)


def _apart(units: Sequence[Unit], numbers: Collection[Node]) -> Iterator[Unit]:
    r"""The units with the parentheses of `\eta (t - y)` apart, where `\eta` is one of the `numbers` elsewhere."""
    for first, *others in units:
        yield from (
            [(first,), *((replace(f, joined=False),) for f in others)] if first.body in numbers else [(first, *others)]
        )


def _without_end(units: Sequence[Unit], end: Sequence[Unit]) -> Node | None:
    """The product of the units without those at its end, which may stand within its last sum."""
    if end and len(units) >= len(end) and list(units[-len(end) :]) == list(end):
        units = units[: -len(end)]
    elif end and units and isinstance(last := units[-1][0].body, BigSum):
        inner = _units(last.body)
        bound = {x for item in last.below for x in letters_in(item)}
        carried = {x for unit in end for f in unit for x in loose_letters(f.body)}
        body = _without_end(inner, end) if inner is not None and not carried & bound else None
        if body is None:
            return None
        units = [*units[:-1], (replace(units[-1][0], body=replace(last, body=body)),)]
    elif end:
        return None
    factors = [f for unit in units for f in unit]
    if not factors:
        return None
    first = replace(factors[0], operator="")
    return first.body if len(factors) == 1 else Product((first, *factors[1:]), getattr(first.body, "span", (0, 0)))


def _units(x: Node) -> list[Unit] | None:
    """The factors of a product, each with its parentheses; None where they are not simply multiplied."""
    if not isinstance(x, Product):
        return [(Factor("", x),)]
    found: list[list[Factor]] = []
    for f in x.factors:
        if f.operator not in PLAIN:
            return None
        if f.joined and found:
            found[-1].append(f)
        else:
            found.append([replace(f, operator="") if not found else f])
    return [tuple(unit) for unit in found]
