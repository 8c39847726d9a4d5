r"""Half a length in bounds and scripts. Labels by hand: an index is whole, so that the half is, too."""

from __future__ import annotations

import pytest

from .judging import check


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


MEAN = r"$$m_i = \frac{1}{n+1} \sum_{j=i-n/2}^{i+n/2} x_j$$ ( $1 \le i \le I$ )" "\n\n" r"$$E = \sum_{i=1}^I g(m_i)$$ "


def test_the_length_itself_is_twice_the_half() -> None:
    right = r"$$\frac{\partial m_i}{\partial x_i} = \frac{1}{n+1}$$ "
    wrong = r"$$\frac{\partial m_i}{\partial x_i} = \frac{1}{n}$$"
    assert verdicts(MEAN + right + wrong) == ["right", "wrong"]
    count = r"$$\sum_{j=i-n/2}^{i+n/2} \frac{\partial m_i}{\partial x_j} = 1$$"
    assert verdicts(MEAN + count) == ["right"]


@pytest.mark.parametrize("half", [r"\frac{n}{2}", r"\tfrac n2", r"\left(n/2\right)"])
def test_it_is_typed_in_many_ways(half: str) -> None:
    page = MEAN.replace("n/2", half) + r"$$\frac{\partial m_i}{\partial x_i} = \frac{1}{n+1}$$"
    assert verdicts(page) == ["right"]


def test_halves_of_one_length_differ_by_whole_numbers() -> None:
    head = r"$$y_i = \sum_{a=1}^{K} w_a x_{i+a-\frac{K+1}{2}}$$" "\n\n" r"$$E = \sum_{i=1}^N g(y_i)$$ "
    right = r"$$\frac{\partial y_i}{\partial w_a} = x_{i+a-1-\frac{K-1}{2}}$$ "
    assert verdicts(head + right) == ["right"]
    assert verdicts(head + right.replace("a-1-", "a-")) == ["wrong"]


@pytest.mark.parametrize(
    "page",
    [
        r"$$y_n = c_n x_{n/2}$$ $$E = \sum_n y_n$$ $$\frac{\partial E}{\partial c_n} = x_{n/2}$$",
        r"$$E = \sum_{n=1}^N c_n x_{n/2}$$ $$\frac{\partial E}{\partial c_n} = x_{n/2}$$",
        r"$$E = \sum_{n=1}^N c_n x_{\lfloor n/2\rfloor}$$ $$\frac{\partial E}{\partial c_n} = x_{\lfloor n/2\rfloor}$$",
        r"$$E = \sum_{j=1}^{\lfloor n/2 \rfloor} c_j + n$$ $$\frac{\partial E}{\partial c_1} = 1$$",
    ],
)
def test_of_an_index_and_beside_a_rounded_half_nothing_is_halved(page: str) -> None:
    assert "right" not in verdicts(page)
