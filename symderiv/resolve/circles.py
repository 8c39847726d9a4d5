r"""Units that rest on units of one name: `net_j = \sum_{i=1}^{I} w_{ji} o_i`, `o_j = f(net_j)` with j up to J.

Read as one array, `o` would depend on itself. Where the letter that is summed over runs over another range than the one
that the name is defined with, the two are different layers: the lower one is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..draft import RawDefinition
from ..expr import Var, Variable, of_kind


def layers_in_a_circle(definitions: Sequence[RawDefinition], kinds: Mapping[str, str]) -> bool:
    """Does a definition go back to itself by entries whose letters are of another kind (`kinds`) than it defines?"""
    lefts: dict[Variable, list[Var]] = {}
    for d in definitions:
        lefts.setdefault(d.left.variable, []).append(d.left)
    here = [d for d in definitions if _is_of_this_step(d.left)]  # not `x_i(t+1) = .. x_j(t)`
    used = [(d.left.variable, e) for d in here for e in of_kind(d.body, Var) if _is_of_this_step(e)]
    rest: dict[Variable, set[Variable]] = {}
    for variable, e in used:
        rest.setdefault(variable, set()).add(e.variable)
    below = _reached(rest)
    round_ = (e for variable, e in used if variable in below.get(e.variable, ()))
    return any(_of_other_kind(left, e, kinds) for e in round_ for left in lefts[e.variable])


def _of_other_kind(left: Var, used: Var, kinds: Mapping[str, str]) -> bool:
    for one, two in zip(left.indices, used.indices, strict=True):
        if one.letter is not None and two.letter is not None:
            a, b = kinds.get(one.letter.name), kinds.get(two.letter.name)
            if a is not None and b is not None and a != b:
                return True
    return False


def _is_of_this_step(e: Var) -> bool:
    """Are all its indices letters? `h_{t-1,i}` is of another step."""
    return all(form.letter is not None for form in e.indices)


def _reached(uses: Mapping[Variable, Iterable[Variable]]) -> dict[Variable, frozenset[Variable]]:
    """What each variable rests on, itself included."""
    found = {v: frozenset([v, *body]) for v, body in uses.items()}
    while True:
        more = {v: frozenset(y for x in rest for y in found.get(x, (x,))) for v, rest in found.items()}
        if more == found:
            return found
        found = more
