r"""Layers whose last row is made of the others: ranges said only of derivatives, `1 - \delta`, layers in words."""

from __future__ import annotations

import pytest

import symderiv as sd


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


BIASED = r"""$$ a_j = \sum_{i=1}^{n} w_{ji} x_i + w_{j,n+1} \quad (j = 1, \dots, m) $$

$$ E = \frac12 \sum_{j=1}^{m} (a_j - t_j)^2 $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\delta_{jk} [(1 - \delta_{i,n+1}) x_i + \delta_{i,n+1}]", "right"),
        (r"\delta_{jk} (\delta_{i,n+1} + x_i (-\delta_{i,n+1} + 1))", "right"),
        (r"\delta_{jk} (1 - \delta_{i,n+1}) x_i", "wrong"),
        (r"\delta_{jk} [(1 - \delta_{i,n}) x_i + \delta_{i,n+1}]", "wrong"),
        (r"\delta_{jk} [(1 + \delta_{i,n+1}) x_i + \delta_{i,n+1}]", "wrong"),
        (r"\delta_{jk} [(1 - \delta_{i,n+1}) x_{i+1} + \delta_{i,n+1}]", "wrong"),
        (r"\delta_{jk} [(1 - \delta_{i,n+1}) x_i + 1]", "wrong"),
    ],
)
def test_what_is_left_out_need_not_exist(line: str, expected: str) -> None:
    left = r"\frac{\partial a_k}{\partial w_{ji}}"
    page = rf"{BIASED}$$ {left} = {line} \quad (i = 1, \dots, n+1; j, k = 1, \dots, m) $$"
    assert verdicts(page) == [expected]


ROWS = r"""$$ u_k = \sum_{i=1}^{n} v_{ki} x_i \quad (k = 1, \dots, K) $$

$$ p_k = \frac{e^{u_k}}{\sum_{c=1}^{K} e^{u_c}} \quad (k = 1, \dots, K) $$

$$ v_{K,i} = -\sum_{k=1}^{K-1} v_{ki} \quad (i = 1, \dots, n) $$

SAID

$$ L = -\sum_{c=1}^{K} t_c \log p_c $$

"""
SAID = [
    r"The derivatives $\frac{\partial L}{\partial v_{ki}}$ are taken only for $k = 1, \dots, K-1$. The loss is",
    r"Ableitungen nach $v_{ki}$ gibt es nur für $k = 1, \dots, K-1$. Der Verlust ist",
    r"$\partial/\partial v_{ki}$ は $k = 1, \dots, K-1$ についてのみ考える。誤差は",
]


@pytest.mark.parametrize("said", SAID)
def test_a_range_said_only_of_what_is_mentioned(said: str) -> None:
    lines = [
        (r"\frac{\partial p_c}{\partial u_k} = p_c (\delta_{ck} - p_k) \quad (c, k = 1, \dots, K)", "right"),
        (r"\frac{\partial p_c}{\partial u_k} = p_c (\delta_{ck} + p_k) \quad (c, k = 1, \dots, K)", "wrong"),
        (r"\frac{\partial u_K}{\partial v_{ki}} = -x_i \quad (k = 1, \dots, K-1)", "right"),
        (r"\frac{\partial u_K}{\partial v_{ki}} = x_i \quad (k = 1, \dots, K-1)", "wrong"),
    ]
    page = ROWS.replace("SAID", said) + "\n\n".join(f"$$ {line} $$" for line, _ in lines)
    assert verdicts(page) == [expected for _, expected in lines]


def test_a_line_without_range_below_one_with_it() -> None:
    sums = (
        r"\sum_{c=1}^{K} \frac{t_c}{p_c} [ \frac{\partial p_c}{\partial u_k} SIGN \frac{\partial p_c}{\partial u_K} ]"
    )
    lines = [rf"\frac{{\partial L}}{{\partial v_{{ki}}}} = -x_i {sums.replace('SIGN', sign)}" for sign in ("-", "+")]
    page = ROWS.replace("SAID", "The loss is") + r"For $k = 1, \dots, K-1$ and $i = 1, \dots, n$" + "\n\n"
    assert verdicts(page + "\n\n".join(f"$$ {line} $$" for line in lines)) == ["right", "wrong"]


LAYERS = r"""## Network

