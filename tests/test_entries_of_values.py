r"""Entries of arrays that are shown with their arguments: `f_w(x)[i, j] = ..`, `f(x)_{ij} = ..`.

By hand, for `f_{ij} = \sum_k w_{ik} x_{j+k-1}`: `\partial f_{ij}/\partial w_{ab}` is `x_{j+b-1}` where `i = a`, else 0;
`\partial f_{ij}/\partial x_b` is `w_{i,b-j+1}` where that exists.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SUBSCRIPT = ("f(x)_{i,j}", r"\sum_{k=1}^{K} w_{i,k} x_{1,j+k-1}", "w_{a,b}", "x_{1,j+b-1}")
BRACKET = ("f_w(x)[i, j]", r"\sum_{k=1}^{K} w[i, k] x[1, j + k - 1]", "w[a, b]", "x[1, j + b - 1]")
RANGES = r"( $i = 1, \dots, M$, $j = 1, \dots, N$ )"
ALSO = r"( $i, a = 1, \dots, M$, $j = 1, \dots, N$, $b = 1, \dots, K$ )"
WAYS = pytest.mark.parametrize("way", [SUBSCRIPT, BRACKET, (BRACKET[0].replace("_w", ""), *BRACKET[1:])])
Way = tuple[str, str, str, str]


def page(way: Way) -> tuple[str, str]:
    f, body, _, _ = way
    t = "t_{i,j}" if way is SUBSCRIPT else "t[i, j]"
    error = rf"$$E = \frac12 \sum_{{i=1}}^{{M}} \sum_{{j=1}}^{{N}} ({f} - {t})^2$$"
    return rf"$${f} = {body}$$ {RANGES}", error


@WAYS
def test_the_arguments_only_say_on_what_it_depends(way: Way) -> None:
    f, _, w, x = way
    by_w = rf"$$\frac{{\partial {f}}}{{\partial {w}}} = %s$$ {ALSO}"
    assert verdict(*page(way), by_w % rf"\delta_{{i=a}} {x}") == "right"
    assert verdict(*page(way), by_w % rf"[i = a] {x}") == "right"
    assert verdict(*page(way), by_w % x) == "wrong"
    assert verdict(*page(way), by_w % rf"\delta_{{i=a}} {x.replace('b', 'a')}") != "right"
    assert verdict(*page(way), by_w % "0") == "wrong"


@WAYS
def test_it_may_be_differentiated_by(way: Way) -> None:
    f, _, w, x = way
    t = "t_{i,j}" if way is SUBSCRIPT else "t[i, j]"
    assert each_verdict(
        *page(way),
        lines=[
            rf"$$\frac{{\partial E}}{{\partial {f}}} = {f} - {t}$$",
            rf"$$\frac{{\partial E}}{{\partial {f}}} = {t} - {f}$$",
        ],
    ) == ["right", "wrong"]
    chain = rf"\frac{{\partial E}}{{\partial {f.replace('i', 'a')}}} {x}"
    line = rf"$$\frac{{\partial E}}{{\partial {w}}} = \sum_{{j=%s}}^{{N}} {chain}$$"
    found = each_verdict(
        *page(way),
        lines=[line % "1", line % "2", rf"$$\frac{{\partial {f}}}{{\partial {x.replace('j + b - 1', 'b')}}} = 0$$"],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] != "right"


def test_the_square_of_an_entry_stays_one() -> None:
    f, body, _, _ = BRACKET
    error = rf"$$E = \sum_{{i=1}}^{{M}} \sum_{{j=1}}^{{N}} {f}^2$$"
    line = rf"$$\frac{{\partial E}}{{\partial {f}}} = %s$$"
    assert each_verdict(rf"$${f} = {body}$$ {RANGES}", error, lines=[line % f"2 {f}", line % f"2 {f}^2"]) == [
        "right",
        "wrong",
    ]
    f, body, _, _ = SUBSCRIPT
    error = r"$$E = \sum_{i=1}^{M} \sum_{j=1}^{N} f(x)_{i,j}^2$$"
    line = rf"$$\frac{{\partial E}}{{\partial {f}}} = %s$$"
    assert each_verdict(rf"$${f} = {body}$$ {RANGES}", error, lines=[line % f"2 {f}", line % "2"]) == ["right", "wrong"]


def test_arrays_below_tell_names_apart() -> None:
    two = (
        rf"$$f_w(x)[i, j] = w[i, j] x[i, j]$$ {RANGES}",
        rf"$$f_u(x)[i, j] = u[i, j] x[i, j]$$ {RANGES}",
        r"$$E = \sum_{i=1}^{M} \sum_{j=1}^{N} f_w(x)[i, j]^2 f_u(x)[i, j]$$",
    )
    line = r"$$\frac{\partial E}{\partial u[i, j]} = %s x[i, j]$$"
    assert each_verdict(*two, lines=[line % "f_w(x)[i, j]^2", line % "f_u(x)[i, j]^2"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "",  # nothing says what it is, and it may depend on x
        r"$$f(u)[i, j] = 2 u[i, j]$$",  # a function: the u is any array
        r"$$f(x)[i, j, k] = x[i, j] c[k]$$ ( $k = 1, \dots, K$ )",
    ],
)
def test_nothing_is_dropped_that_may_count(said: str) -> None:
    network = r"$$E = \sum_{i=1}^{M} \sum_{j=1}^{N} f(x)[i, j]^2 + \sum_{i=1}^{M} \sum_{j=1}^{N} x[i, j] g[i, j]$$"
    line = r"$$\frac{\partial E}{\partial x[i, j]} = g[i, j]$$"
    assert verdict(said, network, line) not in ("right", "wrong")


def test_other_arguments_elsewhere_make_a_function_of_it() -> None:
    network = (
        r"$$f(x)_{ij} = w_{ij} x_{ij}$$ ( $i = 1, \dots, M$, $j = 1, \dots, N$ )",
        r"$$E = \sum_{i=1}^{M} \sum_{j=1}^{N} f(x)_{ij} + \sum_{i=1}^{M} \sum_{j=1}^{N} f(z)_{ij}$$",
    )
    for value in ("x_{ij}", "x_{ij} + z_{ij}"):
        line = rf"$$\frac{{\partial E}}{{\partial w_{{ij}}}} = {value}$$"
        assert verdict(*network, line) not in ("wrong",)
    assert verdict(*network, r"$$\frac{\partial E}{\partial w_{ij}} = x_{ij}$$") != "right"


def test_a_parenthesis_behind_the_entry_is_a_factor() -> None:
    softmax = r"$$s(z)_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$$ ( $i = 1, \dots, K$ )"
    line = r"$$\frac{\partial s(z)_i}{\partial z_j} = s(z)_i (\delta_{ij} - s(z)_%s)$$"
    assert each_verdict(softmax, lines=[line % "j", line % "i"]) == ["right", "wrong"]


def test_one_of_several_without_a_definition_may_depend_on_its_argument() -> None:
    net = (
        r"$$f_w(x)_i = w_i x_i$$ ( $i = 1, \dots, n$ )",
        r"$$E = \sum_{i=1}^n f_w(x)_i f_v(x)_i$$",
    )
    assert verdict(*net, r"$$\frac{\partial E}{\partial x_i} = w_i f_v(x)_i$$") != "right"
    more = (*net[:1], r"$$f_v(x)_i = v_i x_i^2$$", *net[1:])
    assert each_verdict(
        *more,
        lines=[
            r"$$\frac{\partial E}{\partial x_i} = 3 w_i v_i x_i^2$$",
            r"$$\frac{\partial E}{\partial x_i} = w_i f_v(x)_i$$",
        ],
    ) == ["right", "wrong"]
