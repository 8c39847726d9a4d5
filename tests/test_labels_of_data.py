r"""Capitals beside an index of data with the letter of what is computed, `The labels are $y_{Ti}$`.

By hand: `\partial E/\partial y_j = y_j - y_{Tj}`.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ y_i = \sum_{j=1}^m w_{ij} x_j \qquad (i = 1, \dots, n) $$

%s

$$ E = \frac12 \sum_{i=1}^n (y_i - y_{Ti})^2 $$

"""
RIGHT = r"$$ \frac{\partial E}{\partial w_{jk}} = (y_j - y_{Tj}) x_k $$"
WRONG = r"$$ \frac{\partial E}{\partial w_{jk}} = (y_{Tj} - y_j) x_k $$"


def judged(page: str, said: str, line: str) -> str:
    return str(check(page % said + line).claims[-1].links[-1].judgement)


@pytest.mark.parametrize(
    "said", ["The labels are $y_{Ti}$.", "Here $y_{Ti}$ are the targets.", "The given targets $y_{Ti}$ are real."]
)
@pytest.mark.parametrize("place", ["Ti", "iT", "i,T"])
def test_labels_of_data(said: str, place: str) -> None:
    other = place.replace("i", "j")
    page, told = PAGE.replace("Ti", place), said.replace("Ti", place)
    assert judged(page, told, RIGHT.replace("Tj", other)) == "right"
    assert judged(page, told, WRONG.replace("Tj", other)) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Here $y_{Ti}$ is the output at the end, which is known.",
        "The predicted labels are $y_{Ti}$.",
        "The labels are not $y_{Ti}$.",
        "The labels are $y_{Ti}$, with $T = 3$.",
    ],
)
def test_without_such_words_lines_are_open(said: str) -> None:
    assert judged(PAGE, said, RIGHT) not in ("right", "wrong")
    assert judged(PAGE, said, WRONG) not in ("right", "wrong")
