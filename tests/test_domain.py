"""Index domains: canonical forms, and what a person would answer on the domains of the lecture."""

from __future__ import annotations

import pytest

from symderiv.affine import Affine, IntFn, Sym, affine
from symderiv.domain import (
    FALSE,
    TRUE,
    Constraint,
    Context,
    Domain,
    bounds,
    cells,
    congruent,
    count,
    disjoint,
    eliminate,
    eq,
    ge,
    gt,
    holds,
    implies,
    intersect,
    interval,
    is_empty,
    le,
    lt,
    ne,
    points,
    shadow,
    simplify,
    solve,
    subset,
    subtract,
    value,
    widen,
)
from symderiv.errors import DomainTooHard, SymderivError

i, j, k, h, n, t, a, m, ell = map(affine, ("i", "j", "k", "h", "n", "t", "a", "m", "l"))
I, J, A, M, N, T = map(affine, "IJAMNT")
SIZES = Domain.of(ge(I, 1), ge(J, 1))


def d(arg: Affine) -> Affine:
    return affine(IntFn("d", (arg,)))


def test_constraints_are_normal() -> None:
    assert ge(2 * i, 3) == ge(i, 2)
    assert le(2 * i, 3) == le(i, 1)
    assert eq(i, j) == eq(j, i) == Constraint("==", 3 * j - 3 * i)
    assert gt(i, j) == ge(i, j + 1)
    assert lt(i, j) == ge(j, i + 1)
    assert ne(2 * i, 3).is_true
    assert eq(2 * i, 3).is_false
    assert ge(3, 4).is_false
    assert congruent(i, j, 1).is_true
    assert congruent(i, 5, 2) == congruent(-i, 1, 2) == congruent(3 * i, 7, 2)
    assert congruent(2 * i, 4, 6) == congruent(i, 2, 3)
    assert congruent(2 * i, 3, 4).is_false


def test_a_congruence_needs_a_modulus() -> None:
    with pytest.raises(ValueError, match="positive modulus"):
        congruent(i, 0, 0)


def test_domains_are_canonical() -> None:
    assert Domain.of(ge(i, 1), ge(i, 3), le(i, I)) == Domain.of(le(i, I), ge(i, 3))
    assert Domain.of(ge(i, j), le(i, j)) == Domain.of(eq(i, j))
    assert Domain.of(ge(i, 3), le(i, 2)) == FALSE
    assert Domain.of(eq(i, 3), ge(i, 4)) == FALSE
    assert Domain.of(eq(i, 3), ge(i, 2)) == Domain.of(eq(i, 3))
    assert Domain.of(ge(1, 0)) == TRUE
    assert TRUE & ge(i, 1) == Domain.of(ge(i, 1))
    assert FALSE & ge(i, 1) == FALSE
    assert Domain.of(ge(i, 1)).substitute({Sym("i"): affine(0)}) == FALSE
    assert interval(i, 1, d(ell - 1)).letters() == {Sym("i"), Sym("l")}
    assert interval(i, 1, d(ell)).substitute({Sym("l"): j + 1}) == interval(i, 1, d(j + 1))
    assert intersect(interval(i, 1, I), interval(j, 1, J)) == interval(i, 1, I) & interval(j, 1, J)


@pytest.mark.parametrize(
    ("constraint", "pieces"),
    [
        (ge(i, j), [lt(i, j)]),
        (eq(i, j), [lt(i, j), gt(i, j)]),
        (ne(i, j), [eq(i, j)]),
        (congruent(i, 0, 3), [congruent(i, 1, 3), congruent(i, 2, 3)]),
    ],
)
def test_negation(constraint: Constraint, pieces: list[Constraint]) -> None:
    assert set(constraint.negate()) == set(pieces)


