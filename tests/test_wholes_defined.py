r"""Steps defined as wholes, `s_3 = W_y h_3 + b`, beside entries in parentheses, `(p_3)_i = ..`, without any range.

By hand: `\partial L/\partial s = p - t` for a softmax with cross entropy, `\tanh' = 1 - \tanh^2`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = (
    '+++\nassume = ["\\\\sum_i t_i = 1"]\n+++\n'
    r"$$ h_1 = \tanh(W_x x_1 + \vec b), \quad h_2 = \tanh(W_x x_2 + W_h h_1 + \vec b) $$ $$ s_2 = W_y h_2 + \vec c $$ "
    r"$$ (p_2)_i = \frac{e^{(s_2)_i}}{\sum_j e^{(s_2)_j}} $$ $$ L = -\sum_i t_i \log (p_2)_i $$"
    "\n\n"
    r"Here $x_1, x_2$, $h_1, h_2$, $s_2$, $p_2$, $t = (t_i)$, $\vec b$, $\vec c$ are column vectors and $W_x$, $W_h$, "
    r"$W_y$ matrices."
    "\n\n"
    r"$$ \frac{\partial L}{\partial W_y} = (p_2 - t) h_2^T $$"
)
LINES = {
    r"\frac{\partial L}{\partial (W_y)_{ij}} = ((p_2)_i - t_i) (h_2)_j": ("(h_2)_j", "(h_1)_j"),
    r"\frac{\partial L}{\partial W_y} = (p_2 - t) h_2^T": ("(p_2 - t)", "(t - p_2)"),
    r"\frac{\partial (p_2)_i}{\partial (s_2)_j} = (p_2)_i (\delta_{ij} - (p_2)_j)": ("- (p_2)_j", "- (p_2)_i"),
    r"\frac{\partial L}{\partial (W_h)_{ij}} = \frac{\partial L}{\partial (h_2)_i} (1 - (h_2)_i^2) (h_1)_j": ("^2", ""),
    r"\frac{\partial L}{\partial (W_x)_{ij}} = \sum_{t=1}^2 \frac{\partial L}{\partial (h_t)_i} (1 - (h_t)_i^2)"
    r" (x_t)_j": ("t=1", "t=2"),
}


@pytest.mark.parametrize("line", LINES)
def test_entries_of_steps(line: str) -> None:
    net = NET if "_t" not in line else NET.replace("t_i", "y_i").replace("t =", "y =").replace("- t)", "- y)")
    assert each_verdict(net, lines=[f"$${line}$$", f"$${line.replace(*LINES[line])}$$"]) == ["right", "wrong"]


@pytest.mark.parametrize("other", ["x_i", "h_j", "s_k", "h", r"h^{(1)}"])
@pytest.mark.parametrize("line", LINES)
def test_names_that_stand_otherwise_too(line: str, other: str) -> None:
    net = (
        NET if "_t" not in line else NET.replace("t_i", "y_i").replace("t =", "y =").replace("- t)", "- y)")
    ) + f"\n\n$$ q = {other} $$"
    found = each_verdict(net, lines=[f"$${line}$$", f"$${line.replace(*LINES[line])}$$"])
    assert found[0] != "wrong"
    assert found[1] != "right"
