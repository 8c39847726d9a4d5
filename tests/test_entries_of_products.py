r"""Entries of products by entries of numbered arrays, `(\delta_j \circ z_i)_{uv}`."""

from __future__ import annotations

import pytest

from .judging import verdict

MAPS = r"""For $i = 1, \dots, I$, $j = 1, \dots, J$, $u = 1, \dots, P$, $v = 1, \dots, Q$:

$$(\mathbf{z}_i)_{uv} = (\mathbf{x}_i)_{uv}^2$$

$$(\mathbf{u}_j)_{uv} = \sum_{i=1}^{I} \alpha_{ij} (\mathbf{z}_i)_{uv} + b_j$$

$$(\mathbf{y}_j)_{uv} = \tanh((\mathbf{u}_j)_{uv})$$

$$E = \frac{1}{2} \sum_{j=1}^{J} \sum_{u=1}^{P} \sum_{v=1}^{Q} ((\mathbf{t}_j)_{uv} - (\mathbf{y}_j)_{uv})^2$$

$$(\boldsymbol{\delta}_j)_{uv} = \frac{\partial E}{\partial (\mathbf{u}_j)_{uv}}$$

$$(\mathbf{e}_j)_{uv} = \frac{\partial E}{\partial (\mathbf{y}_j)_{uv}}$$

Then
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"(\boldsymbol{\delta}_j @ \mathbf{z}_i)_{uv}", "right"),
        (r"(\mathbf{z}_i @ \boldsymbol{\delta}_j)_{uv}", "right"),
        (r"(\boldsymbol{\delta}_j @ \mathbf{u}_j)_{uv}", "wrong"),
        (r"(\mathbf{e}_j @ \mathbf{z}_i)_{uv}", "wrong"),
        (r"(\mathbf{e}_j @ \tanh'(\mathbf{u}_j) @ \mathbf{z}_i)_{uv}", None),
    ],
)
@pytest.mark.parametrize("sign", [r"\circ", r"\odot"])
def test_weights_of_maps(sign: str, body: str, expected: str | None) -> None:
    line = rf"$$\frac{{\partial E}}{{\partial \alpha_{{ij}}}} = \sum_{{u=1}}^{{P}} \sum_{{v=1}}^{{Q}} {body}$$"
    found = verdict(MAPS, line.replace("@", sign))
    assert found == expected if expected is not None else found != "wrong"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"(\mathbf{e}_j \odot f'(\mathbf{u}_j))_{uv}", "right"),
        (r"(\mathbf{e}_j \odot f(\mathbf{u}_j))_{uv}", "wrong"),
        (r"(\mathbf{e}_j + f'(\mathbf{u}_j))_{uv}", None),
    ],
)
def test_functions_between_them(body: str, expected: str | None) -> None:
    net = "+++\nfunctions = ['f']\n+++\n" + MAPS.replace(r"\tanh(", "f(").replace("alpha_{ij} (", r"alpha_{ij} \cdot (")
    found = verdict(net, rf"$$\frac{{\partial E}}{{\partial (\mathbf{{u}}_j)_{{uv}}}} = {body}$$")
    assert found == expected if expected is not None else found != "right"


def test_two_indices_of_a_product_of_vectors() -> None:
    """What stands nowhere with entries of its own is none of these arrays."""
    body = r"\sum_{u=1}^P \sum_{v=1}^Q (\boldsymbol{\delta}_j \mathbf{z}_i)_{uv}"
    assert verdict(MAPS, rf"$$\frac{{\partial E}}{{\partial \alpha_{{ij}}}} = {body}$$") != "right"
