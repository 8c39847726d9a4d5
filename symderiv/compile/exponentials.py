r"""Exponentials that do not overflow: `a = exp(top) * rest`, where the rest is of the size of what stands beside it.

`\sum_k \pi_k e^{z_k}` is `e^m \sum_k \pi_k e^{z_k - m}` with `m = \max_k z_k`, so its logarithm is `m + \log \sum_k
\pi_k e^{z_k - m}`, and in a quotient of two such sums the two `e^m` are divided first. Under a condition (`u \le t`)
the largest is that of the terms that are summed.
"""

from __future__ import annotations

from fractions import Fraction

from ..affine import Sym
from .algebra import ONE, is_exp, plus, times
from .arrays import Array, Call, Contract, Elementwise, Largest, Number, Select, axes, renamed, walk

ZERO = Number(Fraction(0))
MINUS = Number(Fraction(-1))

Parts = tuple[Array, Array]


def logarithm(a: Array) -> Array:
    """The logarithm of an array, relative to the largest exponential in it."""
    found = split(a)
    return Call("log", (a,), (0,)) if found is None else plus([found[0], Call("log", (found[1],), (0,))])


def quotient(above: Array, below: Array) -> Array:
    """A quotient; where exponentials stand above and below, they are divided before they are computed."""
    tops, ground = split(above), split(below)
    if tops is None or ground is None:
        return Elementwise("div", (above, below))
    return Elementwise("div", (_raised(tops, ground[0]), ground[1]))


def split(a: Array) -> Parts | None:
    """`(top, rest)` with `a = exp(top) * rest`; None where nothing in it is an exponential."""
    if is_exp(a):
        assert isinstance(a, Call)
        return a.args[0], ONE
    if isinstance(a, Contract):
        return _of_sum(a)
    if not isinstance(a, Elementwise):
        return None
    found = [split(x) for x in a.args]
    if all(f is None for f in found) or (a.op == "pow" and (found[0] is None or not isinstance(a.args[1], Number))):
        return None
    each = [f or (ZERO, x) for f, x in zip(found, a.args, strict=True)]
    if a.op == "mul":
        return plus([top for top, _ in each]), times([rest for _, rest in each])
    if a.op == "div":
        (top, rest), (ground, below) = each
        return plus([top, times([MINUS, ground])]), Elementwise("div", (rest, below))
    if a.op == "pow":
        return times([a.args[1], each[0][0]]), Elementwise("pow", (each[0][1], a.args[1]))
    tops = tuple(dict.fromkeys(top for top, _ in each))
    largest = tops[0] if len(tops) == 1 else Call("max", tops, (0,) * len(tops))
    return largest, plus([_raised(x, largest) for x in each])


def _raised(parts: Parts, by: Array) -> Array:
    """`exp(top - by) * rest`."""
    top, rest = parts
    return rest if top == by else times([rest, Call("exp", (plus([top, times([MINUS, by])]),), (0,))])


def _of_sum(a: Contract) -> Parts | None:
    """A sum of products of which one factor is an exponential, perhaps under a condition."""
    inside = [split(f.body if isinstance(f, Select) else f) for f in a.factors]
    held = [n for n, parts in enumerate(inside) if parts is not None]
    if len(held) != 1:
        return None
    (n,) = held
    parts, factor = inside[n], a.factors[n]
    assert parts is not None
    reach = Select(factor.mask, parts[0], lowest=True) if isinstance(factor, Select) else parts[0]
    own = [s for s in a.letters if s in axes(reach)]
    taken = {s for x in walk(reach) if isinstance(x, Largest) for s in x.letters}
    names = {s: Sym(f"^{len(taken) + n}") for n, s in enumerate(own)}  # alike for sums that are alike
    largest = Largest(renamed(reach, names), tuple(names.values())) if own else parts[0]
    made = _raised(parts, largest)
    made = Select(factor.mask, made) if isinstance(factor, Select) else made
    return largest, Contract((*a.factors[:n], made, *a.factors[n + 1 :]), a.letters)
