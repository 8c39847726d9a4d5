r"""Examples stacked without a word, of which the page has entries alone: `\mathbf{X}` beside `x_j^{(i)}`."""

from __future__ import annotations

import pytest

import symderiv as sd


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


SQUARES = r"""$$ J = \frac12 \sum_{i=1}^{m} ( \sum_{j=1}^{d} w_j x_j^{(i)} - t^{(i)} )^2 $$

$\mathbf{X}$ is the matrix where each row is $(\mathbf{x}^{(i)})^T$, $\mathbf{w}$ and $\mathbf{t}$ are column vectors.

"""
LOGISTIC = r"""$$ p^{(n)} = \frac{1}{1 + e^{-z^{(n)}}}, \quad z^{(n)} = \sum_{k=0}^{K} \beta_k x_k^{(n)} $$

$$ L = -\sum_{n=1}^{N} ( y^{(n)} \log p^{(n)} + (1 - y^{(n)}) \log (1 - p^{(n)}) ) $$

"""
W, B = r"\nabla_{\mathbf{w}} J", r"\frac{\partial L}{\partial \boldsymbol{\beta}}"


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        (
            SQUARES,
            [
                (rf"{W} = \mathbf{{X}}^T (\mathbf{{X}} \mathbf{{w}} - \mathbf{{t}})", "right"),
                (rf"{W} = \mathbf{{X}}^T (\mathbf{{X}} \mathbf{{w}} + \mathbf{{t}})", "wrong"),
                (rf"{W} = 2 \mathbf{{X}}^T (\mathbf{{X}} \mathbf{{w}} - \mathbf{{t}})", "wrong"),
                (rf"{W} = \mathbf{{X}}^T \mathbf{{X}} \mathbf{{w}}", "wrong"),
                (
                    rf"{W} = \sum_{{i=1}}^m (\mathbf{{w}}^T \mathbf{{x}}^{{(i)}} - t^{{(i)}}) \mathbf{{x}}^{{(i)}}",
                    "right",
                ),
                (
                    rf"{W} = \sum_{{i=1}}^m (\mathbf{{w}}^T \mathbf{{x}}^{{(i)}} + t^{{(i)}}) \mathbf{{x}}^{{(i)}}",
                    "wrong",
                ),
                (r"\nabla_{\mathbf{w}} (\mathbf{t}^T \mathbf{X} \mathbf{w}) = \mathbf{X}^T \mathbf{t}", "right"),
                (r"\nabla_{\mathbf{w}} (\mathbf{t}^T \mathbf{X} \mathbf{w}) = 2 \mathbf{X}^T \mathbf{t}", "wrong"),
            ],
        ),
        (
            SQUARES.replace("row is $(\\mathbf{x}^{(i)})^T$", "column is $\\mathbf{x}^{(i)}$"),
            [
                (rf"{W} = \mathbf{{X}} (\mathbf{{X}}^T \mathbf{{w}} - \mathbf{{t}})", "right"),
                (rf"{W} = \mathbf{{X}} (\mathbf{{t}} - \mathbf{{X}}^T \mathbf{{w}})", "wrong"),
            ],
        ),
        (
            LOGISTIC,
            [
                (rf"{B} = \mathbf{{X}}^\top (\mathbf{{p}} - \mathbf{{y}})", "right"),
                (rf"{B} = \mathbf{{X}}^\top (\mathbf{{y}} - \mathbf{{p}})", "wrong"),
            ],
        ),
    ],
)
def test_lengths_that_entries_tell(page: str, lines: list[tuple[str, str]]) -> None:
    found = verdicts(page + "\n\n".join(f"$$ {line} $$" for line, _ in lines))
    assert found == [expected for _, expected in lines]


@pytest.mark.parametrize(
    "said",
    [
        r"$\mathbf{X}$ is the matrix of whitened inputs.",
        r"$\mathbf{X}$ is the matrix whose rows are $(1, x_1^{(i)}, \dots, x_d^{(i)})$.",
        r"$\mathbf{X}$ is the matrix whose rows are $\mathbf{x}^{(i)}$ with a 1 in front.",
        r"$\mathbf{X}$ is not the matrix whose rows are $\mathbf{x}^{(i)}$.",
        r"$\mathbf{X}$ is the matrix where each column is $\mathbf{x}^{(i)}$.",
        r"$$ \mathbf{X} = \mathbf{A} \mathbf{B} $$",
    ],
)
def test_another_matrix(said: str) -> None:
    page = SQUARES.split("$\\mathbf{X}$")[0] + said + "\n\n"
    assert "right" not in verdicts(page + rf"$$ {W} = \mathbf{{X}}^T (\mathbf{{X}} \mathbf{{w}} - \mathbf{{t}}) $$")
