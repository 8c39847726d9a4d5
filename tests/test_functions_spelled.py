r"""Functions in other words: `\log_e`, `\mathrm{sech}`, `\cosh^{-2}`, `\frac{d\tanh(z)}{dz}|_{z=a}`, `[[z > 0]]`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n+++'
SUM = r"$$ z_j = \sum_{i=1}^n w_{ij} x_i $$"
LOSS = r"$$ E = \frac12 \sum_{j=1}^m (h_j - t_j)^2 $$"


@pytest.mark.parametrize("log", [r"\log_e", r"\log_{e}", r"\mathrm{log}_e", r"\log_{\mathrm{e}}"])
def test_natural_logarithms(log: str) -> None:
    page = (FRONT, rf"$$ E = -\sum_{{i=1}}^n t_i {log} y_i $$")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial E}{\partial y_i} = -\frac{t_i}{y_i} $$",
            r"$$ \frac{\partial E}{\partial y_i} = -\frac{t_i}{y_i \ln 2} $$",
        ],
    ) == ["right", "wrong"]


SLOPES = (
    r"\mathrm{sech}^2(z_j)",
    r"\operatorname{sech}^2 z_j",
    r"\left(\operatorname{sech} z_j\right)^2",
    r"\cosh^{-2}(z_j)",
    r"\left.\frac{d\tanh(z)}{dz}\right|_{z=z_j}",
    r"\frac{d\tanh z}{dz}\bigg|_{z=z_j}",
    r"\left.\frac{\mathrm{d}\tanh(z)}{\mathrm{d}z}\right\rvert_{z=z_j}",
    r"\left.\frac{d}{dz}\tanh(z)\right|_{z_j}",
)


@pytest.mark.parametrize("slope", SLOPES)
def test_the_slope_of_tanh(slope: str) -> None:
    page = (FRONT, SUM, r"$$ h_j = \tanh(z_j) $$", LOSS)
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = (h_j - t_j) "
    assert each_verdict(
        *page,
        lines=[rf"{line} {slope} x_i $$", rf"{line} {slope} x_j $$", rf"{line} {slope.replace('z_j', 'z_i')} x_i $$"],
    ) == ["right", "wrong", "wrong"]


def test_functions_that_are_one_over_another() -> None:
    page = (FRONT, r"$$ E = \sum_{i=1}^n \operatorname{sech}(z_i) $$")
    line = r"$$ \frac{\partial E}{\partial z_i} = "
    assert each_verdict(
        *page,
        lines=[
            line + r"-\operatorname{sech}(z_i) \tanh(z_i) $$",
            line + r"\operatorname{sech}(z_i) \tanh(z_i) $$",
            line + r"\operatorname{sech}'(z_i) $$",
        ],
    ) == ["right", "wrong", "unreadable"]


def test_an_inverse_function_is_no_power() -> None:
    page = (FRONT, r"$$ E = \sum_{i=1}^n \sinh(z_i) $$")
    assert verdict(*page, r"$$ \frac{\partial E}{\partial z_i} = \cosh^{-1}(z_i) $$") == "unreadable"


def test_brackets_with_two_strokes() -> None:
    page = (FRONT, SUM, r"$$ h_j = \max(0, z_j) $$", LOSS)
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = (h_j - t_j) \llbracket z_%s > 0 \rrbracket x_i $$"
    assert each_verdict(*page, lines=[line % "j", line % "i"]) == ["right", "wrong"]
