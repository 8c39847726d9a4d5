r"""A sum from m down to 1 is written in both ways that make it one of all terms and one of none: it is not read."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"$$E = \sum_{i=1}^m (a_i - b)^2$$"
LINE = r"\frac{\partial E}{\partial b} = -2 "


@pytest.mark.parametrize("ends", ["_{i=m}^1", "_{i=m}^{i=1}", "_{i=m-1}^{0}", "_{i=3}^{1}"])
def test_sums_downwards(ends: str) -> None:
    moved = "(a_{i+1} - b)" if "0" in ends else "(a_i - b)"
    assert verdict(PAGE, rf"$${LINE} \sum{ends} {moved}$$") == "unreadable"
    page = PAGE.replace("_{i=1}^m (a_i - b)", f"{ends} {moved}")
    cases = (r"\sum_{i=1}^m (a_i - b)", "0")
    for line, found in zip(cases, each_verdict(page, lines=[f"$${LINE} {line}$$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


def test_sums_that_are_none() -> None:
    page = r"$$s_i = \sum_{j=1}^{i-1} a_j, \quad E = \sum_{i=1}^m s_i$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial a_j} = \sum_{i=j+1}^m 1$$") == "right"
    back = r"$$y_n = \sum_{k=-m}^{0} w_k x_{n+k}, \quad E = \sum_{n=m+1}^N y_n$$"
    assert each_verdict(
        back,
        lines=[
            r"$$\frac{\partial E}{\partial w_k} = \sum_{n=m+1}^N x_{n+k}$$",
            r"$$\frac{\partial E}{\partial w_k} = \sum_{n=m+1}^N x_{n-k}$$",
        ],
    ) == ["right", "wrong"]
