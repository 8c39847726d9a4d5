r"""Networks in which each layer has a function of its own, `a^{(l)}_i = g^{(l)}(z^{(l)}_i)`.

By hand: `\delta^l_i = {g^l}'(z^l_i) \sum_k \delta^{l+1}_k w^{l+1}_{ki}`; nothing relates `g^{l+1}` to `g^l`.
"""

from __future__ import annotations

from .judging import verdict

BARE = r"""$$A^l_{ic} = g^l(Z^l_{ic}), \quad Z^l_{ic} = \sum_{j=1}^{n^{l-1}} W^l_{ij} A^{l-1}_{jc} + b^l_i$$
( $l = 1, \dots, L$, $i = 1, \dots, n^l$ )

$$A^0_{jc} = x_{jc}$$ ( $j = 1, \dots, n^0$ )

$$E = \frac{1}{2m} \sum_{c=1}^m \sum_{i=1}^{n^L} (A^L_{ic} - Y_{ic})^2$$"""


def test_widths_of_layers_above() -> None:
    line = r"$$\frac{\partial E}{\partial W^L_{ij}} = \frac1m \sum_c (A_{ic}^L - Y_{ic}) %s(Z^L_{ic}) A^{L-1}_{jc}$$"
    assert verdict(BARE, line % "{g^L}'") == "right"
    assert verdict(BARE, line % "{g^{L-1}}'") == "wrong"
    first = r"$$\frac{1}{n^0} \sum_{j=1}^{n^0} \frac{\partial A^0_{jc}}{\partial x_{jc}} = %s$$"
    assert verdict(BARE, first % "1") == "right"
    assert verdict(BARE, first % "n^0") == "wrong"


def test_a_square_of_a_size_is_none() -> None:
    page = r"$$z_i = \sum_{j=1}^{n^2} w_{ij} x_j, \quad E = \frac12 \sum_{i=1}^n z_i^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial w_{ij}} = z_i x_j$$") in ("unreadable", "unproved")
    below = r"$$z^l_i = \sum_{j=1}^{n_{l-1}} w^l_{ij} z^{l-1}_j$$ ( $l = 1, \dots, L$, $i = 1, \dots, n_l$ )"
    line = r"$$E = \frac12 \sum_{i=1}^{n^2} (z^L_i)^2$$ $$\frac{\partial E}{\partial z^L_i} = z^L_i$$"
    assert verdict(below, line) in ("unreadable", "unproved")
