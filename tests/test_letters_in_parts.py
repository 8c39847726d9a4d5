r"""Indices rounded in what lines say: `s_{\lfloor i/2 \rfloor}` for every i that feeds it, with its slips."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = """+++
objective = "E"
functions = ["f"]
[ranges]
"m" = "1..M"
"p" = "0..H"
+++"""
FROM_ZERO = r"""$$ z_{im} = f(u_{im}) $$ ( $i = 0, \dots, 2A-1$ )

$$ s_{im} = \frac{1}{2} \sum_{r=0}^{1} z_{2i+r,m} $$ ( $i = 0, \dots, A-1$ )

$$ E = \frac{1}{2} \sum_{i=0}^{A-1} \sum_{m=1}^{M} (s_{im} - d_{im})^2 $$
"""
ZERO = r" ( $i = 0, \dots, 2A-1$ )"


@pytest.mark.parametrize(
    "part", [r"\lfloor i/2 \rfloor", r"\left\lfloor \frac{i}{2} \right\rfloor", r"\lceil (i-1)/2 \rceil"]
)
def test_parts_from_zero(part: str) -> None:
    cases = [
        (r"\frac{1}{2} f'(u_{im}) \frac{\partial E}{\partial s_{P,m}}", "right"),
        (r"f'(u_{im}) \frac{\partial E}{\partial s_{P,m}}", "wrong"),
        (r"\frac{1}{2} f'(u_{im}) (s_{P,m} - d_{P,m})", "right"),
        (r"\frac{1}{2} f'(u_{im}) (s_{P,m} - d_{im})", "wrong"),
        (r"\frac{1}{2} f'(u_{P,m}) (s_{P,m} - d_{P,m})", "wrong"),
        (r"f'(u_{im}) (s_{P,m} - d_{P,m})", "wrong"),
    ]
    lines = [rf"$$ \frac{{\partial E}}{{\partial u_{{im}}}} = {x.replace('P', part)} $${ZERO}" for x, _ in cases]
    assert each_verdict(FRONT, FROM_ZERO, lines=lines) == [expected for _, expected in cases]


FROM_ONE = r"""$$ u_{ijm} = \sum_{p=0}^{H} h_{pm} x_{i+p,j} $$ ( $i = 1, \dots, 2A$, $j = 1, \dots, 3B$ )

$$ z_{ijm} = f(u_{ijm}) $$ ( $i = 1, \dots, 2A$, $j = 1, \dots, 3B$ )

$$ s_{ijm} = \frac{1}{6} \sum_{r=0}^{1} \sum_{t=0}^{2} z_{2i-r,3j-t,m} $$ ( $i = 1, \dots, A$, $j = 1, \dots, B$ )

$$ E = \frac{1}{2} \sum_{i=1}^{A} \sum_{j=1}^B \sum_{m=1}^{M} (s_{ijm} - d_{ijm})^2 $$

$$ \delta_{ijm} = \frac{\partial E}{\partial u_{ijm}} $$ ( $i = 1, \dots, 2A$, $j = 1, \dots, 3B$ )
"""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (r"\lceil i/2 \rceil", r"\lceil j/3 \rceil"),
        (r"\lfloor (i-1)/2 \rfloor + 1", r"\lfloor \frac{j+2}{3} \rfloor"),
    ],
)
def test_parts_of_two_letters(one: str, two: str) -> None:
    sums = r"\sum_{i=1}^{2A} \sum_{j=1}^{3B} f'(u_{ijm}) \frac{\partial E}{\partial s_{P,Q,m}}"
    cases = [
        (r"\delta_{ijm} = \frac{1}{6} f'(u_{ijm}) (s_{P,Q,m} - d_{P,Q,m})", "right"),
        (r"\delta_{ijm} = \frac{1}{6} f'(u_{ijm}) (s_{P,Q,m} - d_{P,j,m})", "wrong"),
        (r"\delta_{ijm} = \frac{1}{6} f'(z_{ijm}) (s_{P,Q,m} - d_{P,Q,m})", "wrong"),
        (rf"\frac{{\partial E}}{{\partial h_{{pm}}}} = \frac{{1}}{{6}} {sums} x_{{i+p,j}}", "right"),
        (rf"\frac{{\partial E}}{{\partial h_{{pm}}}} = \frac{{1}}{{6}} {sums} x_{{i,j}}", "wrong"),
        (rf"\frac{{\partial E}}{{\partial h_{{pm}}}} = \frac{{1}}{{4}} {sums} x_{{i+p,j}}", "wrong"),
    ]
    lines = [f"$$ {x.replace('P', one).replace('Q', two)} $$" for x, _ in cases]
    assert each_verdict(FRONT, FROM_ONE, lines=lines) == [expected for _, expected in cases]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (r"\lfloor i/2 \rfloor", r"\lceil j/3 \rceil"),  # entry 0, which nothing has
        (r"\lceil i/3 \rceil", r"\lceil j/3 \rceil"),
        (r"\lceil i/2 \rceil", r"\lceil j/2 \rceil"),
        (r"i/2", r"j/3"),
    ],
)
def test_parts_that_do_not_fill_the_range(one: str, two: str) -> None:
    line = r"$$ \delta_{ijm} = \frac{1}{6} f'(u_{ijm}) (s_{P,Q,m} - d_{P,Q,m}) $$"
    assert verdict(FRONT, FROM_ONE, line.replace("P", one).replace("Q", two)) not in ("right", "wrong")


def test_a_part_of_the_range() -> None:
    line = (
        r"$$ \frac{\partial E}{\partial u_{im}} = \frac{1}{2} f'(u_{im}) (s_{P,m} - d_{P,m}) $$ ( $i = 0, \dots, N$ )"
    )
    assert verdict(FRONT, FROM_ZERO, line.replace("P", r"\lfloor i/2 \rfloor")) not in ("right", "wrong")
