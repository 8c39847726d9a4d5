r"""Hinges differentiated to their sign, data named by a word, functions shown at a letter of the data."""

from __future__ import annotations

from symderiv.check.page import check

from .judging import each_verdict, verdict

HINGES = r"""
$$ z_i = \sum_{j=1}^m W_{ij} x_j + b_i $$ ($i = 1, \dots, n$)

$$ h_i = \max(z_i, 0) $$

$$ J = \sum_{i=1}^n h_i u_i $$
"""


def test_the_sign_of_a_hinge_is_its_step() -> None:
    assert each_verdict(
        HINGES,
        lines=[
            r"$$ \frac{\partial J}{\partial z_i} = \operatorname{sgn}(h_i) u_i $$",
            r"$$ \frac{\partial J}{\partial z_i} = \operatorname{sgn}(z_i) u_i $$",
            r"$$ \frac{\partial h_i}{\partial z_j} = \operatorname{sgn}(h_i) $$",
        ],
    ) == ["right", "wrong", "wrong"]


NAMED = r"""
$$ \mathbf{x} = \text{input} $$

$$ \mathbf{z} = \mathbf{W} \mathbf{x} + \mathbf{b} $$

$$ E = \mathbf{u}^\top \text{ReLU}(\mathbf{z}) $$

with $\mathbf{x} \in \mathbb{R}^m$, $\mathbf{W} \in \mathbb{R}^{n \times m}$, $\mathbf{b}, \mathbf{u} \in \mathbb{R}^n$.
Recall that $\text{ReLU}(x) = \max(x, 0)$, and $1$ is its slope if $x > 0$.
"""


def test_a_word_on_the_right_calls_the_left_side_data() -> None:
    assert each_verdict(
        NAMED,
        lines=[
            r"$$ \frac{\partial z_i}{\partial x_j} = W_{ij} $$",
            r"$$ \frac{\partial z_i}{\partial x_j} = W_{ji} $$",
        ],
    ) == ["right", "wrong"]
    computed = NAMED.replace(r"\text{input}", r"\text{output}")
    assert verdict(computed, r"$$ \frac{\partial z_i}{\partial b_j} = 0 $$") in ("unproved", "unreadable", "wrong")


def test_a_loss_over_the_other_classes_of_one_that_no_line_tells_of() -> None:
    page = r"$$L = \sum_{j \ne i} \max(0, 1 + z_j - z_i)$$" "\n\n"
    lines = {
        r"\frac{\partial L}{\partial z_i} = -\sum_{j \ne i} 1(1 + z_j - z_i > 0)": "right",
        r"\frac{\partial L}{\partial z_i} = \sum_{j \ne i} 1(1 + z_j - z_i > 0)": "wrong",
        r"\frac{\partial L}{\partial z_j} = 1(1 + z_j - z_i > 0), \quad j \ne i": "right",
        r"\frac{\partial L}{\partial z_j} = -1(1 + z_j - z_i > 0), \quad j \ne i": "wrong",
    }
    for line, expected in lines.items():
        assert str(check(f"{page}$${line}$$\n").claims[-1].judgement) == expected
