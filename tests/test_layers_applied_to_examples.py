r"""Units of a layer applied to an example, `a^{(2)}_j(x^{(i)})`, and divergences of a number and one with a hat."""

from __future__ import annotations

from .judging import check


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


NETWORK = r"""
$$ z^{(l)}_j(x^{(i)}) = \sum_{k=1}^{d_{l-1}} W^{(l)}_{jk} a^{(l-1)}_k(x^{(i)}) $$ ($l = 1, \dots, L$, $i = 1, \dots, m$)

$$ a^{(l)}_j(x^{(i)}) = \tanh(z^{(l)}_j(x^{(i)})) $$ ($l = 1, \dots, L$, $j = 1, \dots, d_l$)

$$ a^{(0)}_j(x^{(i)}) = x^{(i)}_j $$

$$ E = \frac12 \sum_{i=1}^m \sum_j (a^{(L)}_j(x^{(i)}) - y^{(i)}_j)^2 $$

$$ \delta^{(l)}_j(x^{(i)}) = \frac{\partial E}{\partial z^{(l)}_j(x^{(i)})} $$

## Derivation
"""


def test_units_of_a_layer_applied_to_an_example() -> None:
    page = (
        NETWORK
        + r"""
$$ \delta^{(l)}_j(x^{(i)}) = (1 - a^{(l)}_j(x^{(i)})^2) \sum_k W^{(l+1)}_{kj} \delta^{(l+1)}_k(x^{(i)}) $$ ($l < L$)

$$ \delta^{(l)}_j(x^{(i)}) = (1 - a^{(l)}_j(x^{(i)})) \sum_k W^{(l+1)}_{kj} \delta^{(l+1)}_k(x^{(i)}) $$ ($l < L$)

$$ \frac{\partial E}{\partial W^{(l)}_{jk}} = \sum_{i=1}^m \delta^{(l)}_j(x^{(i)}) a^{(l-1)}_k(x^{(i)}) $$

$$ \frac{\partial E}{\partial W^{(l)}_{jk}} = \delta^{(l)}_j(x^{(i)}) a^{(l-1)}_k(x^{(i)}) $$
"""
    )
    assert verdicts(page) == ["right", "wrong", "right", "wrong"]


def test_a_derivative_with_its_order_above_is_no_layer() -> None:
    page = r"""$$ f(z) = e^{2z} $$

$$ f^{(2)}(x_i) = 2 e^{2 x_i} $$

$$ f^{(2)}(x_i) = 4 e^{2 x_i} $$
"""
    assert "right" not in verdicts(page)


def test_a_power_before_data_is_no_layer() -> None:
    page = r"""$$ E = \sum_{i=1}^n w^2(x_i) + w $$

$$ \frac{\partial E}{\partial w} = 2 w \sum_{i=1}^n x_i + 1 $$

$$ \frac{\partial E}{\partial w} = 1 $$
"""
    assert verdicts(page)[1] != "right"


UNITS = r"""
$$ a_{ij} = \tanh(\sum_{k=1}^K w_{jk} x_{ik}) $$

$$ \hat\rho_j = \frac{1}{m} \sum_{i=1}^m a_{ij} $$
"""
DIVERGENCE = r"""
$$ {\rm KL}(\rho || \hat\rho_j) = \rho \log \frac{\rho}{\hat\rho_j} + (1-\rho) \log \frac{1-\rho}{1-\hat\rho_j} $$
"""
LINES = r"""
$$ E = \frac12 \sum_{i=1}^m \sum_{j=1}^J a_{ij}^2 + \beta \sum_{j=1}^J {\rm KL}(\rho || \hat\rho_j) $$

$$ \frac{\partial E}{\partial a_{ij}} = a_{ij}
+ \frac{\beta}{m} \frac{\partial}{\partial \hat\rho_j} {\rm KL}(\rho || \hat\rho_j)$$

$$ \frac{\partial E}{\partial a_{ij}} = a_{ij} $$

$$ \frac{\partial}{\partial \hat\rho_j} {\rm KL}(\rho || \hat\rho_j)
= -\frac{\rho}{\hat\rho_j} + \frac{1-\rho}{1-\hat\rho_j}$$

$$ \frac{\partial}{\partial \hat\rho_j} {\rm KL}(\rho || \hat\rho_j)
= \frac{\rho}{\hat\rho_j} - \frac{1-\rho}{1-\hat\rho_j}$$
"""


def test_a_divergence_of_a_number_and_its_estimate() -> None:
    assert verdicts(UNITS + DIVERGENCE + LINES) == ["right", "wrong", "right", "wrong"]


def test_a_divergence_that_no_line_defines_is_open() -> None:
    assert not {"right", "wrong"} & set(verdicts(UNITS + LINES))


def test_a_divergence_is_not_its_reverse() -> None:
    turned = LINES.replace("{\\rm KL}(\\rho || \\hat\\rho_j)\n=", "{\\rm KL}(\\hat\\rho_j || \\rho)\n=")
    assert turned != LINES
    assert not {"right", "wrong"} & set(verdicts(UNITS + DIVERGENCE + turned))
