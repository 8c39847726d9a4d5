r"""Full stops between two relations, on pages that multiply with stops: `u = v . x` beside `y = g(u) . u > 0`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ u_i = v_i . x_i $$

$$ q_i = u_i^3 $$

$$ E = \sum_{i=1}^n q_i $$

"""


def verdict(line: str, page: str = PAGE) -> str:
    return str(check(f"{page}$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial v_i} = 3 u_i^2 . x_i", "right"),
        (r"\frac{\partial E}{\partial v_i} = 3 u_i^2 . v_i", "wrong"),
        (r"\frac{\partial E}{\partial v_i} = 3 u_i^2 . x_i , i = 1, \dots, n", "right"),
        (r"\frac{\partial E}{\partial v_i} = 3 u_i^2 . v_i , i = 1, \dots, n", "wrong"),
    ],
)
def test_stops_that_multiply(line: str, wanted: str) -> None:
    assert verdict(line) == wanted


@pytest.mark.parametrize(
    "line", [r"= \frac{dE}{du_i} . \frac{du_i}{dv_i}", r"= \frac{dE}{dq_i} . \frac{dq_i}{du_i} . \frac{du_i}{dv_i}"]
)
def test_the_chain_rule(line: str) -> None:
    assert verdict(rf"\frac{{dE}}{{dv_i}} {line} = 3 u_i^2 x_i") == "right"
    assert verdict(rf"\frac{{dE}}{{dv_i}} {line} = 3 u_i^2 v_i") == "wrong"


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial v_i} = 3 u_i^2 x_i . x_i > 0",
        r"\frac{\partial E}{\partial v_i} = 3 u_i^2 x_i . u_i = 2",
        r"\frac{\partial E}{\partial v_i} = 3 u_i^2 x_i . x_i \in \{0, 2\}",
        r"\frac{\partial E}{\partial q_i} = 1 . \frac{\partial q_i}{\partial u_i} = 3 u_i^2",
        r"\frac{\partial E}{\partial u_i} = 3 u_i^2 . \frac{\partial u_i}{\partial v_i} = x_i",
        r"\frac{\partial E}{\partial v_i} &= 3 u_i^2 x_i . x_i &= 1",
    ],
)
def test_stops_that_may_end_a_sentence(line: str) -> None:
    assert verdict(line) not in ("right", "wrong")


def test_a_definition_that_may_end() -> None:
    page = PAGE + r"$$ h = 5 E . r = E^2 $$" + "\n\n"
    assert verdict(r"\frac{\partial h}{\partial r} = 5 E", page) != "right"
    assert verdict(r"\frac{\partial r}{\partial E} = 2 E", page) != "wrong"


def test_a_sum_that_goes_on() -> None:
    page = PAGE + r"$$ p_j = \frac{q_j}{\sum_{k=1}^n q_k} $$" + "\n\n" + r"$$ F = \sum_{k=1}^n b_k . p_k $$" + "\n\n"
    line = r"\frac{\partial F}{\partial q_j} = \sum_{k=1}^n b_k . \frac{\partial p_k}{\partial q_j} = "
    value = r"\frac{1}{\sum_{k=1}^n q_k} (b_j - \sum_{k=1}^n b_k . p_k)"
    assert verdict(line + value, page) == "right"
    assert verdict(line + value.replace("-", "+"), page) == "wrong"
    own = r"p_k \sum_{k=1}^n b_k"
    assert verdict(line + own, page) == "unreadable"  # the k of the second part may be one of its own


def test_a_number_of_an_equation_is_no_factor() -> None:
    page = r"$$ E = \frac12 (r - s)^2 . (7) $$" + "\n\n"
    assert verdict(r"\frac{\partial E}{\partial r} = (r - s) . s > 0", page) not in ("right", "wrong")


ATTENDED = r"""$$ S_{ij} = \sum_{x=1}^{D} q_{ix} k_{jx} $$ ( $i, j = 1, \dots, N$ )

$$ L_i = \sum_{j=1}^{N} e^{S_{ij}} $$ ( $i = 1, \dots, N$ )

$$ p_{ij} = \frac{e^{S_{ij}}}{L_i} $$ ( $i, j = 1, \dots, N$ )

$$ f = \sum_{i=1}^{N} \sum_{j=1}^{N} c_{ij} p_{ij} $$

"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial f}{\partial S_{ij}} = p_{ij} .(c_{ij} - \sum_{x} p_{ix} .c_{ix})", "right"),
        (r"\frac{\partial f}{\partial S_{ij}} = p_{ij}. (c_{ij} - \sum_{x} p_{ix}.c_{ix})", "right"),
        (r"\frac{\partial f}{\partial S_{ij}} = p_{ij} .(c_{ij} - \sum_{x} p_{xi} .c_{ix})", "wrong"),
        (r"\frac{\partial f}{\partial q_{ij}} = \sum_{w} p_{iw} .(c_{iw} - \sum_{x} p_{ix} .c_{ix}) .k_{wj}", "right"),
        (r"\frac{\partial f}{\partial q_{ij}} = \sum_{w} p_{iw} .(c_{iw} - \sum_{x} p_{ix} .c_{ix}) .k_{jw}", "wrong"),
        (r"\frac{\partial f}{\partial k_{ij}} = \sum_{a} p_{ai} .(c_{ai} - {\sum_{x} p_{ax}}.c_{ax}) .q_{aj}", "right"),
        (r"\frac{\partial f}{\partial k_{ij}} = \sum_{a} p_{ai} .(c_{ai} - {\sum_{x} p_{ax}}.c_{ai}) .q_{aj}", "wrong"),
    ],
)
def test_stops_before_and_behind_one_space(line: str, wanted: str) -> None:
    assert verdict(line, ATTENDED) == wanted
