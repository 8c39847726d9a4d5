r"""What a value is about, with its index below, `\gamma_{Z_i}(k)`; places at which something is looked up are none."""

from __future__ import annotations

import pytest

from .judging import check


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


NETWORK = r"""
For $i = 1, \dots, n$ and $k, j = 1, \dots, K$:

$$ r_{Z_i}(k) = \frac{a_k e^{-(x_i - m_k)^2}}{\sum_{l=1}^K a_l e^{-(x_i - m_l)^2}} $$

$$ L = \sum_{i=1}^n \log \sum_{k=1}^K a_k e^{-(x_i - m_k)^2} $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial L}{\partial m_k} = 2 \sum_{i=1}^n r_{Z_i}(k) (x_i - m_k)", "right"),
        (r"\frac{\partial L}{\partial m_k} = \sum_{i=1}^n r_{Z_i}(k) (x_i - m_k)", "wrong"),
        (r"\frac{\partial L}{\partial a_k} = \frac{1}{a_k} \sum_{i=1}^n r_{Z_i}(k)", "right"),
        (r"\frac{\partial L}{\partial a_k} = \sum_{i=1}^n r_{Z_i}(k)", "wrong"),
        (r"\frac{\partial r_{Z_i}(k)}{\partial m_k} = 2 r_{Z_i}(k) (1 - r_{Z_i}(k)) (x_i - m_k)", "right"),
        (r"\frac{\partial r_{Z_i}(k)}{\partial m_k} = 2 r_{Z_i}(k) (x_i - m_k)", "wrong"),
    ],
)
def test_the_index_of_the_variable_is_that_of_the_value(line: str, verdict: str) -> None:
    assert verdicts(f"{NETWORK}$$ {line} $$\n") == [verdict]


def test_a_line_that_says_what_the_variable_is_changes_nothing() -> None:
    line = r"$$ \frac{\partial L}{\partial a_k} = \frac{1}{a_k} \sum_{i=1}^n r_{Z_i}(k) $$"
    assert verdicts(rf"The cluster is $Z_i \in \{{1, \dots, K\}}$.{NETWORK}{line}") == ["right"]


@pytest.mark.parametrize(
    "other",
    [
        r"$$ R = \sum_{i=1}^n m_{Z_i}^2 $$",  # something is looked up
        r"$$ R = \sum_{i=1}^n Z_i $$",  # a value
        r"$$ R = \sum_{i=1}^n r_i(1) $$",  # another thing with the same letter
    ],
)
def test_what_stands_elsewhere_is_more_than_a_name(other: str) -> None:
    line = r"$$ \frac{\partial L}{\partial a_k} = \frac{1}{a_k} \sum_{i=1}^n r_{Z_i}(k) $$"
    assert not {"right", "wrong"} & {*verdicts(f"{NETWORK}{other}\n\n{line}")}


def test_what_is_not_defined_so_is_looked_up() -> None:
    page = r"""
$$ s_k = \sum_{j=1}^J w_{kj} u_j $$ ($k = 1, \dots, K$)

$$ L = \sum_{i=1}^n s_{c_i} $$

$$ \frac{\partial L}{\partial w_{kj}} = n u_j $$
"""
    assert verdicts(page) != ["right"]
