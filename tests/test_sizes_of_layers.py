r"""Sizes of layers that an equation gives by others: `N_l = N_{l-1} - W + 1`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$$n_l = n_{l-1} - F + 1$$ ( $1 \le l \le K$ )

$$u^l_p = \sum_{f=0}^{F-1} k^l_f h^{l-1}_{p+f} + c^l$$ ( $1 \le l \le K$, $0 \le p \le n_l - 1$ )

$$h^l_p = g(u^l_p)$$ ( $1 \le l \le K$, $0 \le p \le n_l - 1$ )

$$Q = \sum_{p=0}^{n_K-1} (h^K_p - s_p)^2$$

"""


def verdict(head: str, line: str) -> str:
    """The verdict on a line below a page."""
    return check(f"{head}{line if '$$' in line else f'$${line}$$'}\n").verdict


RIGHT = [
    r"$$\frac{\partial u^l_p}{\partial h^{l-1}_q} = \begin{cases} k^l_{q-p} & 0 \le q - p \le F - 1 \\ 0 & \text{else}"
    r"\end{cases}$$ ( $1 \le l \le K$, $0 \le p \le n_l - 1$, $0 \le q \le n_{l-1} - 1$ )",
    r"$$\frac{\partial Q}{\partial c^l} = \sum_{p=0}^{n_{l-1}-F} \frac{\partial Q}{\partial u^l_p}$$",
    r"$$\frac{\partial Q}{\partial c^l} = \sum_{p=0}^{n_l-1} \frac{\partial Q}{\partial u^l_p}$$",
    r"$$\frac{\partial Q}{\partial k^l_f} = \sum_{p=0}^{n_l - 1} \frac{\partial Q}{\partial u^l_p} h^{l-1}_{p+f}$$",
]
WRONG = [
    r"$$\frac{\partial u^l_p}{\partial h^{l-1}_q} = \begin{cases} k^l_{p-q} & 0 \le q - p \le F - 1 \\ 0 & \text{else}"
    r"\end{cases}$$ ( $1 \le l \le K$, $0 \le p \le n_l - 1$, $0 \le q \le n_{l-1} - 1$ )",
    r"$$\frac{\partial u^l_p}{\partial h^{l-1}_q} = k^l_{q-p}$$ ( $0 \le p \le n_l - 1$, $0 \le q \le n_{l-1} - 1$ )",
    r"$$\frac{\partial Q}{\partial c^l} = \sum_{p=0}^{n_{l-1}-1} \frac{\partial Q}{\partial u^l_p}$$",
    r"$$\frac{\partial Q}{\partial c^l} = \sum_{p=0}^{n_{l-1}-F-1} \frac{\partial Q}{\partial u^l_p}$$",
    r"$$\frac{\partial Q}{\partial k^l_f} = \sum_{p=0}^{n_l - 1} \frac{\partial Q}{\partial u^l_p} h^{l-1}_{p}$$",
]


@pytest.mark.parametrize("line", RIGHT)
def test_the_sizes_of_two_layers_are_related(line: str) -> None:
    assert verdict(PAGE, line) == "right"


@pytest.mark.parametrize("line", WRONG)
def test_what_the_relation_does_not_make_right(line: str) -> None:
    assert verdict(PAGE, line) == "wrong"


def test_a_size_of_a_layer_as_a_value() -> None:
    lines = (
        r"\frac{1}{n_l} \sum_{p=0}^{n_l-1} 1 = 1",
        r"\frac{1}{n_l} \sum_{p=0}^{n_{l-1}-1} 1 = 1",
        r"\sum_{p=0}^{n_{l-1}-1} 1 = n_l + F - 1",
    )
    found = [verdict(PAGE, x) for x in lines]
    assert found[1] != "right"
    assert "wrong" not in (found[0], found[2])


