r"""The layer before the first, `x^0` beside `z^l = \sum_m w^l_m x^{l-1}_m`, where everything beyond a range is 0.

What a first step starts from may well be 0. A layer that is all zeros is what nobody means: none of its weights would
matter, and every line about their derivatives would be right that has an `x^0` on its right. Such layers are numbered
above the name, and each step has weights of its own, by which the layer before it is multiplied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..affine import Affine, affine
from ..domain import bounds, is_empty, le
from ..domain.constraint import Domain
from ..expr import Mul, Var, Variable, of_kind
from .chains import shifted
from .entries import coordinates
from .images import about_indices
from .inference import State
from .presume import is_layer
from .uses import Use

ABOVE = re.compile(r"\^\{\(?([^{}()]*)\)?\}")


def before_first_layer(state: State, variable: Variable, uses: Sequence[tuple[Use, Sequence[Domain]]]) -> list[Domain]:
    """What uses reach of the layer before the first that is defined; each comes with what lies beyond definitions."""
    found: list[Domain] = []
    above = ABOVE.search(variable.key)
    for p, c in enumerate(coordinates(variable.arity)[: len(above[1].split(",")) if above else 0]):
        first = _first(state, variable, p)
        if first is None:
            continue
        steps = [use for n in state.of[variable] for q, shift, use in shifted(state, n) if (q, shift) == (p, -1)]
        for use, domains in uses:
            typed = use.entry.indices[p] == first - 1
            if (typed or use in steps) and _has_own_weights(state, use, p):
                reached = (d & le(c, first - 1) for d in domains)
                found += [about_indices(d) for d in reached if not is_empty(d, state.letters.known)]
    return found


def _first(state: State, variable: Variable, p: int) -> Affine | None:
    """The first layer that is defined, if that is a number."""
    c = coordinates(variable.arity)[p]
    domains = (d for n in state.of[variable] for d in state.found[n])
    lowers = {low for d in domains for low in bounds(d, c, state.letters.known).lowers}
    return min(lowers, key=lambda x: x.const) if lowers and all(x.is_constant for x in lowers) else None


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
    for factors in ([[*of_kind(f, Var)] for f in x.factors] for x in of_kind(state.bodies[m], Mul)):
        others = [v for f in factors if all(v.variable != entry.variable for v in f) for v in f]
        given = [v for v in others if v.variable not in state.of and layers & {*v.indices, *_labels(v.variable)}]
        if given and len(others) < sum(map(len, factors)):
            return True
    return False


def _labels(variable: Variable) -> set[Affine]:
    """The numbers above a name that are part of it, the 1 of `w^1` beside `w^2`."""
    above = ABOVE.search(variable.key)
    return {affine(int(x)) for x in above[1].split(",") if x.isdigit()} if above else set()
