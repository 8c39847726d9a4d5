r"""Names that nothing defines beside what is computed and not used: they may be made of it, and no line says so.

By hand: with u = f(a) the derivative of `(u - t)^2 / 2` by w is `(u - t) f'(a) x_i`, with data u it is 0.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
For $i = 1, \dots, n$

$$ a = \sum_{i=1}^n w_i x_i $$

$$ E = \frac{1}{2} (u - t)^2 $$
"""
ZERO = r"$$ \frac{\partial E}{\partial w_i} = 0 $$"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Here $u$ is the activation of the unit for the input $a$, and $t$ the target.",
        "The output is $u$, the target $t$.",
        "$u$ and $a$ are tied; $t$ is the target.",
        "With $u$, a function of the input.",
    ],
)
def test_a_derivative_is_not_known_to_be_0_where_the_end_of_a_path_is_not_said(words: str) -> None:
    assert each_verdict(
        PAGE + words,
        lines=[
            ZERO,
            r"$$ \frac{\partial E}{\partial w_i} = (u - t) x_i $$",
            r"$$ \frac{\partial E}{\partial u} = u - t $$",
            r"$$ \frac{\partial E}{\partial u} = t - u $$",
            r"$$ \frac{\partial a}{\partial w_i} = x_i $$",
        ],
    ) == ["unproved", "unproved", "right", "wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "Here $u$ and $t$ are given data.",
        "where $t$ is the target and $u$ a parameter.",
        "with parameters $u$, $t$.",
        "$u$ 는 회귀계수, $t$ 는 목표값이다.",
    ],
)
def test_words_tell_that_a_name_is_data(words: str) -> None:
    assert verdict(PAGE + words, ZERO) == "right"


def test_what_reaches_the_objective_otherwise_is_differentiated_as_it_stands() -> None:
    decay = PAGE + r"$$ R = E + \sum_{i=1}^n w_i^2 $$"
    assert verdict(decay, r"$$ \frac{\partial R}{\partial x_i} = 0 $$") == "unproved"
    used = PAGE.replace("u - t", "u a - t")
    assert verdict(used, r"$$ \frac{\partial E}{\partial w_i} = (u a - t) u x_i $$") == "right"


MARKED = r"""
For $j = 1, \dots, J$

$$ h_j = \tanh(\sum_{i=1}^I w_{ji} x_i) $$

$$ E = \frac{1}{2} \sum_{j=1}^J (MARK - t_j)^2 $$
"""


@pytest.mark.parametrize("name", [r"\tilde{h}_j", r"\hat h_j", "h'_j", "h_j'", r"\bar{\mathbf{h}}_j"])
def test_a_name_with_an_accent_or_prime_may_be_made_of_the_one_without(name: str) -> None:
    page = MARKED.replace("MARK", name)
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial w_{ji}} = 0 $$",
            rf"$$ \frac{{\partial E}}{{\partial {name}}} = {name} - t_j $$",
        ],
    ) == ["unproved", "right"]
    told = page + f"\nwhere ${name}$ and $t_j$ are given data.\n"
    assert verdict(told, r"$$ \frac{\partial E}{\partial w_{ji}} = 0 $$") == "right"


def test_a_target_with_a_hat_beside_what_is_computed_is_another_name() -> None:
    page = MARKED.replace("MARK", r"\hat h_j").replace("t_j", "h_j")
    right = r"\frac{\partial E}{\partial w_{ji}} = -(\hat h_j - h_j) (1 - h_j^2) x_i"
    assert each_verdict(page, lines=[f"$$ {right} $$", f"$$ {right.replace('-(', '(')} $$"]) == ["right", "wrong"]


STEPS = r"""
For $t = 1, \dots, T$, with the initial $h_0$ given

$$ u_{t,i} = \sum_{j=1}^n W_{ij} h_{t-1,j} + x_{t,i} $$

$$ o_t = \sum_{i=1}^n v_i h_{t,i} $$

$$ L = \frac{1}{2} \sum_{t=1}^T (o_t - y_t)^2 $$
"""


@pytest.mark.parametrize(
    ("line", "untold", "told"),
    [
        (r"\frac{\partial L}{\partial h_{t,j}} = v_j (o_t - y_t)", "unproved", "wrong"),
        (r"\frac{\partial L}{\partial W_{ij}} = 0", "unproved", "wrong"),
        (r"\frac{\partial L}{\partial v_i} = \sum_{t=1}^T (o_t - y_t) h_{t,i}", "right", "right"),
        (r"\frac{\partial L}{\partial v_i} = \sum_{t=1}^T (o_t - y_t) h_{t-1,i}", "wrong", "wrong"),
    ],
)
def test_what_is_made_of_earlier_entries_may_make_the_next(line: str, untold: str, told: str) -> None:
    case = " ($t \\ge 1$)" if "h_{t,j}}" in line else ""
    assert verdict(STEPS, f"$$ {line} $$" + case) == untold
    assert verdict(STEPS + "\n$$ h_{t,i} = \\tanh(u_{t,i}) $$\n", f"$$ {line} $$" + case) == told


def test_delayed_inputs_of_a_last_node_are_no_loose_ends() -> None:
    page = r"$$ y_t = a x_t + b x_{t-1} $$ ($t = 1, \dots, T$)"
    line = r"$$ \frac{\partial E}{\partial a} = \sum_{t=1}^T \frac{\partial E}{\partial y_t} x_t $$"
    assert verdict('+++\nobjective = "E"\n+++\n' + page, line) == "right"


def test_a_function_that_is_only_declared_may_be_what_the_page_takes_for_granted() -> None:
    page = '+++\nobjective = "E"\nfunctions = ["g"]\n+++\n' r"$$ m = \sum_{j=1}^J v_j x_j $$"
    line = r"$$ \frac{\partial E}{\partial v_j} = g'(m) x_j $$"
    assert verdict(page, line) == "unproved"
    assert each_verdict(page + "\n\n$$ E = g(m) $$\n", lines=[line, line.replace("x_j", "v_j")]) == ["right", "wrong"]


def test_what_goes_round_and_reaches_no_objective_is_a_loose_end() -> None:
    page = r"""
For $t = 1, \dots, T$, with $s_0 = 0$

$$ net_t = v x_t + u s_{t-1} $$

$$ s_t = \tanh(net_t) $$

$$ C = \frac{1}{2} \sum_{t=1}^T (a_t - d_t)^2 $$
"""
    zero = r"$$ \frac{\partial C}{\partial u} = 0 $$"
    assert verdict(page, zero) == "unproved"
    assert verdict(page + r"$$ a_t = w s_t $$", zero) == "wrong"
    assert verdict(page + "with data $a_t$ and $d_t$.", zero) == "right"
