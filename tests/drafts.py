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
from symderiv.expr import Apply, Expr, Pow, Sum, Var, Variable, mul, neg, num, total
from symderiv.latex import scripts
from symderiv.system import Piece, Span, System

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


def square(e: Expr) -> Expr:
    return Pow(e, num(2))


def lecture(*, bounds: bool = True, ties: str = "rooted") -> Draft:
    """The lecture: ranges stand beside the tie only; with `bounds` false its sums do not even state their bounds."""
    w, w1, w2 = v("w_{#,#}"), v("w^{(1)}_{#,#}"), v("w^{(2)}_{#,#}")
    o1, o2, o3 = (v(f"o^{{({n})}}_{{#}}") for n in (1, 2, 3))
    net2, net3 = v("net^{(2)}_{#}"), v("net^{(3)}_{#}")
    th2, th3 = v(r"\theta^{(2)}_{#}"), v(r"\theta^{(3)}_{#}")
    I, J = affine("I"), affine("J")

    def summed(letter: str, upper: object, body: Expr) -> Expr:
        return total(letter, 1, upper, body) if bounds else bare(letter, body)  # type: ignore[arg-type]

    ij = ("i", 1, "I"), ("j", 1, "J")
    tied = {
        "rooted": [define(w2("j", "i"), w("j", "i"), *ij), define(w1("i", "j"), w("j", "i"), *ij)],
        "chain": [define(w2("j", "i"), w1("i", "j"), *ij), define(w1("i", "j"), w("j", "i"), *ij)],
        "both ways": [
            define(w1("i", "j"), w2("j", "i"), *ij),
            define(w2("j", "i"), w1("i", "j"), *ij),
            define(w1("i", "j"), w("j", "i"), *ij),
        ],
        "backwards": [define(w("j", "i"), w2("j", "i"), *ij), define(w("j", "i"), w1("i", "j"), *ij)],
        "unrooted": [define(w1("i", "j"), w2("j", "i"), *ij)],
    }[ties]
    return draft(
        *tied,
        define(net3("j"), summed("i", I + 1, mul(o2("i"), w2("j", "i")))),
        define(o3("j"), f(net3("j"))),
        define(o2(I + 1), 1),
        define(w2("j", I + 1), neg(th3("j"))),
        define(net2("i"), summed("j", J + 1, mul(o1("j"), w1("i", "j")))),
        define(o1(J + 1), 1),
        define(w1("i", J + 1), neg(th2("i"))),
        define(o2("i"), f(net2("i"))),
        objective="E",
    )


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


__all__ = [
    *("Function", "bare", "define", "draft", "f", "fn", "lecture", "mul", "outputs", "span", "square", "table", "v"),
]
