r"""Names for parts of what a page differentiates, where something else is made of them: `s = W^T h` and `e = f'(s)`
beside `C = \sum_j f(\sum_i W_{ij} f(\sum_k W_{ik} x_k))_j`, with `h = f(W x)`.

The page writes `\partial C/\partial s`, and its C is typed out to the end: to the letter no way leads from s to C. What
stands in C is s all the same. So every name that is not below what is differentiated by it, or below such a name, is
put where its formula stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from ...draft import Draft, RawDefinition
from ...expr import Expr, Variable, variables
from .named import leaves_rest, named_at_any_letters, named_wherever


def with_names_below(draft: Draft, derived: Iterable[tuple[Variable, Variable]]) -> Draft:
    """The draft with names put where their formulas stand below what is differentiated by them; `derived` are pairs of
    what is differentiated and by what."""
    found = list(draft.definitions)
    by: dict[Variable, set[Variable]] = {}
    for of, one in derived:
        by.setdefault(of, set()).add(one)
    for top in [d.left.variable for d in draft.definitions if d.left.variable in by]:
        found = _with_parts(found, top, by[top])
        found = _with_rest(found, draft, top, by[top])
    return draft if found == [*draft.definitions] else replace(draft, definitions=tuple(found))


def apart(definitions: Sequence[RawDefinition], top: Variable, names: Iterable[Variable]) -> set[Variable]:
    """Those of the names that are computed, and from which a variable is not."""
    below = cone(definitions, [top])
    return {d.left.variable for d in definitions} & set(names) - below


def cone(definitions: Iterable[RawDefinition], tops: Iterable[Variable]) -> set[Variable]:
    """All that some variables are computed from, and themselves."""
    found, new = set[Variable](), set(tops)
    while new:
        found |= new
        new = {v for d in definitions if d.left.variable in new for v in variables(d.body)} - found
    return found


def _with_parts(definitions: list[RawDefinition], top: Variable, names: set[Variable]) -> list[RawDefinition]:
    """The definitions with those names, and names that these are made of, in what the top is computed from."""
    lefts = [d.left.variable for d in definitions]
    wanted = cone(definitions, apart(definitions, top, names))
    for d in [d for d in definitions if d.left.variable in wanted and lefts.count(d.left.variable) == 1]:
        below = cone(definitions, [top])
        put = named_at_any_letters(d) if d.left.variable not in below else None
        if put is not None:
            definitions = _where_whole(definitions, top, d, put, below)
    return definitions


def _with_rest(
    definitions: list[RawDefinition], draft: Draft, top: Variable, names: set[Variable]
) -> list[RawDefinition]:
    """The definitions with those names that the page does not type there wherever else their formulas stand, in any
    order and association, in what the top is computed from."""
    lefts = [d.left.variable for d in definitions]
    typed = cone(draft.definitions, [top]) - draft.put_in
    for d in [d for d in definitions if d.left.variable in names - typed and lefts.count(d.left.variable) == 1]:
        put = named_wherever(d)
        below = cone(definitions, [top]) - cone(definitions, [d.left.variable])
        if put is not None:
            definitions = _where_whole(definitions, top, d, put, below)
    return definitions


def _where_whole(
    definitions: list[RawDefinition],
    top: Variable,
    d: RawDefinition,
    put: Callable[[Expr], Expr],
    below: Container[Variable],
) -> list[RawDefinition]:
    """The definitions with the name of `d` put into those of `below`; as they are, where that leaves the top without
    the name or a part of its formula behind."""
    new = [replace(o, body=put(o.body)) if o.left.variable in below else o for o in definitions]
    rest = [o for o in new if o.left.variable in below]
    return new if d.left.variable in cone(new, [top]) and not leaves_rest(d, rest) else definitions


__all__ = ["apart", "cone", "with_names_below"]
