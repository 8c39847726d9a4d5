r"""Conditions right below a display and right above another one, in many languages: of which of them they are.

By hand: softmax, `\partial S_i/\partial \theta_j = S_i (\delta_{ij} - S_j)`, on the diagonal `S_i (1 - S_i)`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict

NET = r"""$$f_i=e^{\theta_i} \\ g=\sum^K_{k=1}e^{\theta_k} \\ S_i=\frac{f_i}{g}$$
$$
\frac{\partial S_i}{\partial \theta_j}=S_i (\delta_{ij}-S_j)
$$
"""
ON, OFF = r"\frac{\partial S_i}{\partial \theta_j}=S_i (1-S_i)", r"\frac{\partial S_i}{\partial \theta_j}=-S_i S_j"


def judged(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize(
    "words", ["当$i=j$时:", "当 $i=j$ 时，", "若 $i=j$:", "When $i=j$:", "für $i=j$:", "si $i = j$ :", "$i=j$ のとき、"]
)
def test_what_stands_before_a_display_is_said_of_it(words: str) -> None:
    assert judged(f"{NET}{words}\n$$\n{ON}\n$$\n") == ["right", "right"]
    assert judged(f"{NET}{words}\n$$\n{OFF}\n$$\n") == ["right", "wrong"]


def test_what_stands_behind_a_display_is_said_of_that() -> None:
    above = f"{NET}$$\n{ON}\n$$\nfor $i = j$.\n$$\n{OFF}\n$$\nfor $i \\ne j$.\n"
    assert judged(above) == ["right", "right", "right"]


def test_a_line_of_a_case_that_it_does_not_name_is_not_wrong() -> None:
    r"""`f'_i` is `\partial f_i/\partial \theta_j`, which is f on the diagonal and 0 off it."""
    cases = f"当$i=j$时:\n$$\nf'_i=f_i \\\\\n{ON}\n$$\n当$i \\ne j$时:\n$$\nf'_i=0 \\\\\n{OFF}\n$$\n"
    assert judged(NET + cases) == ["right", "right", "unproved", "right"]


def test_an_index_that_is_compared_is_no_label() -> None:
    r"""`g'_i = e^{\theta_j}` defines nothing: j is free in it. By `\theta_j` lines differentiate all the same."""
    case = f"当$i=j$时:\n$$\ng'_i=e^{{\\theta_j}} \\\\\n{ON}\n$$\n"
    assert judged(NET + case)[:: len(judged(NET + case)) - 1] == ["right", "right"]
    assert judged(NET + case.replace(ON, OFF))[-1] == "wrong"


@pytest.mark.parametrize("words", ["由于概率归一化", "Here", "We know that"])
def test_data_that_add_up_as_the_page_says(words: str) -> None:
    line = r"\frac{\partial D}{\partial c} = c - \sum_{k=1}^K t_k w_k"
    page = rf"$$D = \frac12 \sum_{{k=1}}^K t_k (w_k - c)^2$$ {words} $\sum_{{k=1}}^K t_k = 1$:" + f"\n$${line}$$"
    assert "wrong" not in judged(page)
    assert "wrong" in judged(page.replace("= 1$", "= 2$"))


def test_a_sum_in_a_sentence_of_its_own_refutes_nothing() -> None:
    r"""The sum over `k \ne i` above keeps it from being taken for a premise; it is none of the page's mistakes."""
    page = r"""$$CE(y,\hat{y}) = - \sum_{i} y_{i} \times log(\hat{y_{i}})$$
$$
\frac{\partial CE}{\partial \theta_i}=-\sum_ky_k\frac{1}{S_k}\frac{\partial S_k}{\partial \theta_i}
=-y_i(1-S_i)-\sum_{k \not = i}y_k \frac{1}{S_k}(-S_i \times S_k)
$$
由于概率归一化$\sum_ky_k=%s$:
"""
    assert judged(page % 1)[-1] == "unproved"
    assert judged(page % 2)[-1] in ("wrong", "unproved")  # what is said to be so because of something is not refuted


def test_a_function_that_nothing_is_computed_with_is_no_mistake() -> None:
    r"""The step function: `H(a) = [a > 0]` is the slope of the rectifier; nothing says that H is not."""
    net = r"$$x_j = \max(0, \sum_{k=1}^n w_{kj} u_k)$$ ( $1 \le j \le m$ )"
    slope = r"$$\frac{\partial x_j}{\partial w_{ij}} = %s u_i$$"
    assert each_verdict(net, lines=[slope % r"H[\sum_{k=1}^{n} w_{kj} u_k]", slope % ""]) == ["unproved", "wrong"]
