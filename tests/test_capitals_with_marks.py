r"""Capitals with a mark, the Turkish `Ç` for an output (çıktı), are letters as any others."""

import pytest

from .judging import each_verdict

NETWORK = r"""$$ NET_m = \sum_{j=1}^{p} A_{jm} Ç_j^a + \beta_m $$

$$ Ç_m = \frac{1}{1 + e^{-NET_m}} $$

$$ E = \frac{1}{2} \sum_{m=1}^{q} (C_m - Ç_m)^2 $$"""


@pytest.mark.parametrize("letter", ["Ç", "Ö", "Š", "É"])
def test_a_capital_with_a_mark_is_a_letter(letter: str) -> None:
    cases = [
        (r"\frac{\partial E}{\partial Ç_m} = -(C_m - Ç_m)", "right"),
        (r"\frac{\partial E}{\partial Ç_m} = C_m - Ç_m", "wrong"),
        (r"\frac{\partial E}{\partial NET_m} = -Ç_m (1 - Ç_m) (C_m - Ç_m)", "right"),
        (r"\frac{\partial E}{\partial NET_m} = -C_m (1 - C_m) (C_m - Ç_m)", "wrong"),
        (r"\frac{\partial NET_m}{\partial Ç_j^a} = A_{jm}", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(NETWORK.replace("Ç", letter), lines=[f"$${line}$$".replace("Ç", letter) for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


def test_words_and_the_empty_set_are_none() -> None:
    cases = [r"\frac{\partial E}{\partial C_m} = Ø", r"\frac{\partial E}{\partial C_m} = ÇA C_m"]
    for line, found in zip(cases, each_verdict(NETWORK, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found == "unreadable", line


def test_a_word_below_what_is_defined_has_no_indices() -> None:
    page = r"""$$ n_{o1} = w_5 h_1 + w_6 h_2 $$

$$ n_{o2} = w_7 h_1 + w_8 h_2 $$

$$ E_{o1} = \frac{1}{2}(t_{o1} - n_{o1})^2 $$

$$ E_{o2} = \frac{1}{2}(t_{o2} - n_{o2})^2 $$

$$ E_{total} = E_{o1} + E_{o2} $$"""
    for word in ("total", "tot", "loss", "out"):
        said = page.replace("total", word)
        right = r"$$ \frac{\partial E_{total}}{\partial w_5} = -(t_{o1} - n_{o1}) h_1 $$".replace("total", word)
        assert each_verdict(said, lines=[right, right.replace("-(", "(")]) == ["right", "wrong"]
