r"""Names of derivatives by what has no part in what is differentiated: the J of `J = \partial y/\partial q` where y is
made of no q. Taken at their word they are 0 everywhere, but nobody gives a name to that: a letter is misspelt, a mark
was read otherwise than it is meant, or how y depends on q is not said. So nothing rests on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...digraph import reachable
from ...expr import Apply, Expr, Partial, Var, Variable, children, of_kind, variables
from ...memo import of_this_object
from ...network.graph import dependencies
from ...system import System


@of_this_object(64)
def empty_names(system: System) -> dict[Variable, Variable]:
    r"""Such names, each with what is differentiated by.

    >>> from symderiv.load import load_text
    >>> page = r"$$E = w x$$ $$J = \frac{\partial E}{\partial q}$$ $$g = \frac{\partial E}{\partial w}$$"
    >>> {v.key: by.key for v, by in empty_names(load_text(page)).items()}
    {'J': 'q'}
    """
    found: dict[Variable, Variable] = {}
    for p in system.pieces:
        for d in of_kind(p.body, Partial) if p.body is not None else ():
            if d.wrt.variable not in _made_of(system, d.of):
                found.setdefault(p.variable, d.wrt.variable)
    return found


def handed_on(system: System, begun: Mapping[Variable, Variable]) -> dict[Variable, Variable]:
    r"""Some names, each with another one, and all that are defined by them, with the same.

    >>> from symderiv.load import load_text
    >>> page = load_text(r"$$E = w x$$ $$J = \frac{\partial E}{\partial q}$$ $$K = 2 J$$")
    >>> {v.key: by.key for v, by in handed_on(page, empty_names(page)).items()}
    {'J': 'q', 'K': 'q'}
    """
    found = dict(begun)
    while found:
        bodies = ((p.variable, p.body) for p in system.pieces if p.body is not None and p.variable not in found)
        first = ((v, next((x.variable for x in of_kind(body, Var) if x.variable in found), None)) for v, body in bodies)
        more = {v: found[x] for v, x in first if x is not None}
        if not more:
            break
        found |= more
    return found


@of_this_object(64)
def only_differentiated_by(system: System) -> frozenset[Variable]:
    r"""The names by which definitions differentiate, and of which nothing is made.

    >>> from symderiv.load import load_text
    >>> page = r"$$E = w x$$ $$J = \frac{\partial E}{\partial q}$$ $$g = \frac{\partial E}{\partial w}$$"
    >>> [v.key for v in only_differentiated_by(load_text(page))]
    ['q']
    """
    by = {d.wrt.variable for p in system.pieces if p.body is not None for d in of_kind(p.body, Partial)}
    given = {v for v in by if v != system.objective and all(p.body is None for p in system.of(v))}
    if not given:
        return frozenset()
    made = {v for used in dependencies(system).values() for v in used}
    bodies = (*(p.body for p in system.pieces), *(f.body for f in system.functions))
    return frozenset(given - made - {v for body in bodies for v in computed_with(body)})


def computed_with(e: Expr | None) -> Iterator[Variable]:
    """The variables in an expression that stand for their values."""
    if isinstance(e, Var):
        yield e.variable
    parts = () if e is None else (e.of,) if isinstance(e, Partial) else children(e)
    for x in parts:
        yield from computed_with(x)


def _made_of(system: System, e: Expr) -> frozenset[Variable]:
    """All that an expression is made of, the names in the formulas of its functions, too."""
    graph, own = _graph(system), {*variables(e), *_in_functions(system, e)}
    return frozenset(own).union(*(reachable(graph, v) for v in own))


@of_this_object(64)
def _graph(system: System) -> dict[Variable, tuple[Variable, ...]]:
    """For each variable those that its definitions mention, also where it is the name of a derivative."""
    found = dict(dependencies(system))
    for p in system.pieces:
        if p.body is not None:
            new = (*variables(p.body), *_in_functions(system, p.body))
            found[p.variable] = (*found.get(p.variable, ()), *new)
    return found


def _in_functions(system: System, e: Expr) -> Iterator[Variable]:
    """The names in the formulas of functions, where an expression applies any."""
    if of_kind(e, Apply):
        yield from (v for f in system.functions if f.body is not None for v in variables(f.body))
