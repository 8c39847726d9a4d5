r"""Shares of a total: `P(w_o|w_c) = e^{u_o^T v_c} / \sum_i e^{u_i^T v_c}` is defined for every o the sum runs over.

A loss that uses the share only beside c, `\log P(w_{t+j}|w_t)` for `-m \le j \le m`, `j \ne 0`, says nothing of how far
o goes for one c: the range of o is what all these uses reach together, whatever the other letters are.
"""

from __future__ import annotations

from collections.abc import Set

from ..affine import Sym, affine
from ..domain import Domain, simplify
from ..expr import Div, Expr, Sum, Var, Variable, of_kind
from .entries import coordinates
from .images import project
from .inference import State


def freed(state: State, n: int, used: list[Domain]) -> list[Domain]:
    """The domains (in coordinates) that are used of a definition, those of a share for every entry of its total."""
    entry, known = state.entries[n], state.letters.known
    at = coordinates(entry.variable.arity)
    for c, index in zip(at, entry.indices, strict=True):
        letter = index.letter
        if letter is None or letter not in state.unknown(n) or not _holds_hole(used, c):
            continue
        if is_share(state.bodies[n], letter, frozenset(entry.letters)):
            others = frozenset(at) - {c}
            plain = [Domain(tuple(x for x in d.constraints if x.rel != "!=" or not x.mentions(c))) for d in used]
            sides = ((project(d, frozenset([c]), state.letters), project(d, others, state.letters)) for d in plain)
            used = [simplify(one & rest, known) for one, rest in sides]
    return used


def _holds_hole(used: list[Domain], c: Sym) -> bool:
    """Does what is used of a coordinate depend on the others, or is something left out of it?"""
    at = {*coordinates(9)}
    return any(x.mentions(c) and (x.rel == "!=" or len(x.letters() & at) > 1) for d in used for x in d.constraints)


def is_share(body: Expr, letter: Sym, scope: Set[Sym] = frozenset()) -> bool:
    """Is an expression divided by the sum of it over all values of a letter, whatever those in scope are?

    >>> from symderiv.expr import Variable, total
    >>> z = Variable("z_{#}")
    >>> k, j = affine("k"), affine("j")
    >>> is_share(Div(Var(z, (k,)), total(j, 1, "K", Var(z, (j,)))), Sym("k"))
    True
    >>> is_share(Div(Var(z, (k,)), total(j, 1, "K", Var(z, (k,)))), Sym("k"))
    False
    """
    return any(_divides_total(x, letter, scope) for x in of_kind(body, Div))


def _divides_total(x: Div, letter: Sym, scope: Set[Sym]) -> bool:
    mine = _places(x.numerator, letter)
    whole = (s for s in of_kind(x.denominator, Sum) if not s.where)
    sums = (s for s in whole if not any(e.letters() & scope for e in (*s.lowers, *s.uppers)))
    return bool(mine) and any(
        _places(s.body, s.letter) == mine and type(s.body) is type(x.numerator) and not _places(s.body, letter)
        for s in sums
    )


def _places(e: Expr, letter: Sym) -> frozenset[tuple[Variable, int]]:
    """Which indices of variables are a letter."""
    here = affine(letter)
    return frozenset((v.variable, k) for v in of_kind(e, Var) for k, i in enumerate(v.indices) if i == here)
