r"""Gradients by names in another font than in the network, on pages in Portuguese and Spanish; small letters in fonts
of capitals.

By hand: the gradient of `(\Omega h - y)^2 / 2` by the row `\Omega` is `(\Omega h - y) h^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PT = r"""
Com $\boldsymbol{x}_i \in \mathbb{R}^p$ e $y_i \in \mathbb{R}$, $i = 1, \dots, m$, a matriz $\boldsymbol{\Omega}_0$ é
$q \times p$, $\boldsymbol{\Omega}_1$ é $1 \times q$ e $b$ é um escalar:

$$ \boldsymbol{h}_i = \tanh(\boldsymbol{\Omega}_0 \boldsymbol{x}_i) $$

$$ z_i = \boldsymbol{\Omega}_1 \boldsymbol{h}_i + b $$

$$ J = \frac{1}{m} \sum_{i=1}^m (g(z_i) - y_i)^2 $$

em que $g(z) = z$ é a função identidade.
"""
ES = PT.replace(" é ", " es ").replace("um escalar", "un escalar").replace("Com", "Con").replace("em que", "donde")


@pytest.mark.parametrize("page", [PT, ES])
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\nabla_{\Omega_1} J = \frac{2}{m} \sum_{i=1}^m (z_i - y_i) \boldsymbol{h}_i^T", "right"),
        (r"\nabla_{\Omega_1} J = \frac{2}{m} \sum_{i=1}^m z_i \boldsymbol{h}_i^T", "wrong"),
        (r"\frac{\partial J}{\partial \Omega_1} = \frac{2}{m} \sum_{i=1}^m (z_i - y_i) \boldsymbol{h}_i^T", "right"),
        (r"\nabla_b J = \frac{2}{m} \sum_{i=1}^m (z_i - y_i)", "right"),
        (r"\nabla_{\Omega_2} J = \frac{2}{m} \sum_{i=1}^m (z_i - y_i) \boldsymbol{h}_i^T", "unreadable"),
    ],
)
def test_the_name_of_the_network_is_meant(page: str, line: str, wanted: str) -> None:
    found = verdict(page, f"$$ {line} $$")
    assert found == wanted or (wanted == "unreadable" and found == "unproved")


def test_a_name_that_is_there_in_both_fonts_is_two_names() -> None:
    page = PT + r"$$ R = J + \Omega_1^2 $$"
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial R}{\partial \Omega_1} = 2 \Omega_1 $$",
            r"$$ \frac{\partial R}{\partial \Omega_1} = \frac{2}{m} \sum_{i=1}^m (z_i - y_i) $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


UNITS = r"""
$$ \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} $$
$$ a_k = \sum_{j=1}^n v_{kj} x_j + c_k $$

$$ z_k = \tanh(a_k) $$

$$ E = \sum_{k=1}^m (z_k - t_k)^2 $$
"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            r"\frac{\partial E}{\partial c_k} = \pd{E}{a_k} \pd{\FONT{a_k}}{c_k}",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial v_{kj}} = \pd{E}{a_k} \cdot \pd{\FONT{a}_k}{v_{kj}}",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial c_k} = \pd{E}{z_k} \pd{\FONT{a_k}}{c_k}",
            "wrong",
        ),
        (r"\frac{\partial \FONT{a_k}}{\partial v_{kj}} = x_k", "wrong"),
        (r"\frac{\partial \FONT{a_k}}{\partial v_{kj}} = x_j", "right"),
    ],
)
def test_small_letters_in_a_font_of_capitals_above_derivatives(line: str, wanted: str) -> None:
    cases = ["mathcal", "mathscr"]
    for font, found in zip(
        cases, each_verdict(UNITS, lines=[f"$$ {line} $$".replace("FONT", font) for font in cases]), strict=True
    ):
        assert found == wanted, font


@pytest.mark.parametrize(
    "said",
    [r"$\mathcal{a}_k$ is the output", r"$$ \mathcal{a}_k = z_k^2 $$", r"$$ R = \sum_{k=1}^m \mathcal{a}_k^2 $$"],
)
def test_such_a_letter_that_stands_elsewhere_is_another(said: str) -> None:
    right = r"$$ \frac{\partial \mathcal{a}_k}{\partial c_k} = 1 $$"
    assert verdict(UNITS + "\n" + said, right) not in ("right",)


def test_bold_above_derivatives_may_be_another_name() -> None:
    assert verdict(UNITS, r"$$ \frac{\partial \mathbf{a}_k}{\partial c_k} = 1 $$") not in ("right", "wrong")
