"""That the final result is right although a line is wrong: said of a slip on the way to it, and of no other."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.telling.text import render

NETWORK = r"""
$$a_j = \sum_i w_{ji} x_i \qquad h_j = \tanh(a_j) \qquad y_k = \sum_j v_{kj} h_j$$

$$E = \frac12 \sum_k (y_k - t_k)^2$$

"""
W = r"\frac{\partial E}{\partial w_{ji}}"
V = r"\frac{\partial E}{\partial v_{kj}}"
A = r"\frac{\partial E}{\partial a_j}"
BY_W = r"(1 - h_j^2) x_i \sum_k (y_k - t_k) v_{kj}"
PAGES = [
    (rf"$${W} = h_j^2 x_i \sum_k (y_k - t_k) v_{{kj}}$$ $${W} = {BY_W}$$", True),  # put right
    (rf"$${W} = h_j^2 x_i \sum_k (y_k - t_k) v_{{kj}} = {BY_W}$$", True),
    (rf"$${A} = h_j^2 \sum_k (y_k - t_k) v_{{kj}}$$ $${W} = {BY_W}$$", True),  # on the way
    (rf"$$\frac{{\partial h_j}}{{\partial a_j}} = h_j^2$$ $${W} = {BY_W}$$", True),
    (rf"$${V} = (y_k + t_k) h_j$$ $${W} = {BY_W}$$", False),  # about other weights
    (rf"$${W} = h_j^2 x_i \sum_k (y_k - t_k) v_{{kj}}$$ $${V} = (y_k - t_k) h_j$$", False),
    (rf"$${W} = h_j^2 x_i \sum_k (y_k - t_k) v_{{kj}}$$ $$\frac{{\partial h_j}}{{\partial a_j}} = 1 - h_j^2$$", False),
    (rf"$$\delta_j = {A} = h_j^2 \sum_k (y_k - t_k) v_{{kj}}$$ $${W} = {BY_W}$$", True),  # by its name
    (rf"$$\delta_k = \frac{{\partial E}}{{\partial y_k}} = y_k + t_k$$ $${V} = (y_k - t_k) h_j$$", True),
]


@pytest.mark.parametrize(("lines", "is_said"), PAGES)
def test_a_right_result_is_told_of_a_slip_on_the_way(lines: str, is_said: bool) -> None:
    report = check(NETWORK + lines)
    assert (report.verdict, report.result_right) == ("wrong", True)
    assert ("although" in render(report)) is is_said
    assert ("最終結果は正しい" in render(report, "ja")) is is_said


def test_the_goal_is_the_result_beside_a_slip_about_something_else() -> None:
    def of(wrt: str) -> str:
        return render(check(f"+++\nwrt = {wrt}\n+++\n{NETWORK}{PAGES[4][0]}"))

    assert "although" in of('"w_{ji}"')
    assert "although" not in of('["w_{ji}", "v_{kj}"]')
