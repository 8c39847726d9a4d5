r"""Slopes without arguments, `\frac{\partial h_j}{\partial w_{ji}} = f' x_i`: at the argument of a value."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

TWO = r"""$$p_j = f(\sum_i w_{ji} x_i + b_j) \qquad q_k = g(\sum_j v_{kj} p_j)$$

$$E = \frac12 \sum_k (q_k - r_k)^2$$"""
SAME = r"""$$a_j = \sum_i w_{ji} x_i \qquad p_j = \sigma(a_j) \qquad c_k = \sum_j v_{kj} p_j \qquad q_k = \sigma(c_k)$$

$$E = \frac12 \sum_k (q_k - r_k)^2$$"""
LOOP = r"""$$s_t = f(w s_{t-1} + u x_t) \qquad E = \frac12 (s_T - r)^2$$"""


def test_the_value_of_the_line() -> None:
    cases = [
        (r"\frac{\partial p_j}{\partial w_{ji}} = f' x_i", "right"),
        (r"\frac{\partial p_j}{\partial w_{ji}} = f' x_j", "wrong"),
        (r"\frac{\partial p_l}{\partial b_j} = \delta_{lj} f'", "right"),
        (r"\frac{\partial p_l}{\partial b_j} = f'", "wrong"),
        (r"\frac{\partial q_k}{\partial w_{ji}} = g' v_{kj} \frac{\partial p_j}{\partial w_{ji}}", "right"),
        (r"\frac{\partial q_k}{\partial w_{ji}} = g' \frac{\partial p_j}{\partial w_{ji}}", "wrong"),
        (r"\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial p_j} f' x_i", "right"),
        (r"\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial p_j} f'", "wrong"),
        # under the sum over j the slope is that of each p_j
        (r"\frac{\partial q_k}{\partial x_i} = g' \sum_j v_{kj} f' w_{ji}", "right"),
        (r"\frac{\partial q_k}{\partial x_i} = g' \sum_j v_{jk} f' w_{ji}", "wrong"),
        # nothing tells at which unit f is meant
        (r"\frac{\partial q_k}{\partial w_{ji}} = g' v_{kj} f' x_i", "unreadable"),
        (r"\frac{\partial E}{\partial v_{kj}} = (q_k - r_k) g' p_j", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(TWO, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_one_function_of_two_layers() -> None:
    cases = [
        (r"\frac{\partial q_k}{\partial c_k} = \sigma'", "right"),
        (r"\frac{\partial E}{\partial c_k} = (q_k - r_k) \sigma'", "right"),
        (r"\frac{\partial E}{\partial c_k} = (r_k - q_k) \sigma'", "wrong"),
        (r"\frac{\partial E}{\partial a_j} = \sigma' \sum_k \frac{\partial E}{\partial c_k} v_{kj}", "right"),
        (r"\frac{\partial E}{\partial a_j} = \sigma' \sum_k \frac{\partial E}{\partial c_k} v_{jk}", "wrong"),
        # one of the two is at another unit
        (r"\frac{\partial E}{\partial a_j} = \sum_k (q_k - r_k) \sigma' v_{kj} \sigma'", "unreadable"),
        # the slope of q stands here already
        (r"\frac{\partial q_k}{\partial w_{ji}} = q_k (1 - q_k) v_{kj} \sigma' x_i", "unreadable"),
        (r"\frac{\partial q_k}{\partial w_{ji}} = \frac{\partial q_k}{\partial c_k} v_{kj} \sigma' x_i", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAME, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_steps() -> None:
    cases = [
        (r"\frac{\partial s_t}{\partial w} = f' (s_{t-1} + w \frac{\partial s_{t-1}}{\partial w})", "right"),
        (r"\frac{\partial s_t}{\partial w} = f' (s_t + w \frac{\partial s_{t-1}}{\partial w})", "wrong"),
        (
            r"\frac{\partial s_t}{\partial w} = f' \left[ s_{t-1} + w \frac{\partial s_{t-1}}{\partial w} \right]",
            "right",
        ),
        (r"\frac{\partial s_t}{\partial s_{t-1}} = w f'", "right"),
        (r"\frac{\partial s_t}{\partial s_{t-1}} = u f'", "wrong"),
        (r"\frac{\partial E}{\partial w} = \sum_{t=1}^T \frac{\partial E}{\partial s_t} f' s_{t-1}", "right"),
        (r"\frac{\partial E}{\partial w} = \sum_{t=1}^T \frac{\partial E}{\partial s_t} f' s_t", "wrong"),
        (r"\frac{\partial s_t}{\partial w} = f' (s_{t-1} + w f' s_{t-2})", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(LOOP, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_parenthesis_is_a_factor_or_the_argument() -> None:
    cases = [
        (r"\frac{\partial E}{\partial c_k} = \sigma' (q_k - r_k)", "right"),
        (r"\frac{\partial E}{\partial c_k} = \sigma' (r_k - q_k)", "wrong"),
        (r"\frac{\partial E}{\partial c_k} = \sigma'(c_k) (q_k - r_k)", "right"),
        (r"\frac{\partial E}{\partial c_k} = (q_k - r_k) \sigma'(q_k)", "wrong"),
        (
            r"\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial p_j} \sigma'(\sum_l w_{jl} x_l) x_i",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial p_j} \sigma'(\sum_l w_{lj} x_l) x_i",
            "wrong",
        ),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAME, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_where_slopes_stand_alone_a_parenthesis_may_be_either() -> None:
    other = r"$$\frac{\partial E}{\partial c_k} = (q_k - r_k) \sigma'$$"
    line = r"$$\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial p_j} \sigma'(2 w_{ji} x_i) x_i$$"
    assert verdict(SAME, line) == "wrong"
    assert verdict(SAME, other, line) == "unreadable"


DELTAS = r"$$\delta_k = \frac{\partial E}{\partial c_k} \qquad \epsilon_j = \frac{\partial E}{\partial a_j}$$"


def test_a_name_for_the_derivative() -> None:
    cases = [
        (r"\delta_k = (q_k - r_k) \sigma'", "right"),
        (r"\delta_k = (q_k + r_k) \sigma'", "wrong"),
        (r"\epsilon_j = \sigma' (\sum_k v_{kj} \delta_k)", "right"),
        (r"\epsilon_j = \sigma' (\sum_k v_{kj})", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAME, DELTAS, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (r"Here $f'$ is the derivative of $f$.", ("right", "wrong")),
        (r"$f'$ は $f$ の導関数である。", ("right", "wrong")),
        (r"Here $f'$ is taken at $w s_{t-1}$.", ("unreadable", "unreadable")),
        (r"Here $f'$ denotes the derivative at $s_t$.", ("unreadable", "unreadable")),
        (r"Here $f'$ is another function.", ("unreadable", "unreadable")),
        (r"Here $f'$ is not the derivative of $f$.", ("unreadable", "unreadable")),
        (r"$$f' = 1$$", ("unreadable", "unreadable")),
    ],
)
def test_what_is_said_of_it(said: str, expected: tuple[str, str]) -> None:
    line = r"$$\frac{\partial s_t}{\partial s_{t-1}} = w f'$$"
    assert (verdict(LOOP, said, line), verdict(LOOP, said, line.replace("w f'", "u f'"))) == expected


def test_weights_with_a_prime_are_no_slopes() -> None:
    page = r"$$y = w(x + 1) \qquad E = (y - w' x)^2$$"
    assert verdict(page, r"$$\frac{\partial y}{\partial x} = w'$$") != "right"


RENAMED = r"$$R_{jp} = \delta_{jp} a_p \qquad e_j = a_j + t_j \qquad G_{ji} = w_{ji} x_i$$"


def test_arguments_under_another_name() -> None:
    cases = [
        (r"\frac{\partial p_j}{\partial a_j} = \sigma'(\sum_{p=1}^J R_{jp})", "right"),
        (r"\frac{\partial p_j}{\partial a_j} = \sigma'(2 R_{jj} / 2)", "right"),
        (r"\frac{\partial p_j}{\partial a_j} = \sigma'(2 R_{jj})", "wrong"),
        (r"\frac{\partial p_j}{\partial a_j} = \sigma'(\sum_i G_{ji})", "right"),
        (r"\frac{\partial p_j}{\partial a_j} = \sigma'(\sum_i G_{ji}) a_j", "wrong"),
        (r"\frac{\partial p_j}{\partial a_j} = \sigma'(e_j - t_j)", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAME, RENAMED, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


STEPS = r"""$$q_k(t) = f(c_k(t)), \quad c_k(t) = \sum_l w_{kl} x_l(t)$$

