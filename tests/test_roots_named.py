"""Names for roots that stand squared in other definitions, and what pages with such distances say of their data."""

from __future__ import annotations

import pytest

from tests.judging import verdict

MAP = r"""$$
q_{ij} = \frac{(1 + \|y_i - y_j\|^2)^{-1}}{\sum_{k \ne l} (1 + \|y_k - y_l\|^2)^{-1}}, \qquad
C = \sum_{k \ne l} p_{kl} \log \frac{p_{kl}}{q_{kl}}
$$"""
DISTANCES = (
    r"Let $y_i \in \mathbb{R}^m$. We define $$d_{ij} = \|y_i - y_j\|, \qquad Z = \sum_{k \ne l} (1 + d_{kl}^2)^{-1}.$$"
)
SPREAD = r"$$b_i = e^{-\|u_i - v\|^2}, \qquad L = \sum_{i=1}^{n} f(b_i)$$"
SPREADS = r"Let $u_i, v \in \mathbb{R}^m$. We define $$r_i = \|u_i - v\|.$$"
BY_R = r"\frac{\partial L}{\partial r_i} = "

LINES = [
    (r"$$\frac{\partial d_{ij}}{\partial y_i} = \frac{y_i - y_j}{d_{ij}} \qquad (j \ne i)$$", "right"),
    (
        r"$$\frac{\partial C}{\partial d_{ij}} = -\sum_{k \ne l} p_{kl} \left(\frac{1}{q_{kl} Z}"
        r"\frac{\partial (1 + d_{kl}^2)^{-1}}{\partial d_{ij}} "
        r"- \frac{1}{Z} \frac{\partial Z}{\partial d_{ij}}\right)$$",
        "right",
    ),
    (r"$$\frac{\partial C}{\partial d_{ij}} = 0$$", "wrong"),
    (r"$$\frac{\partial \log q_{kl}}{\partial d_{ij}} = 0 \qquad \text{for } (k, l) \ne (i, j)$$", "wrong"),
]


@pytest.mark.parametrize(("line", "judged"), LINES)
def test_distances_of_a_map(line: str, judged: str) -> None:
    by_d = r"$$\frac{\partial C}{\partial d_{ij}} = \frac{\partial C}{\partial d_{ij}}$$"
    assert verdict(MAP, DISTANCES, by_d, line) == judged


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (rf"$${BY_R} -2 r_i e^{{-r_i^2}} f'(b_i)$$", "right"),
        (rf"$${BY_R} -r_i e^{{-r_i^2}} f'(b_i)$$", "wrong"),
        (rf"$${BY_R} 2 r_i e^{{-r_i^2}} f'(b_i)$$", "wrong"),
    ],
)
def test_roots(line: str, judged: str) -> None:
    assert verdict(SPREADS, SPREAD, line) == judged


def test_a_name_beside_the_way() -> None:
    page = r"$$a = \sum_{i=1}^{n} w_i x_i, \qquad E = \frac12 (a - t)^2$$ Let $m = \sum_{i=1}^{n} x_i$ and $s = m^2$."
    assert verdict(page, r"$$\frac{\partial E}{\partial m} = 0$$") == "unproved"
    assert verdict(page, r"$$\frac{\partial s}{\partial m} = 2 m$$") == "right"
    assert verdict(page, r"$$\frac{\partial s}{\partial m} = m$$") == "wrong"


GRADIENT = (
    r"$$\frac{\partial C}{\partial y_i} = FACTOR \sum_{j \ne i} (p_{ij} - q_{ij}) (1 + \|y_i - y_j\|^2)^{-1} "
    r"(y_i - y_j)$$"
)


@pytest.mark.parametrize(
    "told",
    [
        r"They do not depend on the map, $p_{ij} = p_{ji}$ and $\sum_{k \ne l} p_{kl} = 1$.",
        r"The $p_{ij}$ are not learned, $p_{ij} = p_{ji}$ and $\sum_{k \ne l} p_{kl} = 1$.",
    ],
)
def test_data_that_do_not_move(told: str) -> None:
    assert verdict(told, MAP, GRADIENT.replace("FACTOR", "4")) != "wrong"
    assert verdict(told, MAP, GRADIENT.replace("FACTOR", "-4")) == "wrong"


def test_sums_that_are_denied() -> None:
    told = r"The $t_k$ do not satisfy $\sum_{k=1}^{K} t_k = 1$."
    page = r"$$p_k = \frac{e^{z_k}}{\sum_{l=1}^{K} e^{z_l}}, \qquad L = -\sum_{k=1}^{K} t_k \log p_k$$"
    assert verdict(told, page, r"$$\frac{\partial L}{\partial z_k} = p_k - t_k$$") != "right"


@pytest.mark.parametrize(("factor", "judged"), [("", "right"), ("2", "wrong"), ("-", "wrong")])
def test_a_name_for_the_whole_root(factor: str, judged: str) -> None:
    page = r"$$x_i = \frac{u_i}{\sqrt{v^2 + c}}, \qquad L = \sum_{i=1}^{n} f(x_i)$$ We write $s = \sqrt{v^2 + c}$."
    line = rf"$$\frac{{\partial L}}{{\partial s}} = {factor} -\frac{{1}}{{s^2}} \sum_{{i=1}}^{{n}} f'(x_i) u_i$$"
    assert verdict(page, line.replace("= - -", "=").replace("= 2 -", "= -2")) == judged
