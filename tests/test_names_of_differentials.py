r"""Names that begin with a d or a Delta, and numbers below a name that carry its indices.

By hand: `y_{ij} = x_{ij} \gamma_j + \beta_j`, so that the gradients by \beta and \gamma add up over the rows.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

AFFINE = (
    r"$$y_{ij} = x_{ij} \gamma_j + \beta_j$$ $$L = \sum_{i=1}^B \sum_{j=1}^N a_{ij} f(y_{ij})$$",
    r"$$dy_{ij} = \frac{dL}{dy_{ij}}$$",
)


def test_a_name_with_a_d_is_a_derivative_in_a_fraction() -> None:
    assert each_verdict(
        *AFFINE,
        lines=[
            r"$$\frac{dL}{d\beta_j} = \sum_i dy_{ij}$$",
            r"$$\frac{dL}{d\gamma_j} = \sum_i dy_{ij} x_{ij}$$",
            r"$$\frac{dL}{d\gamma_j} = \sum_i dy_{ij}$$",
            r"$$\frac{dL}{d\beta_j} = \sum_i \frac{dL}{dy_{ij}} \frac{dy_{ij}}{d\beta_j}$$",
        ],
    ) == ["right", "right", "wrong", "right"]


def test_names_with_a_d_and_an_accent() -> None:
    names = r"$$d\gamma_j = \sum_{i=1}^B dy_{ij} x_{ij}, \quad d\hat{x}_{ij} = dy_{ij} \gamma_j$$"
    assert each_verdict(
        *AFFINE, names, lines=[r"$$\frac{dL}{dx_{ij}} = d\hat{x}_{ij}$$", r"$$\frac{dL}{dx_{ij}} = d\gamma_j$$"]
    ) == ["right", "wrong"]


def test_words_behind_a_d() -> None:
    page = r"$$合計_{3} = w_{31} y_1 + w_{32} y_2$$ $$y_3 = \sigma(合計_{3})$$"
    found = each_verdict(
        page,
        lines=[
            r"$$\frac{dy_3}{d合計_{3}} = \sigma'(合計_{3})$$",
            r"$$\frac{d合計_{3}}{dw_{31}} = y_2$$",
            r"$$\frac{d\text{cost}}{dw} = d \text{ and } w$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] not in ("right", "wrong")


@pytest.mark.parametrize("sign", [r"\Delta", r"\triangle", r"\vartriangle", r"\bigtriangleup", "△", "∆"])
def test_changes_by_any_triangle(sign: str) -> None:
    page = r"$$y_k = \sum_{j=1}^m v'_{kj} h_j, \quad E = \frac12 \sum_{k=1}^n (y_k - t_k)^2$$"
    rule = rf"$${sign} v'_{{kj}} = -\eta \frac{{\partial E}}{{\partial v'_{{kj}}}}$$"
    line = rf"$${sign} v'_{{kj}} = -\eta (y_k - t_k) h_j$$"
    assert each_verdict(page, rule, lines=[line, line.replace("-\\eta", "\\eta")]) == ["right", "wrong"]
    defined = page.replace("E = ", rf"E \overset{{{sign}}}{{=}} ")
    assert verdict(defined, r"$$\frac{\partial E}{\partial y_k} = y_k - t_k$$") == "right"


def test_indices_below_a_number() -> None:
    page = r"$$c_{1_i} = \sum_{j=1}^n a_{ij}^2, \quad c_{2_{i}} = c_{1_i} + b_i, \quad E = \sum_{i=1}^m c_{2_i}^2$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial c_{1_i}} = 2 c_{2_i}$$",
            r"$$\frac{\partial E}{\partial c_{1_i}} = 2 c_{1_i}$$",
        ],
    ) == ["right", "wrong"]


def test_a_prime_behind_a_change_is_that_of_the_weight() -> None:
    page = r"$$y = \sum_{j=1}^m w_j h_j + \sum_{j=1}^m w'_j x_j, \quad E = y^2$$"
    rule = r"$$\Delta w_j = -\eta \frac{\partial E}{\partial w_j}$$"
    rules = rule + " " + rule.replace("w_j", "w'_j")
    report = check("\n\n".join((page, rules, r"$$\Delta w'_j = -2 \eta y x_j$$", r"$$\Delta w_j = -2 \eta y x_j$$")))
    assert [str(c.judgement) for c in report.claims] == ["right", "wrong"]
