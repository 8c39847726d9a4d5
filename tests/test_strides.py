r"""Strides and windows: sums whose letter stands under a condition with a coefficient, `2p = i + 1`.

Such a sum keeps its ends, or nobody could add it up: `\sum_{p=1, 2p = i + 1}^{P}`. The reader, the oracle, the other
route and the compiled gradient (against differences of the compiled objective) all have to take it as it is printed.
"""

from __future__ import annotations

import random
from fractions import Fraction
from math import ceil, floor

import pytest

from symderiv import read_network
from symderiv.affine import Affine, Sym, affine
from symderiv.calculus.contract import Term, contracted, summed
from symderiv.compile import emit
from symderiv.compile.load import load
from symderiv.domain import Domain, bounds_with_ends, eq, ge, holds, interval, le
from symderiv.expr import Bracket, Expr, Index, Num, Sum, mul, walk
from symderiv.read_part import read_variable
from symderiv.render import RENDERERS
from symderiv.step import Remark, Route
from symderiv.verify import verify

MEAN_POOLING = r"""
$$c_i = \sum_{a=1}^{A} w_a x_{i+a-1} \qquad r_i = \max(0, c_i)$$ ($1 \le i \le 2P$)
$$m_p = \frac{1}{2}(r_{2p-1} + r_{2p})$$ ($1 \le p \le P$)
$$E = \frac12 \sum_{p=1}^P (m_p - t_p)^2$$
"""
RENAMED = r"""
$$u_n = \sum_{h=1}^{H} k_h y_{n+h-1} \qquad v_n = \max(0, u_n)$$ ($1 \le n \le 2Q$)
$$o_q = \frac{1}{2}(v_{2q-1} + v_{2q})$$ ($1 \le q \le Q$)
$$C = \frac12 \sum_{q=1}^Q (o_q - d_q)^2$$
"""
WINDOWS = r"""
$$c_i = \sum_{a=1}^{A} w_a x_{i+a-1}$$ ($1 \le i \le 3P$)
$$m_p = \frac{1}{3} \sum_{s=0}^{2} c_{3p-s}$$ ($1 \le p \le P$)
$$E = \frac12 \sum_{p=1}^P (m_p - t_p)^2$$
"""
WITH_A_REMAINDER = r"""
$$c_i = \sum_{a=1}^{A} w_a x_{i+a-1}$$ ($1 \le i \le 2P+1$)
$$m_p = \max(c_{2p}, c_{2p+1})$$ ($1 \le p \le P$)
$$E = \frac12 \sum_{p=1}^P (m_p - t_p)^2$$
"""
TWO_STEPS = r"""
$$u_i = \sum_{a=1}^{A} k_a x_{3i-2a+2A}$$ ($1 \le i \le N$)
$$o_i = f(u_i)$$
$$E = \frac12 \sum_{i=1}^N (o_i - t_i)^2$$
"""
PAGES = {
    "mean pooling": (MEAN_POOLING, "w_a", "x_m"),
    "renamed": (RENAMED, "k_h", "y_m"),
    "windows": (WINDOWS, "w_a", "x_m"),
    "a remainder": (WITH_A_REMAINDER, "w_a", "x_m"),
    "two steps": (TWO_STEPS, "k_a", "x_m"),
}
CASES = [(name, wrt) for name, (_, *entries) in PAGES.items() for wrt in entries]


@pytest.mark.parametrize(("name", "wrt"), CASES)
def test_every_line_is_true_and_every_sum_has_its_ends(name: str, wrt: str) -> None:
    derivation = read_network(PAGES[name][0]).derive(wrt, route=Route.BOTH).derivation
    for claim in derivation.claims:
        for member in claim.members:
            assert all(x.lowers and x.uppers for x in walk(member) if isinstance(x, Sum)), member
    assert verify(derivation).passed
    assert Remark("routes agree") in derivation.items


@pytest.mark.parametrize("name", PAGES)
def test_what_is_printed_reads_back_and_is_judged_right(name: str) -> None:
    text, wrt, _ = PAGES[name]
    net = read_network(text)
    judged = net.check(RENDERERS["markdown"](net.derive(wrt).derivation, "en"))
    assert judged.claims
    assert {str(c.judgement) for c in judged.claims} == {"right"}


@pytest.mark.parametrize("name", PAGES)
def test_the_compiled_gradient_is_that_of_the_compiled_objective(name: str) -> None:
    text, wrt, _ = PAGES[name]
    net = read_network(text)
    assert load(emit(net.system, [read_variable(wrt, net.system)])).check_gradient() < 1e-6


def random_term(rng: random.Random) -> tuple[Term, Domain]:
    """A sum over p of p^2 under an equality or a window with a coefficient, and what is known of i."""
    c, shift, width = rng.choice([2, 3, 4]), rng.randrange(-3, 4), rng.randrange(0, 4)
    p, i, top = affine("p"), affine("i"), affine("P")
    condition = (
        Domain.of(eq(c * p, i + shift))
        if rng.random() < 0.5
        else Domain.of(ge(c * p, i + shift), le(c * p, i + shift + width))
    )
    if rng.random() < 0.3:
        condition = condition.substitute({Sym("i"): -affine("i")}).substitute({Sym("i"): i - c * top})
    known = interval("i", 1, c * top + rng.randrange(-1, 2)) & ge("P", 1)
    return Term((Sym("p"),), interval("p", 1, "P") & condition, (Index(p), Index(p))), known


def value_of(e: Expr, env: dict[Sym, int]) -> Fraction:
    """A few lines that add up sums between their ends."""
    if isinstance(e, Num):
        return e.value
    if isinstance(e, Index):
        return Fraction(_int(e.form, env))
    if isinstance(e, Bracket):
        return Fraction(holds(Domain(e.where), env))
    if isinstance(e, Sum):
        low, high = max(_int(a, env) for a in e.lowers), min(_int(b, env) for b in e.uppers)
        inside = [{**env, e.letter: x} for x in range(low, high + 1)]
        return sum((value_of(e.body, x) for x in inside if holds(Domain(e.where), x)), Fraction(0))
    product = Fraction(1)
    for f in e.factors:  # type: ignore[union-attr]
        product *= value_of(f, env)
    return product


def _int(form: Affine, env: dict[Sym, int]) -> int:
    return sum((c * env[a] for a, c in form.terms if isinstance(a, Sym)), form.const)


@pytest.mark.parametrize("seed", range(60))
def test_a_sum_means_the_same_points_however_it_is_bounded(seed: int) -> None:
    term, known = random_term(random.Random(seed))
    done = contracted(term, known)
    guard, e = summed(done, known) if done is not None else (Domain.of(), Num(Fraction(0)))
    whole = e if guard.is_true else mul(Bracket(guard.constraints), e)
    for size in range(1, 6):
        for i in range(5 * size + 2):
            env = {Sym("P"): size, Sym("i"): i}
            if not holds(known, env):
                continue
            points = [x for x in range(1, size + 1) if holds(term.domain, {**env, Sym("p"): x})]
            assert value_of(whole, env) == sum(x * x for x in points), (term, whole, env)


@pytest.mark.parametrize("c", [2, 3, 5])
def test_ends_are_those_of_the_condition(c: int) -> None:
    p = affine("p")
    found = bounds_with_ends(Domain.of(eq(c * p, affine("i") + 1)), Sym("p"), interval("i", 4, 20))
    assert (found.lowers, found.uppers) == ((affine(ceil(5 / c)),), (affine(floor(21 / c)),))
