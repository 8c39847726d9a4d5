r"""Matrices that words call diagonal and of which no shape is said: they are as wide as high.

By hand: the slope of `\|Dv\|^2` is `2 D^2 v`; with `\pm 1` on the diagonal that is 2v, with numbers it is not `2 D v`.
"""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""$v$ is a vector, {}.

$$E = \|Dv\|^2$$

$$\frac{{\partial E}}{{\partial v}} = {}$$
"""


def verdict(words: str, line: str) -> str:
    return sd.check(PAGE.format(words, line)).claims[0].judgement.value


@pytest.mark.parametrize(
    "words", [r"$D$ is diagonal", r"$D$ is a diagonal matrix", r"$D$ is diagonal with positive entries"]
)
def test_one_that_is_called_diagonal_is(words: str) -> None:
    assert verdict(words, "2 D^2 v") == "right"
    assert verdict(words, "2 D^T D v") == "right"
    assert verdict(words, "D^2 v") == "wrong"


def test_signs_on_the_diagonal_leave_open_what_rests_on_them() -> None:
    for words in (r"$D$ is diagonal with entries $\pm 1$", r"$D$ is a diagonal matrix with entries $\pm 1$"):
        assert verdict(words, "2 v") == "unproved"
        assert verdict(words, "v") == "wrong"
        assert verdict(words, "2 D^T D v") == "right"


def test_one_that_is_not_called_so_need_not_be_square() -> None:
    assert verdict("$D$ is a matrix", "2 D^T D v") == "right"
    assert verdict("$D$ is a matrix", "2 v") == "wrong"
    assert verdict("$D$ is not diagonal", "2 v") == "wrong"
