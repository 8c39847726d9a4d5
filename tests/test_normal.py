"""The parts of the normal form: weights, terms, canonical names, counting, terms as expressions, differences."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from networks import NETWORKS, E, J, net3, o3, var, w, w2
from plain_moves import MOVES, everywhere, expression
from plain_oracle import PRIME, Undefined, evaluate

from symderiv.affine import Affine, Sym, affine
from symderiv.domain import TRUE, Domain, eq, ge, interval, le, ne
from symderiv.domain.constraint import Context
from symderiv.expr import Apply, Bracket, Expr, Partial, Sum, Var, Variable, add, free, mul, num, total
from symderiv.normal import Unprovable, Writer, difference, prove_equal, prover
from symderiv.normal.count import counted
from symderiv.normal.factors import UNIT, Call, Entry, Term
from symderiv.normal.known import Known, knowing, solved
from symderiv.normal.limits import Facts
from symderiv.normal.poly import ONE, ZERO, Poly, form, number
from symderiv.normal.powers import power
from symderiv.normal.terms import canonical, collect, fresh, normal, restrict, substitute_normal, times
from symderiv.system import Span, System

x, y, a = Variable("x_{#}"), Variable("y_{#}"), Variable("a_{#,#}")
N, M = affine("N"), affine("M")
SIZES = Domain.of(ge("N", 1), ge("M", 1), ge("I", 1), ge("J", 1))
SYSTEM = System((), sizes=frozenset(map(Sym, "NMIJ")), context=SIZES)
KNOWN: Known = knowing(Context(SIZES))


# --- weights ----------------------------------------------------------------------------------------------------------


def at(p: Poly, letters: dict[str, int]) -> Fraction:
    """The value of a weight with whole exponents."""
    result = Fraction(0)
    for m, c in p.terms:
        for f, e in m:
            value = f.const + sum(k * letters[s.name] for s, k in f.terms)
            c *= Fraction(value) ** e
        result += c
    return result


def random_weight(r: Random) -> Poly:
    forms = [N, M, N + 1, 2 * M - N + 3, affine(3)]
    p = number(Fraction(r.randint(-3, 3), r.randint(1, 3)))
    for _ in range(r.randint(0, 4)):
        q = form(r.choice(forms))
        inverse = q.power(-1) if r.random() < 0.4 else q
        assert inverse is not None
        p = p * inverse if r.random() < 0.5 else p + inverse
    return p


@pytest.mark.parametrize("seed", range(40))
def test_weights_are_a_ring(seed: int) -> None:
    r = Random(seed)
    p, q, s = (random_weight(r) for _ in range(3))
    letters = {"N": r.randint(5, 9), "M": r.randint(11, 17)}
    assert at(p + q, letters) == at(p, letters) + at(q, letters)
    assert at(p * q, letters) == at(p, letters) * at(q, letters)
    assert p + q == q + p
    assert (p - p) == ZERO
    assert not ((p + q) * s - p * s - q * s).cleared().terms
    shifted = {Sym("N"): affine("M") + 2}
    assert at(p.substitute(shifted), letters) == at(p, {**letters, "N": letters["M"] + 2})


@pytest.mark.parametrize("seed", range(20))
def test_clearing_denominators_keeps_zero_and_nothing_else(seed: int) -> None:
    r = Random(seed)
    p = random_weight(r)
    letters = {"N": 7, "M": 13}
    assert bool(p.cleared().terms) == bool(at(p, letters) or at(p, {"N": 8, "M": 19}))


def test_roots_of_weights() -> None:
    facts = Facts(sizes=frozenset({Sym("N")}))
    root = form(N).power(Fraction(1, 2), facts)
    assert root is not None
    assert root * root == form(N)
    assert number(8).power(Fraction(1, 2)) == number(2) * _root(2)
    assert _root(2) * _root(2) == number(2)
    assert number(-1).power(Fraction(1, 2)) is None
    square = form(N) * form(N)
    assert square.power(Fraction(1, 2), facts) == form(N)
    assert square.power(Fraction(1, 2)) is None, "an index may be negative"
    with pytest.raises(Unprovable):
        ZERO.power(-1)


def _root(n: int) -> Poly:
    found = number(n).power(Fraction(1, 2))
    assert found is not None
    return found


# --- terms ------------------------------------------------------------------------------------------------------------


def entry(v: Variable, *indices: str | Affine) -> Entry:
    return Entry(v, tuple(affine(i) for i in indices))


def summed(letter: Sym, *factors: Entry, low: int = 1, high: Affine = N) -> Term:
    return Term(ONE, tuple((f, 1) for f in factors), (letter,), interval(letter, low, high))


def test_an_equality_fixes_a_bound_letter() -> None:
    k = fresh()
    t = restrict(summed(k, entry(x, affine(k) + 1)), [eq(k, "j")])
    assert t is not None
    assert t.bound == ()
    assert t.powers == ((entry(x, affine("j") + 1), 1),)
    assert t.domain == interval("j", 1, "N")


def test_an_equality_of_free_letters_stays_and_is_used() -> None:
    t = restrict(Term(ONE, ((entry(x, "k"), 1),)), [eq("k", "j")])
    assert t is not None
    assert t.powers == ((entry(x, "j"), 1),)
    assert t.domain == Domain.of(eq("k", "j"))


def test_what_is_visibly_empty_is_gone() -> None:
    k = fresh()
    assert restrict(summed(k, entry(x, affine(k))), [eq(k, N + 1)]) is None


def test_products_keep_their_letters_apart() -> None:
    k = fresh()
    t = times(summed(k, entry(x, affine(k))), summed(k, entry(x, affine(k))))
    assert t is not None
    assert len(set(t.bound)) == 2


def test_coordinates_do_not_depend_on_the_letters() -> None:
    k, m = fresh(), fresh()
    one = summed(k, entry(x, affine(k)), entry(y, affine(k) + 1))
    two = summed(m, entry(x, affine(m) - 1), entry(y, affine(m)), low=2, high=N + 1)
    back = summed(m, entry(x, N + 1 - affine(m)), entry(y, N + 2 - affine(m)))
    assert canonical(one) == canonical(two) == canonical(back)
    assert canonical(one) != canonical(summed(k, entry(x, affine(k)), entry(y, affine(k))))


def test_equal_terms_add_up() -> None:
    k, m = fresh(), fresh()
    found = collect([summed(k, entry(x, affine(k))), summed(m, entry(x, affine(m)))])
    assert [t.weight for t in found] == [number(2)]
    minus = Term(number(-1), *(lambda t: (t.powers, t.bound, t.domain))(summed(m, entry(x, affine(m)))))
    assert collect([summed(k, entry(x, affine(k))), minus]) == []


def test_a_letter_from_outside_is_not_captured() -> None:
    """The bound letter of a sum inside a function never has the name of a letter that comes in from outside."""
    k, outer = fresh(), Sym("#1.0")
    inner = normal([summed(k, entry(a, affine(k), "j"))])
    moved = substitute_normal(inner, {Sym("j"): affine(outer)})
    (t,) = moved.terms
    assert outer in moved.free
    assert outer not in t.bound
    direct = normal([summed(k, entry(a, affine(k), affine(outer)))])
    assert direct.free == moved.free


def test_conditions_leave_a_function() -> None:
    flattener = prover(SYSTEM).flattener
    e = Apply("f", (add(x("k"), mul(Bracket((eq("k", "j"),)), y("k"))),))
    found = flattener.flatten(e)
    assert len(found) == 3, "k = j, k < j, k > j"
    for t in found:
        ((f, _),) = t.powers
        assert isinstance(f, Call)
        assert not any(s.domain.constraints for s in f.args[0].terms)


def test_powers_of_sums() -> None:
    p, q = Term(ONE, ((entry(x, "i"), 1),)), Term(ONE, ((entry(y, "i"), 1),))
    assert len(collect(power([p, q], 2))) == 3
    assert power([p, q], 0) == [UNIT]
    (t,) = power([p, q], -1)
    assert t.powers[0][1] == -1
    with pytest.raises(Unprovable):
        power([], -1)
    with pytest.raises(Unprovable):
        power([p, q], 50)


# --- counting ---------------------------------------------------------------------------------------------------------

RANGES = {
    "plain": interval("b", 1, N),
    "from j": interval("b", "j", N),
    "between": interval("b", "j", "k"),
    "two ends": interval("b", 1, N) & le("b", "j"),
    "two starts": interval("b", "j", N) & ge("b", "k"),
    "a hole": interval("b", 1, N) & ne("b", "j"),
    "two holes": interval("b", 1, N) & ne("b", "j") & ne("b", "k"),
    "shifted hole": interval("b", "k", N) & ne("b", affine("j") + 2),
}


@pytest.mark.parametrize("degree", range(4))
@pytest.mark.parametrize("name", RANGES)
def test_counting_is_exact(name: str, degree: int) -> None:
    """Against adding up, at every j, k, N of a small box, also where the range is empty."""
    weight = ONE
    for _ in range(degree):
        weight = weight * form(affine("b"))
    b = Sym("b")
    found = counted(Term(weight, (), (b,), RANGES[name]), (b,), KNOWN)
    assert all(not t.bound for t in found)
    for j, k, n in product(range(-2, 6), range(-2, 6), range(1, 5)):
        letters = {"j": j, "k": k, "N": n}
        brute = sum(Fraction(v) ** degree for v in range(-5, 12) if _true(RANGES[name], {**letters, "b": v}))
        assert sum(at(t.weight, letters) for t in found if _true(t.domain, letters)) == brute


def _true(d: Domain, letters: dict[str, int]) -> bool:
    for c in d.constraints:
        value = c.form.const + sum(k * letters[s.name] for s, k in c.form.terms if isinstance(s, Sym))
        if not {"==": value == 0, ">=": value >= 0, "!=": value != 0}[c.rel]:
            return False
    return True


def test_what_is_used_is_not_counted() -> None:
    k = fresh()
    t = summed(k, entry(x, affine(k)))
    assert counted(t, (k,), KNOWN) == [t]


# --- what is known ----------------------------------------------------------------------------------------------------


def test_one_constraint_decides() -> None:
    known = knowing(Context(interval("i", 1, N), frozenset({"d"})))
    assert known.decide(ge("i", 0)) is True
    assert known.decide(ge("i", 2)) is None
    assert known.decide(eq("i", N + 1)) is False
    assert known.decide(ne("i", 0)) is True
    assert known.decide(le("i", "M")) is None


def test_letters_that_a_condition_fixes() -> None:
    values, rest = solved(Domain.of(eq("k", "j"), eq("j", affine("i") + 1), ge("k", 2)))
    assert {s.name: v for s, v in values.items()}["k"] == values[Sym("j")]
    assert all(c.rel != "==" for c in rest.constraints)


# --- expressions again ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_terms_written_as_expressions_have_the_same_value(seed: int) -> None:
    r = Random(seed)
    e = expression(r, 3, ["i", "j"])
    e = everywhere(e, r, r.choice(MOVES))
    system = System((), sizes=frozenset(map(Sym, "IJ")), context=Domain.of(ge("I", 1), ge("J", 1)))
    terms = prover(system).flattener.flatten(e)
    written = Writer(Context(system.context)).terms(terms)
    assert not {s.name[0] for s in free(written)} & set("~#$@")
    for i_size, j_size, i, j in ((2, 3, 1, 2), (1, 1, 1, 1), (3, 2, 3, 1)):
        letters = {"I": i_size, "J": j_size, "i": i, "j": j}
        try:
            assert evaluate(e, letters) % PRIME == evaluate(written, letters) % PRIME
        except Undefined:
            continue


def test_letters_are_those_of_the_network() -> None:
    spans = (Span(Sym("p"), affine(1), affine("N")),)
    (t,) = prover(SYSTEM).flattener.flatten(total("k", 1, "N", x("k")))
    assert Writer(Context(SIZES), spans).term(t) == total("p", 1, "N", x("p"))


def test_which_terms_agree() -> None:
    left = add(x("i"), total("k", 1, "N", mul(a("i", "k"), y("k"))), y("i"))
    right = add(mul(num(2), x("i")), total("m", 1, "N", mul(a("i", "m"), y("m"))))
    found = difference(SYSTEM, left, right, interval("i", 1, "N"))
    (shared,) = found.common
    assert prove_equal(SYSTEM, shared, total("q", 1, "N", mul(a("i", "q"), y("q")))).proved
    assert set(found.missing) == {x("i"), y("i")}
    assert found.extra == (mul(num(2), x("i")),)


def test_a_forgotten_path_is_named() -> None:
    """The lecture's final line without its second term: one term agrees, the other is missing."""
    system = NETWORKS["tied_autoencoder"]()
    net2, o1, o2 = var("net^{(2)}_{#}"), var("o^{(1)}_{#}"), var("o^{(2)}_{#}")

    def slope(e: Expr) -> Expr:
        return Apply("f", (e,), (1,))

    inner = mul(slope(net2("i")), o1("j"))
    paths = total("k", 1, J, mul(Partial(E(), o3("k")), slope(net3("k")), w2("k", "i"), inner))
    direct = mul(Partial(E(), o3("j")), slope(net3("j")), o2("i"))
    where = interval("i", 1, "I") & interval("j", 1, "J")
    found = difference(system, Partial(E(), w("j", "i")), paths, where)
    assert len(found.common) == len(found.missing) == 1
    assert found.extra == ()
    assert isinstance(found.common[0], Sum)
    assert prove_equal(system, found.missing[0], direct, where).proved


def test_total_and_direct_effects_differ() -> None:
    net = NETWORKS["weight_decay"]()
    assert net.objective is not None
    goal = Var(net.objective)
    w_ = next(p for p in net.pieces if p.variable.key == "w_{#,#}" and p.body is None)
    whole, direct = Partial(goal, w_.lhs), Partial(goal, w_.lhs, True)
    assert prove_equal(net, direct, direct, w_.domain).proved
    assert not prove_equal(net, whole, direct, w_.domain).proved


def test_conditions_of_true_are_nothing() -> None:
    assert Writer(Context(TRUE)).terms([]) == num(0)
