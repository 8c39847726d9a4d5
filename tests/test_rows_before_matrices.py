"""Networks whose input is called a row, without any shape: `t = x W_1 + b_1`."""

import pytest
from judging import each_verdict, verdict

NET = r"""$$
\begin{align}
t &= x W_1 + b_1 \\
h &= \sigma(t) \\
v &= h W_2 +  b_2 \\
\hat{y} &= \text{softmax}(v) \\
J &= - \sum_i y_i \log(\hat{y}_i)
\end{align}
$$"""
SAID = [
    "The input $x$ is a row vector, $y$ is one-hot.",
    r"$x$, $h$, $\hat{y}$ and the biases are row vectors, $y$ is a one-hot vector.",
    "$x$ は行ベクトル、$y$ は one-hot ベクトル。",
    r"Here $x \in \mathbb{R}^{1 \times D}$ and $y$ is one-hot.",
]
BY_B = r"\frac{\partial J}{\partial b_1} = (\hat{y} - y) W_2^T \circ \sigma'(t)"
BY_W = r"\frac{\partial J}{\partial W_1} = x^T ((\hat{y} - y) W_2^T \circ \sigma'(t))"
BY_V = r"\frac{\partial J}{\partial W_2} = h^T (\hat{y} - y)"
BY_X = r"\frac{\partial J}{\partial x} = ((\hat{y} - y) W_2^T \circ \sigma'(t)) W_1^T"


def above(page: str) -> str:
    """The same with numbers above."""
    for x in "Wb":
        page = page.replace(f"{x}_1", f"{x}^{{(1)}}").replace(f"{x}_2", f"{x}^{{(2)}}")
    return page.replace("^{(1)}^T", "^{(1)T}").replace("^{(2)}^T", "^{(2)T}")


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(
    ("line", "slips"),
    [
        (BY_B, [(r"\sigma'", r"\sigma"), ("- y", "+ y")]),
        (BY_W, [(r"\sigma'", r"\sigma"), (r" \circ \sigma'(t)", "")]),
        (BY_V, [("h^T", "2 h^T"), ("= h^T", "= -h^T")]),
        (BY_X, [(r"W_2^T \circ", r"W_2^T \circ t \circ"), ("- y", "+ y")]),
    ],
)
def test_the_capital_behind_a_row_is_a_matrix(said: str, line: str, slips: list[tuple[str, str]]) -> None:
    assert verdict(said, NET, f"$$ {line} $$") == "right"
    assert verdict(said, above(NET), f"$$ {above(line)} $$") == "right"
    for slip, found in zip(
        slips, each_verdict(said, NET, lines=[f"$$ {line.replace(*slip)} $$" for slip in slips]), strict=True
    ):
        assert found == "wrong", slip


@pytest.mark.parametrize(
    "said",
    [
        "$x$ is not a row vector, $y$ is one-hot.",
        "$x$ is a column vector, $y$ is one-hot.",
        "$x$ is a row vector, $b_1$ is a column vector, $y$ is one-hot.",
        "$y$ is one-hot.",
    ],
)
def test_nothing_is_told_of_other_pages(said: str) -> None:
    cases = [BY_B, BY_W, BY_X]
    for line, found in zip(cases, each_verdict(said, NET, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in ("unreadable", "unproved"), line
    for line, found in zip(
        cases, each_verdict(said, NET, lines=[f"$$ {line.replace('- y', '+ y')} $$" for line in cases]), strict=True
    ):
        assert found in ("unreadable", "unproved"), line


def test_a_number_behind_a_row() -> None:
    told = "Here $x$ is a row vector with $n$ entries, $w$ is a column and $C$ is a constant."
    net = r"$$ p = x C $$ $$ E = \frac12 (p w - t)^2 $$"
    found = each_verdict(
        told,
        net,
        lines=[
            r"$$ \frac{\partial E}{\partial w} = (p w - t) x^T $$",
            r"$$ \frac{\partial E}{\partial w} = (p w - t) C x^T $$",
        ],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"
