r"""`\delta_t^{(o)}` beside `\delta_t^{(h)}`: letters in brackets above that tell errors apart."""

import pytest

from .judging import check

NET = r"""
$s_0$ is given, and for $t = 1, \dots, T$

$$ s_t = \tanh(U s_{t-1} + V x_t + b) $$

$$ q_t = R s_t + c $$

$$ J = \frac12 \sum_{t=1}^T \|q_t - p_t\|^2 $$

with $x_t \in \mathbb{R}^d$, $s_t \in \mathbb{R}^n$, $q_t \in \mathbb{R}^m$, $U \in \mathbb{R}^{n \times n}$,
$V \in \mathbb{R}^{n \times d}$, $R \in \mathbb{R}^{m \times n}$.

"""
ERRORS = r"""
$$ e_t^{(q)} = \frac{\partial J}{\partial q_t} $$

$$ e_t^{(s)} = \frac{\partial J}{\partial s_t} $$

"""


def judged(page: str, line: str, beside: str = "") -> str:
    return str(check(f"{page}\n$$ {line} $$ {beside}\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "beside", "verdict"),
    [
        (r"e_t^{(q)} = q_t - p_t", "", "right"),
        (r"e_T^{(s)} = R^T e_T^{(q)}", "", "right"),
        (r"e_T^{(s)} = R^T e_T^{(s)}", "", "wrong"),
        (
            r"e_t^{(s)} = R^T e_t^{(q)} + U^T ((1 - s_{t+1} \odot s_{t+1}) \odot e_{t+1}^{(s)})",
            r"($t = 1, \dots, T-1$)",
            "right",
        ),
        (
            r"e_t^{(s)} = R^T e_t^{(q)} + U^T ((1 - s_t \odot s_t) \odot e_{t+1}^{(s)})",
            r"($t = 1, \dots, T-1$)",
            "wrong",
        ),
        (r"\frac{\partial J}{\partial V} = \sum_{t=1}^T ((1 - s_t \odot s_t) \odot e_t^{(s)}) x_t^T", "", "right"),
        (r"\frac{\partial J}{\partial V} = \sum_{t=1}^T e_t^{(s)} x_t^T", "", "wrong"),
        (r"\frac{\partial J}{\partial c} = \sum_{t=1}^T e_t^{(q)}", "", "right"),
        (r"\frac{\partial J}{\partial b} = \sum_{t=1}^T e_t^{(s)}", "", "wrong"),
    ],
)
def test_errors_of_different_lengths(line: str, beside: str, verdict: str) -> None:
    assert judged(NET + ERRORS, line, beside) == verdict


LAYERS = r"""
$a^{(0)} = x$, and for $k = 1, \dots, K$

$$ z^{(k)} = W^{(k)} a^{(k-1)} + b^{(k)} $$

$$ a^{(k)} = \tanh(z^{(k)}) $$

$$ J = \frac12 \|a^{(K)} - y\|^2 $$

with $a^{(k)}, z^{(k)}, b^{(k)} \in \mathbb{R}^{n_k}$ and $W^{(k)} \in \mathbb{R}^{n_k \times n_{k-1}}$.

$$ \epsilon^{(k)} = \frac{\partial J}{\partial z^{(k)}} $$

"""


@pytest.mark.parametrize(
    ("line", "beside", "verdict"),
    [
        (r"\epsilon^{(K)} = (a^{(K)} - y) \odot (1 - a^{(K)} \odot a^{(K)})", "", "right"),
        (r"\epsilon^{(K)} = a^{(K)} - y", "", "wrong"),
        (r"\frac{\partial J}{\partial W^{(k)}} = \epsilon^{(k)} (a^{(k-1)})^T", "", "right"),
        (r"\frac{\partial J}{\partial W^{(i)}} = \epsilon^{(i)} (a^{(i-1)})^T", r"($i = 1, \dots, K$)", "right"),
        (r"\frac{\partial J}{\partial W^{(i)}} = \epsilon^{(i)} (a^{(i)})^T", r"($i = 1, \dots, K$)", "wrong"),
    ],
)
def test_letters_of_layers_stay_indices(line: str, beside: str, verdict: str) -> None:
    assert judged(LAYERS, line, beside) == verdict
