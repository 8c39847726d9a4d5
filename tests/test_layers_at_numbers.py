r"""Entries of layers at a number, `x_i^0` and `x_i^L`, beside arrays told by their entries, `x^l = (x_i^l)`.

By hand: a stack of residual blocks.
"""

from __future__ import annotations

from .judging import each_verdict

BLOCKS = (
    '+++\nfunctions = ["f"]\n+++',
    r"Here $i=1,\dots,n$, $j=1,\dots,n$, $k=1,\dots,m_l$, $l=0,\dots,L-1$.",
    r"$$ a_k^l = \sum_{j=1}^n W_{kj}^l x_j^l $$",
    r"$$ x_i^{l+1} = x_i^l + \sum_{k=1}^{m_l} V_{ik}^l f(a_k^l) $$",
    r"$$ C = \frac12 \sum_{i=1}^n (x_i^L - y_i)^2 $$",
    r"$$ \delta_i^l = \frac{\partial C}{\partial x_i^l} $$ ( $l = 0, \dots, L$ )",
    r"Here $W^l = (W_{kj}^l)$, $V^l = (V_{ik}^l)$, $x^l = (x_j^l)$, $a^l = (a_k^l)$, $\delta^l = (\delta_i^l)$.",
)
UNROLLED = r"$$ x_i^L = x_i^0 + \sum_{l=0}^{L-1} \sum_{k=1}^{m_l} V_{ik}^l f(a_k^l) $$"
WHOLE = r"$$ \frac{\partial C}{\partial W^l} = ((V^l)^T \delta^{l+1} \odot f'(a^l)) (x^l)^T $$"
OF_LAYERS = r"( $l = 0, \dots, L-1$ )"


def test_beside_an_unrolled_sum() -> None:
    cases = [
        (r"$$ \frac{\partial C}{\partial V_{ik}^l} = \delta_i^{l+1} f(a_k^l) $$", "right"),
        (r"$$ \frac{\partial C}{\partial V_{ik}^l} = \delta_i^{l+1} a_k^l $$", "wrong"),
        (WHOLE, "right"),
        (WHOLE.replace("l+1", "l"), "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*BLOCKS, UNROLLED, lines=[f"{line} {OF_LAYERS}" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_the_unrolled_sum_itself() -> None:
    assert each_verdict(*BLOCKS, lines=[UNROLLED, UNROLLED.replace("{l=0}", "{l=1}")]) == ["right", "wrong"]
