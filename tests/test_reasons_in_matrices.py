"""Reasons for lines in matrices are told in matrices, and the right line that they show is right on the page."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import Reason

LAYERS = r"""$$z = W x + b, \quad h = \sigma(z), \quad y = V h + c, \quad L = \frac12 \|y - t\|^2$$
with $x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$ and $V \in \mathbb{R}^{q \times m}$."""
LOOP = r"""$$h_t = \tanh(W h_{t-1} + U x_t + b), \quad y_t = V h_t, \quad L = \sum_{t=1}^T \frac12 \|y_t - d_t\|^2$$
mit $h_0 = 0$. Sei $\delta_t = \frac{\partial L}{\partial h_t}$."""
TIED = r"""$$h = \sigma(W x + b), \quad \hat x = W^T h + c, \quad E = \frac12 \|\hat x - x\|^2$$
mit $W \in \mathbb{R}^{m \times n}$ und $e = \hat x - x$."""
NUMBERED = r"""$$z_1 = W_1 x + b_1, \quad a_1 = \tanh(z_1), \quad z_2 = W_2 a_1 + b_2, \quad C = \frac12 \|z_2 - y\|^2$$
$$\delta_2 = \frac{\partial C}{\partial z_2}$$ with $W_1, W_2 \in \mathbb{R}^{n \times n}$."""
LEAST_SQUARES = r"""Let $X \in \mathbb{R}^{n \times d}$ and $y \in \mathbb{R}^n$:
$$E(w) = \|X w - y\|^2 + \lambda \|w\|^2$$"""
LOGISTIC = r"""$$y_n = \sigma(w^\top x_n), \qquad E = -\sum_{n=1}^N \{ t_n \ln y_n + (1 - t_n) \ln (1 - y_n) \}$$"""
DZ, DW, DV, DX = (rf"\frac{{\partial L}}{{\partial {x}}} = " for x in "zWVx")
EW, CW = r"\frac{\partial E}{\partial W} = ", r"\frac{\partial C}{\partial W_2} = "

LINES = [
    # page, wrong line, kind, what the sentence holds, the right side that is shown
    (LAYERS, DZ + r"V^T (t - y) \odot \sigma'(z)", "sign", "`t - y`", ""),
    (LAYERS, DZ + r"V^T (y - t) \odot \sigma(z)", "prime-missing", r"`\sigma(z)` should be `\sigma'(z)`", ""),
    (LAYERS, DZ + r"V^T (y - t) \odot \sigma'(h)", "argument", "", r"V^T (y - t) \odot \sigma'(z)"),
    (LAYERS, DZ + r"V^T (y + t) \odot \sigma'(z)", "sign", "", r"V^T (y - t) \odot \sigma'(z)"),
    (LAYERS, DZ + r"V^T (y - t)", "prime-missing", r"`h \odot (1 - h)`", ""),
    (LAYERS, DW + r"(V^T (y - t) \odot (1 - h)) x^T", "factor-missing", "the factor `h`", ""),
    (LAYERS, DV + r"2 (y - t) h^T", "constant", "", "(y - t) h^T"),
    (LAYERS, DV + r"(y - t) z^T", "variable", "`z` should be `h`", "(y - t) h^T"),
    (LAYERS, DX + r"W^T (V^T (y - t))", "prime-missing", "", ""),
    (
        LOOP,
        r"\frac{\partial L}{\partial U} = \sum_{t=1}^T ((1 - h_t \odot h_t) \odot \delta_t) x_{t-1}^\top",
        "shift",
        "`x_{t-1}` should be `x_t`",
        r"\sum_{t=1}^T ((1 - h_t \odot h_t) \odot \delta_t) x_t^\top",
    ),
    (
        LOOP,
        r"\frac{\partial L}{\partial U} = \sum_{t=2}^T ((1 - h_t \odot h_t) \odot \delta_t) x_t^\top",
        "bound",
        r"`t = 1, \dots, T`",
        r"\sum_{t=1}^T ((1 - h_t \odot h_t) \odot \delta_t) x_t^\top",
    ),
    (TIED, EW + r"((W e) \odot h \odot (1 - h)) x^T", "path-missing", "`h e^T`", ""),
    (NUMBERED, r"\frac{\partial C}{\partial z_1} = W_2 \delta_2 \odot (1 - a_1^2)", "transposed", "`W_2^T`", ""),
    (NUMBERED, CW + r"a_1 \delta_2^T", "transposed", "transpose", r"\delta_2 a_1^T"),
    (LEAST_SQUARES, r"\nabla_w E = 2 X^T (X w + y) + 2 \lambda w", "sign", "", r"2 X^T (X w - y) + 2 \lambda w"),
    (LEAST_SQUARES, r"\nabla_w E = 2 X^T (X w - y)", "penalty-missing", r"`\lambda \|w\|^2`", ""),
    (LOGISTIC, r"\nabla_w E = \sum_{n=1}^N (t_n - y_n) x_n", "sign", "", r"-\sum_{n=1}^N (t_n - y_n) x_n"),
]


def told(page: str, line: str) -> Reason:
    link = check(f"{page}\n\n$${line}$$").claims[-1].links[-1]
    assert str(link.judgement) == "wrong"
    assert link.reason is not None
    return link.reason


@pytest.mark.parametrize(("page", "line", "kind", "said", "right"), LINES)
def test_a_reason_is_told_in_matrices(page: str, line: str, kind: str, said: str, right: str) -> None:
    reason = told(page, line)
    assert reason.kind == kind
    assert said in reason.text
    left = line.split(" = ", maxsplit=1)[0]
    assert reason.right.startswith(f"{left} = ")
    assert right in ("", reason.right.removeprefix(f"{left} = "))
    assert check(f"{page}\n\n$${reason.right}$$").verdict == "right"


def test_a_line_by_entries_is_told_by_entries() -> None:
    reason = told(LAYERS, r"\frac{\partial L}{\partial V_{ij}} = (y_i - t_i) h_i")
    assert "`h_i` should be `h_j`" in reason.text


def test_what_cannot_be_written_in_matrices_stays_in_indices() -> None:
    page = r"""$$y = W x \qquad E = \frac12 \|y - t\|^2 + \sum_i W_{ii}$$ with $W \in \mathbb{R}^{n \times n}$."""
    reason = told(page, r"\frac{\partial E}{\partial W} = (y - t) x^T")
    assert reason.right.startswith(r"\frac{\partial E}{\partial W_{i,")  # no matrix beside a condition on indices
