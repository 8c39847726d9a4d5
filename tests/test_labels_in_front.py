r"""Labels in front of names, stops that multiply, runs of letters above that tell names apart, a level of two.

By hand: ordinary chain rule; a row vector times a transposed matrix.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.render.plain import plain

from .judging import each_verdict, verdict

RECURRENT = (
    r"$$z_n = {}_Sw x_n + {}_Tw h_{n-1}, \quad h_n = \sigma(z_n)$$ ( $n = 1, \dots, N$ )",
    r"$$C = \frac12 (h_N - t)^2$$",
)


def test_labels_in_front_tell_names_apart() -> None:
    line = r"$$\frac{\partial C}{\partial {}_Tw} = \sum_{n=1}^N \frac{\partial C}{\partial z_n} h_{n-1}$$"
    assert each_verdict(
        *RECURRENT, lines=[line, line.replace("h_{n-1}", "x_n"), line.replace("h_{n-1}", "x_n").replace("_T", "_S")]
    ) == ["right", "wrong", "right"]


@pytest.mark.parametrize("label", ["{}_{T}w_{ij}", r"{}_\text{T}w_{ij}", "{}_Tw_{ij}", "{}_{2}w_{ij}"])
def test_labels_in_front_of_entries(label: str) -> None:
    page = rf"$$y_i = \sum_{{j=1}}^n {label} x_j + w_i, \quad E = \sum_{{i=1}}^m y_i^2$$"
    assert each_verdict(
        page,
        lines=[
            rf"$$\frac{{\partial E}}{{\partial {label}}} = 2 y_i x_j$$",
            rf"$$\frac{{\partial E}}{{\partial {label}}} = 2 y_j x_i$$",
        ],
    ) == ["right", "wrong"]


def test_a_transposition_in_front_is_none_of_these() -> None:
    page = r"$$y = W x, \quad E = {}^t y y$$ where $W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$."
    assert each_verdict(
        page, lines=[r"$$\frac{\partial E}{\partial x} = 2 {}^tW y$$", r"$$\frac{\partial E}{\partial x} = {}^tW y$$"]
    ) == ["right", "wrong"]


ROWS = (
    r"$$l_j = \sum_{i=1}^D X_i W_{ij}, \quad L = \frac12 \sum_{j=1}^C (l_j - Y_j)^2$$",
    "Here $X = (X_i)$, $l = (l_j)$ and $Y = (Y_j)$ are row vectors and $W = (W_{ij})$ is a matrix.",
)


def test_stops_that_multiply() -> None:
    assert each_verdict(
        *ROWS,
        lines=[
            r"$$\frac{\partial L}{\partial W} = X^T . (l - Y)$$",
            r"$$\frac{\partial L}{\partial W} = X^T . (l + Y)$$",
            r"$$\frac{\partial L}{\partial X_i} = \left( (l - Y) . W^T \right)_i$$",
        ],
    ) == ["right", "wrong", "right"]


def test_a_stop_between_two_equations_is_asked_for() -> None:
    page = r"$$E = \sum_{i=1}^n x_i^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial x_i} = 2 x_i . y = x_i$$") == "unreadable"


def test_a_stop_multiplies_in_a_chain_beside_one_without_spaces() -> None:
    page = r"$$E = \sum_{i=1}^n u_i^2, \quad u_i = w_i.x_i$$"
    chain = r"$$\frac{dE}{dw_i} = \frac{dE}{du_i} . \frac{du_i}{dw_i} = 2.u_i.x_i$$"
    found = each_verdict(
        page,
        lines=[
            chain,
            chain.replace("u_i.x_i", "u_i.w_i"),
            chain.replace("2.u_i.x_i", "2 u_i x_i"),
            r"$$\frac{dE}{dw_i} = 2.u_i.x_i. \frac{dE}{dx_i} = 2.u_i.w_i$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "unreadable"
    assert found[3] != "wrong"


def test_runs_above_that_tell_names_apart() -> None:
    page = (
        r"$$J^{ant}_{p} = \sum_{n=1}^d E_{p,n}^2 + \sum_{n=1}^d (T_{ant})_n^2$$",
        r"$$J^{syn}_{p} = \sum_{n=1}^d (E_{p,n} - 1)^2$$ ( $1 \le p \le V$ )",
        r"$$J = \sum_{p=1}^V J^{ant}_p + J^{syn}_p$$",
    )
    line = r"$$\frac{\partial J^{ant}_{p}}{\partial E_{p,n}} = 2 E_{p,n}$$"
    assert each_verdict(*page, lines=[line, line.replace("ant", "syn"), line.replace("2 E_{p,n}", "E_{p,n}")]) == [
        "right",
        "wrong",
        "wrong",
    ]


def test_a_level_of_two_written_with_the_time_as_an_argument() -> None:
    page = (
        r"$$U_i^r(t) = \sum_{l=1}^L W_{l,i}^r X_l^{r-1}(t) + \sum_{m=1}^M V_{m,i} X_m^r(t-1)$$ ( $i = 1, \dots, M$ )",
        r"$$X_i^r(t) = f(U_i^r(t)), \quad X_i^r(0) = 0$$ ( $i = 1, \dots, M$ )",
        r"$$U_i^{r+1}(t) = \sum_{l=1}^M W_{l,i}^{r+1} X_l^r(t), \quad X_i^{r+1}(t) = f(U_i^{r+1}(t))$$"
        r" ( $i = 1, \dots, K$ )",
        r"$$e = \frac12 \sum_{t=1}^T \sum_{i=1}^K (X_i^{r+1}(t) - d_i(t))^2$$",
    )
    line = r"$$\frac{\partial e}{\partial V_{i,j}} = \sum_{t=1}^T \frac{\partial e}{\partial U_j^r(t)} X_i^r(t-1)$$"
    assert each_verdict(*page, lines=[line, line.replace("X_i^r(t-1)", "X_i^r(t)")]) == ["right", "wrong"]


def test_a_label_t_below_is_no_transposition() -> None:
    page = r"$$y_i = w_{\text{T}} x_i + w_{\text{S}} z_i, \quad E = \sum_{i=1}^n y_i^2$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial w_{\text{T}}} = 2 \sum_{i=1}^n y_i x_i$$",
            r"$$\frac{\partial E}{\partial w_{\text{T}}} = 2 \sum_{i=1}^n y_i z_i$$",
        ],
    ) == ["right", "wrong"]
    assert not check(page).problem


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"\frac{\partial E}{\partial {}_a w}", "∂E/∂w_a"),
        (r"{}_{T}\theta^2 + {}_Tw", "θ_T^2 + w_T"),
        (r"\triangle v_{kj} = -\eta \delta_k", "Δ v_{kj} = -η δ_k"),
    ],
)
def test_how_such_names_are_printed_on_a_console(typed: str, shown: str) -> None:
    assert plain(typed) == shown
