"""Units that are typed out one by one: their capitals are labels, whatever softmax a page has besides."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "C"\nassume = ["t_P + t_Q = 1"]\n[ranges]\n"r" = "1..n"\n"s" = "1..n"\n+++'
NETWORK = r"""
$$ \beta_r = \frac{\exp(v g_r)}{\sum_{s=1}^{n} \exp(v g_s)} $$

$$ m = \sum_{r=1}^n \beta_r g_r $$

$$ z_P = k_P m $$

$$ z_Q = k_Q m $$

$$ p_P = \frac{\exp(z_P)}{\exp(z_P) + \exp(z_Q)} $$

$$ p_Q = \frac{\exp(z_Q)}{\exp(z_P) + \exp(z_Q)} $$

$$ C = -t_P \log p_P - t_Q \log p_Q $$

$$ \delta_P^z = \frac{\partial C}{\partial z_P} $$

$$ \delta_Q^z = \frac{\partial C}{\partial z_Q} $$

$$ \delta_r^g = \frac{\partial C}{\partial \beta_r} $$
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"$$ \delta_P^z = p_P - t_P $$", r"$$ \delta_P^z = p_P - t_Q $$"),
        (r"$$ \frac{\partial C}{\partial m} = k_P \delta_P^z + k_Q \delta_Q^z $$",
         r"$$ \frac{\partial C}{\partial m} = k_P \delta_P^z $$"),
        (r"$$ \delta_r^g = (k_P \delta_P^z + k_Q \delta_Q^z) g_r $$",
         r"$$ \delta_r^g = (k_P \delta_Q^z + k_Q \delta_P^z) g_r $$"),
    ],
)  # fmt: skip
def test_two_outputs_beside_attention(right: str, wrong: str) -> None:
    assert each_verdict(FRONT, NETWORK, "## Herleitung", lines=[right, wrong]) == ["right", "wrong"]


def test_entries_of_a_softmax_are_no_units() -> None:
    page = (
        FRONT.replace('assume = ["t_P + t_Q = 1"]\n', ""),
        NETWORK.replace(r"p_P = \frac{\exp(z_P)}", r"p_P = \beta_P"),
    )
    lines = r"$$ \delta_P^z = p_P - t_P $$", r"$$ \delta_P^z = -t_P $$", r"$$ \delta_P^z = 0 $$"
    assert {verdict(*page, "## Herleitung", x) for x in lines}.isdisjoint(["right"])


@pytest.mark.parametrize("line", [r"g_A = p_A - 1", r"g_A = -1", r"g_B = p_B", r"g_B = 0"])
def test_letters_of_a_numbered_name(line: str) -> None:
    page = (
        '+++\nobjective = "C"\n[ranges]\n"k" = "1..K"\n+++',
        r"$$ p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}} $$",
        r"$$ C = -\log p_A $$",
        r"$$ g_A = \frac{\partial C}{\partial z_A} $$",
        r"$$ g_B = \frac{\partial C}{\partial z_B} $$",
    )
    assert verdict(*page, "## Derivation", f"$$ {line} $$") in ("unproved", "unreadable")
