r"""What a page computes and nothing uses, beside names that nothing computes: `a = \sum_i w_i x_i` beside
`E = \frac{1}{2} (u - t)^2`, where a sentence, or the drawing that goes with it, has u be what a unit makes of a.

That the derivative of E by w is 0 would be true of the formulas alone. So is it with `u_t = \sum_j w_j h_{t-1,j}` where
no line says what `h_t` is: u may make it. Words that call the name data or a parameter tell that it is not made of what
is computed.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from ...affine import Affine, affine
from ...digraph import reachable
from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Partial, Var, Variable, holds_derivative, of_kind, variables
from ...inverted import inverted
from ...notation import OBJECTIVES, PROBABILITIES
from ...system import Span
from ..facts import Facts
from ..front import Front
from ..located import Located
from ..spelled.keys import split_key
from ..spelled.shape import shape_of
from ..statements import Equation
from ..told.called_data import called_data
from ..told.untold import LOOSE, Untold
from .lookalikes import lookalikes

LOGARITHM = r"\log "
EARLIER = (1, 2)
"""By how many steps an entry may be earlier than what is made of it."""


def not_told_apart(
    definitions: Sequence[RawDefinition],
    equations: Sequence[Equation],
    located: Sequence[Located],
    front: Front,
    ranges: Sequence[Span],
    facts: Facts,
) -> Iterator[Untold]:
    """The names that nothing defines and that may be made of what is computed: by their letter, or as a loose end."""
    yield from lookalikes(definitions, equations, located, front, ranges, facts)
    yield from loose_ends(definitions, equations, located, front)


def loose_ends(
    definitions: Sequence[RawDefinition], equations: Sequence[Equation], located: Sequence[Located], front: Front
) -> Iterator[Untold]:
    """The names that nothing computes, each with one that may make it: what is computed, no objective, and not used."""
    bodies: dict[Variable, set[Variable]] = {}
    for d in definitions:
        bodies.setdefault(d.left.variable, set()).update(variables(d.body))
    entries = ((d.left.variable, x.variable) for d in definitions for x in of_kind(d.body, Var))
    used = dict.fromkeys(v for left, v in entries if v != left)
    inverses = {v: [u for u in used if split_key(u.key)[0] == inverted(split_key(v.key)[0])] for v in used}
    for made in bodies.values():
        made.update(u for v in tuple(made) for u in inverses.get(v, ()))  # what is made of `W^{-1}` is made of W
    said = {v for e in equations if e.left is not None for v in _beside_definition(e) - {e.left.variable}}
    names = {d.left.variable for d in definitions if holds_derivative(d.body)}  # of derivatives
    objectives = [v for v in bodies if _is_objective(v, front)]
    reached = {*objectives, *(v for e in objectives for v in reachable(bodies, e))}
    ending = set(bodies) - reached if objectives else set(bodies) - used.keys()  # `s_t = f(net_t)` goes back into net
    loose = [v for v in bodies if v in ending and v not in said and v not in names and v not in objectives]
    if not loose or len(bodies) == 1:
        return
    told = called_data(located, front)
    open_ = [v for v in used if v not in bodies and split_key(v.key)[0] not in told]
    lines = {d.left.variable: d.place.line if d.place is not None else 0 for d in reversed(definitions)}
    for end in loose:
        above = reachable(bodies, end)
        for v in (v for v in open_ if v not in above or _may_be_made(v, {end, *above}, definitions)):
            base, over, below, tail = split_key(v.key)
            yield Untold(base, lines[end], None if tail else (over, below), end.key, kind=LOOSE)


def _is_objective(v: Variable, front: Front) -> bool:
    r"""Is it what the page is about, or the logarithm of one probability of all data, `\ln p(X | \theta)`?"""
    base = split_key(v.key)[0]
    if not v.arity and base.startswith(LOGARITHM) and base.removeprefix(LOGARITHM) in PROBABILITIES:
        return True
    shape = shape_of(front.objective[1]) if front.objective is not None else None
    return base == shape.base if shape is not None else base in OBJECTIVES


def _beside_definition(e: Equation) -> frozenset[Variable]:
    """What stands in a line about a name beside what defines it: that of which it is said there, it is used for."""
    others = (m for n, m in enumerate(e.members) if n and n - 1 not in e.defines)
    return frozenset(v for m in others if not isinstance(m, (ReadError, Partial)) for v in variables(m))


def _may_be_made(v: Variable, of: Container[Variable], definitions: Sequence[RawDefinition]) -> bool:
    """May what is made of earlier entries of a name make the next? It is made of those at `t - 1` alone, at each t:
    what a product over all t is made of is there before it, and so is what is shown, `p(d_j | \\theta_{j-1})`.
    """
    uses = [(d.left, e) for d in definitions if d.left.variable in of for e in of_kind(d.body, Var) if e.variable == v]
    return bool(uses) and all(any(_is_earlier(i, left) for i in e.indices) for left, e in uses)


def _is_earlier(index: Affine, left: Var) -> bool:
    own = {letter for i in left.indices for letter in i.letters()} & index.letters()
    return index not in left.indices and any(index == affine(letter) - n for letter in own for n in EARLIER)
