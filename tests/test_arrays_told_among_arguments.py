r"""Arrays that a sentence makes of their entries, behind an objective defined without: `\nabla_w \ell(w, v)`."""

import pytest

from tests.judging import verdict

PAGE = r"""+++
objective = "\\ell"
[ranges]
"i" = "1..m"
"k" = "1..n"
+++

$$ u_i = w_1 \sum_{k=1}^{n} v_k x_{ik} + w_2 $$

$$ \ell = \sum_{i=1}^{m} ( y_i - u_i )^2 $$

Here $w = (w_1, w_2)^T$, $v = (v_k)$ and $x_i = (x_{ik})$ are column vectors.
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_v \ell(w, v) = -2 w_1 \sum_{i=1}^m (y_i - u_i) x_i", "right"),
        (r"\nabla_v \ell(v, w) = -2 w_1 \sum_{i=1}^m (y_i - u_i) x_i", "right"),
        (r"\nabla_v \ell(v) = -2 w_1 \sum_{i=1}^m (y_i - u_i) x_i", "right"),
        (r"\nabla_v \ell(w, v) = -2 w_2 \sum_{i=1}^m (y_i - u_i) x_i", "wrong"),
        (r"\nabla_v \ell(w, v) = -2 \sum_{i=1}^m (y_i - u_i) x_i", "wrong"),
        (r"\nabla_v \ell(v) = 2 w_1 \sum_{i=1}^m (y_i - u_i) x_i", "wrong"),
    ],
)
def test_arguments_are_left_out(line: str, expected: str) -> None:
    assert verdict(f"{PAGE}\n$$ {line} $$\n") == expected


def test_another_argument_is_another_value() -> None:
    lines = r"$$ \nabla_v \ell(w', v) = -2 w_1 \sum_{i=1}^m (y_i - u_i) x_i $$"
    assert verdict(f"{PAGE}\n{lines}\n") not in ("right", "wrong")
