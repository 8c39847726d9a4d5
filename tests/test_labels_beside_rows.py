r"""Labels without a shape beside rows: the y of `\hat{y} - y`, of which a sum over entries says how long it is."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""
+++
objective = "L"
assume = ["\\sum_{i=1}^{3} y_i = 1"]
+++
The input is a row $x \in \mathbb{R}^{5}$; $W_1 \in \mathbb{R}^{5 \times 4}$, $W_2 \in \mathbb{R}^{4 \times 3}$,
$b_1 \in \mathbb{R}^{4}$, $b_2 \in \mathbb{R}^{3}$.

$$ z_1 = xW_1 + b_1 $$

$$ a_1 = \tanh(z_1) $$

$$ z_2 = a_1W_2 + b_2 $$

$$ \hat y_i = \frac{e^{z_{2,i}}}{\sum_{j=1}^{3} e^{z_{2,j}}} $$ ( $i = 1, \dots, 3$ )

$$ L = -\sum_{i=1}^{3} y_i \log(\hat y_i) $$

$$ \delta_j = \frac{\partial L}{\partial z_{2,j}} $$ ( $j = 1, \dots, 3$ )

$$ \frac{\partial L}{\partial W_{2,ij}} = \delta_j \, a_{1,i} $$ ( $i = 1, \dots, 4$, $j = 1, \dots, 3$ )
"""


def judged(*lines: str, page: str = PAGE) -> list[str]:
    """The judgements of the lines behind the page."""
    report = sd.check(page + "".join(f"\n$$ {line} $$\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


def test_lines_in_rows() -> None:
    weights = r"\frac{\partial L}{\partial W_2} = a_1^T (\hat y - y)"
    inner = r"\frac{\partial L}{\partial b_1} = (\hat y - y) W_2^T \odot (1 - a_1 \odot a_1)"
    assert judged(r"\frac{\partial L}{\partial z_2} = \hat y - y", weights, inner) == ["right"] * 3
    slips = [weights.replace(r"\hat y - y", r"y - \hat y"), inner.replace(r"\odot (1 - a_1 \odot a_1)", "")]
    assert judged(r"\frac{\partial L}{\partial z_2} = \hat y + y", *slips) == ["wrong"] * 3


def test_a_number_beside_a_row_stays_one() -> None:
    page = PAGE.replace(r"y_i \log", r"y \log").replace('assume = ["\\\\sum_{i=1}^{3} y_i = 1"]\n', "")
    assert judged(r"\frac{\partial L}{\partial b_2} = \hat y - y", page=page) != ["right"]
