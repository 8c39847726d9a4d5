r"""Ends of sums that nothing else on the page names. Labels by hand, with each meaning that such a size may have."""

from __future__ import annotations

import pytest

from .judging import check

NET = r"""$$u_i = \sum_{p=1}^{F} w_p x_{i+p-1} \quad (1 \le i \le N - F + 1)$$
$$E = \frac12 \sum_{i=1}^{N-F+1} (u_i - t_i)^2$$
"""


def verdict(line: str, net: str = NET) -> str:
    return str(check(f"{net}\n$${line}$$").claims[-1].links[0].judgement)


@pytest.mark.parametrize("end", ["H_F", r"H_{\text{out}}", "M", "N_o"])
def test_a_line_that_is_right_with_a_size_of_the_page_is_open(end: str) -> None:
    line = rf"\frac{{\partial E}}{{\partial w_p}} = \sum_{{i=1}}^{{{end}}} (u_i - t_i) x_{{i+p-1}}"
    assert verdict(line) == "unproved"


@pytest.mark.parametrize("end", ["H_F", "M"])
def test_a_line_that_is_wrong_with_all_of_them_is_wrong(end: str) -> None:
    by = r"\frac{\partial E}{\partial w_p}"
    assert verdict(rf"{by} = \sum_{{i=1}}^{{{end}}} (u_i + t_i) x_{{i+p-1}}") == "wrong"
    assert verdict(rf"{by} = 2 \sum_{{i=1}}^{{{end}}} (u_i - t_i) x_{{i+p-1}}") == "wrong"


@pytest.mark.parametrize("end", ["N", "F", "N-F"])
def test_sizes_of_the_page_are_what_they_are(end: str) -> None:
    line = rf"\frac{{\partial E}}{{\partial w_p}} = \sum_{{i=1}}^{{{end}}} (u_i - t_i) x_{{i+p-1}}"
    assert verdict(line) == "wrong"


def test_two_of_them() -> None:
    net = r"""$$u_{ij} = \sum_{p=1}^{F} \sum_{q=1}^{G} w_{pq} x_{i+p-1,j+q-1}$$
$$E = \frac12 \sum_{i=1}^{H} \sum_{j=1}^{W} (u_{ij} - t_{ij})^2$$
"""
    by = r"\frac{\partial E}{\partial w_{pq}} = \sum_{i=1}^{H_F} \sum_{j=1}^{W_F}"
    assert verdict(by + r" (u_{ij} - t_{ij}) x_{i+p-1,j+q-1}", net) == "unproved"
    assert verdict(by + r" (u_{ij} - t_{ij}) x_{i+p,j+q-1}", net) == "wrong"


def test_sizes_of_layers_are_known_by_their_name() -> None:
    net = r"""$$z^l_j = \sum_{k=1}^{N_{l-1}} w^l_{jk} a^{l-1}_k$$
$$a^l_j = \sigma(z^l_j) \quad (1 \le j \le N_l, 1 \le l \le L)$$
$$C = \frac12 \sum_{j=1}^{N_L} (a^L_j - y_j)^2$$
$$\delta^l_j = \frac{\partial C}{\partial z^l_j}$$
"""
    line = r"\delta^l_j = \sum_{k=1}^{N_{l-1}} w^{l+1}_{kj} \delta^{l+1}_k \sigma'(z^l_j) \quad (l < L)"
    assert verdict(line, net) == "wrong"


def test_a_size_of_another_layer_is_known() -> None:
    net = r"""$$u^{(k)}_q = \sum_{p=1}^{d_k} M^{(k)}_{qp} h^{(k)}_p \quad (0 \le k \le K, 1 \le q \le d_{k+1})$$
$$h^{(k+1)}_q = \tanh(u^{(k)}_q) \quad (0 \le k \le K, 1 \le q \le d_{k+1})$$
$$C = \frac12 \sum_{q=1}^{d_{K+1}} (h^{(K+1)}_q - s_q)^2$$
"""
    by = r"\frac{\partial C}{\partial h^{(K)}_p}"
    line = rf"{by} = \sum_{{q=1}}^{{SIZE}} \frac{{\partial C}}{{\partial u^{{(K)}}_q}} M^{{(K)}}_{{qp}}"
    assert verdict(line.replace("SIZE", "d_{K+1}"), net) == "right"
    assert verdict(line.replace("SIZE", "d_K"), net) == "wrong"


IMAGE = r"$$z_{ij} = \sum_{a=1}^%s \sum_{b=1}^%s w_{ab} x_{i+a-1,j+b-1} + c$$"
BY_W = (
    r"\frac{\partial L}{\partial w_{ab}} = \sum_{i=1}^{%s} \sum_{j=1}^{%s}"
    r" \frac{\partial L}{\partial z_{ij}} x_{i+a-1,j+b-1}"
)
BY_C = r"\frac{\partial L}{\partial c} = \sum_{i=1}^{%s} \sum_{j=1}^{%s} \frac{\partial L}{\partial z_{ij}}"


@pytest.mark.parametrize(
    ("kernel", "ends"),
    [
        (("m", "m"), ("n-m+1", "n-m+1")),
        (("{k_1}", "{k_2}"), ("H-k_1+1", "W-k_2+1")),
        (("K", "K"), ("N-K+1", "N-K+1")),
        (("h", "w"), ("H-h+1", "W-w+1")),
    ],
)
def test_two_directions_whose_ends_are_told_by_lines_alone(kernel: tuple[str, str], ends: tuple[str, str]) -> None:
    """An image as wide as high has one size for both."""
    net = IMAGE % kernel
    for line in (BY_W, BY_C):
        assert verdict(line % ends, net) in ("unproved", "right")
        assert verdict((line % ends).replace("= ", "= 2 "), net) == "wrong"
    assert verdict((BY_W % ends).replace("x_{i+a-1", "x_{i+a"), net) != "right"
    said = f"{net} The output is $({ends[0]}) \\times ({ends[1]})$."
    assert verdict(BY_W % ends, said) in ("unproved", "right")
