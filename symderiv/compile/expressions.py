r"""Expressions, and the results of derivations, as functions of arrays.

A total derivative `\partial E/\partial h_i` that is left in a formula is the adjoint of `h_i`, and so is a name that a
derivation introduced (`\delta_k`): both are computed by the backpropagated network.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..affine import Sym, affine
from ..derive.adjoint import adjoints
from ..domain import TRUE, Context, Domain, is_empty, subtract
from ..expr import Expr, Partial, Var, Variable, free, of_kind, replace, walk
from ..step import Derivation
from ..system import Piece, Role, System
from .assemble import assembled
from .compiled import Compiled, Functions, known_backend, name_of
from .errors import CompileError
from .program import Program


def lambdify(
    what: Expr | Derivation,
    system: System | None = None,
    backend: str = "numpy",
    functions: Functions | None = None,
    domain: Domain = TRUE,
    letters: Sequence[Sym] | None = None,
) -> Compiled:
    """A function of arrays that computes an expression, or the result of a derivation.

    The value has a position for each of `letters` (by default those of the derivation's goal, else the free letters
    that are not sizes, sorted), each running over its range in `domain`.
    """
    return Compiled(expression_program(what, system, domain, letters), known_backend(backend), functions, plain=True)


def expression_program(
    what: Expr | Derivation, system: System | None, domain: Domain = TRUE, letters: Sequence[Sym] | None = None
) -> Program:
    """The array program of an expression, or of the result of a derivation."""
    if isinstance(what, Derivation):
        system = what.system
        pieces = _results(what, domain, letters)
    else:
        if system is None:
            raise CompileError("an expression needs its network", hint="lambdify(expression, network)")
        order = (
            tuple(letters) if letters is not None else tuple(sorted(free(what) - system.sizes, key=lambda s: s.name))
        )
        inside = ranged(what, order, domain, system)
        pieces = [Piece(_value(len(order)), tuple(map(affine, order)), order, inside, what, Role.NODE)]
    keys = {v: name_of(system, v) for v in system.variables()}
    return assembled(system, _with_adjoints(pieces, system), [("value", pieces[0].variable)], [], keys)


def _value(arity: int) -> Variable:
    return Variable("value" + ("_{" + ",".join("#" * arity) + "}" if arity else ""))


def _results(what: Derivation, domain: Domain, letters: Sequence[Sym] | None) -> list[Piece]:
    """What the derivation ends in: the last claim about the goal, and those about entries that it leaves out."""
    goal, system = what.goal, what.system
    known = Context(system.context, system.size_functions)
    at = [n for n, i in enumerate(goal.wrt.indices) if i.letters() - system.sizes]
    if letters is not None:
        wanted = {s: n for n, s in enumerate(letters)}
        at.sort(key=lambda n: min((wanted.get(s, len(wanted)) for s in goal.wrt.indices[n].letters()), default=0))
    value = _value(len(at))
    found: list[Piece] = []
    for claim in reversed(what.claims):
        left = claim.left
        if claim.refuted or not isinstance(left, Partial) or left.of != goal.of or left.direct:
            continue
        if left.wrt.variable != goal.wrt.variable:
            continue
        indices = tuple(left.wrt.indices[n] for n in at)
        own = tuple(dict.fromkeys(i.letter for i in indices if i.letter is not None and i.letter not in system.sizes))
        stated = claim.domain & Domain(claim.where) & domain
        # of a variable that is handed over, the entries that are: not those that are aliases of others
        given = [p.at(left.wrt.indices)[0] for p in system.of(left.wrt.variable) if p.body is None]
        left_over = [stated & guard for guard in given] or [stated]
        for p in found:
            guard, _ = p.at(indices)
            left_over = [q for part in left_over for q in subtract(part, guard, known)]
        for part in left_over:
            if not is_empty(part, known):
                found.append(Piece(value, indices, own, part, claim.members[-1], Role.NODE))
    if not found:
        raise CompileError("the derivation has no result")
    return found


def _with_adjoints(pieces: list[Piece], system: System) -> tuple[Piece, ...]:
    """The network's definitions and the pieces, with the adjoints that the pieces mention."""
    objective = system.objective
    bodies = [p.body for p in pieces if p.body is not None]
    totals = {
        x.wrt.variable
        for e in bodies
        for x in of_kind(e, Partial)
        if not x.direct and objective is not None and x.of == Var(objective)
    }
    own = set(system.variables()) | {p.variable for p in pieces}
    if not totals and all(not isinstance(x, Var) or x.variable in own for e in bodies for x in walk(e)):
        return (*system.pieces, *pieces)
    asked = {v for v in totals if any(p.role not in (Role.NODE, Role.PARAMETER) for p in system.of(v))}
    made = adjoints(system, asked)

    def named(x: Expr) -> Expr | None:
        if isinstance(x, Partial) and not x.direct and x.wrt.variable in made.of and x.of == Var(made.objective):
            return made.gradient(x.wrt)
        return None

    filled = [
        Piece(
            p.variable, p.indices, p.letters, p.domain, replace(p.body, named) if p.body is not None else None, p.role
        )
        for p in pieces
    ]
    return (*made.system.pieces, *filled)


def ranged(e: Expr, letters: tuple[Sym, ...], domain: Domain, system: System) -> Domain:
    """The domain, with the ranges of letters that it does not bound taken from where they index a variable."""
    found = domain
    for letter in letters:
        if letter in domain.letters():
            continue
        for x in walk(e):
            if isinstance(x, Var) and any(i.letter == letter for i in x.indices):
                pieces = system.of(x.variable)
                if len(pieces) == 1:
                    guard, _ = pieces[0].at(x.indices)
                    found &= Domain(tuple(c for c in guard.constraints if c.letters() - system.sizes == {letter}))
                    break
        else:
            span = next((s for s in system.spans if s.letter == letter), None)
            if span is None:
                raise CompileError(f"the range of {letter.name} is not known", hint="give it in `domain`")
    return found
