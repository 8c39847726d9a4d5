r"""A formula that has a name and is typed out again: does what is made of it depend on the name?"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$$s_{ij} = \sum_{m=1}^{M} q_{im} k_{jm}$$ ( $1 \le i \le N$, $1 \le j \le N$ )

$$z_i = \sum_{j=1}^{N} e^{\sum_{h=1}^{M} q_{ih} k_{jh}}$$ ( $1 \le i \le N$ )

$$p_{ij} = \frac{e^{s_{ij}}}{z_i}$$ ( $1 \le i \le N$, $1 \le j \le N$ )

$$E = \frac12 \sum_{i=1}^{N} \sum_{j=1}^{N} (p_{ij} - t_{ij})^2$$

"""
OPEN = [
    r"\frac{\partial E}{\partial q_{im}} = \sum_{j=1}^{N} \frac{\partial E}{\partial s_{ij}} k_{jm}",
    r"\frac{\partial p_{ij}}{\partial s_{ij}} = p_{ij} (1 - p_{ij})",
    r"\frac{\partial p_{ij}}{\partial s_{ij}} = p_{ij}",
    r"\frac{\partial E}{\partial s_{ij}} = p_{ij} (p_{ij} - t_{ij}) - p_{ij} \sum_{l=1}^N p_{il} (p_{il} - t_{il})",
]
WRONG = [
    r"\frac{\partial p_{ij}}{\partial s_{ij}} = p_{ij} (1 + p_{ij})",
    r"\frac{\partial E}{\partial q_{im}} = \sum_{j=1}^{N} \frac{\partial E}{\partial s_{ji}} k_{jm}",
    r"\frac{\partial E}{\partial q_{im}} = \sum_{j=1}^{N} \frac{\partial E}{\partial p_{ij}} p_{ij} k_{jm}",
]
RIGHT = [
    r"\frac{\partial E}{\partial p_{ij}} = p_{ij} - t_{ij}",
    r"\frac{\partial s_{ij}}{\partial q_{im}} = k_{jm}",
    r"\frac{\partial z_i}{\partial q_{im}} = \sum_{j=1}^{N} e^{s_{ij}} k_{jm}",
]


@pytest.mark.parametrize("line", OPEN)
def test_lines_that_differ_in_both_senses_are_open(line: str) -> None:
    assert check(f"{PAGE}$${line}$$\n").verdict == "unproved"


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_in_both_is_wrong(line: str) -> None:
    assert check(f"{PAGE}$${line}$$\n").verdict == "wrong"


@pytest.mark.parametrize("line", RIGHT)
def test_what_does_not_rest_on_it_is_right(line: str) -> None:
    assert check(f"{PAGE}$${line}$$\n").verdict == "right"


def test_the_same_with_a_name_for_the_derivative() -> None:
    page = PAGE + r"We write $d_{ij}$ for $\frac{\partial E}{\partial s_{ij}}$." + "\n\n"
    line = r"$$\frac{\partial E}{\partial q_{im}} = \sum_{j=1}^{N} d_{ij} k_{jm}$$"
    assert check(f"{page}{line}\n").verdict != "wrong"


def test_where_it_is_named_throughout_nothing_is_open() -> None:
    page = PAGE.replace(r"e^{\sum_{h=1}^{M} q_{ih} k_{jh}}", r"e^{s_{ij}}")
    assert check(f"{page}$${OPEN[0]}$$\n").verdict == "right"
    assert check(f"{page}$${OPEN[1]}$$\n").verdict == "right"
    assert check(f"{page}$${OPEN[2]}$$\n").verdict == "wrong"


def test_a_name_without_indices() -> None:
    page = r"""
$$s = \sum_{i=1}^{n} w_i x_i + b$$

$$E = \frac12 (s - t)^2 + \frac{c}{2} (\sum_{i=1}^{n} w_i x_i + b)^2$$

"""
    by = r"\frac{\partial E}{\partial s} = "
    found = {x: check(f"{page}$${by}{x}$$\n").verdict for x in ("s - t", "s - t + c s", "c s")}
    assert found == {"s - t": "unproved", "s - t + c s": "unproved", "c s": "wrong"}
    assert check(page + r"$$\frac{\partial E}{\partial b} = s - t + c s$$").verdict == "right"
