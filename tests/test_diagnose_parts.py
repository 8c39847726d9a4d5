"""The parts of a diagnosis: places of a formula, letters renamed one by one, paths of a derivative."""

from __future__ import annotations

from itertools import combinations

import pytest

from symderiv.affine import Sym, affine
from symderiv.check.page import check
from symderiv.check.reasons.locate import innermost, located
from symderiv.check.reasons.paths import paths
from symderiv.check.reasons.slips import at, occurrences, put, renamed_at, sites
from symderiv.domain.constraint import Domain, eq, ge, le
from symderiv.evaluate import check_claim
from symderiv.expr import Apply, Bracket, Div, Expr, Partial, Pow, Sum, Variable, add, mul, num, substitute, total
from symderiv.network import complete
from symderiv.read import read_draft
from symderiv.read_part import read_expression
from symderiv.step import Judgement
from tests.slip_table import NETWORKS

x, w, E = Variable("x_{#}"), Variable("w_{#,#}"), Variable("E")
TREES: tuple[Expr, ...] = (
    add(mul(num(2), x("i"), x("j")), Div(x("i"), Pow(x("i"), num(2)))),
    total("k", 1, "K", mul(w("i", "k"), Apply("f", (x("k"),), (1,)), Bracket((eq("i", "k"),)))),
    Partial(add(w("i", "i"), total("i", 1, "I", x("i"))), w("i", "j")),
)


@pytest.mark.parametrize("e", TREES)
def test_what_is_put_is_there(e: Expr) -> None:
    for site in sites(e):
        assert at(e, site.path) == site.node
        assert put(e, site.path, site.node) == e
        if not site.is_named:
            assert x(7) in [y.node for y in sites(put(e, site.path, x(7)))]


@pytest.mark.parametrize("e", TREES)
def test_all_occurrences_renamed_is_a_substitution(e: Expr) -> None:
    i, m = Sym("i"), affine("m")
    count = occurrences(e, i)
    assert count > 0
    assert renamed_at(e, i, m, frozenset(range(count))) == substitute(e, {i: m})
    assert renamed_at(e, i, m, frozenset()) == e
    some = {renamed_at(e, i, m, frozenset(c)) for n in range(count + 1) for c in combinations(range(count), n)}
    assert len(some) == 2**count


def test_a_bound_letter_is_no_occurrence() -> None:
    e = total("i", 1, "i", x("i"))
    assert isinstance(e, Sum)
    assert occurrences(e, Sym("i")) == 1  # the upper bound lies outside the scope


def test_the_second_of_two_equal_parts_is_found() -> None:
    e = add(mul(num(2), x("i")), mul(num(3), x("i")))
    text = "2 x_i + 3 x_i"
    places = ((x("i"), (2, 5)), (mul(num(2), x("i")), (0, 5)), (x("i"), (10, 13)), (mul(num(3), x("i")), (8, 13)))
    assert text[slice(*located(e, (1, 1), places, (0, 13)))] == "x_i"
    assert located(e, (1, 1), places, (0, 13)) == (10, 13)
    assert located(e, (1,), places, (0, 13)) == (8, 13)
    assert located(e, (0, 1), (), (0, 13)) == (0, 13)
    assert innermost([(0, 5), (2, 5), (2, 5)]) == [(2, 5)]


@pytest.mark.parametrize(
    ("network", "goal", "ranges", "routes"),
    [
        ("tied", r"\frac{\partial F}{\partial W_{k,j}}", (("k", "K"), ("j", "D")), {"h", "r"}),
        ("lecture", r"\frac{\partial E}{\partial w_{j,i}}", (("j", "J"), ("i", "I")), {"net^{(2)}", "net^{(3)}"}),
        ("tied", r"\frac{\partial r_i}{\partial W_{k,j}}", (("k", "K"), ("j", "D"), ("i", "D")), {"h"}),
    ],
)
def test_paths_add_up(network: str, goal: str, ranges: tuple[tuple[str, str], ...], routes: set[str]) -> None:
    system = complete(read_draft(NETWORKS[network]))
    wanted = read_expression(goal, system)
    assert isinstance(wanted, Partial)
    domain = Domain.of(*(c for s, size in ranges for c in (ge(s, 1), le(s, size))))
    found = [p for p in paths(system, wanted, domain) if p.depth == 0]
    assert {p.route.variable.name for p in found if p.route is not None} == routes
    (verdict,) = check_claim(system, (wanted, add(*(p.term for p in found))), domain)
    assert verdict.judgement is Judgement.RIGHT
    (fewer,) = check_claim(system, (wanted, add(*(p.term for p in found[1:]))), domain)
    assert fewer.judgement is Judgement.WRONG


def test_a_repair_is_compared_at_the_values_at_which_a_logarithm_has_one() -> None:
    """Where `\\log p_i` has no value others are drawn, and what was written is looked at with these."""
    page = r"$$p_i = \sum_j a_{ij} z_j$$ $$L = -\sum_i y_i \log p_i$$"
    report = check(
        page + r"$$\frac{\partial L}{\partial z_j} = \sum_i \frac{y_i}{p_i} \frac{\partial p_i}{\partial z_j}$$"
    )
    reason = report.claims[0].links[0].reason
    assert reason is not None
    assert reason.kind == "sign"
    right = r"\frac{\partial L}{\partial z_j} = -\sum_i \frac{y_i}{p_i} \frac{\partial p_i}{\partial z_j}"
    assert reason.right == right
