r"""What a hinge says of its own step: `max(0, z) step(z) = max(0, z) = z step(z)`.

It holds at every z: where the step is 0 the hinge is, too. So the derivative of `max(0, z)^2` is `2 max(0, z)`, and
`2 z` where z is positive.
"""

from __future__ import annotations

from collections.abc import Iterator

from .factors import Call, Factor, Normal, Term, Terms
from .limits import Facts
from .poly import Exponent
from .powers import power
from .terms import combine, multiply, opened

HINGES = frozenset({"max", "relu", "step"})


def hinged(t: Term, declared: frozenset[str]) -> Term:
    """The term without steps that a hinge beside them makes superfluous; the very same term if there are none."""
    if declared & HINGES:
        return t
    hinges = {arg for f, e in t.powers for arg in _hinge(f, e)}
    kept = tuple((f, e) for f, e in t.powers if not any(z in hinges for z in _step(f, e)))
    return t if len(kept) == len(t.powers) else Term(t.weight, kept, t.bound, t.domain)


def by_steps(terms: Terms, facts: Facts) -> Terms:
    """The terms with every whole power of a hinge as one of its argument times a step, if steps stand in them.

    A step is 0 or 1, so its powers are the step itself. The very same terms if no step stands by itself.
    """
    if facts.declared & HINGES or not any(_is_step(f) for t in terms for f, _ in t.powers):
        return terms
    return [x for t in terms for x in _by_steps(t, facts)]


def _by_steps(t: Term, facts: Facts) -> Terms:
    hinges = [(f, z, e) for f, e in t.powers for z in _hinge(f, e) if e.denominator == 1]
    steps = {f for f, e in t.powers if _is_step(f) and e > 0}
    if not hinges and all(e == 1 for f, e in t.powers if f in steps):
        return [t]
    steps |= {Call("step", (0,), (z,)) for _, z, _ in hinges}
    gone = {f for f, _, _ in hinges} | steps
    kept = (*(p for p in t.powers if p[0] not in gone), *((f, 1) for f in steps))
    result = [Term(t.weight, combine(kept), t.bound, t.domain)]
    for _, z, e in hinges:
        result = multiply(result, power(opened(z), e, facts))
    return result


def _is_step(f: Factor) -> bool:
    return isinstance(f, Call) and f.function == "step" and not any(f.order)


def _step(f: Factor, e: Exponent) -> Iterator[Normal]:
    """The z of `step(z)`."""
    if isinstance(f, Call) and _is_step(f) and e > 0:
        yield f.args[0]


def _hinge(f: Factor, e: Exponent) -> Iterator[Normal]:
    """The z of `max(0, z)` and of `relu(z)`."""
    if not isinstance(f, Call) or any(f.order) or e <= 0:
        return
    if f.function == "relu":
        yield f.args[0]
    elif f.function == "max" and len(f.args) == 2 and any(not a.terms for a in f.args):
        yield from (a for a in f.args if a.terms)
