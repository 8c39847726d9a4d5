r"""The point at which a derivative of a function is taken, in parentheses behind it: `\frac{df}{dz}(z_i)`.

By hand: for y = f(z), z = W x and `E = \frac12 \sum_i (y_i - t_i)^2` the gradient is `(y_i - t_i) f'(z_i) x_j`.
"""

import pytest

from .judging import each_verdict, verdict

NET = r"""
+++
objective = "E"
functions = ["f"]
+++
$$ z_i = \sum_{j=1}^n w_{ij} x_j $$
$$ y_i = f(z_i) $$
$$ E = \frac12 \sum_{i=1}^m (y_i-t_i)^2 $$
"""


@pytest.mark.parametrize("slope", [r"\frac{df}{dz}(z_i)", r"\frac{\partial f}{\partial z}(z_i)", r"\frac{df}{du}(z_i)"])
def test_a_slope_at_a_point(slope: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = (y_i - t_i) SLOPE x_j $$".replace("SLOPE", slope)
    found = each_verdict(NET, lines=[line, line.replace("(z_i)", "(z_j)"), line.replace("x_j", "x_j x_j")])
    assert found[0] == "right"
    assert found[1] in ("wrong", "unreadable", "unproved")
    assert found[2] == "wrong"


def test_a_derivative_times_a_name() -> None:
    """Nothing applies f to `t_i`: a factor may be meant."""
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = (y_i - t_i) \frac{df}{dz}(t_i) x_j $$"
    assert verdict(NET, line) in ("unreadable", "unproved")
