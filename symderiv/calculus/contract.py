r"""Terms under sums, and using up the equalities that fix a bound letter ("collapse the delta").

A `Term` is `sum over letters in domain of a product of factors`, kept flat: the ranges of the letters and all
conditions are one domain. Where an equality fixes a letter, the letter is replaced by its value and its range becomes a
condition; what is left nests back into sums with bounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..affine import Affine, Sym, affine
from ..domain import FALSE, TRUE, ContextLike, Domain, bounds, bounds_with_ends, shadow, simplify, solve
from ..domain.emptiness import as_context
from ..expr import Add, Expr, Mul, Sum, bound, free, fresh, mul, num, substitute
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
        own = Domain(tuple(c for c in constraints if c.mentions(letter)))
        constraints = [c for c in constraints if not c.mentions(letter)]
        given = as_context(known) & Domain(tuple(constraints))
        found = bounds(own, letter, given)
        if not (found.lowers and found.uppers) and n < len(term.letters) - 1:
            # an end may be said by the sums inside alone: where they are empty, this one need not go
            found = bounds(own & _projected(term, n), letter, given)
        if not (found.lowers and found.uppers):
            found = bounds_with_ends(own, letter, given)
        # numbers stand in front: \max(1, m-A+1)
        lowers = tuple(sorted(found.lowers, key=lambda form: bool(form.terms)))
        body = Sum(letter, lowers, found.uppers, body, found.rest.constraints)
    return Domain(tuple(constraints)), mul(num(number), body)


def _projected(term: Term, n: int) -> Domain:
    """What the sums inside the n-th say of its letter."""
    domain = term.domain
    for inner in term.letters[n + 1 :]:
        domain = shadow(domain, inner)
    return Domain(tuple(c for c in domain.constraints if c.mentions(term.letters[n])))


def apart(term: Term, taken: frozenset[Sym]) -> Term:
    """The term with those of its letters renamed that are taken."""
    names: dict[Sym, Sym] = {}
    for letter in term.letters:
        if letter in taken:
            names[letter] = fresh(taken | set(term.letters) | set(names.values()), letter)
    return term.renamed(names)


def joined(outer: Term, inner: Term) -> Term:
    """`inner` put inside the sums of `outer`, whose letters may stand in it and mean those of the sums."""
    taken = frozenset(outer.letters).union(*(free(f) | bound(f) for f in outer.factors), outer.domain.letters())
    inner = apart(inner, taken)
    return Term(outer.letters + inner.letters, outer.domain & inner.domain, outer.factors + inner.factors)


def multiplied(a: Term, b: Term) -> Term:
    """The product of two terms, the letters of each kept apart from all of the other."""
    return joined(apart(a, open_letters(b) | frozenset(b.letters)), b)


def open_letters(term: Term) -> frozenset[Sym]:
    """The letters of a term that its sums do not bind."""
    everything = term.domain.letters().union(*(free(f) for f in term.factors))
    return frozenset(everything - set(term.letters))


def instantiated(term: Term, values: Mapping[Sym, Affine]) -> Term:
    """The term at other indices; its own letters make way."""
    if not values:
        return term
    incoming: frozenset[Sym] = frozenset().union(*(v.letters() for v in values.values()))
    term = apart(term, incoming | frozenset(values))
    factors = tuple(substitute(f, values) for f in term.factors)
    return Term(term.letters, term.domain.substitute(values), factors)


def terms_of(e: Expr) -> list[Term]:
    """An expression as terms: its sum taken apart, sums that are factors of a term opened.

    >>> from symderiv.expr import Variable, add, total
    >>> x, y = Variable("x_{#}"), Variable("y")()
    >>> [t.letters for t in terms_of(add(y, mul(y, total("k", 1, "K", x("k")))))]
    [(), (k,)]
    """
    if isinstance(e, Add):
        return [t for part in e.terms for t in terms_of(part)]
    if isinstance(e, Sum):
        whole = Term((e.letter,), e.domain, ())
        return [joined(whole, t) for t in terms_of(e.body)]
    if isinstance(e, Mul):
        made = [Term((), TRUE, ())]
        for factor in e.factors:
            inside = terms_of(factor) if isinstance(factor, Sum) else [Term((), TRUE, (factor,))]
            made = [multiplied(a, b) for a in made for b in inside]
        return made
    return [Term((), TRUE, (e,))]
