r"""Functions that depend on more than their argument: `g(u) = \tanh(\beta u)`, of which a page writes `g(u_i)`.

What such a function takes from the page becomes an argument of it, so that everything below sees on what a value
depends: `g(u_i)` is `g(u_i, \beta)`, and the prime of `g'(u_i)` is by the first of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ..errors import ReadError
from ..expr import Apply, Expr, Var, Variable, free, rebuild, walk
from ..system import Function
from .statements import Equation

Whole: TypeAlias = "Mapping[str, tuple[Variable, ...]]"
"""All parameters of each such function."""


def with_parameters(
    functions: Mapping[str, Function], known: Iterable[Function], equations: Sequence[Equation]
) -> dict[str, Function]:
    """The functions of a page with such arguments, which the equations get as well; `known` are those of a network."""
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
