r"""A sign `\partial w` that stands for the derivative of the loss, where the page says so once.

By hand: with `u_j = \sum_i x_i w_{ij} + b_j`, `y_j = \tanh(u_j)`, `z_k = \sum_j y_j v_{jk}` and half the squared error,
`\delta_k = z_k - t_k`, `\partial v_{jk} = y_j \delta_k`, `\partial y_j = \sum_k \delta_k v_{jk}`,
`\partial w_{ij} = x_i (1 - y_j^2) \partial y_j`.
"""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import each_verdict

NET = r"""$$ u_j = \sum_{i=1}^{I} x_i w_{ij} + b_j, \quad y_j = \tanh(u_j) $$ ($1 \le j \le J$)

$$ z_k = \sum_{j=1}^{J} y_j v_{jk} $$ ($1 \le k \le K$)

$$ E = \frac12 \sum_{k=1}^{K} (z_k - t_k)^2 $$"""
SHOWN = r"$$ \partial w_{ij} = \frac{\partial E}{\partial w_{ij}} $$"
WORDS = (
    SHOWN,
    SHOWN.replace("=", ":=").replace("w_{ij}", "b_j"),
    SHOWN + r" $$ \partial v_{jk} = \frac{\partial E}{\partial v_{jk}} $$",
    r"Here $\partial w_{ij}$ is short for $\frac{\partial E}{\partial w_{ij}}$.",
    r"$\partial w_{ij}$ means $\partial E / \partial w_{ij}$, and so on.",
)
LINES = (
    (r"$$ \partial v_{jk} = y_j (z_k - t_k) $$", "right"),
    (r"$$ \partial v_{jk} = z_k (z_k - t_k) $$", "wrong"),
    (r"$$ \partial y_j = \sum_{k=1}^{K} (z_k - t_k) v_{jk} $$", "right"),
    (r"$$ \partial y_j = \sum_{k=1}^{K} \partial v_{jk} v_{jk} $$", "wrong"),
    (r"$$ \partial w_{ij} = x_i (1 - y_j^2) \partial y_j $$", "right"),
    (r"$$ \partial w_{ij} = x_i \partial y_j \frac{\partial y_j}{\partial u_j} $$", "right"),
    (r"$$ \partial w_{ij} = x_i \partial y_j (1 - y_j) $$", "wrong"),
    (r"$$ \frac{\partial E}{\partial b_j} = \partial y_j (1 - y_j^2) = \partial u_j $$", "right"),
    (r"$$ \partial b_j = \partial y_j $$", "wrong"),
)


@pytest.mark.parametrize("words", WORDS)
def test_the_page_says_what_it_is_of(words: str) -> None:
    for (line, expected), found in zip(LINES, each_verdict(NET, words, lines=[line for line, _ in LINES]), strict=True):
        assert found == expected, line


@pytest.mark.parametrize(
    "words",
    [
        "",
        r"We do not write $\partial w_{ij}$ for $\frac{\partial E}{\partial w_{ij}}$.",
        SHOWN.replace("{ij} = ", "{ij} = -") + r" $$ \partial b_j = \frac{\partial E}{\partial b_j} $$",
        SHOWN + r" $$ \partial b_j = \frac{\partial u_j}{\partial b_j} $$",
        r"$$ \partial w_{ij} = \frac{\partial E}{\partial v_{jk}} $$",
    ],
)
def test_nothing_says_so(words: str) -> None:
    for line, _ in LINES:
        claims = check(f"{NET}\n\n{words}\n\n{line}").claims
        assert not {"right", "wrong"} & {str(c.judgement) for c in claims if str(c.judgement) and c.line > 8}, line


def test_what_is_not_read_is_said_as_before() -> None:
    (claim,) = (c for c in check(f"{NET}\n\n" + r"$$ \partial w_{ij} = x_i $$").claims if c.line > 6)
    assert str(claim.judgement) == "unreadable"
    assert "for this `\\partial`" in claim.links[0].reason.text
