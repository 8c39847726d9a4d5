r"""Upright letters with which a page counts, in scripts: `N_{\text{D}}` beside `\text{D} - 1`.

By hand: `\partial E/\partial u_{D,p} = h_{D,p} - y_p`, and for the layer below it is `\sum_q (h_{D,q} - y_q)
(1 - h_{D,q}^2) v_{D,qp}`, with h for tanh of u.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"""+++
objective = "E"
[ranges]
"p" = "1..N_{\\ell}"
"r" = "1..N_{\\ell-1}"
"\\ell" = "1..\\text{D}"
+++

$$ u_{\ell,p} = \sum_{r=1}^{N_{\ell-1}} v_{\ell,pr} h_{\ell-1,r} \qquad h_{\ell,p} = \tanh(u_{\ell,p}) $$

$$ h_{0,r} = x_r \qquad \text{N}_{\text{D}} = \text{Q} $$

$$ E = \frac12 \sum_{q=1}^{\text{Q}} (h_{\text{D},q} - y_q)^2 $$

The weights are $V_{\ell} = (v_{\ell,pr})$.
""".replace(r"\text{N}", "N")
LAST = r"\frac{\partial E}{\partial h_{\text{D}-1,p}}"
SUM = r"\sum_{q=1}^{\text{Q}} (h_{\text{D},q} - y_q) (1 - h_{\text{D},q}^2) v_{\text{D},qp}"


@pytest.mark.parametrize("font", [r"\text", r"\mathrm", r"\textrm"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{LAST} = {SUM}", "right"),
        (f"{LAST} = {SUM.replace('v_{', 'h_{').replace('qp}', 'p}')}", "wrong"),
        (f"{LAST} = {SUM.replace(' (1 - h_{' + chr(92) + 'text{D},q}^2)', '')}", "wrong"),
        (r"\frac{\partial E}{\partial h_{\text{D},p}} = h_{\text{D},p} - y_p", "right"),
        (r"\frac{\partial E}{\partial h_{\text{D},p}} = h_{\text{D}-1,p} - y_p", "wrong"),
    ],
)
def test_a_letter_that_counts_is_itself_below_a_name(font: str, line: str, expected: str) -> None:
    page = NET.replace(r"\\text", "\0").replace(r"\text", font).replace("\0", "\\" + font)
    assert verdict(page, f"$$ {line} $$".replace(r"\text", font)) == expected


def test_a_letter_with_which_nothing_counts_is_a_label() -> None:
    net = r"$$ y_{\text{o}} = \sum_{i=1}^N w_{\text{o},i} x_i \qquad E = \frac12 (y_{\text{o}} - t)^2 $$"
    line = r"$$ \frac{\partial E}{\partial w_{\text{o},i}} = (y_{\text{o}} - t) x_i $$"
    assert verdict(net, line) == "right"
