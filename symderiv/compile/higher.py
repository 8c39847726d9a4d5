r"""Second derivatives: the backpropagated network is a network, so it is differentiated again.

With a direction `\dot{w}` for every parameter, `S = \sum \dot{w} \bar{w}` is the derivative along it, and the gradient
of S is the Hessian times the direction (B. A. Pearlmutter, Fast exact multiplication by the Hessian, 1994).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..calculus.letters import scripts_at
from ..derive.adjoint import Adjoints, adjoints
from ..domain import TRUE, Context, bounds, eliminate
from ..expr import Expr, Sum, Var, Variable, add, mul
from ..system import Piece, Role, System
from .assemble import assembled
from .compiled import Compiled, Functions, Wrt, known_backend, name_of, parameters, single, variable_of
from .errors import CompileError
from .module import BACKENDS
from .prepare import careful
from .program import Program


def compile_hessian_product(
    system: System, wrt: Iterable[Wrt] | None = None, backend: str = "numpy", functions: Functions | None = None
) -> Compiled:
    r"""The Hessian times a direction: called with the arguments of the network and a direction `\dot{w}` (`w_dot`) for
    each parameter, it gives the derivative along the direction and, by the parameters' LaTeX names, the product.

    Raises `CompileError` for an objective that is left open: its second derivatives are unknown.
    """
    asked = parameters(system) if wrt is None else tuple(variable_of(system, w) for w in wrt)
    return Compiled(product_program(system, asked), known_backend(backend), functions)


def product_program(system: System, asked: tuple[Variable, ...]) -> Program:
    """The array program of a Hessian-vector product."""
    single(system)
    if system.generic:
        raise CompileError("the objective is left open: its second derivatives are not known", hint="define it")
    given = {p.variable for p in system.pieces if p.role is Role.PARAMETER}
    extra = [v for v in asked if v not in given]
    first = adjoints(replace(careful(system), wrt=()), extra)
    directions = {v: _dotted(v, first) for v in asked}
    slope = Variable("S")
    while slope in set(first.system.variables()):
        slope = Variable(slope.key + "'")
    known = Context(system.context, system.size_functions)
    terms: list[Expr] = []
    handed: list[Piece] = []
    for v, dot in directions.items():
        for p in system.of(v):
            if p.body is None:
                handed.append(Piece(dot, p.indices, p.letters, p.domain, None, Role.INPUT))
                if v in first.of:
                    terms.append(_summed(mul(Var(dot, p.indices), Var(first.of[v], p.indices)), p, known))
    made = Piece(slope, (), (), TRUE, add(*terms), Role.NODE)
    whole = replace(first.system, pieces=(*first.system.pieces, made, *handed), objective=slope)
    second = adjoints(whole, extra)
    keys = {v: name_of(system, v) for v in system.variables()} | {dot: dot.name for dot in directions.values()}
    gradients = [(keys[v], v, second.of.get(v, Variable(f"@{n}"))) for n, v in enumerate(asked)]
    return assembled(second.system, second.system.pieces, [("S", slope)], gradients, keys)


def _dotted(v: Variable, first: Adjoints) -> Variable:
    """The variable under a dot."""
    at = scripts_at(v.key)
    key = rf"\dot{{{v.key[:at]}}}{v.key[at:]}"
    taken = {u.key for u in first.system.variables()}
    while key in taken:
        key = rf"\dot{{{key}}}"
    return Variable(key)


def _summed(body: Expr, p: Piece, known: Context) -> Expr:
    """The body summed over all entries of a piece."""
    domain, inside = p.domain, known
    for letter in p.letters:
        found = bounds(domain, letter, inside)
        own = tuple(c for c in found.rest.constraints if c.mentions(letter))
        body = Sum(letter, found.lowers, found.uppers, body, own)
        left = eliminate(domain, letter, inside)
        if left is None:
            raise CompileError(f"the entries of {p.variable.name} are no range for one index after the other")
        domain = left
    return body


def hessian(made: Compiled, arrays: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    """All second derivatives of a small network, from its Hessian product: one call an entry of the parameters.

    `found["b", "w"]` has the positions of b, then those of w. Arguments are keyed by LaTeX names.
    """
    keys = [key for key, _ in made.program.gradients]
    dots = [a.latex for a in made.arguments if a.latex.startswith(r"\dot")]
    zeros = {d: arrays[k] * 0 for k, d in zip(keys, dots, strict=True)}
    of = getattr(made.module, BACKENDS[made.backend].module)
    found: dict[tuple[str, str], Any] = {}
    for by, dot in zip(keys, dots, strict=True):
        shape = tuple(arrays[by].shape)
        units = of.eye(math.prod(shape), dtype=arrays[by].dtype)
        columns = [made({**arrays, **zeros, dot: unit.reshape(shape)})[1] for unit in units]
        for k in keys:
            stacked = of.stack([c[k] for c in columns], -1)
            found[k, by] = stacked.reshape((*stacked.shape[:-1], *shape))
    return found
