r"""Lines of arrays of the last layer, `\delta^L = ..`, beside `(\mathbf{a}^{l-1})^T` and the entries of any layer.

By hand: `\delta^L = (a^L - y) \odot f'(z^L)`, `\nabla_{W^l} C = \delta^l (a^{l-1})^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ANY = (
    r"$$ a^0_j = x_j $$ $$ z^l_j = \sum_k w_{jk}^l a_k^{l-1} + b^l_j $$ ( $l = 1, \dots, L$ )"
    r"$$ a_j^l = f(z_j^l) $$ ( $l = 1, \dots, L$ ) $$ C = \frac12 \sum_j (y_j - a^L_j)^2 $$"
    r"$$ \delta^l_j = \frac{\partial C}{\partial z^l_j} $$ ( $l = 1, \dots, L$ )"
    "\n\n"
    r"Here $\mathbf{W}^l = (w_{jk}^l)$, $\mathbf{a}^l = (a_j^l)$, $\mathbf{z}^l = (z_j^l)$, $\mathbf{y} = (y_j)$ and "
    r"$\delta^l = (\delta^l_j)$."
)
WIDE = ANY.replace(r"\sum_k", r"\sum_{k=1}^{n_{l-1}}").replace(r"\sum_j", r"\sum_{j=1}^{n_L}")
WIDE = WIDE.replace(r"( $l = 1, \dots, L$ )", r"( $l = 1, \dots, L$, $j = 1, \dots, n_l$ )")
ALIKE = ANY.replace(r"\sum_k", r"\sum_{k=1}^{n}").replace(r"\sum_j", r"\sum_{j=1}^{n}")
WEIGHTS = r"$$ \nabla_{\mathbf{W}^l} C = \delta^l (\mathbf{a}^{l-1})^T $$ ( $l = 1, \dots, L$ )"
LAST = r"$$ \delta^L = (\mathbf{a}^L - \mathbf{y}) \odot f'(\mathbf{z}^L) $$"
PAGES = {"no lengths": ANY, "one length": ALIKE}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_both_lines(page: str) -> None:
    assert verdict(page, LAST, WEIGHTS) == "right"
    assert verdict(page, WEIGHTS, LAST) == "right"


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_slips_in_the_weights(page: str) -> None:
    cases = [(r"\mathbf{a}^{l-1}", r"\mathbf{a}^l"), (r"\delta^l (", "2 \\delta^l (")]
    for slip, found in zip(
        cases, each_verdict(page, LAST, lines=[WEIGHTS.replace(*slip) for slip in cases]), strict=True
    ):
        assert found in ("wrong", "unreadable"), slip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_slips_in_the_last_layer(page: str) -> None:
    assert verdict(page, WEIGHTS, LAST.replace(r"\mathbf{a}^L - \mathbf{y}", r"\mathbf{y} - \mathbf{a}^L")) == "wrong"


@pytest.mark.parametrize("page", [WIDE, *PAGES.values()], ids=["lengths of layers", *PAGES])
def test_nothing_right_is_wrong(page: str) -> None:
    assert verdict(page, LAST, WEIGHTS) != "wrong"
    assert verdict(page, WEIGHTS, LAST) != "wrong"
