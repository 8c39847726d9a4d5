"""Sentences in other languages that say what holds on a page, and those that speak of a case or give an example."""

from __future__ import annotations

import pytest

from symderiv.latex.asserted import is_asserted

from .judging import check

HOLDS = (
    "La fonction d'activation est {}.",
    "On applique la sigmoïde {} à chaque composante.",
    "Nous utilisons la fonction {}.",
    "Die Aktivierungsfunktion ist {}.",
    "Als Aktivierung verwenden wir {}.",
    "各ユニットに関数 {} を作用させる。",
    "隠れ層に {} を適用して出力を得る。",
    "其中激活函数为 {}。",
    "We apply the function {} to each of them.",
)
ONE_CASE = (
    "Pour un neurone linéaire, {}.",
    "Si le réseau est linéaire, {}.",
    "Dans le cas linéaire, {}.",
    "Par exemple, on prend {}.",
    "On utilise souvent {}.",
    "Wenn das Netz linear ist, {}.",
    "Ist das Netz linear, {}.",
    "Bei linearen Einheiten, {}.",
    "Oft ist {}.",
    "Para una neurona lineal, {}.",
    "Se la rete è lineare, {}.",
    "如果是线性单元，{}。",
    "线性单元的 {}。",
    "当激活函数为线性时，{}。",
    "例如，{}。",
    "線形ユニットの場合、{} を作用させてもよい。",
)
PAGE = r"""
$$ a = \sum_{{i=1}}^n w_i x_i, \quad y = f(a), \quad E = \frac12 (y - t)^2 $$

{}

## A

$$ \frac{{\partial E}}{{\partial w_i}} = (y - t) f'(a) x_i $$

$$ \frac{{\partial E}}{{\partial w_i}} = (y - t) x_i $$
"""


@pytest.mark.parametrize("sentence", HOLDS)
def test_what_holds_throughout(sentence: str) -> None:
    assert is_asserted(*sentence.split("{}"))


@pytest.mark.parametrize("sentence", ONE_CASE)
def test_what_holds_in_a_case(sentence: str) -> None:
    assert not is_asserted(*sentence.split("{}"))


@pytest.mark.parametrize("sentence", [*HOLDS[:2], *ONE_CASE[::3]])
def test_a_line_without_the_derivative_of_the_function(sentence: str) -> None:
    """Only right where the page says throughout that the function is the identity."""
    report = check(PAGE.format(sentence.format("$f(a) = a$")))
    first, second = (str(c.judgement) for c in report.claims)
    assert first == "right"
    assert second == ("right" if sentence in HOLDS else "unproved")


TANH = PAGE.replace("= (y - t) x_i", "= (y - t) (1 - y^2) x_i")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("La fonction $f$ est la tangente hyperbolique.", "right"),
        ("$f$ ist der Tangens hyperbolicus.", "right"),
        ("其中 $f$ 是双曲正切函数。", "right"),
        ("$f$ est la tangente hyperbolique ou la sigmoïde.", "unproved"),
        ("Si $f$ est la tangente hyperbolique, tout est simple.", "unproved"),
        ("Par exemple, $f$ est la tangente hyperbolique.", "unproved"),
        ("Ici $f$ n'est pas la tangente hyperbolique.", "unproved"),
        ("Wenn $f$ der Tangens hyperbolicus ist, gilt mehr.", "unproved"),
        ("如果 $f$ 是双曲正切函数, 则更简单。", "unproved"),
        ("$f$ 是双曲正切函数的导数。", "unproved"),
        ("$f$ es la tangente hiperbólica.", "unproved"),
    ],
)
def test_a_function_named_in_words(sentence: str, verdict: str) -> None:
    report = check(TANH.format(sentence))
    assert str(report.claims[-1].judgement) == verdict
