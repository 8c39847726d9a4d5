"""Examples numbered above: vectors of targets `(y^{(i)})` beside their transposes, wholes `x^i` beside `x^i_j`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "J"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n"k" = "1..n"\n+++'
NET = (
    FRONT,
    r"$$ J = \frac{1}{2} \sum_{i=1}^m (\sum_{j=1}^n \theta_j x_j^{(i)} - y^{(i)})^2 $$",
    r"$\boldsymbol{\theta} = (\theta_j)$, $\mathbf{x}^{(i)} = (x_j^{(i)})$, $\mathbf{y} = (y^{(i)})$ are column vectors"
    r" and row $i$ of the matrix $\mathbf{X}$ is $(\mathbf{x}^{(i)})^T$.",
)
TURNED = r"$$ \nabla_{\boldsymbol{\theta}} (\mathbf{y}^T \mathbf{X} \boldsymbol{\theta}) = %s $$"


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (TURNED % r"\mathbf{X}^T \mathbf{y}", "right"),
        (TURNED % r"2 \mathbf{X}^T \mathbf{y}", "wrong"),
        (r"$$ \mathbf{y}^T \mathbf{y} = \sum_{i=1}^m (y^{(i)})^2 $$", "right"),
        (r"$$ \mathbf{y}^T \mathbf{y} = \sum_{i=1}^m y^{(i)} $$", "wrong"),
    ],
)
def test_a_transpose_of_the_targets_is_none_of_each(line: str, judged: str) -> None:
    assert verdict(*NET, line) == judged
    by = r"$$ \frac{\partial J}{\partial \theta_k} = %s $$"
    sure = by % r"\sum_{i=1}^m (\boldsymbol{\theta}^T \mathbf{x}^{(i)} - y^{(i)}) %s"
    assert each_verdict(*NET, line, lines=[sure % "x_k^{(i)}", sure % "x_k^{(i)} y^{(i)}"]) == ["right", "wrong"]


def test_a_whole_with_a_letter_above_is_no_number() -> None:
    net = [x.replace("{(i)}", "i") for x in NET]
    line = r"$$ \frac{\partial J}{\partial \theta_k} = \sum_{i=1}^m (\boldsymbol{\theta}^T \mathbf{x}^i - y^i) x_k^i $$"
    found = each_verdict(*net, lines=[line, line.replace("x_k", "y x_k").replace("y^i)", "2 y^i)")])
    assert found[0] != "wrong"
    assert found[1] != "right"
