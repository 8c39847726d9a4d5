r"""Equations at one layer that a letter names, without words of an exception: `In layer $m$, $a^m_k = z^m_k$`."""

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ z^l_k = \sum_j w^l_{kj} a^{l-1}_j + b^l_k, \quad a^l_k = \sigma(z^l_k), \quad l = 1, \dots, L $$",
    r"$$ E = \frac12 \sum_k (a^L_k - t_k)^2 $$",
)
CURVED = r"$$ \frac{\partial E}{\partial z^l_k} = \frac{\partial E}{\partial a^l_k} a^l_k (1 - a^l_k) $$"
LINEAR = r"$$ \frac{\partial E}{\partial z^m_k} = \frac{\partial E}{\partial a^m_k} $$"
NEITHER = r"$$ \frac{\partial E}{\partial z^m_k} = 3 \frac{\partial E}{\partial a^m_k} $$"


@pytest.mark.parametrize(
    "said",
    [
        "In layer $m$, $a^m_k = z^m_k$.",
        "In the layer $m < L$ we have $a^m_k = z^m_k$.",
        "Layer $m$ is linear: $a^m_k = z^m_k$.",
        "At layer $m$: $$ a^m_k = z^m_k $$",
        "In layer $l = m$, $a^l_k = z^l_k$.",
        "$a^m_k = z^m_k$ in layer $m$.",
        "In Schicht $m$ ist $a^m_k = z^m_k$.",
        "第 $m$ 層では $a^m_k = z^m_k$ とする。",
    ],
)
def test_what_differs_is_open(said: str) -> None:
    assert verdict(*NET, said) == "unproved"
    found = each_verdict(*NET, said, lines=[CURVED, LINEAR, NEITHER])
    assert found[0] == "unproved"
    assert found[1] == "unproved"
    assert found[2] != "right"


@pytest.mark.parametrize("said", ["For $l = L$, $a^l_k = z^l_k$.", "For $l = 2$: $a^l_k = z^l_k$."])
def test_the_letter_of_all_layers_with_a_value(said: str) -> None:
    assert verdict(*NET, said) == "unproved"
    assert verdict(*NET, said, CURVED) == "unproved"


def test_what_is_said_of_all_layers_is_a_slip() -> None:
    for said in ("In layer $l$, $a^l_k = z^l_k$.", "In any layer $a^m_k = z^m_k$.", "We have $a^m_k = z^m_k$."):
        assert verdict(*NET, said) == "wrong"
        assert verdict(*NET, said, CURVED) == "right"


def test_what_agrees_is_none() -> None:
    said = r"In layer $m$, $a^m_k = \sigma(z^m_k)$."
    assert [verdict(*NET, said, x) for x in (CURVED, LINEAR)] == ["right", "wrong"]
