"""To name a derivative is not to find it: no marks, and the goal is not reached."""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.network import complete
from symderiv.read import read_draft

NAMED = (
    r"$$net_j = \sum_{i=1}^{I} w_{j,i} x_i$$ ( $1 \le j \le J$ ) $$o_j = f(net_j)$$ "
    r"$$E = \frac12 \sum_{j=1}^{J} (o_j - t_j)^2$$" + "\n\n"
)
BY_NAMING = [
    r"Let $g_{j,i} = \frac{\partial E}{\partial w_{j,i}}$. $$\frac{\partial E}{\partial w_{j,i}} = g_{j,i}$$",
    r"Let $g_{j,i} = \frac{\partial E}{\partial w_{j,i}}$ and $h_{j,i} = g_{j,i}$. "
    r"$$\frac{\partial E}{\partial w_{j,i}} = h_{j,i}$$",
    r"Let $g_{j,i} = \frac{\partial E}{\partial w_{j,i}}$. "
    r"$$\frac{\partial E}{\partial w_{j,i}} = 2 g_{j,i} - g_{j,i}$$",
    r"$$\frac{\partial E}{\partial w_{j,i}} = 2 \frac{\partial E}{\partial w_{j,i}} - "
    r"\frac{\partial E}{\partial w_{j,i}}$$",
    r"$$\frac{\partial E}{\partial w_{j,i}} = \frac{\partial E}{\partial w_{j,i}} "
    r"\frac{\partial w_{j,i}}{\partial w_{j,i}}$$",
]


@pytest.mark.parametrize("text", BY_NAMING)
def test_a_name_is_no_answer(text: str) -> None:
    system = complete(read_draft(NAMED))
    report = check(text, network=system, options=Options(wrt="w_{j,i}"))
    assert (report.verdict, report.goal, report.marks) == ("right", "incomplete", 0.0)


def test_a_name_that_is_explained_is_an_answer() -> None:
    system = complete(read_draft(NAMED))
    text = (
        r"Let $g_j = \frac{\partial E}{\partial net_j}$ and $h_{j,i} = g_j x_i$. "
        r"$$\frac{\partial E}{\partial w_{j,i}} = h_{j,i}$$ $$g_j = (o_j - t_j) f'(net_j)$$"
    )
    report = check(text, network=system, options=Options(wrt="w_{j,i}"))
    assert (report.verdict, report.goal, report.marks) == ("right", "reached", 10.0)
