r"""What a hinge says of its own step: `max(0, z) step(z) = max(0, z)`.

It holds at every z: where the step is 0 the hinge is, too. So the derivative of `max(0, z)^2` is `2 max(0, z)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from .factors import Call, Factor, Normal, Term
from .poly import Exponent


def hinged(t: Term, declared: frozenset[str]) -> Term:
    """The term without steps that a hinge beside them makes superfluous; the very same term if there are none."""
    if declared & {"max", "relu", "step"}:
        return t
    hinges = {arg for f, e in t.powers for arg in _hinge(f, e)}
    kept = tuple((f, e) for f, e in t.powers if not any(z in hinges for z in _step(f, e)))
    return t if len(kept) == len(t.powers) else Term(t.weight, kept, t.bound, t.domain)


def _step(f: Factor, e: Exponent) -> Iterator[Normal]:
    """The z of `step(z)`."""
    if isinstance(f, Call) and f.function == "step" and not any(f.order) and e > 0:
        yield f.args[0]


def _hinge(f: Factor, e: Exponent) -> Iterator[Normal]:
    """The z of `max(0, z)` and of `relu(z)`."""
    if not isinstance(f, Call) or any(f.order) or e <= 0:
        return
    if f.function == "relu":
        yield f.args[0]
    elif f.function == "max" and len(f.args) == 2 and any(not a.terms for a in f.args):
        yield from (a for a in f.args if a.terms)
