r"""The last touch before a formula is shown: small rewritings that keep its value, as a person makes them in passing.

What does not depend on a sum's letter moves in front of the sum, as far as it leads its product (the order of factors,
output to input, stays). A sum over nothing is a number of times its term. Numbers and constant fractions join:
`2 \cdot \frac{1}{N}` is `\frac{2}{N}`. A difference begins with what is not negative.
"""

from __future__ import annotations

from fractions import Fraction

from ..affine import Affine, Sym
from ..domain import Context, ContextLike, count
from ..domain.emptiness import as_context
from ..expr import ONE, Add, Cases, Div, Expr, Index, Mul, Num, Pow, Sum, add, free, mul, num, of_kind, walk
from .products import coefficient, collected, factors_of, fraction, is_constant, product

HALF = num(Fraction(1, 2))


def finished(e: Expr, known: ContextLike) -> Expr:
    r"""The formula with its leading constants moved out of sums and its constant fractions joined.

    >>> from symderiv.affine import affine
    >>> from symderiv.domain import TRUE
    >>> from symderiv.expr import Variable, total
    >>> x, y = Variable("x_{#}"), Variable("y")()
    >>> finished(total("n", 1, "N", mul(Div(ONE, Index(affine("N"))), y, x("n"))), TRUE) == mul(
    ...     Div(ONE, Index(affine("N"))), y, total("n", 1, "N", x("n"))
    ... )
    True
    >>> finished(mul(num(2), Div(ONE, Index(affine("N"))), y), TRUE) == mul(Div(num(2), Index(affine("N"))), y)
    True
    """
    context = as_context(known)
    if isinstance(e, Add):
        return positive_first(add(*(finished(t, context) for t in e.terms)))
    if isinstance(e, Mul):
        return joined_constants(mul(*(finished(f, context) for f in e.factors)))
    if isinstance(e, Sum):
        return _led_out(e, context)
    if isinstance(e, Div):
        return Div(finished(e.numerator, context), without_roots(e.denominator))
    if isinstance(e, Cases):
        return Cases(tuple((finished(row, context), where) for row, where in e.rows))
    return e


def without_roots(e: Expr) -> Expr:
    r"""A product in which two equal square roots are what they are roots of: `\sqrt{v} \sqrt{v}` is `v`."""
    factors = list(factors_of(e))
    for f in factors_of(e):
        if isinstance(f, Pow) and f.exponent == HALF and factors.count(f) > 1:
            factors[factors.index(f)] = f.base
            factors.remove(f)
    return mul(*factors)


def _led_out(e: Sum, known: Context) -> Expr:
    """A nest of sums with the leading factors in front of it that depend on none of its letters."""
    sums = [e]
    while isinstance(sums[-1].body, Sum):
        sums.append(sums[-1].body)
    letters = {s.letter for s in sums}
    inside = known
    for s in sums:
        # the letter means that of the sum from here on, whatever is known of one of the same name outside
        inside = Context(inside.known.without(s.letter), inside.positive) & s.domain
    below, factors = _denominators_out(list(factors_of(finished(sums[-1].body, inside))), letters)
    outside: list[Expr] = []
    while factors and not letters & free(factors[0]):
        outside.append(factors.pop(0))
    body = mul(*factors)
    outside = list(factors_of(product(*outside, Div(ONE, mul(*below))))) if below else outside
    for n in range(len(sums) - 1, -1, -1):
        body = _summed(Sum(sums[n].letter, sums[n].lowers, sums[n].uppers, body, sums[n].where), known)
    return joined_constants(mul(*outside, body))


def _denominators_out(factors: list[Expr], letters: set[Sym]) -> tuple[list[Expr], list[Expr]]:
    """What the factors of a sum are all divided by that depends on none of its letters, and the factors without it."""
    below: list[Expr] = []
    left: list[Expr] = []
    for f in factors:
        bottom = factors_of(f.denominator) if isinstance(f, Div) else ()
        out = [x for x in bottom if not letters & free(x) and not isinstance(x, Num)]
        if isinstance(f, Div) and out and not is_constant(f):
            below += out
            rest = [x for x in bottom if x not in out]
            f = Div(f.numerator, mul(*rest)) if rest else f.numerator
        left += factors_of(f)
    return below, left


def _summed(e: Sum, known: Context) -> Expr:
    """The sum, or how often its term is counted where that does not depend on the letter."""
    outside = Context(known.known.without(e.letter), known.positive)
    times = None if e.letter in free(e.body) or e.where else count(e.domain, e.letter, outside)
    return e if times is None else mul(_number(times), e.body)


def _number(form: Affine) -> Expr:
    return Index(form) if form.terms else num(form.const)


