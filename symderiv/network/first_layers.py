r"""The layer before the first, `x^0` beside `z^l = \sum_m w^l_m x^{l-1}_m`, where everything beyond a range is 0.

What a first step starts from may well be 0. A layer that is all zeros is what nobody means: none of its weights would
matter, and every line about their derivatives would be right that has an `x^0` on its right. Such layers are numbered
above the name, and each step has weights of its own, by which the layer before it is multiplied; or nothing else goes
into any step, so that all of them would be made of nothing. With other steps above a name nobody can tell: what is
before the first is 0, and given where the page is read once more (`Draft.start_given`). But data that go into every
step through weights that all steps share, `\sum_i w_i x_i^t` beside `u h^{t-1}`, are those of steps in time: these
begin with 0, unless the page names what they begin with (`Draft.start_named`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..affine import Affine, affine
from ..domain import bounds, is_empty, le
from ..domain.constraint import Domain
from ..expr import Mul, Num, Var, Variable, of_kind, variables
from ..pattern import lazily
from .chains import shifted
from .entries import coordinates
from .images import about_indices
from .inference import State
from .presume import is_layer
from .uses import Use

ABOVE = lazily(r"\^\{\(?([^{}()]*)\)?\}")


def before_first_layer(state: State, variable: Variable, uses: Sequence[tuple[Use, Sequence[Domain]]]) -> list[Domain]:
    """What uses reach of the layer before the first that is defined; each comes with what lies beyond definitions."""
    found: list[Domain] = []
    above = ABOVE.search(variable.key)
    number = len(above[1].split(",")) if above else 0
    for p, c in enumerate(coordinates(variable.arity)):
        first = _first(state, variable, p)
        if first is None:
            continue
        steps = [use for n in state.of[variable] for q, shift, use in shifted(state, n) if (q, shift) == (p, -1)]
        for use, domains in uses:
            typed = use.entry.indices[p] == first - 1
            if (typed or use in steps) and _is_given(state, use, p, numbered=p < number):
                reached = (d & le(c, first - 1) for d in domains)
                found += [about_indices(d) for d in reached if not is_empty(d, state.letters.known)]
    return found


def _first(state: State, variable: Variable, p: int) -> Affine | None:
    """The first layer that is defined, if that is a number."""
    c = coordinates(variable.arity)[p]
    domains = (d for n in state.of[variable] for d in state.found[n])
    lowers = {low for d in domains for low in bounds(d, c, state.letters.known).lowers}
    return min(lowers, key=lambda x: x.const) if lowers and all(x.is_constant for x in lowers) else None


def _is_given(state: State, use: Use, p: int, *, numbered: bool) -> bool:
    """Is the layer before the first given, where a use reaches it? `numbered`: the steps stand above the name."""
    if _nothing_else(state, use) or (numbered and _has_own_weights(state, use, p)):
        return True
    if not (numbered and state.draft.start_given):
        return False
    users = [m for m, other in state.users(use.entry.variable) if other == use]
    in_time = not state.draft.start_named and any(_is_fed(state, m, use.entry.indices[p] + 1) for m in users)
    return not in_time and any(_weights(state, m, use.entry) for m in users)


def _is_fed(state: State, m: int, step: Affine) -> bool:
    """Do data of its step go into a definition, through weights that do not carry the step?"""
    own = step.letters() - state.letters.sizes
    for x in of_kind(state.bodies[m], Mul) if own else ():
        found = of_kind(x, Var)
        given = all(v.variable not in state.of for v in found)
        shared = any(all(own.isdisjoint(i.letters()) for i in v.indices) for v in found)
        if given and shared and any(step in v.indices for v in found):
            return True
    return False


def _nothing_else(state: State, use: Use) -> bool:
    """Is all that is given in the steps a factor of what a step before made? Beginning with 0 they have nothing."""
    mine = state.component[use.entry.variable]
    members = [m for m, e in enumerate(state.entries) if not e.nominal and state.component.get(e.variable) == mine]
    given = {v.variable for m in members for v in of_kind(state.bodies[m], Var) if v.variable not in state.of}
    made = {state.entries[m].variable for m in members}
    if any(_is_start(state, m, made) for m in members):
        return False
    used = {(m, v) for m in members for v in of_kind(state.bodies[m], Var) if v.variable in made}
    weights = {x.variable for m, v in used for x in _weights(state, m, v)}
    return bool(given) and given <= weights


def _is_start(state: State, m: int, made: Set[Variable]) -> bool:
    r"""Is it a first step that comes from elsewhere: `\alpha_1(s) = [s \le 2] y_{1,s}`? A unit that is 1 is none."""
    body = state.bodies[m]
    return bool(state.entries[m].fixed) and not isinstance(body, Num) and made.isdisjoint(variables(body))


def _has_own_weights(state: State, use: Use, p: int) -> bool:
    """Is the layer before multiplied by what nothing defines and carries the step, as all of that kind do?"""
    layer = use.entry.indices[p]
    own = layer.letters() - state.letters.sizes
    users = [m for m, other in state.users(use.entry.variable) if other == use]
    if len(own) > 1 or not all(is_layer(state, m, s) for m in users for s in own):
        return False
    return any(_is_weighed(state, m, use.entry, {layer, layer + 1}) for m in users)


def _is_weighed(state: State, m: int, entry: Var, layers: set[Affine]) -> bool:
    """Is an entry multiplied by something given of one of these layers?"""
    return any(layers & {*v.indices, *_labels(v.variable)} for v in _weights(state, m, entry))


def _weights(state: State, m: int, entry: Var) -> Iterator[Var]:
    """What is given and multiplies an entry in a definition."""
    for factors in ([[*of_kind(f, Var)] for f in x.factors] for x in of_kind(state.bodies[m], Mul)):
        others = [v for f in factors if all(v.variable != entry.variable for v in f) for v in f]
        if len(others) < sum(map(len, factors)):
            yield from (v for v in others if v.variable not in state.of)


def _labels(variable: Variable) -> set[Affine]:
    """The numbers above a name that are part of it, the 1 of `w^1` beside `w^2`."""
    above = ABOVE.search(variable.key)
    return {affine(int(x)) for x in above[1].split(",") if x.isdigit()} if above else set()
