r"""Functions that a page defines by a derivative by their argument: `\phi(u) = \frac{d}{du} \ln p(u)`.

By hand: for E = sum_i f'(a_i) with f(u) = u^3, dE/dW_ij = 6 a_i x_j; for L = sum_i ln p(a_i), dL/dW_ij = phi(a_i) x_j.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\nfunctions = ["p"]\n[ranges]\n"i" = "1..I"\n"j" = "1..J"\n+++\n'
NET = FRONT + r"$$ a_i = \sum_{j=1}^J W_{ij} x_j $$"
CUBE = (
    NET.replace('functions = ["p"]\n', "")
    + r"""

$$ f(u) = u^3 $$

$$ \phi(a_i) = \frac{d}{d a_i} f(a_i) $$

$$ L = \sum_{i=1}^I \phi(a_i) $$
"""
)


@pytest.mark.parametrize(
    ("line", "factor"),
    [
        (r"\phi(a_i) = 3 a_i^2", "3"),
        (r"\phi'(a_i) = 6 a_i", "6"),
        (r"\phi''(a_i) = 6", "6"),
        (r"\frac{\partial L}{\partial W_{ij}} = 6 a_i x_j", "6"),
        (r"\frac{\partial^2 L}{\partial W_{ij}^2} = 6 x_j^2", "6"),
    ],
)
def test_a_function_that_is_known(line: str, factor: str) -> None:
    assert verdict(CUBE, f"$$ {line} $$") == "right"
    assert verdict(CUBE, f"$$ {line.replace(factor, '5')} $$") == "wrong"


SCORES = (
    r"$$ \phi(a_i) = \frac{d}{d a_i} \ln p(a_i) $$",
    r"$$ \phi(a_i) = \frac{\partial \ln p(a_i)}{\partial a_i} $$",
    r"$$ \phi(u) = \frac{d}{du} \ln p(u) $$",
)


@pytest.mark.parametrize("score", SCORES)
def test_the_slope_of_any_function(score: str) -> None:
    page = (NET, r"$$ L = \sum_{i=1}^I \ln p(a_i) $$", score, r"$$ z_i = \phi(a_i) $$")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial W_{ij}} = x_j z_i $$",
            r"$$ \frac{\partial L}{\partial W_{ij}} = - x_j z_i $$",
            r"$$ \frac{\partial L}{\partial W_{ij}} = x_i z_j $$",
            r"$$ \frac{\partial z_i}{\partial W_{ij}} = x_j \phi'(a_i) $$",
            r"$$ \frac{\partial z_i}{\partial W_{ij}} = x_j \phi(a_i) $$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def test_what_depends_on_the_argument_by_other_names() -> None:
    """The L of `g(x) = dL/dx` is made of x, though no x stands in it."""
    page = FRONT.replace('functions = ["p"]\n', "") + "\n\n".join(
        (r"$$ h_i = w_i x $$", r"$$ L = \sum_{i=1}^I h_i^2 $$", r"$$ g(x) = \frac{\partial L}{\partial x} $$")
    )
    assert verdict(page, r"$$ g(x) = 2 \sum_{i=1}^I w_i^2 x $$") == "right"
    assert verdict(page, r"$$ g(x) = 0 $$") != "right"
    assert verdict(page, r"$$ \frac{\partial g(x)}{\partial x} = 0 $$") != "right"


INVERSE = (
    NET.replace("1..J", "1..I").replace("^J", "^I"),
    r"$$ G = W^{-1} $$",
    r"$$ L = \ln | \det W | + \sum_{i=1}^I \ln p(a_i) $$",
    r"Here $W = (W_{ij})$ and $G = (G_{ij})$.",
)


def test_a_function_whose_argument_is_left_off() -> None:
    """The f that is only ever typed with the argument of its definition may be a name that depends on it."""
    page = CUBE.replace("a_i", "u").replace(r"\phi(u) $$", r"\phi(a_i) $$").replace("$$ u =", "$$ a_i =")
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial L}{\partial W_{ij}} = 6 a_i x_j $$",
            r"$$ \frac{\partial L}{\partial W_{ij}} = 0 $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_an_inverse_that_only_lines_use() -> None:
    """What is made of the inverse of W is made of W, and so does not make it."""
    assert each_verdict(
        *INVERSE,
        lines=[
            r"$$ \frac{\partial}{\partial W_{ij}} \ln | \det W | = G_{ji} $$",
            r"$$ \frac{\partial}{\partial W_{ij}} \ln | \det W | = G_{ij} $$",
            r"$$ \frac{\partial a_i}{\partial W_{ij}} = x_j $$",
        ],
    ) == ["right", "wrong", "right"]
    line = r"$$ \frac{\partial L}{\partial W_{ij}} = G_{ji} + x_j \frac{p'(a_i)}{p(a_i)} $$"
    assert each_verdict(*INVERSE, lines=[line, line.replace("G_{ji}", "- G_{ji}")]) == ["right", "wrong"]


def test_another_end_leaves_data_open() -> None:
    """Nothing says that x is not made of the v that nothing uses."""
    page = (*INVERSE, r"$$ v_i = \sum_{j=1}^I U_{ij} r_j $$")
    assert verdict(*page, r"$$ \frac{\partial L}{\partial U_{ij}} = 0 $$") != "right"
