r"""Names that stand right before their arguments, `f(x_n)` and its power `f(x_n)^2`."""

from __future__ import annotations

from dataclasses import replace

from ...latex.tree import Factor, Group, Node, Scripted


def arguments_of(f: Factor) -> Group | None:
    r"""The parenthesis directly behind a name, also where it is raised to a power; None for anything else.

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> (_, behind) = parse.parse(Source("f(x)^2")).statements[0].chain.members[0].factors
    >>> arguments_of(behind).items[0].base
    'x'
    """
    body = f.body.base if isinstance(f.body, Scripted) and _is_raised(f.body) else f.body
    return body if f.joined and isinstance(body, Group) and body.open == "(" and body.items else None


def with_arguments(f: Factor, group: Node) -> Factor:
    """The factor with other arguments."""
    return replace(f, body=replace(f.body, base=group) if isinstance(f.body, Scripted) else group)


def _is_raised(x: Scripted) -> bool:
    return not x.primes and all(s.above for s in x.scripts)
