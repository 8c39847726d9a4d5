"""Layers whose units are counted from 0, with lines about whole layers and about the last one."""

from __future__ import annotations

import pytest

from .judging import verdict

NET = [
    r"$$ z^\ell_i = \sum_{j=0}^{d_{\ell-1}-1} w^\ell_{ij} a^{\ell-1}_j + b^\ell_i $$",
    r"$$ a^\ell_i = f(z^\ell_i) $$",
    r"$$ C = \frac12 \sum_{k=0}^{d_L-1} (y_k - a^L_k)^2 $$",
    r"$$ \delta^\ell_i = \frac{\partial C}{\partial z^\ell_i} $$",
]
TOLD = r"Layers are $1 \le \ell \le L$, and units $0 \le i \le d_\ell - 1$."
LAST = r"$$ \delta^L = (a^L - y) \odot f'(z^L) $$"
BACK = r"$$ \delta^\ell = ((w^{\ell+1})^T \delta^{\ell+1}) \odot f'(z^\ell) $$ ( $\ell = 1, \dots, L-1$ )"


@pytest.mark.parametrize("told", [TOLD, r"There are layers $\ell = 1, \dots, L$."])
def test_lines_about_any_layer_and_the_last(told: str) -> None:
    assert verdict(told, *NET, BACK, LAST) == "right"
    assert verdict(told, *NET, LAST, BACK) == "right"
    assert verdict(told, *NET, BACK, LAST.replace("a^L - y", "y - a^L")) == "wrong"
    assert verdict(told, *NET, LAST, BACK.replace("^T", "")) in ("wrong", "unreadable")
    assert verdict(told, *NET, LAST, BACK.replace(r"f'(z^\ell)", r"f(z^\ell)")) == "wrong"