@pytest.mark.parametrize(
    ("domain", "empty"),
    [
        (TRUE, False),
        (FALSE, True),
        (interval(i, 1, I) & eq(i, I + 1), True),
        (interval(k, 1, J) & ne(k, 1) & eq(J, 1), True),
        (interval(k, 1, 3) & ne(k, 1) & ne(k, 2) & ne(k, 3), True),
        (interval(k, 1, 4) & ne(k, 1) & ne(k, 2) & ne(k, 3), False),
        (interval(k, j, j + 1) & ne(k, j) & ne(k, j + 1), True),
        (Domain.of(ge(2 * i, 2 * j + 1), le(2 * i, 2 * j + 1)), True),
        (Domain.of(eq(4 * i + 6 * j, 3)), True),
        (Domain.of(eq(4 * i + 6 * j, 2), ge(i, 0), le(i, 1)), True),
        (Domain.of(eq(4 * i + 6 * j, 2), ge(i, 0), le(i, 2)), False),
        (Domain.of(congruent(i, 0, 2), congruent(i, 1, 2)), True),
        (Domain.of(congruent(i, 2, 3), congruent(i, 3, 5), ge(i, 0), le(i, 7)), True),
        (Domain.of(congruent(i, 2, 3), congruent(i, 3, 5), ge(i, 0), le(i, 8)), False),
        # W. Pugh's example: the real shadow is not empty, the integers are
        (
            Domain.of(ge(11 * i + 13 * j, 27), le(11 * i + 13 * j, 45), ge(7 * i - 9 * j, -10), le(7 * i - 9 * j, 4)),
            True,
        ),
        (Domain.of(gt(d(i), d(j)), eq(i, j)), True),
        (Domain.of(gt(d(i), d(j)), ne(i, j)), False),
        (Domain.of(ge(d(i), 5), le(d(j), 3), eq(i, j)), True),
        (Domain.of(eq(d(d(i)), 1), eq(d(d(j)), 2), eq(d(i), d(j))), True),
        (Domain.of(eq(d(ell), 2), eq(d(affine(0)), 3), eq(ell, 0)), True),
        (Domain.of(eq(d(ell), 2), eq(d(affine(0)), 3), ge(ell, 0)), False),
    ],
)
def test_emptiness(domain: Domain, empty: bool) -> None:
    assert is_empty(domain) is empty


def test_context() -> None:
    assert not is_empty(Domain.of(le(I, 0)))
    assert is_empty(Domain.of(le(I, 0)), SIZES)
    assert is_empty(TRUE, SIZES & FALSE)
    assert is_empty(interval(i, 1, I), Domain.of(ge(J, 1), le(J, 0))), "nothing is left where the context is empty"
    chain = Domain.of(ge(i, j), ge(j, k), ge(k, 7))
    assert implies(TRUE, ge(i, 7), chain), "the context takes part through letters that the question does not name"
    assert not implies(TRUE, ge(k, 8), chain)


def test_sizes_that_are_terms() -> None:
    layers = Context(interval(ell, 1, "L"), frozenset({"d"}))
    assert implies(interval(i, 1, d(ell)), ge(d(ell), 1), layers)
    assert is_empty(Domain.of(le(d(ell - 1), 0)), layers)
    assert is_empty(Domain.of(le(d(affine(3)), 0)), layers), "made by substitution, still a size"
    assert not is_empty(Domain.of(le(d(ell - 1), 0)), layers.known)
    assert implies(interval(i, 1, d(ell)) & eq(ell, m), le(i, d(m)), layers)
    assert not implies(interval(i, 1, d(ell)), le(i, d(m)), layers)
    assert (layers & ge(ell, 2)).positive == {"d"}


