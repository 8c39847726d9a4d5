r"""`\mu = \frac1N \sum_n x_n` behind `\partial J/\partial \mu` says where J is least, not what it is.

Labels by hand.
"""

from __future__ import annotations

import pytest

from .judging import check

J = r"$$J = \sum_{n=1}^{N} \sum_{k=1}^{K} r_{nk} (x_n - \mu_k)^2$$"
RIGHT = r"$$\frac{\partial J}{\partial \mu_k} = -2 \sum_{n=1}^{N} r_{nk} (x_n - \mu_k)$$"
WRONG = r"$$\frac{\partial J}{\partial \mu_k} = 2 \sum_{n=1}^{N} r_{nk} (x_n - \mu_k)$$"
MEAN = r"$$\mu_k = \frac{\sum_n r_{nk} x_n}{\sum_n r_{nk}}$$"


def verdicts(*parts: str) -> list[str]:
    return [str(link.judgement) for claim in check("\n\n".join((J, *parts))).claims for link in claim.links]


@pytest.mark.parametrize(
    "words",
    [
        "Setting this to zero gives",
        "The maximum likelihood estimate is therefore",
        "Solving for the centres, we get",
        "これを0とおくと",
    ],
)
def test_a_solution_below_a_derivative_makes_no_line_right(words: str) -> None:
    assert verdicts(RIGHT, words, MEAN) == ["right"]
    assert verdicts(WRONG, words, MEAN) == ["wrong"]
    assert verdicts(RIGHT, words, MEAN, WRONG) == ["right", "wrong"]


def test_without_a_word_what_differs_is_open() -> None:
    assert verdicts(WRONG, MEAN) == ["unproved"]
    assert verdicts(RIGHT, MEAN) == ["right"]


def test_the_norm_of_vectors_that_are_solved_for_is_read() -> None:
    page = [x.replace("(x_n - \\mu_k)^2", r"\|x_n - \mu_k\|^2") for x in (J, RIGHT, "Setting this to zero gives", MEAN)]
    wrong = [page[0], WRONG, *page[2:]]
    assert [str(link.judgement) for c in check("\n\n".join(page)).claims for link in c.links] == ["right"]
    assert [str(link.judgement) for c in check("\n\n".join(wrong)).claims for link in c.links] == ["wrong"]


def test_a_network_that_is_told_step_by_step_is_defined() -> None:
    page = (
        r"$$E = \frac12 (y - t)^2$$ $$\frac{\partial E}{\partial y} = y - t$$ Now $y$ comes from the net input."
        "\n\n"
        r"$$y = \sigma(z)$$ $$\frac{\partial E}{\partial z} = (y - t) y (1 - y)$$"
        "\n\n"
        r"$$\frac{\partial E}{\partial z} = y - t$$"
    )
    assert [str(link.judgement) for c in check(page).claims for link in c.links] == ["right", "right", "wrong"]
