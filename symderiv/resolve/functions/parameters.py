r"""Functions that depend on more than their argument: `g(u) = \tanh(\beta u)`, of which a page writes `g(u_i)`.

What such a function takes from the page becomes an argument of it, so that everything below sees on what a value
depends: `g(u_i)` is `g(u_i, \beta)`, and the prime of `g'(u_i)` is by the first of the two. One that is made of arrays,
`y(x) = \sum_j w_j \phi_j(x)`, is written out where it is applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...affine import Sym, affine
from ...errors import ReadError
from ...expr import Apply, Expr, Sum, Var, Variable, bound, free, fresh, rebuild, substitute, walk
from ...expr import replace as replace_parts
from ...system import Function
from ..statements import Equation

DEEPEST = 8
"""So deep functions are written out within one another."""
Whole: TypeAlias = "Mapping[str, tuple[Variable, ...]]"
"""All parameters of each such function."""


def with_parameters(
    functions: Mapping[str, Function], known: Iterable[Function], equations: Sequence[Equation]
) -> dict[str, Function]:
    """The functions of a page with such arguments, which the equations get as well; `known` are those of a network."""
    made = {name: f for name, f in functions.items() if _is_of_arrays(f)}
    for e in equations if made else ():
        e.members = [m if isinstance(m, ReadError) else _written_out(m, made) for m in e.members]
        e.places = tuple((_written_out(x, made), span) for x, span in e.places)
    own = {name: (*f.parameters, *more) for name, f in functions.items() if (more := _more(f, functions))}
    whole = {**{f.name: f.parameters for f in known if f.body is not None}, **own}
    for e in equations if whole else ():
        e.members = [m if isinstance(m, ReadError) else _applied(m, whole) for m in e.members]
        e.places = tuple((_applied(x, whole), span) for x, span in e.places)
    return {
        name: replace(f, arity=len(own[name]), parameters=own[name], body=_applied(f.body, own))
        if name in own and f.body is not None
        else f
        for name, f in functions.items()
    }


def _is_of_arrays(f: Function) -> bool:
    """Is it computed from entries of the page's arrays?"""
    return f.body is not None and any(isinstance(x, Var) and x.indices for x in walk(f.body))


def _written_out(e: Expr, made: Mapping[str, Function], depth: int = 0) -> Expr:
    """The expression with what such functions are in place of their values; their derivatives stay."""
    e = rebuild(e, lambda x: _written_out(x, made, depth))
    f = made.get(e.function) if isinstance(e, Apply) and not any(e.order) else None
    if f is None or f.body is None or not isinstance(e, Apply) or len(e.args) != f.arity or depth > DEEPEST:
        return e
    given = dict(zip(f.parameters, e.args, strict=True))
    taken = frozenset().union(*map(free, e.args))
    body = replace_parts(_apart(f.body, taken), lambda x: given.get(x.variable) if isinstance(x, Var) else None)
    return _written_out(body, made, depth + 1)


def _apart(e: Expr, taken: frozenset[Sym]) -> Expr:
    """The expression with letters of its sums that are not among some."""
    if isinstance(e, Sum) and e.letter in taken:
        letter = fresh(taken | free(e.body) | bound(e.body), e.letter)
        values = {e.letter: affine(letter)}
        where = tuple(c.substitute(values) for c in e.where)
        e = Sum(letter, e.lowers, e.uppers, substitute(e.body, values), where)
    return rebuild(e, lambda x: _apart(x, taken))


def _more(f: Function, functions: Mapping[str, Function], seen: frozenset[str] = frozenset()) -> tuple[Variable, ...]:
    """What a function takes from the page: numbers without indices, in the order in which they occur."""
    if f.body is None or free(f.body):
        return ()
    found: dict[Variable, None] = {}
    for x in walk(f.body):
        if isinstance(x, Var) and not x.indices and x.variable not in f.parameters:
            found[x.variable] = None
        elif isinstance(x, Apply) and x.function in functions and x.function not in seen | {f.name}:
            found.update(dict.fromkeys(_more(functions[x.function], functions, seen | {f.name})))
    return tuple(v for v in found if v not in f.parameters)


def _applied(e: Expr, whole: Whole) -> Expr:
    """The expression with those arguments."""
    if isinstance(e, Apply):
        args = tuple(_applied(a, whole) for a in e.args)
        more = whole.get(e.function, ())[len(args) :]
        return Apply(e.function, (*args, *(Var(v) for v in more)), (*e.order, *(0 for _ in more)))
    return rebuild(e, lambda x: _applied(x, whole))
