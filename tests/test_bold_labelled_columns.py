r"""Bold arrays with a label of which only entries stand, `(\mathbf{c}_u)_p`, beside declared matrices."""

import pytest

from tests.judging import verdict

PAGE = r"""+++
objective = "E"
[ranges]
"s" = "1..N"
"q" = "1..K"
"p" = "1..M"
+++

$$ (\mathbf{S}_u)_{ps} = \sum_{j=1}^{D} (\mathbf{V}_u)_{pj} X_{js} + (\mathbf{c}_u)_p $$

$$ (\mathbf{S}_v)_{qs} = \sum_{p=1}^{M} (\mathbf{V}_v)_{qp} \tanh((\mathbf{S}_u)_{ps}) + (\mathbf{c}_v)_q $$

$$ E = \frac{1}{2} \sum_{s=1}^{N} \sum_{q=1}^{K} ((\mathbf{S}_v)_{qs} - T_{qs})^2 $$

$\mathbf{X} = (X_{js}) \in \mathbb{R}^{D \times N}$, $\mathbf{T} = (T_{qs}) \in \mathbb{R}^{K \times N}$,
$\mathbf{S}_u \in \mathbb{R}^{M \times N}$, $\mathbf{S}_v \in \mathbb{R}^{K \times N}$,
$\mathbf{V}_u \in \mathbb{R}^{M \times D}$, $\mathbf{V}_v \in \mathbb{R}^{K \times M}$; $\mathbf{c}_u$, $\mathbf{c}_v$
are columns and $\mathbf{1}_N$ is the column of $N$ ones. A gradient has the shape of its variable.
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial \mathbf{S}_v} = \mathbf{S}_v - \mathbf{T}", "right"),
        (r"\frac{\partial E}{\partial \mathbf{c}_v} = (\mathbf{S}_v - \mathbf{T}) \mathbf{1}_N", "right"),
        (r"\frac{\partial E}{\partial \mathbf{c}_u} = \frac{\partial E}{\partial \mathbf{S}_u} \mathbf{1}_N", "right"),
        (r"\frac{\partial E}{\partial \mathbf{V}_u} = \frac{\partial E}{\partial \mathbf{S}_u} \mathbf{X}^T", "right"),
        (r"\frac{\partial E}{\partial \mathbf{c}_v} = (\mathbf{T} - \mathbf{S}_v) \mathbf{1}_N", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{V}_v} = (\mathbf{S}_v - \mathbf{T}) \mathbf{S}_u^T", "wrong"),
    ],
)
def test_columns_are_as_long_as_their_letters_run(line: str, expected: str) -> None:
    assert verdict(f"{PAGE}\n$$ {line} $$\n") == expected
