r"""Layouts told clause by clause: `la derivada de un escalar .. es un vector fila, la de un vector ..`."""

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ \sigma(r) = \frac{1}{1+e^{-r}} $$

$$ \boldsymbol{a} = \mathbf{V} \boldsymbol{h} $$

$$ \boldsymbol{p} = \boldsymbol{\sigma}(\boldsymbol{a}) $$

$$ L = \frac{1}{2} \lVert \boldsymbol{y} - \boldsymbol{p} \rVert_2^2 $$

$$ \boldsymbol{u}^t = \frac{\partial L}{\partial \boldsymbol{a}} $$

$\boldsymbol{h} \in \mathbb{R}^H$ y $\boldsymbol{a}, \boldsymbol{p}, \boldsymbol{y}, \boldsymbol{u} \in \mathbb{R}^K$
son
vectores columna, $\mathbf{V} \in \mathbb{R}^{K \times H}$; $\boldsymbol{\sigma}$ y $\boldsymbol{\sigma}'$
aplican $\sigma$ y
$\sigma'$ componente a componente. """
SAID = (
    "Jacobianas: la derivada de un escalar respecto a un vector es un vector fila, la de un "
    "vector respecto a un vector "
    "tiene una fila por componente del numerador, y la de un escalar respecto a una matriz tiene la forma de la matriz "
    r"transpuesta, $\left(\frac{\partial L}{\partial \mathbf{V}}\right)_{ji} = \frac{\partial L}{\partial V_{ij}}$."
)
JACOBIAN = r"\frac{\partial \boldsymbol{p}}{\partial \boldsymbol{a}} = \operatorname{diag}(%s(\boldsymbol{a}))"
ROW = r"(\boldsymbol{p} - \boldsymbol{y})^t \operatorname{diag}(\boldsymbol{\sigma}'(\boldsymbol{a}))"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial \boldsymbol{p}} = (\boldsymbol{p} - \boldsymbol{y})^t", "right"),
        (r"\frac{\partial L}{\partial \boldsymbol{p}} = (\boldsymbol{y} - \boldsymbol{p})^t", "wrong"),
        (rf"\boldsymbol{{u}}^t = {ROW}", "right"),
        (r"\boldsymbol{u}^t = (\boldsymbol{p} - \boldsymbol{y})^t", "wrong"),
        (r"\frac{\partial L}{\partial \boldsymbol{h}} = \boldsymbol{u}^t \mathbf{V}", "right"),
        (r"\frac{\partial L}{\partial \mathbf{V}} = \boldsymbol{h} \boldsymbol{u}^t", "right"),
        (r"\frac{\partial L}{\partial \mathbf{V}} = \boldsymbol{h} (\boldsymbol{p} - \boldsymbol{y})^t", "wrong"),
        (
            JACOBIAN % r"\boldsymbol{\sigma}'",
            "right",
        ),
        (
            JACOBIAN % r"\boldsymbol{\sigma}",
            "wrong",
        ),
    ],
)
def test_layouts_in_spanish(line: str, expected: str) -> None:
    assert verdict(NET + SAID, f"$$ {line} $$") == expected


def test_a_denied_equation_tells_nothing() -> None:
    equation = r"\left(\frac{\partial L}{\partial \mathbf{V}}\right)_{ji} = \frac{\partial L}{\partial V_{ij}}"
    said = f"No es cierto que ${equation}$."
    line = r"$$ \frac{\partial L}{\partial \mathbf{V}} = \boldsymbol{h} \boldsymbol{u}^t $$"
    assert verdict(NET + said, line) not in ("right", "wrong")


def test_clauses_in_english() -> None:
    said = (
        "The derivative of a scalar by a vector is a row vector, that of a vector by a "
        "vector has the numerator in the rows."
    )
    page = (
        r"$$ z = W x $$ $$ E = v^T z $$"
        + "\n\n"
        + r"$W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $v \in \mathbb{R}^m$. "
    )
    found = each_verdict(
        page + said,
        lines=[r"$$ \frac{\partial E}{\partial x} = v^T W $$", r"$$ \frac{\partial E}{\partial x} = W^T v $$"],
    )
    assert found[0] == "right"
    assert found[1] != "right"


def test_a_step_is_no_transpose() -> None:
    page = r"""$$ \mathbf{h}^t = \tanh(\mathbf{W} \mathbf{x}^t + \mathbf{U} \mathbf{h}^{t-1}) $$

$$ E = \sum_t \mathbf{v}^T \mathbf{h}^t $$"""
    line = r"$$ \frac{\partial E}{\partial \mathbf{h}^t} = \mathbf{v}^T \mathbf{h} $$"
    assert verdict(page, line) != "right"
