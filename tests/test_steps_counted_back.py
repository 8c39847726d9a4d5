r"""Steps counted back from the last one, `\sum_{s=0}^{n-1} \delta^{n-s} (h^{n-s-1})^T`, beside `\delta^{t-1}`.

By hand: with `a^t = U x^t + W h^{t-1} + b` the derivative of a loss at step n by W is `\sum_t \delta^t (h^{t-1})^T`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = (
    '+++\nobjective = "C"\nfunctions = ["f"]\n[ranges]\n"t" = "1..n"\n+++',
    "Here $x^t, a^t, h^t$ are columns at step $t$, and $f$ is applied entry by entry.",
    r"$$ a^t = U x^t + W h^{t-1} + b $$",
    r"$$ h^t = f(a^t) $$",
    r"$$ h^{0} = 0 $$",
    r"$$ C = \frac{1}{2} (h^{n} - d)^T (h^{n} - d) $$",
    r"$$ \delta^t = \frac{\partial C}{\partial a^t} $$",
    r"$$ \delta^{t-1} = f'(a^{t-1}) \odot (W^T \delta^t) $$ ( $t = 2, \dots, n$ )",
)
LINES = (
    (r"\frac{\partial C}{\partial W}", r"\sum_{s=0}^{n-1} \delta^{n-s} (h^{n-s-1})^T", "right"),
    (r"\frac{\partial C}{\partial b}", r"\sum_{s=0}^{n-1} \delta^{n-s}", "right"),
    (r"\frac{\partial C}{\partial U}", r"\sum_{s=0}^{n-1} \delta^{n-s} (x^{n-s})^T", "right"),
    (r"\frac{\partial C}{\partial W}", r"\sum_{s=0}^{n-1} \delta^{n-s} (h^{n-s})^T", "wrong"),
    (r"\frac{\partial C}{\partial b}", r"\sum_{s=1}^{n-1} \delta^{n-s}", "wrong"),
    (r"\frac{\partial C}{\partial U}", r"\sum_{s=0}^{n-1} (x^{n-s})^T \delta^{n-s}", "not right"),
)


@pytest.mark.parametrize(("left", "right", "expected"), LINES)
def test_steps_counted_back(left: str, right: str, expected: str) -> None:
    found = verdict(*NET, f"$$ {left} = {right} $$")
    assert found == expected if expected != "not right" else found != "right"
