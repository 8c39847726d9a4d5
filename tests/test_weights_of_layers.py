r"""Weights of one letter that lead from layer to layer, `w_{jh}` and `w_{hm}`, where units have several names."""

from __future__ import annotations

import pytest

from .judging import check

HEAD = r"""
$$ r_h = \sum_{j=0}^{n} w_{jh} x_j, \quad u_h = \sigma(r_h), \quad h=1,\dots,H, \quad u_0 = -1 $$

$$ s_m = \sum_{h=0}^{H} w_{hm} u_h, \quad m=1,\dots,M $$

$$ E = \frac12 \sum_{m=1}^{M} (s_m - y_m)^2 $$

"""
LINES = r"""
$$ \frac{\partial E}{\partial w_{hm}} = (s_m - y_m) u_h $$

$$ \frac{\partial E}{\partial w_{0m}} = y_m - s_m $$

$$ \frac{\partial E}{\partial w_{jh}} = \sum_{m=1}^M (s_m - y_m) w_{hm} \sigma'(r_h) x_j $$

"""
WRONG = r"""
$$ \frac{\partial E}{\partial w_{0m}} = s_m - y_m $$

$$ \frac{\partial E}{\partial w_{jh}} = \sum_{m=1}^M (s_m - y_m) \sigma'(r_h) x_j $$

"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_two_layers() -> None:
    assert verdicts(HEAD + LINES + WRONG) == ["right"] * 3 + ["wrong"] * 2


def test_the_unit_first_that_it_leads_to() -> None:
    turned = (HEAD + LINES + WRONG).replace("w_{jh}", "w_{hj}").replace("w_{hm}", "w_{mh}").replace("w_{0m}", "w_{m0}")
    assert verdicts(turned) == ["right"] * 3 + ["wrong"] * 2


@pytest.mark.parametrize(
    "said",
    [
        "Both layers share their weights.\n\n",
        "Here $n = H$ and $H = M$.\n\n",
        "Веса слоёв — те же веса.\n\n",
        "二つの層は重みを共有する。\n\n",
    ],
)
def test_where_they_may_be_one_array(said: str) -> None:
    assert "right" not in verdicts(said + HEAD + LINES)


def test_tied_weights_are_one_array() -> None:
    page = r"""
$$ h_j = \sum_{i=1}^I w_{ji} x_i, \quad j = 1, \dots, J $$

$$ o_i = \sum_{j=1}^J w_{ji} h_j, \quad i = 1, \dots, I $$

$$ E = \frac12 \sum_{i=1}^I (o_i - x_i)^2 $$

$$ \frac{\partial E}{\partial w_{ji}} = (o_i - x_i) h_j + \sum_{k=1}^I (o_k - x_k) w_{jk} x_i $$

$$ \frac{\partial E}{\partial w_{ji}} = (o_i - x_i) h_j $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_data_numbered_behind_parentheses() -> None:
    said = r"Let $X^\ell = (x_i, y_i)_{i=1}^\ell$ be the training data, $i = 1, \dots, \ell$, and $x_i^0 = -1$." "\n\n"
    page = r"""
$$ a_i = \sum_{j=0}^n w_j x_i^j $$

$$ Q = \frac12 \sum_{i=1}^\ell (a_i - y_i)^2 $$

$$ \frac{\partial Q}{\partial w_j} = \sum_{i=1}^\ell (a_i - y_i) x_i^j $$

"""
    assert verdicts(said + page) == ["right"]
    assert verdicts(said + page.replace(r"(a_i - y_i) x_i^j", r"(a_i - y_i) x_i^0")) != ["right"]