def test_an_equation_that_is_not_understood_refutes_nothing() -> None:
    page = PAGE.replace(r"n_l = n_{l-1} - F + 1", r"n_l = \frac{n_{l-1} - F + 2}{2} + \frac{n_{l-1} - F}{2}")
    for line in (*RIGHT, *WRONG):
        assert verdict(page, line) != "wrong"
    for line in WRONG:
        assert verdict(page, line) != "right"


def test_sizes_that_grow() -> None:
    page = r"""
$$m_l = m_{l-1} + 2$$ ( $1 \le l \le L$ )

$$y^l_a = \sum_{b=1}^{m_{l-1}} w^l_{a,b} y^{l-1}_b$$ ( $1 \le l \le L$, $1 \le a \le m_l$ )

$$E = \frac12 \sum_{a=1}^{m_L} (y^L_a)^2$$

"""
    good = r"\frac{\partial E}{\partial y^{l-1}_b} = \sum_{a=1}^{m_{l-1}+2} \frac{\partial E}{\partial y^l_a} w^l_{a,b}"
    bad = r"\frac{\partial E}{\partial y^{l-1}_b} = \sum_{a=1}^{m_{l-1}} \frac{\partial E}{\partial y^l_a} w^l_{a,b}"
    assert verdict(page, good) == "right"
    assert verdict(page, bad) == "wrong"


ROWS = r"""
$$m_l = m_{l-1} - R$$ ( $1 \le l \le L$ )

$$z^l_a = \sum_{r=0}^{R} k^l_r y^{l-1}_{a+r}$$ ( $1 \le l \le L$, $1 \le a \le m_l$ )

$$y^l_a = \tanh(z^l_a)$$ ( $1 \le l \le L$, $1 \le a \le m_l$ )

$$E = \sum_{a=1}^{m_L} y^L_a$$

"""
SLOPE = r"\frac{\partial E}{\partial k^l_r} = \sum_{a=1}^{@} \frac{\partial E}{\partial z^l_a} y^{l-1}_{a+r}"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (SLOPE.replace("@", "m_{l-2}-2R") + r" \quad (l \ge 2)", "unproved"),
        (SLOPE.replace("@", "m_{l-2}-R") + r" \quad (l \ge 2)", "wrong"),
        (SLOPE.replace("@", "m_{l+1}"), "wrong"),
        (r"\sum_{a=1}^{m_l} 1 = m_{l-1} - R", "unproved"),
        (r"\sum_{a=1}^{m_l} 1 = m_{l-1} + R", "wrong"),
    ],
)
def test_sizes_further_away_and_of_no_layer(line: str, found: str) -> None:
    """Two steps are put together by numbers alone; a line that names nothing but sizes is one of the layers."""
    assert verdict(ROWS, line) == found


def test_layers_of_one_size() -> None:
    page = ROWS.replace("m_l = m_{l-1} - R", "m_l = m_{l-1}").replace("y^{l-1}_{a+r}", "y^{l-1}_a")
    line = SLOPE.replace("a+r", "a")
    assert verdict(page, line.replace("@", "m_0")) == "unproved"
    assert verdict(page, line.replace("@", "m_0 - 1")) == "wrong"


def test_the_size_of_one_layer_is_a_number() -> None:
    page = r"""
$$u^l_a = \sum_{b=1}^{m_{l-1}} w^l_{ab} h^{l-1}_b$$ ( $1 \le l \le L$, $1 \le a \le m_l$ )

with $h^l_a = \tanh(u^l_a)$, one output, $m_L = 1$, and $E = \frac12 (h^L_1 - t)^2$.

"""
    total = r"\sum_{a=1}^{m_L} \frac{\partial E}{\partial u^L_a} w^L_{ab}"
    assert verdict(page, total + r" = \frac{\partial E}{\partial u^L_1} w^L_{1b}") != "wrong"
    assert verdict(page, total + r" = \frac{\partial E}{\partial u^L_1} w^L_{b1}") == "wrong"
