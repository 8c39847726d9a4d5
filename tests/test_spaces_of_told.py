r"""Arrays told by their entries and their space, `$b_l = (b_{l,j}) \in \mathbb{R}^{d_l}$`, beside others in spaces; the
size of the last layer has a letter that ends ranges of the front matter."""

from __future__ import annotations

import pytest

from .judging import verdict

FRONT = (
    '+++\nobjective = "C"\nassume = ["\\\\sum_{k=1}^{M} T_{nk} = 1"]\n[ranges]\n'
    '"n" = "1..N"\n"k" = "1..M"\n"l" = "1..2"\n+++'
)
NETWORK = r"""
$$ A_{0,nk} = X_{nk} $$ ( $k = 1, \dots, h_0$ )

$$ Z_{l,nj} = \sum_{k=1}^{h_{l-1}} A_{l-1,nk} U_{l,jk} + c_{l,j} $$ ( $l = 1, 2$, $j = 1, \dots, h_l$ )

$$ A_{1,nj} = \max(0, Z_{1,nj}) $$ ( $j = 1, \dots, h_1$ )

$$ P_{nk} = \frac{e^{Z_{2,nk}}}{\sum_{j=1}^{M} e^{Z_{2,nj}}} $$

$$ C = -\frac{1}{N} \sum_{n=1}^{N} \sum_{k=1}^{M} T_{nk} \log P_{nk} $$

$$ G_{l,nj} = \frac{\partial C}{\partial Z_{l,nj}} $$ ( $j = 1, \dots, h_l$ )
"""
SAID = (
    r"Hier ist $h_2 = M$; $X \in \mathbb{R}^{N \times h_0}$, $U_l \in \mathbb{R}^{h_l \times h_{l-1}}$, "
    r"$Z_l, A_l, G_l \in \mathbb{R}^{N \times h_l}$, $P, T \in \mathbb{R}^{N \times M}$ und "
    r"$\mathbf{c}_l = (c_{l,j}) \in \mathbb{R}^{h_l}$; $\mathbf{1}_N$ ist die Spalte aus $N$ Einsen."
)


def _judged(line: str, said: str = SAID) -> str:
    return verdict(FRONT, NETWORK, said, "## Herleitung", f"$$ {line} $$")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"G_2 = \frac{1}{N} (P - T)", r"G_2 = P - T"),
        (r"\frac{\partial C}{\partial \mathbf{c}_l} = G_l^\top \mathbf{1}_N",
         r"\frac{\partial C}{\partial \mathbf{c}_l} = \frac{1}{N} G_l^\top \mathbf{1}_N"),
        (r"\frac{\partial C}{\partial U_l} = G_l^\top A_{l-1}",
         r"\frac{\partial C}{\partial U_l} = 2 G_l^\top A_{l-1}"),
    ],
)  # fmt: skip
def test_a_batch_in_rows(right: str, wrong: str) -> None:
    assert (_judged(right), _judged(wrong)) == ("right", "wrong")


@pytest.mark.parametrize(
    "said", [SAID.replace("ist $h_2 = M$", "ist oft $h_2 = M$"), SAID.replace("$h_2 = M$", "$h_1 = M$")]
)
def test_the_size_of_the_last_layer_is_not_said(said: str) -> None:
    assert _judged(r"G_2 = \frac{1}{N} (P - T)", said) in ("unproved", "unreadable", "wrong")
    assert _judged(r"\frac{\partial C}{\partial U_2} = G_2^\top A_1", said) != "wrong"
