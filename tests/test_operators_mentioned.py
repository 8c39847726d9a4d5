r"""A nabla that a sentence names (`the gradient $\nabla_u$ is a column`) is an operator, and before another loss takes
the gradient of that one."""

from __future__ import annotations

import pytest

from .judging import each_verdict

PAGE = r"""$$ \mathcal{L} = \sum_{j=1}^{p} c_j u_{1,j}^2 $$

$$ \mathcal{L}_2 = \sum_{j=1}^{p} b_j u_{2,j}^2 - \phi \sum_{j=1}^{p} u_{2,j} u_{1,j} $$

where $\mathbf{u}_1 = (u_{1,j})$, $\mathbf{u}_2 = (u_{2,j})$ and $\mathbf{c} = (c_j)$ are column vectors."""
SAID = ("", r"The gradient $\nabla_{\mathbf{u}_1}$ is a column vector.", r"$\nabla_{\mathbf{u}_1}$ is a column here.")


@pytest.mark.parametrize("said", SAID)
def test_an_operator_named_in_words(said: str) -> None:
    cases = [
        (r"\nabla_{\mathbf{u}_1} \mathcal{L}_2 = -\phi \mathbf{u}_2", "right"),
        (r"\nabla_{\mathbf{u}_1} \mathcal{L}_2 = \phi \mathbf{u}_2", "wrong"),
        (r"\nabla_{\mathbf{u}_1} \mathcal{L}_2 = 0", "wrong"),
        (r"\nabla_{\mathbf{u}_1} \mathcal{L} = 2 \mathbf{c} \odot \mathbf{u}_1", "right"),
        (r"\nabla_{\mathbf{u}_1} \mathcal{L} = 2 \mathbf{c} \odot \mathbf{u}_2", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(PAGE, said, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
