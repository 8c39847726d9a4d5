r"""Names that are each defined by the other: `s = \log \tau` and `\tau = e^s`, `z = \log \frac{p}{1 - p}` and
`p = \sigma(z)`.

One of the two says what its name is, and the other, which is then so, is claimed: its name is put in parentheses, as no
definition has it. The name that is left open is the one by which the page differentiates, or the one that a third
equation defines (`s = B x` of the `s = \log \sigma^2`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from ....latex.parse import parse
from ....latex.statement_forms import replace_statement
from ....latex.tree import Call, Group, Name, Node, Statement, Wrt, walk
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements

INVERSES = (
    (r"\log \xi", r"e^{\xi}", r"\exp(\xi)"),
    (
        r"\log \xi^2",
        r"e^{\xi/2}",
        r"e^{\frac{\xi}{2}}",
        r"e^{\frac12 \xi}",
        r"\exp(\xi/2)",
        r"\exp(\frac{\xi}{2})",
        r"\exp(\frac12 \xi)",
        r"\exp(0.5 \xi)",
    ),
    (
        r"\log \frac{\xi}{1 - \xi}",
        r"\sigma(\xi)",
        r"\frac{1}{1 + e^{-\xi}}",
        r"\frac{1}{1 + \exp(-\xi)}",
        r"\frac{e^{\xi}}{1 + e^{\xi}}",
    ),
    (r"\operatorname{artanh} \xi", r"\tanh \xi"),
    (r"\frac{1}{2} \log \frac{1 + \xi}{1 - \xi}", r"\tanh \xi"),
    (r"\operatorname{arsinh} \xi", r"\sinh \xi"),
)
"""A function, and ways of writing its inverse."""
PLACE = Name(r"\xi")


def with_inverses_claimed(located: Sequence[Located]) -> list[Located]:
    """The formulas, one definition of two that say the same as a claim."""
    statements = [s for f in read_of(located) for s in f.statements]
    twice = {id(s) for s in _said_twice(statements)}
    return with_statements(located, lambda s: _claimed(s) if id(s) in twice else s) if twice else list(located)


def _said_twice(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements that say the same as another definition does."""
    plain = [s for s in statements if set(s.chain.relations) == {"="} and isinstance(s.chain.members[0], Name)]
    if not any(isinstance(m, Call) for s in plain for m in s.chain.members[1:]):
        return
    lefts = [s.chain.members[0] for s in statements if s.chain.relations]
    free = [s for s in plain if not s.conditions]
    once = [s for s in free if lefts.count(s.chain.members[0]) == 1]
    by = [w.body for s in statements for w in walk(s) if isinstance(w, Wrt)]
    for s in once:
        x = s.chain.members[0]
        for t in once:
            y = t.chain.members[0]
            if _are_inverse(s, t):
                yield t if y in by and x not in by else s
    several = [s for s in free if s not in once]
    yield from (s for s in several if any(_are_inverse(s, t) or _are_inverse(t, s) for t in once))


def _are_inverse(s: Statement, t: Statement) -> bool:
    """Does one definition say of its name what the other one's inverse does?"""
    (x, *bodies), (y, *others) = (map(_opened, c.members) for c in (s.chain, t.chain))
    return any(_of(f, y) in bodies and any(_of(g, x) in others for g in inverses) for f, *inverses in _forms())


def _opened(x: Node) -> Node:
    r"""The same without what parentheses tell of a function alone: `\log(p)` is `\log p`."""
    found: Node = rebuilt(
        x, lambda y: replace(y, closed=False, args=tuple(map(_opened, y.args))) if _is_closed(y) else None
    )
    return found


def _is_closed(x: object) -> bool:
    return isinstance(x, Call) and x.closed and not x.scripts


@cache
def _forms() -> tuple[tuple[Node, ...], ...]:
    return tuple(tuple(_opened(parse(form).statements[0].chain.members[0]) for form in forms) for forms in INVERSES)


def _of(form: Node, name: Node) -> Any:
    """A form at a name."""

    def put(x: Any) -> Any:
        if x == PLACE:
            return name
        raised = isinstance(x, Name) and x.base == PLACE.base and isinstance(name, Name)
        return replace(name, scripts=(*name.scripts, *x.scripts)) if raised and isinstance(name, Name) else None

    return rebuilt(form, put)


def _claimed(s: Statement) -> Statement:
    name, *bodies = s.chain.members
    held = Group("(", (name,), ")", (), getattr(name, "span", s.span))
    return replace_statement(s, chain=replace(s.chain, members=(held, *bodies)))
