r"""Units that rest on units of one name: `net_j = \sum_{i=1}^{I} w_{ji} o_i`, `o_j = f(net_j)` with j up to J.

Read as one array, `o` would depend on itself. Where the letter that is summed over runs over another range than the one
that the name is defined with, the two are different layers: the lower one is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...draft import RawDefinition
from ...expr import Partial, Var, Variable, of_kind


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


def letters_of_layers(definitions: Sequence[RawDefinition], again: Sequence[RawDefinition]) -> frozenset[str]:
    r"""The letters of lines that define a name, and once more (`again`), by what is made of it with another letter.

    Beside `a_j = \sum_i w_{ji} x_i` and `z_j = f(a_j)`, `a_k = \sum_j w_{kj} z_j` can be no other form of the first
    line: the weights lead on from j. `p_k = 1 - \sum_{j \ne k} p_j` may be one.
    """
    found: set[str] = set()
    rest: dict[Variable, set[Variable]] = {}
    for d in definitions if again else ():
        rest.setdefault(d.left.variable, set()).update(e.variable for e in of_kind(d.body, Var))
    below = _reached(rest)
    for d in again:
        old = next(x for x in definitions if x.left.variable == d.left.variable)
        used = {e.variable for e in of_kind(d.body, Var)} - {d.left.variable}
        if any(d.left.variable in below.get(v, ()) for v in used) and _leads_on(old, d):
            entries = [e for x in (old, d) for e in (x.left, *of_kind(x.body, Var))]
            found |= {form.letter.name for e in entries for form in e.indices if form.letter is not None}
    return frozenset(found)


def _leads_on(old: RawDefinition, new: RawDefinition) -> bool:
    """Do weights lead to the units that a line defines, and from there to those of another line?"""
    one, two = _letters(old.left), _letters(new.left)
    weights = {e.variable for e in of_kind(new.body, Var) if {*one, *two} <= {*_letters(e)}}
    first = {e.variable for e in of_kind(old.body, Var) if {*one} < {*_letters(e)}}
    derived = any(of_kind(d.body, Partial) for d in (old, new))
    return len(one) == 1 and one != two and not derived and not weights.isdisjoint(first)


def _letters(e: Var) -> tuple[str, ...]:
    return tuple(form.letter.name for form in e.indices if form.letter is not None)


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
