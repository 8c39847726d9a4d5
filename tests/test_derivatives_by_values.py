r"""Derivatives by the value of a function, `\frac{\partial E}{\partial \sigma(z_j)}`."""

from __future__ import annotations

import pytest

import symderiv as sd

LAYERS = r"""$z_j = \sum_{i=1}^n w_{ji} x_i + b_j$ for $j = 1, \dots, m$,
the outputs are $y_k = \sum_{j=1}^m v_{kj} f(z_j)$ for $k = 1, \dots, K$ and
$$ E = \frac12 \sum_{k=1}^{K} (y_k - t_k)^2 . $$

"""


@pytest.mark.parametrize("function", ["f", r"\tanh", r"\sigma", "g"])
@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial f(z_j)} = \sum_{k=1}^K (y_k - t_k) v_{kj}", "right"),
        (r"\frac{\partial E}{\partial f(z_j)} = (y_k - t_k) v_{kj}", "wrong"),
        (r"\frac{\partial E}{\partial z_j} = \frac{\partial E}{\partial f(z_j)} f'(z_j)", "right"),
        (r"\frac{\partial E}{\partial z_j} = \frac{\partial E}{\partial f(z_j)} f(z_j)", "wrong"),
        (
            r"\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial f(z_j)}"
            r" \frac{\partial f(z_j)}{\partial z_j} x_i",
            "right",
        ),
        (r"\frac{\partial y_k}{\partial f(z_j)} = v_{kj}", "right"),
        (r"\frac{\partial y_k}{\partial f(z_j)} = v_{jk}", "wrong"),
    ],
)
def test_the_value_is_a_name_of_its_own(line: str, verdict: str, function: str) -> None:
    page = (
        LAYERS.replace("f(", f"{function}(") + f"$$ {line.replace('f', function).replace(f'{function}rac', 'frac')} $$"
    )
    assert [str(c.judgement) for c in sd.check(page).claims] == [verdict]


def test_what_the_function_is_applied_to_must_be_defined() -> None:
    page = r"$$ E = \sum_{j=1}^m f(x_j)^2 $$ $$ \frac{\partial E}{\partial f(x_j)} = f(x_j) $$"
    assert [str(c.judgement) for c in sd.check(page).claims] != ["right"]


def test_messages_write_it_as_the_author_does() -> None:
    line = r"\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) z_j"
    other = r"\frac{\partial E}{\partial f(z_j)} = \sum_{k=1}^K (y_k - t_k) v_{kj}"
    claim, _ = sd.check(f"{LAYERS}$$ {line} $$\n\n$$ {other} $$").claims
    reason = claim.links[0].reason
    assert reason is not None
    assert reason.text == "the variable is wrong: `z_j` should be `f(z_j)`"
    assert reason.right.endswith("(y_k - t_k) f(z_j)")


def test_a_function_with_parameters_of_its_own_keeps_them() -> None:
    page = r"""$$ y_i = \sum_{c=1}^C w_{ic} x_c $$ for $i = 1, \dots, I$; no $y_i$ is exactly $0$.

$$ f(y_i) = \begin{cases} y_i, & \text{if } y_i > 0 \\ a_i y_i, & \text{if } y_i \le 0 \end{cases} $$

$$ E = \frac12 \sum_{i=1}^I (f(y_i) - t_i)^2 $$

$$ \frac{\partial E}{\partial a_i} = \frac{\partial E}{\partial f(y_i)} \min(0, y_i) $$

$$ \frac{\partial E}{\partial a_i} = \frac{\partial E}{\partial f(y_i)} \max(0, y_i) $$
"""
    assert [str(c.judgement) for c in sd.check(page).claims] == ["right", "wrong"]
