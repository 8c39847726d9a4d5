r"""Functions made of learned arrays that are applied to data, and the normal density by its sign. Labels by hand."""

from __future__ import annotations

import pytest

from .judging import check

R, W = "right", "wrong"
BASIS = r"$$%s(x) = \sum_{j=1}^M w_j \phi_j(x), \quad E = \frac12 \sum_{n=1}^N (%s(x_n) - t_n)^2$$" "\n"
UNITS = r"$$f(%s) = \sum_{j=1}^M a_j g(b_j %s + c_j), \quad E = \frac12 \sum_{n=1}^N (f(x_n) - t_n)^2$$" "\n"
MIXED = (
    r"$$p(x) = \sum_{k=1}^K \pi_k \mathcal{N}(x; \mu_k, \sigma_k^2), \quad L = \log p(x)$$"
    "\n"
    r"$$\gamma_k = \frac{\pi_k \mathcal{N}(x; \mu_k, \sigma_k^2)}{p(x)}$$"
    "\n"
)


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize("name", ["y", "f", "h"])
def test_a_sum_of_basis_functions(name: str) -> None:
    head = BASIS % (name, name)
    line = rf"$$\frac{{\partial E}}{{\partial w_j}} = \sum_n ({name}(x_n) - t_n) %s$$"
    assert verdicts(head + line % r"\phi_j(x_n)") == [R]
    assert verdicts(head + line % r"\phi_j(x_n)^2") == [W]
    assert verdicts(head + r"$$\frac{\partial E}{\partial w_j} = 0$$") == [W]


@pytest.mark.parametrize("letter", ["x", "u"])
def test_a_layer_as_a_function(letter: str) -> None:
    head = UNITS % (letter, letter)
    for line, expected in (
        (r"\frac{\partial E}{\partial a_j} = \sum_n (f(x_n) - t_n) g(b_j x_n + c_j)", R),
        (r"\frac{\partial E}{\partial b_j} = \sum_n (f(x_n) - t_n) a_j g'(b_j x_n + c_j) x_n", R),
        (r"\frac{\partial E}{\partial c_j} = \sum_n (f(x_n) - t_n) a_j g'(b_j x_n + c_j) x_n", W),
        (rf"f'({letter}) = \sum_{{j=1}}^M a_j b_j g'(b_j {letter} + c_j)", R),
        (rf"f'({letter}) = \sum_{{j=1}}^M a_j g'(b_j {letter} + c_j)", W),
    ):
        assert verdicts(head + f"$${line}$$") == [expected]


def test_sums_within_sums_keep_their_letters() -> None:
    head = r"$$q(u) = \sum_{n=1}^N s_n u^2, \quad E = \sum_{n=1}^N q(x_n)$$" "\n"
    assert verdicts(head + r"$$\frac{\partial E}{\partial s_m} = \sum_{n=1}^N x_n^2$$") == [R]
    assert verdicts(head + r"$$\frac{\partial E}{\partial s_m} = x_m^2$$") == [W]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial \mu_k} = \gamma_k \frac{x - \mu_k}{\sigma_k^2}", R),
        (r"\frac{\partial L}{\partial \pi_k} = \frac{\gamma_k}{\pi_k}", R),
        (r"\frac{\partial L}{\partial \sigma_k} = \gamma_k (\frac{(x - \mu_k)^2}{\sigma_k^3} - \frac{1}{\sigma_k})", R),
        (r"\frac{\partial L}{\partial \mu_k} = \gamma_k (x - \mu_k)", W),
        (r"\frac{\partial L}{\partial \mu_k} = \frac{x - \mu_k}{\sigma_k^2}", W),
    ],
)
def test_a_mixture_of_normal_densities(line: str, expected: str) -> None:
    assert verdicts(f"{MIXED}$${line}$$") == [expected]


def test_a_density_by_its_precision_and_beside_a_sample() -> None:
    head = r"$$L = \sum_n \log \mathcal{N}(t_n \mid y_n, \beta^{-1}), \quad y_n = \sum_{i=1}^D w_i x_{ni}$$" "\n"
    line = r"$$\frac{\partial L}{\partial w_i} = %s\sum_n (t_n - y_n) x_{ni}$$"
    assert [verdicts(head + line % x) for x in (r"\beta ", "")] == [[R], [W]]
    head = r"Let $x \sim \mathcal{N}(0, \sigma^2)$ and $L = \sum_n \log \mathcal{N}(x_n; 0, \sigma^2)$." "\n"
    line = r"$$\frac{\partial L}{\partial \sigma} = \sum_{n} (\frac{x_n^2}{\sigma^%s} - \frac{1}{\sigma})$$"
    assert [verdicts(head + line % x) for x in "32"] == [[R], [W]]


def test_a_density_that_the_page_defines_is_its_own() -> None:
    head = r"$$\mathcal{N}(x; m, v) = e^{-x m v}, \quad E = \mathcal{N}(a; b, c^2)$$" "\n"
    assert verdicts(head + r"$$\frac{\partial E}{\partial a} = -b c^2 E$$") == [R]
    assert verdicts(head + r"$$\frac{\partial E}{\partial a} = -\frac{a - b}{c^2} E$$") != [R]


POLYNOMIAL = r"$$y(%s) = \sum_{j=0}^M w_j %s^j, \quad E = \frac12 \sum_{n=1}^N (y(x_n) - t_n)^2$$" "\n"


@pytest.mark.parametrize("letter", ["x", "u"])
def test_a_polynomial(letter: str) -> None:
    line = r"$$\frac{\partial E}{\partial w_i} = \sum_{n=1}^N (%s - t_n) %s$$"
    head = POLYNOMIAL % (letter, letter)
    assert verdicts(head + line % ("y(x_n)", "x_n^i")) == [R]
    assert verdicts(head + line % (r"\sum_{j=0}^M w_j x_n^j", "x_n^i")) == [R]
    assert verdicts(head + line % (r"\sum_{j=0}^M w_j x_n^j", "x_n") + line % ("y(x_n)", "x_n^i")) == [W, R]
    assert verdicts(head + line % ("y(x_n)", "x_n^i") + line % ("y(x_n)", "x_n^{i+1}")) == [R, W]


def test_a_straight_line() -> None:
    head = r"$$f(x) = ax + b, \quad L = \sum_i (y_i - f(x_i))^2$$" "\n"
    assert verdicts(head + r"$$\frac{\partial L}{\partial a} = -2 \sum_i x_i (y_i - f(x_i))$$") == [R]
    assert verdicts(head + r"$$\frac{\partial L}{\partial b} = -2 \sum_i (y_i - a x_i - b)$$") == [R]
    assert verdicts(head + r"$$\frac{\partial L}{\partial b} = -2 \sum_i (y_i - a x_i + b)$$") == [W]
