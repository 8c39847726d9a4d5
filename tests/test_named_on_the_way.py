r"""A derivative by a name that is introduced on the way: its formula may stand in other words where it is used."""

from __future__ import annotations

import pytest

from .judging import check

LINEAR = r"$$y = \sigma(\sum_{j=1}^m w_j x_j)$$ $$E = \frac12 (y - t)^2$$ "
DERIVED = {
    "as it stands": (LINEAR, "Q = y - t", "Q"),
    "in another order": (LINEAR, "Q = -t + y", "Q"),
    "with a minus": (LINEAR, "Q = t - y", "Q"),
    "all of a factor": (LINEAR, "Q = (y - t)^2", r"\frac12"),
    "some factors": ("$$E = a b c$$ ", "Q = a c", "b"),
    "some terms": ("$$E = (a + b - c)^2$$ ", "Q = b + a", "2 (Q - c)"),
    "some terms, minus them": ("$$E = (a + b - c)^2$$ ", "Q = c - b", "-2 (a - Q)"),
    "in the names of its parts": (
        r"$$n = \sum_{j=1}^m w_j x_j$$ $$E = \frac12 (\sigma(n) - t)^2$$ ",
        r"Q = \sigma(\sum_{j=1}^m w_j x_j)",
        "Q - t",
    ),
    "entry by entry": (
        r"$$y_i = \sum_{j=1}^m w_{ij} x_j$$ $$E = \frac{1}{N} \sum_{i=1}^N (y_i - t_i)^2$$ ",
        "Q_i = t_i - y_i",
        r"\frac{2}{N} Q_i",
    ),
}


@pytest.mark.parametrize("way", list(DERIVED))
def test_the_derivative_by_the_name_is_judged(way: str) -> None:
    page, name, derivative = DERIVED[way]
    entry = name.split(" ")[0]
    text = rf"{page} Let ${name}$. $$\frac{{\partial E}}{{\partial {entry}}} = @$$"
    assert check(text.replace("@", derivative)).verdict == "right"
    assert check(text.replace("@", f"{derivative} + 1")).verdict == "wrong"
    assert check(text.replace("@", "0")).verdict == "wrong"


def test_of_two_entries_that_could_be_meant_neither_is() -> None:
    page = r"$$E = \sum_{i=1}^{N} \sum_{j=1}^{N} a b_i b_j$$ $$Q_i = b_i a$$ "
    assert check(page + r"$$\frac{\partial E}{\partial Q_i} = 0$$").verdict == "unproved"
    assert check(page + r"$$\frac{\partial E}{\partial Q_i} = \sum_{j=1}^{N} b_j$$").verdict == "unproved"


def test_entries_that_pair_up_are_both_meant() -> None:
    page = r"$$E = \sum_{i=1}^{N} \sum_{j=1}^{N} a_i b_j b_i a_j$$ $$Q_i = b_i a_i$$ "
    assert check(page + r"$$\frac{\partial E}{\partial Q_i} = 2 \sum_{j=1}^{N} Q_j$$").verdict == "right"
    assert check(page + r"$$\frac{\partial E}{\partial Q_i} = \sum_{j=1}^{N} Q_j$$").verdict == "wrong"


def test_what_is_not_part_of_the_objective_stays_open() -> None:
    assert check(LINEAR + r"$$Q = y + t$$ $$\frac{\partial E}{\partial Q} = 0$$").verdict == "unproved"
