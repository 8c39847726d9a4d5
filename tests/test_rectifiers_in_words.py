r"""The GELU and the SiLU in words; what stands above a sum with a number is an exponent; the 2 of `2 \pi`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

NET = r"$$ L = \sum_{i=1}^n t_i f(z_i) $$ with $\sigma(z) = \frac{1}{1 + e^{-z}}$. Then"
GELU = r"$$ f'(z_i) = \operatorname{normcdf}(z_i) + z_i \operatorname{normpdf}(z_i) $$"
SILU = r"$$ f'(z_i) = \sigma(z_i) + z_i \sigma(z_i) (1 - \sigma(z_i)) $$"
TANH = r"$$ f'(z_i) = 1 - f(z_i)^2 $$"


@pytest.mark.parametrize("word", ["GELU", "the GeLU activation", "the Gaussian error linear unit (GELU)"])
def test_words_name_the_gelu(word: str) -> None:
    said = f"Here $f$ is {word}."
    assert verdict(said, NET, GELU) == "right"
    assert verdict(said, NET, SILU) == verdict(said, NET, TANH) == "wrong"
    assert verdict(said, NET, r"$$ \frac{\partial L}{\partial z_i} = t_i f(z_i) $$") == "wrong"


@pytest.mark.parametrize("word", ["SiLU", "the sigmoid linear unit", "the sigmoid-weighted linear unit (SiLU)"])
def test_words_name_the_silu(word: str) -> None:
    said = f"Here $f$ is {word}."
    assert verdict(said, NET, SILU) == "right"
    assert verdict(said, NET, GELU) == verdict(said, NET, TANH) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "GELU or ReLU",
        "ReLU/GELU",
        "ReLU, GELU or tanh",
        "GELU (or SiLU)",
        "the tanh approximation of GELU",
        "GELU (tanh approximation)",
        "GELU in its tanh form",
        "a GELU variant",
        r"SiLU with $\beta$",
        "GELU. It is $x \\sigma(1.702 x)$ here",
    ],
)
def test_other_functions_and_choices_are_left_open(words: str) -> None:
    for line in (GELU, SILU, TANH):
        assert verdict(f"Here $f$ is {words}.", NET, line) == "unproved"


SHAPE = r"$a > 0$ is the shape." "\n\n" r"$$ m_i = \sum_{j=1}^p x_{ij} b_j $$"
LOSS = r"$$ L = \sum_{i=1}^n (1 + m_i^2)^{-a} $$"


def test_an_exponent_is_no_index() -> None:
    cases = [
        (r"\frac{\partial m_i}{\partial b_j} = x_{ij}", "right"),
        (r"\frac{\partial L}{\partial b_j} = -2a \sum_{i=1}^n (1 + m_i^2)^{-a-1} m_i x_{ij}", "right"),
        (r"\frac{\partial L}{\partial b_j} = -2 \sum_{i=1}^n (1 + m_i^2)^{-a-1} m_i x_{ij}", "wrong"),
        (r"\frac{\partial L}{\partial b_j} = -2a \sum_{i=1}^n (1 + m_i^2)^{-a} m_i x_{ij}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SHAPE, LOSS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("case", [r"For $k > 1$", r"$k \ge 1$"])
def test_an_index_in_an_exponent_stays_one(case: str) -> None:
    page = rf"{case}" "\n\n" r"$$ s_k = \sum_{i=1}^n (1 + x_i)^k w_i $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial s_k}{\partial x_i} = k (1 + x_i)^{k-1} w_i $$",
            r"$$ \frac{\partial s_k}{\partial x_i} = k (1 + x_i)^k w_i $$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("typed", [r"b^{-1}2\pi", r"b^{-1} 2\pi", r"2\pi b^{-1}"])
def test_the_number_of_two_pi_is_a_factor(typed: str) -> None:
    page = rf"$$ p_i = \frac{{1}}{{\sqrt{{{typed}}}}} e^{{-\frac{{(t_i - y_i)^2}}{{2 b^{{-1}}}}}} $$"
    page += r" $$ J = -\sum_{i=1}^N \log p_i $$"
    line = r"$$ \frac{\partial J}{\partial b} = \frac12 \sum_{i=1}^N (t_i - y_i)^2 SIGN \frac{N}{2 b} $$"
    assert each_verdict(page, lines=[line.replace("SIGN", "-"), line.replace("SIGN", "+")]) == ["right", "wrong"]


@pytest.mark.parametrize("typed", [r"x2\pi", "w_i2", r"w2\pi"])
def test_other_numbers_behind_a_name_may_be_scripts(typed: str) -> None:
    assert verdict(rf"$$ \frac{{\partial}}{{\partial w}} (w x 2\pi) = {typed} $$") == "unreadable"
