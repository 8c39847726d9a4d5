r"""Arrays told by an entry whose letter runs further on other layers: `t = (t_{qj})` beside `j = 1, .., m_l`."""

from __future__ import annotations

from judging import each_verdict

PAGE = r"""+++
functions = ["\\phi"]
[ranges]
"q" = "1..n"
"i" = "1..m_{l-1}"
"j" = "1..m_l"
"l" = "1..L"
+++

# Network

$$ U_{qj}^l = \sum_{i=1}^{m_{l-1}} H_{qi}^{l-1} W_{ij}^l $$

$$ H_{qj}^l = \phi(U_{qj}^l) $$

$$ E = \frac12 \sum_{q=1}^n \sum_{j=1}^{m_L} (H_{qj}^L - t_{qj})^2 $$

$$ \delta_{qj}^l = \frac{\partial E}{\partial U_{qj}^l} $$

Here $W^l = (W_{ij}^l)$, $U^l = (U_{qj}^l)$, $H^l = (H_{qj}^l)$, $\delta^l = (\delta_{qj}^l)$, $t = (t_{qj})$.

# Derivation"""


def test_targets_are_as_long_as_their_sum() -> None:
    lines = (
        r"$$ \delta^L = (H^L - t) \odot \phi'(U^L) $$",
        r"$$ \delta^L = (t - H^L) \odot \phi'(U^L) $$",
        r"$$ \frac{\partial E}{\partial W^L} = (H^{L-1})^\top \delta^L $$",
        r"$$ \frac{\partial E}{\partial W^L} = (H^{L-1})^\top (H^L - t) $$",
    )
    assert each_verdict(PAGE, lines=lines) == ["right", "wrong", "right", "wrong"]


def test_how_long_they_are_is_not_guessed() -> None:
    page = PAGE.replace(r"\sum_{j=1}^{m_L} (H_{qj}^L - t_{qj})^2", r"\psi(H_{q1}^L, \dots, H_{qm_L}^L)")
    lines = (r"$$ \delta^L = (H^L - t) \odot \phi'(U^L) $$", r"$$ \delta^L = (t - H^L) \odot \phi'(U^L) $$")
    assert not {"right", "wrong"} & {*each_verdict(page, lines=lines)}
