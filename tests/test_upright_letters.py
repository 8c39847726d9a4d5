r"""Upright letters with which a page counts, in scripts: `N_{\text{D}}` beside `\text{D} - 1`.

By hand: `\partial E/\partial u_{D,p} = h_{D,p} - y_p`, and for the layer below it is `\sum_q (h_{D,q} - y_q)
(1 - h_{D,q}^2) v_{D,qp}`, with h for tanh of u.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

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


BOUND = r"$$ s_{\text{q}} = \sum_{\text{p}} w_{\text{pq}} x_{\text{p}}, \quad E = \sum_{\text{q}} s_{\text{q}}^2 $$"


@pytest.mark.parametrize("font", [r"\text", r"\mathrm"])
def test_letters_that_sums_bind_are_indices(font: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w_{\text{pq}}} = %s s_{\text{q}} x_{\text{p}} $$".replace(r"\text", font)
    assert each_verdict(BOUND.replace(r"\text", font), lines=[line % "2", line % "3"]) == ["right", "wrong"]


MONEY = r"""
$$ E = \sum_{i=1}^n (m_{\mathrm{i}} x_i - m_{\mathrm{o}} y_i)^2 $$
"""


def test_upright_letters_are_labels_beside_plain_indices() -> None:
    line = r"$$ \frac{\partial E}{\partial m_{\mathrm{i}}} = 2 %s(m_{\mathrm{i}} x_i - m_{\mathrm{o}} y_i) x_i $$"
    assert each_verdict(MONEY, lines=[line % r"\sum_{i=1}^n ", line % ""]) == ["right", "wrong"]


@pytest.mark.parametrize("right", ["z_i", r"\sum_i z_i"])
def test_one_upright_letter_may_be_the_plain_index(right: str) -> None:
    net = r"$$ z_i = \sum_j w_{ij} x_j + b_{\mathrm{i}}, \quad E = \frac12 \sum_i z_i^2 $$"
    assert verdict(net, rf"$$ \frac{{\partial E}}{{\partial b_{{\mathrm{{i}}}}}} = {right} $$") == "unreadable"


def test_a_name_with_both_letters_is_open() -> None:
    net = r"$$ y = \sum_i w_i x_i + w_{\mathrm{i}} z + w_{\mathrm{o}}, \quad E = \frac12 (y-t)^2 $$"
    assert verdict(net, r"$$ \frac{\partial E}{\partial w_i} = (y-t) x_i $$") == "unreadable"
