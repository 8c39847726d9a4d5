r"""`P_0 = I` beside `P_k \in \mathbb{R}^{h \times h}` says that P_0 is the identity, no matrix of that shape."""

from __future__ import annotations

import pytest

from tests.judging import verdict

HEAD = r"""Let $\mathbf{W} \in \mathbb{R}^{h \times h}$, $\mathbf{x} \in \mathbb{R}^h$ and
$\mathbf{P}_k \in \mathbb{R}^{h \times h}$ with"""
NEXT = r"""$$\mathbf{P}_k = \mathbf{P}_{k-1} \mathbf{W}, \quad k = 1, \dots, T$$

$$ L = \mathbf{x}^\top \mathbf{P}_1 \mathbf{x} $$"""
LINE = r"$$ \frac{\partial L}{\partial \mathbf{x}} = (\mathbf{W} + \mathbf{W}^\top) \mathbf{x} $$"
SLIP = r"$$ \frac{\partial L}{\partial \mathbf{x}} = 2 \mathbf{W} \mathbf{x} $$"


@pytest.mark.parametrize("identity", [r"\mathbf{I}", "I", r"\mathbf{I}_h", r"\mathbb{I}"])
def test_the_first_of_several_matrices_is_the_identity(identity: str) -> None:
    said = rf"$$ \mathbf{{P}}_0 = {identity} $$"
    assert verdict(HEAD, said, NEXT, LINE) == "right"
    assert verdict(HEAD, said, NEXT, SLIP) == "wrong"


def test_a_vector_that_is_called_i_is_any_vector() -> None:
    page = (
        r"Let $a^0, a^1 \in \mathbb{R}^n$, $W \in \mathbb{R}^{n \times n}$ and the inputs",
        "$$ a^0 = I $$",
        r"$$ a^1 = W a^0 \qquad L = \frac12 \|a^1\|^2 $$",
    )
    assert verdict(*page, r"$$ \frac{\partial L}{\partial W} = a^1 (a^0)^\top $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial W} = a^0 (a^1)^\top $$") == "wrong"
