r"""A density in the letter of a size, `N(x_n \mid \mu_k, s_k^2)` beside `\sum_{n=1}^N`.

By hand: with `p_n = \sum_k a_k N(x_n \mid m_k, s_k^2)` and `L = \sum_n \log p_n`,
`\partial L/\partial m_k = \sum_n a_k N(x_n \mid m_k, s_k^2) / p_n \cdot (x_n - m_k) / s_k^2`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

DENSITY = r"$$ N(x_n \mid m_k, s_k^2) = \frac{1}{\sqrt{2 \pi s_k^2}} \exp\left(-\frac{(x_n - m_k)^2}{2 s_k^2}\right) $$"
MIXTURE = r"""$$ p_n = \sum_{k=1}^K a_k N(x_n \mid m_k, s_k^2) $$

$$ L = \frac{1}{N} \sum_{n=1}^N \log p_n $$"""
LINES = [
    (
        r"\frac{\partial L}{\partial m_k} = \frac{1}{N} \sum_{n=1}^N \frac{a_k N(x_n \mid m_k, s_k^2)}{p_n}"
        r" \frac{x_n - m_k}{s_k^2}",
        "right",
    ),
    (
        r"\frac{\partial L}{\partial m_k} = \frac{1}{N} \sum_{n=1}^N \frac{a_k N(x_n \mid m_k, s_k^2)}{p_n}"
        r" \frac{x_n - m_k}{s_k}",
        "wrong",
    ),
    (
        r"\frac{\partial L}{\partial m_k} = \sum_{n=1}^N \frac{a_k N(x_n \mid m_k, s_k^2)}"
        r"{\sum_{j=1}^K a_j N(x_n \mid m_j, s_j^2)} \frac{x_n - m_k}{s_k^2}",
        "wrong",
    ),
    (r"\frac{\partial L}{\partial a_k} = \frac{1}{N} \sum_{n=1}^N \frac{N(x_n \mid m_k, s_k^2)}{p_n}", "right"),
    (r"\frac{\partial L}{\partial a_k} = \frac{1}{N} \sum_{n=1}^N \frac{1}{p_n}", "wrong"),
    (
        r"\frac{\partial N(x_n \mid m_k, s_k^2)}{\partial m_k} = N(x_n \mid m_k, s_k^2) \frac{x_n - m_k}{s_k^2}",
        "right",
    ),
    (
        r"\frac{\partial N(x_n \mid m_k, s_k^2)}{\partial m_k} = -N(x_n \mid m_k, s_k^2) \frac{x_n - m_k}{s_k^2}",
        "wrong",
    ),
]


@pytest.mark.parametrize("bar", [r"\mid", "|", ";"])
@pytest.mark.parametrize("density", [DENSITY, ""])
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_the_density_is_none_of_the_data(bar: str, density: str, line: str, expected: str) -> None:
    page = (density, MIXTURE, f"$$ {line} $$")
    assert verdict(*(x.replace(r"\mid", bar) for x in page)) == expected


def test_what_the_page_defines_is_taken() -> None:
    own = DENSITY.replace("2 s_k^2", "s_k^2").replace(r"\sqrt{2 \pi s_k^2}", "s_k")
    assert each_verdict(
        own, MIXTURE, lines=[f"$$ {LINES[0][0]} $$", f"$$ {LINES[0][0]} $$".replace(r"\frac{x_n", r"\cdot 2 \frac{x_n")]
    ) == ["wrong", "right"]


@pytest.mark.parametrize("letter", ["N", "D"])
def test_any_letter(letter: str) -> None:
    page = [x.replace("N(", "M(").replace("N", letter).replace("M(", f"{letter}(") for x in (DENSITY, MIXTURE)]
    for line, expected in LINES[:2]:
        here = line.replace("N(", "M(").replace("N", letter).replace("M(", f"{letter}(")
        assert verdict(*page, f"$$ {here} $$") == expected


def test_one_that_may_be_meant_by_its_deviation_is_not_any_function() -> None:
    page, line = MIXTURE.replace("s_k^2", "s_k"), LINES[0][0].replace("s_k^2)", "s_k)")
    for sign in ("N(", r"\mathcal{N}("):
        assert verdict(page.replace("N(", sign), f"$$ {line} $$".replace("N(", sign)) == "unproved"
    assert (
        verdict(page, r"$$ \frac{\partial L}{\partial a_k} = \frac{1}{N} \sum_n \frac{N(x_n | m_k, s_k)}{p_n} $$")
        == "right"
    )


def test_a_size_before_a_sum_in_parentheses_multiplies_it() -> None:
    page = MIXTURE + "\n\n" + r"$$ J = N (L + \sum_{k=1}^K a_k) $$"
    line = r"$$ \frac{\partial J}{\partial a_k} = %s + \sum_{n=1}^N \frac{N(x_n \mid m_k, s_k^2)}{p_n} $$"
    assert each_verdict(DENSITY, page, lines=[line % "N", line % "1"]) == ["right", "wrong"]


def test_a_likelihood_is_no_layer() -> None:
    page = r"""$$ L(w | x) = \sum_{l=1}^L w_l x_l^2 $$"""
    found = each_verdict(
        page, lines=[r"$$ \frac{\partial L}{\partial w_l} = x_l^2 $$", r"$$ \frac{\partial L}{\partial w_l} = x_l $$"]
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


@pytest.mark.parametrize("sign", ["N(", r"\mathcal{N}("])
@pytest.mark.parametrize(
    "said",
    [
        "with the log-normal density.",
        "where $N$ is the Gaussian without its normalizing constant.",
        "with mean $m_k$ and precision $s_k^2$.",
        "All densities are truncated to $x > 0$.",
        "where $N$ stands for any symmetric density, not only the normal one.",
        "Here $N$ is the density of Student's t.",
        "where $N$ is the normal density and the constant is left out.",
        "where $N$ is the exponential part of the normal density.",
        "Dabei ist $N$ die unnormierte Dichte.",
        "$N$ は対数正規分布の密度である。",
        "其中 $s_k^2$ 是精度。",
        "$N$ 은 절단 정규분포이다.",
        "où $N$ est la densité tronquée.",
    ],
)
def test_words_by_which_it_is_no_normal_density(sign: str, said: str) -> None:
    cases = LINES[:2]
    for (line, _), found in zip(
        cases,
        each_verdict(
            MIXTURE.replace("N(", sign), said, lines=[f"$$ {line} $$".replace("N(", sign) for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == "unproved", line


@pytest.mark.parametrize("said", ["with the normal density.", "where $s_k^2$ is the variance, half the precise one."])
def test_words_that_leave_it_one(said: str) -> None:
    cases = LINES[:2]
    for (line, expected), found in zip(
        cases, each_verdict(MIXTURE, said, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_precision_to_the_power_of_minus_one_is_the_variance() -> None:
    page = MIXTURE.replace("s_k^2", r"b_k^{-1}")
    line = r"$$ \frac{\partial L}{\partial m_k} = \frac{1}{N} \sum_{n=1}^N"
    line += r" \frac{a_k N(x_n \mid m_k, b_k^{-1})}{p_n} b_k %s $$"
    assert each_verdict(page, "with the precisions $b_k$.", lines=[line % "(x_n - m_k)", line % "(m_k - x_n)"]) == [
        "right",
        "wrong",
    ]
