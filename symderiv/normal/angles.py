r"""Sines and cosines of sums taken apart: `\cos((m - n) \theta)` meets `\cos m \theta` and `\cos n \theta`.

`cos(a + b) = cos a cos b - sin a sin b`, `sin(a + b) = sin a cos b + cos a sin b`, and `cos(a)^2 = 1 - sin(a)^2`: then
sines and cosines of single terms are left, and of cosines no square. A small multiple of a term is that many terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .factors import UNIT, Call, Entry, Factor, Term, Terms
from .flatten import Flattener
from .poly import Poly, number
from .powers import power
from .rewrite import rewrite
from .terms import combine, multiply, scale

ANGLES = frozenset(["sin", "cos"])
MOST_PIECES = 4
"""Sums of more terms are left as they are."""


def angles_apart(flattener: Flattener, left: Terms) -> Terms | None:
    """The terms with every sine and cosine taken apart; None where none can be."""
    if not ANGLES - flattener.facts.declared or not any(_is_angle(f) for t in left for f, _ in t.powers):
        return None

    def rule(f: Entry | Call) -> Terms | None:
        if not isinstance(f, Call) or not _is_angle(f) or f.function in flattener.facts.declared:
            return None
        pieces = list(_pieces(f.args[0].terms))
        return _of_sum(flattener, f.function, pieces) if 1 < len(pieces) <= MOST_PIECES else None

    found = [x for t in rewrite(flattener, left, rule) for x in _without_squares(flattener, t)]
    return found if found != left else None


def _is_angle(f: Factor) -> bool:
    return isinstance(f, Call) and f.function in ANGLES and not any(f.order)


def _pieces(terms: tuple[Term, ...]) -> Iterator[Term]:
    """What is added up, one monomial each, small multiples one by one."""
    for t in terms:
        for mono, c in t.weight.terms:
            times = abs(c.numerator) if c.denominator == 1 and abs(c) <= MOST_PIECES else 1
            piece = Term(Poly(((mono, Fraction(c) / times),)), t.powers, t.bound, t.domain)
            yield from [piece] * times


def _of_sum(flattener: Flattener, function: str, pieces: Terms) -> Terms:
    first, rest = pieces[:1], pieces[1:]
    if not rest:
        return flattener.apply(function, (0,), [first])
    sine, cosine = (flattener.apply(x, (0,), [first]) for x in ("sin", "cos"))
    others = {x: _of_sum(flattener, x, rest) for x in ("sin", "cos")}
    if function == "cos":
        return [*multiply(cosine, others["cos"]), *scale(multiply(sine, others["sin"]), number(-1))]
    return [*multiply(sine, others["cos"]), *multiply(cosine, others["sin"])]


def _without_squares(flattener: Flattener, t: Term) -> Terms:
    """The term with `1 - sin^2` for every square of a cosine."""
    for n, (f, e) in enumerate(t.powers):
        if isinstance(f, Call) and _is_angle(f) and f.function == "cos" and e.denominator == 1 and e > 1:
            sine = Term(number(-1), ((Call("sin", (0,), f.args), 2),))
            odd = ((f, 1),) if e % 2 else ()
            kept = Term(t.weight, combine((*t.powers[:n], *odd, *t.powers[n + 1 :])), t.bound, t.domain)
            squares = power([UNIT, sine], int(e) // 2, flattener.facts)
            return [y for x in multiply([kept], squares) for y in _without_squares(flattener, x)]
    return [t]
