r"""Cases typed as an array in a brace, in the middle of a formula: `\sum_i \left\{ \begin{array} .. \right. + w`."""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = (
    r"$$t_i = y_i \sum_{j=1}^d w_j x_{ij}$$",
    r"$$J = \sum_{i=1}^n \max(0, 1 - t_i) + \frac{\lambda}{2} \sum_{j=1}^d w_j^2$$",
)
CASES = r"\left\{ \begin{array}{ll} -y_i x_{ij} & (t_i \leq 1) \\ 0 & otherwise \end{array} \right."


@pytest.mark.parametrize("other", ["otherwise", r"\text{otherwise}", r"\mbox{それ以外}"])
@pytest.mark.parametrize("typed", [r"\sum_{i=1}^n #", r"\sum_{i=1}^n \left( # \right)", r"\sum_{i=1}^n { # }"])
def test_in_the_middle(typed: str, other: str) -> None:
    cases = CASES.replace("otherwise", other)
    for equal in ("=", "&="):
        side = typed.replace("#", cases)
        line = rf"\frac{{\partial J}}{{\partial w_j}} {equal} {side} + \lambda w_j"
        page = (lambda x: rf"\begin{{align}} {x} \end{{align}}") if "&" in equal else (lambda x: f"$$ {x} $$")
        assert each_verdict(
            *NET,
            lines=[
                page(line),
                page(line.replace(r"+ \lambda", r"- \lambda")),
                page(line.replace("{ll} -y", "{ll} y")),
                page(line.replace(r"\leq", r"\geq")),
            ],
        ) == ["right", "wrong", "wrong", "wrong"]


def test_a_factor_in_front() -> None:
    rows = r"\left\{ \begin{array}{l} 1 & t_i < 1 \\ 0 & t_i > 1 \end{array} \right."
    line = rf"$$\frac{{\partial J}}{{\partial t_i}} = - {rows}$$"
    assert each_verdict(
        *NET, lines=[line, line.replace("= - ", r"= -\frac{2}{2} "), line.replace("= - ", r"= \frac{2}{2} ")]
    ) == ["right", "right", "wrong"]


def test_braces_around_equations_are_no_cases() -> None:
    rows = r"\frac{\partial t_i}{\partial w_j} = y_i x_{ij} \\ \frac{\partial t_i}{\partial x_{ij}} = y_i w_j"
    for front in ("", r"a_i = 2 t_i \quad ", r"a_i = 2 t_i, \quad "):
        page = rf"$${front}\left\{{ \begin{{array}}{{l}} {rows} \end{{array}} \right.$$"
        assert each_verdict(*NET, lines=[page, page.replace("y_i w_j", "w_j")]) == ["right", "wrong"]