def test_subset_and_subtract() -> None:
    whole = interval(i, 1, I + 1)
    assert subset(whole, [interval(i, 1, I), Domain.of(eq(i, I + 1))])
    assert not subset(whole, [interval(i, 1, I - 1), Domain.of(eq(i, I + 1))], SIZES)
    assert subtract(whole, Domain.of(eq(i, I + 1))) == (interval(i, 1, I),)
    assert subtract(whole, whole) == ()
    assert subtract(whole, interval(i, I + 2, I + 3)) == (whole,)
    assert disjoint(interval(i, 1, I), Domain.of(eq(i, I + 1)))
    assert not disjoint(interval(i, 1, I), Domain.of(eq(i, I)))
    pieces = subtract(interval(k, 1, J), Domain.of(eq(k, j)))
    assert len(pieces) == 2
    assert disjoint(*pieces)


@pytest.mark.parametrize(
    ("domain", "context", "said"),
    [
        (interval(i, 1, I), SIZES, interval(i, 1, I)),
        (Domain.of(ge(I, 1)), SIZES, TRUE),
        (interval(k, 1, J) & eq(k, j), interval(j, 1, J), Domain.of(eq(k, j))),
        (Domain.of(ge(i, j), ne(i, j)), TRUE, Domain.of(gt(i, j))),
        (Domain.of(ge(i, j), ge(j, i)), TRUE, Domain.of(eq(i, j))),
        (Domain.of(ge(i, j), ge(j, k), ge(k, i)), TRUE, Domain.of(eq(i, j), eq(j, k))),
        (Domain.of(congruent(i, 0, 2)), Domain.of(eq(i, 2 * k)), TRUE),
        (Domain.of(ge(i, 2)), Domain.of(ge(i, 1), ne(i, 1)), TRUE),
        (interval(i, 1, I) & le(I, 0), TRUE, FALSE),
        (Domain.of(ge(3 * i, 2 * j), ge(i, j)), Domain.of(ge(j, 0)), Domain.of(ge(i, j))),
    ],
)
def test_simplify(domain: Domain, context: Domain, said: Domain) -> None:
    found = simplify(domain, context)
    if said == Domain.of(eq(i, j), eq(j, k)):
        assert len(found.constraints) == 2, "two equalities, whichever they are"
        assert {c.rel for c in found.constraints} == {"=="}
    else:
        assert found == said


def test_solve_is_the_collapse_of_a_delta() -> None:
    assert solve(interval(k, 1, J) & eq(k, j), Sym("k")) == (j, interval(j, 1, J))
    assert solve(interval(k, 1, J), Sym("k")) is None
    assert solve(Domain.of(eq(2 * k, j)), Sym("k")) is None
    assert solve(Domain.of(eq(k, d(k))), Sym("k")) is None, "the value would contain the letter"
    assert solve(Domain.of(eq(k, d(j)), eq(k, j)), Sym("k")) == (j, Domain.of(eq(j, d(j)))), "plain values first"
    assert solve(Domain.of(eq(t - 1, k), ge(d(k), 3)), Sym("k")) == (t - 1, Domain.of(ge(d(t - 1), 3)))


@pytest.mark.parametrize(
    ("domain", "context", "projected"),
    [
        (interval(k, 1, J), TRUE, Domain.of(ge(J, 1))),
        (interval(k, 1, J) & eq(k, j + 1), TRUE, interval(j, 0, J - 1)),
        (Domain.of(eq(2 * k, n)), TRUE, Domain.of(congruent(n, 0, 2))),
        (interval(k, 1, J) & eq(2 * k, n), TRUE, Domain.of(congruent(n, 0, 2), ge(n, 2), le(n, 2 * J))),
        (Domain.of(congruent(k, 0, 2), ge(k, n)), TRUE, TRUE),
        (interval(k, n, n + 1) & congruent(k, 0, 2), TRUE, TRUE),
        (interval(k, n, n) & congruent(k, 0, 2), TRUE, Domain.of(congruent(n, 0, 2))),
        (Domain.of(ge(k, j), ne(k, i)), TRUE, TRUE),
        (interval(k, 1, J) & ne(k, j), interval(j, 1, J), Domain.of(ge(J, 2))),
        (Domain.of(ge(2 * k, n), le(3 * k, n + 6)), Domain.of(ge(n, 0), le(n, 10)), TRUE),
        (Domain.of(ge(2 * k, n), le(2 * k, n)), TRUE, Domain.of(congruent(n, 0, 2))),
        (Domain.of(ge(2 * k, n), le(3 * k, n)), TRUE, None),
        (Domain.of(ge(d(k), 1)), TRUE, None),
        (interval(i, 1, I), TRUE, interval(i, 1, I)),
    ],
)
def test_eliminate(domain: Domain, context: Domain, projected: Domain | None) -> None:
    found = eliminate(domain, Sym("k"), context)
    if projected is None:
        assert found is None
        return
    assert found is not None
    assert Sym("k") not in found.letters()
    assert simplify(found, context) == simplify(projected, context)


