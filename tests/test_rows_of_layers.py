r"""Rows of layers, called so by a sentence, before matrices of known shape: `z^l = a^{l-1} W^l + b^l`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "J"\nfunctions = ["g"]\n[ranges]\n"l" = "1..L"\n+++'
SAID = {
    "en": r"$W^l \in \mathbb{R}^{n_{l-1} \times n_l}$. $a^l$, $z^l$, $b^l$ and $y$ are row vectors, $a^0 = x$.",
    "zh": r"$a^l, z^l, b^l, y$ 均为行向量，$W^l$ 为 $n_{l-1} \times n_l$ 矩阵，$a^0 = x$。",
    "ja": r"$a^l, z^l, b^l, y$ は行ベクトル，$W^l \in \mathbb{R}^{n_{l-1} \times n_l}$ とする。$a^0 = x$.",
    "de": r"$W^l$ ist eine $n_{l-1} \times n_l$-Matrix; $a^l, z^l, b^l, y$ sind Zeilenvektoren, $a^0 = x$.",
}
NET = r"""$$ z^l = a^{l-1} W^l + b^l, \qquad a^l = g(z^l) $$

$$ J = \frac12 \|a^L - y\|^2, \qquad \delta^l = \frac{\partial J}{\partial z^l} $$"""
BELOW = r"( $l = 1, \dots, L-1$ )"
LINES = [
    (r"$$ \delta^L = (a^L - y) \odot g'(z^L) $$", "right"),
    (r"$$ \delta^L = (y - a^L) \odot g'(z^L) $$", "wrong"),
    (rf"$$ \delta^l = (\delta^{{l+1}} (W^{{l+1}})^T) \odot g'(z^l) $$ {BELOW}", "right"),
    (rf"$$ \delta^l = \delta^{{l+1}} (W^{{l+1}})^T $$ {BELOW}", "wrong"),
    (rf"$$ \delta^l = \delta^{{l+1}} (W^{{l+1}})^T \mathrm{{diag}}(g'(z^l)) $$ {BELOW}", "right"),
    (r"$$ \frac{\partial J}{\partial W^l} = (a^{l-1})^T \delta^l $$", "right"),
    (r"$$ \frac{\partial J}{\partial W^l} = (z^l)^T \delta^l $$", "wrong"),
    (r"$$ \frac{\partial J}{\partial b^l} = \delta^l $$", "right"),
    (r"$$ \frac{\partial J}{\partial b^l} = \delta^l \odot g'(z^l) $$", "wrong"),
    (rf"$$ \frac{{\partial z^{{l+1}}}}{{\partial z^l}} = (W^{{l+1}})^T \mathrm{{diag}}(g'(z^l)) $$ {BELOW}", "right"),
    (rf"$$ \frac{{\partial z^{{l+1}}}}{{\partial z^l}} = (W^{{l+1}})^T $$ {BELOW}", "wrong"),
]


def test_rows_before_a_matrix() -> None:
    for (line, expected), found in zip(
        LINES, each_verdict(FRONT, SAID["en"], NET, lines=[line for line, _ in LINES]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("language", SAID)
def test_in_other_languages(language: str) -> None:
    cases = [LINES[2], LINES[3], LINES[5]]
    for (line, expected), found in zip(
        cases, each_verdict(FRONT, SAID[language], NET, lines=[line for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_an_offset_inside_of_a_function_is_a_row_too() -> None:
    net = r"""$$ a^l = g(a^{l-1} W^l + b^l), \qquad J = \frac12 \|a^L - y\|^2 $$"""
    line = r"$$ \frac{\partial J}{\partial b^L} = (a^L - y) \odot g'(a^{L-1} W^L + b^L) $$"
    assert each_verdict(FRONT, SAID["en"], net, lines=[line, line.replace("a^L - y", "y - a^L")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$W^l \in \mathbb{R}^{n_l \times n_{l-1}}$, $a^l$, $z^l$, $b^l$ and $y$ are row vectors, $a^0 = x$.",
        r"$W^l \in \mathbb{R}^{n_{l-1} \times n_l}$, $a^l$, $z^l$, $b^l$ and $y$ are column vectors, $a^0 = x$.",
        r"$W^l \in \mathbb{R}^{n_{l-1} \times n_l}$, $a^l$, $z^l$, $b^l$ and $y$ are not row vectors, $a^0 = x$.",
    ],
)
def test_what_does_not_fit_is_not_judged(said: str) -> None:
    cases = [LINES[2][0], LINES[3][0], LINES[5][0]]
    for line, found in zip(cases, each_verdict(FRONT, said, NET, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


def test_columns_stay_columns() -> None:
    said = r"$W^l \in \mathbb{R}^{n_l \times n_{l-1}}$. $a^l$, $z^l$, $b^l$ and $y$ are column vectors, $a^0 = x$."
    net = NET.replace("a^{l-1} W^l", "W^l a^{l-1}")
    assert verdict(FRONT, said, net, r"$$ \frac{\partial J}{\partial W^l} = \delta^l (a^{l-1})^T $$") == "right"


def test_lines_that_are_judged_say_nothing_of_lengths() -> None:
    said = SAID["en"].replace("$b^l$ and", r"$b^l$, $\delta^l$ and")
    slip = rf"$$ \delta^l = \delta^{{l+1}} W^{{l+1}} $$ {BELOW}"
    last = r"$$ z^L = a^{L-1} W^L + b^L $$"
    line = rf"$$ \delta^l = (\delta^{{l+1}} (W^{{l+1}})^T) \odot g'(z^l) $$ {BELOW}"
    assert verdict(FRONT, said, NET, slip, last, line) == "right"
    assert verdict(FRONT, said, NET, last, line, slip) != "right"
