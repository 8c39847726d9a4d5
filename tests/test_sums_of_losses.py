r"""The sum of the losses of all examples beside names of one of them, as textbooks have it."""

from __future__ import annotations

import pytest

from .judging import check

TOTALS = [
    r"E(\mathbf{w}) = \sum_{n=1}^N E_n(\mathbf{w})",
    r"E = \sum_n E_n",
    r"E = \frac{1}{N} \sum_{n=1}^N E_n",
]
NET = r"""
$$E_n = \frac12 \sum_k (y_k - t_k)^2, \quad y_k = a_k$$

$$a_j = \sum_i w_{ji} z_i, \quad z_j = h(a_j)$$

$$\delta_j \equiv \frac{\partial E_n}{\partial a_j}$$

"""
LINES = [
    (r"\frac{\partial E_n}{\partial w_{ji}} = \delta_j z_i", "right"),
    (r"\frac{\partial E_n}{\partial w_{ji}} = \delta_i z_j", "wrong"),
    (r"\delta_k = y_k - t_k", "right"),
    (r"\delta_k = t_k - y_k", "wrong"),
    (r"\delta_j = h'(a_j) \sum_k w_{kj} \delta_k", "right"),
    (r"\delta_j = h'(z_j) \sum_k w_{kj} \delta_k", "wrong"),
]


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize(("line", "expected"), LINES[:4])
def test_the_sum_is_mentioned(total: str, line: str, expected: str) -> None:
    assert verdicts(f"$${total}$$\n{NET}$${line}$$")[-1] == expected


@pytest.mark.parametrize(("line", "expected"), LINES[4:])
def test_backpropagation(line: str, expected: str) -> None:
    assert verdicts(f"$${TOTALS[0]}$$\n{NET}$${line}$$")[-1] == expected


@pytest.mark.parametrize(
    "more",
    [
        r"$$\frac{\partial E}{\partial w_{ji}} = \sum_n \frac{\partial E_n}{\partial w_{ji}}$$",
        r"$$x_n = 2$$",
        r"$n = 1, \dots, N$",
    ],
)
def test_what_is_said_of_the_whole_or_of_examples_is_read(more: str) -> None:
    page = f"$${TOTALS[1]}$$\n{NET}{more}\n\n$${LINES[0][0]}$$"
    assert verdicts(page)[-1] != "wrong"
    assert verdicts(page.replace(LINES[0][0], LINES[1][0]))[-1] != "right"


def test_a_loss_made_of_its_examples_is_one() -> None:
    page = r"$$E = \sum_n E_n, \quad E_n = \frac12 (w x_n - t_n)^2$$ $$\frac{\partial E}{\partial w} = \sum_n {}$$"
    assert verdicts(page.replace("{}$$", "(w x_n - t_n) x_n$$")) == ["right"]
    assert verdicts(page.replace("{}$$", "(w x_n - t_n)$$")) == ["wrong"]
