r"""Vectors without bold that only stand in a parenthesis behind a transpose: `w^T (m_2 - m_1)`.

By hand: `J = w^T (m_2 - m_1) - \frac{\lambda}{2} w^T w` has the gradient `m_2 - m_1 - \lambda w` by w.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict


@pytest.mark.parametrize(("one", "two"), [("m_1", "m_2"), (r"\mu_1", r"\mu_2"), ("a", "b"), (r"\bar{x}", r"\bar{y}")])
def test_differences_of_means(one: str, two: str) -> None:
    page = rf"$$ J = w^T ({two} - {one}) - \frac{{\lambda}}{{2}} w^T w $$"
    line = r"$$ \frac{\partial J}{\partial w} = %s $$"
    assert each_verdict(
        page,
        lines=[
            line % rf"{two} - {one} - \lambda w",
            line % rf"{one} - {two} - \lambda w",
            line % rf"{two} - {one} - 2 \lambda w",
            rf"$$ \frac{{\partial J}}{{\partial {one}}} = -w $$",
            rf"$$ \frac{{\partial J}}{{\partial {one}}} = w $$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def test_what_is_computed_may_be_a_number() -> None:
    """`y_n` is the output for an example, and `x_n^T (y_n - t_n)` a row."""
    page = (
        r"$$ y_n = \sigma(w^T x_n), \quad E = -\sum_n (t_n \log y_n + (1 - t_n) \log (1 - y_n)), "
        r"\quad \sigma(a) = \frac{1}{1 + e^{-a}} $$"
    )
    line = r"$$ \frac{\partial E}{\partial w} = %s $$"
    assert each_verdict(page, lines=[line % r"\sum_n x_n (y_n - t_n)", line % r"\sum_n x_n (t_n - y_n)"]) == [
        "right",
        "wrong",
    ]
    assert each_verdict(
        page,
        r"$$ g = \sum_n x_n^T (y_n - t_n) $$",
        lines=[line % r"\sum_n x_n (y_n - t_n)", line % r"\sum_n x_n (t_n - y_n)"],
    ) == ["right", "wrong"]


def test_numbers_of_each_example_are_no_vectors() -> None:
    page = r"$$ g = \sum_{n=1}^N x_n^T (y_n - t_n) $$"
    line = r"$$ \frac{\partial g}{\partial y_n} = %s $$"
    assert verdict(page, line % "x_n") not in ("right", "wrong")
