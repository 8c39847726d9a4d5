r"""Names of derivatives that stand as rows: `\delta_x = \delta_z W` beside `\delta_z = \partial E/\partial z`.

By hand: with `z = W x + b` the derivative by x is `W^T \delta_z` as a column and `\delta_z W` as a row, of the same
entries `\sum_h \delta_h W_{hd}`; `\delta_z W^T` has others, also where W is square.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict


def net(hidden: str, given: str, outputs: str) -> str:
    return rf"""$x \in \mathbb{{R}}^{given}$, $W \in \mathbb{{R}}^{{{hidden} \times {given}}}$,
$V \in \mathbb{{R}}^{{{outputs} \times {hidden}}}$

$$ z = W x + b, \quad h = \tanh(z), \quad y = V h + c $$

$$ E = \frac12 (y - t)^T (y - t) $$"""


NETS = [net("H", "D", "C"), net("D", "D", "D")]
Y = r"$$ \delta_y = \frac{\partial E}{\partial y} $$"
H = r"$$ \delta_h = \frac{\partial E}{\partial h} $$"
Z = r"$$ \delta_z = \frac{\partial E}{\partial z} $$"
X = r"$$ \delta_x = \frac{\partial E}{\partial x} $$"


@pytest.mark.parametrize("page", NETS)
@pytest.mark.parametrize(
    ("names", "line", "slip"),
    [
        (Z, r"\frac{\partial E}{\partial x} = \delta_z W", r"\frac{\partial E}{\partial x} = \delta_z W^T"),
        (Z + X, r"\delta_x = \delta_z W", r"\delta_x = -\delta_z W"),
        (
            Y,
            r"\delta_h = \frac{\partial E}{\partial h} = \delta_y V",
            r"\delta_h = \frac{\partial E}{\partial h} = 2 \delta_y V",
        ),
        (H + Z, r"\delta_z = \delta_h \, \mathrm{diag}(1 - h \odot h)", r"\delta_z = \delta_h \, \mathrm{diag}(1 - h)"),
        (Y + Z, r"\delta_z = \delta_y V \odot (1 - h \odot h)^T", r"\delta_z = \delta_y V \odot (1 + h \odot h)^T"),
        (
            r"$$ \delta_y = \frac{\partial E}{\partial y} = (y - t)^T $$",
            r"\delta_h = \frac{\partial E}{\partial h} = \delta_y V",
            r"\delta_h = \frac{\partial E}{\partial h} = \delta_y V V^T V",
        ),
    ],
)
def test_rows(page: str, names: str, line: str, slip: str) -> None:
    assert each_verdict(page, names, lines=[f"$$ {line} $$", f"$$ {slip} $$"]) == ["right", "wrong"]


@pytest.mark.parametrize("page", NETS)
def test_columns(page: str) -> None:
    assert each_verdict(
        page,
        Y,
        lines=[
            r"$$ \frac{\partial E}{\partial h} = V^T \delta_y $$",
            r"$$ \frac{\partial E}{\partial h} = V \delta_y $$",
        ],
    ) == ["right", "wrong"]
    assert verdict(page, Z, r"$$ \frac{\partial E}{\partial W} = \delta_z x^T $$") == "right"


@pytest.mark.parametrize("page", NETS)
@pytest.mark.parametrize(
    "column",
    [
        r"$$ \frac{\partial E}{\partial W} = \delta_z x^T $$",
        rf"{Y} $$ \frac{{\partial E}}{{\partial h}} = V^T \delta_y $$",
    ],
)
def test_both_on_one_page_are_open(page: str, column: str) -> None:
    cases = (r"\delta_z W", r"\delta_z W^T")
    for line, found in zip(
        cases,
        each_verdict(page, Z, column, lines=[rf"$$ \frac{{\partial E}}{{\partial x}} = {line} $$" for line in cases]),
        strict=True,
    ):
        assert found not in ("right",), line
    assert verdict(page, Z, column, r"$$ \frac{\partial E}{\partial x} = \delta_z W $$") == "unreadable"
    assert verdict(page, Z, r"$$ \frac{\partial E}{\partial x} = \delta_z W $$", column) == "right"


@pytest.mark.parametrize("page", NETS)
def test_derivatives_by_matrices_beside_rows(page: str) -> None:
    row = r"$$ \frac{\partial E}{\partial x} = \delta_z W $$"
    assert each_verdict(
        page,
        Z,
        row,
        lines=[
            r"$$ \frac{\partial E}{\partial W} = x \delta_z $$",
            r"$$ \frac{\partial E}{\partial W} = \delta_z^T x^T $$",
            r"$$ \frac{\partial E}{\partial W} = -\delta_z^T x^T $$",
        ],
    ) == ["unreadable", "right", "wrong"]


@pytest.mark.parametrize("page", NETS)
def test_other_ways_to_name_a_derivative(page: str) -> None:
    negative = r"$$ \delta_z = -\frac{\partial E}{\partial z} $$"
    assert each_verdict(
        page,
        negative,
        lines=[
            r"$$ \frac{\partial E}{\partial x} = -\delta_z W $$",
            r"$$ \frac{\partial E}{\partial x} = \delta_z W $$",
        ],
    ) == ["right", "wrong"]
    nabla = r"$$ g = \nabla_z E $$"
    assert each_verdict(
        page,
        nabla,
        lines=[r"$$ \frac{\partial E}{\partial x} = g W $$", r"$$ \frac{\partial E}{\partial x} = g W + g W $$"],
    ) == ["right", "wrong"]
    in_words = r"Let $\delta_z$ denote $\frac{\partial E}{\partial z}$."
    assert each_verdict(
        page,
        in_words,
        lines=[
            r"$$ \frac{\partial E}{\partial x} = \delta_z W $$",
            r"$$ \frac{\partial E}{\partial x} = \delta_z W^T $$",
        ],
    ) == ["right", "wrong"]


def test_layers() -> None:
    page = r"""$z^l, a^l, b^l \in \mathbb{R}^{n_l}$, $W^l \in \mathbb{R}^{n_l \times n_{l-1}}$

$$ z^l = W^l a^{l-1} + b^l, \quad a^l = \tanh(z^l), \quad E = \frac12 \|a^L - t\|^2 $$

$$ \delta^l = \frac{\partial E}{\partial z^l} $$"""
    line = r"$$ \delta^l = \delta^{l+1} W^{l+1} \, \mathrm{diag}(1 - a^l \odot a^l) $$ for $l < L$"
    found = each_verdict(
        page, lines=[line, line.replace(r"= \delta^{l+1} W", r"= 2 \delta^{l+1} W"), line.replace(r"W^{l+1}", r"W^l")]
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] != "right"
