r"""Layers in brackets behind names, below which indices stand: `F[l]_{ij}`, with sizes `N[l]` and `dE[l]/dF[l]_{ij}`.

By hand, for `G_{mn} = \sum_k F_{mk} F_{nk}` and `E = \frac{1}{4 N^2} \sum_{m,n} G_{mn}^2`: `\partial E/\partial F_{ij}`
is `\frac{1}{N^2} \sum_m G_{im} F_{mj}`; and for `z[l] = W[l] a[l-1]` backpropagation sums `W[l+1]_{ki}` over k.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

GRAM = (
    '+++\nobjective = "Loss"\n[ranges]\n"l" = "1..L"\n+++',
    r"$F[l]$ (the features) and $S[l]$ (fixed, of the style) are $N[l] \times M[l]$, $G[l]$ is $N[l] \times N[l]$.",
    r"$$G[l]_{mn} = \sum_{k=1}^{M[l]} F[l]_{mk} F[l]_{nk}$$",
    r"$$E[l] = \frac{1}{4 N[l]^2} \sum_{m=1}^{N[l]} \sum_{n=1}^{N[l]} G[l]_{mn}^2$$",
    r"$$Loss = \sum_{l=1}^{L} w[l] E[l]$$",
)


@pytest.mark.parametrize("typed", ["dE[l]/dF[l]_{ij}", r"\frac{\partial E[l]}{\partial F[l]_{ij}}"])
def test_a_layer_in_brackets_is_an_index(typed: str) -> None:
    line = rf"$${typed} = %s \sum_{{m=1}}^{{N[l]}} G[l]_{{im}} F[l]_{{mj}}$$"
    assert each_verdict(
        *GRAM,
        lines=[
            line % r"\frac{1}{N[l]^2}",
            line % r"\frac{1}{2 N[l]^2}",
            line % r"\frac{1}{N[l]}",
            rf"$${typed} = \frac{{1}}{{N[l]^2}} (G[l] F[l])_{{ij}}$$",
            rf"$${typed} = \frac{{2}}{{N[l]^2}} (G[l] F[l])_{{ij}}$$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def test_a_derivative_on_one_line_ends_behind_the_bracket() -> None:
    line = r"$$dLoss/dF[l]_{ij} = %s dE[l]/dF[l]_{ij}$$"
    assert each_verdict(
        *GRAM,
        lines=[
            line % "w[l]",
            line % "",
            r"$$dLoss/dE[l] = w[l]$$",
            r"$$dLoss/dE[l] = w[l]^2$$",
            r"$$dG[l]_{mn}/dF[l]_{ij} = \delta_{mi} F[l]_{nj} + \delta_{ni} F[l]_{mj}$$",
            r"$$dG[l]_{mn}/dF[l]_{ij} = \delta_{mi} F[l]_{nj}$$",
        ],
    ) == ["right", "wrong", "right", "wrong", "right", "wrong"]


DEEP = (
    '+++\n[ranges]\n"l" = "1..L"\n+++',
    r"$$z[l]_i = \sum_{k=1}^{n[l-1]} W[l]_{ik} a[l-1]_k$$ ( $i = 1, \dots, n[l]$ )",
    r"$$a[l]_i = \tanh(z[l]_i)$$ ( $i = 1, \dots, n[l]$ )",
    r"$$E = \frac12 \sum_{i=1}^{n[L]} (a[L]_i - t_i)^2$$",
)
BACK = (
    r"$$\frac{\partial E}{\partial a[l]_i} = \sum_{k=1}^{n[l+1]} W[l+1]_{%s} %s "
    r"\frac{\partial E}{\partial z[l+1]_k}$$"
)


def test_layers_may_be_one_apart_and_the_last_one() -> None:
    before = r" ( $l = 1, \dots, L - 1$ )"
    assert each_verdict(
        *DEEP,
        lines=[
            BACK % ("ki", "") + before,
            BACK % ("ki", "2") + before,
            r"$$\frac{\partial E}{\partial a[L]_i} = a[L]_i - t_i$$",
            r"$$\frac{\partial E}{\partial a[L]_i} = t_i - a[L]_i$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_brackets_behind_values_stay_factors() -> None:
    page = (r"$$y_i = w_i [x_i]$$ ( $i = 1, \dots, n$ )", r"$$E = a [b] \sum_{i=1}^{n} y_i$$")
    assert each_verdict(
        *page, lines=[r"$$\frac{\partial E}{\partial w_i} = a b x_i$$", r"$$\frac{\partial E}{\partial w_i} = a x_i$$"]
    ) == ["right", "wrong"]


def test_a_letter_with_a_value_is_no_layer() -> None:
    page = (*GRAM[:-1], r"$$Loss = \sum_{l=1}^{L} w[l] E[l] + l$$")
    assert verdict(*page, r"$$dLoss/dE[l] = w[l]$$") not in ("right", "wrong")


SAID = r"%s, $G[l]$ is $N[l] \times N[l]$."
ASIDES = [
    (r"$F[l]$ (the features) is $N[l] \times M[l]$", "right"),
    (r"$F[l]$ (features), $S[l]$ (fixed) are $N[l] \times M[l]$", "right"),
    (r"$F[l]$ (transposed) is $N[l] \times M[l]$", "open"),
    (r"$F[l]$ (not yet flattened) is $N[l] \times M[l]$", "open"),
    (r"$F[l]$ (after stacking) is $N[l] \times M[l]$", "open"),
]


@pytest.mark.parametrize(("said", "judged"), ASIDES)
def test_an_aside_behind_a_name_does_not_hide_its_shape(said: str, judged: str) -> None:
    line = r"$$dE[l]/dF[l]_{ij} = \frac{1}{N[l]^2} (G[l] F[l])_{ij}$$"
    found = verdict(GRAM[0], SAID % said, *GRAM[2:], line)
    assert found == judged if judged == "right" else found not in ("right", "wrong")