def joined_constants(e: Expr) -> Expr:
    r"""A product with its number and its constant fractions `\frac{1}{N}` as one fraction in front.

    >>> from symderiv.affine import affine
    >>> N = Index(affine("N"))
    >>> joined_constants(mul(num(Fraction(1, 2)), Div(ONE, N))) == Div(ONE, mul(num(2), N))
    True
    """
    number, rest = coefficient(e)
    below: list[Expr] = []
    others: list[Expr] = []
    for f in factors_of(rest):
        if isinstance(f, Div) and not fraction(f)[1] and (is_constant(f) or not others):
            c, _, bottom = fraction(f)
            number *= c
            below += bottom
        else:
            others.append(f)
    if not below:
        return e
    powers: list[Expr] = []
    for f in dict.fromkeys(below):
        powers.append(f if below.count(f) == 1 else Pow(f, num(below.count(f))))
    size = abs(number)
    quotient = Div(num(size.numerator), mul(num(size.denominator), *powers))
    return mul(num(-1 if number < 0 else 1), quotient, *(f for f in others if f != ONE))


def positive_first(e: Expr) -> Expr:
    """A difference with the positive term in front: `y - t` rather than `-t + y`; a sum makes way for a number only."""
    if isinstance(e, Add) and _is_negative(e.terms[0]):
        first = next((t for t in e.terms if not _is_negative(t)), None)
        long = bool(of_kind(e.terms[0], Sum))
        if first is not None and (not long or is_constant(first)):
            at = e.terms.index(first)
            return add(first, *e.terms[:at], *e.terms[at + 1 :])
    return e


def _is_negative(e: Expr) -> bool:
    return coefficient(e)[0] < 0


MOST_TERMS = 12
"""A bracket is multiplied out to see what cancels if that gives no more terms than this."""


def cleared(factors: tuple[Expr, ...]) -> tuple[Expr, ...]:
    r"""A bracket of fractions whose denominators stand beside it, multiplied out: what cancels is gone.

    `\left(\frac{1-t}{1-y} - \frac{t}{y}\right) y (1-y)` is `y - t`.

    >>> from symderiv.expr import MINUS_ONE, Variable, neg
    >>> t, y = Variable("t")(), Variable("y")()
    >>> above, below = add(ONE, neg(t)), add(ONE, neg(y))
    >>> cleared((add(Div(above, below), mul(MINUS_ONE, Div(t, y))), y, below)) == (add(y, neg(t)),)
    True
    """
    for n, bracket in enumerate(factors):
        if not isinstance(bracket, Add):
            continue
        below = {f for t in bracket.terms for x in factors_of(t) if isinstance(x, Div) for f in fraction(x)[2]}
        below = {f.base if isinstance(f, Pow) and f not in factors else f for f in below if not is_constant(f)}
        beside = [f for m, f in enumerate(factors) if m != n]
        if below and all(f in beside for f in below):
            wanted = [f for f in dict.fromkeys(beside) if f in below]
            made = _multiplied_out(bracket, wanted)
            if made is not None and _names(made) < _names(mul(bracket, *wanted)):
                for f in wanted:
                    beside.remove(f)
                return (*beside[:n], *factors_of(made), *beside[n:])
    return factors


def _multiplied_out(bracket: Add, by: list[Expr]) -> Expr | None:
    """The sum of the terms times some factors, everything multiplied out, equal terms added up."""
    terms: list[Expr] = []
    for t in bracket.terms:
        made: list[Expr] = [ONE]
        for f in factors_of(product(t, *by)):
            made = [product(a, b) for a in made for b in (f.terms if isinstance(f, Add) else (f,))]
            if len(made) > MOST_TERMS:
                return None
        terms += made
    ordered = [mul(*sorted_factors(t)) for t in terms]
    return taken_out(positive_first(collected(ordered)))


def sorted_factors(e: Expr) -> list[Expr]:
    """The factors in an order of their own, so that equal products are equal trees."""
    number, rest = coefficient(e)
    return [num(number), *sorted((f for f in factors_of(rest) if f != ONE), key=repr)]


def taken_out(e: Expr) -> Expr:
    r"""`\frac{1}{N} y - \frac{1}{N} t` as `\frac{1}{N} (y - t)`: constants that all terms begin with, taken out."""
    if not isinstance(e, Add):
        return e
    parts = [coefficient(t) for t in e.terms]
    shared = [f for f in factors_of(parts[0][1]) if is_constant(f) and not isinstance(f, Num)]
    shared = [f for f in shared if all(f in factors_of(rest) for _, rest in parts[1:])]
    if not shared:
        return e
    terms = []
    for number, rest in parts:
        left = list(factors_of(rest))
        for f in shared:
            left.remove(f)
        terms.append(mul(num(number), *left))
    return mul(*shared, add(*terms))


def _names(e: Expr) -> int:
    return sum(1 for x in walk(e) if not isinstance(x, (Add, Mul, Num, Div)))
