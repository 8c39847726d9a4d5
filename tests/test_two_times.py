r"""Filters over time: `m_{t|t-1} = a m_{t-1|t-1}`, whose first entries no page states."""

from __future__ import annotations

from .judging import verdict

KALMAN = (
    r"$$ m_{t|t-1} = a m_{t-1|t-1}, \quad m_{t|t} = m_{t|t-1} + K (y_t - m_{t|t-1}), \quad"
    r" \ell = \frac12 \sum_{t=1}^T (y_t - m_{t|t-1})^2 $$",
    r"for $t = 1, \dots, T$.",
)
SPREAD = (
    r"$$ P_{t|t-1} = a^2 P_{t-1|t-1} + q, \quad K_t = \frac{c P_{t|t-1}}{c^2 P_{t|t-1} + r} $$",
    r"$$ P_{t|t} = (1 - K_t c) P_{t|t-1} $$",
)


def test_true_lines_are_not_wrong() -> None:
    assert verdict(*KALMAN, r"$$ \frac{\partial m_{t|t}}{\partial m_{t|t-1}} = 1 - K $$") != "wrong"
    step = r"\frac{\partial m_{t|t-1}}{\partial a} = m_{t-1|t-1} + a \frac{\partial m_{t-1|t-1}}{\partial a}"
    assert verdict(*KALMAN, f"$$ {step} $$") != "wrong"
    step = r"\frac{\partial P_{t|t-1}}{\partial a} = 2 a P_{t-1|t-1} + a^2 \frac{\partial P_{t-1|t-1}}{\partial a}"
    assert verdict(*SPREAD, f"$$ {step} $$") != "wrong"


def test_slips_are_not_right() -> None:
    assert verdict(*KALMAN, r"$$ \frac{\partial m_{t|t}}{\partial m_{t|t-1}} = 1 + K $$") != "right"
    assert verdict(*KALMAN, r"$$ \frac{\partial m_{t|t-1}}{\partial a} = m_{t-1|t-1} $$") != "right"
    assert verdict(*SPREAD, r"$$ \frac{\partial P_{t|t-1}}{\partial a} = 2 a P_{t-1|t-1} $$") != "right"
    total = r"\frac{\partial \ell}{\partial a} = \sum_{t=1}^T (y_t - m_{t|t-1}) \frac{\partial m_{t|t-1}}{\partial a}"
    assert verdict(*KALMAN, f"$$ {total} $$") != "right"


def test_without_ranges() -> None:
    page = KALMAN[0].replace("K (", "K_t (").partition(r", \quad \ell")[0] + " $$"
    assert verdict(page, r"$$ \frac{\partial m_{t|t}}{\partial m_{t|t-1}} = 1 - K_t $$") == "right"
    assert verdict(page, r"$$ \frac{\partial m_{t|t}}{\partial m_{t|t-1}} = 1 + K_t $$") == "wrong"
