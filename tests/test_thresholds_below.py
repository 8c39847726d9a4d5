r"""A threshold `v_\mathrm{th}` beside `v_j^t`, and what several names are at the first step: `v_j^0 = y_k^0 = 0`."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ v_j^{t} = \alpha v_j^{t-1} + \sum_{i=1}^{m} W_{ji} x_i^{t} - v_{\mathrm{th}} z_j^{t-1} $$
( $1 \le j \le n$, $1 \le t \le T$ )

$$ z_j^t = f(v_j^t - v_{\mathrm{th}}) $$

$$ y_k^t = \kappa y_k^{t-1} + \sum_{j=1}^{n} O_{kj} z_j^t $$ ( $1 \le k \le q$ )

$$ E = \frac12 \sum_{t=1}^T \sum_{k=1}^q (y_k^t)^2 $$

with $START$.

"""
NO_RESET = PAGE.replace(r" - v_{\mathrm{th}} z_j^{t-1}", "")
START = "v_j^0 = z_j^0 = y_k^0 = 0"
SLOPE = r"\frac{\partial E}{\partial v_j^t} = \frac{\partial E}{\partial z_j^t} f'(v_j^t - v_{\mathrm{th}})"
LEAK = r" + \alpha \frac{\partial E}{\partial v_j^{t+1}} \quad (t < T)"


def verdicts(page: str, line: str, start: str = START) -> list[str]:
    return [str(c.judgement) for c in sd.check(page.replace("START", start) + f"$${line}$$\n").claims]


@pytest.mark.parametrize("page", [PAGE, NO_RESET, PAGE.replace("mathrm", "text")])
def test_a_threshold(page: str) -> None:
    """The label tells a number apart from the entries `v_j^t`, and `v_j^0` is no power."""
    assert verdicts(page, SLOPE + LEAK) == ["right"]
    assert verdicts(page, SLOPE + LEAK.replace(r"\alpha", "")) == ["wrong"]
    assert verdicts(page, SLOPE + r" \quad (t < T)") == ["wrong"]


def test_by_the_threshold() -> None:
    """It is differentiated by like any number; squares of it are squares."""
    page = "$$ v_j^t = w_j x_j^t - v_\\mathrm{th}^2 x_j^{t-1} $$ ( $1 \\le j \\le n$, $1 \\le t \\le T$ )\n\n"
    page += "$$ E = \\sum_{t=1}^T \\sum_{j=1}^n v_j^t $$\n\n"
    slope = r"\frac{\partial E}{\partial v_\mathrm{th}} = -2 v_\mathrm{th} \sum_{t=1}^T \sum_{j=1}^n x_j^{t-1}"
    assert verdicts(page, slope) == ["right"]
    assert verdicts(page, slope.replace("-2 v_\\mathrm{th}", "-")) == ["wrong"]


def test_the_first_step() -> None:
    """Each of the names is 0 there; with other values, and other letters, each is that number."""
    line = r"\frac{\partial y_k^1}{\partial \kappa} = "
    assert verdicts(PAGE, line + "0") == ["right"]
    assert verdicts(PAGE, line + "0", "v_j^0 = z_j^0 = y_k^0 = 1") == ["wrong"]
    assert verdicts(PAGE, line + "1", "v_j^0 = z_j^0 = y_k^0 = 1") == ["right"]


def test_a_start_that_is_no_step() -> None:
    """Of two names with the same letters the first was the second: no loop runs through that."""
    page = PAGE.replace("START", "v_j^0 = z_j^0 = 0$ and $y_k^0 = 0").replace(r" - v_{\mathrm{th}} z_j^{t-1}", "")
    assert [str(c.judgement) for c in sd.check(page + f"$${SLOPE + LEAK}$$\n").claims] == ["right"]
