r"""`$\nabla_i$ denotes the gradient with respect to $r_i$`: nablas with an index below."""

import pytest

from .judging import check

NET = r"""
Let $\mathbf{r}_i \in \mathbb{R}^3$ and $\mathbf{c}_i \in \mathbb{R}^3$ for $i = 1, \dots, N$.

$$ U = \frac{k}{2} \sum_{i=1}^N \|\mathbf{r}_i - \mathbf{c}_i\|^2 $$

"""
SAID = r"Here $\nabla_i$ denotes the gradient with respect to $\mathbf{r}_i$."
LINES = [
    (r"\nabla_i U = k (\mathbf{r}_i - \mathbf{c}_i)", "right"),
    (r"-\nabla_i U = k (\mathbf{c}_i - \mathbf{r}_i)", "right"),
    (r"\nabla_i U = k (\mathbf{c}_i - \mathbf{r}_i)", "wrong"),
    (r"\nabla_i U = \mathbf{r}_i - \mathbf{c}_i", "wrong"),
]


def judged(page: str, line: str) -> str:
    return str(check(f"{page}\n\n$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        r"$\nabla_i$ is the gradient with respect to $\mathbf{r}_i$.",
        r"$\nabla_i$ 表示对 $\mathbf{r}_i$ 求梯度。",
        r"$\nabla_i$ は $\mathbf{r}_i$ に関する勾配である。",
    ],
)
@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_nablas_with_an_index(said: str, line: str, verdict: str) -> None:
    assert judged(NET + said, line) == verdict


@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_other_letters(line: str, verdict: str) -> None:
    said = SAID.replace("_i", "_j") + r" $$ \mathbf{f}_j = -\nabla_j U $$"
    assert judged(NET + said, line) == verdict


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"$\nabla_i$ does not denote the gradient with respect to $\mathbf{r}_i$.",
        r"$\nabla_i$ denotes the gradient with respect to $\mathbf{c}_j$.",
        SAID + r" Below, $\nabla_j$ denotes the gradient with respect to $\mathbf{c}_j$.",
    ],
)
@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_nablas_of_which_nothing_is_known(said: str, line: str, verdict: str) -> None:
    assert judged(NET + said, line) not in ("right", "wrong"), verdict


def test_the_letter_of_a_number() -> None:
    line = r"\nabla_k U = \frac12 \sum_{i=1}^N \|\mathbf{r}_i - \mathbf{c}_i\|^2"
    assert judged(NET + SAID, line) != "wrong"
    assert judged(NET + SAID, r"\nabla_k U = k (\mathbf{r}_1 - \mathbf{c}_1)") != "right"
