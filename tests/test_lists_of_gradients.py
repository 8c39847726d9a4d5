"""Lists of names with a d that words call gradients, lengths called d, vectors that sentences call rows."""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import each_verdict, verdict

LAYERS = r"""All vectors are row vectors.
$t \in \mathbb{R}^{c}$, $x \in \mathbb{R}^{d}$, $V_1 \in \mathbb{R}^{d \times h}$
and $V_2 \in \mathbb{R}^{h \times c}$. Here $dp_1$, $dr_1$, $dp_2$, $dV_1$, $dV_2$ denote the gradients of the loss $L$
with respect to $p_1$, $r_1$, $p_2$, $V_1$, $V_2$.

$$ p_1 = x V_1 $$

$$ r_1 = \tanh(p_1) $$

$$ p_2 = r_1 V_2 $$

$$ L = \frac12 \| p_2 - t \|^2 $$

"""


def test_a_list_of_gradients_by_a_list() -> None:
    right = (r"dp_2 = p_2 - t", r"dV_2 = r_1^T dp_2", r"dr_1 = dp_2 V_2^T", r"dV_1 = x^T dp_1")
    wrong = (r"dV_1 = x^T dr_1", r"dV_2 = p_1^T dp_2", r"dr_1 = 2 dp_2 V_2^T")
    for lines, judged in ((right, "right"), (wrong, "wrong")):
        found = check(LAYERS + "\n\n".join(f"$$ {line} $$" for line in lines)).claims
        assert {str(c.judgement) for c in found} == {judged}


@pytest.mark.parametrize(
    ("line", "judged"), [(r"(\mathbf{w}^T \mathbf{x} - t)", "right"), (r"(t - \mathbf{w}^T \mathbf{x})", "wrong")]
)
def test_a_length_is_no_factor_of_a_left_side(line: str, judged: str) -> None:
    page = r"$\mathbf{x}, \mathbf{w} \in \mathbb{R}^d$ $$ E = \frac12 (\mathbf{w}^T \mathbf{x} - t)^2 $$"
    assert verdict(page, rf"$$ d\mathbf{{w}} = {line} \mathbf{{x}} $$") == judged


def test_one_vector_is_called_a_row() -> None:
    page = r"""$X$ is $n \times d$, $W$ is $d \times m$, $T$ and $Z$ are $n \times m$. Here $\mathbf{1}$ is
the $n$-dimensional vector of ones, and $\mathbf{b} \in \mathbb{R}^{m}$ is a row vector.

$$ Z = X W + \mathbf{1} \mathbf{b} $$

$$ L = \frac12 \| Z - T \|_F^2 $$"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \nabla_Z = Z - T $$",
            r"$$ \nabla_{\mathbf{b}} = \mathbf{1}^T \nabla_Z $$",
            r"$$ \nabla_{\mathbf{b}} = \mathbf{1}^T Z $$",
            r"$$ \nabla_W = X^T \nabla_Z $$",
        ],
    ) == ["right", "right", "wrong", "right"]