$$ z_i^{(l)} = \sum_{j=1}^{N_{l-1}} w_{ij}^{(l)} a_j^{(l-1)} \quad (l = 1, \dots, L; i = 1, \dots, N_l) $$

$$ a_i^{(l)} = g(z_i^{(l)}) \quad (l = 1, \dots, L; i = 1, \dots, N_l) $$

$$ E = \frac12 \sum_{k=1}^{N_L} (a_k^{(L)} - t_k)^2 $$

We write

$$ d_{ki}^{(l)} = \frac{\partial a_k^{(L)}}{\partial z_i^{(l)}} $$

$$ e_i^{(l)} = \sum_{k=1}^{N_L} (a_k^{(L)} - t_k) d_{ki}^{(l)} $$

## Derivation

It is (for $l = L$ with $i = 1, \dots, N_L$, for $l < L$ with $i = 1, \dots, N_l$)

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"e_i^{(L)} = (a_i^{(L)} - t_i) g'(z_i^{(L)})", "right"),
        (r"e_i^{(L)} = (a_i^{(L)} - t_i)", "wrong"),
        (r"e_i^{(L)} = (t_i - a_i^{(L)}) g'(z_i^{(L)})", "wrong"),
        (r"e_i^{(L)} = (a_i^{(L)} - t_i) g'(z_i^{(L-1)})", "wrong"),
    ],
)
def test_the_last_layer_of_what_is_made_of_derivatives_is_claimed(line: str, expected: str) -> None:
    """A slip may be open: `for $l = L$, .. for $l < L$` beside a line without l is a range and an index beyond it."""
    (found,) = verdicts(f"{LAYERS}$$ {line} $$")
    assert found == expected or (expected, found) == ("wrong", "unproved")


def test_words_between_lines_end_a_range() -> None:
    page = r"""$$ L = \sum_{k=1}^{K} c_k \log \pi_k $$

$$ \pi_K = 1 - \sum_{k=1}^{K-1} \pi_k $$

For $k = 1, \dots, K-1$

$$ \frac{\partial L}{\partial \pi_k} = \frac{c_k}{\pi_k} - \frac{c_K}{\pi_K} $$

With all of them free, it is

$$ \frac{\partial L}{\partial \pi_k} = \frac{c_k}{\pi_k} $$
"""
    assert "wrong" not in verdicts(page)


LEFT_OUT = r"""$$ y_i = (1 - \delta_{iJ}) x_i + \delta_{iJ} \ (i = 1, \dots, J) \qquad E = \sum_{i=1}^{J} w_i y_i $$

"""


@pytest.mark.parametrize("told", ["", r"$x \in \mathbb{R}^J$ is the input.", r"The inputs $x_1, \dots, x_J$ are data."])
def test_nothing_says_that_there_is_no_entry_that_is_left_out(told: str) -> None:
    lines = [
        (r"\frac{\partial E}{\partial x_i} = (1 - \delta_{iJ}) w_i", "right"),
        (r"\frac{\partial E}{\partial x_i} = w_i", "unproved"),
        (r"\frac{\partial E}{\partial x_J} = 0", "right"),
        (r"\frac{\partial E}{\partial x_J} = w_J", "wrong"),
        (r"\frac{\partial E}{\partial x_i} = 2 w_i", "wrong"),
    ]
    page = f"{told}\n\n{LEFT_OUT}" + "\n\n".join(f"$$ {line} $$" for line, _ in lines)
    assert verdicts(page) == [expected for _, expected in lines]
