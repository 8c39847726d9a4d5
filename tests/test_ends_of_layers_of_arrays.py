r"""A line of arrays is meant where its entries exist, `\delta^l` of `\delta^{l+1}` beside `\delta^L`."""

from __future__ import annotations

from .judging import check

NETWORK = r"""$W^l \in \mathbb{R}^{n_l \times n_{l-1}}$, $b^l \in \mathbb{R}^{n_l}$, $a^l \in \mathbb{R}^{n_l}$.

$$ z^l = W^l a^{l-1} + b^l, \qquad a^l = \sigma(z^l) $$

$$ C = \frac{1}{2} \|y - a^L\|^2 $$

Let $\delta^l = \frac{\partial C}{\partial z^l}$.
"""
TOP = r"$$ \delta^L = (a^L - y) \odot \sigma'(z^L) $$"


def judged(*lines: str) -> str:
    return check("\n\n".join([NETWORK, *lines])).claims[-1].judgement.value


def test_the_line_of_the_top_says_where_the_others_end() -> None:
    assert judged(TOP, r"$$ \delta^l = ((W^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l) $$") == "right"


def test_a_slip_is_no_end() -> None:
    assert judged(TOP, r"$$ \delta^l = ((W^l)^T \delta^{l+1}) \odot \sigma'(z^l) $$") == "wrong"
    assert judged(TOP, r"$$ \delta^l = ((W^{l+1})^T \delta^{l+1}) \odot \sigma(z^l) $$") == "wrong"


def test_without_it_the_line_names_what_does_not_exist() -> None:
    line = r"$$ \delta^l = ((W^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l) $$"
    assert judged(line) == "wrong"
    assert judged(TOP, rf"{line} for $l = 1, \dots, L$") == "wrong"
