r"""When two networks say the same: up to the names of their letters, the order of factors and terms, and of pieces.

Two doors, or two authors, write `\sum_i o_i w_{j,i}` and `\sum_h w_{k,h} o_h`; the networks are equal. Nothing is
expanded or simplified beyond that: this is equality of what was written, not a proof.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

from ..affine import Affine, Sym, affine
from ..domain import simplify
from ..domain.constraint import Constraint, Domain
from ..expr import Add, Apply, Bracket, Cases, Div, Expr, Index, Labelled, Mul, Num, Partial, Pow, Sum, Var
from ..system import Piece, System
from .entries import coordinates
from .graph import knowledge

Form: TypeAlias = "tuple[Any, ...]"
Names: TypeAlias = "dict[Sym, Affine]"


def same_network(one: System, two: System) -> bool:
    """Do two systems describe the same network?"""
    return signature(one) == signature(two)


def signature(system: System) -> Form:
    """What is compared: everything that counts, in an order of its own."""
    known = knowledge(system)
    return (
        sorted(_piece(p, system) for p in system.pieces),
        sorted(_piece(p, system) for p in system.outputs),
        sorted(s.name for s in system.sizes),
        sorted(system.size_functions),
        sorted(system.lookups),
        simplify(known.known).key,
        system.objective.key if system.objective else "",
        system.generic,
        system.outside_zero,
        sorted((f.name, f.arity, repr(f.body)) for f in system.functions),
        sorted(repr(sorted([shape(a.left), shape(a.right)], key=repr)) for a in system.assumptions),
        sorted((v.variable.key, sorted(map(str, v.numbers))) for v in system.values),
        sorted(v.key for v in system.positive),
        sorted(sorted(v.key for v in tie) for tie in system.ties),
    )


def _piece(piece: Piece, system: System) -> Form:
    at = coordinates(piece.variable.arity)
    names: Names = {}
    for c, i in zip(at, piece.indices, strict=True):
        if i.letter is not None and i.letter in piece.letters:
            names.setdefault(i.letter, affine(c))
    indices = tuple(i.substitute(names).key for i in piece.indices)
    domain = simplify(piece.domain.substitute(names), knowledge(system)).key
    body = () if piece.body is None else shape(piece.body, names)
    return (piece.variable.key, repr(indices), repr(domain), piece.role.value, repr(body))


def shape(e: Expr, names: Names | None = None, depth: int = 0) -> Form:
    """An expression with bound letters numbered, factors and terms sorted, quotients as powers.

    >>> from symderiv.expr import Variable, mul, total
    >>> o, w = Variable("o_{#}"), Variable("w_{#}")
    >>> shape(total("i", 1, "I", mul(o("i"), w("i")))) == shape(total("h", 1, "I", mul(w("h"), o("h"))))
    True
    """
    return _SHAPES[type(e)](e, names or {}, depth)


def _conditions(where: tuple[Constraint, ...], names: Names) -> Form:
    return Domain(tuple(c.substitute(names) for c in where)).key


def _num(e: Num, names: Names, depth: int) -> Form:
    return ("number", str(e.value))


def _index(e: Index, names: Names, depth: int) -> Form:
    return ("index", e.form.substitute(names).key)


def _var(e: Var, names: Names, depth: int) -> Form:
    return ("entry", e.variable.key, tuple(i.substitute(names).key for i in e.indices))


def _apply(e: Apply, names: Names, depth: int) -> Form:
    args = tuple(shape(a, names, depth) for a in e.args)
    return ("call", e.function, e.order, tuple(sorted(args, key=repr)) if e.function in ("max", "min") else args)


def _add(e: Add, names: Names, depth: int) -> Form:
    terms: list[Form] = []
    for t in e.terms:
        found = shape(t, names, depth)
        terms.extend(found[1] if found[0] == "sum of" else (found,))
    return ("sum of", tuple(sorted(terms, key=repr)))


def _mul(e: Mul, names: Names, depth: int) -> Form:
    return _product([shape(f, names, depth) for f in e.factors])


def _product(shapes: list[Form]) -> Form:
    factors = [x for s in shapes for x in (s[1] if s[0] == "product of" else (s,))]
    number = Fraction(1)
    for f in factors:
        if f[0] == "number":
            number *= Fraction(f[1])
    rest = sorted((f for f in factors if f[0] != "number"), key=repr)
    if number != 1 or not rest:
        rest.insert(0, ("number", str(number)))
    return rest[0] if len(rest) == 1 else ("product of", tuple(rest))


def _power(base: Form, exponent: Form) -> Form:
    if base[0] == "product of":
        return _product([_power(f, exponent) for f in base[1]])
    if base[0] == "power" and exponent == ("number", "-1") and base[2][0] == "number":
        return ("power", base[1], ("number", str(-Fraction(base[2][1]))))
    if base[0] == "number" and exponent == ("number", "-1"):
        return ("number", str(1 / Fraction(base[1])))
    return ("power", base, exponent)


def _div(e: Div, names: Names, depth: int) -> Form:
    return _product([shape(e.numerator, names, depth), _power(shape(e.denominator, names, depth), ("number", "-1"))])


def _pow(e: Pow, names: Names, depth: int) -> Form:
    return _power(shape(e.base, names, depth), shape(e.exponent, names, depth))


def _sum(e: Sum, names: Names, depth: int) -> Form:
    inner = {**names, e.letter: affine(f"@{depth}'")}
    ends = [sorted(f.substitute(names).key for f in forms) for forms in (e.lowers, e.uppers)]
    return ("over", repr(ends), _conditions(e.where, inner), shape(e.body, inner, depth + 1))


def _bracket(e: Bracket, names: Names, depth: int) -> Form:
    return ("where", _conditions(e.where, names))


def _cases(e: Cases, names: Names, depth: int) -> Form:
    return ("cases", tuple(sorted(((shape(r, names, depth), _conditions(w, names)) for r, w in e.rows), key=repr)))


def _partial(e: Partial, names: Names, depth: int) -> Form:
    return ("partial", shape(e.of, names, depth), shape(e.wrt, names, depth), e.direct)


def _labelled(e: Labelled, names: Names, depth: int) -> Form:
    return shape(e.body, names, depth)


_SHAPES: dict[type[Expr], Callable[[Any, Names, int], Form]] = {
    Num: _num,
    Index: _index,
    Var: _var,
    Apply: _apply,
    Add: _add,
    Mul: _mul,
    Div: _div,
    Pow: _pow,
    Sum: _sum,
    Bracket: _bracket,
    Cases: _cases,
    Partial: _partial,
    Labelled: _labelled,
}
