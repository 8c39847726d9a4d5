r"""Is there something to derive? What is asked for, `\partial E/\partial w_b`, held against the network."""

from __future__ import annotations

from ..calculus.flow import Flow, flow
from ..domain import TRUE, Constraint, Domain, implies, is_empty, shadow, simplify
from ..errors import DerivationError
from ..expr import Partial, Var
from ..latex import scripts
from ..latex.write import conditions
from ..step import Bindings
from ..system import Piece, System


def check_goal(system: System, goal: Partial) -> None:
    """Raise `DerivationError` for a goal that cannot be derived: what is wrong with it, and what would do."""
    if system.objective is None:
        raise DerivationError("the network has no objective", hint='name it: --objective E, or objective = "E"')
    if not isinstance(goal.of, Var) or goal.of.variable != system.objective:
        raise DerivationError("only the objective can be derived", hint="name it with --objective")
    flowing = flow(system)
    check_range(flowing, goal.of)
    of, wrt = system.objective.name, goal.wrt.variable
    if wrt == system.objective or not flowing.reaches(wrt, system.objective):
        itself = f"{of} would be differentiated by itself"
        why = itself if wrt == system.objective else f"{of} does not depend on {wrt.name}"
        raise DerivationError(why, hint=_what_would_do(flowing))
    check_range(flowing, goal.wrt)


def _what_would_do(flowing: Flow) -> str:
    objective = flowing.system.objective
    assert objective is not None
    before = flowing.upstream(objective) - {objective}
    names = [scripts.var(p.lhs) for v in flowing.pieces if v in before for p in flowing.pieces[v] if p.body is None]
    return f"it depends on {', '.join(f'`{n}`' for n in names)}" if names else "it depends on nothing"


def check_range(flowing: Flow, entry: Var) -> None:
    """Raise `DerivationError` for an entry that the variable does not have, or has for related sizes only."""
    pieces = flowing.pieces.get(entry.variable, [])
    if not pieces:
        return  # a generic objective
    inside = [p.at(entry.indices)[0] for p in pieces]
    there = [d for d in inside if not is_empty(d, flowing.known)]
    wanted = f"`{scripts.var(entry)}`"
    ranges = " or ".join(dict.fromkeys(_said(p) for p in pieces))
    if not there:
        raise DerivationError(f"{wanted} is out of range", hint=f"there is {ranges}")
    open_ones = [_of_sizes(d, flowing) for d in there]
    if not any(all(map(_is_least_size, left)) for left in open_ones):
        condition = ", ".join(conditions(min(open_ones, key=len)))
        raise DerivationError(
            f"{wanted} is out of range unless {condition}, and nothing says so",
            hint=f"there is {ranges}; what holds between sizes is stated beside the equations or as `relations`",
        )


def _said(piece: Piece) -> str:
    beside = conditions(piece.domain.constraints)
    return f"`{scripts.var(piece.lhs)}`" + (f" for {', '.join(beside)}" if beside else "")


def _of_sizes(domain: Domain, flowing: Flow) -> tuple[Constraint, ...]:
    """What a domain says of the sizes alone, beyond what is known of them."""
    for letter in domain.letters() - flowing.system.sizes:
        domain = shadow(domain, letter)
    left = simplify(domain, flowing.known).constraints
    return tuple(c for c in left if not implies(TRUE, c, flowing.known))


def _is_least_size(c: Constraint) -> bool:
    """Does it ask for no more than sizes that are large enough, `H >= 2` or `P + Q >= 3`?"""
    return c.rel == ">=" and all(k > 0 for _, k in c.form.terms)


def left_open(system: System, goal: Partial) -> tuple[str, Bindings]:
    """The caption of a derivative that stays, since nothing is known of the objective."""
    assert isinstance(goal.of, Var)
    return "left open", (("objective", goal.of), *(("variable", p.lhs) for p in system.outputs))
