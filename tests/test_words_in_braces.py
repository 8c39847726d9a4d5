r"""Cases as encyclopaedias write them: braces around the array behind the brace, and around the words in it.

By hand: the derivative of the softmax, `p_i (\delta_{ij} - p_j)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

SOFTMAX = r"$$p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}$$"
CASES = (
    r"\left\{{\begin{array}{rcl}p_i(1-p_i)&{\mbox{si}}&i=j\\%s&{\mbox{si}}&i\neq j\end{array}}\right.",
    r"\left\{{\begin{array}{ll}p_i(1-p_i)&{\mbox{si }}i=j\\%s&{\mbox{sinon}}\end{array}}\right.",
    r"\left\lbrace{\begin{array}{rcl}p_i(1-p_i)&{\text{falls}}&i=j\\%s&{\text{sonst}}&\end{array}}\right.",
    r"{\begin{cases}p_i(1-p_i)&{\text{if }}i=j\\%s&{\text{if }}i\neq j\end{cases}}",
    r"{\begin{cases}p_i(1-p_i)&{\text{if }}i=j\\%s&{\text{otherwise}}\end{cases}}",
    r"\left\{{\begin{matrix}p_i(1-p_i),&{\mbox{if}}\ i=j,\\%s,&{\mbox{otherwise}}.\end{matrix}}\right.",
)


@pytest.mark.parametrize("cases", CASES)
def test_cases_in_braces(cases: str) -> None:
    line = r"$$\frac{\partial p_i}{\partial z_j} = " + cases + "$$"
    assert each_verdict(SOFTMAX, lines=[line % "-p_i p_j", line % "p_i p_j"]) == ["right", "wrong"]


def test_a_name_in_braces_keeps_its_index() -> None:
    page = r"$${\text{loss}}_i = \frac12 x_i^2, \quad E = \sum_{i=1}^n {\text{loss}}_i$$"
    line = r"$$\begin{aligned} \frac{\partial E}{\partial x_i} &= x_i \\ &{\text{loss}}_i = "
    assert each_verdict(page, lines=[line + r"\frac12 x_i^2 \end{aligned}$$", line + r"x_i^2 \end{aligned}$$"]) == [
        "right",
        "wrong",
    ]
