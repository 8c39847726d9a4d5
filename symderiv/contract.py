r"""Terms under sums, and using up the equalities that fix a bound letter ("collapse the delta").

A `Term` is `sum over letters in domain of a product of factors`, kept flat: the ranges of the letters and all
conditions are one domain. Where an equality fixes a letter, the letter is replaced by its value and its range becomes a
condition; what is left nests back into sums with bounds.
"""

from __future__ import annotations

from dataclasses import dataclass

from .affine import Sym, affine
from .domain import FALSE, TRUE, Constraint, ContextLike, Domain, bounds, simplify, solve
from .emptiness import as_context
from .expr import Expr, Sum, mul, num, substitute
from .products import coefficient


@dataclass(frozen=True)
class Term:
    """`sum_{letters, domain} factors[0] * factors[1] * ...`, letters from the outermost sum inwards."""

    letters: tuple[Sym, ...]
    domain: Domain
    factors: tuple[Expr, ...]

    def renamed(self, names: dict[Sym, Sym]) -> Term:
        """With some of its letters renamed; the new names must be new."""
        values = {old: affine(new) for old, new in names.items() if old != new}
        if not values:
            return self
        return Term(
            tuple(names.get(s, s) for s in self.letters),
            self.domain.substitute(values),
            tuple(substitute(f, values) for f in self.factors),
        )


def contracted(term: Term, known: ContextLike = TRUE) -> Term | None:
    """The term with every letter that an equality fixes eliminated, innermost first; None if nothing is left.

    >>> from symderiv.domain import eq, interval
    >>> from symderiv.expr import Variable
    >>> x = Variable("x_{#}")
    >>> t = Term((Sym("h"),), interval("h", 1, "I") & eq("h", "i"), (x("h"),))
    >>> contracted(t, interval("i", 1, "I")) == Term((), TRUE, (x("i"),))
    True
    """
    letters, domain, values = list(term.letters), term.domain, []
    for letter in reversed(term.letters):
        solved = solve(domain, letter)
        if solved is not None:
            letters.remove(letter)
            values.append((letter, solved[0]))
            domain = solved[1]
    domain = simplify(domain, known)
    if domain == FALSE:
        return None
    factors = term.factors
    for letter, value in values:
        factors = tuple(substitute(f, {letter: value}) for f in factors)
    return Term(tuple(letters), domain, factors)


def summed(term: Term, known: ContextLike = TRUE) -> tuple[Domain, Expr]:
    """The guard that is free of the term's letters, and the product under its sums, a number in front.

    >>> from symderiv.domain import ge, interval
    >>> from symderiv.expr import Variable, total
    >>> x = Variable("x_{#}")
    >>> guard, e = summed(Term((Sym("h"),), interval("h", 1, "I") & ge("k", 2), (x("h"),)))
    >>> guard, e == total("h", 1, "I", x("h"))
    ({k - 2 >= 0}, True)
    """
    constraints = list(term.domain.constraints)
    number, body = coefficient(mul(*term.factors))
    for n in range(len(term.letters) - 1, -1, -1):
        letter = term.letters[n]
        own = [c for c in constraints if c.mentions(letter)]
        constraints = [c for c in constraints if not c.mentions(letter)]
        body = _sum(letter, own, constraints, body, known)
    return Domain(tuple(constraints)), mul(num(number), body)


def _sum(letter: Sym, own: list[Constraint], outer: list[Constraint], body: Expr, known: ContextLike) -> Expr:
    found = bounds(Domain(tuple(own)), letter, as_context(known) & Domain(tuple(outer)))
    return Sum(letter, found.lowers, found.uppers, body, found.rest.constraints)
