r"""Random expressions, conditions and formulas for property tests: everything that the reader itself would build.

An expression here is in the reader's form: flat sums and products with the number in front, fractions of integers as
numbers, sums with bounds. The names are those of `VARIABLES`, the functions `f` (abstract) and well-known ones, the
index letters `INDICES`, the sizes `SIZES`.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from symderiv.affine import Affine, Sym, affine
from symderiv.domain.constraint import Constraint, congruent, eq, ge, gt, ne
from symderiv.expr import (
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    bound,
    free,
    mul,
    neg,
    num,
    substitute,
)

INDICES = tuple(map(Sym, "ijk"))
SIZES = tuple(map(Sym, "IJ"))
BOUND = tuple(map(Sym, ("h", "l", "m", "n'")))

VARIABLES = (
    Variable("b"),
    Variable("E"),
    Variable("x_{#}", "x_{#1}"),
    Variable("net^{(3)}_{#}", "net_{#1}^{(3)}"),
    Variable("w^{(2)}_{#,#}", "w_{#1,#2}^{(2)}"),
    Variable("p_{#,#}", "p_{#1#2}"),
    Variable(r"\theta^{(3)}_{#}", r"\theta_{#1}^{(3)}"),
    Variable(r"\hat{y}_{#}", r"\hat{y}_{#1}"),
    Variable("h^{(#)}_{#}", "h_{#2}^{(#1)}"),
)
FUNCTIONS = ("f", "exp", "log", "tanh", "relu")

forms: st.SearchStrategy[Affine] = st.builds(
    lambda s, k, n: affine(s) * k + n,
    st.sampled_from(INDICES + SIZES),
    st.sampled_from([1, 1, 1, 2, -1]),
    st.integers(-2, 2),
).flatmap(lambda a: st.sampled_from([a, a, a + "j"]))
"""Index forms such as `i`, `I+1`, `2i+j-2`."""

numbers: st.SearchStrategy[Expr] = st.builds(
    lambda n, d: num(Fraction(n, d)), st.integers(-3, 5).filter(bool), st.sampled_from([1, 1, 1, 2, 3])
)


def entries(letters: tuple[Sym, ...] = INDICES) -> st.SearchStrategy[Var]:
    """An entry of some variable."""
    index = st.one_of(st.sampled_from(letters).map(affine), st.sampled_from(letters).map(affine), forms)

    def entry(v: Variable) -> st.SearchStrategy[Var]:
        return st.tuples(*[index] * v.arity).map(lambda indices: Var(v, indices))

    return st.sampled_from(VARIABLES).flatmap(entry)


conditions: st.SearchStrategy[Constraint] = st.builds(
    lambda rel, a, b: rel(a, b),
    st.sampled_from([eq, eq, ne, ge, gt, lambda a, b: congruent(a, b, 2)]),
    st.sampled_from(INDICES).map(affine),
    st.one_of(st.sampled_from(INDICES + SIZES).map(affine), forms),
).filter(lambda c: not c.is_true and not c.is_false)
"""A condition on index letters that says something."""

deltas: st.SearchStrategy[Expr] = st.builds(
    lambda a, b: Bracket((eq(a, b),), delta=True), st.sampled_from(INDICES), st.sampled_from(INDICES)
).filter(lambda e: not e.where[0].is_true)


def _sum(body: Expr, letter: Sym, lower: Affine, upper: Affine) -> Expr:
    """A sum over what was `k` in the body; without a free `k`, or if the letter is taken, the body alone."""
    k = Sym("k")
    if letter in free(body) | bound(body) or k not in free(body) - bound(body):
        return body
    return Sum(letter, (lower,), (upper,), substitute(body, {k: affine(letter)}))


def _restricted(e: Expr, c: Constraint) -> Expr:
    """A sum with a condition on its letter."""
    if not isinstance(e, Sum):
        return e
    c = c.substitute({Sym("k"): affine(e.letter)})
    return e if c.is_true or c.is_false or not c.mentions(e.letter) else Sum(e.letter, e.lowers, e.uppers, e.body, (c,))


def _div(a: Expr, b: Expr) -> Expr:
    return num(a.value / b.value) if isinstance(a, Num) and isinstance(b, Num) else Div(a, b)


def _call(f: str, x: Expr, primes: int) -> Expr:
    return Apply(f, (x,), (primes if f == "f" else 0,))


def _grow(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    upper = st.sampled_from([affine("I"), affine("J"), affine("I") + 1, affine("i")])
    lower = st.sampled_from([affine(1), affine(0)])
    powers = [num(2), num(3), num(-1), num(Fraction(1, 2))]
    return st.one_of(
        st.builds(add, inner, inner),
        st.builds(lambda a, b: add(a, neg(b)), inner, inner),
        st.builds(mul, inner, inner),
        st.builds(_div, inner, inner),
        st.builds(Pow, inner, st.sampled_from(powers)),
        st.builds(_call, st.sampled_from(FUNCTIONS), inner, st.integers(0, 2)),
        st.builds(_sum, inner, st.sampled_from(BOUND), lower, upper),
        st.builds(_restricted, st.builds(_sum, inner, st.sampled_from(BOUND), lower, upper), conditions),
        st.builds(Partial, inner, entries(), st.booleans()),
        st.builds(Labelled, inner, inner),
    )


atoms = st.one_of(entries(), entries(), numbers, deltas, st.sampled_from(SIZES).map(lambda s: Index(affine(s))))

expressions: st.SearchStrategy[Expr] = st.recursive(atoms, _grow, max_leaves=8)
"""Any expression in the reader's form."""

brackets: st.SearchStrategy[Expr] = st.lists(conditions, min_size=1, max_size=2).map(lambda cs: Bracket(tuple(cs)))

cases: st.SearchStrategy[Expr] = st.builds(
    lambda a, b, c: Cases(((a, (c,)), (b, ()))), expressions, expressions, conditions
)

__all__ = ["brackets", "cases", "conditions", "entries", "expressions", "forms", "numbers"]
