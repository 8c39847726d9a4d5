"""The points of a domain for given sizes, by trying: independent of the reasoning, for oracles and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ..affine import Affine, Sym
from ..errors import DomainTooHard
from .constraint import Constraint, Domain

Functions: TypeAlias = Mapping[str, Callable[..., int]]
Span: TypeAlias = tuple[int | None, int | None]

_NO_FUNCTIONS: Functions = {}


def value(form: Affine, values: Mapping[Sym, int], functions: Functions = _NO_FUNCTIONS) -> int:
    """The integer that a form is, given its letters and functions; `KeyError` for one that is not given.

    >>> from symderiv.affine import IntFn, affine
    >>> value(affine(IntFn("d", (affine("l") - 1,))) + 2, {Sym("l"): 3}, {"d": lambda l: 10 * l})
    22
    """
    total = form.const
    for atom, c in form.terms:
        if isinstance(atom, Sym):
            total += c * values[atom]
        else:
            total += c * functions[atom.name](*[value(x, values, functions) for x in atom.args])
    return total


def holds_at(constraint: Constraint, values: Mapping[Sym, int], functions: Functions = _NO_FUNCTIONS) -> bool:
    """Does the constraint hold there?"""
    x = value(constraint.form, values, functions)
    match constraint.rel:
        case "==":
            return x == 0
        case ">=":
            return x >= 0
        case "!=":
            return x != 0
    return x % constraint.modulus == 0


def holds(domain: Domain, values: Mapping[Sym, int], functions: Functions = _NO_FUNCTIONS) -> bool:
    """Is the point in the domain?

    >>> from symderiv.domain.constraint import interval
    >>> holds(interval("i", 1, "I"), {Sym("i"): 3, Sym("I"): 2})
    False
    """
    return all(holds_at(c, values, functions) for c in domain.constraints)


def points(
    domain: Domain,
    letters: Sequence[Sym],
    values: Mapping[Sym, int],
    functions: Functions = _NO_FUNCTIONS,
    limit: int = 1_000_000,
) -> Iterator[tuple[int, ...]]:
    """The values of the letters at the points of the domain, every other letter given, in lexicographic order of a
    search.

    Ranges come from propagating bounds through the constraints. Raises `DomainTooHard` where a letter has no finite
    range or more than `limit` values would be tried.

    >>> from symderiv.domain.constraint import interval
    >>> triangle = interval("i", 1, "I") & interval("j", 1, "i")
    >>> list(points(triangle, [Sym("i"), Sym("j")], {Sym("I"): 2}))
    [(1, 1), (2, 1), (2, 2)]
    """
    budget = [limit]
    for found in _search(list(domain.constraints), list(letters), dict(values), functions, budget):
        yield tuple(found[s] for s in letters)


def _search(
    constraints: list[Constraint], letters: list[Sym], values: dict[Sym, int], functions: Functions, budget: list[int]
) -> Iterator[dict[Sym, int]]:
    open_letters = set(letters)
    undecided: list[Constraint] = []
    for c in constraints:
        if c.letters() & open_letters:
            undecided.append(c)
        elif not holds_at(c, values, functions):
            return
    if not letters:
        yield dict(values)
        return
    spans = _spans(undecided, letters, values, functions)
    if spans is None:
        return
    first = next((s for s in letters if None not in spans[s]), None)
    if first is None:
        raise DomainTooHard(f"the index {letters[0].name} has no finite range to enumerate")
    lo, hi = spans[first]
    assert lo is not None
    assert hi is not None
    rest = [s for s in letters if s != first]
    for x in range(lo, hi + 1):
        budget[0] -= 1
        if budget[0] < 0:
            raise DomainTooHard("too many points to enumerate", hint="choose smaller sizes")
        values[first] = x
        yield from _search(undecided, rest, values, functions, budget)
    values.pop(first, None)


def _spans(
    constraints: list[Constraint], letters: list[Sym], values: Mapping[Sym, int], functions: Functions
) -> dict[Sym, Span] | None:
    """A finite range for each letter where bounds give one; None if some range is empty."""
    spans: dict[Sym, Span] = dict.fromkeys(letters, (None, None))
    forms = [
        f for c in constraints for f in ((c.form,) if c.rel == ">=" else (c.form, -c.form)) if c.rel in (">=", "==")
    ]
    for _ in range(2 * len(letters) + 2):
        before = dict(spans)
        for form in forms:
            for s in letters:
                a = form.coefficient(s)
                if a == 0:
                    continue
                top = _largest(form - a * Affine(((s, 1),), 0), spans, values, functions)
                if top is None:
                    continue
                lo, hi = spans[s]
                if a > 0:  # a s >= -top
                    bound = -(top // a)
                    lo = bound if lo is None or bound > lo else lo
                else:  # -a s <= top
                    bound = top // -a
                    hi = bound if hi is None or bound < hi else hi
                if lo is not None and hi is not None and lo > hi:
                    return None
                spans[s] = (lo, hi)
        if spans == before:
            break
    return spans


def _largest(form: Affine, spans: Mapping[Sym, Span], values: Mapping[Sym, int], functions: Functions) -> int | None:
    """The largest value of the form over the ranges, None if unbounded or not known yet."""
    total = form.const
    for atom, c in form.terms:
        if isinstance(atom, Sym):
            if atom in spans:
                end = spans[atom][1 if c > 0 else 0]
                if end is None:
                    return None
                total += c * end
            else:
                total += c * values[atom]
        elif any(x.letters() & spans.keys() for x in atom.args):
            return None
        else:
            total += c * functions[atom.name](*[value(x, values, functions) for x in atom.args])
    return total
