r"""Expectations that are names: `E[L^2(k)] = ..`, a power of a name before what it depends on."""

from __future__ import annotations

import pytest

from .judging import check

ONE = r"$$ E[L^2(k)] = \sum_{j=1}^p \frac{a_j^2}{(b_j + k)^2} $$" + "\n\n"
E = ONE + r"$$ E[L^2(C)] = \sum_{j=1}^p \frac{a_j^2}{(b_j + c_j)^2} $$"
LINES = [
    (r"\frac{dE[L^2(k)]}{dk} = -2 \sum_{j=1}^p \frac{a_j^2}{(b_j + k)^3}", "right"),
    (r"\frac{dE[L^2(k)]}{dk} = -\sum_{j=1}^p \frac{a_j^2}{(b_j + k)^3}", "wrong"),
    (r"\frac{\partial E[L^2(C)]}{\partial c_j} = -\frac{2 a_j^2}{(b_j + c_j)^3}", "right"),
    (r"\frac{\partial E[L^2(C)]}{\partial c_j} = -2 \sum_{j=1}^p \frac{a_j^2}{(b_j + c_j)^3}", "wrong"),
    (
        r"\frac{\partial E[L^2(k)]}{\partial c_j} = -\frac{2 a_j^2}{(b_j + c_j)^3}",
        "unproved",
    ),  # does c_j depend on the other one?
    (r"\frac{\partial}{\partial a_j} \log E[L^2(k)] = \frac{2 a_j}{(b_j + k)^2 E[L^2(k)]}", "right"),
]


@pytest.mark.parametrize("head", ["E", r"\mathbb{E}", r"\mathrm{Var}"])
@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_a_power_before_what_it_depends_on(head: str, line: str, verdict: str) -> None:
    page = f"{E}\n\n$$ {line} $$\n".replace("E[", f"{head}[")
    assert [str(c.judgement) for c in check(page).claims] == [verdict]


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{dE[L(k)]}{dk} = -\sum_{j=1}^p \frac{a_j^2}{(b_j + k)^3}",
        r"\frac{dE[L^3(k)]}{dk} = -\sum_{j=1}^p \frac{a_j^2}{(b_j + k)^3}",
        r"\frac{dE[L^2(0)]}{dk} = 0",
    ],
)
def test_another_expectation_is_another_name(line: str) -> None:
    assert [str(c.judgement) for c in check(f"{E}\n\n$$ {line} $$\n").claims][-1] in ("unproved", "unreadable")
