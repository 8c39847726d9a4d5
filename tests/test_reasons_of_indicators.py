"""Reasons beside maxima and sums: indicators left out, the sum over other classes, signs, ranges said twice."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.check.report import Reason

HINGE = r"""
$$ L = \frac{\lambda}{2} \sum_{j=1}^d w_j^2 + \sum_{i=1}^n \max(0, 1 - y_i s_i), \qquad s_i = \sum_{j=1}^d w_j x_{ij} $$
"""
CLASSES = r"""
$$ s_j = \sum_{d=1}^D W_{jd} x_d, \qquad L = \sum_{j \ne y} \max(0, s_j - s_y + 1) $$

$$ \frac{\partial L}{\partial s_y} = -\sum_{j \ne y} [s_j - s_y + 1 > 0] $$
"""
GATE = r"""
$$ a_j = \sum_{i=1}^n w_{ji} x_i, \quad h_j = [a_j > 0] \, v_j, \quad E = \frac12 \sum_{j=1}^m (h_j - t_j)^2 $$
"""
LEAST_SQUARES = r"""
$$ L = \frac12 \sum_{i=1}^n \left(y_i - \sum_{j=1}^p x_{ij} \beta_j\right)^2 $$
"""
ATTENTION = r"""
$$ s_{ij} = \sum_{a=1}^d q_{ia} k_{ja} \quad (1 \le i, j \le n) $$

$$ p_{ij} = \frac{\exp(s_{ij})}{\sum_{l=1}^n \exp(s_{il})} \quad (1 \le i, j \le n) $$

$$ o_{ia} = \sum_{j=1}^n p_{ij} v_{ja} \quad (1 \le i \le n, 1 \le a \le d) $$

with a loss $L(o)$.
"""


def _reason(page: str, line: str) -> Reason:
    """Why the only line of a page is wrong."""
    (link,) = sd.check(f"{page}\n$$ {line} $$\n").claims[-1].links
    assert str(link.judgement) == "wrong"
    assert link.reason is not None
    return link.reason


def _is_right(page: str, line: str) -> bool:
    """Is what a reason shows a right line?"""
    (link,) = sd.check(f"{page}\n$$ {line} $$\n").claims[-1].links
    return str(link.judgement) == "right"


@pytest.mark.parametrize(
    ("page", "line", "missing"),
    [
        (HINGE, r"\frac{\partial L}{\partial s_i} = -y_i", "[1 - y_i s_i > 0]"),
        (
            HINGE,
            r"\frac{\partial L}{\partial w_j} = \lambda w_j - \sum_{i=1}^n y_i x_{ij}",
            "[1 - y_i s_i > 0]",
        ),
        (CLASSES, r"\frac{\partial L}{\partial s_j} = 1 \quad (j \ne y)", "[s_j - s_y + 1 > 0]"),
    ],
)
def test_an_indicator_is_the_derivative_of_a_maximum(page: str, line: str, missing: str) -> None:
    """It is named, and the line shown with it."""
    reason = _reason(page, line)
    assert reason.kind == "prime-missing"
    assert reason.text == f"the derivative `{missing}` of the function is missing"
    assert missing in reason.right
    assert _is_right(page, reason.right)


def test_an_indicator_of_the_network_is_a_factor() -> None:
    """A gate that a definition has is no derivative."""
    reason = _reason(GATE, r"\frac{\partial E}{\partial v_j} = h_j - t_j")
    assert reason.kind == "factor-missing"
    assert "[a_j > 0]" in reason.text


@pytest.mark.parametrize(
    ("line", "right"),
    [
        (r"\frac{\partial L}{\partial s_y} = -1", r"-\sum_{\substack{j=1 \\ j \neq y}}^J [s_j - s_y + 1 > 0]"),
        (r"\frac{\partial L}{\partial W_{yd}} = -x_d", r"-x_d \sum_{\substack{j=1 \\ j \neq y}}^J [s_j - s_y + 1 > 0]"),
    ],
)
def test_the_sum_over_other_classes_is_written_out(line: str, right: str) -> None:
    """The line put right holds no derivative that was not asked for."""
    reason = _reason(CLASSES, line)
    assert reason.kind == "sum-missing"
    assert reason.right == f"{line.split(' = ')[0]} = {right}"


def test_a_sum_of_indicators_that_stands_there() -> None:
    """What is wrong then is its sign, or a factor."""
    total = r"\sum_{j \ne y} [s_j - s_y + 1 > 0]"
    assert _reason(CLASSES, rf"\frac{{\partial L}}{{\partial s_y}} = {total}").kind == "sign"
    assert _reason(CLASSES, rf"\frac{{\partial L}}{{\partial W_{{yd}}}} = -{total}").kind == "factor-missing"


def test_a_term_that_lacks_its_indicator_is_not_called_right() -> None:
    """Where the points that are looked at lie on one side of the edge, it seems to be."""
    page = r"$$ L = \frac1n \sum_{i=1}^n \max(0, 1 - t_i (\sum_{j=1}^d w_j x_{ij} + b)) + \lambda \sum_{j=1}^d w_j^2 $$"
    reason = _reason(page, r"\frac{\partial L}{\partial w_j} = -\frac1n \sum_{i=1}^n t_i x_{ij}")
    assert "right" not in reason.text
    assert "> 0]" in reason.right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        (
            r"- \sum_{i=1}^n x_{ij} (y_i - x_{ij} \beta_j)",
            r"\left(y_i - \sum_{k=1}^p x_{ik} \beta_k\right)",
        ),
        (
            r"- x_{ij} (y_i - \sum_{k=1}^p x_{ik} \beta_k)",
            r" = -\sum_{i=1}^n x_{ij} \cdot \left(y_i - \sum_{k=1}^p x_{ik} \beta_k\right)",
        ),
    ],
)
def test_minus_stands_in_front_of_a_sum(line: str, right: str) -> None:
    """Nobody writes `y + \\sum (-x)`."""
    reason = _reason(LEAST_SQUARES, rf"\frac{{\partial L}}{{\partial \beta_j}} = {line}")
    assert reason.kind == "sum-missing"
    assert "(-" not in reason.text + reason.right
    assert right in reason.right


def test_what_a_sum_runs_over_is_not_said_again() -> None:
    """No `[1 \\le j \\le n]` in a sum over j from 1 to n."""
    line = r"\frac{\partial L}{\partial q_{ia}} = \sum_{j=1}^n p_{ij} \frac{\partial L}{\partial p_{ij}} k_{ja}"
    reason = _reason(ATTENTION, line)
    assert reason.kind == "path-missing"
    assert "[" not in reason.text + reason.right
    assert reason.right
