r"""Letters with primes that a page sums over, or to which it gives a range, are indices above names on all of it."""

from __future__ import annotations

import pytest

from symderiv.latex.parse import parse_all
from symderiv.latex.tree import Name, of_kind

from .judging import each_verdict, verdict

RANGES = """+++
objective = "O"
functions = ["\\\\theta"]
[ranges]
"t" = "1..T"
"t'" = "1..T"
"h" = "1..H"
"h'" = "1..H"
"k" = "1..K"
+++
"""
NET = r"""
$$ a_h^t = \sum_{i=1}^{I} u_{ih} x_i^t + \sum_{h'=1}^{H} w_{h'h} b_{h'}^{t-1} $$

$$ b_h^t = \theta (a_h^t) $$

$$ b_h^0 = 0 $$

$$ y_k^t = \sum_{h=1}^{H} v_{hk} b_h^t $$

$$ O = \frac{1}{2} \sum_{t=1}^{T} \sum_{k=1}^{K} (y_k^t - z_k^t)^2 $$

$$ J_{ki}^{tt'} = \frac{\partial y_k^t}{\partial x_i^{t'}} $$
"""
STEPS = r"""
$$ s_j^{\tau} = \tanh(\sum_{i=1}^{n} w_{ji} x_i^{\tau} + \sum_{k=1}^{m} r_{jk} s_k^{\tau-1}) $$ for $j = 1, \dots, m$
and $\tau = 1, \dots, T$, with $s_j^0 = 0$.

$$ E = \sum_{\tau=1}^{T} \sum_{j=1}^{m} c_j s_j^{\tau} $$

Let $\epsilon_j^\tau = \frac{\partial E}{\partial s_j^\tau}$.
"""
LAYERS = r"""
$$ z_j^l = \sum_{k=1}^{n} w_{jk}^l a_k^{l-1} $$ ( $1 \le l \le L$, $1 \le j \le n$ )

$$ a_j^l = f^l(z_j^l) $$

$$ C = \sum_{j=1}^{n} (a_j^L - y_j)^2 $$

$$ R = \sum_{l'=1}^{L} \sum_{j=1}^{n} \sum_{k=1}^{n} (w_{jk}^{l'})^2 $$
"""


def test_letters_of_the_front_matter() -> None:
    cases = [
        (
            r"\frac{\partial O}{\partial x_i^{t'}} = \sum_{t=t'}^{T} \sum_{k=1}^{K} (y_k^t - z_k^t) J_{ki}^{tt'}",
            "right",
        ),
        (
            r"\frac{\partial O}{\partial x_i^{t'}} = \sum_{t=1}^{t'} \sum_{k=1}^{K} (y_k^t - z_k^t) J_{ki}^{tt'}",
            "wrong",
        ),
        (r"J_{ki}^{tt'} = \sum_{h=1}^{H} u_{ih} \frac{\partial y_k^t}{\partial a_h^{t'}}", "right"),
        (r"J_{ki}^{tt'} = \sum_{h=1}^{H} u_{ih} \frac{\partial y_k^t}{\partial b_h^{t'}}", "wrong"),
        (r"J_{ki}^{tt} = \sum_{h=1}^{H} u_{ih} v_{hk} \theta'(a_h^t)", "right"),
        (r"J_{ki}^{tt} = \sum_{h=1}^{H} u_{ih} v_{hk}", "wrong"),
    ]
    lines = [f"$$ {line} $$" for line, _ in cases]
    for (line, expected), found in zip(cases, each_verdict(RANGES + NET, lines=lines), strict=True):
        assert found == expected, line


def test_letters_of_sums() -> None:
    slope = r"(1 - (s_j^{\tau'})^2)"
    weight = r"\frac{\partial E}{\partial w_{ji}}"
    summed = rf"$$ {weight} = \sum_{{\tau'=1}}^T \epsilon_j^{{\tau'}} {slope} x_i^{{\tau'}} $$"
    assert verdict(STEPS, summed) == "right"
    for line, expected in (
        (rf"\sum_{{j=1}}^{{m}} \epsilon_j^{{\tau'}} {slope} w_{{ji}}", "right"),
        (r"\sum_{j=1}^{m} \epsilon_j^{\tau'} (1 - s_j^{\tau'}) w_{ji}", "wrong"),
        (rf"\epsilon_j^{{\tau'}} {slope} w_{{ji}}", "wrong"),
    ):
        asked = rf"$$ \frac{{\partial E}}{{\partial x_i^{{\tau'}}}} = {line} $$"
        assert verdict(f"{STEPS}\n{summed}\n", asked) == expected, line


def test_slopes_of_functions_of_layers_stay_slopes() -> None:
    for line, expected in (
        (r"\frac{\partial a_j^l}{\partial z_j^l} = f^{l'}(z_j^l)", "right"),
        (r"\frac{\partial C}{\partial z_j^L} = 2 (a_j^L - y_j) f^{L'}(z_j^L)", "right"),
        (r"\frac{\partial C}{\partial z_j^L} = (a_j^L - y_j) f^{L'}(z_j^L)", "wrong"),
        (r"\frac{\partial R}{\partial w_{jk}^{l'}} = 2 w_{jk}^{l'}", "right"),
        (r"\frac{\partial R}{\partial w_{jk}^{l'}} = w_{jk}^{l'}", "wrong"),
    ):
        assert verdict(LAYERS, f"$$ {line} $$") == expected, line


@pytest.mark.parametrize(
    ("page", "primes"),
    [
        ((r"x^{t'}", "y"), [1]),
        ((r"x^{t'}", r"\sum_{t'=1}^T y"), [0]),
        ((r"x^{t'}", r"\sum_{t \in t'} y"), [1]),
        ((r"x^{t'}", r"t' = 1, \dots, T"), [0]),
        ((r"x^{t'}", r"1 \le t' \le T"), [0]),
        ((r"x^{t'}", r"t' = 1"), [1]),
        ((r"\hat{x}_i^{t'}", r"\sum_{t'} y"), [0]),
        ((r"\mathbf{x}_{i}^{t''}", r"\sum_{t''} y"), [0]),
        ((r"x^{t'}(z)", r"\sum_{t'} x(z)"), [1]),
        ((r"x^{t'}(z)", r"\sum_{t'} x^t"), [0]),
        ((r"x'^{t}", r"\sum_{t'} y"), [1]),
    ],
)
def test_of_which_pages(page: tuple[str, str], primes: list[int]) -> None:
    formula = parse_all(list(page))[0]
    assert not isinstance(formula, Exception)
    assert [x.primes for x in of_kind(formula, Name) if x.base == "x"] == primes
