"""Names with a d for gradients, beside a mean over examples: those with the number of an example are its own."""

from __future__ import annotations

import pytest

from .judging import each_verdict

PAGE = (
    '+++\nobjective = "J"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n+++',
    r"$$ z^{(i)} = \sum_{j=1}^n w_j x_j^{(i)} + b $$",
    r"$$ a^{(i)} = \sigma(z^{(i)}) $$",
    r"$$ J = -\frac{1}{m} \sum_{i=1}^m \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right) $$",
    r"$$ dw_j = \frac{\partial J}{\partial w_j} $$",
    r"$$ db = \frac{\partial J}{\partial b} $$",
)
MEANS = (
    r"$$ dw_j = \frac{1}{m} \sum_{i=1}^m x_j^{(i)} dz^{(i)} $$",
    r"$$ db = \frac{1}{m} \sum_{i=1}^m dz^{(i)} $$",
)
SUMS = tuple(x.replace(r"\frac{1}{m} ", "") for x in MEANS)


def test_the_gradient_of_the_loss_of_one_example() -> None:
    page = (*PAGE, r"$$ dz^{(i)} = a^{(i)} - y^{(i)} $$")
    assert each_verdict(*page, lines=MEANS + SUMS) == ["right", "right", "wrong", "wrong"]


def test_the_gradient_of_the_mean() -> None:
    page = (*PAGE, r"$$ dz^{(i)} = \frac{1}{m} (a^{(i)} - y^{(i)}) $$")
    assert each_verdict(*page, lines=MEANS + SUMS) == ["wrong", "wrong", "right", "right"]


def test_where_the_page_says_which_it_is() -> None:
    page = (*PAGE, r"$$ dz^{(i)} = \frac{\partial J}{\partial z^{(i)}} $$")
    lines = (r"$$ dz^{(i)} = \frac{1}{m} (a^{(i)} - y^{(i)}) $$", r"$$ dz^{(i)} = a^{(i)} - y^{(i)} $$", *SUMS)
    assert each_verdict(*page, lines=lines) == ["right", "wrong", "right", "right"]


SQUARE = r"\sum_{i=1}^m (a^{(i)} - y^{(i)})^2"


@pytest.mark.parametrize("mean", [rf"\frac{{1}}{{2m}} {SQUARE}", rf"(1/(2m)) {SQUARE}", rf"\frac{{{SQUARE}}}{{2m}}"])
def test_means_in_other_signs(mean: str) -> None:
    page = (*PAGE[:3], rf"$$ J = {mean} $$", *PAGE[4:])
    page = (*page, r"$$ dz^{(i)} = (a^{(i)} - y^{(i)}) a^{(i)} (1 - a^{(i)}) $$")
    assert each_verdict(*page, lines=MEANS + SUMS) == ["right", "right", "wrong", "wrong"]
