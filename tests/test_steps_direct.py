r"""The immediate derivatives of backpropagation through time, typed `\partial u^t / \partial w`.

By hand: u^t depends on w through z^{t-1} too, so that `\sum_t \partial E/\partial u^t \, \partial u^t/\partial w` is
the gradient only where the last factor is the direct effect, x^t.
"""

from .judging import each_verdict

NET = r"""
+++
objective = "E"
functions = ["f"]
[ranges]
"i" = "1..I"
"j" = "1..J"
"m" = "1..J"
"t" = "1..T"
+++
$$ u_j^t = \sum_i w_{ji} x_i^t + \sum_m v_{jm} z_m^{t-1} $$
$$ z_j^t = f(u_j^t) $$
$$ z_j^0 = 0 $$
$$ E = \frac{1}{2} \sum_{t=1}^{T} \sum_j (z_j^t - d_j^t)^2 $$
"""
RULE = (
    r"\frac{\partial E}{\partial w_{ji}} ="
    r" \sum_{t=1}^T \frac{\partial E}{\partial u_j^t} \frac{\partial u_j^t}{\partial w_{ji}}"
)
BY_V = (
    r"\frac{\partial E}{\partial v_{jm}} ="
    r" \sum_{t=1}^T \frac{\partial E}{\partial u_j^t} \frac{\partial u_j^t}{\partial v_{jm}}"
)


def test_immediate_derivatives() -> None:
    cases = [
        (RULE + r" = \sum_{t=1}^T \frac{\partial E}{\partial u_j^t} x_i^t", "right"),
        (BY_V + r" = \sum_{t=1}^T \frac{\partial E}{\partial u_j^t} z_m^{t-1}", "right"),
        (RULE, "unproved"),
        (RULE + r" = \sum_{t=1}^T \frac{\partial E}{\partial u_j^t} x_i^{t-1}", "wrong"),
        (RULE + r" = \sum_{t=2}^T \frac{\partial E}{\partial u_j^t} x_i^t", "wrong"),
        (RULE.replace("t=1", "t=2") + r" = \sum_{t=2}^T \frac{\partial E}{\partial u_j^t} x_i^t", "wrong"),
        (r"\frac{\partial u_j^t}{\partial w_{ji}} = x_i^t", "wrong"),
    ]
    for (line, judged), found in zip(
        cases, each_verdict(NET, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == judged, line
