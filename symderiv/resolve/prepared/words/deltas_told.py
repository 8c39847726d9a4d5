r"""What a Kronecker delta is, `\delta_{ij} = [i = j]`, or the same by cases: that defines no array.

As a definition it would give `\delta` the ranges of these two letters, and no other two could stand below it. It says
of any two what everybody knows; so it is passed over, ranges beside it included. Where a page defines a `\delta`
with as many entries in another way, too, it may be that one. Of another name, `e_{ij} = [i = j]`, the same is meant:
it is written out wherever it stands with two indices, if it stands nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Indicator, Name, Node, Number, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements

DELTA = r"\delta"
PAIR = 2


def _says_what_a_delta_is(s: Statement) -> bool:
    entries = _entries(s.chain.members[0])
    return _is_an_equation(s.chain) and bool(entries) and _case(s.chain.members[1], entries) is not None


@where(_says_what_a_delta_is)
def without_deltas_told(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document without equations that say what a Kronecker delta is.

    >>> from symderiv.document import parse_document, read_formulas
    >>> found = without_deltas_told(read_formulas(parse_document(r"$\delta_{ij} = [i = j]$ and $a = b$")))
    >>> [len(f.statements) for _, f in found]
    [0, 1]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    found = list(located)
    for stem in dict.fromkeys(_stem(s.chain.members[0]) for s in statements if _says_what_a_delta_is(s)):
        told = {s for s in statements if _says_what_a_delta_is(s) and _stem(s.chain.members[0]) == stem}
        others = [s for s in statements if s not in told]
        if any(_defines_another(s, stem) for s in others):
            continue
        if stem.base == DELTA:
            found = _passed_over(found, told)
        elif not any(s.conditions for s in told) and all(map(_only_in_pairs(stem), others)):
            change = _written_out(stem)
            found = with_statements(_passed_over(found, told), partial(rebuilt, change=change))
    return found


def _passed_over(located: Sequence[Located], told: set[Statement]) -> list[Located]:
    return [(d, _without(f, told) if isinstance(f, Formula) else f) for d, f in located]


def _without(f: Formula, told: set[Statement]) -> Formula:
    """A formula without these statements; ranges beside them are of their letters there."""
    kept = tuple(s for s in f.statements if s not in told)
    return f if len(kept) == len(f.statements) else replace(f, statements=kept)


def _only_in_pairs(stem: Name) -> Callable[[Statement], bool]:
    """Does such a name stand nowhere in a statement but with two entries, and differentiates nothing?"""

    def question(s: Statement) -> bool:
        by = [x for w in t.of_kind(s, t.Wrt) for x in t.of_kind(w, Name)]
        by += [x for n in t.of_kind(s, t.Nabla) if n.by is not None for x in t.of_kind(n.by, Name)]
        return all(map(_entries, _of(stem, t.of_kind(s, Name)))) and not list(_of(stem, by))

    return question


def _of(stem: Name, names: Iterable[Name]) -> Iterator[Name]:
    return (x for x in names if _stem(x) == stem)


def _written_out(stem: Name) -> Callable[[Any], Node | None]:
    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or _stem(x) != stem:
            return None
        return Indicator((Chain(_entries(x), ("=",), (x.span,), x.span),), x.span)

    return change


def _stem(x: Node) -> Name:
    """A name without its scripts; of what is none, a name that nobody can type."""
    return replace(x, scripts=(), span=t.SPAN) if isinstance(x, Name) else Name("")


def _is_an_equation(chain: Chain) -> bool:
    return len(chain.members) == PAIR and chain.relations[0] in EQUALITIES


def _entries(x: Node) -> tuple[Node, ...]:
    r"""The two entries of `\delta_{ij}`, of a `\delta` those of `\delta^i_j` and `\delta^{ij}`, too; else none."""
    if not isinstance(x, Name) or x.primes or (x.base == DELTA and x.accents):
        return ()
    if x.base != DELTA and (len(x.scripts) != 1 or x.scripts[0].above):
        return ()
    found = tuple(e for s in x.scripts for e in s.entries)
    return found if len(found) == PAIR else ()


def _case(x: Node, entries: tuple[Node, ...]) -> Node | None:
    """The comparison of two entries in which it is 1 if these are equal, and 0 elsewhere; else nothing."""
    if isinstance(x, t.Indicator):
        return x if len(x.conditions) == 1 and _compares(x.conditions[0], entries, EQUALITIES) else None
    if not isinstance(x, t.Cases) or len(x.rows) != PAIR:
        return None
    rows = {row.value: row for row in x.rows}
    one, zero = rows.get(Number("1")), rows.get(Number("0"))
    if one is None or zero is None:
        return None
    equal, unequal = _holds(one, entries, EQUALITIES), _holds(zero, entries, frozenset([r"\ne"]))
    return x if (equal and (unequal or zero.otherwise)) or (one.otherwise and unequal) else None


def _holds(row: t.CaseRow, entries: tuple[Node, ...], relations: frozenset[str]) -> bool:
    return len(row.conditions) == 1 and _compares(row.conditions[0], entries, relations)


def _compares(x: Node, entries: tuple[Node, ...], relations: frozenset[str]) -> bool:
    if not isinstance(x, Chain) or len(x.members) != PAIR or x.relations[0] not in relations:
        return False
    return x.members in (entries, entries[::-1])


def _defines_another(s: Statement, stem: Name) -> bool:
    r"""Is it an equation of such a `\delta` with what is no number, and not with the same one turned round?"""
    left = s.chain.members[0]
    if not _is_an_equation(s.chain) or _stem(left) != stem or not (entries := _entries(left)):
        return False
    value = s.chain.members[1]
    return not isinstance(value, Number) and not (_stem(value) == stem and _entries(value) == entries[::-1])
