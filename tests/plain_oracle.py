"""A small interpreter of plain expressions in a prime field: the oracle of the tests of `normal`.

It shares nothing with the package but the classes of expressions and constraints. Every entry of a variable is a random
field element (a keyed hash), every function a random function. Sizes are concrete.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from symderiv.affine import Affine, Sym
from symderiv.domain import Constraint
from symderiv.expr import Add, Apply, Bracket, Cases, Div, Expr, Index, Mul, Num, Pow, Sum, Var

PRIME = (1 << 61) - 1


class Undefined(Exception):
    """A division by zero, or something outside the small language."""


def hashed(*key: object) -> int:
    """A random field element, the same for the same key."""
    digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % PRIME


def integer(form: Affine, letters: Mapping[str, int]) -> int:
    """The value of an affine form in letters."""
    total = form.const
    for atom, k in form.terms:
        if not isinstance(atom, Sym):
            raise Undefined("a term")
        total += k * letters[atom.name]
    return total


def true(c: Constraint, letters: Mapping[str, int]) -> bool:
    """Does a constraint hold?"""
    n = integer(c.form, letters)
    return {"==": n == 0, ">=": n >= 0, "!=": n != 0, "mod": c.modulus and n % c.modulus == 0}[c.rel]


def inverse(x: int) -> int:
    """One over x."""
    if x % PRIME == 0:
        raise Undefined("a division by zero")
    return pow(x, -1, PRIME)


def evaluate(e: Expr, letters: Mapping[str, int], seed: int = 0) -> int:
    """The value of an expression at given letters."""
    match e:
        case Num():
            return e.value.numerator * inverse(e.value.denominator) % PRIME
        case Index():
            return integer(e.form, letters) % PRIME
        case Var():
            return hashed(seed, e.variable.key, *(integer(i, letters) for i in e.indices))
        case Apply():
            return hashed(seed, e.function, e.order, *(evaluate(a, letters, seed) for a in e.args))
        case Add():
            return sum(evaluate(t, letters, seed) for t in e.terms) % PRIME
        case Mul():
            result = 1
            for f in e.factors:
                result = result * evaluate(f, letters, seed) % PRIME
            return result
        case Div():
            return evaluate(e.numerator, letters, seed) * inverse(evaluate(e.denominator, letters, seed)) % PRIME
        case Pow():
            return _power(e, letters, seed)
        case Sum():
            return sum(evaluate(e.body, inner, seed) for inner in _points(e, letters)) % PRIME
        case Bracket():
            return int(all(true(c, letters) for c in e.where))
        case Cases():
            for row, where in e.rows:
                if all(true(c, letters) for c in where):
                    return evaluate(row, letters, seed)
            return 0
    raise Undefined(type(e).__name__)


def _power(e: Pow, letters: Mapping[str, int], seed: int) -> int:
    if not isinstance(e.exponent, Num) or e.exponent.value.denominator != 1:
        raise Undefined("a root")
    n = e.exponent.value.numerator
    base = evaluate(e.base, letters, seed)
    return pow(base if n >= 0 else inverse(base), abs(n), PRIME)


def _points(e: Sum, letters: Mapping[str, int]) -> list[dict[str, int]]:
    low = max(integer(a, letters) for a in e.lowers)
    high = min(integer(b, letters) for b in e.uppers)
    inside = [{**letters, e.letter.name: k} for k in range(low, high + 1)]
    return [point for point in inside if all(true(c, point) for c in e.where)]
