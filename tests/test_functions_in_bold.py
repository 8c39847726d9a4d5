"""Functions of numbers that are set in bold before a vector."""

import pytest
from judging import each_verdict, verdict

NET = r"""$$ \sigma(z) = \frac{1}{1+e^{-z}} $$

$$ u_i = \sum_{k=1}^{d} w_{ik} x_k $$ ( $i = 1, \dots, n$ )

$$ L = \sum_{i=1}^n c_i \sigma(u_i) $$

Here $\mathbf{x} = (x_k)$, $\mathbf{u} = (u_i)$, $\mathbf{c} = (c_i)$ are column vectors, $W = (w_{ik})$."""
BY_U = r"$$ \frac{\partial L}{\partial \mathbf{u}} = \mathbf{c} \odot %s $$"
BY_W = r"$$ \frac{\partial L}{\partial W} = (\mathbf{c} \odot %s) \mathbf{x}^T $$"
TRUE = r"\boldsymbol{\sigma}(\mathbf{u}) \odot (\mathbf{1} - \boldsymbol{\sigma}(\mathbf{u}))"


@pytest.mark.parametrize(
    "told",
    [
        "",
        r"$\boldsymbol{\sigma}(\mathbf{u})$ acts element-wise.",
        r"$\boldsymbol{\sigma}$ is $\sigma$ applied to each entry.",
        r"$\boldsymbol{\sigma}$ は成分ごとに作用する。",
    ],
)
@pytest.mark.parametrize("line", [BY_U, BY_W])
def test_the_function_is_applied_to_each_entry(told: str, line: str) -> None:
    assert verdict(NET, told, line % TRUE) == "right"
    assert verdict(NET, told, line % r"\boldsymbol{\sigma}'(\mathbf{u})") == "right"
    assert verdict(NET, told, line % r"\boldsymbol{\sigma}'(W \mathbf{x})") == "right"
    assert verdict(NET, told, line % r"\boldsymbol{\sigma}(\mathbf{u})") == "wrong"
    assert verdict(NET, told, line % TRUE.replace("-", "+")) == "wrong"


def test_other_letters_and_fonts() -> None:
    net = NET.replace(r"\sigma(z) = \frac{1}{1+e^{-z}}", r"g(z) = z^3 + z").replace(r"\sigma", "g")
    assert each_verdict(
        net, lines=[BY_U % r"\mathbf{g}'(\mathbf{u})", BY_U % r"\bm{g}'(\mathbf{u})", BY_U % r"\mathbf{g}(\mathbf{u})"]
    ) == ["right", "right", "wrong"]


@pytest.mark.parametrize(
    "told",
    [
        r"Here $\boldsymbol{\sigma}(\mathbf{u})$ is the softmax of $\mathbf{u}$.",
        r"The softmax is written $\boldsymbol{\sigma}$.",
        r"The mapping $\boldsymbol{\sigma}$ is any.",
        r"The whole network is $\boldsymbol{\sigma}(\mathbf{x})$.",
        r"$\boldsymbol{\sigma}(\mathbf{u})$ is the forward map of the encoder.",
        r"The first stage computes $\boldsymbol{\sigma}(\mathbf{u})$.",
        r"$\boldsymbol{\sigma}(\mathbf{u})$ ist die Ausgabe.",
        r"$\boldsymbol{\sigma}(\mathbf{u})$ は出力である。",
        r"$\boldsymbol{\sigma}(\mathbf{u})$ は $\sigma$ ではない。",
        r"$$ \boldsymbol{\sigma}(\mathbf{u}) = A \mathbf{u} $$",
        r"$$ \boldsymbol{\sigma}(\mathbf{z})_i = \frac{e^{z_i}}{\sum_j e^{z_j}} $$",
        r"$\boldsymbol{\sigma}$ are the widths.",
        r"$$ s = \sigma_1(u_1) $$",
        r"$$ \sigma(\mathbf{u}) = \tfrac12 \|\boldsymbol{\sigma}(\mathbf{u})\|^2 $$",
    ],
)
def test_another_function_stays_another_one(told: str) -> None:
    assert verdict(NET, told, BY_U % TRUE) != "right"
    assert verdict(NET, told, BY_U % r"\boldsymbol{\sigma}(\mathbf{u})") != "right"
    assert verdict(NET, told, BY_U % r"\boldsymbol{\sigma}'(\mathbf{u})") not in ("right", "wrong")
