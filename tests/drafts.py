r"""Drafts typed by hand, and systems printed as tables: what the tests of `network` are written in.

`v("w^{(2)}_{#,#}")` is a variable by its key, `table(system)` the pieces as lines: both without a reader or a writer of
formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from symderiv.affine import Affine, AffineLike, IntFn, affine
from symderiv.draft import Draft, RawDefinition
from symderiv.errors import Place
from symderiv.expr import Apply, Expr, Sum, Var, Variable, mul, num
from symderiv.latex import scripts
from symderiv.system import Function, Piece, Span, System

Range = tuple[str, AffineLike, AffineLike]


def v(key: str) -> Variable:
    """A variable by its key, spelled with the lower script first."""
    return Variable(key, scripts.spelling_of_key(key))


def fn(name: str, *args: AffineLike) -> Affine:
    r"""`d_{\ell-1}` and the like."""
    return affine(IntFn(name, tuple(affine(a) for a in args), f"{name}_{{#1}}"))


def f(x: Expr, name: str = "f") -> Apply:
    """A function of one argument."""
    return Apply(name, (x,))


def bare(letter: str, body: Expr) -> Sum:
    """A sum that states no bounds."""
    s = affine(letter).letter
    assert s is not None
    return Sum(s, (), (), body)


def define(left: Var, body: Expr | int, *ranges: Range, where: Iterable[object] = (), line: int = 0) -> RawDefinition:
    """A definition with the ranges and conditions that stand beside it."""
    body = num(body) if isinstance(body, int) else body
    spans = tuple(span(*r) for r in ranges)
    place = Place(line, 1) if line else None
    return RawDefinition(left, body, spans, tuple(where), place)  # type: ignore[arg-type]


def span(letter: str, lower: AffineLike, upper: AffineLike) -> Span:
    """`lower <= letter <= upper`."""
    s = affine(letter).letter
    assert s is not None
    return Span(s, affine(lower), affine(upper))


def draft(
    *definitions: RawDefinition, objective: str | Var | None = None, ranges: Iterable[Range] = (), **more: object
) -> Draft:
    """A draft; the objective by name."""
    goal = v(objective)() if isinstance(objective, str) else objective
    return Draft(definitions, ranges=tuple(span(*r) for r in ranges), objective=goal, **more)  # type: ignore[arg-type]


def line(piece: Piece) -> str:
    r"""`o_i^{(2)} node 1 \le i \le I`, with `\le` as `<=`."""
    said = scripts.domain(piece.domain, piece.letters)
    text = f"{scripts.var(piece.lhs)} {piece.role.value} {said}".strip()
    return re.sub(r"\\(le|ge|neq|ell)\b", lambda m: {"le": "<=", "ge": ">=", "neq": "!=", "ell": "l"}[m[1]], text)


def table(system: System) -> list[str]:
    """Every piece as a line."""
    return [line(p) for p in system.pieces]


def outputs(system: System) -> list[str]:
    """The last nodes as lines."""
    return [line(p).replace(" node", "") for p in system.outputs]


__all__ = ["Function", "bare", "define", "draft", "f", "fn", "mul", "outputs", "span", "table", "v"]
