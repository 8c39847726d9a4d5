r"""Definitions made ready for arrays: what is computed, without what would overflow.

- A function that the network defines itself (`f(x) = ...`) is written out, its derivatives too.
- `\log` of a node that is a quotient with an exponential on top is written out (`z_k - \log \sum_l e^{z_l}`), and so is
  that of a logistic function, or of 1 minus one: the node itself may well be 0 or 1 in floating point.
- A logistic function written with exponentials (`1/(1 + e^{-z})`) is one.
- A node that divides by another node (`-t_k / y_k`) is put into the places where that other node multiplies it, and
  cancels there; often nothing else needs it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from ..calculus import partial
from ..calculus.products import product
from ..expr import (
    ONE,
    Add,
    Apply,
    Div,
    Expr,
    Labelled,
    Mul,
    Partial,
    Var,
    Variable,
    add,
    children,
    neg,
    replace,
    variables,
)
from ..system import Function, Piece, Role, System


def careful(system: System) -> System:
    """The network with logarithms of quotients of exponentials taken apart, before anything is differentiated."""
    pieces = (_with_body(p, _careful(p.body)) if p.body is not None else p for p in system.pieces)
    functions = (dataclasses.replace(f, body=_careful(f.body)) if f.body is not None else f for f in system.functions)
    return dataclasses.replace(system, pieces=tuple(pieces), functions=tuple(functions))


def _careful(e: Expr) -> Expr:
    return replace(_logs(e, {}), _logistic)


def _logistic(x: Expr) -> Expr | None:
    """`1/(1 + e^{-z})` and `e^z/(1 + e^z)` as the logistic function of z."""
    below = x.denominator.terms if isinstance(x, Div) and isinstance(x.denominator, Add) else ()
    exponentials = [t for t in below if isinstance(t, Apply) and t.function == "exp" and not any(t.order)]
    if isinstance(x, Div) and len(below) == 2 and ONE in below and len(exponentials) == 1:
        (inner,) = exponentials[0].args
        inner = replace(inner, _logistic)
        if x.numerator == ONE:
            return Apply("sigma", (neg(inner),))
        if x.numerator == exponentials[0]:
            return Apply("sigma", (inner,))
    return None


def prepared(pieces: Iterable[Piece], functions: Iterable[Function]) -> tuple[Piece, ...]:
    """The pieces with their bodies rewritten."""
    own = {f.name: f for f in functions if f.body is not None}
    found = [_with_body(p, _written_out(p.body, own)) if p.body is not None else p for p in pieces]
    alone = _alone(found)
    found = [_with_body(p, _logs(p.body, alone)) if p.body is not None else p for p in found]
    alone = _alone(found)
    return tuple(_with_body(p, _cancelled(p.body, alone)) if p.body is not None else p for p in found)


def _with_body(piece: Piece, body: Expr) -> Piece:
    if body is piece.body:
        return piece
    return Piece(piece.variable, piece.indices, piece.letters, piece.domain, body, piece.role, piece.place)


def _alone(pieces: list[Piece]) -> dict[Variable, Piece]:
    """The nodes that one definition covers, all of whose positions are letters."""
    by: dict[Variable, list[Piece]] = {}
    for p in pieces:
        by.setdefault(p.variable, []).append(p)
    return {
        v: ps[0]
        for v, ps in by.items()
        if len(ps) == 1 and ps[0].role is Role.NODE and len(ps[0].letters) == len(ps[0].indices)
    }


def _written_out(e: Expr, own: dict[str, Function]) -> Expr:
    def visit(x: Expr) -> Expr | None:
        if isinstance(x, Labelled):
            return x.body
        if isinstance(x, Apply) and x.function in own:
            f = own[x.function]
            body = f.body
            assert body is not None
            for parameter, order in zip(f.parameters, x.order, strict=True):
                for _ in range(order):
                    body = partial(body, parameter())
            actual = dict(zip(f.parameters, x.args, strict=True))
            filled = replace(body, lambda y: actual.get(y.variable) if isinstance(y, Var) else None)
            return _written_out(filled, own)
        return None

    return replace(e, visit)


def _logs(e: Expr, alone: dict[Variable, Piece]) -> Expr:
    def visit(x: Expr) -> Expr | None:
        if not isinstance(x, Apply) or x.function != "log" or any(x.order):
            return None
        inner = _definition(x.args[0], alone)
        if isinstance(inner, Div) and isinstance(inner.numerator, Apply) and inner.numerator.function == "exp":
            return add(inner.numerator.args[0], neg(Apply("log", (inner.denominator,))))
        if isinstance(inner, Apply) and not any(inner.order):
            if inner.function == "exp":
                return inner.args[0]
            if inner.function == "sigma":
                return neg(Apply("softplus", (neg(inner.args[0]),)))
        if isinstance(inner, Add) and len(inner.terms) == 2 and inner.terms[0] == ONE:
            rest = _definition(neg(inner.terms[1]), alone)
            if isinstance(rest, Apply) and rest.function == "sigma" and not any(rest.order):
                return neg(Apply("softplus", rest.args))
        return None

    return replace(e, visit)


def _definition(e: Expr, alone: dict[Variable, Piece]) -> Expr:
    if isinstance(e, Var) and e.variable in alone:
        body = alone[e.variable].at(e.indices)[1]
        assert body is not None
        return body
    return e


def _denominators(e: Expr) -> list[Expr]:
    """What stands below a fraction of a term, or of a factor of one."""
    found: list[Expr] = []
    for term in e.terms if isinstance(e, Add) else (e,):
        for f in term.factors if isinstance(term, Mul) else (term,):
            if isinstance(f, Div):
                found.extend(f.denominator.factors if isinstance(f.denominator, Mul) else (f.denominator,))
    return found


def _cancelled(e: Expr, alone: dict[Variable, Piece]) -> Expr:
    dividing = {v for v in variables(e) if v in alone and _denominators(alone[v].body or e)}
    if not dividing:
        return e

    def visit(x: Expr) -> Expr | None:
        if not isinstance(x, Mul):
            return None
        for n, f in enumerate(x.factors):
            if isinstance(f, Var) and f.variable in dividing:
                others = x.factors[:n] + x.factors[n + 1 :]
                body = _definition(f, alone)
                if any(b in others for b in _denominators(body)):
                    terms = body.terms if isinstance(body, Add) else (body,)
                    return add(*(product(*others[:n], t, *others[n:]) for t in terms))
        return None

    return replace(e, visit)


def used(e: Expr) -> frozenset[Variable]:
    """The variables that computing `e` needs; what a direct derivative of a generic objective needs is handed over."""
    found: set[Variable] = set()
    todo = [e]
    while todo:
        x = todo.pop()
        if isinstance(x, Partial):
            continue
        if isinstance(x, Var):
            found.add(x.variable)
        todo.extend(children(x))
    return frozenset(found)
