r"""A length d before a name below a line, `\frac{y_i}{d a_i}` beside gradients `(d\mathbf{a})_i`: in doubt.

By hand: `-\frac1d \sum_i y_i \log a_i` has the slope `-\frac1d \frac{y_i}{a_i}` by `a_i`.
"""

from __future__ import annotations

from .judging import each_verdict

PAGE = r"""$$ a_i = \sigma(\sum_{j=1}^{d} W_{ij} x_j), \quad L = -\frac1d \sum_{i=1}^{d} y_i \log a_i $$

$$ (d\mathbf{a})_i = \frac{\partial L}{\partial a_i} $$

with $\mathbf{a} = (a_i)$, $\mathbf{x} = (x_j)$, $\mathbf{W} = (W_{ij})$."""


def test_a_factor_below_a_line() -> None:
    found = each_verdict(
        PAGE, lines=[r"$$ (d\mathbf{a})_i = -\frac{y_i}{d a_i} $$", r"$$ (d\mathbf{a})_i = \frac{y_i}{d a_i} $$"]
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] != "right"


def test_other_lines() -> None:
    line = r"$$ (d\mathbf{a})_i = -\frac{1}{d} \frac{y_i}{a_i} $$"
    assert each_verdict(PAGE, lines=[line, line.replace(r"\frac{1}{d}", "")]) == ["right", "wrong"]