$$E(t) = \frac12 \sum_k (q_k(t) - r_k(t))^2$$"""


def test_values_with_steps_behind() -> None:
    cases = [
        (r"\frac{\partial E(t)}{\partial c_k(t)} = f'(c_k(t)) (q_k(t) - r_k(t))", "right"),
        (r"\frac{\partial E(t)}{\partial c_k(t)} = f'(c_k(t)) (r_k(t) - q_k(t))", "wrong"),
        (r"\frac{\partial E(t)}{\partial c_k(t)} = f'(q_k(t)) (q_k(t) - r_k(t))", "wrong"),
        (r"\frac{\partial E(t)}{\partial w_{kl}} = f'(\sum_j w_{kj} x_j(t)) (q_k(t) - r_k(t)) x_l(t)", "right"),
        # f' is a factor here, of which nothing says at which step
        (r"\frac{\partial E(t)}{\partial c_k(t)} = f' (q_k(t) - r_k(t))", "unreadable"),
        (r"\frac{\partial E(t)}{\partial c_k(t)} = f' (r_k(t) - q_k(t))", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(STEPS, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("state", ["z", "y"])
def test_a_parenthesis_with_derivatives_behind_values_with_steps(state: str) -> None:
    page = rf"$$y_k(t+1) = f(s_k(t)), \quad s_k(t) = \sum_l w_{{kl}} {state}_l(t)$$"
    line = (
        rf"$$\frac{{\partial y_k(t+1)}}{{\partial w_{{ij}}}} = f' \left(\delta_{{ik}} {state}_j(t)"
        rf" + \sum_l w_{{kl}} \frac{{\partial {state}_l(t)}}{{\partial w_{{ij}}}}\right)$$"
    )
    found = each_verdict(page, lines=[line, line.replace("f'", "f'(s_k(t))")])
    assert found[0] == "unreadable"
    assert found[1] != "wrong"


SHIFTED = r"""$$c_j = \sum_{i=1}^I w_{ji} x_i \qquad h_j = g(c_j) \qquad (1 \le j \le J)$$"""


def test_a_letter_that_numbers_is_no_value() -> None:
    cases = [
        # the h of the sum, in brackets, numbers units: it is not the unit h that g makes
        (r"\sum_{h=0}^{J-1} \frac{\partial E}{\partial h_{h+1}} g'([h = 0] c_1 + [h > 0] c_{h+1}) w_{h+1,i}", "right"),
        (r"\sum_{h=0}^{J-1} \frac{\partial E}{\partial h_{h+1}} g'([h = 0] c_2 + [h > 0] c_{h+1}) w_{h+1,i}", "wrong"),
        (
            r"\sum_{h=0}^{J-1} \frac{\partial E}{\partial h_{h+1}} g'(\sum_{q=1}^J [q = h+1] c_q) w_{h+1,i}",
            "right",
        ),
        (r"\sum_{h=0}^{J-1} \frac{\partial E}{\partial h_{h+1}} g'(\sum_{q=1}^J [q = h] c_q) w_{h+1,i}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(SHIFTED, lines=[rf"$$\frac{{\partial E}}{{\partial x_i}} = {line}$$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line
