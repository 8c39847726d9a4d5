r"""The chain rule said in passing with letters of the network, and functions that words give by cases.

By hand: z_i = \sum_k w_ik x_k and a_i = max(0, z_i) have da_i/dw_ik = [z_i > 0] x_k; L = \sum_i (a_i - t_i)^2 / 2.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

RULES = (
    r"Règle de la chaîne: si $y = f(u)$ et $u=g(x)=(g_1(x), ..., g_m(x))$ alors $\frac{\partial y}{\partial x_i} = "
    r"\sum_{l=1}^{m} \frac{\partial y}{\partial u_l} \frac{\partial u_l}{\partial x_i}$",
    r"Recall the chain rule: if $y = f(u)$ and $u = g(x)$, then"
    "\n\n"
    r"$$\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}$$",
    r"連鎖律: $y = f(u)$, $u = g(x)$ のとき $\frac{dy}{dx} = \frac{dy}{du} \frac{du}{dx}$",
)
NETWORK = (
    r"$$x_i^{(2)} = \max(0, \sum_{k=1}^n w_{ki} x_k^{(1)}), \quad E = \frac12 \sum_{i=1}^m (x_i^{(2)} - y_i^{(2)})^2$$"
    r" ( $i = 1, \dots, m$ )"
)
RIGHT = r"$$\frac{\partial E}{\partial x_i^{(2)}} = x_i^{(2)} - y_i^{(2)}$$"
WRONG = r"$$\frac{\partial E}{\partial x_i^{(2)}} = y_i^{(2)} - x_i^{(2)}$$"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_with_letters_of_the_network_says_nothing_of_it(rule: str) -> None:
    assert each_verdict(NETWORK, rule, lines=[RIGHT, WRONG]) == ["right", "wrong"]
    assert all(str(c.judgement) != "wrong" for c in check(f"{NETWORK}\n\n{rule}\n\n{RIGHT}").claims)


@pytest.mark.parametrize(
    "beside",
    [
        r"Here $f(u) = u^2$ and $g(x) = 3 x$.",  # the functions are the page's
        r"with $u = 3 x$.",  # what stands between them is
    ],
)
def test_a_rule_about_names_of_the_page_is_one_of_these(beside: str) -> None:
    page = r"The chain rule: if $y = f(u)$ and $u = g(x)$ then $\frac{dy}{dx} = \frac{dy}{du} \frac{du}{dx}$ holds."
    loss = r"$$L = \frac12 (y - t)^2$$"
    assert verdict(page, beside, loss, r"$$\frac{\partial L}{\partial x} = 0$$") != "right"


CASES = (
    "where $H(x) = 1$ if $x>0$, and $0$ if $x<0$.",
    "où $H(x) = 1$ si $x>0$, et $0$ si $x<0$.",
    "wobei $H(x) = 1$ für $x > 0$ und $H(x) = 0$ sonst.",
    r"where $H(u) = 1$ when $u \ge 0$, otherwise $0$.",
    "donde $H(u) = 1$ si $0 < u$ y 0 en otro caso.",
    r"ここで $x > 0$ のとき $H(x) = 1$、それ以外は $H(x) = 0$ とする。",
    r"其中当 $x > 0$ 时 $H(x) = 1$，否则为 $0$。",
)
UNITS = r"$$z_i = \sum_{k=1}^n w_{ik} x_k, \quad a_i = \max(0, z_i)$$ for $i = 1, \dots, m$."


def _judged(sentence: str, line: str) -> list[str]:
    return [str(c.judgement) for c in check(f"{UNITS}\n\n$${line}$$\n{sentence}").claims]


@pytest.mark.parametrize("sentence", CASES)
def test_functions_by_cases_in_words(sentence: str) -> None:
    assert _judged(sentence, r"\frac{\partial a_i}{\partial w_{ik}} = H(z_i) x_k") == ["right"]
    assert _judged(sentence, r"\frac{\partial a_i}{\partial w_{ik}} = H(-z_i) x_k") == ["wrong"]


@pytest.mark.parametrize(
    "sentence",
    [
        "where $H(x) = 1$ if $q > 0$, and $0$ if $q < 0$.",  # of something else
        "where $H(x) = 1$ only if $x > 0$, and $0$ if $x < 0$.",
        "where $H(x) = 1$ if $x > 0$, and $G(x) = 0$ if $x < 0$.",
        "where $H(x) = 1$ if $x > 0$.",
    ],
)
def test_what_is_no_definition_by_cases(sentence: str) -> None:
    found = _judged(sentence, r"\frac{\partial a_i}{\partial w_{ik}} = H(z_i) x_k")
    assert "right" not in found[:1]
    assert "wrong" not in found[:1]


def test_derivatives_by_cases_in_words_are_claims() -> None:
    page = (
        UNITS.replace(r"\max(0, z_i)", "g(z_i)")
        + "\n\n"
        + r"Here $g(u) = \begin{cases} u & u > 0 \\ 0 & u \le 0 \end{cases}$."
    )
    for slope, expected in (("0", "right"), (r"2", "wrong")):
        said = f"Thus $g'(u) = 1$ for $u > 0$ and $g'(u) = {slope}$ for $u < 0$."
        assert [str(c.judgement) for c in check(f"{page}\n\n{said}").claims] == [expected]


def test_brackets_behind_functions_that_are_defined_with_parentheses() -> None:
    sentence = CASES[0]
    line = r"\frac{\partial a_i}{\partial w_{ik}} = H\bigg[ \sum_{k=1}^n w_{ik} x_k \bigg] x_k"
    assert _judged(sentence, line) == ["right"]
    assert _judged(sentence, line.replace("x_k$", "$").replace(r"\bigg[ ", r"\bigg[ -")) == ["wrong"]


def test_brackets_behind_values_are_factors() -> None:
    page = r"$$z = w x, \quad h(x) = \frac{1}{1 + e^{-w x}}, \quad L = \frac12 (h - t)^2$$"
    right = r"$$\frac{\partial L}{\partial w} = (h - t) h[1 - h] x$$"
    found = each_verdict(page, lines=[right, right.replace("(h - t)", "")])
    assert found[0] != "wrong"
    assert found[1] != "right"