def test_what_the_context_says_of_the_letter_takes_part() -> None:
    assert eliminate(Domain.of(eq(k, j)), Sym("k"), interval(k, 1, J)) == interval(j, 1, J)


def test_the_letter_that_counts_steps_is_new() -> None:
    primed = affine("k'")
    found = eliminate(interval(k, n, n + 1) & congruent(k, 0, 2), Sym("k"), Domain.of(eq(primed, 5)))
    assert found is not None
    assert simplify(found) == TRUE


def test_shadow_and_widening_contain() -> None:
    dark = Domain.of(ge(2 * k, n), le(3 * k, n))
    assert shadow(dark, Sym("k")) == Domain.of(le(n, 0))
    assert shadow(Domain.of(ge(d(k), 1), ge(n, k), ge(k, 1)), Sym("k")) == Domain.of(ge(n, 1))
    grown = interval(t, 1, T)
    for _ in range(3):  # a state that reaches one step further each time
        grown, before = widen(grown, grown.substitute({Sym("t"): t + 1})), grown
    assert grown == before == Domain.of(le(t, T))


def test_bounds() -> None:
    window = interval(a, 1, A) & interval(m - a + 1, 1, M)
    found = bounds(window, Sym("a"), Domain.of(ge(A, 1), ge(M, 1)))
    assert set(found.lowers) == {affine(1), m - M + 1}
    assert set(found.uppers) == {A, m}
    assert found.rest == TRUE
    found = bounds(interval(k, 1, J) & ne(k, j) & ge(I, 2), Sym("k"))
    assert (found.lowers, found.uppers, found.rest) == ((affine(1),), (J,), Domain.of(ne(k, j), ge(I, 2)))
    found = bounds(interval(k, 1, J) & eq(k, j), Sym("k"), interval(j, 1, J))
    assert (found.lowers, found.uppers) == ((j,), (j,))
    found = bounds(Domain.of(ge(2 * k, n), le(k, d(ell))), Sym("k"))
    assert (found.lowers, found.uppers, found.rest) == ((), (d(ell),), Domain.of(ge(2 * k, n)))


@pytest.mark.parametrize(
    ("domain", "context", "number"),
    [
        (interval(k, 1, J), SIZES, J),
        (interval(k, 1, J), TRUE, None),
        (interval(k, 1, J), Domain.of(ge(J, 0)), J),
        (interval(k, 1, J) & ne(k, j), interval(j, 1, J), J - 1),
        (interval(k, 1, J) & ne(k, j), SIZES, None),
        (interval(k, 1, J) & ne(k, i) & ne(k, j), interval(j, 1, J) & interval(i, 1, J) & ne(i, j), J - 2),
        (interval(k, 1, J) & ne(k, i) & ne(k, j), interval(j, 1, J) & interval(i, 1, J), None),
        (Domain.of(eq(k, j)), TRUE, affine(1)),
        (Domain.of(ge(k, 1)), TRUE, None),
        (interval(k, 1, I) & le(k, J), SIZES, None),
        (interval(k, 1, I) & le(k, J), SIZES & ge(J, I), I),
        (interval(k, 1, J) & congruent(k, 0, 2), SIZES, None),
        (interval(k, 1, d(ell)), Context(TRUE, frozenset({"d"})), d(ell)),
    ],
)
def test_count(domain: Domain, context: Domain, number: Affine | None) -> None:
    assert count(domain, Sym("k"), context) == number


