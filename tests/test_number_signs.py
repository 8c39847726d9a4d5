r"""`\#` above or below a name is a mark as `\sharp` is; anywhere else it is no value.

By hand: the derivative of `\sum_y q(y) e^{d_k s^\#(y)}` by `d_k`, where s# does not depend on d, is
`\sum_y q(y) s^\#(y) e^{d_k s^\#(y)}`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

PAGE = r"""
$$ s^\#(y) = \sum_{k=1}^n s_k(y) $$

$$ B(d) = \sum_y q(y) \sum_{k=1}^n \frac{s_k(y)}{s^{\#}(y)} \exp \left( d_k s^{\#}(y) \right) $$
"""
LAYERS = r"""
$$ a^\#_k = \sum_{j=1}^n v_{kj} x_j $$

$$ a_k = x_k^2 $$

$$ E = \sum_{k=1}^n (a^{\#}_k)^2 a_k $$
"""


def test_functions_with_a_number_sign() -> None:
    cases = [
        (r"\frac{\partial B(d)}{\partial d_k} = \sum_y q(y) s_k(y) \exp(d_k s^{\#}(y))", "right"),
        (r"\frac{\partial B(d)}{\partial d_k} = \sum_y q(y) s_k(y) \exp(d_k s_k(y))", "wrong"),
        (r"\frac{\partial B(d)}{\partial d_k} = \sum_y q(y) \frac{s_k(y)}{s^\#(y)} \exp(d_k s^\#(y))", "wrong"),
        (r"\frac{\partial^2 B(d)}{\partial d_k^2} = \sum_y q(y) s_k(y) s^\#(y) \exp(d_k s^\#(y))", "right"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(PAGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_names_with_and_without_it_are_two() -> None:
    cases = [
        (r"\frac{\partial E}{\partial v_{kj}} = 2 a_k a^\#_k x_j", "right"),
        (r"\frac{\partial E}{\partial v_{kj}} = 2 a_k a_k x_j", "wrong"),
        (r"\frac{\partial E}{\partial v_{kj}} = 2 (a^\#_k)^2 x_j", "wrong"),
        (r"\frac{\partial E}{\partial v_{kj}} = 2 \# a_k a^\#_k x_j", "unreadable"),
        (r"\frac{\partial E}{\partial v_{kj}} = 2 a_k a^\#_k x_j \#\{j\}", "unreadable"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(LAYERS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_a_macro_of_the_page_comes_first() -> None:
    page = r"$$ \newcommand{\#}{b} E = \sum_{k=1}^n w_k x_k + \# $$"
    assert verdict(page, r"$$ \frac{\partial E}{\partial b} = 1 $$") == "right"
