r"""Features of a pair as a vector, `x(s, a)`, and by entries, `x_i(s, a)`; the gradient of a row, `x(s, a)^\top w`."""

import pytest

from .judging import check

PAGE = r"""
+++
objective = "J"
[ranges]
"a" = "1..A"
"b" = "1..A"
"i" = "1..d"
+++
A policy with the features $f(s, a)$ and their components $f_i(s, a)$.

$$ \pi(a|s) = \frac{\exp(f(s, a)^\top w)}{\sum_b \exp(f(s, b)^\top w)} $$

$$ J = \sum_a \pi(a|s) r(s, a) $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial \log \pi(a|s)}{\partial w_i} = f_i(s, a) - \sum_b \pi(b|s) f_i(s, b)", "right"),
        (r"\frac{\partial \log \pi(a|s)}{\partial w_i} = \sum_b \pi(b|s) f_i(s, b)", "wrong"),
        (r"\frac{\partial \log \pi(a|s)}{\partial w_i} = f_i(s, a) - \sum_b f_i(s, b)", "wrong"),
        (r"\nabla_w \log \pi(a|s) = f(s, a) - \sum_b \pi(b|s) f(s, b)", "right"),
        (r"\nabla_w \log \pi(a|s) = f(s, a) - \pi(a|s) f(s, a)", "wrong"),
        (r"\frac{\partial J}{\partial w_i} = \sum_a \pi(a|s) (r(s, a) - J) f_i(s, a)", "right"),
        (r"\frac{\partial J}{\partial w_i} = \sum_a \pi(a|s) r(s, a) f_i(s, a)", "wrong"),
        (r"\nabla_w f(s, a)^\top w = f(s, a)", "right"),
        (r"\nabla_w f(s, a)^\top w = 2 f(s, a)", "wrong"),
        (r"\nabla_w w^\top f(s, a) = f(s, a)", "right"),
        (r"\nabla_w \log \pi(a|s) = \nabla_w f(s, a)^\top w - \nabla_w \log \sum_b \exp(f(s, b)^\top w)", "right"),
        (r"\nabla_w \log \pi(a|s) = \nabla_w f(s, a)^\top w + \nabla_w \log \sum_b \exp(f(s, b)^\top w)", "wrong"),
    ],
)
def test_features(line: str, verdict: str) -> None:
    assert str(check(f"{PAGE.lstrip()}$$ {line} $$\n").claims[-1].judgement) == verdict


def test_a_row_that_changes() -> None:
    page = r"""
Let $w \in \mathbb{R}^d$, $c \in \mathbb{R}^d$.

$$ g(w) = \frac{1}{2} \|w\|^2 w $$

$$ \nabla_w g(w)^\top w = g(w) $$
"""
    assert "right" not in [str(c.judgement) for c in check(page).claims]
