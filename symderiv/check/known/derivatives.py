r"""Derivatives that say nothing, whatever they are said to equal.

By a name from which nothing is computed (`z_j = net_j`, and E is made of `net_j`): an author who writes
`\partial E / \partial z_j` means the derivative by what z stands for, while to nudge z changes nothing; where z is no
more than another name of entries it can be put so (`by_entries_meant`). And of a size
(`\partial J / \partial w` where J is a number of nodes): the author has another J in mind. Nor by units on which
nothing depends that is differentiated, where letters tell layers of one name apart: two may be meant for one layer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from ...expr import Apply, Expr, Index, Partial, Var, Variable, free, of_kind, replace, variables
from ...latex.asserted import is_asserted, speaks_of_case
from ...latex.hedged import is_hedged
from ...latex.scripts import variable_latex
from ...memo import of_this_object
from ...network.graph import downstream, upstream
from ...pattern import lazily
from ...read import Written
from ...resolve.spelled.keys import tags_of
from ...system import System, alias_of
from .empty_derivatives import computed_with, empty_names, handed_on
from .typed_out import is_typed_out

LIST = lazily(r"\\[a-z]*dots\b")
"""What a list of entries is typed with."""


def idle(system: System, *sides: Expr, given: System | None = None) -> str:
    """Why a derivative in one of the sides says nothing; empty where each of them says something.

    Names of its own that a solution computes from such a name make it no part of a network that is `given`.
    """
    for partial in (e for side in sides for e in (*of_kind(side, Partial), *_behind_names(system, side))):
        why = _why(system, partial, given)
        if why:
            return why.replace("@", variable_latex(partial.wrt.variable))
    empty = _empty(system)
    name = next((v for side in sides for v in sorted(variables(side) & empty.keys(), key=str)), None)
    if name is None:
        return ""
    by, shown = variable_latex(empty[name]), variable_latex(name)
    return f"`{shown}` names a derivative of what is not computed from `{by}`: it would be 0"


@of_this_object(64)
def _empty(system: System) -> dict[Variable, Variable]:
    """The names that rest on derivatives by what takes no part in what is differentiated."""
    return handed_on(system, empty_names(system))


def by_entries_meant(system: System, e: Expr, unsaid: Collection[Variable] = ()) -> Expr:
    r"""The derivatives in an expression by entries of a name that is nothing but another one, each entry of it by its
    own (`A_j = a_j`, of `A = (a_1, \dots, a_m)^T`), as derivatives by those; of no name that is `unsaid` to be it."""

    def change(x: Expr) -> Expr | None:
        by = x.wrt if isinstance(x, Partial) and not x.direct else None
        entry = _meant(system, by) if by is not None and by.variable not in unsaid else None
        return None if entry is None or not isinstance(x, Partial) else Partial(replace(x.of, change), entry)

    return replace(e, change)


def unsaid_of_all(claims: Iterable[Written]) -> frozenset[Variable]:
    """The names that a definition is given for under a condition, or by a sentence that may say it of one case."""
    return frozenset(
        entry.variable
        for w in claims
        for _, entry in w.defines
        if w.where or w.given or w.perhaps or (w.inline and not _is_said(w))
    )


def _is_said(w: Written) -> bool:
    r"""Does the sentence say so? One with a list, `C = (c_1, \dots, c_m)^T`, names it unless its words take it back."""
    listed = LIST.search(w.latex) is not None and not is_hedged(*w.words) and not speaks_of_case(w.words[0])
    return listed or is_asserted(*w.words)


def _meant(system: System, entry: Var) -> Var | None:
    """The entry that another one stands for."""
    pieces = system.of(entry.variable)
    alias = alias_of(pieces[0]) if len(pieces) == 1 and entry.indices else None
    if alias is None or alias[0] < 0 or entry.variable in _used(system):
        return None
    letters = [i.letter for i in alias[1].indices]
    body = pieces[0].at(entry.indices)[1] if sorted(map(str, letters)) == sorted(map(str, pieces[0].letters)) else None
    return body if isinstance(body, Var) else None


@of_this_object(1 << 10)
def _why(system: System, partial: Partial, given: System | None) -> str:
    """Why one says nothing, @ for what it differentiates by; empty where it says something."""
    if _is_size(partial.of, system):
        return "what is differentiated is a size here"
    v = partial.wrt.variable
    if v not in variables(partial.of) and v not in set(_below(system, partial.of)):
        apart = min((variable_latex(x) for x in (v, *downstream(system, v)) if tags_of(x.key)), default=None)
        if apart is not None:
            return f"`{apart}` is told apart by its letter, and nothing differentiated depends on it"
    if not _is_computed(system, v) or v in variables(partial.of):
        return ""
    if is_typed_out(system, partial.of, v):
        return "the formula of `@` is typed out beside it, too: by it a derivative says nothing"
    below = frozenset(_below(system, partial.of))
    own = given is not None and v not in given.variables()
    alone = v not in (below if own else _used(system))
    if alone and not {v, *upstream(system, v)}.isdisjoint(below):
        return "nothing is computed from `@`: by it a derivative says nothing"
    if v not in below and _is_beside(system, v, below):
        return "what is differentiated is not computed from `@`, but beside it: by it a derivative says nothing"
    return ""


def _is_beside(system: System, v: Variable, below: Collection[Variable]) -> bool:
    r"""Is a name made of what something on the way to the objective is made of, and on no way to it itself?

    So are the distances beside `q = f(\|y_i - y_j\|)`, also where something else is computed from them; and all names
    that only the network of one loss has, beside another one.
    """
    goal = system.objective
    if goal is None or goal == v or {*upstream(system, v)}.isdisjoint(below):
        return False
    to_goal = {goal, *upstream(system, goal)}
    if set(below) <= to_goal:
        return v not in to_goal
    # another loss, typed out to the end, may hold what has a name elsewhere
    return v not in to_goal or not any(_is_computed(system, x) for x in below if not _is_loss(system, x))


def _is_loss(system: System, v: Variable) -> bool:
    """Is it a number that nothing is computed from?"""
    return not v.arity and v in _outputs(system)


@of_this_object(64)
def _outputs(system: System) -> frozenset[Variable]:
    return frozenset(p.variable for p in system.outputs)


def _behind_names(system: System, e: Expr) -> Iterator[Partial]:
    r"""The derivatives that names in an expression stand for, as `\delta_k` does for `\partial E/\partial a_k`."""
    names = _named(system)
    if not names.keys().isdisjoint(variables(e)):
        for v in variables(e):
            yield from names.get(v, ())


@of_this_object(64)
def _named(system: System) -> dict[Variable, list[Partial]]:
    """The derivatives in the definitions of names."""
    found: dict[Variable, list[Partial]] = {}
    for p in system.pieces:
        if p.body is not None and (derivatives := of_kind(p.body, Partial)):
            found.setdefault(p.variable, []).extend(derivatives)
    return found


def _is_size(e: Expr, system: System) -> bool:
    """Does an expression consist of sizes?"""
    if of_kind(e, Apply) or variables(e):
        return False
    return bool(of_kind(e, Index)) and bool(free(e) & system.sizes)


def _is_computed(system: System, v: Variable) -> bool:
    pieces = system.of(v)
    return v != system.objective and bool(pieces) and all(p.body is not None for p in pieces)


def _below(system: System, e: Expr) -> Iterator[Variable]:
    """All that an expression is computed from."""
    for v in variables(e):
        yield v
        yield from upstream(system, v)


@lru_cache(maxsize=64)
def _used(system: System) -> frozenset[Variable]:
    """The variables that something else is computed from: not those by which a name of a derivative differentiates."""
    pieces = [p for p in system.pieces if p.body is not None]
    found = {v for p in pieces for v in computed_with(p.body) if v != p.variable}
    return frozenset(found | {p.variable for p in system.outputs})


__all__ = ["by_entries_meant", "idle", "unsaid_of_all"]
