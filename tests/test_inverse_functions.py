r"""Inverses of hyperbolic functions, by name and as `\tanh^{-1} m_i` where `m_i = \tanh(u_i)`; slips beside each."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n[ranges]\n"i" = "1..I"\n+++'
NETWORK = r"""$$ y_i = \NAME(u_i) $$

$$ u_i = w_i x_i $$

$$ E = \frac{1}{2} \sum_{i=1}^{I} (y_i - t_i)^2 $$"""
SLOPES = [
    (r"\frac{y_i - t_i}{1 - u_i^2}", "tanh"),
    (r"\frac{y_i - t_i}{\sqrt{1 + u_i^2}}", "sinh"),
    (r"\frac{y_i - t_i}{\sqrt{1 - u_i^2}}", ""),
    (r"\frac{y_i - t_i}{1 + u_i^2}", ""),
    (r"\frac{t_i - y_i}{1 - u_i^2}", ""),
]


@pytest.mark.parametrize("function", ["tanh", "sinh"])
@pytest.mark.parametrize("name", ["operatorname{ar#}", "operatorname{arc#}", "mathrm{ar#}", "mathrm{a#}", "ar#"])
def test_slopes(function: str, name: str) -> None:
    page = NETWORK.replace("NAME", name.replace("#", function))
    lines = [rf"$$ \frac{{\partial E}}{{\partial w_i}} = {x} x_i $$" for x, _ in SLOPES]
    wanted = ["right" if of == function else "wrong" for _, of in SLOPES]
    assert each_verdict(FRONT, page, lines=lines) == wanted


def test_the_third_is_defined_beyond_1() -> None:
    page = NETWORK.replace("NAME", "operatorname{arcosh}")
    line = r"\frac{\partial E}{\partial u_i} = \frac{y_i - t_i}{\sqrt{u_i^2 - 1}}"
    assert verdict(FRONT, page, f"$$ {line} $$") != "wrong"
    assert verdict(FRONT, page, f"$$ {line.replace('= ', '= 2 ')} $$") == "wrong"


FIELD = r"""$$ m_i = \tanh(u_i) $$

$$ E = \sum_{i=1}^{I} m_i^2 $$"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1} m_i = 2 m_i u_i", "right"),
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1}(m_i) = m_i \log \frac{1 + m_i}{1 - m_i}", "right"),
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1}(m_i) = 2 m_i \log \frac{1 + m_i}{1 - m_i}", "wrong"),
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1} m_i = \frac{2 m_i}{\tanh m_i}", "wrong"),
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1} m_i = 2 m_i^2", "wrong"),
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1} u_i = \frac{2 m_i}{\tanh u_i}", "unreadable"),
        (r"\frac{\partial E}{\partial m_i} \tanh^{-1} u_i = 2 m_i \operatorname{artanh} u_i", "unreadable"),
        (r"\frac{\partial E}{\partial m_i} \sinh^{-1} m_i = \frac{2 m_i}{\sinh m_i}", "unreadable"),
    ],
)
def test_of_what_the_function_has_made(line: str, expected: str) -> None:
    assert verdict(FRONT, FIELD, f"$$ {line} $$") == expected


@pytest.mark.parametrize("inverse", [r"\tanh^{-1} m_i", r"\operatorname{artanh}(m_i)", r"\tanh^{-1}(m_i)"])
def test_said_both_ways(inverse: str) -> None:
    lines = [
        r"$$ \frac{\partial E}{\partial u_i} = 2 m_i (1 - m_i^2) $$",
        r"$$ \frac{\partial E}{\partial u_i} = 2 m_i (1 - m_i) $$",
    ]
    assert each_verdict(FRONT, FIELD, f"$$ u_i = {inverse} $$", lines=lines) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"Here $\tanh^{-1}$ is the inverse hyperbolic tangent.", ["right", "wrong"]),
        (r"$\tanh^{-1}$ は逆双曲線正接関数である。", ["right", "wrong"]),
        ("Here the -1 is the reciprocal, not the inverse function.", ["unreadable", "unreadable"]),
        ("", ["unreadable", "unreadable"]),
    ],
)
def test_words(words: str, expected: list[str]) -> None:
    page = NETWORK.replace(r"\NAME(u_i)", "u_i^2")
    lines = [
        r"$$ \frac{\partial E}{\partial u_i} \tanh^{-1} u_i = 2 u_i (y_i - t_i) \operatorname{artanh} u_i $$",
        r"$$ \frac{\partial E}{\partial u_i} \tanh^{-1} u_i = \frac{2 u_i (y_i - t_i)}{\tanh u_i} $$",
    ]
    assert each_verdict(FRONT, page, words, lines=lines) == expected
