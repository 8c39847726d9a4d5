r"""Names with a prime that may be derivatives: `E' = 2(w - 1)` beside `E = (w - 1)^2`.

Such a line defines a name of its own, or says what the derivative of E is, and nothing on the page tells which, where
no other line computes with E' and its formula does not mention E. Then it is asked, and what rests on it is left open,
unless words say that the prime is part of the name (`primes_said`), or its formula is that of E with primes put to
other names, `J' = \sum_{ij} f_{ij} (R'_{ij})^2` beside `J = \sum_{ij} f_{ij} R_{ij}^2`, and the page differentiates by
several arrays: what depends on many things has no derivative without any of them, and J' is a second cost. So is E'
where the page differentiates both by the same array, `\partial E/\partial w_i` and `\partial E'/\partial w_i`, and by
arrays alone: neither E nor E' has an index, and a derivative by an array has those of its entries. What the front
matter calls the objective is a name of its own, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import TypeGuard

from ...errors import ReadError
from ...expr import Apply, Expr, Partial, Var, Variable, of_kind, variables, walk
from ...expr import replace as replaced
from ...latex.scripts import variable_latex
from ...read import Reading, Written
from ...resolve.spelled.keys import split_key
from ...resolve.told.untold import Untold
from ...system import System
from ..words.primes_said import named_by_primes

PRIME = "'"

CHANGE = r"\Delta "
"""Begins the name of a change, `\\Delta w'`: that of the weight w'."""


def with_primes_asked(reading: Reading, network: System | None, text: str) -> Reading:
    """The reading of a text without definitions of such names: their lines are unreadable."""
    asked = dict(_asked(reading, network))
    if asked:
        letters = {v: (split_key(v.key)[0].removesuffix(PRIME), line) for v, line in asked.items()}
        named = named_by_primes(text, letters)
        asked = {v: line for v, line in asked.items() if v not in named}
    if not asked:
        return reading
    kept = tuple(d for d in reading.draft.definitions if d.left.variable not in asked)
    return replace(
        reading,
        draft=replace(reading.draft, definitions=kept),
        claims=tuple(_without(w, asked) for w in reading.claims),
        untold=(*reading.untold, *(Untold(split_key(v.key)[0], line) for v, line in asked.items())),
    )


def _asked(reading: Reading, network: System | None) -> Iterator[tuple[Variable, int]]:
    """The names that may be derivatives, with the lines on which they are defined."""
    definitions = reading.draft.definitions
    primed = [d for d in definitions if _prime(d.left.variable)]
    if not primed:
        return
    known = {*(d.left.variable for d in definitions), *(() if network is None else network.variables())}
    functions = {f.name for f in reading.draft.functions if f.body is not None}
    objective = reading.draft.objective
    for d in primed:
        v = d.left.variable
        if objective is not None and v == objective.variable:
            continue
        plain = split_key(v.key)[0][:-1]
        if isinstance(d.body, Partial) or plain.startswith(CHANGE):
            continue
        if plain not in functions and _plain(v) not in known:
            continue
        if any(_base(x) == plain for x in walk(d.body)) or _is_used(reading, v):
            continue
        if _is_second(reading, v, d.body) or (not d.left.indices and _is_derived_beside(reading, v, known)):
            continue
        yield v, d.place.line if d.place is not None else 1


def _prime(v: Variable) -> bool:
    base = split_key(v.key)[0]
    return base.endswith("'") and not base.endswith("''")


def _base(x: Expr) -> str:
    return split_key(x.variable.key)[0] if isinstance(x, Var) else x.function if isinstance(x, Apply) else ""


def _is_used(reading: Reading, v: Variable) -> bool:
    """Does a line compute with a name, other than by differentiating it?"""
    for w in reading.claims:
        own = {n for n, _ in w.defines}
        for n, m in enumerate(w.members):
            if isinstance(m, ReadError) or n in own or (n == 0 and isinstance(m, Var)):
                continue
            if any(isinstance(x, Var) and x.variable == v for x in _outside_derivatives(m)):
                return True
    return False


def _is_second(reading: Reading, v: Variable, body: Expr) -> bool:
    """Is a name the same of primed names as its plain one is of the plain ones, on a page about many things?

    None of those may be made of its own plain name, `y' = y (1 - y)`: that is the form of a derivative.
    """
    bodies = {d.left.variable: d.body for d in reading.draft.definitions}
    plain = bodies.get(_plain(v))
    primed = {x for x in variables(body) if _prime(x)}
    if plain is None or not primed or any(x not in bodies or _plain(x) in variables(bodies[x]) for x in primed):
        return False
    alike = replaced(body, lambda x: Var(_plain(x.variable), x.indices) if _is_one_of(x, primed) else None)
    return alike == plain and len(_differentiated_by(reading) - bodies.keys()) > 1


def _is_derived_beside(reading: Reading, v: Variable, known: Set[Variable]) -> bool:
    r"""Do lines differentiate a name and its plain one by the same array, and by nothing that is no array?"""
    names = (v, _plain(v))
    found = [(x.of, x.wrt) for x in _partials(reading) if isinstance(x.of, Var) and x.of.variable in names]
    if any(of.indices or not wrt.indices for of, wrt in found):
        return False
    primed, plain = ({wrt.variable for of, wrt in found if of.variable == name} for name in names)
    return not primed.isdisjoint(plain) and len(_differentiated_by(reading) - known) > 1


def _is_one_of(x: Expr, names: set[Variable]) -> TypeGuard[Var]:
    return isinstance(x, Var) and x.variable in names


def _plain(v: Variable) -> Variable:
    return Variable(v.key.replace(PRIME, "", 1))


def _differentiated_by(reading: Reading) -> set[Variable]:
    """The names by which the lines of a page differentiate."""
    return {x.wrt.variable for x in _partials(reading)}


def _partials(reading: Reading) -> Iterator[Partial]:
    """The derivatives in the lines of a page."""
    members = (m for w in reading.claims for m in w.members if not isinstance(m, ReadError))
    return (x for m in members for x in of_kind(m, Partial))


def _outside_derivatives(e: Expr) -> Iterator[Expr]:
    derived = {id(x.of) for x in of_kind(e, Partial)}
    return (x for x in walk(e) if id(x) not in derived)


def _without(w: Written, asked: dict[Variable, int]) -> Written:
    links = {n for n, v in w.defines if v.variable in asked}
    if not links:
        return w
    members = list(w.members)
    for n, v in w.defines:
        if n in links:
            name = variable_latex(v.variable)
            cause = f"`{name}` may be the derivative of `{name.replace(PRIME, '', 1)}`, or a name of its own"
            members[n] = ReadError(cause, w.place, r"write the derivative as a fraction, or take another letter")
    defines = tuple(pair for pair in w.defines if pair[0] not in links)
    return replace(w, members=tuple(members), defines=defines)
