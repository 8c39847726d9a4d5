r"""Classes of examples: `P(y^{(i)} \mid x^{(i)})` beside `P(y = k \mid x^{(i)}) = ..`, and rows looked up by `y^{(i)}`;
what a page says of all parameters at once."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

DATA = (
    r"The data are $x^{(i)} \in \mathbb{R}^d$ and $y^{(i)} \in \{1, \dots, K\}$, $i = 1, \dots, n$;"
    r" $\theta_k \in \mathbb{R}^d$, $k = 1, \dots, K$."
)
MODEL = r"$$ P(y = k \mid x^{(i)}) = \frac{\exp(\theta_k^\top x^{(i)})}{\sum_{j=1}^K \exp(\theta_j^\top x^{(i)})} $$"
LIKELIHOOD = r"$$ \ell(\theta) = \sum_{i=1}^n \log P(y^{(i)} \mid x^{(i)}) $$"
LEFT = r"\frac{\partial \ell(\theta)}{\partial \theta_k} = \sum_{i=1}^n"


@pytest.mark.parametrize("data", [DATA, DATA.replace("^{(i)}", "_i")])
def test_the_class_that_was_observed(data: str) -> None:
    def typed(text: str) -> str:
        return text.replace("^{(i)}", "_i") if data != DATA else text

    page = data, typed(MODEL), typed(LIKELIHOOD)
    right = typed(rf"$$ {LEFT} \left( 1\{{y^{{(i)}} = k\}} - P(y = k \mid x^{{(i)}}) \right) x^{{(i)}} $$")
    assert each_verdict(
        *page, lines=[right, right.replace("1\\{", "2 \\cdot 1\\{"), right.replace("P(y = k", typed("P(y = y^{(i)}"))]
    ) == ["right", "wrong", "wrong"]


def test_an_event_of_something_else_stays_unread() -> None:
    other = LIKELIHOOD.replace(r"P(y^{(i)} \mid x^{(i)})", r"P(z^{(i)} \mid x^{(i)})")
    line = rf"$$ {LEFT} \left( 1\{{y^{{(i)}} = k\}} - P(y = k \mid x^{{(i)}}) \right) x^{{(i)}} $$"
    assert verdict(DATA, MODEL, other, line) not in ("right", "wrong")
    bare = LIKELIHOOD.replace(r"\log P", r"y \log P")  # a y that is none of the examples'
    assert verdict(DATA, MODEL, bare, line) not in ("right", "wrong")


def test_rows_looked_up_by_a_class_with_its_number_above() -> None:
    score = r"$$ A = \sum_{i=1}^n \theta_{y^{(i)}}^\top x^{(i)} $$"
    right = r"$$ \frac{\partial A}{\partial \theta_k} = \sum_{i=1}^n 1\{y^{(i)} = k\} x^{(i)} $$"
    assert each_verdict(DATA, score, lines=[right, right.replace(r"1\{y^{(i)} = k\} ", "")]) == ["right", "wrong"]


LISTS = [r"[\theta_1, \theta_2, \dots, \theta_K]", r"(\theta_1, \dots, \theta_K)", r"\{\theta_1, \dots, \theta_K\}"]
SUMS = r"$$ g_i(\theta) = \log \sum_{j=1}^K \exp(\theta_j^\top x^{(i)}), \qquad B = \sum_{i=1}^n g_i(\theta) $$"
SOFTMAX = r"\frac{\exp(\theta_k^\top x^{(i)})}{\sum_{j=1}^K \exp(\theta_j^\top x^{(i)})}"


@pytest.mark.parametrize("listed", LISTS)
def test_all_parameters_in_parentheses(listed: str) -> None:
    data = f"{DATA} All parameters are $\\theta = {listed}$."
    by_one = rf"$$ \frac{{\partial g_i}}{{\partial \theta_k}} = {SOFTMAX} \, x^{{(i)}} $$"
    by_all = rf"$$ \frac{{\partial B}}{{\partial \theta_k}} = \sum_{{i=1}}^n {SOFTMAX} \, x^{{(i)}} $$"
    for line in (by_one, by_all):
        assert each_verdict(data, SUMS, lines=[line, line.replace(r"\exp(\theta_k^\top x^{(i)})", "1")]) == [
            "right",
            "wrong",
        ]


def test_a_function_of_another_array_is_none_of_these() -> None:
    data = DATA + r" All parameters are $\theta = [\theta_1, \dots, \theta_K]$."
    other = SUMS.replace(r"B = \sum_{i=1}^n g_i(\theta)", r"B = \sum_{i=1}^n g_i(\phi)")
    line = rf"$$ \frac{{\partial B}}{{\partial \theta_k}} = \sum_{{i=1}}^n {SOFTMAX} \, x^{{(i)}} $$"
    assert verdict(data, other, line) != "right"


@pytest.mark.parametrize("label", [r"\text{fit}", r"\text{how well it fits}", "B", r"\text{(A)}"])
def test_a_brace_below_a_number_made_of_arrays(label: str) -> None:
    page = (
        r"The data are $x_i \in \mathbb{R}^d$; $w \in \mathbb{R}^d$.",
        rf"$$ E = \underbrace{{\sum_{{i=1}}^n (w^\top x_i)^2}}_{{{label}}} + w^\top w $$",
    )
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial E}{\partial w} = 2 \sum_{i=1}^n (w^\top x_i) x_i + 2 w $$",
            r"$$ \frac{\partial E}{\partial w} = 2 \sum_{i=1}^n (w^\top x_i) x_i + w $$",
        ],
    ) == ["right", "wrong"]


PARTS = (
    r"$$ \text{(A)} = \sum_{i=1}^n w_i x_i, \quad \text{(B)} = \sum_{i=1}^n w_i^2, \quad E = \text{(A)} - \text{(B)} $$"
)


def test_parts_called_by_letters() -> None:
    assert each_verdict(
        PARTS,
        lines=[
            r"$$ \frac{\partial \text{(A)}}{\partial w_i} = x_i $$",
            r"$$ \frac{\partial \text{(A)}}{\partial w_i} = w_i $$",
            r"$$ -\frac{\partial \text{(B)}}{\partial w_i} = -2 w_i $$",
            r"$$ \frac{\partial E}{\partial w_i} = x_i - 2 w_i $$",
            r"$$ \frac{\partial E}{\partial w_i} = x_i - w_i $$",
        ],
    ) == ["right", "wrong", "right", "right", "wrong"]


@pytest.mark.parametrize("number", [r"\quad \text{(A)}", r"\qquad \text{(1)}", r"\quad\text{(I)}"])
def test_a_letter_behind_an_equation_numbers_it(number: str) -> None:
    page = r"$$ E = \sum_{i=1}^n w_i x_i $$"
    assert verdict(page, rf"$$ \frac{{\partial E}}{{\partial w_i}} = x_i {number} $$") == "right"


def test_a_gradient_that_is_not_read_defines_nothing() -> None:
    page = (
        r"The data are $x_i \in \mathbb{R}^d$, $i = 1, \dots, n$; $\theta_k \in \mathbb{R}^d$, $k = 1, \dots, K$.",
        r"$$ \ell(\theta) = \sum_{i=1}^n \sum_{k=1}^K \exp(\theta_k^\top x_i) $$",
        r"$$ \nabla_{\theta}\, \ell(\theta) = G^\top (Y - P) $$",
    )
    line = r"$$ \frac{\partial \ell(\theta)}{\partial \theta_k} = \sum_{i=1}^n \exp(\theta_k^\top x_i) \, x_i $$"
    assert each_verdict(*page, lines=[line, line.replace(r"\exp(\theta_k^\top x_i) \,", "")]) == ["right", "wrong"]
