r"""Steps of hinges in a claim: `h > 0` says the same as `a > 0` where `h = \max(0, a)`.

`h \ge 0` does not: it always holds. Both are read as the same step, so only lines without such a comparison are looked
at this way.
"""

from __future__ import annotations

from dataclasses import replace as changed

from ...expr import ZERO, Apply, Expr, Var, replace
from ...system import System
from ..link import Link


def with_open_hinges(link: Link) -> Link | None:
    """The link with `step(a)` for `step(max(0, a))`; None where there is no such step, or where `>=` stands."""
    if link.written.touching:
        return None
    left, right = (opened(link.system, e) for e in (link.left, link.right))
    return None if (left, right) == (link.left, link.right) else changed(link, left=left, right=right)


def opened(system: System, e: Expr) -> Expr:
    """The expression with `step(a)` for `step(max(0, a))`."""
    return replace(e, lambda x: _opened(system, x))


def _opened(system: System, e: Expr) -> Expr | None:
    if not _is_known(system, e, "step"):
        return None
    assert isinstance(e, Apply)
    inner = hinge(system, e.args[0])
    return None if inner is None else Apply("step", (inner,))


def hinge(system: System, e: Expr) -> Expr | None:
    """The a of `max(0, a)` or `relu(a)`, written out or by a name with one definition."""
    if isinstance(e, Var):
        pieces = system.of(e.variable)
        body = pieces[0].at(e.indices)[1] if len(pieces) == 1 else None
        return None if body is None else hinge(system, body)
    if not isinstance(e, Apply):
        return None
    if _is_known(system, e, "relu"):
        return e.args[0]
    if _is_known(system, e, "max") and len(e.args) == 2 and ZERO in e.args:
        return e.args[1 if e.args[0] == ZERO else 0]
    return None


def _is_known(system: System, e: Expr, name: str) -> bool:
    return isinstance(e, Apply) and e.function == name and not any(e.order) and system.function(name) is None
