r"""Data of which definitions show the entries, `y_{t,k}`, and lines the whole, `q_t - y_t`: a vector for each step."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""+++
objective = "L"
ranges = { t = "1..T" }
+++
$$ h_t = \tanh(U x_t + V h_{t-1} + b) $$

$$ h_0 = 0 $$

$$ q_t = W h_t + c $$

$$ L = \frac{1}{2} \sum_{t} \sum_{k=1}^{K} (q_{t,k} - y_{t,k})^2 $$

$$ \frac{\partial L}{\partial W} = \sum_t \frac{\partial L}{\partial q_t} h_t^\top $$

"""


def verdicts(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims][1:]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial W} = \sum_t (q_t - y_t) h_t^\top", "right"),
        (r"\frac{\partial L}{\partial c} = \sum_t (q_t - y_t)", "right"),
        (r"\frac{\partial L}{\partial h_T} = W^\top (q_T - y_T)", "right"),
        (r"\frac{\partial L}{\partial W} = \sum_t (y_t - q_t) h_t^\top", "wrong"),
        (r"\frac{\partial L}{\partial c} = \sum_t (q_t + y_t)", "wrong"),
        (r"\frac{\partial L}{\partial h_T} = W^\top (q_T - y_{T-1}) \quad (T > 1)", "wrong"),
    ],
)
def test_data_beside_an_array_of_the_same_length(line: str, expected: str) -> None:
    assert verdicts(PAGE + f"$$ {line} $$") == [expected]


def test_a_number_for_each_step_stays_one() -> None:
    """The sum over t runs over the entries of y, so that `y_t` is one of them."""
    page = PAGE.replace(r"- y_{t,k})^2", r"- y_t)^2")
    line = r"$$ \frac{\partial L}{\partial c} = \sum_t (q_t - y_t) $$"
    assert verdicts(page + line)[0] != "wrong"


def test_of_another_length_it_is_no_such_vector() -> None:
    line = r"$$ \frac{\partial L}{\partial b} = \sum_t (h_t - y_t) $$"
    assert "right" not in verdicts(PAGE + line)
