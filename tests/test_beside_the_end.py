r"""Lines about all layers beside one about the last: `\delta^l_j = ..` is meant for `l < L` beside `\delta^L_j = ..`.

Labels by hand, after the usual equations of backpropagation.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import JudgedLink

HEAD = (
    r"$$C = \frac12 \sum_j (y_j - a^L_j)^2$$"
    "\n"
    r"where $a^l_j = \sigma(z^l_j)$ and $z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j$."
    "\n"
)
NAME = r"Let $\delta^l_j = \frac{\partial C}{\partial z^l_j}$." "\n"
LAST = r"$$\delta^L_j = (a^L_j - y_j)\sigma'(z^L_j)$$" "\n"
STEP = r"$$\delta^l_j = \sum_k w^{l+1}_{kj}\delta^{l+1}_k \sigma'(z^l_j)%s$$" "\n"
WRONG = r"$$\delta^l_j = \sum_k w^{l+1}_{kj}\delta^{l+1}_k \sigma'(z^{l+1}_j)$$" "\n"


def links(page: str) -> list[JudgedLink]:
    return [link for claim in check(page).claims for link in claim.links]


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for link in links(page)]


def test_beside_the_last_layer() -> None:
    assert verdicts(HEAD + NAME + LAST + STEP % "") == ["right", "right"]
    assert "l < L" in links(HEAD + NAME + LAST + STEP % "")[1].detail
    assert verdicts(HEAD + NAME + STEP % "" + LAST) == ["right", "right"]


@pytest.mark.parametrize("said", [r" \quad (1 \le l \le L)", r" \quad (l = 1, \dots, L)"])
def test_a_range_that_is_too_wide_is_wrong(said: str) -> None:
    assert verdicts(HEAD + NAME + LAST + STEP % said) == ["right", "wrong"]


def test_alone_it_says_something_of_the_last_layer() -> None:
    assert verdicts(HEAD + NAME + STEP % "") == ["wrong"]


def test_what_is_wrong_is_told_for_the_layers_there_are() -> None:
    last = links(HEAD + NAME + LAST + WRONG)[1]
    assert str(last.judgement) == "wrong"
    assert last.reason is not None
    assert last.reason.kind == "layer"


def test_derivatives_of_one_by_another() -> None:
    end = r"$$\frac{\partial C}{\partial z^L_j} = (a^L_j - y_j)\sigma'(z^L_j)$$" "\n"
    step = (
        r"$$\frac{\partial C}{\partial z^l_j} = \sum_k w^{l+1}_{%s}"
        r" \frac{\partial C}{\partial z^{l+1}_k} \sigma'(z^l_j)$$"
    )
    assert verdicts(HEAD + end + step % "kj") == ["right", "right"]
    assert verdicts(HEAD + end + step % "jk") == ["right", "wrong"]


def test_a_recurrence() -> None:
    head = (
        r"$$h_t = f(w h_{t-1} + u x_t), \quad L = \sum_{t=1}^T (h_t - y_t)^2$$ Let $g_t = \partial L/\partial h_t$."
        "\n"
    )
    end = r"$$g_T = 2(h_T - y_T)$$" "\n"
    assert verdicts(head + end + r"$$g_t = 2(h_t - y_t) + g_{t+1} w f'(w h_t + u x_{t+1})$$") == ["right", "right"]
    assert verdicts(head + end + r"$$g_t = 2(h_t - y_t) + g_{t+1} w f'(w h_{t-1} + u x_t)$$") == ["right", "wrong"]
