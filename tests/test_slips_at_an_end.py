"""A line that names entries beyond the last step, and is wrong before it, too."""

from __future__ import annotations

from symderiv.check.page import check

PAGE = r"""
$$s_{t,i} = \tanh(a_{t,i}), \quad a_{t,i} = \sum_{j=1}^N w_{ij} s_{t-1,j} + u_{t,i}$$ ($i = 1, \dots, N$)

$$E = \frac12 \sum_{t=1}^T \sum_{i=1}^N (s_{t,i} - y_{t,i})^2$$
"""
LINE = r"""$$\frac{\partial E}{\partial s_{t,j}} = s_{t,j} - y_{t,j}
+ \sum_{i=1}^N w_{ij} \frac{\partial E}{\partial a_{t+1,i}}$$"""


def reason(line: str) -> tuple[str, str]:
    link = check(PAGE + "\n\n" + line).claims[-1].links[0]
    return str(link.judgement), link.reason.kind if link.reason is not None else ""


def test_the_slip_is_named_and_not_the_end() -> None:
    assert reason(LINE.replace("w_{ij}", "w_{ji}")) == ("wrong", "transposed")
    assert reason(LINE.replace("+ \\sum", "- \\sum")) == ("wrong", "sign")


def test_without_a_slip_the_condition_is_missing() -> None:
    verdict, kind = reason(LINE)
    assert verdict == "wrong"
    assert kind not in ("transposed", "sign")
    assert reason(LINE + " ($t < T$)") == ("right", "")