def test_cells() -> None:
    found = cells([interval(k, 1, J), Domain.of(eq(k, j)), interval(k, 1, J) & ne(k, j)], interval(j, 1, J))
    by_members = {inside: [c for c, x in found if x == inside] for _, inside in found}
    assert set(by_members) == {frozenset({0, 1}), frozenset({0, 2})}
    assert all(disjoint(c, e, interval(j, 1, J)) for n, (c, _) in enumerate(found) for e, _ in found[:n])
    assert cells([], SIZES) == ()
    assert cells([FALSE, TRUE]) == ((TRUE, frozenset({1})),)


def test_points_values_and_holds() -> None:
    domain = interval(i, 1, d(ell)) & interval(ell, 1, 2) & ne(i, 2)
    table = {"d": lambda x: 2 + x}
    assert list(points(domain, [Sym("l"), Sym("i")], {}, table)) == [(1, 1), (1, 3), (2, 1), (2, 3), (2, 4)]
    assert value(d(i + 1) - 1, {Sym("i"): 2}, table) == 4
    assert holds(domain, {Sym("i"): 3, Sym("l"): 1}, table)
    assert not holds(domain, {Sym("i"): 4, Sym("l"): 1}, table)
    assert holds(Domain.of(congruent(i, 1, 3)), {Sym("i"): -2})
    assert list(points(interval(i, 1, 2) & eq(i + j, 3), [Sym("i"), Sym("j")], {})) == [(1, 2), (2, 1)]
    with pytest.raises(DomainTooHard, match="no finite range"):
        list(points(Domain.of(ge(i, 1)), [Sym("i")], {}))
    with pytest.raises(DomainTooHard, match="too many points"):
        list(points(interval(i, 1, 50) & interval(j, 1, 50), [Sym("i"), Sym("j")], {}, limit=100))


def test_too_hard_is_an_error_and_not_an_answer() -> None:
    pigeons = [affine(f"k{x}") for x in range(9)]
    holes = Domain(tuple(c for p in pigeons for c in interval(p, 1, 8).constraints))
    apart = Domain(tuple(ne(p, q) for x, p in enumerate(pigeons) for q in pigeons[:x]))
    with pytest.raises(DomainTooHard, match="too hard") as caught:
        is_empty(holes & apart)
    assert isinstance(caught.value, SymderivError)
    with pytest.raises(DomainTooHard, match="too many pieces"):
        congruent(i, 0, 1000).negate()
    assert not implies(TRUE, congruent(i, 0, 1000)), "no pieces are needed to say no"
    assert implies(Domain.of(congruent(i, 0, 1000)), congruent(i, 0, 500))


def test_equalities_that_make_several_unknowns_one() -> None:
    from symderiv.domain.omega import Budget, feasible

    ring = [((1, -1, 0), 1), ((0, 1, -1), 1)]  # x = y - 1, y = z - 1
    assert feasible([*ring, ((1, 0, -1), 2)], [], [], Budget(1000))
    assert not feasible([*ring, ((1, 0, -1), 1)], [], [], Budget(1000))
    assert not feasible([*ring, ((0, 0, 1), -4)], [((1, 0, 0), -3)], [], Budget(1000))  # z = 4, so x = 2 is not >= 3
    assert feasible([*ring, ((0, 0, 1), -5)], [((1, 0, 0), -3)], [], Budget(1000))
    assert not feasible([*ring, ((0, 0, 1), -5)], [], [((1, 1, 0), -7)], Budget(1000))  # x = 3 and y = 4
